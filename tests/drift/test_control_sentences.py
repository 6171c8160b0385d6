"""Each sentence of the definition of control names the tests that hold it, and those tests exist."""
import csv
import os
import pathlib
import re

import pytest
import yaml

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
SENTENCES = yaml.safe_load((HERE / "control_sentences.yaml").read_text(encoding="utf-8"))
SHARED = pathlib.Path(os.environ.get("STEWARD_SHARED", TESTS.parent.parent / "shared"))


def pure_tests():
    found = set()
    for source in [*TESTS.glob("unit/**/*.cpp"), *TESTS.glob("property/**/*.cpp")]:
        found.update(re.findall(r"^TEST(?:_F|_P)?\((\w+), (\w+)\)", source.read_text(encoding="utf-8"), re.MULTILINE))
    return {f"{suite}.{name}" for suite, name in found}


def is_there(test, pure, cases):
    kind, _, name = test.partition(": ")
    if kind == "cases":
        return any(sentence.startswith(name) for sentence in cases)
    if kind == "vectors":
        return (TESTS / "vectors" / f"{name}.csv").exists()
    path, _, function = test.partition("::")
    if function:
        return (TESTS / path).exists() and f"def {function}(" in (TESTS / path).read_text(encoding="utf-8")
    return test in pure


def test_every_sentence_has_tests_that_exist():
    with open(TESTS / "cases/control.csv", encoding="utf-8", newline="") as file:
        cases = {row["sentence"] for row in csv.DictReader(file)}
    pure = pure_tests()
    without = [entry["is"] for entry in SENTENCES if not entry["held_by"]]
    gone = [(entry["is"][:60], test) for entry in SENTENCES for test in entry["held_by"] if not is_there(test, pure, cases)]
    assert not without and not gone


def plain(text):
    return re.sub(r"\s+", " ", re.sub(r"^- ", "", text, flags=re.MULTILINE)).strip()


@pytest.mark.skipif(not (SHARED / "spec/product.md").exists(), reason="the definition is not at hand")
def test_no_sentence_of_the_definition_is_left_out():
    text = (SHARED / "spec/product.md").read_text(encoding="utf-8")
    section = re.search(r"^## Control: exact meaning\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    rest = plain(section.group(1))
    for entry in SENTENCES:
        sentence = plain(entry["is"])
        assert sentence in rest, f"the definition does not say: {sentence}"
        rest = rest.replace(sentence, "", 1)
    assert not rest.strip(), f"no test is named for: {rest.strip()[:200]}"
