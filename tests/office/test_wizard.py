"""What the Function Wizard shows, read back from the running office, in both languages."""
import pathlib

import pytest
import uno
import vectors
from conftest import BUILD
from office import Office, programs
from window import SETTINGS

RECORDS = dict(vectors.records())


def descriptions(office):
    """Our functions as the wizard lists them: name -> (category, description, [(parameter, description)])."""
    listed = office.service("com.sun.star.sheet.FunctionDescriptions")
    found = {}
    for index in range(listed.getCount()):
        entry = {value.Name: value.Value for value in listed.getByIndex(index)}
        if entry["Name"].startswith("BUDGET."):
            found[entry["Name"]] = (entry["Category"], entry["Description"], [(a.Name, a.Description) for a in entry["Arguments"]])
    return found


def categories(office):
    """The category of every function that Calc has, ours aside."""
    listed = office.service("com.sun.star.sheet.FunctionDescriptions")
    entries = [{value.Name: value.Value for value in listed.getByIndex(index)} for index in range(listed.getCount())]
    return {entry["Name"]: entry["Category"] for entry in entries}


def chinese_resources(program):
    """Whether the office has its Chinese words."""
    return (pathlib.Path(program).resolve().parent / "resource/zh_CN/LC_MESSAGES/sc.mo").exists()


@pytest.fixture(scope="module")
def chinese_office():
    """An office whose user interface is Chinese."""
    program = programs()[0]
    if not chinese_resources(program):
        pytest.skip("this office has no Chinese user interface (libreoffice-l10n-zh-cn)")
    office = Office(program)
    settings = office.home / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS.format(locale="zh-CN"), "utf-8")
    with office.install(BUILD / "steward.oxt") as running:
        yield running


def expect_texts(office, language):
    shown = descriptions(office)
    assert set(shown) == {"BUDGET." + name for name in RECORDS}
    for name, record in RECORDS.items():
        _, description, arguments = shown["BUDGET." + name]
        assert description == record["summary"][language]
        assert [argument for argument, _ in arguments] == [parameter["label"][language] for parameter in record["parameters"]]
        assert [text for _, text in arguments] == [parameter["meaning"][language] for parameter in record["parameters"]]
        assert all(text and "###" not in text for pair in arguments for text in pair), name


def test_the_wizard_shows_every_function_and_parameter(office):
    expect_texts(office, "en")


def test_the_wizard_speaks_chinese_in_a_chinese_office(chinese_office):
    """Its own functions speak Chinese too, so that it is the office that shows ours."""
    listed = chinese_office.service("com.sun.star.sheet.FunctionDescriptions")
    entries = [{value.Name: value.Value for value in listed.getByIndex(index)} for index in range(listed.getCount())]
    native = next(entry for entry in entries if entry["Name"] == "SUM")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in native["Description"]), native["Description"]
    expect_texts(chinese_office, "zh")


def test_a_chinese_office_calculates_with_the_same_names(chinese_office):
    document = chinese_office.new()
    try:
        cell = document.Sheets[0].getCellByPosition(0, 0)
        cell.Formula = "=ORG.STEWARD.BUDGET.FUNCTIONS.VARIANCE(80;100)"
        assert (cell.getError(), cell.Value) == (0, 20)
        cell.Formula = '=ORG.STEWARD.BUDGET.FUNCTIONS.VARIANCE(80;100;"收入")'
        assert (cell.getError(), cell.Value) == (0, -20)
    finally:
        chinese_office.close(document)


def test_all_stand_in_the_category_add_in(office):
    """EDATE's neighbours of the analysis add-in stand there too."""
    add_in = categories(office)["CONVERT"] if "CONVERT" in categories(office) else None
    ours = {category for category, _, _ in descriptions(office).values()}
    assert len(ours) == 1
    assert add_in is None or ours == {add_in}


def configured(office, locale):
    """The node of our functions as the office reads it in a language."""
    provider = office.service("com.sun.star.configuration.ConfigurationProvider")
    arguments = tuple(uno.createUnoStruct("com.sun.star.beans.NamedValue", name, value) for name, value in (
        ("nodepath", "/org.openoffice.Office.CalcAddIns/AddInInfo/org.steward.budget.Functions/AddInFunctions"), ("locale", locale)))
    return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", arguments)


def test_every_text_is_there_in_both_languages(office):
    for locale, language in (("en-US", "en"), ("zh-CN", "zh")):
        functions = configured(office, locale)
        assert set(functions.getElementNames()) == {record["method"] for record in RECORDS.values()}
        for name, record in RECORDS.items():
            node = functions.getByName(record["method"])
            assert node.getByName("DisplayName") == "BUDGET." + name
            assert node.getByName("Description") == record["summary"][language]
            parameters = node.getByName("Parameters")
            for parameter in record["parameters"]:
                head, *rest = parameter["name"].split("_")
                shown = parameters.getByName(head + "".join(word.capitalize() for word in rest))
                assert shown.getByName("DisplayName") == parameter["label"][language], (name, parameter["name"])
                assert shown.getByName("Description") == parameter["meaning"][language], (name, parameter["name"])


def test_autocompletion_has_the_names(office):
    """Calc completes from the names of its function list; what is typed in any case is a prefix of one."""
    names = set(categories(office))
    for name in RECORDS:
        assert "BUDGET." + name in names
    assert [name for name in names if name.startswith("BUDGET.VAR")]
