"""What can go wrong outside: the office killed, the disk full, a file that somebody else has open, tables damaged by hand. Nothing is
lost, and what is left agrees with its log."""
import os
import resource
import signal
import subprocess
import threading
import time

import pytest
from com.sun.star.lang import DisposedException
from com.sun.star.table import CellRangeAddress
from conftest import BUILD
from controlled import Commands, Refused, table
from office import Office, programs, values
from workbooks import contents, fill_monthly

HEADER = ("date", "document", "stage", "amount", "Code", "Account")


def cents(count, first=0):
    """Rows of a cent each, four to a document."""
    return (HEADER, *(("2026-02-10", f"D{(first + at) // 4}", "actual", 0.01, "4100", "Travel") for at in range(count)))


def saved_under_control(office, path):
    document = office.new()
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", url=path.as_uri(), basis="year")
    run("post", rows=cents(8), mode="post")
    document.store()
    return document, run


def reopened(path):
    """The postings of a file and the errors that a new office finds in it."""
    path.with_name(f".~lock.{path.name}#").unlink(missing_ok=True)
    with Office(programs()[0]).install(BUILD / "steward.oxt") as office:
        document = office.open(path)
        run = Commands(office, document)
        found = [row for row in run("check")[1:] if row[0] == "error"]
        count = len(table(document, "ledger")) - 1
        return count, found, dict(row[:2] for row in run("verifyLog")[1:])


def kill(office):
    os.killpg(office.process.pid, signal.SIGKILL)
    office.process.wait()


@pytest.mark.parametrize("is_saving", [False, True], ids=["file saved before", "saved again and again meanwhile"])
def test_an_office_killed_while_it_posts_leaves_all_or_nothing(tmp_path, is_saving):
    """Killed at moments all over the posting, which on a slow machine takes longer than on a fast one."""
    rows, path = cents(40_000, first=100), tmp_path / "budget.ods"
    office = Office(programs()[0]).install(BUILD / "steward.oxt")
    with office:
        document, run = saved_under_control(office, path)
        is_over = threading.Event()

        def post():
            try:
                run("post", rows=rows, mode="post")
            except (DisposedException, RuntimeError):
                pass  # killed
            is_over.set()

        poster = threading.Thread(target=post)
        poster.start()
        until = time.monotonic() + (40 if is_saving else 1.5)
        saves = 0
        while time.monotonic() < until and not is_over.wait(0.3):
            if is_saving:
                document.store()
                saves += 1
        kill(office)
        poster.join()
    count, errors, log = reopened(path)
    assert count in (8, 8 + 40_000)
    assert not errors and log["broken row"] == 0
    assert not is_saving or saves > 0


