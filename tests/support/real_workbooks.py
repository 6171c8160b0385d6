"""What a correct reading finds in the workbooks of the shared data: figures from its MANIFEST.tsv, told by hand as rows of
`detect`. The workbooks are not ours to copy; where they are absent the tests say so."""
import csv
import os
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("STEWARD_SHARED", ROOT.parent / "shared"))
REAL = SHARED / "data/real"


def manifest():
    """The ground truth of each file, as the manifest words it."""
    with open(REAL / "MANIFEST.tsv", encoding="utf-8", newline="") as file:
        return {row["file"].split("/")[-1]: row["ground_truth"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def numbers(text):
    """Every number that a text of the manifest states."""
    return {float(found) for found in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w])", text)}


def figure(total, **told):
    """A row of detect that must be found: its total, and what else it must say of itself."""
    return total, told


FIGURES = {
    "la_exp_sec2_1819.xlsx": [figure(8290589727, role="actual"), figure(9292125739, role="budget"),
                              figure(8713304646, role="estimate"), figure(9863141974, role="budget"),
                              figure(9899768481, role="budget")],
    "la_exp_sec4_1718.xls": [figure(342669687, role="actual"), figure(385112528, role="budget"),
                             figure(388557000, role="estimate"), figure(404898025, role="budget"),
                             figure(408338025, role="budget")],
    "oakland_1315.xlsx": [figure(1039006929, nature="expense", year="FY13-14"), figure(1052690555, nature="revenue", year="FY13-14"),
                          figure(1060583969, nature="expense", year="FY14-15"), figure(1071696861, nature="revenue", year="FY14-15")],
    "mexico_cdmx.xlsx": [figure(11963954053.37, role="budget"), figure(12324139783.79, role="revised"),
                         figure(1307284558.89, role="committed"), figure(554984265.65, role="actual"),
                         figure(540821072.45), figure(508565842.02)],
    "doi_crb_budget.ods": [figure(239993.50, role="budget")],
    "doi_crb_quarterly.ods": [figure(176553), figure(35455), figure(23998), figure(10900)] + [figure(17700)] * 6,
    "gsp_summer_school.ods": [figure(total, nature=nature) for expense, revenue in
                              ((32102, 32400), (33554, 33900), (34074, 43400), (20401.5, 20501.5), (22299, 23295))
                              for total, nature in ((expense, "expense"), (revenue, "revenue"))],
    "vrcons.xlsx": [figure(445000, role="budget", stated_total=345000, foots=0),
                    figure(188725, role="actual", stated_total=127193, foots=0)],
    "cbet.xls": [figure(0)] * 5,
    "bodgery.ods": [figure(188, role="budget"), figure(160, role="budget")],
    "tcaa.ods": [figure(26589)],
    "antena_presupuesto.ods": [figure(186200, foots=1)],
    "plantwatering.ods": [figure(63.8)],
    "pingouins.xlsx": [figure(460.19, foots=1)],
    "poi_monthly.xlsx": [figure(3750, nature="revenue"), figure(2336, nature="expense", lines=13)],
    "dhanshri.xlsx": [figure(16869574, foots=1)],
    "budgetascode.xlsx": [figure(-40)],
    "lifehacks.ods": [figure(3992), figure(4650), figure(300)],
    "kaleb_monthly.ods": [figure(0, role="budget")],
    "losveratos.xlsx": [figure(18922023.06, role="budget", lines=663)],
    "losveratos_bad.xlsx": [figure(total, year=2022) for total in (86, 106, 110, 110, 91, 108, 103, 97, 124, 104, 107, 96)],
    "iqudesa.xlsx": [figure(485, nature="revenue", lines=12), figure(330, nature="expense", lines=12)],
    "seletto.xlsm": [figure(3943.94, nature="revenue"), figure(682.50, nature="expense"), figure(400)],
    "devries_try.xlsm": [figure(0, role="budget")] * 12,
    "cn_预算_公司10-12月.xlsx": [figure(34300.88, role="budget"), figure(6542.80, role="actual"), figure(27758.08, role="variance"),
                            figure(7000, role="budget"), figure(7000, role="budget")],
    "cn_装修预算_模板.xlsx": [figure(0, role="budget")],
    "cn_预算_机器人.xlsx": [figure(368.11, role="budget", foots=1)],
    "cn_装修预算_多表.xlsx": [figure(125550, role="budget", foots=1)],
}
# What the manifest words otherwise, or leaves to the sheet itself.
READ_FROM_THE_SHEET = {"losveratos_bad.xlsx", "iqudesa.xlsx", "tcaa.ods", "lifehacks.ods", "cbet.xls", "devries_try.xlsm",
                       "kaleb_monthly.ods", "cn_装修预算_模板.xlsx", "doi_crb_quarterly.ods"}

# What must be said to be wrong, with its cell.
FINDINGS = {
    "vrcons.xlsx": ["B15", "100,000.00", "61,532.00", "D14"],
    "cbet.xls": ["#REF!"],
    "losveratos_bad.xlsx": ["#DIV/0!", "#NAME?"],
    "cn_装修预算_多表.xlsx": ["D16", "6,000.00"],
}
