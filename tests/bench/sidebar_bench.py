#!/usr/bin/env python3
"""What the sidebar costs on a budget of 1,000 lines: the processor's time for each selection of another line, beside the same
selections without it, and how long it takes until the figures of the new line stand there.

    sidebar_bench.py [--build FOLDER]"""
import argparse
import os
import pathlib
import statistics
import subprocess
import time

from office_bench import ROOT, controlled, postings, programs, show
from window import Display, Role, Window, walk

LINES, SELECTIONS, FIRST_ROW = 1_000, 100, 3
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(office):
    """What all processes of the office have used so far."""
    used = 0
    for process in subprocess.check_output(["pgrep", "-g", str(office.process.pid)], text=True).split():
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        used += int(fields[11]) + int(fields[12])
    return used / TICKS


def cost_of_a_selection(office, document):
    sheet, controller = document.Sheets.getByIndex(0), document.CurrentController
    before = processor_seconds(office)
    for at in range(SELECTIONS):
        controller.select(sheet.getCellByPosition(2, FIRST_ROW + at % 40))
        time.sleep(0.05)  # the next one comes when this one is shown, as with a user
    return (processor_seconds(office) - before) / SELECTIONS


def headline(office, document):
    """The label of the panel that names the line: the one that speaks of the account under the cursor."""
    root = office.frame(document).getContainerWindow().getAccessibleContext()
    return next(one for one in walk(root) if one.getAccessibleRole() in (Role.LABEL, Role.STATIC) and "Account " in one.getAccessibleName())


def seconds_until_shown(office, document):
    sheet, controller = document.Sheets.getByIndex(0), document.CurrentController
    label = headline(office, document)

    def one(at):
        start = time.perf_counter()
        controller.select(sheet.getCellByPosition(2, FIRST_ROW + at))
        while f"Account {at}" not in label.getAccessibleName():
            assert time.perf_counter() - start < 10, f"the sidebar still says {label.getAccessibleName()}"
        return time.perf_counter() - start

    return statistics.median(one(at) for at in range(10, 40))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    given = arguments.parse_args()
    with Display() as display, Window(display, programs()[0], "en-US").install(given.build / "steward.oxt") as office:
        document, command, _ = controlled(office, LINES, office.show())
        command("post", rows=postings(2_000, LINES), mode="post")
        document.CurrentController.setActiveSheet(document.Sheets.getByIndex(0))
        without = cost_of_a_selection(office, document)
        office.sidebar(document, "StewardDeck")
        with_it = cost_of_a_selection(office, document)
        shown = seconds_until_shown(office, document)
        document.close(True)
    print("| what | time | baseline | its time | ratio | limit |\n|---|---|---|---|---|---|")
    show(f"the processor for a selection on {LINES:,} lines, sidebar open", with_it, "sidebar closed", without, "0.05 s more")
    show("until the figures of the line stand in the sidebar, asked for by a script", shown, "0.05 s", 0.05, "≤ 1")


if __name__ == "__main__":
    main()
