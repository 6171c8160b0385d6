"""Help > Check This Installation: every published case in this Calc, and the report for an auditor's file."""
import pathlib
import re
import zipfile

import uno
import vectors
from com.sun.star.beans import NamedValue
from conftest import BUILD


def test_every_case_passes_in_this_office(office):
    job = office.service("org.steward.budget.Command")
    rows = job.execute((NamedValue("command", "selfTest"),))
    assert rows[0] == ("function", "case", "formula", "expected", "found", "passed", "source")
    written = [(name, case["case"]) for name, _ in vectors.records() for case in vectors.cases(name)]
    assert sorted((row[0], row[1]) for row in rows[1:]) == sorted(written)
    assert [row for row in rows[1:] if row[5] != 1] == []


def test_the_vectors_ship_inside_the_extension():
    with zipfile.ZipFile(BUILD / "steward.oxt") as package:
        shipped = {pathlib.PurePosixPath(name).stem for name in package.namelist() if name.startswith("vectors/")}
    assert shipped == {path.stem for path in (vectors.ROOT / "tests/vectors").glob("*.csv")}


def test_the_menus_offer_it_in_both_languages(office):
    """The entry stands in the menu Help of the office and in the menu Budget."""
    provider = office.service("com.sun.star.configuration.ConfigurationProvider")
    for place in ("OfficeHelp/org.steward.budget.self_test", "OfficeMenuBar/org.steward.budget.menu/Submenu"):
        titles = {}
        for locale in ("en-US", "zh-CN"):
            arguments = tuple(uno.createUnoStruct("com.sun.star.beans.NamedValue", name, value)
                              for name, value in (("nodepath", f"/org.openoffice.Office.Addons/AddonUI/{place}"), ("locale", locale)))
            node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", arguments)
            entries = [node] if node.hasByName("URL") else [node.getByName(name) for name in node.getElementNames()]
            found = [entry.getByName("Title") for entry in entries if entry.getByName("URL") == "org.steward.budget:selfTest"]
            assert len(found) == 1, place
            titles[locale] = found[0]
        # The letters differ from menu to menu, so that none clashes.
        assert {locale: re.sub(r"\(~.\)|~", "", title) for locale, title in titles.items()} == {"en-US": "Check This Installation", "zh-CN": "检查本安装"}
