"""Every vector of every function, in cells of a real Calc with the extension installed."""
import datetime
import re

import pytest
import uno
import vectors

PROGRAMMATIC = "ORG.STEWARD.BUDGET.FUNCTIONS."
FUNCTIONS = dict(vectors.records())


def write_range(sheet, rows, top):
    """Writes a range of values and returns its address; error cells are errors of Calc's own."""
    for r, row in enumerate(rows):
        for c, content in enumerate(row):
            cell = sheet.getCellByPosition(c, top + r)
            if isinstance(content, tuple):
                cell.setFormula({"#N/A": "=NA()", "#DIV/0!": "=1/0", "#VALUE!": "=VALUE(\"x\")"}[content[1]])
            elif isinstance(content, float):
                cell.setValue(content)
            elif content is not None:
                cell.setString(content)
    return f"$A${top + 1}:${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[len(rows[0]) - 1]}${top + len(rows)}"


def argument(sheet, parameter, text, top):
    """One argument of the formula and the rows it took on the sheet."""
    if text == "":
        return "", 0
    if text == "<blank>":
        return f"$Z${top + 1}", 1
    if vectors.is_range(text) or parameter["type"] in ("ledger", "indexed"):
        rows = vectors.table(text)
        address = write_range(sheet, rows, top)
        # Where a function takes an index, the file gives the ledger.
        return f"{PROGRAMMATIC}INDEX({address})" if parameter["type"] == "index" else address, len(rows)
    content = vectors.value(text)
    if isinstance(content, float):
        return repr(content), 0
    return '"' + (content or "").replace('"', '""') + '"', 0


def formula(sheet, record, case):
    given, top = [], 0
    for parameter in record["parameters"]:
        text, rows = argument(sheet, parameter, case.get(parameter["name"]) or "", top)
        given.append(text)
        top += rows + 1
    while given and given[-1] == "":
        given.pop()
    call = f"{PROGRAMMATIC}{record['method'].upper()}({';'.join(given)})"
    # A handle begins with the address; the file gives the hash.
    return f"=RIGHT({call};64)" if record["parameters"][0]["type"] == "indexed" else f"={call}"


def shown(cell):
    if cell.getError():
        return ("error", vectors.ERRORS.get(cell.getError(), str(cell.getError())))
    # An empty text and a blank cannot be told apart in a result.
    return cell.getValue() if cell.FormulaResultType2 == 1 else cell.getString() or None


def is_same(expected, actual):
    if isinstance(expected, float) and isinstance(actual, float):
        return abs(expected - actual) <= 1e-9 * max(1.0, abs(expected))
    return expected == actual


def failures(document, name, cases):
    """The cases whose array formula shows something else."""
    sheet = document.getSheets().getByIndex(0)
    found = []
    for case in cases:
        sheet.clearContents(1 | 2 | 4 | 16)
        text = formula(sheet, FUNCTIONS[name], case)
        expected = vectors.table(case["result"])
        target = sheet.getCellRangeByPosition(30, 0, 30 + len(expected[0]) - 1, len(expected) - 1)
        target.setArrayFormula(text)
        actual = [[shown(target.getCellByPosition(c, r)) for c in range(len(expected[0]))] for r in range(len(expected))]
        if not all(is_same(e, a) for er, ar in zip(expected, actual) for e, a in zip(er, ar)):
            found.append(f"{case['case']}: {text}\n  expected {expected}\n  got      {actual}")
    return "\n".join(found)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_vectors_hold_in_cells(document, name):
    assert not failures(document, name, vectors.cases(name))


def has_dates(record):
    return any("date" in parameter["type"] or parameter["type"] in ("ledger", "indexed", "index") for parameter in record["parameters"])


@pytest.mark.parametrize("name", [name for name, record in FUNCTIONS.items() if has_dates(record)])
def test_dates_count_from_the_null_date_of_the_document(document, name, monkeypatch):
    """1904, as in files from old Macs: every date is another number, and the same day."""
    monkeypatch.setattr(vectors, "NULL_DATE", datetime.date(1904, 1, 1))
    document.NullDate = uno.createUnoStruct("com.sun.star.util.Date", 1, 1, 1904)
    # A number that stands for a date without being written as one is another day there.
    assert not failures(document, name, [case for case in vectors.cases(name) if "null date" not in case["source"]])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_examples_give_what_they_say(document, name):
    """The example in the help is a formula somebody will paste."""
    sheet = document.getSheets().getByIndex(0)
    for example in FUNCTIONS[name]["examples"]:
        text = re.sub(r"BUDGET\.([A-Z.]+)\(", lambda called: PROGRAMMATIC + called[1].replace(".", "") + "(", example["formula"])
        expected = vectors.table(str(example["result"]))
        target = sheet.getCellRangeByPosition(30, 0, 30 + len(expected[0]) - 1, len(expected) - 1)
        sheet.clearContents(1 | 2 | 4 | 16)
        write_range(sheet, vectors.table(example.get("cells", "{}")), 0)
        target.setArrayFormula(text)
        for r, row in enumerate(expected):
            for c, wanted in enumerate(row):
                assert is_same(wanted, shown(target.getCellByPosition(c, r))), (text, r, c, shown(target.getCellByPosition(c, r)))
