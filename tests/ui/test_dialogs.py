"""The dialogs Post and Explain in a real window: filled, carried out, undone, done again, cancelled; and every list in a dialog
read as a screen reader reads it, which the office must survive."""
import pytest
from controlled import Commands, column, control_monthly, keys, table
from window import Role, children, until, visible_name, walk
from workbooks import fill_monthly

ADDRESS = "org.steward.budget:"


@pytest.fixture
def controlled(office, document):
    control_monthly(office, document, asOf="2026-03-31")
    return document


def ledger(document):
    rows = table(document, "ledger")
    return [[row[column(rows, name)] for name in ("Document", "Line", "Stage", "Amount")] for row in rows[1:] if row[0]]


def opened(office, document, command, title):
    office.dispatch(document, ADDRESS + command)
    return office.wait_for_dialog(title)


def fill_one_posting(office, dialog, amount, document_number):
    office.widget(dialog, "Amount:", Role.TEXT).type(amount)
    office.widget(dialog, "Date:", Role.TEXT).type("2026-02-10")
    office.widget(dialog, "Document:", Role.TEXT).type(document_number)


def entries(dialog, label):
    """What stands in a list, as a screen reader has it."""
    box = next(one for one in walk(dialog) if one.getAccessibleRole() == Role.LIST and visible_name(one) == label)
    return [one.getAccessibleName() for one in children(box)]


def test_a_posting_typed_into_the_dialog_is_written_undone_and_written_again(office, controlled):
    dialog = opened(office, controlled, "post", "Post")
    fill_one_posting(office, dialog, "25", "INV-7")
    office.button(dialog, "Check").press()
    verdicts = until(lambda: entries(dialog, "Verdicts, before anything is written:"), "the verdict")
    assert verdicts[0].startswith("Allowed")
    office.button(dialog, "Post All").press()
    office.wait_until_closed("Post")
    written = until(lambda: ledger(controlled), "the posting")
    assert [row[0] for row in written] == ["INV-7"] and written[0][2:] == ["actual", 25.0]
    undo = controlled.getUndoManager()
    until(lambda: undo.isUndoPossible() and undo.getCurrentUndoActionTitle() == "Post", "the step")
    undo.undo()
    office.settle()
    assert ledger(controlled) == []
    undo.redo()
    office.settle()
    assert ledger(controlled) == written


def test_a_posting_over_budget_is_not_offered_and_its_reason_can_be_read(office, controlled):
    dialog = opened(office, controlled, "post", "Post")
    fill_one_posting(office, dialog, "999999", "INV-8")
    office.button(dialog, "Check").press()
    until(lambda: "Stopped" in "\n".join(entries(dialog, "Verdicts, before anything is written:")), "the verdict")
    assert not office.button(dialog, "Post All").is_enabled
    assert "1,200.00 available" in "\n".join(entries(dialog, "Verdicts, before anything is written:"))
    office.key("Escape")
    office.wait_until_closed("Post")
    assert ledger(controlled) == []


def test_cancel_posts_nothing(office, controlled):
    log = table(controlled, "log")
    dialog = opened(office, controlled, "post", "Post")
    fill_one_posting(office, dialog, "25", "INV-9")
    office.button(dialog, "Check").press()
    office.settle()
    office.button(dialog, "Cancel").press()
    office.wait_until_closed("Post")
    assert ledger(controlled) == [] and table(controlled, "log") == log


def test_explain_jumps_to_each_posting(office, controlled):
    run = Commands(office, controlled)
    names, key = key_of_first_line(controlled)
    run("post", rows=(("date", "document", "stage", "amount", *names), ("2026-02-10", "A", "actual", 10.0, *key),
                      ("2026-02-11", "B", "actual", 20.0, *key)), mode="post")
    for place, amount in ((0, 20.0), (1, 10.0)):  # the largest first
        controlled.CurrentController.setActiveSheet(controlled.Sheets[0])
        controlled.CurrentController.select(controlled.Sheets[0].getCellByPosition(2, 3))
        dialog = opened(office, controlled, "explain", "Explain")
        assert len(entries(dialog, "Largest postings:")) == 2
        office.key("alt+r", *["Down"] * place, "alt+s")
        office.wait_until_closed("Explain")
        until(lambda: controlled.CurrentController.ActiveSheet.Name == "Ledger", "the ledger in view")
        row = controlled.getCurrentSelection().getRangeAddress().StartRow
        rows = table(controlled, "ledger")
        area = controlled.DatabaseRanges.getByName("steward_ledger").getDataArea()
        assert rows[row - area.StartRow][column(rows, "Amount")] == amount


