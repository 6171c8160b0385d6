"""The ways round the control, each tried in a real window on the user's budget cells and, with the protection taken off, on
the ledger: none is silent. A protected sheet refuses; anywhere else the log has the old and the new value, Check Now finds
what is wrong now, and the information bar tells of a breach with no further event of the user."""
import re

import pytest
from bypass import BESIDE, Bypass
from com.sun.star.sheet.TableOperationMode import COLUMN
from controlled import Commands, column, table
from office import values
from window import until
from workbooks import fill_monthly

POSTINGS = (("date", "document", "stage", "amount", "Code", "Account"),
            ("2026-02-10", "INV-1", "actual", 900.0, "4100", "Travel"),
            ("2026-02-11", "INV-2", "actual", 100.0, "4200", "Training"),
            ("2026-02-12", "INV-3", "actual", 50.0, "4300", "Supplies"))
MACRO = """Sub PutAmount(cell, amount)
  cell.Value = amount
End Sub"""


@pytest.fixture(scope="module")
def workbook(office, tmp_path_factory):
    """A small controlled workbook with three postings, saved; every test opens it anew."""
    document = office.show()
    fill_monthly(document.Sheets[0])
    office.settle()
    run = Commands(office, document)
    run("setUp", basis="year")
    run("post", mode="post", rows=POSTINGS)
    path = tmp_path_factory.mktemp("bypass") / "controlled.ods"
    document.storeAsURL(path.as_uri(), values(FilterName="calc8"))
    document.close(True)
    return path


@pytest.fixture
def book(office, workbook):
    one = Bypass(office, workbook)
    yield one
    for _ in range(3):
        if office.dialog() is not None:
            one.keys("Escape")
    one.document.close(True)


# The ways, each of one cell (or the column of three from it on). All but those in place of a figure leave 1500 there.
def typing(book):
    book.select_cells()
    book.type("1500")


def typing_a_formula(book):
    book.select_cells()
    book.type("=1000+500")


def paste(book):
    book.copy_beside(1500)
    book.select_cells()
    book.keys("ctrl+v")
    book.answer("Return")


def paste_special_values(book):
    book.copy_beside(1500)
    book.select_cells()
    book.command("InsertContents", Flags="V", FormulaCommand=0, SkipEmptyCells=False, Transpose=False, AsLink=False, MoveMode=4)
    book.answer("Return")


def paste_special_add(book):
    book.copy_beside(1500)
    book.select_cells()
    book.command("InsertContents", Flags="V", FormulaCommand=1, SkipEmptyCells=False, Transpose=False, AsLink=False, MoveMode=4)
    book.answer("Return")


def fill_down(book):
    book.select_cells(rows=3)
    book.keys("ctrl+d")


def drag_fill(book):
    book.select_cells()
    end = re.sub("^.*[.]", "", book.cell(down=2).AbsoluteName)
    book.command("AutoFill", EndCell=end)


def fill_series(book):
    book.select_cells(rows=3)
    book.command("FillSeries", FillDir="B", FillCmd="L", FillStep="1000", FillDateCmd="D", FillStart="1500", FillMax="1.7E307")


def delete_key(book):
    book.select_cells()
    book.keys("Delete")


def cut(book):
    book.select_cells()
    book.keys("ctrl+x")
    book.select_beside()
    book.keys("ctrl+v")


def undo_and_redo(book):
    typing(book)
    until(lambda: len(book.edits()) == 1, "the row of the input")
    book.keys("ctrl+z")
    until(lambda: len(book.edits()) == 2, "the row of the undo")
    book.keys("ctrl+y")


def sort_rows(book):
    width = 27 if book.column > 5 else 15
    book.select(book.sheet, 0, book.row, rows=3, columns=width)
    book.command("DataSort", ByRows=True, HasHeader=False, Col1=book.column + 1, Ascending1=True)


def insert_row(book):
    book.select(book.sheet, book.column, book.row + 1)
    book.command("InsertRowsBefore")


def delete_row(book):
    book.select_cells()
    book.command("DeleteRows")


