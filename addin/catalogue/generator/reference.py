"""Writes the function reference, a page in each language, from the catalogue."""
from html import escape
from string import Template

from records import CATEGORIES

WORDS = {
    "en": {"title": "Steward: function reference", "search": "Search functions", "parameters": "Parameters",
           "default": "default", "optional": "optional", "result": "Result", "formula": "Formula", "sign": "Sign",
           "faults": "Errors", "examples": "Examples", "source": "Source", "since": "Since", "range": "value or range",
           "keywords": "Words"},
    "zh": {"title": "Steward：函数参考", "search": "搜索函数", "parameters": "参数", "default": "默认", "optional": "可选",
           "result": "结果", "formula": "公式", "sign": "正负号", "faults": "错误", "examples": "示例", "source": "出处",
           "since": "始于版本", "range": "值或区域", "keywords": "可用关键字"},
}


def in_language(text, language):
    if isinstance(text, dict):
        return text.get(language, text.get("en", ""))
    return text or ""


def syntax(record):
    shown = []
    for parameter in record.parameters:
        name = parameter["name"] + ("*" if parameter["type"].endswith("*") else "")
        if "default" in parameter:
            name = f"[{name}={parameter['default']}]"
        elif parameter.get("optional"):
            name = f"[{name}]"
        shown.append(name)
    return f"{record.display_name}({'; '.join(shown)})"


def parameter_row(record, parameter, language):
    meaning = escape(in_language(parameter["meaning"], language))
    keywords = record.keyword_sets.get(parameter["type"].rstrip("*"))
    if keywords:
        spelled = ", ".join(f"{word['code']} ({word['zh']})" for word in keywords["words"])
        meaning += f"<br><small>{WORDS[language]['keywords']}: {escape(spelled)}</small>"
    return (f"<tr><td><code>{parameter['name']}</code></td><td>{escape(in_language(parameter['label'], language))}</td>"
            f"<td>{meaning}</td></tr>")


def example_line(example):
    cells = f"A1: <code>{escape(example['cells'])}</code> · " if "cells" in example else ""
    return f"{cells}<code>{escape(example['formula'])}</code> → {escape(str(example['result']))}"


def details(record, language):
    words = WORDS[language]
    yield words["result"], escape(in_language(record["result"], language))
    if record.get("formula"):
        yield words["formula"], f"<code>{escape(in_language(record['formula'], language))}</code>"
    if record.get("sign"):
        yield words["sign"], escape(in_language(record["sign"], language))
    if record["faults"]:
        yield words["faults"], "<br>".join(f"<code>{escape(str(fault['error']))}</code> {escape(in_language(fault, language))}"
                                           for fault in record["faults"])
    yield words["examples"], "<br>".join(example_line(example) for example in record["examples"])
    yield words["source"], escape(in_language(record["source"], language))


def section(record, language):
    rows = "".join(parameter_row(record, parameter, language) for parameter in record.parameters)
    facts = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in details(record, language))
    return (f'<section class="function" id="{record.name}"><h3>{record.display_name}</h3>'
            f"<p>{escape(in_language(record['summary'], language))}</p><pre>{escape(syntax(record))}</pre>"
            f"<table>{rows}</table><dl>{facts}</dl></section>")


def write(records, language, page):
    body = []
    for category, title in CATEGORIES.items():
        chosen = [record for record in records if record["category"] == category]
        if chosen:
            body.append(f"<h2>{title[language]}</h2>")
            body += [section(record, language) for record in chosen]
    words = WORDS[language]
    return Template(page).substitute(language={"en": "en-US", "zh": "zh-CN"}[language], title=words["title"],
                                     search=words["search"], body="\n".join(body))
