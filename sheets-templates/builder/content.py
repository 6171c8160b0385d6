"""content.xml: tables, cells, names, validations."""

import datetime

from . import formats, styles
from .workbook import Area, sheet_reference
from .xml import document, escape, tag

ROW_HEIGHT = 5.2


def _used_styles(workbook):
    return sorted({(cell.role, cell.format) for sheet in workbook.sheets for cell in sheet.cells.values()},
                  key=lambda pair: (pair[0], pair[1] or ""))


def _last_row(sheet):
    return max((row for row, _ in sheet.cells), default=-1)


def _height(sheet, row):
    """Height in millimetres, and whether the row grows with what is typed into it."""
    return sheet.heights.get(row, ROW_HEIGHT), row in sheet.growing


def _height_style(height, grows):
    return f"h{height}" + ("g" if grows else "")


def _measures(workbook):
    widths = sorted({width for sheet in workbook.sheets for width in sheet.widths})
    heights = sorted({_height(sheet, row) for sheet in workbook.sheets for row in range(_last_row(sheet) + 1)})
    return widths, heights


def _automatic_styles(workbook):
    widths, heights = _measures(workbook)
    used = _used_styles(workbook)
    parts = [formats.data_style(name, workbook.language) for name in formats.FORMATS if name in {one for _, one in used}]
    parts += [tag("style:style", {"style:name": f"w{width}", "style:family": "table-column"},
                  tag("style:table-column-properties", {"style:column-width": f"{width}mm"})) for width in widths]
    parts += [tag("style:style", {"style:name": _height_style(height, grows), "style:family": "table-row"},
                  tag("style:table-row-properties", {"style:row-height": f"{height}mm",
                                                     "style:use-optimal-row-height": "true" if grows else "false"}))
              for height, grows in heights]
    parts += [tag("style:style", {"style:name": f"t{index}", "style:family": "table",
                                  "style:master-page-name": f"Page{index}"},
                  tag("style:table-properties", {"table:display": "true"}))
              for index, _ in enumerate(workbook.sheets)]
    parts += [styles.automatic_style(role, name) for role, name in used]
    return tag("office:automatic-styles", None, *parts)


def _value(value):
    """The typed attributes and the visible text of a constant."""
    if isinstance(value, datetime.date):
        return {"office:value-type": "date", "office:date-value": value.isoformat()}, value.isoformat()
    if isinstance(value, (int, float)):
        return {"office:value-type": "float", "office:value": repr(value)}, repr(value)
    return {"office:value-type": "string"}, str(value)


def _paragraphs(text):
    return "".join(tag("text:p", None, escape(line)) for line in text.split("\n"))


def _cell(cell):
    attributes = {"table:style-name": styles.automatic_name(cell.role, cell.format),
                  "table:content-validation-name": cell.validation}
    if cell.columns > 1 or cell.rows > 1:
        attributes |= {"table:number-columns-spanned": cell.columns, "table:number-rows-spanned": cell.rows}
    if cell.array is not None:
        attributes |= {"table:number-matrix-rows-spanned": cell.array[0], "table:number-matrix-columns-spanned": cell.array[1]}
    if cell.formula is not None:
        kept, text = cell.result or ({}, None)
        return tag("table:table-cell", attributes | {"table:formula": f"of:={cell.formula}"} | kept, _paragraphs(text) if text else "")
    if cell.value is None:
        return tag("table:table-cell", attributes)
    typed, text = _value(cell.value)
    return tag("table:table-cell", attributes | typed, _paragraphs(text))


def _covered(sheet):
    """Cells hidden under a merged neighbour, with its style, so that borders go on."""
    covered = {}
    for (row, column), cell in sheet.cells.items():
        for below in range(cell.rows):
            for right in range(cell.columns):
                if below or right:
                    covered[(row + below, column + right)] = cell
    return covered


def _row(sheet, row, covered):
    cells = []
    for column in range(len(sheet.widths)):
        if (row, column) in covered:
            name = styles.automatic_name(covered[(row, column)].role, covered[(row, column)].format)
            cells.append(tag("table:covered-table-cell", {"table:style-name": name}))
        elif (row, column) in sheet.cells:
            cells.append(_cell(sheet.cells[(row, column)]))
        else:
            cells.append(tag("table:table-cell"))
    return tag("table:table-row", {"table:style-name": _height_style(*_height(sheet, row))}, *cells)


def _rows(sheet):
    covered = _covered(sheet)
    rows = [_row(sheet, row, covered) for row in range(_last_row(sheet) + 1)]
    if sheet.header_rows:
        first, final = sheet.header_rows
        rows[first:final + 1] = [tag("table:table-header-rows", None, *rows[first:final + 1])]
    return "".join(rows)


def _conditions(sheet, language):
    if not sheet.conditions:
        return ""
    return tag("calcext:conditional-formats", None, *[
        tag("calcext:conditional-format", {"calcext:target-range-address": condition.area.plain()},
            tag("calcext:condition", {
                "calcext:apply-style-name": styles.shown_name(condition.role, language),
                "calcext:value": f"formula-is({condition.formula})",
                "calcext:base-cell-address": condition.area.plain().split(":")[0]}))
        for condition in sheet.conditions])


def _table(index, sheet, language):
    columns = [tag("table:table-column", {"table:style-name": f"w{width}"}) for width in sheet.widths]
    printed = Area(sheet.title, 0, 0, len(sheet.widths) - 1, _last_row(sheet))
    protection = tag("loext:table-protection", {"loext:select-protected-cells": "true",
                                                "loext:select-unprotected-cells": "true"}) if sheet.protected else ""
    return tag("table:table", {"table:name": sheet.title, "table:style-name": f"t{index}",
                               "table:protected": "true" if sheet.protected else None,
                               "table:print-ranges": printed.plain()},
               protection, *columns, _rows(sheet), _conditions(sheet, language))


def _names(workbook):
    base = sheet_reference(workbook.sheets[0].title) + ".$A$1"
    named = [tag("table:named-expression", {"table:name": name, "table:base-cell-address": base,
                                            "table:expression": expression}) for name, expression in workbook.names.items()]
    return tag("table:named-expressions", None, *named) if named else ""


def _validations(workbook):
    rules = [tag("table:content-validation", {"table:name": rule.name, "table:condition": f"of:{rule.condition}",
                                              "table:allow-empty-cell": "true"},
                 tag("table:error-message", {"table:title": rule.title, "table:display": "true",
                                             "table:message-type": "stop"}, _paragraphs(rule.message)))
             for rule in workbook.validations]
    return tag("table:content-validations", None, *rules) if rules else ""


def content_xml(workbook):
    """The part that holds the sheets."""
    tables = [_table(index, sheet, workbook.language) for index, sheet in enumerate(workbook.sheets)]
    settings = tag("table:calculation-settings", {"table:automatic-find-labels": "false",
                                                  "table:use-regular-expressions": "false",
                                                  "table:use-wildcards": "true"})
    sheets = tag("office:spreadsheet", None, settings, _validations(workbook), *tables, _names(workbook))
    return document("office:document-content", styles.font_faces(), _automatic_styles(workbook),
                    tag("office:body", None, sheets))
