"""Somebody changes the budget while a script posts: the watcher and the command write the log in turn."""
import threading
import time

import pytest
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


def edits(document):
    """What the log says of changes by hand: the new figure."""
    rows = table(document, "log")
    what, new = column(rows, "What"), column(rows, "New")
    return [row[new] for row in rows if row[what] == "edit"]


def wait_for_edit(document, figure):
    until = time.monotonic() + 20
    while figure not in edits(document) and time.monotonic() < until:
        time.sleep(0.01)


def amount_cell(document, posting):
    """The amount of a posting, counted from 1, in a ledger that is open to changes."""
    area = document.DatabaseRanges.getByName("steward_ledger").getDataArea()
    sheet = document.getSheets().getByIndex(area.Sheet)
    sheet.unprotect("")
    return sheet.getCellByPosition(column(table(document, "ledger"), "Amount"), area.StartRow + posting)


def test_every_part_of_a_ledger_that_grew_is_watched(office, document):
    """Thousands of postings at once, and a few after: the ledger is watched in parts, whichever posting put them there."""
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    for first, count in ((1, 4500), (5001, 3), (6001, 1700)):
        run("post", rows=(HEADER, *(("2026-02-10", f"INV-{first + at}", "actual", 0.01, "4100", "Travel") for at in range(count))), mode="post")
    for figure, posting in enumerate((1, 999, 1000, 1001, 2500, 4500, 4501, 4503, 4504, 6203), 7001):
        amount_cell(document, posting).setValue(figure / 100_000)
        wait_for_edit(document, str(figure / 100_000))
    assert edits(document) == [str(figure / 100_000) for figure in range(7001, 7011)]


ODD = ("007", "1e5", "TRUE", "=1+1", "'quoted", " blanks ", "2026-02-10", "12.50", "50 %", "差旅费 1,000", "naïve", "𝄞 clef", '"said"', "-", "a\tb", "#N/A", "ﬁ", "x" * 300)


@pytest.mark.parametrize("more", ["", "two\nlines"], ids=["one line", "two lines"])
def test_rows_that_were_posted_are_watched_as_they_stand(office, document, more):
    """Whatever is posted, the office gives it back as the watcher knows it: only what is changed by hand is told."""
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    texts = [*ODD, more] if more else ODD
    header = (*HEADER, "memo", "counterparty", "quantity", "due", "currency")
    run("post", rows=(header, *(("2026-02-10", f"{texts[at % 7]}{at}", "commitment", 0.01, "4100", "Travel", texts[at % len(texts)], texts[(at + 5) % len(texts)],
                                 (0.1, -3.0, 1e-7, "")[at % 4], ("2026-03-01", "")[at % 2], "") for at in range(2600))), mode="post")
    figures = range(7001, 7005)
    for figure, posting in zip(figures, (1, 1001, 2001, 2600)):
        amount_cell(document, posting).setValue(figure / 100_000)
        wait_for_edit(document, str(figure / 100_000))
    assert edits(document) == [str(figure / 100_000) for figure in figures]


def test_a_window_without_room_for_the_bar_is_watched_on(office, document):
    """A hidden window shows no bar; what is changed after the bar failed is logged all the same."""
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    run("post", rows=(HEADER, ("2026-02-10", "INV-1", "actual", 1.0, "4100", "Travel")), mode="post")
    amount = amount_cell(document, 1)
    for figure in ("500000", "600000", "700000"):
        amount.setValue(float(figure))
        wait_for_edit(document, figure)
    assert edits(document) == ["500000", "600000", "700000"]
