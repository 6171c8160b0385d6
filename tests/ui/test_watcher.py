"""The watcher in a real window: every path of a change is seen, logged outside the user's undo, and told in one bar."""
import time

import pytest
from controlled import Commands, column, table
from office import values
from window import until, visible_name
from workbooks import fill_monthly

DIMENSIONS = ("Code", "Account")


@pytest.fixture
def controlled(office, document):
    fill_monthly(document.Sheets[0])
    office.settle()
    run = Commands(office, document)
    run("setUp", basis="year")
    run("post", mode="post", rows=(("date", "document", "stage", "amount", *DIMENSIONS), ("2026-02-10", "INV-1", "actual", 900.0, "4100", "Travel")))
    office.settle()
    return document


def log(document):
    rows = table(document, "log")
    at = [column(rows, name) for name in ("Document", "What", "Old", "New")]
    return [tuple(row[place] for place in at) for row in rows[1:]]


def edits(document):
    return [row for row in log(document) if row[1] == "edit"]


def ledger_cell(document, header):
    area = document.DatabaseRanges.getByName("steward_ledger").getDataArea()
    rows = table(document, "ledger")
    return document.Sheets[area.Sheet].getCellByPosition(area.StartColumn + column(rows, header), area.StartRow + 1)


def bars(office, document):
    """Texts of the information bars that are shown."""
    root = office.frame(document).getContainerWindow().getAccessibleContext()
    return sorted({text for text in office.texts(root).split("\n") if "over budget" in text or "by hand" in text})


def test_commands_of_steward_are_no_news(office, controlled):
    assert edits(controlled) == []


def test_many_rows_posted_are_written_as_texts_and_are_one_step_of_undo(office, controlled):
    header = ("date", "document", "stage", "amount", "counterparty", "memo", *DIMENSIONS)
    names = ("007", "1-2", "=1+1", "Müller", "12.5 %")
    rows = [("2026-03-%02d" % (1 + i % 28), f"2026-{i // 3:04}", "actual", 0.01, names[i % 5], "3.4", "4100", "Travel") for i in range(1_200)]
    ledger, undo, sheet = table(controlled, "ledger"), controlled.getUndoManager(), controlled.Sheets["Ledger"]
    steps = undo.getAllUndoActionTitles()
    used = sheet.createCursor()
    Commands(office, controlled)("post", mode="post", rows=(header, *rows))
    office.settle()
    posted = table(controlled, "ledger")
    used.gotoEndOfUsedArea(False)
    assert (len(posted), used.RangeAddress.EndColumn) == (len(ledger) + 1_200, len(posted[0]) - 1), "nothing is left beside the table"
    ids, documents, others = (column(posted, name) for name in ("Id", "Document", "Counterparty"))
    new = posted[len(ledger):]
    assert [row[ids] for row in new] == [f"P{2 + i}" for i in range(1_200)]
    assert [(row[documents], row[others]) for row in new] == [(row[1], row[4]) for row in rows]
    cell = sheet.getCellByPosition(documents, len(posted) - 1)
    assert (cell.CellStyle, cell.getPropertyState("NumberFormat").value) == ("Steward Text", "DEFAULT_VALUE")
    assert edits(controlled) == []
    assert len(undo.getAllUndoActionTitles()) == len(steps) + 1
    undo.undo()
    assert table(controlled, "ledger") == ledger
    undo.redo()
    assert table(controlled, "ledger") == posted


def test_a_figure_that_a_macro_writes_is_seen_and_logged(office, controlled):
    controlled.Sheets[0].getCellByPosition(2, 3).setValue(150.0)
    rows = until(lambda: edits(controlled), "the row of the log")
    assert [row[2:] for row in rows] == [("100", "150")]
    assert rows[0][0].endswith("$C$4")


def test_figures_of_every_table_under_control_are_seen(office, document):
    first = document.Sheets[0]
    document.Sheets.insertNewByName("Second", 1)
    second = document.Sheets[1]
    for sheet, word in ((first, "Rent"), (second, "Travel")):
        sheet.getCellRangeByName("A1:B3").setDataArray((("Line", "Budget 2026"), (word, 100.0), (word + " abroad", 200.0)))
    office.settle()
    Commands(office, document)("setUp", table="all")
    office.settle()
    second.getCellByPosition(1, 1).setValue(150.0)
    rows = until(lambda: edits(document), "the row of the log")
    assert [row[2:] for row in rows] == [("100", "150")]
    assert "Second" in rows[0][0]


