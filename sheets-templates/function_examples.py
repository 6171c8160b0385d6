"""The workbook "Function examples": a live example of every function, made from the catalogue of functions.

Each example stands on the sheet of its category: what the function does, the formula as a user writes it, the cells it reads, its
live result, and what the result should be."""

import datetime
import pathlib
import re
import sys

from builder.formats import CHINESE
from builder.workbook import Area, Cell, Sheet, Workbook, column_letters

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "addin/catalogue/generator"))
import records  # noqa: E402

NAME = "function-examples"
PROGRAMMATIC = "ORG.STEWARD.BUDGET.FUNCTIONS."
TITLE = {"en": "Function examples", "zh": "函数示例"}
DESCRIPTION = {"en": "A live example of every function BUDGET.… with what it should give. Change the inputs and see.",
               "zh": "每个BUDGET函数的实时示例及应得结果。可修改输入数据查看变化。"}
WORDS = {"formula": {"en": "Formula", "zh": "公式"}, "input": {"en": "Input", "zh": "输入"}, "result": {"en": "Result", "zh": "结果"},
         "expected": {"en": "Should be", "zh": "应为"}}
WIDTHS = [30, *[27] * 9]
WIDEST = len(WIDTHS) - 1


def value_of(text):
    """What a cell of an example holds: a number, a date, a text or nothing."""
    if text == "":
        return None
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return datetime.date.fromisoformat(text)
    return float(text) if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text) else text


def table_of(text):
    text = str(text)
    if not text.startswith("{"):
        return [[value_of(text)]]
    return [[value_of(cell) for cell in row.split(";")] for row in text[1:-1].split("|")]


def outside_quotes(formula, change):
    """A formula with everything that is no quoted text changed."""
    return "".join(part if index % 2 else change(part) for index, part in enumerate(re.split(r'("[^"]*")', formula)))


REFERENCE = re.compile(r"(?<![\w.:])([A-Z])(\d+)(?::([A-Z])(\d+))?(?![\w(])")


def moved(formula, rows, write):
    """A formula whose cells stand so many rows lower and a column to the right; `write` spells one or two of them."""
    def cell(column, row):
        return column_letters(ord(column) - ord("A") + 1) + str(int(row) + rows)

    def reference(match):
        first, last = cell(match[1], match[2]), match[3] and cell(match[3], match[4])
        return write(first, last)
    return outside_quotes(formula, lambda part: REFERENCE.sub(reference, part))


def open_formula(formula, rows):
    """An example's formula as the file holds it."""
    text = moved(formula.removeprefix("="), rows, lambda first, last: f"[.{first}:.{last}]" if last else f"[.{first}]")
    return re.sub(r"BUDGET\.([A-Z.]+)\(", lambda name: PROGRAMMATIC + name[1].replace(".", "") + "(", text)


class Page:
    """One sheet, filled from top to bottom."""

    def __init__(self, title, key):
        self.sheet = Sheet(title, widths=WIDTHS, protected=False, landscape=True)
        self.key, self.row = key, 0
        self.examples = []

    def put(self, row, column, **content):
        self.sheet.cells[(row, column)] = Cell(**content)

    def line(self, word, content, role="text"):
        self.put(self.row, 0, value=WORDS[word][self.key], role="field")
        self.put(self.row, 1, value=content, role=role, columns=WIDEST)
        self.row += 1

    def block(self, word, table, role):
        """Values beside their word; wide tables are cut by no one, as examples are small."""
        self.put(self.row, 0, value=WORDS[word][self.key], role="field")
        for r, row in enumerate(table):
            for c, content in enumerate(row):
                self.put(self.row + r, 1 + c, value=content, role=role,
                         format="date" if isinstance(content, datetime.date) else None)
        top = self.row
        self.row += len(table)
        return top

    def example(self, record):
        example = record["examples"][0]
        self.put(self.row, 0, value=record.display_name, role="section", columns=len(WIDTHS))
        self.row += 1
        self.put(self.row, 0, value=record["summary"][self.key], role="text", columns=len(WIDTHS))
        self.sheet.growing.add(self.row)
        self.row += 1
        shift = 0
        if "cells" in example:
            shift = self.block("input", table_of(example["cells"]), "input")
        self.line("formula", moved(example["formula"], shift, lambda first, last: f"{first}:{last}" if last else first))
        expected = table_of(example["result"])
        formula = open_formula(example["formula"], shift)
        top = self.block("result", [[None] * len(expected[0]) for _ in expected], "formula")
        self.sheet.cells[(top, 1)] = Cell(formula=formula, role="formula", array=(len(expected), len(expected[0])))
        below = self.block("expected", expected, "plain")
        self.examples.append((f"example_{record.identifier}", Area(self.sheet.title, 1, top, len(expected[0]), below - 1),
                              Area(self.sheet.title, 1, below, len(expected[0]), self.row - 1)))
        self.row += 1


def build(language):
    """The workbook, a sheet for each category."""
    key = "zh" if language == CHINESE else "en"
    catalogue = records.read(ROOT / "addin/catalogue", ROOT / "src/words/keywords.yaml")
    workbook = Workbook(TITLE[key], DESCRIPTION[key], language)
    for category, title in records.CATEGORIES.items():
        page = Page(title[key], key)
        page.put(0, 0, value=f"{TITLE[key]}: {title[key]}" if key == "en" else f"{TITLE[key]}：{title[key]}", role="title", columns=len(WIDTHS))
        page.put(1, 0, value=DESCRIPTION[key], role="subtitle", columns=len(WIDTHS))
        page.row = 3
        for record in catalogue:
            if record["category"] == category:
                page.example(record)
        if not page.examples:
            continue
        page.sheet.header_rows, page.sheet.freeze = (0, 1), (2, 0)
        workbook.sheets.append(page.sheet)
        for name, result, expected in page.examples:
            workbook.names[name + "_result"] = result.absolute()
            workbook.names[name + "_expected"] = expected.absolute()
    return workbook
