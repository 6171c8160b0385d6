"""Writes the function reference from the catalogue: one page with both languages, opened in either."""
import json
from html import escape
from string import Template

from records import CATEGORIES

LANGUAGES = {"en": "en-US", "zh": "zh-CN"}
TITLE = {"en": "Steward: function reference", "zh": "Steward：函数参考"}
SEARCH = {"en": "Search: name, term, error …", "zh": "搜索：函数名、术语、错误……"}
NOTHING = {"en": "No function holds all of these words.", "zh": "没有函数同时包含这些词。"}
NOTE = {"en": "Arguments in [ ] can be left out. Those with * take a value or a range; the result has the shape of the range. A blank in a range "
              "is no value, and an error in a range makes the whole result Err:504. In an ordinary, non-array cell a result of several cells "
              "shows its first one.",
        "zh": "[ ]中的参数可省略。带*的参数可为单个值或区域，结果与区域形状相同。区域中的空单元格表示没有数值；区域中有错误值时，整个结果为Err:504。"
              "在普通（非数组）单元格中，多单元格的结果只显示第一个。"}
WORDS = {"default": {"en": "default", "zh": "默认"}, "result": {"en": "Result", "zh": "结果"}, "formula": {"en": "Formula", "zh": "公式"},
         "sign": {"en": "Sign", "zh": "正负号"}, "faults": {"en": "Errors", "zh": "错误"}, "examples": {"en": "Examples", "zh": "示例"},
         "source": {"en": "Source", "zh": "出处"}, "keywords": {"en": "Words", "zh": "可用关键字"}}


def both(text, wrap=escape):
    """A text in both languages, of which the page shows one; what is the same in both stands once."""
    if not isinstance(text, dict):
        return wrap(str(text or ""))
    texts = {language: text.get(language, text.get("en", "")) for language in LANGUAGES}
    if len(set(texts.values())) == 1:
        return wrap(texts["en"])
    return "".join(f'<span data-l="{language}" lang="{LANGUAGES[language]}">{wrap(said)}</span>' for language, said in texts.items())


def syntax(record):
    shown = []
    for parameter in record.parameters:
        name = parameter["name"] + ("*" if parameter["type"].endswith("*") else "")
        if "default" in parameter:
            name = f"[{name}={parameter['default']}]"
        elif parameter.get("optional"):
            name = f"[{name}]"
        shown.append(name)
    if record.get("gathers_tables"):
        shown = [*shown[:2], "…"]
    return f"{record.display_name}({'; '.join(shown)})"


def parameter_row(record, parameter):
    meaning = both(parameter["meaning"])
    keywords = record.keyword_sets.get(parameter["type"].rstrip("*"))
    if keywords:
        spelled = ", ".join(f"{word['code']} ({word['zh']})" for word in keywords["words"])
        meaning += f"<br><small>{both(WORDS['keywords'])}: {escape(spelled)}</small>"
    return f"<tr><td><code>{parameter['name']}</code></td><td>{both(parameter['label'])}</td><td>{meaning}</td></tr>"


def example_line(example):
    cells = f"A1: <code>{escape(example['cells'])}</code> · " if "cells" in example else ""
    return f"{cells}<code>{escape(example['formula'])}</code> → {escape(str(example['result']))}"


def details(record):
    yield "result", both(record["result"])
    if record.get("formula"):
        yield "formula", both(record["formula"], lambda text: f"<code>{escape(text)}</code>")
    if record.get("sign"):
        yield "sign", both(record["sign"])
    if record["faults"]:
        yield "faults", "<br>".join(f"<code>{escape(str(fault['error']))}</code> {both(fault)}" for fault in record["faults"])
    yield "examples", "<br>".join(example_line(example) for example in record["examples"])
    yield "source", both(record["source"])


def section(record):
    described = record.parameters[:2] if record.get("gathers_tables") else record.parameters
    rows = "".join(parameter_row(record, parameter) for parameter in described)
    facts = "".join(f"<dt>{both(WORDS[name])}</dt><dd>{text}</dd>" for name, text in details(record))
    return (f'<section class="function" id="{record.name}"><h3>{record.display_name}</h3><p>{both(record["summary"])}</p>'
            f"<pre>{escape(syntax(record))}</pre><table>{rows}</table><dl>{facts}</dl></section>")


def write(records, language, page):
    body, contents = [], []
    for category, title in CATEGORIES.items():
        chosen = [record for record in records if record["category"] == category]
        if not chosen:
            continue
        body += [f'<div class="category"><h2>{both(title)}</h2>', *(section(record) for record in chosen), "</div>"]
        contents.append(f"<b>{both(title)}</b>" + "".join(f'<a href="#{record.name}">{record.display_name}</a>' for record in chosen))
    placeholders = {code: SEARCH[name] for name, code in LANGUAGES.items()}
    return Template(page).substitute(language=LANGUAGES[language], title=TITLE[language], titles=both(TITLE), search=SEARCH[language],
                                     note=both(NOTE), nothing=both(NOTHING), contents="\n".join(contents), body="\n".join(body),
                                     placeholders=json.dumps(placeholders, ensure_ascii=False))
