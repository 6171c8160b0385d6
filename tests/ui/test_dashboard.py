"""The dashboard in a real window: one click to the line, one to its postings, and back."""
import pytest
from controlled import column, control_monthly, keys, table
from window import until


BACK = (2, 4)  # the cell of Control that leads back


@pytest.fixture
def dashboard(office, document):
    """A controlled workbook with postings of two lines, its dashboard in view."""
    run = control_monthly(office, document, asOf="2026-03-31")
    names, lines = keys(document)
    rows = [("date", "document", "stage", "amount", *names)]
    rows += [("2026-02-10", f"D{at}", "actual", 200.0 + at, *lines[at]) for at in (0, 1)]
    run("post", rows=tuple(rows), mode="post")
    run("dashboard")
    sheet = document.Sheets.getByName("Dashboard")
    document.CurrentController.setActiveSheet(sheet)
    office.settle(1)
    return document


def cells_that_say(document, words):
    sheet = document.Sheets.getByName("Dashboard")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
    return [(r, c) for r, row in enumerate(rows) for c, value in enumerate(row) if isinstance(value, str) and words in value]


def follow_link(office, document, row, place):
    """Ctrl and a click on the words of a cell."""
    cell = office.cell(document, row, place)
    at, size = cell.getLocationOnScreen(), cell.getSize()
    x, y = str(at.X + 12), str(at.Y + size.Height // 2)
    office.display.run("xdotool", "mousemove", x, y)
    office.settle()
    office.display.run("xdotool", "keydown", "ctrl", "click", "1", "keyup", "ctrl")


def selected(document):
    return document.getCurrentSelection().getRangeAddress()


def test_a_click_leads_to_the_line_and_another_to_its_postings(office, dashboard):
    ledger = table(dashboard, "ledger")
    postings = cells_that_say(dashboard, "▸ Postings")
    assert len(postings) >= 2
    for row, place in postings[:2]:
        id_of_line = dashboard.Sheets.getByName("Dashboard").getCellByPosition(0, row).getString()
        follow_link(office, dashboard, row, place)
        dialog = office.wait_for_dialog("Show Postings")
        assert id_of_line in office.texts(dialog)
        office.button(dialog, "Go to Posting").press()
        until(lambda: dashboard.CurrentController.ActiveSheet.Name == "Ledger", "the ledger in view")
        area = dashboard.DatabaseRanges.getByName("steward_ledger").getDataArea()
        found = ledger[selected(dashboard).StartRow - area.StartRow]
        assert id_of_line.endswith(str(found[column(ledger, "Account")])), (id_of_line, found)
        office.finish_commands()
        office.press_in_bar(dashboard, "Back")
        until(lambda: dashboard.CurrentController.ActiveSheet.Name == "Dashboard", "the dashboard again")
        office.settle()
        follow_link(office, dashboard, row, 0)
        until(lambda: dashboard.CurrentController.ActiveSheet.Name != "Dashboard", "the line in view")
        assert dashboard.CurrentController.ActiveSheet.Name == "Control"
        control = table(dashboard, "control")
        top = dashboard.DatabaseRanges.getByName("steward_control").getDataArea().StartRow
        assert str(control[selected(dashboard).StartRow - top][column(control, "Account")]) in id_of_line
        follow_link(office, dashboard, *BACK)
        until(lambda: dashboard.CurrentController.ActiveSheet.Name == "Dashboard", "the dashboard again")
        office.settle()
