"""Small budget workbooks made for a test, with their truth known."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LINES = (("4100", "Travel", 100.0), ("4200", "Training", 50.0), ("4300", "Supplies", 25.0))
YEAR = sum(amount for _, _, amount in LINES) * 12


def put(sheet, top, rows):
    """Writes rows of numbers and texts from the first column on."""
    sheet.getCellRangeByPosition(0, top, len(rows[0]) - 1, top + len(rows) - 1).setDataArray(tuple(map(tuple, rows)))


def fill_monthly(sheet, lines=LINES):
    """Labels left, twelve months across, a total column and a total row by formula."""
    put(sheet, 0, [["Budget 2026"] + [""] * 14])
    put(sheet, 2, [["Code", "Account", *MONTHS, "Total"]])
    put(sheet, 3, [[code, name, *([amount] * 12), ""] for code, name, amount in lines])
    last = 3 + len(lines)
    for row in range(3, last):
        sheet.getCellByPosition(14, row).setFormula(f"=SUM(C{row + 1}:N{row + 1})")
    sheet.getCellByPosition(1, last).setString("Total")
    for column in range(2, 15):
        letter = "ABCDEFGHIJKLMNO"[column]
        sheet.getCellByPosition(column, last).setFormula(f"=SUM({letter}4:{letter}{last})")


def fill_budget_and_actual(sheet):
    """One budget and one actual column, with a subtotal for each of two sections."""
    put(sheet, 0, [["Item", "Budget", "Actual"], ["Rent", 1200.0, 1100.0], ["Power", 300.0, 360.0], ["Premises", "", ""],
                   ["Flyers", 500.0, 80.0], ["Web", 250.0, 250.0], ["Marketing", "", ""], ["Total", "", ""]])
    for row, text in ((4, "=SUM({0}2:{0}3)"), (7, "=SUM({0}5:{0}6)"), (8, "={0}4+{0}7")):
        for column in "BC":
            sheet.getCellRangeByName(f"{column}{row}").setFormula(text.format(column))


def contents(sheet):
    """Formulas and values of the used part of a sheet, to be compared before and after."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = cursor.getRangeAddress()
    return sheet.getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow).getFormulaArray()
