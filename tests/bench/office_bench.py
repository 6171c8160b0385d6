#!/usr/bin/env python3
"""The limits of speed that need an office, each as a ratio to a baseline of the same run.

    office_bench.py [--build FOLDER] [ROW …]      rows: arrays, million, scalar, setup, post, keystroke, retained, start; all unless named.
                                                  growth: 10⁴, 10⁵ and 10⁶ postings, some minutes, only when named

Absolute figures hold for a quiet machine; the ratios hold on any."""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from controlled import Commands, Refused  # noqa: E402
from office import Office, programs  # noqa: E402
from workbooks import MONTHS, put  # noqa: E402

OURS = "ORG.STEWARD.BUDGET.FUNCTIONS."
BASELINE = "ORG.STEWARD.BENCH.BASELINE."
LINES, CHUNK = 500, 20_000


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_of(work, times=5):
    return statistics.median(timed(work) for _ in range(times))


def show(what, seconds, baseline, baseline_seconds, limit):
    ratio = seconds / baseline_seconds if baseline_seconds else float("nan")
    print(f"| {what} | {seconds:.3f} s | {baseline} | {baseline_seconds:.3f} s | {ratio:.2f} | {limit} |", flush=True)


class Sheets:
    """A hidden workbook with a sheet of data and a sheet of formulas."""

    def __init__(self, office):
        self.office, self.document = office, office.new()
        sheets = self.document.getSheets()
        sheets.insertNewByName("Formulas", 1)
        self.data, self.formulas = sheets.getByIndex(0), sheets.getByName("Formulas")
        self.data.setName("Data")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.office.close(self.document)

    def write_ledger(self, count):
        put(self.data, 0, [["date", "stage", "account", "amount", "document", "memo"]])
        for top in range(0, count, CHUNK):
            put(self.data, 1 + top, [(46023.0 + i % 365, "actual", f"A{i * 7919 % LINES:04}", i % 1000 + 0.25, f"D{i}", "")
                                     for i in range(top, min(count, top + CHUNK))])
        put(self.formulas, 0, [[""] + [46023.0 + 30.4 * month for month in range(12)]])
        put(self.formulas, 1, [[f"A{line:04}"] for line in range(LINES)])
        for month in range(12):
            self.formulas.getCellByPosition(1 + month, 0).setFormula(f"=DATE(2026;{month + 1};1)")

    def clear(self, flags=16):
        self.formulas.getCellRangeByPosition(20, 0, 60, 200_000).clearContents(flags)

    def array(self, formula, rows, columns):
        """Seconds of a full recalculation with one array formula."""
        self.clear()
        self.formulas.getCellRangeByPosition(20, 0, 19 + columns, rows - 1).setArrayFormula(formula)
        return median_of(self.document.calculateAll)

    def filled(self, formula, rows):
        """Seconds of a full recalculation with one formula in many rows."""
        self.clear()
        self.formulas.getCellByPosition(20, 0).setFormula(formula)
        self.formulas.getCellRangeByPosition(20, 0, 20, rows - 1).fillAuto(0, 1)
        return median_of(self.document.calculateAll)


def actuals(sheets, count):
    formula = f"={OURS}ACTUALS($Data.A1:F{count + 1};A2:A{LINES + 1};B1:M1;\"account\")"
    return sheets.array(formula, LINES, 12)


def reading(sheets, count):
    return sheets.array(f"={BASELINE}READ($Data.A1:F{count + 1};\"1 4\";\"2 3\")", 1, 1)


def bench_arrays(office):
    count = 200_000
    with Sheets(office) as sheets:
        sheets.write_ledger(count)
        ours, read = actuals(sheets, count), reading(sheets, count)
        sumifs = sheets.filled(f"=SUMIFS($Data.$D$2:$D${count + 1};$Data.$C$2:$C${count + 1};A2;$Data.$B$2:$B${count + 1};\"actual\")", LINES)
    show("500 × 12 from 200,000 postings, one array", ours, "reading its columns", read, "≤ 1.5")
    show("500 SUMIFS over the same", sumifs, "the array", ours, "≥ 60, goal 90")


