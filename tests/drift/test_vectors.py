"""Every vector file holds the classes of cases that concern its function: ordinary ones, edges, and every fault."""
import pathlib
import re
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/office"))
import vectors  # noqa: E402

RECORDS = dict(vectors.records())
RANGES = ("cells", "numbers", "gaps", "matrix", "dates", "ledger", "indexed", "index")
NUMBERS = ("number", "number*", "whole", "numbers", "gaps", "matrix", "date", "date*", "dates")
# Ranges that need no common shape: each is a table of its own, or a list that is read by position.
APART = {"ACTUALS", "LOOKUP", "REPORT", "EXPLAIN", "ROLLING", "AUTHORITY", "CONSOLIDATE", "REBATE", "TIER", "RESERVE", "LANDING",
         "SCENARIO", "STATUS", "CHAIN", "FORECAST", "FORECAST.INTERVAL"}
# A table's one element is its one row, under a header or not.
TABLES = {"ACTUALS", "INDEX", "LOOKUP", "REPORT", "EXPLAIN", "AUTHORITY", "CONSOLIDATE", "CHAIN.VERIFY", "OPTIMIZE", "CREDIT", "PEFA"}
# A text is looked at, not counted with: it hashes, names or matches something.
ANY_TEXT = {"ASK", "HASH", "CHAIN", "CHAIN.VERIFY", "CREDIT", "EXPLAIN"}


class Row:
    """A case: what is given to each parameter, and the result."""

    def __init__(self, record, case):
        self.given = {p["name"]: case.get(p["name"]) or "" for p in record["parameters"]}
        self.types = {p["name"]: p["type"] for p in record["parameters"]}
        self.result = case["result"]

    def tables(self):
        for name, text in self.given.items():
            if text:
                yield name, vectors.table(text)

    def cells(self, types=None):
        for name, table in self.tables():
            if types is None or self.types[name] in types:
                for row in table:
                    yield from row

    def gives(self, error):
        return any(("error", error) == cell for row in vectors.table(self.result) for cell in row)

    def is_ordinary(self):
        return not any(isinstance(cell, tuple) for row in vectors.table(self.result) for cell in row)

    def has_blank(self):
        return any(text == "<blank>" or (vectors.is_range(text) and None in sum(vectors.table(text), []))
                   for text in self.given.values())

    def has_number(self, suits):
        return any(isinstance(cell, float) and suits(cell) for cell in self.cells())

    def has_shapes_apart(self):
        shapes = {(len(t), len(t[0])) for n, t in self.tables()
                  if self.types[n] in RANGES or (self.types[n].endswith("*") and len(t) * len(t[0]) > 1)}
        return len(shapes) > 1 and self.gives("Err:502")

    def has_single(self, name, has_header):
        text = self.given.get(name, "")
        if text in ("", "<blank>"):
            return False
        table = vectors.table(text)
        return len(table) <= 2 if has_header else len(table) * len(table[0]) == 1

    def has_text_for_a_number(self):
        return self.gives("#VALUE!") and any(isinstance(cell, str) and cell != "<blank>" for cell in self.cells())

    def has_error_cell(self):
        return any(isinstance(cell, tuple) for name, table in self.tables() for row in table for cell in row)

    def has_early_date(self):
        return any(re.search(r"\b(FY)?1[0-8]\d\d-(\d\d-\d\d|P\d\d)\b", text) for text in self.given.values())


def classes(name, record):
    """The classes that concern a function, each with what tells that a case belongs to it."""
    types = [p["type"] for p in record["parameters"]]
    ranges = [p["name"] for p in record["parameters"] if p["type"] in RANGES or p["type"].endswith("*")]
    yield "ordinary", Row.is_ordinary
    if ranges:
        yield "blank", Row.has_blank
        yield "one element", lambda row: row.has_single(ranges[0], name in TABLES)
        yield "error cell", Row.has_error_cell
    if any(t in NUMBERS or t in RANGES for t in types):
        yield "zero", lambda row: row.has_number(lambda number: number == 0)
        yield "negative", lambda row: row.has_number(lambda number: number < 0)
    if len(ranges) > 1 and name not in APART:
        yield "unequal shapes", Row.has_shapes_apart
    if name not in ANY_TEXT and any(t in NUMBERS + ("cells",) for t in types):
        yield "text", Row.has_text_for_a_number
    if any("date" in t or t in ("ledger", "indexed", "index") for t in types):
        yield "before 1900", Row.has_early_date
    for fault in record["faults"]:
        yield fault["error"], lambda row, error=fault["error"]: row.gives(error)


@pytest.mark.parametrize("name", RECORDS)
def test_vectors_hold_every_class(name):
    rows = [Row(RECORDS[name], case) for case in vectors.cases(name)]
    missing = [label for label, belongs in classes(name, RECORDS[name]) if not any(map(belongs, rows))]
    assert not missing, f"{name}.csv has no case of: {', '.join(missing)}"



def test_every_case_says_where_it_comes_from():
    for name in RECORDS:
        assert all(case["case"] and case["source"] for case in vectors.cases(name)), name


def test_questions_are_many_in_each_language():
    asked = {case["question"] for case in vectors.cases("ASK")}
    chinese = {question for question in asked if re.search("[\u4e00-\u9fff]", question)}
    assert len(chinese) >= 75 and len(asked - chinese) >= 75, (len(chinese), len(asked - chinese))
