"""Places the rows of a template source on the grid of a sheet, and fills the cells."""

from dataclasses import dataclass, field

from .content import ROW_HEIGHT
from .references import Grid, Place, SourceError, area_of, resolve
from .rules import validation_of
from .workbook import Cell, Condition, Sheet

AMOUNT_ROLES = ("input", "formula")
RESULT_ROLES = ("input", "formula", "word", "inputtext", "inputword")
OPEN_ROLES = ("input", "inputtext", "inputword")
TEXT_WIDTH = {True: 3.6, False: 1.62}
LINE_HEIGHT = 4.9


@dataclass
class Column:
    """One column of the grid: its definition, and its number within a repeated one."""

    source: dict
    index: int
    count: int

    @property
    def role(self):
        return self.source.get("role", "label")


@dataclass
class Row:
    """One row of the grid: what it is, its source, and the section it belongs to."""

    kind: str
    source: dict
    section: str | None = None


@dataclass
class Layout:
    """A sheet while it is being filled."""

    source: dict
    columns: list
    rows: list = field(default_factory=list)
    row_ids: dict = field(default_factory=dict)
    sections: dict = field(default_factory=dict)
    sheet: Sheet = None

    @property
    def id(self):
        return self.source["id"]

    def grid(self):
        spans = {}
        for position, column in enumerate(self.columns):
            first, _ = spans.get(column.source["id"], (position, position))
            spans[column.source["id"]] = (first, position)
        return Grid(self.source["title"], self.row_ids, spans)


def _expand_columns(source):
    columns = []
    for definition in source["columns"]:
        count = definition.get("repeat", 1)
        columns += [Column(definition, index, count) for index in range(1, count + 1)]
    return columns


def _add(layout, kind, source, section=None):
    position = len(layout.rows)
    layout.rows.append(Row(kind, source, section))
    if isinstance(source, dict) and source.get("id"):
        if source["id"] in layout.row_ids:
            raise SourceError(f"{layout.id}: two rows are called {source['id']}")
        layout.row_ids[source["id"]] = (position, position)
    return position


def _add_section(layout, section):
    if section.get("label"):
        _add(layout, "section", {"label": section["label"]})
    lines = section["lines"] if isinstance(section["lines"], list) else [{}] * section["lines"]
    positions = [_add(layout, "group" if "group" in line else "line", section.get("each", {}) | line, section["id"])
                 for line in lines]
    if section["id"] in layout.row_ids:
        raise SourceError(f"{layout.id}: two sections are called {section['id']}")
    layout.row_ids[section["id"]] = (positions[0], positions[-1])
    layout.sections[section["id"]] = (positions[0], positions[-1])
    if "total" in section:
        default = {"role": "subtotal", "formula": f"=SUM([{section['id']}.])"}
        _add(layout, "total", default | section["total"])


def place(source):
    """First pass: which row and column every id means."""
    layout = Layout(source, _expand_columns(source))
    for item in source["rows"]:
        if "section" in item:
            _add_section(layout, item["section"])
            continue
        kind = next((word for word in ("title", "subtitle", "text", "heading", "gap", "header", "total", "cells", "signatures")
                     if word in item), None)
        if kind is None:
            raise SourceError(f"{layout.id}: a row of no known kind: {item}")
        nested = item[kind] if kind in ("total", "header") and isinstance(item[kind], dict) else item
        if kind == "header":
            count = max(len(column.source.get("heads", [1])) for column in layout.columns)
            for level in range(count):
                _add(layout, "header", {"level": level, "levels": count})
        else:
            _add(layout, kind, nested)
    return layout