def bench_million(office):
    figures = []
    for count in (200_000, 1_000_000):
        with Sheets(office) as sheets:
            sheets.write_ledger(count)
            figures.append(actuals(sheets, count))
    show("500 × 12 from 1,000,000 postings", figures[1], "from 200,000", figures[0], "≤ 5.5")


def bench_scalar(office):
    count = 100_000
    with Sheets(office) as sheets:
        put(sheets.formulas, 0, [[float(i % 977), float(i % 991)] for i in range(count)])
        ours, bare = sheets.filled(f"={OURS}VARIANCE(A1;B1)", count), sheets.filled(f"={BASELINE}BARE(A1;B1)", count)
        array = sheets.array(f"={OURS}VARIANCE(A1:A{count};B1:B{count})", count, 1)
        own = sheets.filled("=A1-B1", count)
    show("VARIANCE in 100,000 cells", ours, "a bare add-in call", bare, "≤ 1.2")
    show("VARIANCE of 100,000 in one array", array, "=A1-B1 in 100,000 cells", own, "≤ 4.5")


def budget(document, lines):
    rows = [["Budget 2026"] + [""] * 14, [""] * 15, ["Code", "Account", *MONTHS, ""]]
    put(document.getSheets().getByIndex(0), 0,
        rows + [[str(4100 + line), f"Account {line}", *([100.0 + line % 7] * 12), ""] for line in range(lines)])


def postings(count, lines):
    header = ("date", "document", "stage", "amount", "reference", "Code", "Account")
    return (header, *((f"2026-{1 + i % 12:02}-{1 + i % 28:02}", f"D{i // 4}", "actual", (i % 3 + 1) / 100, "",
                       str(4100 + i % lines), f"Account {i % lines}") for i in range(count)))


def controlled(office, lines, document=None):
    document = document or office.new()
    budget(document, lines)
    command = Commands(office, document)
    return document, command, timed(lambda: command("setUp"))


def bench_setup(office):
    figures = []
    for lines in (1_000, 4_000):
        document, _, seconds = controlled(office, lines)
        office.close(document)
        figures.append(seconds)
    show("set up control on 1,000 lines × 12", figures[0], "1 s", 1, "≤ 1")
    show("the same on 4,000 lines", figures[1], "1,000 lines", figures[0], "≤ 4.4")


def refused(work):
    try:
        work()
    except Refused:
        return
    raise AssertionError("was not refused")


def bench_post(office):
    for count in (10_000, 100_000):
        document, command, _ = controlled(office, LINES)
        rows = postings(count, LINES)
        seconds = timed(lambda: command("post", rows=rows, mode="post"))
        passing = timed(lambda: refused(lambda: command("post", rows=rows, mode="neither")))
        office.close(document)
        show(f"check and post {count:,} rows, without handing them over", seconds - passing, "2 s for 100,000", count / 50_000, "≤ 1")


def amount_cell(document):
    """The amount of one of the first postings."""
    table = document.DatabaseRanges.getByName("steward_ledger").getDataArea()
    sheet = document.getSheets().getByIndex(table.Sheet)
    amount = next(c for c in range(table.EndColumn) if sheet.getCellByPosition(c, table.StartRow).String == "Amount")
    return sheet.getCellByPosition(amount, table.StartRow + 5)


def bench_keystroke(office):
    document, command, _ = controlled(office, LINES)
    command("post", rows=postings(200_000, LINES), mode="post")
    cell, beside = amount_cell(document), document.getSheets().getByIndex(0).getCellByPosition(20, 0)
    inside = median_of(lambda: cell.setValue(cell.getValue() + 0.01))
    outside = median_of(lambda: beside.setValue(beside.getValue() + 1))
    office.close(document)
    show("an amount changed in a ledger of 200,000", inside, "0.25 s", 0.25, "≤ 1")
    show("a keystroke elsewhere in that workbook", outside, "0.25 s", 0.25, "≤ 1")


