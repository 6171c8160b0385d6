"""Files that were made to break programs: read or refused, unchanged, in seconds and without much memory."""
import os
import pathlib
import time

import pytest
from controlled import Commands, Refused
from office import url, values  # brings the UNO types within reach
from real_workbooks import SHARED
from com.sun.star.lang import IllegalArgumentException  # noqa: E402
from workbooks import contents

HOSTILE = sorted((SHARED / "data/real/hostile").glob("*"))
AS_TEXT = {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1,,0,false,true,false"}
MOST_SECONDS = 60
MOST_MEMORY = 1 << 30

pytestmark = pytest.mark.skipif(not HOSTILE, reason="the shared hostile files are not here: nothing was tried")


def peak_memory(office):
    """The most that the office has held in memory at once, in bytes; of the program and those that it started."""
    peak = 0
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        try:
            if os.getpgid(int(status.parent.name)) == office.process.pid:
                lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
                peak = max(peak, int(lines.get("VmHWM", "0 kB").split()[0]) * 1024)
        except (OSError, ValueError):
            continue  # it ended meanwhile
    return peak


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_is_read_or_refused(office, path):
    started = time.monotonic()
    how = AS_TEXT if path.suffix in (".txt", ".json") else {}
    try:
        opened = office.desktop.loadComponentFromURL(url(path), "_blank", 0, values(Hidden=True, UpdateDocMode=0, **how))
    except IllegalArgumentException:
        opened = None
    if opened is None or not hasattr(opened, "getSheets"):
        return  # Calc itself refused it: encrypted, or no spreadsheet
    try:
        before = [contents(sheet) for sheet in opened.getSheets()]
        for command in ("detect", "setUp"):
            try:
                Commands(office, opened)(command)
            except Refused as refusal:
                assert len(str(refusal)) > 20
        assert [contents(sheet) for sheet in opened.getSheets()][:len(before)] == before
    finally:
        office.close(opened)
    assert time.monotonic() - started < MOST_SECONDS


def test_the_office_lives_and_held_little_memory(office):
    assert office.process.poll() is None
    peak = peak_memory(office)
    print(f"\npeak memory of the office: {peak / (1 << 20):.0f} MB")
    assert 0 < peak < MOST_MEMORY
