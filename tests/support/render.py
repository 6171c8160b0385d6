#!/usr/bin/env python3
"""Renders spreadsheets as pictures, for looking at: render.py OUTPUT_FOLDER FILE..."""

import pathlib
import subprocess
import sys

from office import Office, programs


def render(office, path, folder, resolution=80):
    """One PNG a page; returns their paths."""
    path, folder = pathlib.Path(path), pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    document = office.open(path)
    document.calculateAll()
    pdf = folder / f"{path.stem}.pdf"
    office.store(document, pdf, "calc_pdf_Export")
    office.close(document)
    subprocess.run(["pdftoppm", "-r", str(resolution), "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    return sorted(folder.glob(f"{path.stem}-*.png"))


if __name__ == "__main__":
    with Office(programs()[0]) as started:
        for source in sys.argv[2:]:
            language = pathlib.Path(source).parent.parent.name
            for picture in render(started, source, pathlib.Path(sys.argv[1]) / language):
                print(picture)
