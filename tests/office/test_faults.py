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