@pytest.mark.parametrize("command, title, lists", [
    ("post", "Post", 1), ("explain", "Explain", 2), ("compare", "Compare Versions", 1), ("revise", "Revise Budget", 1),
    ("check", "Check Now", 1)])
def test_lists_are_read_by_a_screen_reader_lose_the_focus_and_close(office, controlled, command, title, lists):
    controlled.Sheets[0].getCellByPosition(2, 3).setValue(150.0)
    office.settle()
    dialog = opened(office, controlled, command, title)
    boxes = [one for one in walk(dialog) if one.getAccessibleRole() == Role.LIST and one.getAccessibleParent().getAccessibleContext().getAccessibleRole()
             != Role.COMBO_BOX]
    assert len([one for one in boxes if visible_name(one)]) >= lists
    for _ in range(14):
        office.key("Tab")
        office.settle(0.05)
        for one in walk(dialog):
            one.getAccessibleName()
    office.key("Escape")
    office.wait_until_closed(title)
    assert controlled.Sheets.hasByName("Control"), "the office is alive"


def key_of_first_line(document):
    names, lines = keys(document)
    return names, lines[0]


def test_show_postings_drills_down_from_a_budget_cell_and_comes_back(office, controlled):
    names, key = key_of_first_line(controlled)
    Commands(office, controlled)("post", rows=(("date", "document", "stage", "amount", *names), ("2026-02-10", "A", "actual", 10.0, *key),
                                               ("2026-03-11", "B", "actual", 20.0, *key), ("2026-03-12", "C", "commitment", 30.0, *key)),
                                   mode="post")
    users = controlled.Sheets[0]
    controlled.CurrentController.setActiveSheet(users)
    controlled.CurrentController.select(users.getCellByPosition(4, 3))  # March of the first line
    dialog = opened(office, controlled, "postings", "Show Postings")
    assert len(entries(dialog, "Postings:")) == 2
    headline = office.texts(dialog)
    assert "2 postings" in headline and "Commitment 30.00, Actual 20.00" in headline
    office.key("alt+p", "Down", "alt+s")
    office.wait_until_closed("Show Postings")
    until(lambda: controlled.CurrentController.ActiveSheet.Name == "Ledger", "the ledger in view")
    rows, area = table(controlled, "ledger"), controlled.DatabaseRanges.getByName("steward_ledger").getDataArea()
    row = controlled.getCurrentSelection().getRangeAddress().StartRow
    assert rows[row - area.StartRow][column(rows, "Document")] == "C"
    office.press_in_bar(controlled, "Back")
    until(lambda: controlled.CurrentController.ActiveSheet.Name == users.Name, "the figure again")
    assert controlled.getCurrentSelection().getCellAddress().Column == 4


