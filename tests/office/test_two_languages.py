"""A workbook that was set up in one language is worked on in an office of the other: every sheet that is made then shows figures."""
import pytest
from com.sun.star.sheet.FormulaResult import ERROR
from controlled import table
from test_rules import Book

# The header of a table in the language that the office of the tests does not speak.
HEADERS = {"en": "Line", "zh": "项目编号"}


def cells_in_error(document):
    """Sheet and address of each formula that shows an error."""
    found = []
    for name in document.Sheets.ElementNames:
        for area in document.Sheets.getByName(name).queryFormulaCells(ERROR).RangeAddressesAsString.split(";"):
            found += [(name, area)] if area else []
    return found


@pytest.fixture(params=["en", "zh"])
def book(request, office, document, people):
    book = Book(office, document, people, language=request.param)
    assert table(document, "control")[0][0] == HEADERS[request.param]
    return book


@pytest.mark.parametrize("command", ["dashboard", "report", "forecast"])
def test_a_sheet_made_in_another_language_shows_figures(book, command):
    book.spend(100.0)
    book.run(command)
    book.document.calculateAll()
    assert cells_in_error(book.document) == []


def test_a_control_sheet_written_anew_in_another_language_shows_figures(book):
    budget = book.document.getSheets().getByIndex(0)
    budget.Rows.insertByIndex(5, 1)
    budget.getCellRangeByPosition(0, 5, 13, 5).setDataArray((("4250", "Prizes", *([10.0] * 12)),))
    book.run("revise", purpose="prizes")
    book.people("Head")
    book.run("decide", request="R1")
    book.spend(100.0)
    assert book.figure("Travel", "Available", "可用余额") == 1100.0 and book.figure("Prizes", "Available", "可用余额") == 120.0
    assert cells_in_error(book.document) == []
