"""A workbook set up by an earlier build, whose tables have fewer columns: read as it stands, brought up to date by the next
command that writes."""
import pytest
from controlled import Commands, column, table
from workbooks import fill_monthly

FIRST = {"rules": 14, "authorities": 9, "requests": 14, "targets": 9, "settings": 4}  # columns of the first build
HEADER = ("date", "document", "stage", "amount", "Code", "Account")


def make_old(document):
    ranges, names = document.DatabaseRanges, document.NamedRanges
    for code, columns in FIRST.items():
        database = ranges.getByName("steward_" + code)
        area = database.getDataArea()
        sheet = document.getSheets().getByIndex(area.Sheet)
        sheet.unprotect("")
        last = area.StartColumn + columns - 1
        sheet.getCellRangeByPosition(last + 1, area.StartRow, area.EndColumn, area.EndRow).clearContents(1 | 2 | 4 | 16)
        area.EndColumn = last
        database.setDataArea(area)
        names.getByName(f"steward_{code}_cells").setContent(
            sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, last, area.EndRow).AbsoluteName)
        if code == "settings":
            rows = table(document, code)
            at = next(i for i, row in enumerate(rows) if row[0] == "schema")
            sheet.getCellByPosition(area.StartColumn + 2, area.StartRow + at).setValue(1.0)
        sheet.protect("")


@pytest.fixture
def run(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    command = Commands(office, document)
    command("setUp", basis="year", year="2026", asOf="2026-03-31")
    command("post", rows=(HEADER, ("2026-02-10", "D1", "actual", 100.0, "4100", "Travel")), mode="post")
    make_old(document)
    return command


def spent(run, amount, document_number, mode="post"):
    answer = run("post", rows=(HEADER, ("2026-02-11", document_number, "actual", amount, "4100", "Travel")), mode=mode)
    return dict(zip(answer[0], answer[1]))["verdict"]


def test_it_is_read_as_it_stands(document, run):
    assert not [row for row in run("check")[1:] if row[0] == "error"]
    assert spent(run, 1100.01, "D2", "check") == "Stop" and spent(run, 1100.0, "D2", "check") == "Allow"
    assert run("report")[0][0] == "line"
    assert len(table(document, "rules")[0]) == FIRST["rules"], "what writes nothing changes nothing"


def test_the_next_command_brings_it_up_to_date(document, run):
    assert spent(run, 50.0, "D2") == "Allow"
    for code in FIRST:
        assert len(table(document, code)[0]) > FIRST[code] and all(table(document, code)[0]), code
    log = table(document, "log")
    what = column(log, "What", "事项")
    assert [row[what] for row in log].count("upgrade") == 1
    assert spent(run, 50.0, "D3") == "Allow"
    assert [row[what] for row in table(document, "log")].count("upgrade") == 1
    assert "difference" not in [row[0] for row in run("verifyLog")]
    document.calculateAll()
    control = table(document, "control")
    assert {row[column(control, "Account")]: row[column(control, "Actual")] for row in control[1:]}["Travel"] == 200.0
