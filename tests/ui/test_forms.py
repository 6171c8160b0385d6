"""The dialogs that ask, decide, revise and close, in a real window: filled, refused with the reason, carried out."""
import pytest
from controlled import Commands, column, table
from window import Role, until
from workbooks import fill_monthly

ADDRESS = "org.steward.budget:"


@pytest.fixture
def controlled(office, document):
    fill_monthly(document.Sheets[0])
    office.settle()
    Commands(office, document)("setUp", basis="year")
    area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
    sheet = document.Sheets[area.Sheet]
    rows = table(document, "authorities")
    for header, value in (("Type", "*"), ("Dimension", "*"), ("Level", 1.0), ("Approver", "Boss")):
        at = column(rows, header)
        cell = sheet.getCellByPosition(area.StartColumn + at, area.StartRow + 1)
        cell.setValue(value) if isinstance(value, float) else cell.setString(value)
    office.settle()
    return document


def field(office, dialog, name):
    return office.widget(dialog, name, Role.TEXT)


def requests(document):
    return [[row[column(table(document, "requests"), name)] for name in ("Request", "Type", "State")]
            for row in table(document, "requests")[1:] if row[0]]


def opened(office, document, command, title):
    office.dispatch(document, ADDRESS + command)
    return office.wait_for_dialog(title)


def test_a_transfer_that_cannot_be_is_refused_in_the_dialog_and_keeps_what_was_typed(office, controlled):
    dialog = opened(office, controlled, "transfer", "Transfer")
    field(office, dialog, "Amount:").type("100")
    office.button(dialog, "Ask").press()
    until(lambda: "same line and period" in office.texts(dialog), "the reason")
    assert field(office, dialog, "Amount:").text == "100"
    office.button(dialog, "Cancel").press()
    office.wait_until_closed("Transfer")
    assert requests(controlled) == []


def test_the_draft_is_revised_and_the_requester_cannot_approve_it(office, controlled):
    controlled.Sheets[0].getCellByPosition(2, 3).setValue(150.0)
    office.settle()
    opened(office, controlled, "revise", "Revise Budget")
    office.settle()
    office.key("alt+r", "f", "a", "i", "r", "alt+k")
    office.wait_until_closed("Revise Budget")
    until(lambda: requests(controlled) == [["R1", "revision", "open"]], "the request")
    rows = table(controlled, "requests")
    assert rows[1][column(rows, "Purpose")] == "fair" and rows[1][column(rows, "Amount")] == 50
    opened(office, controlled, "decide", "Approve")
    office.settle()
    office.key("alt+i")
    office.settle(1)
    assert office.dialog("Approve") is not None, "it stays, and says why"
    office.key("Escape")
    office.wait_until_closed("Approve")
    assert requests(controlled) == [["R1", "revision", "open"]]


def test_a_period_is_closed_and_the_next_one_offered(office, controlled):
    dialog = opened(office, controlled, "rollForward", "Roll Forward")
    office.button(dialog, "Close Period").press()
    office.wait_until_closed("Roll Forward")
    closed = until(lambda: [row for row in table(controlled, "settings") if row[0] == "period"], "the closed period")
    assert [row[1:3] for row in closed] == [["FY2026-P01", "closed"]]


def test_versions_are_compared_without_writing(office, controlled):
    rows = table(controlled, "log")
    opened(office, controlled, "compare", "Compare Versions")
    office.settle()
    office.key("Escape")
    office.wait_until_closed("Compare Versions")
    assert table(controlled, "log") == rows


def test_a_year_is_closed_by_its_dialog(office, controlled):
    dialog = opened(office, controlled, "closeYear", "Close Year")
    office.button(dialog, "Close Year").press()
    office.wait_until_closed("Close Year")
    until(lambda: "Closing FY2026" in controlled.Sheets.ElementNames, "the rows for next year")
    until(lambda: len([row for row in table(controlled, "settings") if row[0] == "period"]) == 12, "its closed periods")
