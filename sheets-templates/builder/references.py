"""References of template formulas, by the words of the template instead of cell addresses.

`[sheet!rows.columns]`; what is left out is the current sheet, row or column.
- rows: the id of a line, a total or a section (all of its lines), or `a:b` from one to the other; `@` the row with the
  same place in a section, or the same id, on another sheet
- columns: the id of a column; of a repeated one the whole group, `month#` the one with the same number as the current
  cell, `month#3` the third, `month#-1` the one before the current, `month#1:#` from the first to the current, `<` the
  cell to the left; `a:b` from one column to the other
- `[#]` alone is the number of the current cell within its repeated column, counted from 1
Within a sheet a reference is relative, as if typed; to another sheet it is absolute."""

import re
from dataclasses import dataclass

from .workbook import Area

PATTERN = re.compile(r"\[([^\[\]]*)\]")


class SourceError(Exception):
    """Something in the template source that cannot be built, said with its place."""


@dataclass
class Grid:
    """Where the rows and columns of a sheet lie: id to (first, last)."""

    title: str
    rows: dict
    columns: dict


@dataclass
class Place:
    """The cell that a formula is written into; `key` is the id of its row or section, `offset` its line within it."""

    sheet: str
    row: int
    column: int
    index: int | None = None
    key: str | None = None
    offset: int = 0


def _rows(grid, text, place):
    if not text:
        return place.row, place.row
    if text == "@":
        row = grid.rows[place.key][0] + place.offset
        return row, row
    first, _, last = text.partition(":")
    top, bottom = grid.rows[first]
    return top, grid.rows[last][1] if last else bottom


def _number(text, place):
    if text.startswith("-"):
        return place.index - int(text[1:])
    return int(text) if text else place.index


def _columns(grid, text, place):
    if not text:
        return place.column, place.column
    if text == "<":
        return place.column - 1, place.column - 1
    if "#" in text:
        group, _, number = text.partition("#")
        left = grid.columns[group][0]
        first, _, last = number.partition(":#")
        start = left + _number(first, place) - 1
        end = left + _number(last, place) - 1 if ":#" in number else start
        return start, end
    first, _, last = text.partition(":")
    left, right = grid.columns[first]
    return left, grid.columns[last][1] if last else right


def area_of(reference, grids, place):
    """The rectangle that a reference means."""
    sheet, mark, rest = reference.rpartition("!")
    sheet = sheet if mark else place.sheet
    rows, _, columns = rest.partition(".")
    try:
        grid = grids[sheet]
        top, bottom = _rows(grid, rows, place)
        left, right = _columns(grid, columns, place)
    except (KeyError, ValueError, TypeError) as error:
        raise SourceError(f"[{reference}] in sheet {place.sheet}, row {place.row + 1}: no such {error}") from error
    return Area(grid.title, left, top, right, bottom)


def resolve(formula, grids, place):
    """The formula as OpenFormula, without its leading equals sign."""
    def replace(match):
        if match.group(1) == "#":
            return str(place.index)
        area = area_of(match.group(1), grids, place)
        return area.absolute() if "!" in match.group(1) else area.relative()

    return PATTERN.sub(replace, formula.strip().removeprefix("="))
