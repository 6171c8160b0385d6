"""What is made from the catalogue, what is committed and what is tested speak of the same functions."""
import csv
import os
import pathlib
import re
import xml.etree.ElementTree as ET

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATED = pathlib.Path(os.environ["STEWARD_BUILD"]) / "addin/generated"
OOR = "{http://openoffice.org/2001/registry}"
RECORDS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
           for path in sorted((ROOT / "addin/catalogue").glob("*.yaml"))}


def idl_methods():
    text = (ROOT / "idl/org/steward/budget/XFunctions.idl").read_text(encoding="utf-8")
    return {name: [argument.split()[-1] for argument in arguments.split(",") if "XPropertySet" not in argument]
            for name, arguments in re.findall(r"^  any (\w+)\((.*)\);", text, re.MULTILINE)}


def configured_methods():
    tree = ET.parse(GENERATED / "CalcAddIns.xcu")
    functions = tree.getroot().find(f".//node[@{OOR}name='AddInFunctions']")
    return {node.get(f"{OOR}name"): node for node in functions}


def test_the_committed_types_are_those_of_the_catalogue():
    committed = (ROOT / "idl/org/steward/budget/XFunctions.idl").read_text(encoding="utf-8")
    assert committed == (GENERATED / "XFunctions.idl").read_text(encoding="utf-8"), "run: cmake --build --preset dev --target update_idl"


def test_every_function_is_published_and_configured_with_the_same_parameters():
    published, configured = idl_methods(), configured_methods()
    assert set(published) == set(configured) == {record["method"] for record in RECORDS.values()}
    for method, node in configured.items():
        parameters = node.find(f"node[@{OOR}name='Parameters']")
        assert [parameter.get(f"{OOR}name") for parameter in parameters] == published[method], method


def test_every_text_stands_in_both_languages():
    for method, node in configured_methods().items():
        for prop in node.iter("prop"):
            if prop.get(f"{OOR}name") != "Description":
                continue
            texts = {value.get("{http://www.w3.org/XML/1998/namespace}lang"): (value.text or "").strip() for value in prop}
            assert texts.get("en-US") and texts.get("zh-CN"), method


def test_every_function_has_vectors_and_every_vector_file_a_function():
    assert {path.stem for path in (ROOT / "tests/vectors").glob("*.csv")} == set(RECORDS)


def test_the_reference_shows_every_function():
    for language in ("en", "zh"):
        page = (GENERATED / f"reference_{language}.html").read_text(encoding="utf-8")
        for name in RECORDS:
            assert f'id="{name}"' in page


# "In a plain file this is a rule, not a lock, and we say so": a page for each language, and both texts within each.
def test_the_help_says_what_control_proves():
    for language in ("en", "zh"):
        page = (GENERATED / f"reference_{language}.html").read_text(encoding="utf-8")
        for words in ("declared, not proven", "not locks", "Digital Signatures", "未经证明", "而不是锁", "数字签名"):
            assert words in page, words



def test_every_phrase_is_used_and_stands_in_one_room():
    keys = [key for path in sorted((ROOT / "src/words/phrases").glob("*.yaml"))
            for key in yaml.safe_load(path.read_text(encoding="utf-8"))]
    assert [key for key in set(keys) if keys.count(key) > 1] == []
    sources = "\n".join(path.read_text(encoding="utf-8") for folder in ("src", "addin") for path in (ROOT / folder).rglob("*")
                        if path.suffix in (".cpp", ".hpp", ".yaml") and path.parent.name != "phrases")
    assert [key for key in keys if not re.search(rf"\b{key}\b", sources)] == []


def cases(name):
    with open(ROOT / f"tests/vectors/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_function_says_its_formula_sign_and_source_and_has_an_example():
    for name, record in RECORDS.items():
        for field in ("formula", "sign", "source", "examples"):
            assert record.get(field), f"{name} lacks {field}"
        assert {"en", "zh"} <= set(record["sign"]), name


def test_every_fault_that_the_help_names_has_a_vector():
    for name, record in RECORDS.items():
        results = [case["result"] for case in cases(name)]
        for fault in record["faults"]:
            assert any(fault["error"] in result for result in results), f"{name}: no vector gives {fault['error']}"


def test_every_function_has_ordinary_cases_and_an_error_in_a_range():
    for name, record in RECORDS.items():
        results = [case["result"] for case in cases(name)]
        assert sum(not result.startswith(("#", "Err:")) for result in results) >= 1, name
        assert "Err:504" in results or record["parameters"][0]["type"] in ("ledger", "indexed"), name


def test_questions_are_asked_in_both_languages():
    questions = [case["question"] for case in cases("ASK")]
    chinese = [question for question in questions if re.search(r"[\u4e00-\u9fff]", question)]
    assert len(questions) >= 150 and len(chinese) >= 75 and len(questions) - len(chinese) >= 75
