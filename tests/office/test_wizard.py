"""What the Function Wizard shows, read back from the running office, in both languages."""
import uno
import vectors

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


def test_the_wizard_shows_every_function_and_parameter(office):
    shown = descriptions(office)
    assert set(shown) == {"BUDGET." + name for name in RECORDS}
    for name, record in RECORDS.items():
        _, description, arguments = shown["BUDGET." + name]
        assert description == record["summary"]["en"]
        assert [argument for argument, _ in arguments] == [parameter["label"]["en"] for parameter in record["parameters"]]
        assert [text for _, text in arguments] == [parameter["meaning"]["en"] for parameter in record["parameters"]]
        assert all(text and "###" not in text for pair in arguments for text in pair), name


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
