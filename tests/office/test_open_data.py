"""A city's own year: the budget that Oklahoma City adopted for 2015, put under control as it was published, and the actuals of its
ledger posted against it. The two files name and order their columns differently; what they share is the key of four codes."""
import collections
import csv
import datetime
import decimal

import pytest
from controlled import Commands, column, table
from real_workbooks import REAL

BUDGET, ACTUALS = REAL / "opendata/okc_fy15_budget.csv", REAL / "opendata/okc_fy15_actuals.csv"
pytestmark = pytest.mark.skipif(not BUDGET.exists(), reason="the shared open data are not here: nothing was read")

KEYS = {"FundCode": "Fund", "OperatingUnit": "Oper Unit", "ProgramID": "Dept", "Account": "Account"}
# Comma, quotes, UTF-8, from the first row; codes as texts, so that none loses its zeros.
AS_PUBLISHED = "44,34,76,1," + "/".join(f"{place}/{1 if place == 11 else 2}" for place in range(1, 12))


def records(path):
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def money(text):
    return decimal.Decimal(text.replace(",", ""))


def key_of(record, names):
    return tuple(record[name] for name in names)


@pytest.fixture(scope="module")
def budget():
    figures = collections.defaultdict(decimal.Decimal)
    for record in records(BUDGET):
        figures[key_of(record, KEYS)] += money(record["FY2015 Budget"])
    return figures


@pytest.fixture(scope="module")
def year(office, tmp_path_factory):
    """The controlled workbook, the actuals, and what was decided about each."""
    document = office.open(BUDGET, FilterName="Text - txt - csv (StarCalc)", FilterOptions=AS_PUBLISHED)
    run = Commands(office, document)
    run("setUp", url=(tmp_path_factory.mktemp("okc") / "okc.ods").as_uri())
    actuals = records(ACTUALS)
    header = ("date", "document", "stage", "amount", "memo", *KEYS)
    rows = (header, *(("2015-12-31", f"A{at}", "actual", one["Sum Transaction Amt"], one["Descr"], *key_of(one, KEYS.values()))
                      for at, one in enumerate(actuals)))
    decided = run("post", rows=rows, mode="post_allowed")
    yield document, run, actuals, [dict(zip(decided[0], row)) for row in decided[1:]]
    office.close(document)


def test_every_line_of_the_budget_is_approved(year, budget):
    rows = table(year[0], "control")
    original = column(rows, "Original budget")
    assert len(rows) - 1 == len(budget)
    assert sum(decimal.Decimal(str(row[original])) for row in rows[1:]) == sum(budget.values()) == 1_205_265_252


def test_each_posting_is_decided_as_the_budget_says(year, budget):
    _, _, actuals, decided = year
    records_of = collections.defaultdict(list)
    for record, decision in zip(actuals, decided, strict=True):
        records_of[key_of(record, KEYS.values())].append((money(record["Sum Transaction Amt"]), decision["verdict"]))
    seen = collections.Counter()
    for key, postings in records_of.items():
        if key not in budget:
            kind, expected = "unbudgeted", ["Stop" if amount > 0 else None for amount, _ in postings]
        elif budget[key] > 0 and all(amount >= 0 for amount, _ in postings):
            left, expected, kind = budget[key], [], "budgeted"
            for amount, _ in postings:
                expected.append("Stop" if amount > left else "Allow")
                left -= amount if amount <= left else 0
        else:
            continue  # a recovery or a credit note: its rules have tests of their own
        for wanted, (amount, verdict) in zip(expected, postings, strict=True):
            if wanted is None:
                continue
            assert verdict == wanted or (wanted == "Allow" and verdict == "Warn"), (key, amount, verdict)
            seen[kind, wanted] += 1
    assert seen["budgeted", "Allow"] > 1000 and seen["budgeted", "Stop"] > 500 and seen["unbudgeted", "Stop"] > 500


def test_the_ledger_holds_what_was_allowed_to_the_cent(year):
    document, _, actuals, decided = year
    allowed = sum(money(record["Sum Transaction Amt"]) for record, decision in zip(actuals, decided, strict=True) if decision["verdict"] != "Stop")
    ledger = table(document, "ledger")
    amount = column(ledger, "Amount")
    assert sum(decimal.Decimal(repr(row[amount])) for row in ledger[1:]) == allowed


def test_the_same_file_again_posts_nothing(year):
    document, run, actuals, decided = year
    posted = next(at for at, decision in enumerate(decided) if decision["verdict"] == "Allow")
    one = actuals[posted]
    before = len(table(document, "ledger"))
    run("post", mode="post_allowed",
        rows=(("date", "document", "stage", "amount", "memo", *KEYS),
              ("2015-12-31", f"A{posted}", "actual", one["Sum Transaction Amt"], one["Descr"], *key_of(one, KEYS.values()))))
    assert len(table(document, "ledger")) == before


def test_report_and_check_foot(year):
    document, run, actuals, decided = year
    allowed = sum(money(record["Sum Transaction Amt"]) for record, decision in zip(actuals, decided, strict=True) if decision["verdict"] != "Stop")
    answer = run("report", asOf=datetime.date(2015, 12, 31).isoformat())
    lines, total = [dict(zip(answer[0], row)) for row in answer[1:-1]], dict(zip(answer[0], answer[-1]))
    assert decimal.Decimal(str(total["actual"])) == allowed
    for name in ("budget", "actual", "committed", "available"):
        assert round(sum(line[name] for line in lines), 2) == round(total[name], 2), name
    found = run("check")
    assert not [row for row in found[1:] if row[0] == "error"], found[1:3]
    assert ["broken row", 0.0, ""] in run("verifyLog")
