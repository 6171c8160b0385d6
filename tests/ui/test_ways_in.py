"""The ways to a command besides the menu: the toolbar, the keys, the context menu of a cell, and the buttons of the bar."""
import pytest
from controlled import column, control_monthly, table
from window import Role, State, is_in, until, visible_name, walk

ADDRESS = "org.steward.budget:"


@pytest.fixture
def controlled(office, document):
    run = control_monthly(office, document, asOf="2026-03-31")
    run("post", mode="post", rows=(("date", "document", "stage", "amount", "Code", "Account"), ("2026-02-10", "INV-1", "actual", 900.0, "4100", "Travel")))
    office.settle(0.5)
    return document


def button(office, document, name):
    return next((one for one in walk(office.root(document)) if one.getAccessibleRole() == Role.PUSH_BUTTON and visible_name(one) == name
                 and is_in(one, State.SHOWING)), None)


@pytest.mark.parametrize("name, title", [("Post", "Post"), ("Explain This Figure", "Explain"), ("Report", "Report"), ("Transfer", "Transfer")])
def test_a_button_of_the_toolbar_opens_its_dialog(office, controlled, name, title):
    found = until(lambda: button(office, controlled, name), f"the button {name}")
    office.click(found)
    office.wait_for_dialog(title)
    office.key("Escape")
    office.wait_until_closed(title)


@pytest.mark.parametrize("keys, title", [("ctrl+alt+p", "Post"), ("ctrl+alt+e", "Explain"), ("ctrl+alt+k", "Check Now")])
def test_keys_open_the_dialogs(office, controlled, keys, title):
    controlled.Sheets[0].getCellByPosition(3, 3).setValue(5000.0)  # so that Check Now finds something
    office.click(office.cell(controlled, 3, 2))
    office.settle()
    office.key(keys)
    office.wait_for_dialog(title)
    office.key("Escape")
    office.wait_until_closed(title)


@pytest.mark.parametrize("entry, title", [("Explain This Figure", "Explain"), ("Show Postings", "Postings")])
def test_the_context_menu_of_a_cell_explains_it(office, controlled, entry, title):
    cell = office.cell(controlled, 3, 2)
    office.click(cell, 3)

    def offered():
        return next((one for _, window in office.windows() for one in walk(window, 4)
                     if one.getAccessibleRole() == Role.MENU_ITEM and visible_name(one).startswith(entry) and is_in(one, State.SHOWING)), None)

    office.click(until(offered, f"the entry {entry}"))
    office.wait_for_dialog(title)
    office.key("Escape")
    office.wait_until_closed(title)


def test_undo_and_show_of_the_bar(office, controlled):
    area = controlled.DatabaseRanges.getByName("steward_ledger").getDataArea()
    amount = column(table(controlled, "ledger"), "Amount")
    sheet = controlled.Sheets[area.Sheet]
    cell = sheet.getCellByPosition(area.StartColumn + amount, area.StartRow + 1)
    controlled.CurrentController.setActiveSheet(controlled.Sheets[0])
    cell.setValue(1500.0)
    show = until(lambda: button(office, controlled, "Show"), "the bar")
    office.click(show)
    until(lambda: controlled.CurrentController.ActiveSheet.Name in ("Ledger", "Control"), "the place of the breach in view")
    office.click(until(lambda: button(office, controlled, "Undo"), "the bar's Undo"))
    until(lambda: cell.getValue() == 900.0, "the amount as it was")


def test_posting_from_a_sheet_takes_what_is_allowed_only(office, controlled, tmp_path):
    names = ("date", "document", "stage", "amount", "Code", "Account")
    rows = [names, ("2026-02-11", "S-1", "actual", 100.0, "4100", "Travel"), ("2026-02-12", "S-2", "actual", 99999.0, "4200", "Training"),
            ("2026-02-13", "S-3", "actual", 50.0, "4300", "Supplies")]
    controlled.Sheets.insertNewByName("Invoices", controlled.Sheets.Count)
    sheet = controlled.Sheets.getByName("Invoices")
    sheet.getCellRangeByPosition(0, 0, len(names) - 1, len(rows) - 1).setDataArray(tuple(rows))
    controlled.CurrentController.setActiveSheet(sheet)
    controlled.CurrentController.select(sheet.getCellRangeByPosition(0, 0, len(names) - 1, len(rows) - 1))
    office.dispatch(controlled, ADDRESS + "post")
    dialog = office.wait_for_dialog("Post")
    until(lambda: "99,399.00" in office.texts(dialog), "the excess over 600.00")
    assert not office.button(dialog, "Post All").is_enabled
    office.button(dialog, "Post Allowed").press()
    office.wait_until_closed("Post")
    ledger = table(controlled, "ledger")
    document = column(ledger, "Document")
    until(lambda: [row[document] for row in table(controlled, "ledger")[1:] if row[0]] == ["INV-1", "S-1", "S-3"], "the allowed postings")


def type_path(office, dialog, label, path):
    """Key by key, as only that tells the dialog of a field for files."""
    office.click(office.widget(dialog, label, Role.TEXT).context)
    office.key("ctrl+a")
    office.display.run("xdotool", "type", str(path))


def test_posting_from_a_csv_file(office, controlled, tmp_path):
    file = tmp_path / "invoices.csv"
    file.write_text("date;document;stage;amount;Code;Account\n2026-02-11;C-1;actual;1.234,56;4200;Training\n", "utf-8")
    office.dispatch(controlled, ADDRESS + "post")
    dialog = office.wait_for_dialog("Post")
    type_path(office, dialog, "CSV file:", file)
    until(lambda: "634.56" in office.texts(dialog), "the excess over 600.00")
    assert not office.button(dialog, "Post All").is_enabled
    office.key("Escape")
    office.wait_until_closed("Post")


def test_report_by_its_dialog_writes_the_pdf(office, controlled, tmp_path):
    office.dispatch(controlled, ADDRESS + "report")
    dialog = office.wait_for_dialog("Report")
    target = tmp_path / "report.pdf"
    type_path(office, dialog, "File:", target)
    assert next(one for one in office.widgets(dialog) if one.role == Role.CHECK_BOX).is_checked, "who names a file wants it"
    office.button(dialog, "OK").press()
    office.wait_until_closed("Report")
    until(lambda: target.is_file() and target.read_bytes().startswith(b"%PDF"), "the file")
    assert "Report" in controlled.CurrentController.ActiveSheet.Name


def test_verify_and_seal_say_their_word(office, controlled):
    for command, words in (("verifyLog", "seal"), ("seal", "")):
        office.dispatch(controlled, ADDRESS + command)
        box = office.wait_for_dialog()
        assert words in office.texts(box) and len(office.texts(box)) > 20
        office.key("Return")
        until(lambda: office.dialog() is None, "the end of the message")


def test_control_is_removed_after_a_question_only(office, controlled):
    office.dispatch(controlled, ADDRESS + "removeControl")
    office.wait_for_dialog()
    office.key("Escape")
    until(lambda: office.dialog() is None, "the end of the question")
    assert controlled.DatabaseRanges.hasByName("steward_settings")
    office.dispatch(controlled, ADDRESS + "removeControl")
    box = office.wait_for_dialog()
    office.button(box, "OK").press()
    until(lambda: not controlled.DatabaseRanges.hasByName("steward_settings"), "the end of the control")
