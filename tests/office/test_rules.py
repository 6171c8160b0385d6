"""When/then rules, reserve, settings, consent and commentary on the installed extension, typed as a user types them."""
import pytest
from controlled import Commands, Refused, column, table
from workbooks import fill_monthly

HEADER = ("date", "document", "stage", "amount", "reference", "Code", "Account")


class Book:
    """A controlled budget of travel 100, training 50 and supplies 25 a month; Head approves everything."""

    def __init__(self, office, document, people, **options):
        fill_monthly(document.getSheets().getByIndex(0))
        self.run, self.document, self.people = Commands(office, document), document, people
        self.run("setUp", basis="year", year="2026", asOf="2026-03-31", **options)
        self.type("authorities", {"Type": "*", "Dimension": "*", "Level": 1.0, "Approver": "Head"}, {"事项": "*", "维度": "*", "级次": 1.0, "审批人": "Head"})

    def type(self, code, cells, chinese=None):
        """Types a row into the first open row of a table, by the headers of its language."""
        area = self.document.DatabaseRanges.getByName("steward_" + code).getDataArea()
        sheet = self.document.getSheets().getByIndex(area.Sheet)
        rows = table(self.document, code)
        wanted = cells if all(name in rows[0] for name in cells) else chinese
        at = next(i for i, row in enumerate(rows) if i > 0 and not any(cell != "" for cell in row))
        sheet.unprotect("")
        for name, value in wanted.items():
            cell = sheet.getCellByPosition(area.StartColumn + rows[0].index(name), area.StartRow + at)
            cell.setValue(value) if isinstance(value, float) else cell.setString(value)
        sheet.protect("")

    def approve(self, kind):
        request = dict(map(tuple, self.run("request", type=kind)[1:]))["request"]
        self.people("Head")
        self.run("decide", request=request)
        self.people("Ann Lee")

    def spend(self, amount, account="Travel", document="D1", day="2026-03-10", mode="post"):
        code = {"Travel": "4100", "Training": "4200", "Supplies": "4300"}[account]
        answer = self.run("post", rows=(HEADER, (day, document, "actual", amount, "", code, account)), mode=mode)
        return dict(zip(answer[0], answer[1]))["verdict"]

    def figure(self, account, *names):
        self.document.calculateAll()
        control = table(self.document, "control")
        row = next(row for row in control[1:] if account in row)
        return row[column(control, *names)]

    def fired(self):
        log = table(self.document, "log")
        return sum(row[column(log, "What", "事项")] == "fired" for row in log[1:])


def test_a_cost_per_acquisition_freezes_half_of_what_is_left_once(office, document, people):
    book = Book(office, document, people)
    book.type("targets", {"Line": "L001", "Indicator": "Conversions", "Result": 2.0, "Period": "FY2026-P03"})
    book.type("rules", {"Rule": "W1", "Version": 1.0, "Metric": "cost per acquisition", "Per": "Conversions", "Scope": "Travel", "Comparison": ">",
                        "Limit": "50", "Then": "freeze", "Share": 0.5})
    book.approve("rule")
    book.spend(150.0)
    said = book.run("check")
    assert any("525.00 of what is left were frozen" in row[3] for row in said), said
    assert book.figure("Travel", "Frozen") == 525.0 and book.figure("Travel", "Available") == 525.0
    assert any("has met this already" in row[3] for row in book.run("check"))
    for _ in range(3):
        book.run("rollForward")
    assert book.fired() == 1
    assert "difference" not in [row[0] for row in book.run("verifyLog")]


def test_rules_are_typed_in_chinese(office, document, people):
    book = Book(office, document, people, language="zh")
    book.type("targets", {"项目编号": "L001", "指标": "转化数", "完成值": 0.0, "期间": "FY2026-P03"})
    book.type("rules", {"规则编号": "W1", "版本": 1.0, "触发指标": "获客成本", "对应项": "转化数", "范围": "L001", "比较": "大于", "触发限值": "50",
                        "触发后": "冻结", "比例": 0.5})
    book.approve("rule")
    book.spend(0.01)
    book.run("check")
    assert book.figure("Travel", "冻结") == 600.0, "zero conversions at a cost count: half of 1,199.99"


def test_a_proposal_changes_nothing_before_it_is_approved(office, document, people):
    book = Book(office, document, people)
    book.type("rules", {"Rule": "W1", "Version": 1.0, "Metric": "deviation", "Scope": "Supplies", "Basis": "quarter", "Season": "Q1", "Comparison": "<",
                        "Limit": "-5 %", "Then": "adjust", "Heads": "L001 -5%, L002 +8%"})
    book.approve("rule")
    for _ in range(3):
        said = book.run("rollForward")
    assert any(row[0] == "rule" for row in said)
    assert book.figure("Travel", "Revised budget") == 1200.0
    people("Head")
    book.run("decide", request="R2")
    assert book.figure("Travel", "Revised budget") == 1185.0 and book.figure("Training", "Revised budget") == 612.0