def find_and_replace(book):
    book.select_cells(rows=3)
    old, new = ("50", "1500") if book.column == 2 else ("900", "9500")
    search = {"SearchString": old, "ReplaceString": new, "Command": 3, "CellType": 0, "AllTables": False, "SearchFlags": 0,
              "Backward": False, "Selection": True, "AlgorithmType": 0}
    book.command("ExecuteSearch", **{"SearchItem." + name: value for name, value in search.items()})
    book.answer("Escape")


def basic_macro(book):
    """A macro of another workbook, whose macros are trusted."""
    other = book.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, values(Hidden=True, MacroExecutionMode=4))
    try:
        libraries = other.BasicLibraries
        if not libraries.hasByName("Standard"):
            libraries.createLibrary("Standard")
        libraries.getByName("Standard").insertByName("Bypass", MACRO)
        script = other.getScriptProvider().getScript("vnd.sun.star.script:Standard.Bypass.PutAmount?language=Basic&location=document")
        script.invoke((book.cell(), 1500.0), (), ())
    finally:
        other.close(True)


def api(book):
    book.cell().setValue(1500)


def api_array(book):
    book.sheet.getCellRangeByPosition(book.column, book.row, book.column, book.row + 1).setDataArray(((1500.0,), (1600.0,)))


def calculation_off_and_on(book):
    book.document.enableAutomaticCalculation(False)
    book.cell().setValue(1500)
    until(lambda: len(book.edits()) == 1, "the row of the log while nothing is calculated")
    book.document.enableAutomaticCalculation(True)


INPUT = [("Sheet1.C4", "100", "1500")]
LEDGER = [("Ledger.P2", "900", "1500")]
TRAVEL = "Travel is over budget by 300.00"
SUPPLIES = "Supplies is over budget by "
BY_HAND = "“Ledger” was changed by hand"
CHANGED = "Postings P1 to P3 are not as they were posted"
MORE = "+1,400.00 not approved"
LESS = "-100.00 not approved"
NOTHING_WRONG = ""
MONTHS_OF_TRAVEL = "4100; Travel; " + "; ".join(["100"] * 12)
OVER = "300.00 too much"

# way: (rows of the log and what Check Now says) for the user's budget; (rows, what the bar says, what Check Now says) for the
# ledger. The user's own table is a draft: what is changed there is not approved, and no breach that a bar would tell of.
WAYS = {
    typing: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
    typing_a_formula: (([("Sheet1.C4", "100", "=1000+500")], MORE), ([("Ledger.P2", "900", "=1000+500")], TRAVEL, OVER)),
    paste: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
    paste_special_values: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
    paste_special_add: (([("Sheet1.C4", "100", "1600")], "+1,500.00 not approved"),
                        ([("Ledger.P2", "900", "2400")], "Travel is over budget by 1,200.00", "1,200.00 too much")),
    fill_down: (([("Sheet1.C5", "50", "100"), ("Sheet1.C6", "25", "100")], "+75.00 not approved"),
                ([("Ledger.P3", "100", "900"), ("Ledger.P4", "50", "900")], SUPPLIES + "600.00", "600.00 too much")),
    drag_fill: (([("Sheet1.C5", "50", "101"), ("Sheet1.C6", "25", "102")], "+77.00 not approved"),
                ([("Ledger.P3", "100", "901"), ("Ledger.P4", "50", "902")], SUPPLIES + "602.00", "602.00 too much")),
    fill_series: (([*INPUT, ("Sheet1.C5", "50", "2500"), ("Sheet1.C6", "25", "3500")], "+3,475.00 not approved"),
                  ([*LEDGER, ("Ledger.P3", "100", "2500"), ("Ledger.P4", "50", "3500")], SUPPLIES + "3,200.00", "3,200.00 too much")),
    delete_key: (([("Sheet1.C4", "100", "")], LESS), ([("Ledger.P2", "900", "")], BY_HAND, "refused Ledger, row 2: Amount")),
    cut: (([("Sheet1.C4", "100", "")], LESS), ([("Ledger.P2", "900", "")], BY_HAND, "refused Ledger, row 2: Amount")),
    undo_and_redo: (([*INPUT, ("Sheet1.C4", "1500", "100")], MORE), ([*LEDGER, ("Ledger.P2", "1500", "900")], TRAVEL, OVER)),
    sort_rows: (([("Sheet1.B4", "Travel", "Supplies"), ("Sheet1.C4", "100", "25"), ("Sheet1.C6", "25", "100")], NOTHING_WRONG),
                ([("Ledger.A2", "P1", "P3"), ("Ledger.P2", "900", "50"), ("Ledger.P4", "50", "900")], BY_HAND, NOTHING_WRONG)),
    insert_row: (([("Sheet1.A5", "", "")], NOTHING_WRONG), ([("Ledger.A3", "", "")], BY_HAND, "refused Ledger, row 3: Date")),
    find_and_replace: (([("Sheet1.C5", "50", "1500"), ("Sheet1.N5", "50", "1500")], "+17,400.00 not approved"),
                       ([("Ledger.P2", "900", "9500")], "Travel is over budget by 8,300.00", "8,300.00 too much")),
    basic_macro: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
    api: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
    api_array: (([*INPUT, ("Sheet1.C5", "50", "1600")], MORE), ([*LEDGER, ("Ledger.P3", "100", "1600")], "over budget by ", CHANGED)),
    calculation_off_and_on: ((INPUT, MORE), (LEDGER, TRAVEL, OVER)),
}
LEAVES_NOTHING_WRONG = (sort_rows, insert_row)


