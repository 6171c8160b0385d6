"""Reads the catalogue: one checked record for each function."""
import pathlib
import re
import sys

import yaml

CATEGORIES = {
    "variance": {"en": "Variance", "zh": "差异"},
    "control": {"en": "Control", "zh": "控制"},
    "ledger": {"en": "Ledger", "zh": "台账"},
    "calendar": {"en": "Calendar", "zh": "期间"},
    "forecast": {"en": "Forecast", "zh": "预测"},
    "allocation": {"en": "Allocation", "zh": "分配"},
    "performance": {"en": "Performance", "zh": "绩效"},
    "audit": {"en": "Audit and questions", "zh": "审计与问答"},
}
SINGLE_TYPES = {"number": "double", "whole": "int", "date": "Date", "text": "std::string"}
RANGE_TYPES = {"numbers", "gaps", "cells", "dates", "matrix", "ledger", "indexed", "index"}
# A ledger, as it is or to be indexed: a real range of cells, and nothing computed.
LEDGER_TYPES = {"ledger", "indexed"}
REQUIRED = {"method", "core", "header", "category", "since", "summary", "parameters", "result", "faults",
            "examples", "source"}
# Words of UNOIDL and of C++ that no parameter may be called.
KEYWORDS = set("""any attribute bound boolean byte char const constants constrained double enum exception false float get
    hyper in inout interface long maybeambiguous maybedefault maybevoid module new nil optional out property published
    raises readonly removable sequence service set short singleton string struct transient true type typedef unsigned
    void auto bool break case catch class concept continue default delete do else explicit export extern final for
    friend goto if inline int mutable namespace operator override private protected public register requires return
    signed sizeof static switch template this throw try union using virtual volatile while""".split())


class Record:
    """One function: everything that is said about it, and what follows from that."""

    def __init__(self, path, data, keyword_sets):
        self.path, self.data, self.keyword_sets = path, data, keyword_sets
        self.name = path.stem
        self.method, self.parameters = data["method"], data["parameters"]
        self.identifier = self.name.lower().replace(".", "_")

    def __getitem__(self, key):
        return self.data[key]

    def get(self, key, otherwise=None):
        return self.data.get(key, otherwise)

    @property
    def display_name(self):
        return "BUDGET." + self.name

    @property
    def is_lifted(self):
        return any(parameter["type"].endswith("*") for parameter in self.parameters)

    @property
    def first_is_lifted(self):
        return self.parameters[0]["type"].endswith("*")

    @property
    def knows_dates(self):
        """Dates are numbers only with the document's null date, so the document comes along as a hidden argument."""
        words = [parameter["type"].rstrip("*") for parameter in self.parameters]
        return bool({"date", "dates", "ledger"} & set(words)) or bool(self.get("dates"))

    @property
    def indexes(self):
        """Indexes of ledgers are kept by document: they are made from a range, or found again by their handle."""
        return any(parameter["type"] in ("indexed", "index") for parameter in self.parameters)

    @property
    def speaks(self):
        """Its table holds words, which are in the language of the document: the core takes a Language last."""
        return bool(self.get("words"))

    @property
    def needs_document(self):
        return self.knows_dates or self.speaks or self.indexes

    def camel(self, parameter):
        head, *rest = parameter["name"].split("_")
        return head + "".join(word.capitalize() for word in rest)

    def problems(self):
        missing = REQUIRED - set(self.data)
        if missing:
            yield f"lacks {', '.join(sorted(missing))}"
        expected = [re.sub(r"\W", "", word) for word in self.name.lower().split(".")]
        if self.method != expected[0] + "".join(word.capitalize() for word in expected[1:]):
            yield f"method {self.method} does not follow from the name"
        if self["category"] not in CATEGORIES:
            yield f"category {self['category']} is not one of {', '.join(CATEGORIES)}"
        for parameter in self.parameters:
            word = parameter["type"].rstrip("*")
            if word not in SINGLE_TYPES and word not in RANGE_TYPES and word not in self.keyword_sets:
                yield f"{parameter['name']} has the unknown type {parameter['type']}"
            if self.camel(parameter) in KEYWORDS:
                yield f"{parameter['name']} is a word of IDL or C++"
            for field in ("label", "meaning"):
                if set(parameter.get(field, {})) != {"en", "zh"}:
                    yield f"{parameter['name']} needs {field} in en and zh"
        for field in ("summary", "result"):
            if not {"en", "zh"} <= set(self.get(field, {})):
                yield f"{field} is needed in en and zh"


def read(folder, keywords_file):
    keyword_sets = yaml.safe_load(pathlib.Path(keywords_file).read_text(encoding="utf-8"))
    records = []
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        record = Record(path, yaml.safe_load(path.read_text(encoding="utf-8")), keyword_sets)
        problems = list(record.problems())
        if problems:
            sys.exit("\n".join(f"{path.name}: {problem}" for problem in problems))
        records.append(record)
    return records


def phrases(folder):
    """The whole phrase book, room after room."""
    book = {}
    for path in sorted(folder.glob("*.yaml")):
        book |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return book
