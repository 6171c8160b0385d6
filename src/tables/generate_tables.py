"""Writes the control tables as C++: an enumeration of columns for each table, and their descriptions."""
import json
import pathlib
import sys

import yaml

TYPES = ["id", "key", "text", "code", "date", "time", "period", "number", "amount", "rate", "flag", "hash", "dimension"]
# Column codes that are words of C++ get a trailing underscore in the enumeration.
RESERVED = {"final", "new", "from"}


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def identifier(code):
    return code + "_" if code in RESERVED else code


def word_lines(tables, keywords):
    """The keywords of the sets that columns name, each once."""
    for name in sorted({column["words"] for table in tables.values() for column in table["columns"] if "words" in column}):
        words = keywords[name]["words"]
        yield f"inline constexpr std::array<CodeWord, {len(words)}> words_of_{name}{{{{"
        yield from (f"    {{{quote(word['code'])}, {quote(word['zh'])}}}," for word in words)
        yield "}};"
    yield ""


def table_lines(code, table):
    enum = code.capitalize() + "Column"
    yield f"/// {table['meaning']['en']}"
    yield f"enum class {enum} {{ {', '.join(identifier(column['code']) for column in table['columns'])} }};"
    yield f"inline constexpr std::array<Column, {len(table['columns'])}> {code}_columns{{{{"
    for column in table["columns"]:
        if column["type"] not in TYPES:
            sys.exit(f"tables: {code}.{column['code']} has the unknown type {column['type']}")
        words = [column["code"], column["en"], column["zh"], column["meaning"]["en"], column["meaning"]["zh"]]
        of_set = f", words_of_{column['words']}" if "words" in column else ""
        yield f"    {{ColumnType::{column['type']}, {', '.join(map(quote, words))}{of_set}}},"
    yield "}};"
    yield (f"inline constexpr Description {code}{{{quote(code)}, {quote(table['name'])}, {quote(table['sheet']['en'])}, "
           f"{quote(table['sheet']['zh'])}, {code}_columns, {table.get('first', len(table['columns']))}}};")
    yield f"constexpr const Description& description_of({enum}) {{ return {code}; }}"
    yield ""


def main(source, header):
    source = pathlib.Path(source)
    tables = yaml.safe_load(source.read_text(encoding="utf-8"))
    keywords = yaml.safe_load((source.parents[1] / "words/keywords.yaml").read_text(encoding="utf-8"))
    schema = tables.pop("schema")
    lines = ["#pragma once", "", '#include "tables/description.hpp"', "", "namespace steward::tables {", "",
             "/// The layout that this version writes; an older one is migrated, a newer one refused.",
             f"inline constexpr int schema = {schema};", "", *word_lines(tables, keywords)]
    for code, table in tables.items():
        lines += table_lines(code, table)
    lines += [f"inline constexpr std::array<const Description*, {len(tables)}> all{{{{",
              f"    {', '.join('&' + code for code in tables)}}}}};", "", "}  // namespace steward::tables", ""]
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


main(*sys.argv[1:])