def text_height(text, width):
    """How high a wrapped text of the given width in millimetres becomes."""
    lines = 0
    for paragraph in str(text).split("\n"):
        length = sum(TEXT_WIDTH[ord(letter) > 0x2E7F] for letter in paragraph)
        lines += max(1, -(-int(length * 100) // int((width - 3) * 100)))
    return round(max(ROW_HEIGHT, lines * LINE_HEIGHT + 1.2), 1)


class Filler:
    """Second pass: writes the cells of one sheet, when the places of all sheets are known."""

    def __init__(self, layout, grids, workbook, common):
        self.layout, self.grids, self.workbook, self.common = layout, grids, workbook, common
        self.sheet = layout.sheet = Sheet(
            layout.source["title"], [column.source["width"] for column in layout.columns],
            landscape=layout.source.get("landscape", True), protected=layout.source.get("protected", True))
        self.sample = []

    def fill(self):
        for position, row in enumerate(self.layout.rows):
            getattr(self, "_" + row.kind)(position, row)
        headers = [position for position, row in enumerate(self.layout.rows) if row.kind == "header"]
        if headers:
            block = [headers[0]]
            while block[-1] + 1 in headers:
                block.append(block[-1] + 1)
            self.sheet.header_rows = (block[0], block[-1])
            if self.layout.source.get("freeze", True):
                self.sheet.freeze = (block[-1] + 1, self._first_amount_column())
        for rule in self.layout.source.get("conditions", []):
            self._condition(rule)
        return self

    def _first_amount_column(self):
        wanted = self.layout.source.get("freeze_before")
        for position, column in enumerate(self.layout.columns):
            if column.source["id"] == wanted or (not wanted and column.role in AMOUNT_ROLES):
                return position
        return 0

    def _condition(self, rule):
        origin = Place(self.layout.id, 0, 0)
        area = area_of(rule["area"].strip("[]"), self.grids, origin)
        formula = resolve(rule["formula"], self.grids, Place(self.layout.id, area.top, area.left,
                                                             self.layout.columns[area.left].index))
        self.sheet.conditions.append(Condition(area, formula, rule["role"]))

    def put(self, row, column, content, **options):
        """Writes one cell; text that begins with an equals sign is a formula."""
        if isinstance(content, (dict, list)):
            raise SourceError(f"{self.layout.id}, row {row + 1}: a text in one language was expected, not {content}")
        cell = Cell(**options)
        if isinstance(content, str) and content.startswith("="):
            place = Place(self.layout.id, row, column, self.layout.columns[column].index, *self._key(row))
            cell.formula = resolve(content, self.grids, place)
        else:
            cell.value = None if content == "" else content
        self.sheet.cells[(row, column)] = cell

    def _key(self, row):
        """The id under which a row is found on another sheet, and its line within it."""
        section = self.layout.rows[row].section
        if section:
            return section, row - self.layout.sections[section][0]
        source = self.layout.rows[row].source
        return (source.get("id") if isinstance(source, dict) else None), 0

    def _across(self, row, texts, role, height=None):
        """Texts that run over the empty cells beside them; merged cells would make the sheet harder to read for programs."""
        for column in range(len(self.layout.columns)):
            self.put(row, column, texts.get(column), role=role)
        self.sheet.heights[row] = height or ROW_HEIGHT

    def _title(self, position, row):
        self.put(position, 0, row.source["title"], role="title")
        self.sheet.heights[position] = 9.5

    def _subtitle(self, position, row):
        self.put(position, 0, row.source["subtitle"], role="subtitle")
        if "right" in row.source:
            self.put(position, len(self.layout.columns) - 1, row.source["right"], role="unit")

    def _text(self, position, row):
        self.put(position, 0, row.source["text"], role=row.source.get("role", "text"), columns=len(self.layout.columns))
        self.sheet.heights[position] = text_height(row.source["text"], sum(self.sheet.widths))

    def _heading(self, position, row):
        self._across(position, {0: row.source["heading"]}, "heading", 7.5)

    def _gap(self, position, row):
        self.put(position, 0, None)
        self.sheet.heights[position] = row.source["gap"]

    def _thirds(self):
        """The columns at which thirds of the page width begin."""
        total, count = sum(self.sheet.widths), len(self.sheet.widths)
        return [min(range(number, count - 2 + number), default=number,
                    key=lambda column: abs(sum(self.sheet.widths[:column]) - total * number / 3)) for number in range(3)]

    def _signatures(self, position, row):
        texts = {}
        for column, person in zip(self._thirds(), self.common["signatures"]):
            text = f'="{person["label"]}"&IF({person["name"]}="";"__________";{person["name"]})&"{self.common["signature_date"]}"'
            texts[column] = text
        self._across(position, texts, "sign", 9.0)

    def _header(self, position, row):
        level, levels = row.source["level"], row.source["levels"]
        self.sheet.heights[position] = self.layout.source.get("header_height", 9.5) if levels == 1 else 6.0
        for number, column in enumerate(self.layout.columns):
            heads = column.source.get("heads") or [None] * (levels - 1) + [column.source.get("head")]
            head = heads[level] if level < len(heads) else None
            self._head_cell(position, number, column, head, level, levels)

    def _head_cell(self, position, number, column, head, level, levels):
        centered = (*AMOUNT_ROLES, "word", "inputword")
        role = "head" if column.role in centered else "headleft"
        if isinstance(head, dict) and "over" in head:
            span = head.get("span", column.count)
            if (column.index - 1) % span == 0:
                texts = head["over"] if isinstance(head["over"], list) else [head["over"]] * column.count
                self.put(position, number, texts[(column.index - 1) // span], role="head", columns=span,
                         format=head.get("format"))
            return
        if levels > 1 and not column.source.get("heads"):
            if level == 0:
                self.put(position, number, column.source.get("head"), role=role, rows=levels,
                         format=column.source.get("head_format"))
            return
        content = head[column.index - 1] if isinstance(head, list) else head
        self.put(position, number, content, role=role, format=column.source.get("head_format"))

    def _section(self, position, row):
        self.sheet.heights[position] = 5.8
        texts = row.source["label"] if isinstance(row.source["label"], dict) else {self._label_column(): row.source["label"]}
        for number, column in enumerate(self.layout.columns):
            self.put(position, number, texts.get(column.source["id"]), role="section")

    def _group(self, position, row):
        texts = row.source["group"] if isinstance(row.source["group"], dict) else {self._label_column(): row.source["group"]}
        for number, column in enumerate(self.layout.columns):
            self.put(position, number, texts.get(column.source["id"]), role="group")

    def _label_column(self):
        return self.layout.source.get("label_column", "line")

    def _line(self, position, row):
        source = row.source
        if "height" in source:
            self.sheet.heights[position] = source["height"]
        for number, column in enumerate(self.layout.columns):
            content = self._content(source.get(column.source["id"], column.source.get("formula")), column)
            role = source.get("roles", {}).get(column.source["id"], column.role)
            if role in AMOUNT_ROLES:
                role = "formula" if isinstance(content, str) and content.startswith("=") else role
            self.put(position, number, content, role=role, format=self._format(source, column),
                     validation=self._validation(column.source))
            if role == "inputtext":
                self._grow(position, content, column)
            if role in OPEN_ROLES and not column.source.get("keep"):
                self.sample.append((position, number))

    def _grow(self, position, content, column):
        """A row with open text is as high as its text, and grows when more is typed."""
        self.sheet.growing.add(position)
        needed = text_height(content or "", column.source["width"])
        self.sheet.heights[position] = max(needed, self.sheet.heights.get(position, ROW_HEIGHT))

    def _format(self, source, column):
        return source.get("formats", {}).get(column.source["id"], source.get("format") if column.role in AMOUNT_ROLES and
                                             source.get("format") else column.source.get("format"))

    def _validation(self, source):
        return validation_of(source["validate"], self.workbook, self.common) if source.get("validate") else None

    @staticmethod
    def _content(content, column):
        if isinstance(content, list):
            return content[column.index - 1]
        return content

    def _total(self, position, row):
        source = row.source
        role = source.get("role", "total")
        self.sheet.heights[position] = 5.8
        for number, column in enumerate(self.layout.columns):
            content = self._content(self._total_content(source, column), column)
            shown = role + "word" if column.role == "word" else role
            self.put(position, number, content, role=shown, format=self._format(source, column))

    def _total_content(self, source, column):
        name = column.source["id"]
        if name in source:
            return source[name]
        if name == self._label_column():
            return source.get("label")
        mode = column.source.get("total", "column" if "formula" in column.source else "sum")
        if column.role not in (*AMOUNT_ROLES, "word") or mode == "none":
            return None
        if mode == "column":
            return column.source["formula"]
        return source.get("formula") if mode == "sum" else mode

    def _cells(self, position, row):
        numbers = {column.source["id"]: number for number, column in reversed(list(enumerate(self.layout.columns)))}
        for name, content in row.source["cells"].items():
            if content is None:
                continue
            number = numbers[content.get("at", name)]
            value = content.get("formula", content.get("value"))
            self.put(position, number, value, role=content.get("role", "plain"), format=content.get("format"),
                     columns=content.get("span", 1), validation=self._validation(content))
            if content.get("role") == "inputtext" and "span" not in content:
                self._grow(position, value, self.layout.columns[number])
            if content.get("sample"):
                self.sample.append((position, number))
        height = row.source.get("height")
        if row.source.get("wrapped"):
            height = max(text_height(value["value"], sum(self.sheet.widths[numbers[name]:][:value.get("span", 1)]))
                         for name, value in row.source["cells"].items() if value and value.get("role") in ("text", "field"))
        if height:
            self.sheet.heights[position] = height
