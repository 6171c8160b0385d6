"""Workbooks that people really keep, read, put under control, posted to and reported by the installed extension."""
import os

import pytest
from controlled import Commands, Refused, example_postings
from real_workbooks import FIGURES, FINDINGS, READ_FROM_THE_SHEET, REAL, manifest, numbers

pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the shared workbooks are not here: nothing was read")
WORKBOOKS = REAL / "workbooks"


def rows_of(answer):
    return [dict(zip(answer[0], row)) for row in answer[1:]]


def agrees(row, total, told):
    if not isinstance(row["total"], float) or abs(row["total"] - total) > 0.005:
        return False
    return all(row[name] == value for name, value in told.items())


def missing(rows, figures):
    """The figures of a correct reading that no row states; every row counts once."""
    left = list(rows)
    absent = []
    for total, told in figures:
        match = next((row for row in left if agrees(row, total, told)), None)
        if match is None:
            absent.append((total, told))
        else:
            left.remove(match)
    return absent


@pytest.fixture(scope="module")
def readings(office):
    result = {}
    for name in FIGURES:
        document = office.open(WORKBOOKS / name)
        try:
            result[name] = rows_of(Commands(office, document)("detect"))
        finally:
            office.close(document)
    return result


def test_every_workbook_of_the_manifest_is_told():
    assert {path.name for path in WORKBOOKS.iterdir()} == set(FIGURES)


def test_the_figures_are_those_of_the_manifest():
    told = manifest()
    for name, figures in FIGURES.items():
        if name not in READ_FROM_THE_SHEET:
            assert {abs(total) for total, _ in figures} <= {abs(number) for number in numbers(told[name])}, name


def test_none_is_silently_wrong(readings):
    right, asked, refused, wrong = [], [], [], []
    for name, rows in readings.items():
        absent = missing(rows, FIGURES[name])
        if not absent:
            right.append(name)
        elif not rows:
            refused.append(name)
        elif any(row["question"] for row in rows):
            asked.append(name)
        else:
            wrong.append((name, absent))
    print(f"\n{len(right)} right, {len(asked)} asked, {len(refused)} refused, {len(wrong)} wrong", asked, refused)
    assert not wrong
    assert len(right) >= 24 and len(asked) <= 3 and len(refused) <= 1


@pytest.mark.parametrize("name", FINDINGS)
def test_what_is_wrong_is_said_with_its_cell(readings, name):
    notes = " ".join(row["notes"] for row in readings[name])
    assert [text for text in FINDINGS[name] if text not in notes] == []


# What a controller answers where set-up has to ask: which of several tables, columns or scenarios is the budget.
CHOICES = {
    "bodgery.ods": {"table": "1"},
    "cn_预算_公司10-12月.xlsx": {"table": "2,4,7"},
    "gsp_summer_school.ods": {"table": "1", "answers": "scenario = Option 2"},
    "la_exp_sec2_1819.xlsx": {"columns": "Q:budget"},
    "la_exp_sec4_1718.xls": {"columns": "Q:budget"},
    "lifehacks.ods": {"table": "2"},
    "plantwatering.ods": {"answers": "scenario = Option 1", "columns": "J:budget, I:other"},
    "poi_monthly.xlsx": {"table": "1,2"},
    "seletto.xlsm": {"table": "12"},
    "budgetascode.xlsx": {"answers": "sign = yes"},
}
# Forms that nobody has filled in yet: there is nothing to approve, and the refusal says which cells wait for figures.
EMPTY = {"cbet.xls": "$Budget.$A$", "cn_装修预算_模板.xlsx": "$Sheet1.$A$", "devries_try.xlsm": "$Jan.$", "kaleb_monthly.ods": "$"}


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_form_is_refused_with_its_cells(office, name):
    document = office.open(WORKBOOKS / name)
    try:
        with pytest.raises(Refused) as refusal:
            Commands(office, document)("setUp")
        assert "nobody has filled in" in str(refusal.value) and EMPTY[name] in str(refusal.value)
    finally:
        office.close(document)


# So large that setting up and recalculating them takes the office a minute: they are read in every run, and put under
# control where STEWARD_LARGE is set.
LARGE = set() if os.environ.get("STEWARD_LARGE") else {"oakland_1315.xlsx", "la_exp_sec2_1819.xlsx"}


@pytest.mark.parametrize("name", sorted(set(FIGURES) - set(EMPTY) - LARGE))
def test_what_was_recognised_is_controlled(office, name, tmp_path):
    document = office.open(WORKBOOKS / name)
    try:
        run = Commands(office, document)
        where = {"url": (tmp_path / "controlled.ods").as_uri()}
        choice = CHOICES.get(name, {})
        if choice:
            with pytest.raises(Refused) as refusal:
                run("setUp", **where)
            assert any(f"“{option}”" in str(refusal.value) for option in choice), refusal.value
        answer = run("setUp", **where, **choice)
        approved = sum(row[1] for row in answer if str(row[0]).startswith("approved"))
        assert approved > 0
        verdicts = rows_of(run("post", rows=tuple(map(tuple, example_postings(document))), mode="post-allowed"))
        assert {row["verdict"] for row in verdicts} <= {"Allow", "Stop"} and "Allow" in {row["verdict"] for row in verdicts}
        report = rows_of(run("report"))
        assert any(row["line"].startswith("Total") for row in report)
        assert not [row for row in run("check")[1:] if row[0] == "error"]
    finally:
        office.close(document)
