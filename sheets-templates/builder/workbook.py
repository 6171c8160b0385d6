"""What a finished workbook consists of, before it is written: cells with their addresses, and nothing of a template."""

from dataclasses import dataclass, field


@dataclass
class Cell:
    """One cell: a value or a formula (OpenFormula text without `of:=`), its role and number format, and its span."""

    value: object = None
    formula: str | None = None
    role: str = "plain"
    format: str | None = None
    columns: int = 1
    rows: int = 1
    validation: str | None = None
    array: tuple | None = None  # rows and columns that an array formula fills
    result: tuple | None = None  # what the formula comes to: attributes and text


@dataclass
class Condition:
    """Colours cells of a rectangle by a formula relative to its first cell."""

    area: "Area"
    formula: str
    role: str


@dataclass(frozen=True)
class Area:
    """A rectangle of cells on a sheet; rows and columns count from 0, ends are included."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int

    def absolute(self):
        """As a name refers to it: [$Sheet.$A$1:.$B$2]."""
        first = f"{sheet_reference(self.sheet)}.${column_letters(self.left)}${self.top + 1}"
        if (self.left, self.top) == (self.right, self.bottom):
            return f"[{first}]"
        return f"[{first}:.${column_letters(self.right)}${self.bottom + 1}]"

    def relative(self):
        """As a formula on the same sheet refers to it: [.A1:.B2]."""
        first = f".{column_letters(self.left)}{self.top + 1}"
        if (self.left, self.top) == (self.right, self.bottom):
            return f"[{first}]"
        return f"[{first}:.{column_letters(self.right)}{self.bottom + 1}]"

    def plain(self):
        """As attributes of tables refer to it: 'Sheet'.A1:'Sheet'.B2."""
        name = sheet_reference(self.sheet)[1:]
        return (f"{name}.{column_letters(self.left)}{self.top + 1}:"
                f"{name}.{column_letters(self.right)}{self.bottom + 1}")


@dataclass
class Validation:
    """What may be typed: an OpenFormula condition and the sentence shown when it is not met."""

    name: str
    condition: str
    title: str
    message: str


@dataclass
class Sheet:
    """A sheet: cells by (row, column), measures in millimetres, and how it is viewed and printed."""

    title: str
    widths: list = field(default_factory=list)
    heights: dict = field(default_factory=dict)
    growing: set = field(default_factory=set)
    cells: dict = field(default_factory=dict)
    conditions: list = field(default_factory=list)
    header_rows: tuple | None = None
    freeze: tuple | None = None
    landscape: bool = True
    protected: bool = True


@dataclass
class Workbook:
    """Everything that goes into the file."""

    title: str
    description: str
    language: str
    sheets: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    validations: list = field(default_factory=list)
    template: bool = True


def column_letters(index):
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sheet_reference(title):
    """$'My sheet', quoted always, so that a title may be anything."""
    return "$'" + title.replace("'", "''") + "'"
