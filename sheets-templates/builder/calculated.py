"""What the formulas come to, kept in the file beside them.

LibreOffice takes a formula without a kept result for one that comes to 0 until something it reads changes. So the office
calculates each workbook once while it is built."""

import pathlib
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree

from .package import write
from .xml import NAMESPACES

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # 0: always
KEPT = ("value-type", "value", "date-value", "time-value", "boolean-value", "string-value", "currency")


def _name(prefix, local):
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _results(path):
    """{(sheet, row, column): (attributes, text)} of every formula that does not end in an error."""
    found = {}
    for number, table in enumerate(xml.etree.ElementTree.parse(path).getroot().iter(_name("table", "table"))):
        row = 0
        for line in table.iter(_name("table", "table-row")):
            column = 0
            for cell in line:
                if cell.tag not in (_name("table", "table-cell"), _name("table", "covered-table-cell")):
                    continue
                if cell.get(_name("table", "formula")) and cell.get(_name("calcext", "value-type")) != "error":
                    kept = {f"office:{name}": cell.get(_name("office", name)) for name in KEPT}
                    paragraphs = ["".join(one.itertext()) for one in cell.iter(_name("text", "p"))]
                    found[number, row, column] = kept, "\n".join(paragraphs)
                column += int(cell.get(_name("table", "number-columns-repeated"), 1))
            row += int(line.get(_name("table", "number-rows-repeated"), 1))
    return found


def _calculate(files, folder):
    """Opens the files in an office of its own and keeps what it shows, as one XML file each in the folder."""
    program = shutil.which("soffice")
    if not program:
        raise SystemExit("build_templates: LibreOffice (soffice) is needed to calculate the templates; install libreoffice-calc")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(PROFILE, "utf-8")
    subprocess.run([program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "fods", "--outdir", str(folder), *files],
                   check=True, stdout=subprocess.DEVNULL)


def keep_results(workbooks):
    """Gives the cells of all workbooks what their formulas come to."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = [folder / f"{number}.{'ots' if workbook.template else 'ods'}" for number, workbook in enumerate(workbooks)]
        for workbook, file in zip(workbooks, files):
            write(workbook, file)
        _calculate(files, folder)
        for workbook, file in zip(workbooks, files):
            for (sheet, row, column), result in _results(file.with_suffix(".fods")).items():
                cell = workbook.sheets[sheet].cells.get((row, column))
                if cell and cell.formula is not None:
                    cell.result = result