def test_a_setting_changed_by_hand_is_logged(office, controlled):
    rows = table(controlled, "settings")
    area = controlled.DatabaseRanges.getByName("steward_settings").getDataArea()
    sheet = controlled.Sheets[area.Sheet]
    sheet.unprotect("")
    at = next(place for place, row in enumerate(rows) if row[0] == "start_month")
    sheet.getCellByPosition(area.StartColumn + 2, area.StartRow + at).setValue(7)
    changed = until(lambda: edits(controlled), "the row of the log")
    assert [row[2:] for row in changed] == [("1", "7")]


def test_logging_leaves_undo_and_redo_alone(office, controlled):
    undo = controlled.getUndoManager()
    controlled.Sheets[0].getCellByPosition(2, 3).setValue(150.0)
    until(lambda: len(edits(controlled)) == 1, "the row of the log")
    titles = undo.getAllUndoActionTitles()
    undo.undo()
    until(lambda: len(edits(controlled)) == 2, "the row of the undo")
    assert controlled.Sheets[0].getCellByPosition(2, 3).Value == 100
    assert undo.isRedoPossible() and undo.getAllUndoActionTitles() == titles[1:]
    assert edits(controlled)[1][2:] == ("150", "100")
    undo.redo()
    until(lambda: len(edits(controlled)) == 3, "the row of the redo")


def test_a_breach_by_hand_raises_one_bar_that_says_what_to_do(office, controlled):
    ledger_cell(controlled, "Amount").setValue(1500.0)
    told = until(lambda: bars(office, controlled), "the information bar")
    assert len(told) == 1 and "Travel is over budget by 300.00" in told[0]
    ledger_cell(controlled, "Amount").setValue(1600.0)
    told = until(lambda: [text for text in bars(office, controlled) if "400.00" in text], "the bar of the greater breach")
    assert len(bars(office, controlled)) == 1
    ledger_cell(controlled, "Amount").setValue(900.0)
    until(lambda: not [text for text in bars(office, controlled) if "over budget" in text], "the end of the bar")


def test_the_log_stays_whole_and_a_paste_of_many_cells_is_capped(office, controlled):
    sheet = controlled.Sheets[0]
    sheet.getCellRangeByPosition(2, 3, 13, 5).setDataArray(((1.0,) * 12, (2.0,) * 12, (3.0,) * 12))
    until(lambda: len(edits(controlled)) == 37 or len(edits(controlled)) >= 36, "the rows of the log")
    answer = Commands(office, controlled)("verifyLog")
    assert dict((row[0], row[1]) for row in answer[1:])["broken row"] == 0


def test_changes_made_without_the_extension_are_found_on_opening(office, controlled, tmp_path):
    target = tmp_path / "controlled.ods"
    controlled.storeAsURL(target.as_uri(), values(FilterName="calc8"))
    settings = [row[0] for row in table(controlled, "settings")]
    assert settings.count("fingerprint") >= 2
    again = office.show(target)
    office.settle(1)
    assert not [row for row in log(again) if row[1] == "edit without Steward"]
    again.close(True)


def test_the_watchers_own_part_is_short(office, controlled):
    """A keystroke on a workbook of 12,000 watched cells: the time of the whole change, with and without the watcher's part,
    is looked at by the benchmark; here it must only not be felt."""
    cell = controlled.Sheets[0].getCellByPosition(3, 3)
    started = time.monotonic()
    for amount in range(10):
        cell.setValue(200.0 + amount)
    assert time.monotonic() - started < 2.5


def typed(office, document, cell, text):
    """Types into a cell; the words of the warning, which is answered with Cancel, or nothing."""
    document.CurrentController.select(cell)
    office.settle()
    office.key(*text, "Return")
    warning = office.dialog_within(3)
    if not warning:
        return None
    words = office.texts(warning)
    office.key("Escape")
    office.settle()
    return words


def test_an_overrun_typed_into_the_ledger_is_warned_of_before_it_stands(office, controlled):
    """Travel has 1,200, of which 900 are spent by the row that is typed over."""
    amount = ledger_cell(controlled, "Amount")
    sheet = amount.getSpreadsheet()
    controlled.CurrentController.setActiveSheet(sheet)
    sheet.unprotect("")
    assert typed(office, controlled, amount, "1200") is None and amount.Value == 1200.0
    assert "over the budget" in typed(office, controlled, amount, "1201") and amount.Value == 1200.0
    assert typed(office, controlled, amount, "100") is None and amount.Value == 100.0