def limit_files(office, most):
    """The largest file that the office may write from now on; its program is a child of the one that was started."""
    for process in subprocess.check_output(["pgrep", "-g", str(office.process.pid)], text=True).split():
        resource.prlimit(int(process), resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def test_a_full_disk_is_told_and_the_workbook_stays(tmp_path):
    # A file that grows past the limit fails as on a full disk; without the signal, which would end the office.
    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    office = Office(programs()[0], restores_signals=False).install(BUILD / "steward.oxt")
    try:
        office.start()
        document = office.new()
        fill_monthly(document.getSheets().getByIndex(0))
        run, before = Commands(office, document), contents(document.getSheets().getByIndex(0))
        limit_files(office, 4096)
        with pytest.raises(Refused, match="budget.ods"):
            run("setUp", url=(tmp_path / "budget.ods").as_uri())
        limit_files(office, resource.RLIM_INFINITY)
        assert contents(document.getSheets().getByIndex(0)) == before
        document.storeAsURL((tmp_path / "budget.ods").as_uri(), values(FilterName="calc8"))
        run("post", rows=cents(4), mode="post")
        document.store()
    finally:
        signal.signal(signal.SIGXFSZ, was)
        office.stop()
    assert reopened(tmp_path / "budget.ods")[:2] == (4, [])


ROW = (HEADER, ("2026-03-10", "D900", "actual", 2.0, "4100", "Travel"))


@pytest.fixture
def controlled(document, office):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp", basis="year")
    run("post", rows=cents(1), mode="post")
    return run


def test_control_outlives_the_deletion_of_any_other_sheet(controlled, document):
    """With a sheet LibreOffice deletes the database ranges of the one before it."""
    sheets = document.getSheets()
    for position in range(len(sheets.ElementNames), 0, -1):
        sheets.insertNewByName("In between", position)
        sheets.removeByName("In between")
    assert controlled("post", rows=ROW, mode="post")[1][1] == "Allow"
    document.calculateAll()
    lines = table(document, "control")
    assert sum(row[lines[0].index("Actual")] for row in lines[1:]) == pytest.approx(2.01)
    assert [row for row in controlled("check")[1:] if row[0] != "note"] == []


def test_set_up_and_removal_leave_the_users_own_ranges(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    document.DatabaseRanges.addNewByName("mine", CellRangeAddress(0, 0, 2, 14, 6))
    run = Commands(office, document)
    run("setUp", basis="year")
    run("removeControl")
    assert document.DatabaseRanges.ElementNames == ("mine",)
    assert not [name for name in document.NamedRanges.ElementNames if name.startswith("steward")]


def unprotected(document, title):
    sheet = document.getSheets().getByName(title)
    sheet.unprotect("")
    return sheet


DAMAGES = {
    "a deleted sheet": (lambda document: document.getSheets().removeByName("Ledger"), "Ledger is gone. Undo"),
    "a header": (lambda document: unprotected(document, "Ledger").getCellByPosition(1, 0).setString(""), "headed “Date”.*Undo"),
    "a column": (lambda document: unprotected(document, "Ledger").Columns.removeByIndex(3, 1), "column 4 .*Undo"),
    "the end row": (lambda document: unprotected(document, "Ledger").Rows.removeByIndex(2, 1), "lost its end row.*Undo"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_table_is_named_with_the_remedy_and_nothing_is_posted(controlled, document, damage):
    work, message = DAMAGES[damage]
    work(document)
    for command, options in (("post", {"rows": ROW, "mode": "post"}), ("check", {}), ("report", {})):
        with pytest.raises(Refused, match=message):
            controlled(command, **options)


def test_a_renamed_sheet_changes_nothing(controlled, document):
    document.getSheets().getByName("Ledger").setName("Books 2026")
    assert controlled("post", rows=ROW, mode="post")[1][1] == "Allow"
    assert [row for row in controlled("check")[1:] if row[0] != "note"] == []


def test_a_copied_sheet_is_not_adopted_and_copied_rows_are_named(controlled, document):
    document.getSheets().copyByName("Ledger", "Ledger copy", 3)
    assert controlled("post", rows=ROW, mode="post")[1][1] == "Allow"
    assert len(table(document, "ledger")) == 3
    ledger = unprotected(document, "Ledger")
    ledger.Rows.insertByIndex(2, 1)
    ledger.copyRange(ledger.getCellByPosition(0, 2).getCellAddress(), ledger.getCellRangeByPosition(0, 1, 25, 1).getRangeAddress())
    assert ["P1 stands in the ledger twice" in row[3] for row in controlled("check")[1:]].count(True) == 1


def test_a_file_that_somebody_else_has_open_is_not_written(tmp_path):
    path = tmp_path / "budget.ods"
    with Office(programs()[0]).install(BUILD / "steward.oxt") as office:
        document, _ = saved_under_control(office, path)
        office.close(document)
        before = path.read_bytes()
        path.with_name(f".~lock.{path.name}#").write_text(",ann,desk-9,01.01.2026 10:00,file:///profile-of-ann/4;")
        document = office.open(path, ReadOnly=True)
        with pytest.raises(Refused, match="read-only"):
            Commands(office, document)("post", rows=ROW, mode="post")
        assert path.read_bytes() == before
