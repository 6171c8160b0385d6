"""Names of a workbook, so that a formula or a person can call a figure by its name.

Given by rule, for every sheet except the first:
- a section and a total row with an id: `<id>` over its main amount columns, `<id>_<column>` for each other amount column
- a column: `<sheet>_<column>`, its cells from the first to the last line
- `sample_data_1`, …: the rectangles of sample figures; `sample_data`: all of them together
- a sheet with a `prefix` puts it before all of these, so that the same ids may stand on several sheets
- settings: their id; `checks_failed`: the number of checks that do not foot
- `steward_guide`: the sheet of settings, instructions and checks, which is no budget
- `budget_table`: headers, lines and totals of the sheet that says `budget: true`, or the rows that it says
  (`budget: head:total`); Set Up Control takes it as the budget"""

import re

from .guide import checks_failed
from .layout import RESULT_ROLES
from .references import Place, SourceError, resolve
from .workbook import Area


CELL_ADDRESS = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


def _rectangles(cells):
    """Covers cells by rectangles: runs within a row, joined with equal runs of the row above."""
    runs = []
    for row, column in sorted(cells):
        if runs and runs[-1][0] == row and runs[-1][2] == column - 1:
            runs[-1][2] = column
        else:
            runs.append([row, column, column])
    open_blocks, done = {}, []
    for row, left, right in runs:
        block = open_blocks.get((left, right))
        if block and block[1] == row - 1:
            block[1] = row
        else:
            open_blocks[(left, right)] = block = [row, row, left, right]
            done.append(block)
    return done


def sample_areas(fillers):
    """The rectangles of sample figures of all sheets, in reading order."""
    return [Area(filler.sheet.title, left, top, right, bottom)
            for filler in fillers for top, bottom, left, right in _rectangles(filler.sample)]


def _amount_groups(layout):
    """Columns of amounts and results as (id, first, last); the main group first."""
    columns = layout.grid().columns
    roles = {column.source["id"]: column.role for column in layout.columns}
    groups = [(name, first, last) for name, (first, last) in columns.items() if roles[name] in RESULT_ROLES]
    main = layout.source.get("main") or max(groups, key=lambda group: group[2] - group[1], default=("", 0, 0))[0]
    return sorted(groups, key=lambda group: group[0] != main)


def _sheet_names(layout):
    title, names, prefix = layout.source["title"], {}, layout.source.get("prefix", "")
    rows = {key: span for key, span in layout.row_ids.items() if layout.rows[span[0]].kind in ("line", "total", "cells")}
    for row, (top, bottom) in rows.items():
        for number, (column, left, right) in enumerate(_amount_groups(layout)):
            if column not in layout.rows[top].source.get("cells", (column,)):
                continue
            names[prefix + (row if number == 0 else f"{row}_{column}")] = Area(title, left, top, right, bottom)
    lines = [position for position, row in enumerate(layout.rows) if row.kind in ("line", "total")]
    if lines:
        for column, (left, right) in layout.grid().columns.items():
            names[f"{layout.id}_{column}"] = Area(title, left, lines[0], right, lines[-1])
    return names


def _budget_table(layout):
    """The table of a sheet with its headers, as Set Up Control is to read it."""
    budget, right = layout.source["budget"], max(right for _, right in layout.grid().columns.values())
    if isinstance(budget, str):
        first, last = (layout.grid().rows[row] for row in budget.split(":"))
        return Area(layout.source["title"], 0, first[0], right, last[1])
    headers = [position for position, row in enumerate(layout.rows) if row.kind == "header"]
    lines = [position for position, row in enumerate(layout.rows) if row.kind in ("line", "total")]
    return Area(layout.source["title"], 0, headers[0], right, lines[-1])


def all_names(template, common, layouts, fillers, grids):
    """Name to expression, in alphabetical order."""
    guide = layouts[0]
    names = {}
    value = guide.grid().columns["value"][0]
    for key, (row, _) in guide.row_ids.items():
        if "value" in guide.rows[row].source["cells"]:
            names[key] = Area(guide.source["title"], value, row, value, row).absolute()
    last = len(guide.rows) - 1
    names["steward_guide"] = Area(guide.source["title"], 0, 0, len(guide.columns) - 1, last).absolute()
    names["checks_failed"] = resolve(checks_failed(template, common), grids, Place(guide.id, 0, 0))
    for layout in layouts[1:]:
        for name, area in _sheet_names(layout).items():
            if name in names:
                raise SourceError(f"the name {name} is given twice")
            names[name] = area.absolute()
        if layout.source.get("budget"):
            names["budget_table"] = _budget_table(layout).absolute()
    areas = [area.absolute() for area in sample_areas(fillers)]
    names |= {f"sample_data_{number}": area for number, area in enumerate(areas, start=1)}
    if areas:
        names["sample_data"] = "~".join(areas)
    for name, reference in template.get("names", {}).items():
        names[name] = resolve(reference, grids, Place(layouts[-1].id, 0, 0))
    for name in names:
        if CELL_ADDRESS.fullmatch(name):
            raise SourceError(f"{name} cannot be a name, as it is a cell address")
    return dict(sorted(names.items()))
