"""Long reading and writing in a real window: how far it has come, Cancel, and what of it gets into other files."""
import pytest
from conftest import BUILD
from controlled import control_monthly, keys, table
from office import programs, values
from window import Window, until

import uno

ROWS = 200_000  # written in some seconds, so that a test hears of it in time
LINES = [("4100", "Travel", 1000.0)]
RECOVERY = "vnd.sun.star.autorecovery:"


@pytest.fixture(scope="module")
def office(display):
    with_recovery = Window(display, programs()[0])
    with_recovery.saves_for_recovery = True
    with with_recovery.install(BUILD / "steward.oxt") as running:
        yield running


@pytest.fixture
def rows(office, document):
    """Very many small postings for the first line of a controlled workbook, as the command takes them."""
    run = control_monthly(office, document, LINES, asOf="2026-03-31")
    names, lines = keys(document)
    header = ("date", "document", "stage", "amount", *names)
    return run, [header, *(("2026-02-10", f"D{at}", "actual", 0.01, *lines[0]) for at in range(ROWS))]


@pytest.fixture
def invoices(office, document, rows):
    """The same rows on a sheet of the workbook, selected, with the dialog of Post open and their verdicts in it."""
    document.Sheets.insertNewByName("Invoices", document.Sheets.Count)
    sheet = document.Sheets.getByName("Invoices")
    area = sheet.getCellRangeByPosition(0, 0, len(rows[1][0]) - 1, ROWS)
    area.setDataArray(tuple(rows[1]))
    office.settle()
    document.CurrentController.setActiveSheet(sheet)
    document.CurrentController.select(area)
    command = office.dispatch(document, "org.steward.budget:post")
    dialog = office.wait_for_dialog("Post", seconds=60)
    until(lambda: office.dialog("At Work") is None and office.button(dialog, "Post All").is_enabled, "the verdicts", 60)
    return dialog, command


def state(document):
    return [table(document, code) for code in ("ledger", "log")], document.Sheets.ElementNames, document.UndoManager.AllUndoActionTitles


def save_for_recovery(office):
    """What the office does by itself from time to time; the files that it keeps then."""
    url = uno.createUnoStruct("com.sun.star.util.URL", Complete=RECOVERY + "/doSessionSave", Protocol=RECOVERY, Path="/doSessionSave")
    office.context.getValueByName("/singletons/com.sun.star.frame.theAutoRecovery").dispatch(url, values(DispatchAsynchron=False))
    return [file for file in (office.home / "profile/user/backup").glob("*") if file.is_file()]


def test_posting_is_cancelled_while_it_writes_and_all_of_it_is_taken_back(office, document, invoices):
    before = state(document)
    dialog, command = invoices
    office.button(dialog, "Post All").press()
    office.wait_for_work("writing")
    office.key("Escape")
    office.wait_until_closed("At Work")
    said = until(office.dialog, "the word that it was cancelled")
    assert "Cancelled. Nothing was written." in office.texts(said)
    office.key("Escape")
    command.join(20)
    assert state(document) == before
    assert not document.UndoManager.isRedoPossible()


def test_half_a_ledger_is_in_no_recovery_file(office, document, invoices):
    dialog, command = invoices
    office.button(dialog, "Post All").press()
    office.wait_for_work("writing")
    assert save_for_recovery(office) == []
    command.join(60)
    assert len(table(document, "ledger")) == ROWS + 1 and document.isModified()
    assert save_for_recovery(office), "the whole ledger is saved"


def test_reading_a_large_workbook_is_cancelled(office, document, rows):
    run, many = rows
    run("post", rows=tuple(many), mode="post")
    before = state(document)
    office.dispatch(document, "org.steward.budget:check")
    office.button(office.wait_for_work("reading"), "Cancel").press()
    office.wait_until_closed("At Work")
    assert "Cancelled. Nothing was written." in office.texts(until(office.dialog, "the word that it was cancelled"))
    office.key("Escape")
    office.finish_commands()
    office.dispatch(document, "org.steward.budget:post")
    office.button(office.wait_for_work("reading"), "Cancel").press()
    office.finish_commands()
    assert office.dialog() is None, "a dialog that was not wanted does not open"
    assert state(document) == before
