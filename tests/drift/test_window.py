"""What the window is made from: dialogs and menu in both languages, held against what a user without a mouse or without sight
needs, and against what the extension can do."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging/dialogs"), str(ROOT / "packaging/menu")]

import build_dialogs  # noqa: E402
import build_menu  # noqa: E402

DLG = "{http://openoffice.org/2000/dialog}"
LANGUAGES = ("en", "zh")
FIELDS = ("menulist", "combobox", "textfield", "datefield")
SLACK = 1.1  # of a label's width over what an average letter needs; the sources leave about 40 %
MENU = build_menu.source()


def built():
    return [build_dialogs.Builder(source).build() for source in build_dialogs.sources()]


def controls(builder):
    root = ET.fromstring(builder.xdl())
    return root, list(root.find(DLG + "bulletinboard"))


def attribute(control, name, otherwise=None):
    return control.get(DLG + name, otherwise)


def words_of(builder, language):
    return {"&" + key: words for key, words in builder.words[language]}


def mnemonic(words):
    found = re.search(r"~(.)", words)
    return found.group(1).upper() if found else None


@pytest.fixture(params=built(), ids=lambda builder: builder.name)
def dialog(request):
    builder = request.param
    builder_again = build_dialogs.Builder(builder.source).build()
    root, all_controls = controls(builder_again)
    return builder_again, root, all_controls


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mnemonic_is_used_twice(dialog, language):
    builder, _, all_controls = dialog
    words = words_of(builder, language)
    used = {}
    for control in all_controls:
        key = mnemonic(words.get(attribute(control, "value", ""), ""))
        if key:
            assert key not in used, f"{builder.name}: {key} at {used.get(key)} and {attribute(control, 'id')}"
            used[key] = attribute(control, "id")


def test_every_field_is_named_by_a_label_just_before_it(dialog):
    builder, _, all_controls = dialog
    if builder.source.get("panel"):
        pytest.skip("the panel has no fields to fill in")
    for before, control in zip([None, *all_controls], all_controls):
        if control.tag.removeprefix(DLG) not in FIELDS:
            continue
        assert before is not None and before.tag == DLG + "text", attribute(control, "id")
        assert attribute(before, "id") == attribute(control, "id") + "Label"
        for language in LANGUAGES:
            words = words_of(builder, language)[attribute(before, "value")]
            assert mnemonic(words), f"{builder.name}: the label of {attribute(control, 'id')} has no mnemonic in {language}"


def test_tab_order_is_the_order_of_reading(dialog):
    _, _, all_controls = dialog
    assert [int(attribute(control, "tab-index")) for control in all_controls] == list(range(len(all_controls)))
    # The heads of a list lie under its label, which must come just before the list.
    places = [(int(attribute(control, "top")), int(attribute(control, "left"))) for control in all_controls
              if not attribute(control, "id").endswith("Head")]
    for (top, left), (next_top, next_left) in zip(places, places[1:]):
        assert next_top >= top - 3 or next_left > left, (top, left, next_top, next_left)


def test_nothing_lies_outside_or_over_another(dialog):
    builder, root, all_controls = dialog
    if builder.source.get("panel"):
        pytest.skip("the program places the controls of the panel")
    width, height = int(attribute(root, "width")), int(attribute(root, "height"))
    boxes = []
    for control in all_controls:
        left, top, w, h = (int(attribute(control, name)) for name in ("left", "top", "width", "height"))
        assert left >= 0 and top >= 0 and left + w <= width and top + h <= height, attribute(control, "id")
        for name, (other_left, other_top, other_w, other_h) in boxes:
            overlaps = left < other_left + other_w and other_left < left + w and top < other_top + other_h and other_top < top + h
            assert not overlaps, f"{builder.name}: {attribute(control, 'id')} over {name}"
        boxes.append((attribute(control, "id"), (left, top, w, h)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_with_room_to_spare(dialog, language):
    builder, _, all_controls = dialog
    if builder.source.get("panel"):
        pytest.skip("the program places the controls of the panel")
    words = words_of(builder, language)
    for control in all_controls:
        shown = words.get(attribute(control, "value", ""), "").replace("~", "")
        if not shown or control.tag == DLG + "fixedline":
            continue
        # A dialog unit is a quarter of an average letter; a Chinese one is as wide as two.
        needed = sum(8 if ord(letter) > 0x2E80 else 4 for letter in shown)
        lines = max(1, int(attribute(control, "height")) // build_dialogs.LINE)
        room = int(attribute(control, "width")) * lines - (10 if control.tag in (DLG + "button", DLG + "checkbox") else 0)
        assert room >= needed * SLACK, f"{builder.name}: “{shown}” needs {needed} units and has {room}"


def test_every_dialog_has_words_in_both_languages(dialog):
    builder, _, _ = dialog
    english, chinese = words_of(builder, "en"), words_of(builder, "zh")
    assert english.keys() == chinese.keys()
    for key, words in chinese.items():
        assert words.strip() and (words != english[key] or words in ("PDF",)), f"{key} is not translated"


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_mnemonics_do_not_clash(language):
    keys = [mnemonic(entry[language]) for entry in build_menu.commands(MENU)]
    assert all(keys) and len(set(keys)) == len(keys), keys


def test_every_entry_has_an_icon_and_a_tip():
    for entry in build_menu.commands(MENU):
        assert (ROOT / "packaging/icons" / (entry["icon"] + ".svg")).exists(), entry["icon"]
        assert entry["tip"]["en"] and entry["tip"]["zh"]


def test_the_menu_and_the_extension_know_the_same_commands():
    table = (ROOT / "addin/commands/menu_actions.cpp").read_text("utf-8")
    known = re.findall(r'Entry\{"(\w+)", Needs::', table)
    assert known == [entry["command"] for entry in build_menu.commands(MENU)]


def test_shortcuts_are_not_used_twice():
    shortcuts = [entry["shortcut"] for entry in build_menu.commands(MENU) if "shortcut" in entry]
    assert len(set(shortcuts)) == len(shortcuts)


def test_registration_is_well_formed():
    for name, content in build_menu.registration().items():
        ET.fromstring(content.encode())
        assert name.endswith(".xcu")


def listened_to(source):
    """What a part of the program waits for: on("check", …), and the lists that it goes through for this."""
    named = set(re.findall(r'on\("(\w+)"', source))
    for group in re.findall(r'for \(const char\* control : \{([^}]*)\}\) \w+\.on\(control', source):
        named |= set(re.findall(r'"(\w+)"', group))
    return named


def test_every_control_that_the_program_listens_to_tells_it():
    events = {}
    for builder in built():
        _, all_controls = controls(builder)
        events[builder.name] = {attribute(one, "id"): bool(list(one.iter("{http://openoffice.org/2000/script}event"))) for one in all_controls}
    heard = 0
    for path in sorted((ROOT / "addin/dialogs").glob("*.cpp")):
        source = path.read_text("utf-8")
        names = listened_to(source)
        assert len(names) >= source.count(".on(\""), path.name
        for name, tells in events.items():
            if f'"{name}"' not in source:
                continue
            for control in names & tells.keys():
                heard += 1
                assert tells[control], f"{path.name} waits in vain for {control} of {name}"
    assert heard > 20


def spoken(label):
    """A label of the menu as a user would say it."""
    return re.sub(r"\(~.\)|[~…]", "", label)


def titles_of_commands():
    """What Undo, progress and sentences call each command of the program."""
    phrases = {}
    for file in (ROOT / "src/words/phrases").glob("*.yaml"):
        phrases.update(yaml.safe_load(file.read_text("utf-8")))
    table = (ROOT / "src/plan/commands.cpp").read_text("utf-8")
    return {name: phrases[phrase] for name, phrase in re.findall(r'Command\{"(\w+)", phrase::(\w+)', table)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_has_one_name_in_menu_and_sentences(language):
    titles = titles_of_commands()
    shared = [entry for entry in build_menu.commands(MENU) if entry["command"] in titles]
    assert len(shared) > 15
    assert {entry["command"]: spoken(entry[language]) for entry in shared} == {entry["command"]: titles[entry["command"]][language] for entry in shared}
