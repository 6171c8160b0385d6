"""Every style that Steward brings can be read with high contrast, on a light and on a dark screen."""
from contrast import AUTOMATIC, BLACK, WHITE, contrast, faults
from controlled import Commands
from workbooks import fill_monthly


def test_the_measure_is_that_of_the_standard():
    assert round(contrast(WHITE, BLACK), 6) == 21
    assert round(contrast(0x767676, WHITE), 2) == 4.54  # the standard's own example of a grey that just passes
    assert faults(WHITE, 0x1F5F5B) and faults(0x7A1C14, 0xF4A9A0) and not faults(AUTOMATIC, 0xE6EFEE)


def test_styles_of_a_controlled_workbook(office, document):
    fill_monthly(document.Sheets[0])
    Commands(office, document)("setUp", basis="year", asOf="2026-03-31")
    styles = document.StyleFamilies.getByName("CellStyles")
    ours = [name for name in styles.ElementNames if name.startswith("Steward ")]
    assert len(ours) > 20
    bad = {name: faults(styles.getByName(name).CharColor, styles.getByName(name).CellBackColor) for name in ours}
    assert not {name: why for name, why in bad.items() if why}
