"""A budget revised, a year closed and the next one begun, on the installed extension with two workbooks."""
import pytest
from controlled import Commands, Refused, column, table
from test_approval import run  # noqa: F401
from workbooks import MONTHS, put

HEADER = ("date", "document", "stage", "amount", "reference", "Code", "Account")


def travel(day, document, stage, amount, reference=""):
    return (day, document, stage, amount, reference, "4100", "Travel")


def verdict(run, row):
    answer = run("post", rows=(HEADER, row), mode="check")
    return dict(zip(answer[0], answer[1]))["verdict"]


def control(document, header):
    rows = table(document, "control")
    return next(row for row in rows[1:] if "Travel" in row)[column(rows, header)]


def next_year(office, people):
    """The same budget for 2027, with one who approves everything."""
    document = office.new()
    put(document.getSheets().getByIndex(0), 0,
        [["Budget 2027"] + [""] * 13, ["Code", "Account", *MONTHS], ["4100", "Travel", *([100.0] * 12)], ["4200", "Training", *([50.0] * 12)]])
    command = Commands(office, document)
    command("setUp", basis="year")
    area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
    put_grant = document.getSheets().getByIndex(area.Sheet).getCellRangeByPosition(
        area.StartColumn, area.StartRow + 1, area.EndColumn, area.StartRow + 1)
    put_grant.setDataArray((("*", "*", "", "", 1.0, "Boss", "", "", "", ""),))
    return document, command


def test_the_draft_is_approved_line_by_line(run, document, people):  # noqa: F811
    document.getSheets().getByIndex(0).getCellByPosition(2, 3).setValue(400.0)
    shown = run("revise", mode="check")
    assert [row[2:5] for row in shown[1:]] == [[1200.0, 1500.0, 300.0]]
    run("revise", purpose="second fair")
    assert control(document, "Revised budget") == 1200
    people("Head")
    run("decide", request="R1")
    assert control(document, "Supplements") == 300
    assert control(document, "Available") == 1500
    assert [row for row in run("check")[1:] if row[0] != "note"] == []


def test_a_year_is_closed_and_the_next_takes_over(office, run, document, people):  # noqa: F811
    run("post", mode="post", rows=(HEADER, travel("2026-02-10", "INV-1", "actual", 300.0), travel("2026-03-01", "PO-1", "commitment", 500.0),
                                   travel("2026-03-20", "INV-2", "actual", 100.0, "PO-1")))
    closing = run("closeYear", policy="surplus")
    assert "Closing FY2026" in document.Sheets.ElementNames
    with pytest.raises(Refused):
        run("closeYear", year="2026")
    later, command = next_year(office, people)
    try:
        with pytest.raises(Refused):
            command("carry", rows=tuple(map(tuple, closing)))
        known = [closing[0]] + [row for row in closing[1:] if row[closing[0].index("Account")] in ("Travel", "Training")]
        command("request", type="carry", amount=5000.0)
        people("Boss")
        command("decide", request="R1")
        command("carry", rows=tuple(map(tuple, known)), request="R1")
        assert control(later, "Carried in") == 800
        assert control(later, "Committed") == 400
        assert control(later, "Available") == 1600
        command("post", mode="post", rows=(HEADER, travel("2027-02-01", "PO-1", "release", 400.0, "PO-1")))
        assert control(later, "Available") == 1600
        assert control(later, "Carried in") == 400
        assert [row for row in command("check")[1:] if row[0] == "error"] == []
    finally:
        office.close(later)


def test_what_is_typed_into_the_open_rows_needs_no_unprotecting(run, document):  # noqa: F811
    area = document.DatabaseRanges.getByName("steward_rules").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    assert sheet.isProtected()
    assert not sheet.getCellByPosition(area.StartColumn, area.StartRow + 2).CellProtection.IsLocked
    assert sheet.getCellByPosition(area.StartColumn, area.StartRow + 1).CellProtection.IsLocked
