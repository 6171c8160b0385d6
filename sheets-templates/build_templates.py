#!/usr/bin/env python3
"""Builds the templates, or one workbook, from their readable sources.

    build_templates.py --output build/template
        every <name>/template.yaml beside this file, as <output>/<language>/<group>/<name>.ots, and the function examples
    build_templates.py --source sample.yaml --language en-US --output sample.ods
        one workbook"""

import argparse
import pathlib
import sys

from builder.calculated import keep_results
from builder.formats import CHINESE, ENGLISH
from builder.package import write
from builder.references import SourceError
from builder.template import build
from builder.xml import escape
import function_examples

HERE = pathlib.Path(__file__).resolve().parent
GROUP = "budget"
GROUP_TITLES = {ENGLISH: "Budget Control", CHINESE: "预算控制"}


def group_names(language):
    """The file that gives the folder of the templates its title in File > New > Templates."""
    space = "http://openoffice.org/2006/groupuinames"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<groupuinames:template-group-list xmlns:groupuinames="{space}">\n'
            f'  <groupuinames:template-group groupuinames:name="{GROUP}" '
            f'groupuinames:default-ui-name="{escape(GROUP_TITLES[language])}"/>\n'
            '</groupuinames:template-group-list>\n')


def build_all(output):
    """Every template in both languages."""
    templates = {}
    for language in (ENGLISH, CHINESE):
        folder = output / language / GROUP
        for source in sorted(HERE.glob("*/template.yaml")):
            templates[folder / f"{source.parent.name}.ots"] = build(source, language)
        templates[folder / f"{function_examples.NAME}.ots"] = function_examples.build(language)
    keep_results(list(templates.values()))
    for path, workbook in templates.items():
        write(workbook, path)
    for language in (ENGLISH, CHINESE):
        (output / language / "groupuinames.xml").write_text(group_names(language), "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--source", type=pathlib.Path)
    parser.add_argument("--language", choices=(ENGLISH, CHINESE), default=ENGLISH)
    options = parser.parse_args()
    try:
        if options.source:
            workbook = build(options.source, options.language, as_template=options.output.suffix == ".ots")
            keep_results([workbook])
            write(workbook, options.output)
        else:
            build_all(options.output)
    except SourceError as error:
        sys.exit(f"build_templates: {error}")


if __name__ == "__main__":
    main()
