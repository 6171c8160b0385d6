"""The Extension tab of the tabbed interface in a real window. LibreOffice keeps that bar from screen readers on this display, so
it is found by the colour of Steward's own icons."""
import re
import subprocess

import pytest
from controlled import control_monthly
from window import until

TEAL = re.compile(r"^(\d+),(\d+):.*#2A8F86", re.MULTILINE)
TABS_AT, BAR_TOP, BAR_HEIGHT, WIDTH = 34, 44, 80, 1250
STEP = 20  # narrower than any tab
GAP = 7  # wider than any within an icon, narrower than between two


@pytest.fixture
def tabbed(office, document):
    control_monthly(office, document, asOf="2026-03-31")
    office.dispatch(document, ".uno:ToolbarMode?Mode:string=notebookbar.ui")
    office.settle(3)
    yield document
    office.dispatch(document, ".uno:ToolbarMode?Mode:string=Default")
    office.settle(1)


def click_at(office, x, y):
    office.display.run("xdotool", "mousemove", str(x), str(y), "click", "1")


def icons(office, folder):
    """Where the bar has pixels of the icons' colour, from the left."""
    picture = office.picture(folder / "bar.png")
    pixels = subprocess.run(["convert", str(picture), "-crop", f"{WIDTH}x{BAR_HEIGHT}+0+{BAR_TOP}", "+repage", "txt:-"],
                            check=True, capture_output=True, text=True).stdout
    return sorted((int(x), int(y) + BAR_TOP) for x, y in TEAL.findall(pixels))


def test_the_extension_tab_has_the_commands_and_its_buttons_work(office, tabbed, tmp_path):
    found = []
    for x in range(WIDTH, 0, -STEP):  # the tab is one of the last
        click_at(office, x, TABS_AT)
        office.settle(0.2)
        found = icons(office, tmp_path)
        if found:
            break
    assert found, "no tab shows Steward's icons"
    buttons = [found[0], *(here for before, here in zip(found, found[1:]) if here[0] - before[0] > GAP)]
    assert len(buttons) >= 6, "icons of the common commands"
    # That bar shows nothing as impossible, so the command itself says why it is.
    click_at(office, *buttons[0])
    assert "under control already" in office.texts(until(office.dialog, "the word of Set Up Control"))
    office.key("Escape")
    until(lambda: office.dialog() is None, "the end of the message")
    click_at(office, *buttons[1])
    office.wait_for_dialog("Post")
    office.key("Escape")
    office.wait_until_closed("Post")