def test_options_are_kept_and_set_up_begins_with_them(office, document):
    office.dispatch(document, ADDRESS + "options")
    dialog = office.wait_for_dialog("Options")
    field = office.widget(dialog, "Alerts from:", Role.TEXT)
    field.type("tall; wide")
    office.button(dialog, "OK").press()
    until(lambda: "thresholds" in office.texts(dialog), "the refusal")
    field.type("70 %; 80 %; 90 %")
    office.widget(dialog, "Name shown in the log:", Role.TEXT).type("Ann Lee")
    office.button(dialog, "OK").press()
    office.wait_until_closed("Options")
    fill_monthly(document.Sheets[0])
    office.dispatch(document, ADDRESS + "setUp")
    dialog = office.wait_for_dialog("Set Up Control")
    assert office.widget(dialog, "Alerts from:", Role.TEXT).text == "70 %; 80 %; 90 %"
    assert office.widget(dialog, "Fiscal year:", Role.TEXT).text == "2026", "what was recognised is shown"
    office.button(dialog, "OK").press()
    office.wait_until_closed("Set Up Control")
    until(lambda: document.DatabaseRanges.hasByName("steward_log"), "the control")
    office.settle()
    rows = table(document, "log")
    assert "Ann Lee" in rows[1]
    office.dispatch(document, ADDRESS + "options")
    dialog = office.wait_for_dialog("Options")
    office.widget(dialog, "Name shown in the log:", Role.TEXT).type("")
    office.widget(dialog, "Alerts from:", Role.TEXT).type("80 %; 90 %; 95 %")
    office.button(dialog, "OK").press()
    office.wait_until_closed("Options")


def test_the_dashboard_is_one_step_and_its_figures_are_those_of_control(office, controlled):
    names, key = key_of_first_line(controlled)
    run = Commands(office, controlled)
    run("post", rows=(("date", "document", "stage", "amount", *names), ("2026-02-10", "A", "actual", 150.0, *key)), mode="post")
    before = list(controlled.Sheets.ElementNames)
    office.choose(controlled, "Budget", "Dashboard")
    until(lambda: controlled.Sheets.hasByName("Dashboard"), "the dashboard")
    undo = controlled.getUndoManager()
    until(lambda: undo.getCurrentUndoActionTitle() == "Dashboard", "the whole step")
    office.settle(1)
    sheet = controlled.Sheets.getByName("Dashboard")
    rows = table(controlled, "control")
    total = sum(row[column(rows, "Revised budget")] for row in rows[1:])
    figures = [sheet.getCellByPosition(at, 4).getValue() for at in (0, 1, 3, 5)]
    assert figures == [total, 150.0, total - 150.0, pytest.approx(150.0 / total)]
    risk = sheet.getCellRangeByPosition(0, 7, 12, 7).getDataArray()[0]
    assert risk[0] == " / ".join(key) and risk[12].startswith("▸")
    heat = sheet.getCellRangeByName("A35:N40").getDataArray()
    february = next(row[2] for row in heat if row[0] == " / ".join(key))
    assert february == 1.5
    assert sheet.getCharts().getCount() == 2
    errors = sheet.queryFormulaCells(4)
    assert errors.getCount() == 0, errors.getRangeAddressesAsString()
    undo.undo()
    office.settle()
    assert list(controlled.Sheets.ElementNames) == before
    undo.redo()
    run("dashboard")  # anew, in its place
    assert [name for name in controlled.Sheets.ElementNames if "Dashboard" in name] == ["Dashboard"]


def test_carry_forward_says_what_is_missing_and_writes_nothing(office, controlled):
    log = table(controlled, "log")
    dialog = opened(office, controlled, "carry", "Carry Forward")
    until(lambda: "Choose a file" in office.texts(dialog), "what to do")
    assert not office.button(dialog, "Take Over").is_enabled
    office.button(dialog, "Cancel").press()
    office.wait_until_closed("Carry Forward")
    assert table(controlled, "log") == log


def test_set_up_takes_unit_and_signs_from_whoever_knows_better(office, document):
    sheet = document.Sheets[0]
    fill_monthly(sheet)
    office.settle()
    dialog = opened(office, document, "setUp", "Set Up Control")
    office.key("alt+m", "Down", "Down")
    until(lambda: "Thousands" in office.texts(dialog), "the unit")
    office.button(dialog, "OK").press()
    office.wait_until_closed("Set Up Control")
    control = until(lambda: document.DatabaseRanges.hasByName("steward_control") and table(document, "control"), "the control table")
    assert sum(row[column(control, "Original budget")] for row in control[1:]) == 2_100_000
    # The answer is remembered: the draft is read in thousands as well, and agrees with what was approved.
    assert not [row for row in Commands(office, document)("check")[1:] if "approved" in str(row)]
