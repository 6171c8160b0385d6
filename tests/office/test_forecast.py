"""The command Forecast and its functions in a headless office: one range, a controlled budget, both languages."""
import csv
import datetime
import math
import subprocess

import pytest
import uno
from conftest import BUILD
from controlled import Commands, Refused, table
from office import url, values
from workbooks import LINES, fill_monthly

ERRORS = ("Err:", "#N/A", "#NUM!", "#VALUE!", "#DIV/0!", "#REF!", "#NAME?")
NULL_DATE = datetime.date(1899, 12, 30)


def amounts(months):
    return [1000 + 4 * t + 250 * math.sin(2 * math.pi * t / 12) + (t * 37 % 23) for t in range(months)]


def fill_history(sheet, months, first=2022):
    sheet.setName("Power")
    days = [(datetime.date(first + t // 12, t % 12 + 1, 1) - NULL_DATE).days for t in range(months)]
    rows = [("Month", "Electricity")] + [(float(day), amount) for day, amount in zip(days, amounts(months))]
    sheet.getCellRangeByPosition(0, 0, 1, months).setDataArray(tuple(rows))


@pytest.fixture
def history(document):
    sheet = document.getSheets().getByIndex(0)
    fill_history(sheet, 40)
    locale = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
    formats = document.getNumberFormats()
    key = formats.queryKey("YYYY-MM-DD", locale, False)
    key = key if key >= 0 else formats.addNew("YYYY-MM-DD", locale)
    sheet.getCellRangeByPosition(0, 1, 0, 40).NumberFormat = key
    return document


def shown(sheet):
    """All cells of a sheet as they are shown."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.getRangeAddress()
    return [[sheet.getCellByPosition(c, r).getString() for c in range(end.EndColumn + 1)] for r in range(end.EndRow + 1)]


def assert_without_errors(sheet):
    wrong = [(r, c, text) for r, row in enumerate(shown(sheet)) for c, text in enumerate(row) if text.startswith(ERRORS)]
    assert not wrong


def named(rows):
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def cell_values(sheet, column, top, count):
    return [sheet.getCellByPosition(column, top + i).getValue() for i in range(count)]


def drawn(sheet, column):
    """What the chart shows of a column of the sheet, as it was left by the command."""
    chart = sheet.getCharts().getByIndex(0).getEmbeddedObject()
    for kind in chart.getFirstDiagram().getCoordinateSystems()[0].getChartTypes():
        for series in kind.getDataSeries():
            values = series.getDataSequences()[0].getValues()
            if f"${chr(ord('A') + column)}$" in values.getSourceRangeRepresentation():
                return [value if isinstance(value, float) else None for value in values.getData()]
    raise AssertionError("the chart does not show that column")


@pytest.mark.parametrize("language, title, header", [("en", "Forecast", "Period"), ("zh", "预测", "期间")])
def test_a_range_becomes_a_sheet_of_live_formulas(office, history, language, title, header, tmp_path):
    answer = named(Commands(office, history)("forecast", range="$Power.$A$1:$B$41", horizon=12, language=language))
    sheet = history.getSheets().getByName(title)
    assert_without_errors(sheet)
    assert sheet.getCharts().getCount() == 1
    periods = [row for row in answer if row["what"] == "period"]
    assert len(periods) == 52
    top = next(r for r, row in enumerate(shown(sheet)) if row[0] == header) + 1
    ahead = [row for row in periods if row["forecast"] != ""]
    for column, name in ((2, "lower"), (3, "forecast"), (4, "upper")):
        assert cell_values(sheet, column, top + 40, 12) == pytest.approx([row[name] for row in ahead], rel=1e-12)
    landing = next(row for row in answer if row["what"] == "landing")
    assert cell_values(sheet, 2, 6, 1) == pytest.approx([landing["forecast"]], rel=1e-12)
    assert drawn(sheet, 1)[-13:-12] == pytest.approx(cell_values(sheet, 1, top + 39, 1), rel=1e-12)
    # Live: another amount in the user's cells is another forecast.
    before = cell_values(sheet, 3, top + 40, 1)[0]
    history.getSheets().getByName("Power").getCellByPosition(1, 40).setValue(3000)
    history.calculate()
    assert cell_values(sheet, 3, top + 40, 1)[0] != before
    # The chart stays with its file.
    history.storeToURL(url(tmp_path / "kept.ods"), values(FilterName="calc8"))
    kept = office.open(tmp_path / "kept.ods")
    chart = kept.getSheets().getByName(title).getCharts().getByIndex(0).getEmbeddedObject()
    types = [t.getChartType() for t in chart.getFirstDiagram().getCoordinateSystems()[0].getChartTypes()]
    assert types == ["com.sun.star.chart2.AreaChartType", "com.sun.star.chart2.LineChartType"]
    office.close(kept)


def test_a_missing_month_is_refused_and_nothing_written(office, history):
    history.getSheets().getByName("Power").getRows().removeByIndex(20, 1)
    with pytest.raises(Refused, match="do not follow"):
        Commands(office, history)("forecast", range="$Power.$A$1:$B$40")
    assert history.getSheets().getCount() == 1


def test_under_control_the_forecast_is_kept_and_measured(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    command = Commands(office, document)
    command("setUp", basis="year", asOf="2026-12-31")
    header = ("date", "document", "stage", "amount", "Code", "Account")

    def post(month):
        rows = tuple((f"2026-{month:02d}-10", f"D{month}-{code}", "actual", round(0.8 * amount + month, 2), code, name)
                     for code, name, amount in LINES)
        command("post", rows=(header, *rows), mode="post")

    for month in range(1, 6):
        post(month)
    first = named(command("forecast"))
    assert [row["line"] for row in first if row["what"] == "vintage"] == ["F1"]
    sheet = document.getSheets().getByName("Forecast")
    assert_without_errors(sheet)
    landings = {row["line"]: row["forecast"] for row in first if row["what"] == "landing"}
    assert len(landings) == len(LINES)
    by_line = {row[0]: sheet.getCellByPosition(2, r).getValue() for r, row in enumerate(shown(sheet)) if row[0] in landings}
    assert by_line == {line: pytest.approx(amount, rel=1e-12) for line, amount in landings.items()}
    post(6)
    second = named(command("forecast", language="zh"))
    accuracy = [row for row in second if row["what"] == "accuracy"]
    assert [(row["period"], row["count"]) for row in accuracy] == [(1.0, 1.0)]
    assert_without_errors(document.getSheets().getByName("预测"))
    versions = table(document, "versions")
    kinds = [row[1] for row in versions[1:]]
    assert kinds.count("forecast") == len(LINES) * (7 + 6)
    assert not [row for row in command("verifyLog") if row[0] == "difference"]


def test_cells_give_what_the_benchmark_writes(office, document, tmp_path):
    program = BUILD / "forecast_bench"
    if not program.exists():
        pytest.skip("forecast_bench is not built: STEWARD_BENCH is off")
    series = {"a": amounts(50), "b": [900.0 if t % 3 == 0 else 0.0 for t in range(31)], "c": amounts(7), "d": [5.0, 9.0, 7.0, 8.0] * 4}
    data, out = tmp_path / "data.csv", tmp_path / "out.csv"
    lines = [f"{key},x,x,MONTHLY,12,6,1,1,{len(x)},{' '.join(map(repr, x))},0 0 0 0 0 0" for key, x in series.items()]
    data.write_text("\n".join(["id,source,domain,period,m,h,sy,ss,n,train,test", *lines]) + "\n", encoding="utf-8")
    subprocess.run([program, data, out, tmp_path / "low.csv", tmp_path / "high.csv", "0.8"], check=True, capture_output=True)
    sheet = document.getSheets().getByIndex(0)
    for name, column in (("out.csv", 1), ("low.csv", 0), ("high.csv", 2)):
        for row in csv.reader((tmp_path / name).read_text(encoding="utf-8").splitlines()):
            x = series[row[0]]
            sheet.getCellRangeByPosition(0, 0, 0, len(x) - 1).setDataArray(tuple((value,) for value in x))
            target = sheet.getCellRangeByPosition(2, 0, 4, 5)
            target.setArrayFormula(f"=ORG.STEWARD.BUDGET.FUNCTIONS.FORECASTINTERVAL(A1:A{len(x)};6;0.8)")
            assert [cell[column] for cell in target.getDataArray()] == pytest.approx([float(v) for v in row[1:]], rel=1e-14)
            target.setArrayFormula("")
            target.clearContents(1023)


def test_words_are_in_the_language_of_the_document(document):
    sheet = document.getSheets().getByIndex(0)
    cell = sheet.getCellByPosition(3, 0)
    formula = "=INDEX(ORG.STEWARD.BUDGET.FUNCTIONS.FORECASTMETHOD({7;7;7};1);1;1)"
    cell.setFormula(formula)
    assert cell.getString() == "chosen"
    document.DocumentProperties.Language = uno.createUnoStruct("com.sun.star.lang.Locale", "zh", "CN", "")
    cell.setFormula("")
    cell.setFormula(formula)
    assert cell.getString() == "选用方法"
