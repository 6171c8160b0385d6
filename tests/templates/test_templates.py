"""Every template in both languages: filled with known figures, recalculated, emptied, and looked at for what a user relies on."""

import datetime
import zipfile

import pytest
import sheet as workbook
import yaml
from conftest import SOURCE, build, template_names
from contrast import faults


def expected(name):
    return yaml.safe_load((SOURCE / name / "expected.yaml").read_text("utf-8"))


def close(actual, wanted):
    if isinstance(wanted, datetime.date):
        wanted = (wanted - workbook.EPOCH).days
    if isinstance(wanted, dict):
        pytest.fail("texts that differ by language belong under `texts`")
    if isinstance(wanted, list):
        return isinstance(actual, list) and len(actual) == len(wanted) and all(map(close, actual, wanted))
    return actual == pytest.approx(wanted, abs=0.005) if isinstance(wanted, (int, float)) else actual == wanted


def check_figures(document, language, case):
    for name, wanted in case.get("expect", {}).items():
        if isinstance(wanted, dict):
            wanted = wanted["zh" if language == "zh-CN" else "en"]
        actual = workbook.read(document, name)
        assert close(actual, wanted), f"{case['case']}: {name} is {actual}, not {wanted}"


def test_every_style_is_read_with_high_contrast(opened):
    styles = opened.StyleFamilies.getByName("CellStyles")
    ours = [styles.getByName(name) for name in styles.ElementNames if styles.getByName(name).isUserDefined()]
    assert len(ours) > 20
    bad = {style.DisplayName: faults(style.CharColor, style.CellBackColor) for style in ours}
    assert not {name: why for name, why in bad.items() if why}


def all_cells(document):
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        yield from sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()


def test_what_is_shown_at_once_is_what_the_formulas_come_to(opened):
    shown = list(all_cells(opened))
    opened.calculateAll()
    for before, after in zip(shown, all_cells(opened), strict=True):
        assert list(before) == [pytest.approx(value, rel=1e-13) if isinstance(value, float) else value for value in after]


def test_sample_figures_are_as_expected(opened, template):
    name, language, _ = template
    check_figures(opened, language, {"case": "sample", "expect": expected(name)["sample"]})
    assert workbook.read(opened, "checks_failed") == 0
    assert workbook.errors(opened) == []


def test_known_figures_give_known_results(opened, template):
    name, language, _ = template
    for case in expected(name)["cases"]:
        if case.get("clear", True):
            workbook.clear_sample(opened)
        for target, content in case["fill"].items():
            if isinstance(content, dict):
                content = content["zh" if language == "zh-CN" else "en"]
            workbook.fill(opened, target, content)
        opened.calculateAll()
        check_figures(opened, language, case)
        assert workbook.errors(opened) == [], case["case"]
        assert workbook.read(opened, "checks_failed") == case.get("checks_failed", 0), case["case"]


def test_emptied_template_is_all_zero_and_foots(opened, template):
    workbook.clear_sample(opened)
    assert workbook.errors(opened) == []
    assert workbook.read(opened, "checks_failed") == 0
    for name in expected(template[0])["zero_when_empty"]:
        figures = workbook.read(opened, name)
        flat = figures if isinstance(figures, list) else [figures]
        assert all(figure in (0, "") for figure in flat), f"{name} is {figures}"


def test_samples_are_open_inputs_and_formulas_are_locked(opened):
    assert workbook.sample_names(opened)
    for name in workbook.sample_names(opened):
        area = workbook.range_of(opened, name)
        assert area.CellProtection and not area.CellProtection.IsLocked, f"locked sample {name}"
        assert not len(area.queryContentCells(workbook.FORMULAS).RangeAddresses), f"formula within {name}"
    for sheet in opened.Sheets:
        assert sheet.isProtected(), sheet.Name
        for area in workbook.parts(sheet.queryContentCells(workbook.FORMULAS)):
            assert area.CellProtection and area.CellProtection.IsLocked, f"open formula in {area.AbsoluteName}"


def test_names_are_whole(opened):
    union = opened.NamedRanges.getByName("sample_data").Content
    parts = [opened.NamedRanges.getByName(name).Content for name in workbook.sample_names(opened)]
    assert union.split("~") == parts
    for name in opened.NamedRanges.ElementNames:
        if name not in ("sample_data", "checks_failed"):
            assert workbook.range_of(opened, name) is not None, name


def test_prints_on_a4_fitted_to_the_width_with_page_numbers(opened):
    styles = opened.StyleFamilies.getByName("PageStyles")
    for sheet in opened.Sheets:
        page = styles.getByName(sheet.PageStyle)
        assert sorted((page.Width, page.Height)) == pytest.approx([21000, 29700], abs=2), sheet.Name
        assert (page.ScaleToPagesX, page.ScaleToPagesY) == (1, 0), sheet.Name
        footer = page.RightPageFooterContent
        text = footer.RightText
        assert any(letter.isdigit() for letter in text.getString()), sheet.Name
        if sheet.RangeAddress.Sheet > 0:
            assert sheet.getPrintTitleRows(), sheet.Name


def test_dates_follow_the_first_month(opened, template):
    figures = expected(template[0]).get("months")
    if not figures:
        pytest.skip("no months in this template")
    workbook.fill(opened, "start_year", 2031)
    workbook.fill(opened, "start_month", 4)
    opened.calculateAll()
    first, last = (opened.Sheets[figures["sheet"]].getCellRangeByName(address).Value for address in figures["cells"])
    assert workbook.EPOCH + datetime.timedelta(first) == datetime.date(2031, 4, 1)
    assert workbook.EPOCH + datetime.timedelta(last) == datetime.date(2032, 3, 1)


def test_title_is_in_the_language_of_the_folder(opened, template):
    source = yaml.safe_load((SOURCE / template[0] / "template.yaml").read_text("utf-8"))
    assert opened.DocumentProperties.Title == source["title"]["zh" if template[1] == "zh-CN" else "en"]


def test_the_same_source_gives_the_same_bytes(built, tmp_path):
    build(tmp_path)
    made = sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file())
    assert len(made) == 2 * (len(template_names()) + 2)  # the function examples, and the title of the group
    for path in made:
        assert (built / path).read_bytes() == (tmp_path / path).read_bytes(), path


def test_file_begins_with_its_media_type(template):
    with zipfile.ZipFile(template[2]) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet-template"
