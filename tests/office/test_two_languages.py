"""A workbook that was set up in one language is worked on in an office of the other: every sheet that is made then shows figures."""
import subprocess

import pytest
from com.sun.star.sheet.FormulaResult import ERROR
from controlled import column, table
from office import url, values
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


def printed(document, path):
    """What a reader sees of the workbook: its pages as text."""
    document.storeToURL(url(path), values(FilterName="calc_pdf_Export"))
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


# "Keywords stored in tables are language-neutral codes, shown in words."
def test_codes_are_kept_and_shown_in_words(book, tmp_path):
    book.spend(100.0)
    control, ledger = table(book.document, "control"), table(book.document, "ledger")
    assert {row[column(control, "Nature", "性质")] for row in control[1:]} == {"expense"}
    assert ledger[-1][column(ledger, "Stage", "环节")] == "actual", "a row that was posted after set-up"
    pages = printed(book.document, tmp_path / "book.pdf")
    is_chinese = control[0][0] == HEADERS["zh"]
    for code, word in (("expense", "支出"), ("actual", "实际发生"), ("stop", "禁止"), ("original", "年初预算")):
        in_words = pages.split()
        assert (code in in_words) != is_chinese and (word in in_words) == is_chinese, (code, word)
