"""Takes the pictures of screenshots.sh in one language: take_pictures.py LANGUAGE FOLDER [menu|dialogs|sidebar|sheets|templates …]"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

import yaml  # noqa: E402
from controlled import Commands, example_postings  # noqa: E402
import uno  # noqa: E402
from office import programs, url, values  # noqa: E402
from window import Display, Window, until  # noqa: E402

BUILD = pathlib.Path(os.environ.get("STEWARD_BUILD", ROOT / "build/dev"))
CONTROL = "org.steward.budget:"


def sample(office, folder):
    """Our own sample workbook, as an .ods in the folder."""
    target = folder / "sample.ods"
    (folder / ".~lock.sample.ods#").unlink(missing_ok=True)
    subprocess.run([sys.executable, "-B", ROOT / "sheets-templates/build_templates.py", "--source",
                    ROOT / "packaging/sample/sample.yaml", "--output", target], check=True)
    return office.show(target)


def words(dialog, language):
    source = yaml.safe_load((ROOT / f"packaging/dialogs/{dialog}.yaml").read_text("utf-8"))
    return source["title"]["zh" if language == "zh-CN" else "en"]


def picture_of_dialog(office, document, name, command, folder, language, work=None):
    office.dispatch(document, CONTROL + command)
    dialog = office.wait_for_dialog(words(name, language))
    if work:
        work(dialog)
    office.display.run("xdotool", "mousemove", "5", "890")  # where no tip covers anything
    office.settle(0.6)
    office.picture(folder / f"dialog-{name}.png")
    office.key("Escape")
    office.wait_until_closed(words(name, language))


def grant(document):
    """One who approves everything."""
    area = document.DatabaseRanges.getByName("steward_authorities").getDataArea()
    document.Sheets[area.Sheet].getCellRangeByPosition(area.StartColumn, area.StartRow + 1, area.EndColumn, area.StartRow + 1).setDataArray(
        (("*", "*", "", "", 1.0, "Ann Lee", 3.0, "", "", ""),))


def page(office, document, target):
    """The sheet in view as it is printed."""
    pdf = target.with_suffix(".pdf")
    document.storeToURL(url(pdf), values(FilterName="calc_pdf_Export", FilterData=uno.Any(
        "[]com.sun.star.beans.PropertyValue", values(Selection=document.CurrentController.ActiveSheet))))
    subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", pdf, target.with_suffix("")], check=True)
    pdf.unlink()


def main(language, folder, parts):
    folder.mkdir(parents=True, exist_ok=True)
    with Display() as display, Window(display, programs()[0], language).install(BUILD / "steward.oxt") as office:
        document = sample(office, folder)
        if "menu" in parts:
            office.open_menu(document, "预算" if language == "zh-CN" else "Budget")
            office.picture(folder / "menu.png")
            office.key("Escape", "Escape")
        if "dialogs" in parts:
            picture_of_dialog(office, document, "SetUp", "setUp", folder, language)
        run = Commands(office, document)
        run("setUp", year=2026, language="zh" if language == "zh-CN" else "en")
        rows = example_postings(document)
        run("post", rows=tuple(map(tuple, rows)), mode="post-allowed")
        office.settle(1)
        office.picture(folder / "controlled.png")
        if "dialogs" in parts:
            sheet = document.Sheets.insertNewByName("Postings", 0) or document.Sheets.getByName("Postings")
            cells = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1)
            cells.setDataArray(tuple(tuple(row) for row in rows))
            document.CurrentController.setActiveSheet(sheet)
            document.CurrentController.select(cells)
            document.Sheets.getByName("Budget 2026").getCellRangeByName("D7").setValue(99000.0)
            for name, command in (("Post", "post"), ("Explain", "explain"), ("Postings", "postings"), ("Options", "options"), ("CarryForward", "carry"), ("Report", "report"), ("Findings", "check"),
                                  ("Request", "request"), ("Transfer", "transfer"), ("Revise", "revise"), ("RollForward", "rollForward"),
                                  ("CloseYear", "closeYear"), ("Compare", "compare")):
                picture_of_dialog(office, document, name, command, folder, language)
            grant(document)
            run("revise", purpose="Overtime")
            picture_of_dialog(office, document, "Approve", "decide", folder, language)
        if "sidebar" in parts:
            budget = document.Sheets.getByName("Budget 2026")
            document.CurrentController.setActiveSheet(budget)
            document.CurrentController.select(budget.getCellRangeByName("D8"))
            office.sidebar(document, "StewardDeck")
            for width in (230, 320, 520):
                office.widen_sidebar(document, width)
                office.settle(0.5)
                office.picture(folder / f"sidebar-{width}.png")
        if "sheets" in parts:
            for command in ("dashboard", "forecast"):
                run(command)
                document.CurrentController.setActiveSheet(document.Sheets[document.Sheets.Count - 1])
                office.settle(2)
                office.picture(folder / f"{command}.png")
                page(office, document, folder / f"{command}-page.png")
            run("report")
            document.CurrentController.setActiveSheet(document.Sheets[document.Sheets.Count - 1])
            office.settle(2)
            office.picture(folder / "report.png")
        document.close(True)
        if "templates" in parts:
            for template in sorted((BUILD / "template" / language / "budget").glob("*.ots")):
                opened = office.show(template)
                for sheet in opened.Sheets:
                    opened.CurrentController.setActiveSheet(sheet)
                    office.settle(0.4)
                    office.picture(folder / f"template-{template.stem}-{sheet.RangeAddress.Sheet + 1}.png")
                opened.close(True)


main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:] or ["menu", "dialogs", "sidebar", "sheets", "templates"])
