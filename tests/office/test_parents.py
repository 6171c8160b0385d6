"""Parents on the sheet Control: over lines of another nature they show their own figures and no used %, over recoveries what
control lets them spend until those are in."""
import pytest
from controlled import Commands, column, table
from people import People
from test_control_cases import approve_settings, give_natures
from workbooks import MONTHS, put

LINES = (("Unit", 100.0, ""), ("Pay", 60.0, ""), ("Rent", 40.0, ""), ("Sales", 300.0, "revenue"), ("Nothing", 0.0, ""), ("Other", 17.5, ""))


def test_a_parent_over_sales_and_costs(office, document):
    put(document.getSheets().getByIndex(0), 0, [["Account", *MONTHS], *([name, *([amount] * 12)] for name, amount, _ in LINES)])
    run = Commands(office, document)
    run("setUp", year="2025", nature="expense", asOf="2025-12-31", table=f"A1:M{len(LINES) + 1}", answers="subtotals = no", basis="year",
        tree=(("Pay", "Unit"), ("Rent", "Unit"), ("Sales", "Unit")))
    title = document.getSheets().getByIndex(document.DatabaseRanges.getByName("steward_control").getDataArea().Sheet).getName()
    give_natures(document, LINES)
    approve_settings(run, document, People(office))
    header = ("date", "document", "amount", "Account")
    answer = run("post", rows=(header, ("2025-03-10", "S1", 5000.0, "Sales"), ("2025-03-10", "P1", 700.0, "Pay")), mode="post")
    assert [row[1] for row in answer[1:]] == ["Allow", "Allow"]
    document.calculateAll()
    control = table(document, "control")
    name = column(control, "Account")
    rows = {row[name]: row for row in control[1:]}
    figure = lambda line, *headers: rows[line][column(control, *headers)]  # noqa: E731
    assert (figure("Unit", "Actual"), figure("Sales", "Actual"), figure("Pay", "Actual")) == (700.0, 5000.0, 700.0)
    assert figure("Unit", "Available") == 500.0
    assert (figure("Unit", "Used %"), figure("Unit", "Execution rate"), figure("Unit", "Pace")) == ("", "", "")
    assert round(figure("Pay", "Used %"), 6) == round(700 / 720, 6)
    assert figure("Nothing", "Used %") == "", "of a budget of 0 there is no share"
    assert not [row for row in run("check")[1:] if row[0] == "error"]
    assert document.getSheets().hasByName(title), "the sheet that was made again keeps its title"
    report = run("report", asOf="2025-12-31")
    of_unit = next(dict(zip(report[0], row)) for row in report[1:] if row[0] == "Unit")
    assert (of_unit["variance"], of_unit["flag"], of_unit["used"], of_unit["status"]) == (500.0, "F", "", "")
    total = next(dict(zip(report[0], row)) for row in report[1:] if row[0] == "Total expense")
    assert total["budget"] == 1200.0 + 17.5 * 12, "what counts in the unit counts once"
    run("dashboard")
    document.calculateAll()
    dashboard = document.getSheets().getByName("Dashboard")
    heat = {row[0]: row[3] for row in dashboard.getCellRangeByName("A36:M45").getDataArray()}
    assert (heat["Unit"], round(heat["Pay"], 6)) == (7.0, round(700 / 60, 6)), "March: without the sales"
    assert dashboard.getCellRangeByName("B5").getValue() == 700.0


def set_up_unit(office, document, unit, lines):
    put(document.getSheets().getByIndex(0), 0, [["Account", *MONTHS], *([name, *([amount] * 12)] for name, amount, _ in (unit, *lines))])
    run = Commands(office, document)
    run("setUp", year="2025", nature="expense", asOf="2025-12-31", table=f"A1:M{len(lines) + 2}", answers="subtotals = no; sign = no", basis="year",
        tree=tuple((line[0], unit[0]) for line in lines))
    return run


def shown(document, line, *headers):
    document.calculateAll()
    rows = table(document, "control")
    return next(row for row in rows[1:] if row[column(rows, "Account")] == line)[column(rows, *headers)]


POSTED = ("date", "document", "amount", "Account")


# "A parent of +1,000 and -100 limits spending to 1,000 until the receipts are in": here 720 and -120 a year under 600.
@pytest.mark.parametrize("with_sales", [False, True], ids=["of one nature", "mixed"])
def test_a_parent_net_of_recoveries(office, document, with_sales):
    lines = [("Pay", 60.0, ""), ("Sales", 300.0, "revenue"), ("Refunds", -10.0, "")]
    lines = lines if with_sales else lines[::2]
    run = set_up_unit(office, document, ("Unit", 50.0, ""), lines)
    if with_sales:
        give_natures(document, (("Unit", 50.0, ""), *lines))
        approve_settings(run, document, People(office))

    def post(line, amount, number, mode="post"):
        return run("post", rows=(POSTED, ("2025-03-10", number, amount, line)), mode=mode)[1][1]

    fine = "" if with_sales else "Red"
    assert shown(document, "Refunds", "Status") == "Shortfall", "the year is over and nothing came in"
    assert post("Pay", 720.0, "P1") == "Allow" and post("Pay", 0.01, "P2", "check") == "Stop"
    assert shown(document, "Unit", "Status") == "Over, receipts awaited"
    assert post("Refunds", -60.0, "R1") == "Allow"
    assert (shown(document, "Refunds", "Status"), shown(document, "Refunds", "Landing")) == ("Shortfall", -60.0)
    assert shown(document, "Unit", "Status") == "Over, receipts awaited"
    assert post("Refunds", -70.0, "R2") == "Allow"
    assert shown(document, "Refunds", "Status") == "OK", "more came back than was planned, which is no overrun"
    assert shown(document, "Unit", "Status") == fine, "590 of 600"
    report = run("report", asOf="2025-12-31")
    of_unit = next(dict(zip(report[0], row)) for row in report[1:] if row[0] == "Refunds")
    assert of_unit["status"] == "OK"