def test_a_row_with_a_mistake_is_named_with_its_cell(office, document, people):
    book = Book(office, document, people)
    book.type("rules", {"Rule": "W1", "Version": 1.0, "Metric": "used", "Scope": "Moon", "Comparison": ">", "Limit": "1", "Then": "review"})
    found = [row for row in book.run("check") if "no code and no dimension" in row[3]]
    assert found and found[0][2].startswith("$Rules."), found
    with pytest.raises(Refused, match="cannot be approved as it stands"):
        book.run("request", type="rule")


def test_a_reserve_is_drawn_by_transfer_within_its_terms(office, document, people):
    book = Book(office, document, people)  # 2,100 a year; the reserve of 300 are a seventh of it
    book.type("settings", {"Setting": "reserve", "Item": "Supplies", "Value": 300 / 2100})
    book.type("settings", {"Setting": "reserve_months", "Item": "Supplies", "Value": 2.0})
    book.type("settings", {"Setting": "reserve_monthly", "Item": "Supplies", "Value": 100.0})
    assert book.spend(1.0, "Supplies") == "Stop"
    with pytest.raises(Refused, match="can give 100.00"):
        book.run("transfer", line="4300 / Supplies", to="4100 / Travel", amount=100.01, period="2026-03-10")
    book.run("transfer", line="4300 / Supplies", to="4100 / Travel", amount=100.0, period="2026-03-10")


def test_a_typed_setting_waits_for_approval(office, document, people):
    book = Book(office, document, people)
    book.run("request", type="override", purpose="storm damage", line="L001", amount=1.0, period="2026-03-10")
    book.type("settings", {"Setting": "role", "Item": "Mallory", "Value": "Head"})
    people("Mallory")
    with pytest.raises(Refused, match="Waiting for: Head"):
        book.run("decide", request="R1")
    assert any("role - Mallory=Head" in row[3] and row[0] == "error" for row in book.run("check"))
    people("Ann Lee")
    book.approve("setting")
    people("Mallory")
    book.run("decide", request="R1")


def test_a_third_party_consents(office, document, people):
    book = Book(office, document, people)
    book.run("transfer", line="L001", to="L002", amount=10.0, period="2026-03-10", consent="Donor")
    people("Head")
    book.run("decide", request="R1")
    assert book.figure("Training", "Transfers in") == 0.0
    people("Donor")
    book.run("decide", request="R1")
    assert book.figure("Training", "Transfers in") == 10.0


def test_a_material_deviation_is_asked_about_and_printed(office, document, people):
    book = Book(office, document, people)
    book.type("settings", {"Setting": "materiality", "Item": "Travel", "Value": 0.1})
    book.spend(150.0, day="2026-01-10")
    closed = dict(map(tuple, book.run("rollForward")[1:]))
    assert closed["commentary missing"] == 1.0
    assert any("Budget variance of 4100 / Travel FY2026-P01" in row[3] for row in book.run("check"))
    targets = table(document, "targets")
    assert any(row[column(targets, "Period")] == "FY2026-P01" and row[column(targets, "Result")] == 150.0 for row in targets[1:])
    book.run("report", asOf="2026-01-31")
    sheets = document.getSheets()
    printed = sheets.getByIndex(sheets.getCount() - 1)
    cursor = printed.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = printed.getCellRangeByPosition(0, 0, 0, cursor.getRangeAddress().EndRow).getDataArray()
    assert any("Budget variance" in str(row[0]) and "missing" in str(row[0]) for row in rows)


def test_an_accrual_closes_with_the_year(office, document, people):
    book = Book(office, document, people)
    rows = (("amount", "memo", "Code", "Account"), (150.0, "not invoiced", "4100", "Travel"))
    handed = book.run("closeYear", policy="none", accruals=rows)
    assert [row[3] for row in handed[1:] if row[2] == "actual"] == [-150.0]
    assert book.figure("Travel", "Actual") == 150.0


def test_a_revision_adds_a_line(office, document, people):
    book = Book(office, document, people)
    budget = document.getSheets().getByIndex(0)
    budget.Rows.insertByIndex(5, 1)
    budget.getCellRangeByPosition(0, 5, 13, 5).setDataArray((("4250", "Prizes", *([10.0] * 12)),))
    budget.getCellByPosition(14, 5).setFormula("=SUM(C6:N6)")
    book.spend(100.0)
    book.run("revise", purpose="prizes for the fair")
    post = (("date", "document", "amount", "Code", "Account"), ("2026-03-10", "P1", 120.0, "4250", "Prizes"))
    assert dict(zip(*book.run("post", rows=post, mode="check")))["verdict"] == "Stop"
    people("Head")
    book.run("decide", request="R1")
    assert dict(zip(*book.run("post", rows=post, mode="post")))["verdict"] == "Allow"
    assert book.figure("Prizes", "Revised budget") == 120.0 and book.figure("Prizes", "Available") == 0.0
    assert book.figure("Travel", "Actual") == 100.0
    assert not [row for row in book.run("check") if row[0] == "error"]
