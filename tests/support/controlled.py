"""A workbook under control, seen from a script: commands, and the control tables as rows."""
import datetime

import uno
from com.sun.star.beans import NamedValue
from com.sun.star.lang import IllegalArgumentException
from workbooks import LINES, fill_monthly


def null_date(document):
    """The day that number 0 stands for: 1899-12-30, and 1904-01-01 in workbooks of old Macs."""
    day = document.NullDate
    return datetime.date(day.Year, day.Month, day.Day)


class Refused(Exception):
    """A command's own message: what is wrong and how to mend it. Nothing was written."""


def named_values(options):
    result = []
    for name, value in options.items():
        entry = NamedValue()
        entry.Name, entry.Value = name, value
        result.append(entry)
    return tuple(result)


class Commands:
    """`commands("post", rows=…, mode="check")` runs a command on the document and returns its rows."""

    def __init__(self, office, document):
        self.job, self.document = office.service("org.steward.budget.Command"), document

    def __call__(self, name, **options):
        given = {"command": name, "document": self.document}
        for key, value in options.items():
            given[key] = uno.Any("[][]any", value) if isinstance(value, tuple) else value
        try:
            rows = uno.invoke(self.job, "execute", (uno.Any("[]com.sun.star.beans.NamedValue", named_values(given)),))
        except IllegalArgumentException as fault:
            raise Refused(fault.Message.strip()) from None
        return [list(row) for row in rows]


def table(document, code):
    """The rows of a control table, header row first and without its end mark."""
    area = document.DatabaseRanges.getByName("steward_" + code).getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    return [list(row) for row in cells.getDataArray()][:-1]


def column(rows, *names):
    """The place of a column by any of its headers."""
    return next(rows[0].index(name) for name in names if name in rows[0])


def approved_year(document):
    """The first day of the approved version, from which example postings are dated."""
    rows = table(document, "versions")
    at = column(rows, "First day", "期初日")
    return null_date(document) + datetime.timedelta(days=int(min(row[at] for row in rows[1:] if isinstance(row[at], float))))


def example_postings(document):
    """A small file of postings for any controlled workbook: an order, its invoice, an ordinary invoice, and one that is
    over budget by a tenth."""
    rows = table(document, "control")
    line, nature, original = column(rows, "Line", "项目编号"), column(rows, "Nature", "性质"), column(rows, "Original budget", "年初预算")
    keys = list(range(line + 1, nature))
    spending = [row for row in rows[1:] if isinstance(row[original], float) and row[original] > 0
                and row[nature] not in ("revenue", "Revenue", "收入")]
    if not spending:
        raise Refused("there is no expense line with a budget to post to")
    day = (approved_year(document) + datetime.timedelta(days=9)).isoformat()
    chosen = [spending[at % len(spending)] for at in range(3)]
    header = ["date", "document", "stage", "amount", "reference", *(rows[0][key] for key in keys)]
    parts = [("PO-1", "commitment", 0.3, "", chosen[0]), ("INV-1", "actual", 0.2, "PO-1", chosen[0]),
             ("INV-2", "actual", 0.5, "", chosen[1]), ("INV-3", "actual", 1.1, "", chosen[2])]
    return [header, *([day, document_number, stage, round(share * row[original], 2), reference, *(row[key] for key in keys)]
                      for document_number, stage, share, reference, row in parts)]


def control_monthly(office, document, lines=LINES, **options):
    """Puts a monthly budget into the window's document and under control; the cursor stands in the first line's January."""
    fill_monthly(document.Sheets[0], lines)
    office.settle()
    run = Commands(office, document)
    run("setUp", basis="year", **options)
    office.settle()
    document.CurrentController.setActiveSheet(document.Sheets[0])
    document.CurrentController.select(document.Sheets[0].getCellByPosition(2, 3))
    return run


def keys(document):
    """The dimensions, and the key of each budget line."""
    rows = table(document, "control")
    last = column(rows, "Nature")
    return rows[0][1:last], [[str(part) for part in row[1:last]] for row in rows[1:] if row[0]]
