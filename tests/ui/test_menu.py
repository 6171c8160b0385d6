"""The menu Budget in a real window: its entries, set-up by mouse, undo and redo, checks and reports."""
import datetime
import pathlib
import sys

import pytest
from com.sun.star.document import UndoContextNotClosedException
from controlled import table
from office import values
from window import children, is_in, visible_name, until, State
from workbooks import YEAR, contents, fill_monthly

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "office"))
import vectors  # noqa: E402

ENTRIES = ["Set Up Control", "Post", "Check Now", "Explain This Figure", "Show Postings", "Request", "Approve", "Transfer", "Revise Budget",
           "Roll Forward", "Close Year", "Carry Forward", "Compare Versions", "Report", "Dashboard", "Forecast", "Verify Log", "Seal Log",
           "Export with Values", "Remove Control", "Options", "Help", "Check This Installation"]


def sheets(document):
    return list(document.Sheets.ElementNames)


def set_up(office, document):
    fill_monthly(document.Sheets[0])
    office.choose(document, "Budget", "Set Up Control")
    dialog = office.wait_for_dialog("Set Up Control")
    office.button(dialog, "OK").press()
    office.wait_until_closed("Set Up Control")
    until(lambda: document.getUndoManager().isUndoPossible()
          and document.getUndoManager().getCurrentUndoActionTitle() == "Set Up Control", "the control sheets")
    office.settle()


def test_every_entry_is_there_and_what_needs_control_is_not_offered_on_an_ordinary_workbook(office, document):
    entries = [one for one in office.open_menu(document, "Budget") if visible_name(one)]
    assert [visible_name(one) for one in entries] == ENTRIES
    enabled = [visible_name(one) for one in entries if is_in(one, State.ENABLED)]
    office.key("Escape", "Escape")
    assert enabled == ["Set Up Control", "Forecast", "Options", "Help", "Check This Installation"]


def test_set_up_is_one_undo_step(office, document):
    fill_monthly(document.Sheets[0])
    before, users = contents(document.Sheets[0]), sheets(document)
    set_up(office, document)
    controlled = sheets(document)
    assert len(controlled) == len(users) + 9
    assert sum(row[table(document, "control")[0].index("Original budget")] for row in table(document, "control")[1:]) == YEAR
    undo = document.getUndoManager()
    assert undo.getCurrentUndoActionTitle() == "Set Up Control"
    undo.undo()
    assert sheets(document) == users
    assert contents(document.Sheets[0]) == before
    undo.redo()
    assert sheets(document) == controlled
    assert not office.is_possible(document, "org.steward.budget:setUp")
    assert office.is_possible(document, "org.steward.budget:post")


def test_cancel_changes_nothing(office, document):
    fill_monthly(document.Sheets[0])
    before = contents(document.Sheets[0])
    office.choose(document, "Budget", "Set Up Control")
    dialog = office.wait_for_dialog("Set Up Control")
    office.button(dialog, "Cancel").press()
    office.wait_until_closed("Set Up Control")
    assert sheets(document) == ["Sheet1"] and contents(document.Sheets[0]) == before
    assert document.getUndoManager().getCurrentUndoActionTitle() != "Set Up Control"


def test_report_by_menu_adds_a_sheet_that_undo_takes_away(office, document):
    set_up(office, document)
    before = sheets(document)
    office.choose(document, "Budget", "Report")
    dialog = office.wait_for_dialog("Report")
    office.button(dialog, "OK").press()
    office.wait_until_closed("Report")
    added = until(lambda: [name for name in sheets(document) if name not in before], "the report")
    until(lambda: document.CurrentController.ActiveSheet.Name == added[0], "the report in view")
    until(lambda: is_undone(document), "the end of the step")
    assert sheets(document) == before


def is_undone(document):
    """Takes the last step back, once it is complete: a sheet is seen before its charts are drawn."""
    try:
        document.getUndoManager().undo()
        return True
    except UndoContextNotClosedException:
        return False


def test_check_this_installation_by_menu_leaves_a_report_for_the_auditor(office, document):
    """Every published case in this Calc, as a sheet with date, versions and every row, in a document of its own."""
    written = [(f"BUDGET.{name}", case["case"]) for name, _ in vectors.records() for case in vectors.cases(name)]
    office.choose(document, "Help", "Check This Installation")
    dialog = office.wait_for_dialog(seconds=120)
    assert str(len(written)) in office.texts(dialog), office.texts(dialog)
    office.key("Return")
    report = next(one for one in office.desktop.Components if one.RuntimeUID != document.RuntimeUID)
    try:
        sheet = report.CurrentController.ActiveSheet
        rows = sheet.getCellRangeByPosition(0, 0, 6, 9 + len(written)).DataArray
        head = [row[1] for row in rows[:9]]
        assert head[1] == (datetime.date.today() - datetime.date(1899, 12, 30)).days
        assert all(head[2:6]), head
        assert head[6:] == [len(written), len(written), 0]
        assert sorted((row[0], row[1]) for row in rows[10:]) == sorted(written)
        assert {row[5] for row in rows[10:]} == {"pass"}
        assert (sheet.getTitleRows().StartRow, sheet.getTitleRows().EndRow) == (9, 9)
    finally:
        report.close(True)
