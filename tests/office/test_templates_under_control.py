"""Each budget template, in both languages, comes under control without a question, is posted to, reported, and foots."""
import pytest
from conftest import BUILD
from controlled import Commands, example_postings

# What the sample of a template approves: (revenue, expense), from the figures of its expected.yaml.
APPROVED = {
    "annual-operating-budget": (3818000, 3553505),
    "approval-register": (0, 156060),
    "capital-budget": (0, 1414000),
    "cash-flow-budget": (3629000 + 105000, 3518205 + 253610),
    "community-operations": (0, 464040),
    "department-account-month": (0, 2258136),
    "flexible-budget": (1122000, 658200 + 340000),
    "marketing-by-channel": (0, 551800),
    "monthly-execution": (3353000, 2655700),
    "performance-self-evaluation": (0, {"en-US": 500 * 1000, "zh-CN": 500 * 10000}),  # USD thousand, 万元
    "project-three-levels": (0, 527100),
    "rolling-forecast": (3276000, 2902000),
    "zero-based-packages": (0, 538000),
}
NO_BUDGET = {"function-examples"}
TEMPLATES = [(path.stem, path.parent.parent.name, path) for path in sorted((BUILD / "template").glob("*/budget/*.ots"))
             if path.stem not in NO_BUDGET]


def test_every_template_is_tried():
    assert {name for name, _, _ in TEMPLATES} == set(APPROVED)
    assert len(TEMPLATES) == 2 * len(APPROVED)


@pytest.mark.parametrize("name, language, path", TEMPLATES, ids=[f"{name}-{language}" for name, language, _ in TEMPLATES])
def test_set_up_asks_nothing(office, name, language, path, tmp_path):
    document = office.open(path)
    try:
        run = Commands(office, document)
        told = {row[0]: row[1] for row in run("setUp", url=(tmp_path / "controlled.ods").as_uri())}
        revenue, expense = APPROVED[name]
        expense = expense[language] if isinstance(expense, dict) else expense
        assert (told.get("approved revenue", 0), told.get("approved expense", 0)) == (revenue, expense)
        posted = run("post", rows=tuple(map(tuple, example_postings(document))), mode="post-allowed")
        verdicts = {row[posted[0].index("verdict")] for row in posted[1:]}
        assert "Allow" in verdicts and verdicts <= {"Allow", "Stop"}
        report = run("report")
        assert any(str(row[report[0].index("line")]).startswith("Total") for row in report[1:])
        assert not [row for row in run("check")[1:] if row[0] == "error"]
    finally:
        office.close(document)