def name_of(way):
    return way.__name__


@pytest.mark.parametrize("way", WAYS, ids=name_of)
def test_in_the_users_budget(book, way):
    rows, finding = WAYS[way][0]
    way(book)
    book.must_be_logged(*rows)
    found = book.findings()
    assert finding in found
    assert way in LEAVES_NOTHING_WRONG or found
    assert book.is_log_whole()


@pytest.mark.parametrize("way", WAYS, ids=name_of)
def test_in_the_ledger_without_its_protection(book, way):
    rows, bar, finding = WAYS[way][1]
    book.aim_at("ledger", "Amount").sheet.unprotect("")
    way(book)
    book.must_be_logged(*rows)
    book.must_tell(bar)
    found = book.findings()
    assert finding in found
    assert way in LEAVES_NOTHING_WRONG or found
    if "refused" not in found:
        assert book.is_log_whole()


@pytest.mark.parametrize("table_code", ("budget", "ledger"))
def test_multiple_operations(book, table_code):
    """1500 and what stands to the left, computed over a formula beside."""
    if table_code == "ledger":
        book.aim_at("ledger", "Amount").sheet.unprotect("")
    else:
        book.aim(book.sheet, 3, 3)
    first = book.document.Sheets[0]
    old = f"{book.cell().Value:.15g}"
    first.getCellByPosition(*BESIDE).setFormula("=V21+1500")
    both = book.sheet.getCellRangeByPosition(book.column - 1, book.row, book.column, book.row)
    at = first.getCellByPosition(BESIDE[0] + 1, BESIDE[1]).CellAddress
    both.setTableOperation(first.getCellRangeByPosition(*BESIDE, *BESIDE).RangeAddress, COLUMN, at, at)
    where = re.sub("[$']", "", book.cell().AbsoluteName)
    book.must_be_logged((where, old, book.cell().Formula))
    if table_code == "ledger":
        book.must_tell(TRAVEL)
    assert (CHANGED if table_code == "ledger" else "+1,500.00 not approved") in book.findings()


def test_a_row_taken_out_of_the_budget(book):
    delete_row(book)
    until(lambda: [one for one in book.edits() if one[1].startswith(MONTHS_OF_TRAVEL) and one[2] == ""], "the row of the log")
    assert "The line is gone from the budget table; 1,200.00 stay approved." in book.findings()


def test_a_row_taken_out_of_the_budget_is_one_row_of_the_log(book):
    delete_row(book)
    until(book.edits, "the row of the log")
    assert len(book.edits()) == 1


def test_a_row_taken_out_of_the_ledger(book):
    book.aim_at("ledger", "Amount").sheet.unprotect("")
    delete_row(book)
    until(lambda: [one for one in book.edits() if one[1].startswith("P1; ") and "INV-1" in one[1] and one[2] == ""], "the row of the log")
    book.must_tell(BY_HAND)
    assert "Posting P1 is in the log but no longer in the ledger" in book.findings()


