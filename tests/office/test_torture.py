"""Two workbooks at once under random edits, postings and sheet operations: after each batch what Control says is compared with
SUMIFS over the ledger and with sums made outside, and the log is proved. STEWARD_TORTURE_STEPS asks for more steps than are done each time."""
import os
import random
import time

import pytest
from controlled import Commands, column, table
from workbooks import LINES, fill_monthly

STEPS, BATCH = int(os.environ.get("STEWARD_TORTURE_STEPS", "400")), 50
HEADER = ("date", "document", "stage", "amount", "Code", "Account")
STAGES = {"commitment": "Committed", "actual": "Actual"}


class Workbook:
    """One controlled workbook and what ought to be in it."""

    def __init__(self, office, seed):
        self.office, self.random, self.posted = office, random.Random(seed), 0
        self.document = office.new()
        fill_monthly(self.document.getSheets().getByIndex(0))
        self.run = Commands(office, self.document)
        self.run("setUp", basis="year")
        self.steps = [self.post, self.post, self.type_in_the_budget, self.type_in_the_ledger, self.sheet_in_front, self.sheet_between,
                      self.rename, self.rows_above_the_budget]

    def step(self):
        self.random.choice(self.steps)()

    def sheet(self, name):
        area = self.document.DatabaseRanges.getByName(name).getDataArea()
        return self.document.getSheets().getByIndex(area.Sheet), area

    def budget(self):
        return self.document.NamedRanges.getByName("steward_source").getReferredCells()

    def post(self):
        self.posted += 1
        code, account, _ = self.random.choice(LINES)
        amount = self.random.randint(1, 400) / 100
        self.run("post", mode="post", rows=(HEADER, (f"2026-{self.random.randint(1, 12):02}-10", f"D{self.posted}",
                                                     self.random.choice([*STAGES]), amount, code, account)))

    def type_in_the_budget(self):
        cells = self.budget()
        cells.getCellByPosition(self.random.randint(2, 13), self.random.randint(1, 3)).setValue(self.random.randint(10, 500))

    def type_in_the_ledger(self):
        sheet, area = self.sheet("steward_ledger")
        if area.EndRow - area.StartRow < 2:
            return
        amount = column(table(self.document, "ledger"), "Amount")
        sheet.unprotect("")
        sheet.getCellByPosition(amount, self.random.randint(area.StartRow + 1, area.EndRow - 1)).setValue(self.random.randint(1, 900) / 100)

    def sheet_in_front(self):
        sheets = self.document.getSheets()
        sheets.insertNewByName("In front", 0)
        if self.random.random() < 0.5:
            self.type_in_the_budget()
        sheets.removeByName("In front")

    def sheet_between(self):
        sheets = self.document.getSheets()
        before = self.document.DatabaseRanges.ElementNames
        sheets.insertNewByName("Between", self.random.randint(1, len(sheets.ElementNames)))
        sheets.removeByName("Between")
        # The office loses the table of the sheet before it; the watcher finds it again when the office is idle.
        until = time.monotonic() + 20
        while self.document.DatabaseRanges.ElementNames != before:
            assert time.monotonic() < until, set(before) ^ set(self.document.DatabaseRanges.ElementNames)
            time.sleep(0.01)

    def rename(self):
        sheet, _ = self.sheet(self.random.choice(["steward_ledger", "steward_control", "steward_log"]))
        sheet.setName(f"Sheet {self.random.randint(1, 10 ** 9)}")

    def rows_above_the_budget(self):
        rows = self.document.getSheets().getByIndex(0).Rows
        rows.insertByIndex(0, 2)
        rows.removeByIndex(0, 2)

    def compare(self):
        ledger, control = table(self.document, "ledger"), table(self.document, "control")
        line, stage, amount = (column(ledger, name) for name in ("Line", "Stage", "Amount"))
        names = {row[0]: row for row in control[1:]}
        for code, header in STAGES.items():
            for key, row in names.items():
                outside = sum(posting[amount] for posting in ledger[1:] if (posting[line], posting[stage]) == (key, code))
                assert row[column(control, header)] == pytest.approx(outside, abs=1e-9), (key, code)
                assert self.sumifs(key, code) == pytest.approx(outside, abs=1e-9)
        for row in names.values():
            of = {name: row[column(control, name)] for name in ("Revised budget", "Committed", "Actual", "Available")}
            assert of["Available"] == pytest.approx(of["Revised budget"] - of["Committed"] - of["Actual"], abs=1e-9)
        assert ["broken row", 0.0, ""] in self.run("verifyLog")

    def sumifs(self, line, stage):
        """What Calc itself sums, in a cell that is taken away again."""
        ledger = table(self.document, "ledger")
        places = {name: column(ledger, name) + 1 for name in ("Line", "Stage", "Amount")}
        cell = self.document.getSheets().getByIndex(0).getCellByPosition(60, 0)
        part = "INDEX(steward_ledger_cells;0;{})".format
        cell.setFormula(f'=SUMIFS({part(places["Amount"])};{part(places["Line"])};"{line}";{part(places["Stage"])};"{stage}")')
        value = cell.getValue()
        cell.setString("")
        return value


def test_control_agrees_with_sumifs_whatever_is_done(office):
    workbooks = [Workbook(office, seed) for seed in (1, 2)]
    try:
        for done in range(1, STEPS + 1):
            random.Random(done).choice(workbooks).step()
            if done % BATCH == 0:
                for workbook in workbooks:
                    workbook.compare()
    finally:
        for workbook in workbooks:
            office.close(workbook.document)


def test_a_torn_apart_workbook_is_the_same_after_reopening(office, tmp_path):
    workbook = Workbook(office, 3)
    for _ in range(BATCH):
        workbook.step()
    workbook.compare()
    path = tmp_path / "torture.ods"
    office.store(workbook.document, path, "calc8")
    before = table(workbook.document, "control")
    office.close(workbook.document)
    workbook.document = office.open(path)
    workbook.run = Commands(office, workbook.document)
    assert table(workbook.document, "control") == before
    for _ in range(BATCH):
        workbook.step()
    workbook.compare()
    office.close(workbook.document)
