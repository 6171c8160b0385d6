"""Each template, in both languages, comes under control without a question, and its checks still foot."""
import os
import pathlib

import pytest
from controlled import Commands, column, table
from office import url

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("STEWARD_BUILD", ROOT / "build/dev"))
TEMPLATES = sorted((BUILD / "template").glob("*/budget/*.ots"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.stem}-{path.parent.parent.name}")
def test_set_up_asks_nothing(office, template, tmp_path):
    document = office.open(template)
    try:
        document.calculateAll()
        Commands(office, document)("setUp", url=url(tmp_path / "controlled.ods"))
        rows = table(document, "control")
        original = [row[column(rows, "Original budget", "年初预算")] for row in rows[1:]]
        assert sum(amount for amount in original if isinstance(amount, float)) != 0
        name = document.NamedRanges.getByName("checks_failed").ReferredCells
        assert name.getCellByPosition(0, 0).Value == 0
    finally:
        office.close(document)
