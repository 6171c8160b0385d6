"""Writes CalcAddIns.xcu: names, descriptions and parameters as the Function Wizard shows them."""
from xml.sax.saxutils import escape

IMPLEMENTATION = "org.steward.budget.Functions"
LOCALES = {"en": "en-US", "zh": "zh-CN"}


def values(text_by_language):
    return "".join(f'<value xml:lang="{LOCALES.get(language, language)}">{escape(text)}</value>'
                   for language, text in text_by_language.items())


def prop(name, content):
    return f'<prop oor:name="{name}" oor:type="xs:string">{content}</prop>'


def in_every_language(text, translate):
    return {**text, **{language: found for language, found in translate(text["en"]).items()}}


def parameter_node(record, parameter, translate):
    label = in_every_language(parameter["label"], translate)
    meaning = in_every_language(parameter["meaning"], translate)
    return (f'          <node oor:name="{record.camel(parameter)}" oor:op="replace">'
            f'{prop("DisplayName", values(label))}{prop("Description", values(meaning))}</node>')


def function_node(record, translate):
    name = values({"en": record.display_name})
    yield f'      <node oor:name="{record.method}" oor:op="replace">'
    yield "        " + prop("DisplayName", name)
    yield "        " + prop("Description", values(in_every_language(record["summary"], translate)))
    yield "        " + prop("Category", "<value>Add-In</value>")
    yield "        " + prop("CompatibilityName", name)
    yield '        <node oor:name="Parameters">'
    for parameter in record.parameters:
        yield parameter_node(record, parameter, translate)
    yield "        </node>"
    yield "      </node>"


def write(records, translate):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<oor:component-data oor:name="CalcAddIns" oor:package="org.openoffice.Office" '
             'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">',
             '  <node oor:name="AddInInfo">', f'    <node oor:name="{IMPLEMENTATION}" oor:op="replace">',
             '      <node oor:name="AddInFunctions">']
    for record in records:
        lines += function_node(record, translate)
    lines += ["      </node>", "    </node>", "  </node>", "</oor:component-data>", ""]
    return "\n".join(lines)
