"""Reads the vector files of tests/vectors: see tests/unit/functions/literal.hpp for how values are written."""
import csv
import datetime
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
ERRORS = {502: "Err:502", 503: "#NUM!", 504: "Err:504", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!",
          32767: "#N/A"}
NULL_DATE = datetime.date(1899, 12, 30)


def records():
    """Every function of the catalogue: name and record."""
    for path in sorted((ROOT / "addin/catalogue").glob("*.yaml")):
        yield path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))


def cases(name):
    with open(ROOT / f"tests/vectors/{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def value(text):
    """A number, a text, None for a blank, or ("error", name)."""
    if text == "":
        return None
    if text.startswith("'"):
        return text[1:] or None
    if text.startswith("#") or text.startswith("Err:"):
        return ("error", text)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return float((datetime.date.fromisoformat(text) - NULL_DATE).days)
    if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text):
        return float(text)
    return text


def is_range(text):
    return text.startswith("{")


def table(text):
    """A range as rows of values; a single value is a range of one cell."""
    if not is_range(text):
        return [[value(text)]]
    return [[value(cell) for cell in row.split(";")] for row in text[1:-1].split("|")]
