"""A controlled workbook where the extension is missing: it opens, keeps its formulas, and what was changed there is found."""
import pytest
from conftest import BUILD
from controlled import Commands, column, table
from office import Office, programs, values
from workbooks import LINES, YEAR, fill_monthly

HEADER = ("date", "document", "stage", "amount", "reference", "Code", "Account")


@pytest.fixture(scope="module", params=programs())
def offices(request):
    with Office(request.param).install(BUILD / "steward.oxt") as with_it, Office(request.param) as without:
        yield with_it, without


def controlled_file(office, path):
    document = office.new()
    fill_monthly(document.getSheets().getByIndex(0))
    command = Commands(office, document)
    command("setUp", basis="year")
    code, account, _ = LINES[0]
    command("post", mode="post", rows=(HEADER, ("2026-02-10", "D1", "actual", 300.0, "", code, account)))
    document.storeAsURL(path.as_uri(), values(FilterName="calc8"))
    office.close(document)


def test_it_opens_is_edited_and_comes_back(offices, tmp_path):
    with_it, without = offices
    path = tmp_path / "budget.ods"
    controlled_file(with_it, path)

    document = without.open(path)
    ledger = document.DatabaseRanges.getByName("steward_ledger").getDataArea()
    sheet = document.getSheets().getByIndex(ledger.Sheet)
    rows = table(document, "ledger")
    amount = column(rows, "Amount")
    assert rows[1][amount] == 300.0
    sheet.unprotect("")
    sheet.getCellByPosition(ledger.StartColumn + amount, ledger.StartRow + 1).setValue(30.0)
    document.getSheets().getByIndex(0).getCellByPosition(2, 3).setValue(1100.0)
    document.store()
    without.close(document)

    document = with_it.open(path)
    try:
        document.calculateAll()
        control = table(document, "control")
        assert control[1][column(control, "Original budget")] == LINES[0][2] * 12
        assert control[1][column(control, "Actual")] == 30.0, "the formulas work again"
        answer = Commands(with_it, document)("check")
        found = " ".join(str(row) for row in answer[1:])
        assert "not as they were posted" in found
        assert "+1,000.00 not approved" in found
        assert YEAR == sum(row[column(control, "Original budget")] for row in control[1:])
    finally:
        with_it.close(document)


def test_a_setting_changed_without_the_extension_is_in_the_log(offices, tmp_path):
    with_it, without = offices
    path = tmp_path / "settings.ods"
    controlled_file(with_it, path)

    document = without.open(path)
    rows = table(document, "settings")
    area = document.DatabaseRanges.getByName("steward_settings").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    sheet.unprotect("")
    at = next(place for place, row in enumerate(rows) if row[0] == "start_month")
    sheet.getCellByPosition(area.StartColumn + 2, area.StartRow + at).setValue(7)
    document.store()
    without.close(document)

    document = with_it.open(path)
    try:
        log = table(document, "log")
        edits = [row for row in log[1:] if row[column(log, "What")] == "edit without Steward"]
        assert len(edits) == 1 and "Settings" in edits[0][column(log, "Document")]
        assert [row for row in Commands(with_it, document)("check")[1:] if "log is broken" in str(row)] == []
    finally:
        with_it.close(document)


def test_a_workbook_that_was_only_saved_again_has_nothing_to_tell(offices, tmp_path):
    with_it, without = offices
    path = tmp_path / "same.ods"
    controlled_file(with_it, path)
    document = without.open(path)
    document.store()
    without.close(document)
    document = with_it.open(path)
    log = table(document, "log")
    with_it.close(document)
    assert [row[column(log, "What")] for row in log[1:]] == ["setUp", "setting", "rule", "post"]
