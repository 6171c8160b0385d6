"""Somebody who wants to get round the control of a workbook, with mouse and keys, and what comes of it."""
import re

from com.sun.star.accessibility import AccessibleRole as Role
from controlled import Commands, Refused, column, table
from window import State, is_in, until

NOT_LOOKED_INTO = (Role.TOOL_BAR, Role.MENU_BAR, Role.STATUS_BAR, Role.PAGE_TAB_LIST, Role.DOCUMENT_SPREADSHEET)
BESIDE = (20, 20)  # a cell of the first sheet that belongs to nobody


class Bypass:
    """The workbook in its window, and somebody who wants to get round its control at one cell of it."""

    def __init__(self, office, path):
        self.office, self.document = office, office.show(path)
        self.run = Commands(office, self.document)
        self.aim(self.document.Sheets[0], 2, 3)

    def aim(self, sheet, column_index, row):
        self.sheet, self.column, self.row = sheet, column_index, row

    def aim_at(self, code, header, row=1):
        """A cell of a control table by its column; row 0 is the header."""
        area = self.document.DatabaseRanges.getByName("steward_" + code).getDataArea()
        self.aim(self.document.Sheets[area.Sheet], area.StartColumn + column(table(self.document, code), header), area.StartRow + row)
        return self

    def cell(self, down=0):
        return self.sheet.getCellByPosition(self.column, self.row + down)

    # What a user does
    def select(self, sheet, column_index, row, rows=1, columns=1):
        self.document.CurrentController.setActiveSheet(sheet)
        self.document.CurrentController.select(sheet.getCellRangeByPosition(column_index, row, column_index + columns - 1, row + rows - 1))
        self.office.settle(0.1)

    def select_cells(self, rows=1):
        self.select(self.sheet, self.column, self.row, rows)

    def select_beside(self):
        self.select(self.document.Sheets[0], *BESIDE)

    def keys(self, *keys):
        self.office.key(*keys)
        self.office.settle(0.15)

    def type(self, text):
        self.office.display.run("xdotool", "type", text)
        self.keys("Return")
        self.keep()

    def keep(self):
        """An overrun that is typed into the ledger is warned of first; it is kept all the same."""
        warning = self.office.dialog_within(2)
        if warning:
            ok = next(one for one in self.office.widgets(warning) if one.role == Role.PUSH_BUTTON and one.name.startswith("OK"))
            self.office.click(ok.context)
            self.office.settle()

    def command(self, name, **arguments):
        """Beside the test: a question or a refusal would block it."""
        self.office.dispatch(self.document, ".uno:" + name, **arguments).join(1.5)

    def copy_beside(self, amount):
        self.document.Sheets[0].getCellByPosition(*BESIDE).setValue(amount)
        self.select_beside()
        self.keys("ctrl+c")

    def answer(self, key, seconds=1.5):
        """Answers the question that comes up, if one does."""
        if self.office.dialog_within(seconds):
            self.keys(key)

    # What comes of it
    def edits(self):
        """(cell, old, new) of every edit in the log, the cell as "Sheet.A1"."""
        rows = table(self.document, "log")
        at = [column(rows, name) for name in ("What", "Document", "Old", "New")]
        found = [[row[place] for place in at] for row in rows[1:]]
        return [(re.sub("[$']", "", where), old, new) for what, where, old, new in found if what == "edit"]

    def bars(self):
        root = self.office.frame(self.document).getContainerWindow().getAccessibleContext()
        return "\n".join(self.texts(root, 10))

    def texts(self, context, depth):
        name = context.getAccessibleName()
        if name and is_in(context, State.SHOWING):
            yield name
        if depth == 0 or context.getAccessibleRole() in NOT_LOOKED_INTO:
            return
        for at in range(min(context.getAccessibleChildCount(), 60)):
            child = context.getAccessibleChild(at)
            if child is not None:
                yield from self.texts(child.getAccessibleContext(), depth - 1)

    def findings(self):
        """What Check Now says; when it cannot read a table it refuses, and says which cell is at fault."""
        try:
            return "\n".join(" ".join(map(str, row)) for row in self.run("check")[1:] if row[0] != "note")
        except Refused as refusal:
            return f"refused {refusal}"

    def is_log_whole(self):
        return dict((row[0], row[1]) for row in self.run("verifyLog")[1:])["broken row"] == 0

    def must_be_logged(self, *expected):
        def missing():
            found = self.edits()
            return [one for one in expected if one not in found]
        try:
            until(lambda: not missing(), "the log", 10)
        except AssertionError:
            raise AssertionError(f"not in the log: {missing()}; it has {self.edits()}") from None

    def must_tell(self, text):
        try:
            until(lambda: text in self.bars(), "the bar", 10)
        except AssertionError:
            raise AssertionError(f"the bar does not say “{text}”: {self.bars()}") from None
