"""Requests and decisions on the installed extension: who may do what follows LibreOffice's user identity."""
import pytest
from controlled import Commands, Refused, column, table
from workbooks import fill_monthly

GRANTS = (("*", "*", 500.0, "", 1.0, "Head", 3.0, "", "", ""), ("*", "*", "", "", 2.0, "Boss", "", "", "", ""))
HEADER = ("date", "document", "stage", "amount", "reference", "Code", "Account", "request")


@pytest.fixture
def run(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    command = Commands(office, document)
    command("setUp", basis="year", year="2026")
    area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    sheet.unprotect("")
    sheet.Rows.insertByIndex(area.EndRow, len(GRANTS))
    sheet.getCellRangeByPosition(area.StartColumn, area.EndRow, area.EndColumn, area.EndRow + len(GRANTS) - 1).setDataArray(GRANTS)
    sheet.protect("")
    return command


def post(run, amount, account, code, request="", mode="check", **options):
    answer = run("post", rows=(HEADER, ("2026-02-10", "D1", "actual", amount, "", code, account, request)), mode=mode, **options)
    return dict(zip(answer[0], answer[1]))["verdict"]


def test_a_transfer_from_request_to_spending(document, run, people):
    run("transfer", line="4100 / Travel", to="4200 / Training", period="2026-02-10", amount=400.0, purpose="course")
    document.calculateAll()
    control = table(document, "control")
    left, name = column(control, "Available"), column(control, "Account")
    assert {row[name]: row[left] for row in control[1:]}["Travel"] == 800.0, "Control shows it as well"
    assert post(run, 801.0, "Travel", "4100") == "Stop", "what is asked to be moved away is not there to be spent"
    assert post(run, 1000.0, "Training", "4200") == "Stop", "and has not arrived"
    with pytest.raises(Refused, match="cannot decide"):
        run("decide", request="R1")
    people("Head")
    run("decide", request="R1", reason="agreed")
    assert post(run, 1000.0, "Training", "4200") == "Allow"
    document.calculateAll()
    control = table(document, "control")
    into, out = column(control, "Transfers in"), column(control, "Transfers out")
    assert [(row[into], row[out]) for row in control[1:3]] == [(0.0, 400.0), (400.0, 0.0)]
    requests = table(document, "requests")
    assert requests[1][column(requests, "State")] == "approved" and requests[1][column(requests, "Decided by")] == "Head"
    assert "difference" not in [row[0] for row in run("verifyLog")]


def test_the_approver_passes_a_limit_with_a_reason(run, people):
    assert post(run, 1300.0, "Travel", "4100", reason="storm") == "Stop"
    people("Head")
    assert post(run, 1300.0, "Travel", "4100") == "Stop"
    assert post(run, 1300.0, "Travel", "4100", reason="storm", mode="post") == "Warn"


def test_a_closed_period_beats_everything(run, people):
    run("rollForward", period="FY2026-P01")
    run("rollForward", period="FY2026-P02")
    people("Boss")
    assert post(run, 1.0, "Travel", "4100", reason="storm") == "Stop"
    people("Ann Lee")
    run("request", type="reopen", period="FY2026-P02", purpose="late invoice")
    people("Head")
    run("decide", request="R1")
    assert post(run, 1.0, "Travel", "4100") == "Allow"