def resident(office):
    """Bytes that the programs of the office hold in memory."""
    processes = subprocess.check_output(["pgrep", "-g", str(office.process.pid)], text=True).split()
    status = "".join(pathlib.Path(f"/proc/{process}/status").read_text() for process in processes)
    return 1024 * sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def growth(extension, small, large):
    """By how much the memory of an office grows when it opens the large workbook after the small one."""
    office = Office(programs()[0])
    with office.install(extension) if extension else office:
        opened = [office.open(small)]
        before = resident(office)
        opened.append(office.open(large))
        grown = resident(office) - before
        # One that is left open leaves its lock behind, and the next office refuses the file.
        for document in opened:
            office.close(document)
        return grown


def bench_retained(extension):
    count = 100_000
    with tempfile.TemporaryDirectory() as folder, Office(programs()[0]).install(extension) as office:
        files = []
        for postings_in_it in (10, count):
            document, command, _ = controlled(office, LINES)
            command("post", rows=postings(postings_in_it, LINES), mode="post")
            files.append(pathlib.Path(folder) / f"{postings_in_it}.ods")
            office.store(document, files[-1], "calc8")
            office.close(document)
        retained = (growth(extension, *files) - growth(None, *files)) / count
    print(f"| memory for each of {count:,} postings, above the office's own | {retained:.0f} bytes | 200 bytes | | {retained / 200:.2f} | ≤ 1 |", flush=True)


def grown(count, extension):
    """What a workbook with so many postings costs: seconds by what is done, and bytes of memory for each posting."""
    with Office(programs()[0]).install(extension) as office:
        document, command, _ = controlled(office, LINES)
        empty = resident(office)
        rows = postings(count, LINES)
        passing = timed(lambda: refused(lambda: command("post", rows=rows, mode="neither")))
        seconds = {"post": timed(lambda: command("post", rows=rows, mode="post")) - passing}
        del rows
        seconds["recalculate all"] = timed(document.calculateAll)
        cell = amount_cell(document)
        seconds["an amount changed"] = median_of(lambda: cell.setValue(cell.getValue() + 0.01), 3)
        memory = (resident(office) - empty) / count
        seconds["check"] = timed(lambda: command("check"))
        seconds["report"] = timed(lambda: command("report"))
        office.close(document)
    return seconds, memory


def bench_growth(extension):
    """Ten times the postings are to cost ten times the time: the ratio is to ten times the time of the row before."""
    before = None
    for count in (10_000, 100_000, 1_000_000):
        seconds, memory = grown(count, extension)
        for what, time_taken in seconds.items():
            ratio = f"{time_taken / (10 * before[what]):.2f}" if before else ""
            print(f"| {what}, {count:,} postings | {time_taken:.3f} s | ten times the tenth | "
                  f"{f'{10 * before[what]:.3f} s' if before else ''} | {ratio} | ≤ 1.2 |", flush=True)
        print(f"| memory grown by each of {count:,} postings, the office's own included | {memory:.0f} bytes | | | | |", flush=True)
        before = seconds


def start_seconds(extension):
    office = Office(programs()[0])
    if extension:
        office.install(extension)
    office.start()  # the first start writes the profile
    office.desktop.terminate()
    office.process.wait()
    try:
        return statistics.median(timed_start(office) for _ in range(7))
    finally:
        office.stop()


def timed_start(office):
    seconds = timed(office.start)
    office.desktop.terminate()
    office.process.wait()
    return seconds


def bench_start(extension):
    with_it, without = start_seconds(extension), start_seconds(None)
    show("start of the office with the extension", with_it, "without it", without, "not measurably slower")


BENCHES = {"arrays": bench_arrays, "million": bench_million, "scalar": bench_scalar, "setup": bench_setup,
           "post": bench_post, "keystroke": bench_keystroke}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    arguments.add_argument("rows", nargs="*", metavar="ROW", default=[*BENCHES, "retained", "start"])
    given = arguments.parse_args()
    print("| what | time | baseline | its time | ratio | limit |\n|---|---|---|---|---|---|")
    for name in [row for row in given.rows if row in BENCHES]:
        with Office(programs()[0]).install(given.build / "steward.oxt").install(given.build / "baseline.oxt") as office:
            BENCHES[name](office)
    if "retained" in given.rows:
        bench_retained(given.build / "steward.oxt")
    if "growth" in given.rows:
        bench_growth(given.build / "steward.oxt")
    if "start" in given.rows:
        bench_start(given.build / "steward.oxt")


if __name__ == "__main__":
    main()
