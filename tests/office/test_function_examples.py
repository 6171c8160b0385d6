"""The workbook "Function examples": one live example a function, recalculated in the office against what it should give."""
import pytest
import vectors
from conftest import BUILD
from test_functions import is_same, shown


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_every_example_gives_what_it_says(office, language):
    document = office.open(BUILD / f"template/{language}/budget/function-examples.ots")
    try:
        for name, record in vectors.records():
            identifier = name.lower().replace(".", "_")
            found, wanted = (document.NamedRanges.getByName(f"example_{identifier}_{part}").getReferredCells() for part in ("result", "expected"))
            assert found.getCellByPosition(0, 0).getFormula().startswith("{="), name
            rows, columns = found.getRows().getCount(), found.getColumns().getCount()
            expected = vectors.table(str(record["examples"][0]["result"]))
            assert (rows, columns) == (len(expected), len(expected[0])), name
            for r in range(rows):
                for c in range(columns):
                    assert is_same(expected[r][c], shown(found.getCellByPosition(c, r))), (name, r, c)
                    assert wanted.getCellByPosition(c, r).getString() or expected[r][c] in (None, ""), name
    finally:
        office.close(document)
