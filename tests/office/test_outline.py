"""Subtotals that are typed and have names that tell nothing: the grouping of the rows says what they are, whatever kind of
file the workbook comes from, and in a workbook that has no file yet."""
import pytest
from controlled import Commands
from office import url, values
from workbooks import put
from com.sun.star.table import CellRangeAddress  # noqa: E402
from com.sun.star.table.TableOrientation import ROWS  # noqa: E402

LINES = [["Item", "Budget"], ["Salaries", 700.0], ["Pensions", 300.0], ["Staff", 1000.0], ["Rent", 200.0], ["Power", 50.0],
         ["Repairs", 10.0], ["House", 260.0]]
FILTERS = {"ods": "calc8", "xlsx": "Calc MS Excel 2007 XML"}


def fill_grouped(document):
    sheet = document.getSheets().getByIndex(0)
    put(sheet, 0, LINES)
    for first, last in ((1, 2), (4, 6)):
        area = CellRangeAddress()
        area.StartRow, area.EndRow = first, last
        sheet.group(area, ROWS)


def detected(office, document):
    answer = Commands(office, document)("detect")
    return [dict(zip(answer[0], row)) for row in answer[1:]]


def is_right(rows):
    return [(row["total"], row["lines"], row["question"]) for row in rows] == [(1260.0, 5.0, "")]


@pytest.mark.parametrize("kind", FILTERS)
def test_of_a_file(office, tmp_path, kind):
    made = office.new()
    fill_grouped(made)
    path = tmp_path / f"grouped.{kind}"
    made.storeToURL(url(path), values(FilterName=FILTERS[kind]))
    office.close(made)
    document = office.open(path)
    try:
        assert not document.isModified()
        assert is_right(detected(office, document)), detected(office, document)
        assert not document.isModified()
        document.getSheets().getByIndex(0).getCellByPosition(3, 0).setString("changed")
        assert is_right(detected(office, document)), "after a change the file no longer tells"
    finally:
        office.close(document)


def test_of_a_workbook_without_a_file(office, document):
    fill_grouped(document)
    was_modified, where, undo = document.isModified(), document.getURL(), document.getUndoManager().getAllUndoActionTitles()
    assert is_right(detected(office, document)), detected(office, document)
    assert (document.isModified(), document.getURL()) == (was_modified, where)
    assert document.getUndoManager().getAllUndoActionTitles() == undo


def test_without_groups_it_is_asked(office, document):
    put(document.getSheets().getByIndex(0), 0, LINES)
    rows = detected(office, document)
    assert rows[0]["question"] and rows[0]["total"] == ""


def test_set_up_takes_the_lines_only(office, document, tmp_path):
    fill_grouped(document)
    run = Commands(office, document)
    run("setUp", url=url(tmp_path / "controlled.ods"))
    report = run("check")
    assert report[0] and not any("not approved" in str(cell) for row in report[1:] for cell in row), report
