"""Every entry of the menu Budget, dispatched on workbooks that it cannot work on: an empty one, a protected one, and a budget
that is not under control. Nothing may fall, nothing may be written without a word, and every refusal says what to do."""
import pathlib
import sys
import time

import pytest
from controlled import Commands
from window import visible_name, walk
from workbooks import contents, fill_monthly

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/menu"))

import build_menu  # noqa: E402

ADDRESS = "org.steward.budget:"
# The manual opens in a browser, and the check of the installation has a test of its own, as it takes its time.
COMMANDS = [entry["command"] for entry in build_menu.commands(build_menu.source()) if entry["command"] not in ("help", "selfTest")]


def empty(_office, _document):
    pass


def protected(_office, document):
    fill_monthly(document.Sheets[0])
    document.Sheets[0].protect("secret")
    document.protect("secret")


def uncontrolled(_office, document):
    fill_monthly(document.Sheets[0])


def controlled_and_protected(office, document):
    fill_monthly(document.Sheets[0])
    office.settle()
    Commands(office, document)("setUp", basis="year")
    document.protect("secret")


def answer_to(office, document, command):
    """What the window says to a command: a dialog, which is closed again, or nothing."""
    thread = office.dispatch(document, ADDRESS + command)
    end, said = time.monotonic() + 60, []
    while thread.is_alive() and time.monotonic() < end:
        dialog = office.dialog()
        if dialog is None:
            time.sleep(0.05)
            continue
        said.append(office.texts(dialog))
        office.key("Escape")
        office.settle(0.3)
    assert not thread.is_alive(), f"{command} never comes to an end"
    return "\n".join(said)


def bar(office, document):
    root = office.frame(document).getContainerWindow().getAccessibleContext()
    return [visible_name(one) for one in walk(root, 6) if "Steward" in visible_name(one)]


@pytest.mark.parametrize("kind", [empty, protected, uncontrolled, controlled_and_protected], ids=lambda kind: kind.__name__)
def test_no_entry_falls_and_each_says_what_to_do(office, document, kind):
    kind(office, document)
    office.settle()
    users, before = document.Sheets[0], contents(document.Sheets[0])
    for command in COMMANDS:
        is_possible = office.is_possible(document, ADDRESS + command)
        said = answer_to(office, document, command)
        assert said.strip() or bar(office, document), f"{command} says nothing"
        if not is_possible:
            assert "under control" in said, f"{command} does not say why it is not possible"
        assert contents(users) == before, f"{command} wrote into the user's sheet"
    assert document.Sheets.Count >= 1