def test_the_undo_of_a_posting(book):
    book.run("post", mode="post", rows=(POSTINGS[0], ("2026-03-01", "INV-4", "actual", 10.0, "4100", "Travel")))
    book.document.CurrentController.Frame.activate()
    book.select_beside()
    book.keys("ctrl+z")
    until(lambda: [one for one in book.edits() if one[1].startswith("P4; ") and one[2] == ""], "the row of the log")
    book.must_tell(BY_HAND)
    assert "Posting P4 is in the log but no longer in the ledger" in book.findings()


def test_a_protected_sheet_refuses_every_way_of_a_user(book):
    """One workbook for all of them: what is refused leaves nothing."""
    book.aim_at("ledger", "Amount")
    before = table(book.document, "ledger")
    for way in (typing, typing_a_formula, paste, paste_special_add, fill_down, drag_fill, fill_series, delete_key, cut, sort_rows,
                insert_row, delete_row, find_and_replace):
        way(book)
        book.answer("Escape", 0.3)
        until(lambda: book.office.dialog() is None or book.keys("Escape"), "the end of the message")
        assert table(book.document, "ledger") == before, name_of(way)
    assert book.edits() == []
    assert book.findings() == ""


# Other tables under control, with the protection taken off: table, column, row, what is written there, what is logged as the
# old value, what Check Now says.
TABLES = {
    "budget raised": ("versions", "Amount", 1, 5000.0, "100", "figures"),
    "rule loosened": ("rules", "Tolerance amount", 1, 1e6, "", "R1/1"),
    "limit only warns": ("rules", "Action", 1, "warn", "stop", "R1/1"),
    "available overwritten": ("control", "Available", 1, 9999.0, "=", "The formula was overwritten"),
    "original overwritten": ("control", "Original budget", 1, 9999.0, "=", "The formula was overwritten"),
    "actual overwritten": ("control", "Actual", 1, 0.0, "=", "The formula was overwritten"),
    "approver added": ("authorities", "Approver", 1, "Mallory", None, None),
}


@pytest.mark.parametrize("case", TABLES)
def test_in_another_control_table(book, case):
    code, header, row, new, old, finding = TABLES[case]
    book.aim_at(code, header, row).sheet.unprotect("")
    if isinstance(new, str):
        book.cell().setString(new)
    else:
        book.cell().setValue(new)
    written = f"{new:.15g}" if isinstance(new, float) else new
    where = re.sub("[$']", "", book.cell().AbsoluteName)
    if old is not None:
        book.must_be_logged((where, old, written))
    else:
        until(lambda: [one for one in book.edits() if written in one[2]], "the row of the log")
    book.must_tell(f"“{book.sheet.Name}” was changed by hand" if case not in ("available overwritten",) else "was changed by hand")
    if finding is not None:
        assert finding in book.findings()


def test_a_setting_changed_by_hand(book):
    book.aim_at("settings", "Value").sheet.unprotect("")
    rows = table(book.document, "settings")
    at = next(index for index, row in enumerate(rows) if row[0] == "as_of")
    book.aim_at("settings", "Value", at)
    book.cell().setString("2030-12-31")
    until(lambda: [one for one in book.edits() if one[2] == "2030-12-31"], "the row of the log")
    book.must_tell("was changed by hand")


def test_a_row_of_the_log_rewritten(book):
    book.aim_at("log", "New").sheet.unprotect("")
    book.cell().setString("nothing happened")
    book.office.settle()
    assert "row 1" in book.findings().lower() or "broken" in book.findings().lower()
    assert not book.is_log_whole()


def test_a_copied_ledger(book):
    sheet = book.aim_at("ledger", "Amount").sheet
    book.document.Sheets.copyByName(sheet.Name, "Second books", 1)
    book.must_be_logged(("Second books.A1", "", "steward_ledger_2"))
    book.must_tell("“Second books” was changed by hand")
    assert "steward_ledger_2 is a copy of a control table" in book.findings()
    copy = book.document.Sheets.getByName("Second books")
    copy.unprotect("")
    copy.getCellByPosition(book.column, book.row).setValue(0)
    assert table(book.document, "ledger")[1][column(table(book.document, "ledger"), "Amount")] == 900
