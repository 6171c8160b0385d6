"""The main job from end to end, in a real LibreOffice with the extension installed: see packaging/try.sh."""
import csv
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

import controlled  # noqa: E402
from office import Office, url  # noqa: E402
from terminal import heading, print_table  # noqa: E402

HERE = ROOT / "build/try"
SAMPLE = ROOT / "packaging/sample"
FOUND = ["sheet", "range", "header", "role", "lines", "total", "stated_total", "foots", "notes"]
VERDICT = ["row", "verdict", "line", "period", "available", "excess", "message"]


def build_sample(office):
    """Our own sample: from its readable source to the .xlsx that an accountant would have."""
    source, target = HERE / "sample.ods", HERE / "sample.xlsx"
    subprocess.run([sys.executable, "-B", ROOT / "sheets-templates/build_templates.py", "--source", SAMPLE / "sample.yaml",
                    "--output", source], check=True)
    document = office.open(source)
    office.store(document, target, "Calc MS Excel 2007 XML")
    office.close(document)
    return target


def read_postings(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def picture(pdf):
    target = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", pdf, target], check=True)
    return target.with_suffix(".png")


def copied(workbook):
    """The user's workbook is not touched, and may be read-only."""
    target = HERE / workbook.name
    if workbook.resolve() != target.resolve():
        target.unlink(missing_ok=True)
        shutil.copyfile(workbook, target)
    return target


def put_under_control(command, workbook, answers):
    heading(f"What Steward reads in {workbook.name}")
    print_table(command("detect"), FOUND)
    target = HERE / (workbook.stem + "-controlled.ods")
    answer = command("setUp", url=url(target), **answers)
    heading("Under control")
    print_table(answer)
    return target


def post(command, document, is_sample):
    rows = read_postings(SAMPLE / "postings.csv") if is_sample else controlled.example_postings(document)
    with open(HERE / "postings.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    answer = command("post", rows=tuple(map(tuple, rows)), mode="post-allowed")
    heading("Posted, and stopped")
    print_table(answer, VERDICT)


def report(command, document, workbook):
    pdf = HERE / (workbook.stem + "-report.pdf")
    answer = command("report", url=url(pdf))
    heading("Variance report")
    print_table(answer)
    heading("Check Now")
    print_table(command("check"))
    document.store()
    return pdf


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    with Office(home=HERE / "office").install(ROOT / "build/release/steward.oxt") as office:
        answers = dict(argument.split("=", 1) for argument in sys.argv[1:] if "=" in argument)
        named = [argument for argument in sys.argv[1:] if "=" not in argument]
        workbook = copied(pathlib.Path(named[0])) if named else build_sample(office)
        document = office.open(workbook)
        command = controlled.Commands(office, document)
        try:
            target = put_under_control(command, workbook, answers)
            post(command, document, is_sample=not named)
            pdf = report(command, document, workbook)
        except controlled.Refused as refusal:
            sys.exit(f"\nSteward: {refusal}\nAnswer it by adding the option, e.g. packaging/try.sh WORKBOOK year=2026")
        finally:
            office.close(document)
    heading("Left for you to look at")
    for path in (target, pdf, picture(pdf)):
        print(f"  {path.relative_to(ROOT)}")


main()
