"""The sidebar in a real window: follows the selection and the postings, shows one's own lines first, opens Post and Explain, and
lays itself out at every width."""
import pytest
from controlled import Commands, column, control_monthly, keys, table
from people import People
from window import Role, State, children, is_in, until, visible_name, walk

WIDTHS = (230, 320, 520)


@pytest.fixture
def controlled(office, document):
    control_monthly(office, document, asOf="2026-03-31")
    office.sidebar(document, "StewardDeck")
    return document


def panel(office, document):
    """Everything in the sidebar's panel that is shown; the panel is what holds the button Explain."""
    root = office.root(document)
    button = until(lambda: next((one for one in walk(root) if one.getAccessibleRole() == Role.PUSH_BUTTON and visible_name(one) == "Explain"), None),
                   "the panel")
    return [one for one in children(button.getAccessibleParent().getAccessibleContext()) if is_in(one, State.SHOWING)]


def words(office, document):
    return "\n".join(one.getAccessibleName() for one in panel(office, document))


def risks(office, document):
    box = next(one for one in panel(office, document) if visible_name(one) == "Lines at risk" and one.getAccessibleRole() in (Role.LIST, Role.PANEL))
    lists = [one for one in walk(box) if one.getAccessibleRole() == Role.LIST]
    return [one.getAccessibleName() for one in children(lists[0])]


def spend(office, document, at, amount, number):
    names, lines = keys(document)
    Commands(office, document)("post", rows=(("date", "document", "stage", "amount", *names), ("2026-02-10", number, "actual", amount, *lines[at])),
                               mode="post")


def test_it_follows_the_selection_and_the_postings(office, controlled):
    _, lines = keys(controlled)
    sheet = controlled.Sheets[0]
    for at, key in enumerate(lines[:3]):
        controlled.CurrentController.select(sheet.getCellByPosition(4, 3 + at))
        until(lambda: key[-1] in words(office, controlled), f"the line {key}")
    controlled.CurrentController.select(sheet.getCellByPosition(2, 3))
    until(lambda: "Available 1,200.00" in words(office, controlled), "what is available")
    spend(office, controlled, 0, 300.0, "D1")
    until(lambda: "Available 900.00" in words(office, controlled), "what is left")
    assert "25.0 %" in words(office, controlled)
    until(lambda: risks(office, controlled) == ["25.0 %  " + " / ".join(lines[0])], "the line at risk")


def test_a_head_sees_the_own_lines_first(office, controlled):
    document = controlled
    for at, amount in ((0, 900.0), (1, 60.0)):
        spend(office, document, at, amount, f"R{at}")
    _, lines = keys(document)
    names = [" / ".join(key) for key in lines]
    until(lambda: [one.endswith(names[0]) for one in risks(office, document)][:1] == [True], "the larger share first")
    People(office)("Ann Lee")
    try:
        control = document.DatabaseRanges.getByName("steward_control").getDataArea()
        owner = column(table(document, "control"), "Owner")
        document.Sheets[control.Sheet].getCellByPosition(control.StartColumn + owner, control.StartRow + 2).setString("Ann Lee")
        area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
        authorities = table(document, "authorities")[0]
        row = [""] * len(authorities)
        for name, value in {"Type": "*", "Dimension": "*", "Level": 1.0, "Approver": "Ann Lee", "Role": "head"}.items():
            row[authorities.index(name)] = value
        document.Sheets[area.Sheet].getCellRangeByPosition(area.StartColumn, area.StartRow + 1, area.EndColumn, area.StartRow + 1).setDataArray((tuple(row),))
        spend(office, document, 0, 1.0, "R9")
        until(lambda: [one.endswith(names[1]) for one in risks(office, document)][:1] == [True], "the own line first")
    finally:
        People(office)("")


@pytest.mark.parametrize("button, title", [("Post", "Post"), ("Explain", "Explain")])
def test_its_buttons_open_the_dialogs(office, controlled, button, title):
    found = next(one for one in panel(office, controlled) if one.getAccessibleRole() == Role.PUSH_BUTTON and visible_name(one) == button)
    office.click(found)
    office.wait_for_dialog(title)
    office.key("Escape")
    office.wait_until_closed(title)


def test_a_line_at_risk_leads_to_its_row(office, controlled):
    spend(office, controlled, 1, 200.0, "L1")
    until(lambda: risks(office, controlled), "a line at risk")
    box = next(one for one in panel(office, controlled) if visible_name(one) == "Lines at risk" and one.getAccessibleRole() in (Role.LIST, Role.PANEL))
    entry = next(one for one in walk(box) if one.getAccessibleRole() == Role.LIST_ITEM)
    office.click(entry)
    until(lambda: controlled.CurrentController.ActiveSheet.Name == "Control", "the control sheet in view")
    top = controlled.DatabaseRanges.getByName("steward_control").getDataArea().StartRow
    assert controlled.getCurrentSelection().getRangeAddress().StartRow == top + 2


def test_nothing_is_cut_off_or_covered_at_any_width(office, controlled):
    spend(office, controlled, 0, 300.0, "W1")
    for width in WIDTHS:
        office.widen_sidebar(controlled, width)
        office.settle(0.5)
        shown = panel(office, controlled)
        boxes = {}
        for one in shown:
            at, size = one.getLocationOnScreen(), one.getSize()
            assert size.Width > 0 and size.Height > 0, one.getAccessibleName()
            boxes[one.getAccessibleName() or id(one)] = (at.X, at.Y, at.X + size.Width, at.Y + size.Height)
        parent = shown[0].getAccessibleParent().getAccessibleContext()
        left, right = parent.getLocationOnScreen().X, parent.getLocationOnScreen().X + parent.getSize().Width
        for name, (x1, y1, x2, y2) in boxes.items():
            assert left <= x1 and x2 <= right, f"{name} leaves the panel of {width}"
            for other, (a1, b1, a2, b2) in boxes.items():
                assert name == other or x2 <= a1 or a2 <= x1 or y2 <= b1 or b2 <= y1, f"{name} lies over {other} at {width}"
