"""Somebody changes the budget while a script posts: the watcher and the command write the log in turn."""
import threading
import time

from controlled import Commands, column, table
from workbooks import fill_monthly

HEADER = ("date", "document", "stage", "amount", "Code", "Account")


def test_every_change_by_hand_between_commands_is_logged_in_its_place(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    draft = document.getSheets().getByIndex(0).getCellByPosition(2, 3)
    amounts = [1000 + turn for turn in range(40)]
    for amount in amounts:
        draft.setValue(amount)
        run("post", rows=(HEADER, ("2026-02-10", f"INV-{amount}", "actual", 1.0, "4100", "Travel")), mode="post")
    assert [row for row in run("check")[1:] if row[0] == "error"] == []
    rows = table(document, "log")
    what, new = column(rows, "What"), column(rows, "New")
    written = [row[new] if row[what] == "edit" else row[what] for row in rows[1:] if row[what] in ("edit", "post")]
    assert written == [entry for amount in amounts for entry in (str(amount), "post")]


def test_changes_while_a_script_posts_break_no_log_and_are_not_lost(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    draft = document.getSheets().getByIndex(0).getCellByPosition(2, 3)
    is_posting = threading.Event()
    is_posting.set()

    def type_figures():
        amount = 0
        while is_posting.is_set():
            amount += 1
            draft.setValue(amount)
            time.sleep(0.005)
        draft.setValue(7777)

    somebody = threading.Thread(target=type_figures)
    somebody.start()
    try:
        for turn in range(25):
            run("post", rows=(HEADER, ("2026-02-10", f"INV-{turn}", "actual", 1.0, "4100", "Travel")), mode="post")
    finally:
        is_posting.clear()
        somebody.join()
    assert [row for row in run("check")[1:] if row[0] == "error"] == []
    rows = table(document, "log")
    what, new = column(rows, "What"), column(rows, "New")
    assert [row[what] for row in rows].count("post") == 25
    assert [row[new] for row in rows if row[what] == "edit"][-1] == "7777"


def test_a_window_without_room_for_the_bar_is_watched_on(office, document):
    """A hidden window shows no bar; what is changed after the bar failed is logged all the same."""
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    run("post", rows=(HEADER, ("2026-02-10", "INV-1", "actual", 1.0, "4100", "Travel")), mode="post")
    area = document.DatabaseRanges.getByName("steward_ledger").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    sheet.unprotect("")
    amount = sheet.getCellByPosition(column(table(document, "ledger"), "Amount"), area.StartRow + 1)

    def logged():
        rows = table(document, "log")
        what, new = column(rows, "What"), column(rows, "New")
        return [row[new] for row in rows if row[what] == "edit"]

    for figure in ("500000", "600000", "700000"):
        amount.setValue(float(figure))
        until = time.monotonic() + 20
        while figure not in logged() and time.monotonic() < until:
            time.sleep(0.01)
    assert logged() == ["500000", "600000", "700000"]
