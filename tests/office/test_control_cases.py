"""tests/cases/control.csv through the command post of the installed extension; the core runs the same table.

The cases of one set-up share a workbook: each has lines of its own, and one call of post decides all of their documents
in order."""
import csv
import pathlib

import pytest
from controlled import Commands, column, table
from people import People
from workbooks import MONTHS, put

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases"
HEADER = ("date", "document", "stage", "amount", "reference", "quantity", "due", "currency", "rate", "tax", "final", "Account")


def read(name):
    with open(CASES / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SETUPS = read("setups.csv")


def day(text):
    return f"2025-{text[:2]}-{text[2:]}"


def respelled(account, way):
    return {"wide": "".join(chr(ord(c) + 0xFEE0) for c in account), "upper": account.upper(), "space": f" {account}  ",
            "nobreak": account + "\u00a0"}.get(way, account)


class Case:
    """One row of the table; its accounts and documents get a prefix of their own."""

    def __init__(self, number, row):
        self.name, self.sentence, self.prefix = row["case"], row["sentence"], f"k{number}"
        self.lines = [self.line(part) for part in row["budget"].split()]
        self.tree = [tuple(self.prefix + code for code in pair.split(">")) for pair in row["tree"].split()]
        self.documents = [self.document(part) for part in row["documents"].split(" | ")]
        self.left = [self.figures(part) for part in row["left"].split(";") if part.strip()]

    def line(self, part):
        account, _, amount = part.partition("=")
        amount, _, nature = amount.partition(":")
        return self.prefix + account, amount, nature

    def document(self, text):
        rows, _, verdict = text.partition(" -> ")
        name, _, rows = rows.partition(":")
        return f"{self.prefix}-{name.strip()}", verdict.strip(), [self.posting(name.strip(), row.split()) for row in rows.split(" ; ")]

    def posting(self, name, words):
        stage, account, amount, date, *more = words
        more = dict(word.split("=") for word in more)
        reference = f"{self.prefix}-{more['ref']}" if "ref" in more else ""
        number = lambda key: float(more[key]) if key in more else ""  # noqa: E731
        return (day(date), f"{self.prefix}-{name}", stage, float(amount), reference, number("qty"), day(more["due"]) if "due" in more else "",
                more.get("cur", ""), number("rate"), number("tax"), number("final"), respelled(self.prefix + account, more.get("as")))

    def figures(self, text):
        account, _, figures = text.partition(":")
        return self.prefix + account.strip(), [tuple(one.split()) for one in figures.split(",")]


def controlled(run, document, setup, cases, people):
    lines = [line for case in cases for line in case.lines]
    rows = [["Account", *MONTHS]]
    for account, amount, _ in lines:
        rows.append([account, *(["" if amount == "blank" else float(amount)] * 12)])
    # Lines of no case, so that two or three equal amounts are not taken for parts and their sum.
    rows += [[f"filler{at}", *([13.37 * at * at] * 12)] for at in range(2, 8)]
    put(document.getSheets().getByIndex(0), 0, rows)
    options = {name: setup[name] for name in ("basis", "action", "unbudgeted", "tolerance", "liquidation", "accounting", "currency") if setup[name]}
    for name in ("rateAge", "recoverableTax"):
        if setup[name]:
            options[name] = float(setup[name])
    if setup["rates"]:
        options["rates"] = tuple((currency, since, float(rate)) for currency, since, rate in (one.split() for one in setup["rates"].split(";")))
    tree = tuple(pair for case in cases for pair in case.tree)
    if tree:
        options["tree"] = tree
    run("setUp", year="2025", nature="expense", asOf="2025-12-31", table=f"A1:M{len(rows)}", answers="subtotals = no", **options)
    if any(nature for _, _, nature in lines):
        give_natures(document, lines)
        approve_settings(run, document, people)


def approve_settings(run, document, people):
    """What is typed on Control counts once it was approved: Ann Lee asks, Head decides."""
    area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    headers = table(document, "authorities")[0]
    sheet.unprotect("")
    for names, value in ((("Type", "事项"), "*"), (("Dimension", "维度"), "*"), (("Level", "级次"), 1.0), (("Approver", "审批人"), "Head")):
        cell = sheet.getCellByPosition(area.StartColumn + column([headers], *names), area.StartRow + 1)
        cell.setValue(value) if isinstance(value, float) else cell.setString(value)
    sheet.protect("")
    people("Ann Lee")
    request = dict(map(tuple, run("request", type="setting")[1:]))["request"]
    people("Head")
    run("decide", request=request)
    people("Ann Lee")


def give_natures(document, lines):
    area = document.DatabaseRanges.getByName("steward_control").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    control = table(document, "control")
    account, place = column(control, "Account"), column(control, "Nature")
    sheet.unprotect("")
    for at, row in enumerate(control[1:], 1):
        wanted = next((nature for name, _, nature in lines if name == row[account] and nature), None)
        if wanted:
            sheet.getCellByPosition(area.StartColumn + place, area.StartRow + at).setString(wanted)
    sheet.protect("")


@pytest.mark.parametrize("setup", SETUPS, ids=lambda setup: setup["setup"])
def test_cases_are_decided_as_the_definition_says(office, document, setup):
    cases = [Case(number, row) for number, row in enumerate(read("control.csv")) if row["setup"] == setup["setup"]]
    assert cases, f"no case for {setup['setup']}"
    run = Commands(office, document)
    controlled(run, document, setup, cases, People(office))
    rows = [row for case in cases for _, _, postings in case.documents for row in postings]
    answer = run("post", rows=(HEADER, *rows), mode="post-allowed")
    verdict, message = answer[0].index("verdict"), answer[0].index("message")
    told = {}
    for row, decided in zip(rows, answer[1:]):
        told.setdefault(row[1], []).append((decided[verdict], decided[message]))
    severity = {"Allow": 0, "Warn": 1, "Stop": 2}
    wrong = []
    for case in cases:
        for name, expected, _ in case.documents:
            found = max(told[name], key=lambda one: severity[one[0]])
            if found[0] != expected:
                wrong.append(f"{case.name}: {name} is {found}, not {expected} ({case.sentence})")
    document.calculateAll()
    wrong += wrong_figures(document, cases)
    assert not wrong, "\n".join(wrong)
    assert "difference" not in [row[0] for row in run("verifyLog")]


def wrong_figures(document, cases):
    control = table(document, "control")
    places = {"available": column(control, "Available"), "committed": column(control, "Committed"),
              "precommitted": column(control, "Pre-committed"), "actual": column(control, "Actual")}
    account = column(control, "Account")
    by_account = {row[account]: row for row in control[1:]}
    for case in cases:
        for name, figures in case.left:
            for what, expected in figures:
                found = by_account[name][places[what]]
                if not isinstance(found, float) or round(found, 2) != float(expected):
                    yield f"{case.name}: {what} of {name} is {found}, not {expected} ({case.sentence})"
