"""What the Function Wizard shows, read back from the running office."""
import vectors


def descriptions(office):
    """Our functions as the wizard lists them: name -> (description, [(parameter, description)])."""
    listed = office.service("com.sun.star.sheet.FunctionDescriptions")
    found = {}
    for index in range(listed.getCount()):
        entry = {value.Name: value.Value for value in listed.getByIndex(index)}
        if entry["Name"].startswith("BUDGET."):
            found[entry["Name"]] = (entry["Description"], [(a.Name, a.Description) for a in entry["Arguments"]])
    return found


def test_the_wizard_shows_every_function_and_parameter(office):
    shown = descriptions(office)
    records = dict(vectors.records())
    assert set(shown) == {"BUDGET." + name for name in records}
    for name, record in records.items():
        description, arguments = shown["BUDGET." + name]
        assert description == record["summary"]["en"]
        assert [argument for argument, _ in arguments] == [parameter["label"]["en"] for parameter in record["parameters"]]
        assert all(text and "###" not in text for pair in arguments for text in pair), name
