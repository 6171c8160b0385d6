"""Work that takes its time, in a real window: the dialog that shows how far it has come, and its Cancel."""
import pytest
from controlled import control_monthly, keys, table
from window import Role, children, until, visible_name, walk

ROWS = 150_000
LINES, LONG_LEDGER = 2_000, 20_001
VERDICTS = "Verdicts, before anything is written:"


@pytest.fixture
def many_rows(office, document):
    """A controlled workbook with a sheet of very many rows to post, which are selected."""
    control_monthly(office, document, asOf="2026-03-31")
    names, lines = keys(document)
    document.Sheets.insertNewByName("Invoices", document.Sheets.Count)
    sheet = document.Sheets.getByName("Invoices")
    rows = [("date", "document", "stage", "amount", *names)]
    rows += [("2026-02-10", f"D{at}", "actual", 0.01, *lines[0]) for at in range(ROWS)]
    area = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, ROWS)
    area.setDataArray(tuple(rows))
    office.settle()
    document.CurrentController.setActiveSheet(sheet)
    document.CurrentController.select(area)
    return document


def verdicts(dialog):
    box = next(one for one in walk(dialog) if one.getAccessibleRole() == Role.LIST and visible_name(one) == VERDICTS)
    return [one.getAccessibleName() for one in children(box)]


def test_a_check_of_many_rows_is_cancelled_and_done_again(office, many_rows):
    command = office.dispatch(many_rows, "org.steward.budget:post")
    work = office.wait_for_work("Post: working")
    office.button(work, "Cancel").press()
    dialog = office.wait_for_dialog("Post", seconds=60)
    until(lambda: "Cancelled. Nothing was written." in office.texts(dialog), "the word that it was cancelled")
    assert not office.button(dialog, "Post All").is_enabled
    office.button(dialog, "Check").press()
    office.wait_for_work("Post: working")
    office.key("Escape")  # in the dialog in front it is Cancel as well
    office.wait_until_closed("At Work")
    until(lambda: "Cancelled. Nothing was written." in office.texts(dialog), "the word that it was cancelled")
    office.button(dialog, "Check").press()
    office.wait_for_dialog("At Work", seconds=60)
    office.wait_until_closed("At Work", seconds=120)
    assert until(lambda: verdicts(dialog), "the verdicts")[0].startswith("Allowed")
    office.button(dialog, "Cancel").press()
    command.join(60)
    assert not command.is_alive()
    rows = table(many_rows, "ledger")
    assert not [row for row in rows[1:] if row[0]], "nothing was posted"


def test_beside_a_long_ledger_nobody_waits_for_a_verdict_at_every_key(office, document):
    run = control_monthly(office, document, asOf="2026-03-31")
    names, lines = keys(document)
    rows = [("date", "document", "stage", "amount", *names)]
    rows += [("2026-02-10", f"D{at}", "actual", 0.01, *lines[0]) for at in range(LONG_LEDGER)]
    run("post", rows=tuple(rows), mode="post")
    office.dispatch(document, "org.steward.budget:post")
    dialog = office.wait_for_dialog("Post")
    office.widget(dialog, "Amount:", Role.TEXT).type("25")
    office.settle(1)
    assert office.dialog("At Work") is None and verdicts(dialog) == []
    office.button(dialog, "Check").press()
    assert until(lambda: verdicts(dialog), "the verdict")[0].startswith("Allowed")
    office.key("Escape")
    office.wait_until_closed("Post")


@pytest.fixture
def many_lines(office, document):
    """A controlled workbook of very many lines, each with two months of actuals."""
    lines = [(f"{at:05}", f"Account {at}", 100.0) for at in range(LINES)]
    run = control_monthly(office, document, lines, asOf="2026-02-28")
    names, found = keys(document)
    rows = [("date", "document", "stage", "amount", *names)]
    rows += [(day, f"{day[5:7]}/{key[0]}", "actual", 90.0, *key) for day in ("2026-01-20", "2026-02-20") for key in found]
    run("post", rows=tuple(rows), mode="post")
    return document


def test_a_forecast_from_the_menu_is_cancelled_and_writes_nothing(office, many_lines):
    sheets, log = many_lines.Sheets.ElementNames, table(many_lines, "log")
    office.choose(many_lines, "Budget", "Forecast")
    office.button(office.wait_for_work("Forecast: working"), "Cancel").press()
    office.wait_until_closed("At Work")
    said = office.wait_for_dialog()
    assert "Cancelled. Nothing was written." in office.texts(said)
    office.key("Escape")
    until(lambda: office.dialog() is None, "the end of the message")
    assert many_lines.Sheets.ElementNames == sheets and table(many_lines, "log") == log
