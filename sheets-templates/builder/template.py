"""A template source, in one language, as a workbook."""

from . import source
from .guide import guide_sheet
from .layout import Filler, place
from .names import all_names, sample_areas
from .workbook import Workbook


def _said_with_sample(common, count):
    """The instructions name the ranges that hold the sample."""
    names = "sample_data_1" if count == 1 else f"sample_data_1 … sample_data_{count}"
    return common | {"last_steps": [step.replace("{sample}", names) for step in common["last_steps"]]}


def _filled(template, common, workbook):
    sheets = ([guide_sheet(template, common)] if "guide" in template else []) + template["sheets"]
    layouts = [place(sheet) for sheet in sheets]
    grids = {layout.id: layout.grid() for layout in layouts}
    return layouts, grids, [Filler(layout, grids, workbook, common).fill() for layout in layouts]


def build(path, language, as_template=True):
    """The workbook of a template source."""
    template, common = source.load(path, language)

    def start():
        return Workbook(template["title"], template["description"], language, template=as_template)

    _, _, fillers = _filled(template, common, start())
    common = _said_with_sample(common, len(sample_areas(fillers)))
    workbook = start()
    layouts, grids, fillers = _filled(template, common, workbook)
    workbook.sheets = [filler.sheet for filler in fillers]
    if "guide" in template:
        workbook.names = all_names(template, common, layouts, fillers, grids)
    return workbook
