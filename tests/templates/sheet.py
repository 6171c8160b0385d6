"""Reading and filling a workbook by the names it defines."""

import datetime

EPOCH = datetime.date(1899, 12, 30)
# com.sun.star.sheet.CellFlags and FormulaResult
CONSTANTS = 1 | 2 | 4
FORMULAS = 16
ERROR_RESULTS = 4


def range_of(document, name):
    """The range that a name refers to."""
    assert document.NamedRanges.hasByName(name), f"the workbook has no name {name}"
    return document.NamedRanges.getByName(name).getReferredCells()


def parts(areas):
    """The single ranges of a collection of ranges."""
    return [areas.getByIndex(number) for number in range(areas.Count)]


def errors(document):
    """Addresses of all formulas that show an error."""
    return [area.AbsoluteName for sheet in document.Sheets for area in parts(sheet.queryFormulaCells(ERROR_RESULTS))]


def sample_names(document):
    return sorted((name for name in document.NamedRanges.ElementNames if name.startswith("sample_data_")),
                  key=lambda name: int(name.rsplit("_", 1)[1]))


def clear_sample(document):
    """As a user does it: each named range, and Delete (values, dates and text; formulas and formats stay)."""
    for name in sample_names(document):
        range_of(document, name).clearContents(CONSTANTS)


def write(cell, value):
    if value is None:
        cell.clearContents(CONSTANTS)
    elif isinstance(value, datetime.date):
        cell.Value = (value - EPOCH).days
    elif isinstance(value, str):
        cell.String = value
    else:
        cell.Value = value


def named_formula(document, name):
    """The value of a name that stands for a formula, read in a free cell."""
    cell = document.Sheets[0].getCellByPosition(30, 0)
    cell.Formula = "=" + name
    return cell.Value


def shaped(content, rows, columns):
    """One value for all cells, one row or column of values, or rows of values, as rows of values."""
    if not isinstance(content, list):
        return [[content] * columns for _ in range(rows)]
    if not isinstance(content[0], list):
        content = [content] if rows == 1 else [[value] for value in content]
    assert len(content) == rows and all(len(row) == columns for row in content), f"not {rows} × {columns}: {content}"
    return content


def fill(document, name, content):
    """Fills the open cells of a named range; formulas are never overwritten."""
    area = range_of(document, name)
    data = area.FormulaArray
    for row, values in enumerate(shaped(content, len(data), len(data[0]))):
        for column, value in enumerate(values):
            if not data[row][column].startswith("="):
                write(area.getCellByPosition(column, row), value)


def read(document, name):
    """The figures of a name: one value, a list, or a list of lists."""
    area = range_of(document, name)
    if area is None:
        return named_formula(document, name)
    data = area.DataArray
    if len(data) == 1 and len(data[0]) == 1:
        return data[0][0]
    if len(data) == 1:
        return list(data[0])
    if len(data[0]) == 1:
        return [row[0] for row in data]
    return [list(row) for row in data]
