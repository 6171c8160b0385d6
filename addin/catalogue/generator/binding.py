"""Writes the binding: from arguments as cells hold them to the core function, and the UNO class in front of it."""
from records import SINGLE_TYPES


def literal(record, parameter):
    """The default of a parameter as C++."""
    default, word = parameter["default"], parameter["type"].rstrip("*")
    if word in record.keyword_sets:
        names = {entry["code"]: entry["name"] for entry in record.keyword_sets[word]["words"]}
        return f"{word}::{names[default]}"
    if word == "text":
        return f'std::string("{default}")'
    return f"{float(default)!r}" if word == "number" else str(default)


def reader(record, index, parameter):
    """The expression that reads one parameter; see functions/parameter.hpp."""
    word, name = parameter["type"], f'"{parameter["name"]}"'
    source = f"given[{index}], {name}"
    if word == "dates":
        return f"dates_of({source}, null_date)"
    if word in ("indexed", "index"):
        return f"index_of({source})"
    if word in ("numbers", "gaps", "cells", "matrix", "ledger"):
        return f"{word}_{'if_given' if parameter.get('optional') else 'of'}({source})"
    cpp = SINGLE_TYPES.get(word.rstrip("*"), word.rstrip("*"))
    fallback = f", {literal(record, parameter)}" if "default" in parameter else ""
    if word.endswith("*"):
        kind = "EachIfGiven" if parameter.get("optional") else "Each"
        return f"{kind}<{cpp}>({source}, null_date{fallback})"
    if parameter.get("optional"):
        return f"single_if_given<{cpp}>({source}, null_date)"
    return f"single<{cpp}>({source}, null_date{fallback})"


def call_lines(record):
    names = [f'"{parameter["name"]}"' for parameter in record.parameters]
    yield f"constexpr std::array<std::string_view, {len(names)}> {record.identifier}_parameters{{{', '.join(names)}}};"
    yield (f"Result<Answer> {record.identifier}(Arguments given, [[maybe_unused]] NullDate null_date, "
           "[[maybe_unused]] Language language) {")
    captures = ["null_date"] * bool(record.get("passes_null_date")) + ["language"] * bool(record.speaks)
    more = "".join(f", {name}.day" if name == "null_date" else f", {name}" for name in captures)
    yield f"  const auto core = [{', '.join(captures)}](auto&&... arguments) {{ return {record['core']}(arguments...{more}); }};"
    readers = [reader(record, index, parameter) for index, parameter in enumerate(record.parameters)]
    if record.get("gathers_tables"):
        readers = [f'tables_of(given, "{record.parameters[0]["name"]}")']
    if record.is_lifted:
        head = "  return lifted(core, null_date"
    else:
        shape = record["result"].get("shape", "column")
        names = [parameter["name"] for parameter in record.parameters]
        as_row = f"lies_down(given[{names.index(shape)}])" if shape in names else ("true" if shape == "row" else "false")
        head = f"  return once(core, null_date, {as_row}"
    yield ",\n      ".join([head, *readers]) + ");"
    yield "}"
    yield ""


def write_calls(records):
    """The pure half, one source for all functions of a category."""
    headers = sorted({record["header"] for record in records})
    lines = ['#include "functions/call.hpp"', *(f'#include "{header}"' for header in headers), "",
             "namespace steward::functions {", "namespace {", ""]
    for record in records:
        lines += call_lines(record)
    lines += ["}  // namespace", ""]
    for record in records:
        lines.append(f"extern const Function {record.identifier}_function;")
        lines.append(f'const Function {record.identifier}_function{{"{record.name}", {record.identifier}_parameters, '
                     f"{record.identifier}, {str(record.first_is_lifted).lower()}}};")
    return "\n".join([*lines, "", "}  // namespace steward::functions", ""])


def write_list(records):
    lines = ['#include "functions/call.hpp"', "", "namespace steward::functions {", ""]
    lines += [f"extern const Function {record.identifier}_function;" for record in records]
    lines += ["", "std::span<const Function> functions() {",
              f"  static const std::array<Function, {len(records)}> all{{"]
    lines += [f"      {record.identifier}_function," for record in records]
    return "\n".join([*lines, "  };", "  return all;", "}", "", "}  // namespace steward::functions", ""])


UNO_TYPES = {"com::sun::star::beans::XPropertySet": "const css::uno::Reference<css::beans::XPropertySet>&",
             "com::sun::star::table::XCellRange": "const css::uno::Reference<css::table::XCellRange>&",
             "any": "const css::uno::Any&"}


def signature(record, types):
    return ", ".join(f"{UNO_TYPES[kind]} {name}" for name, kind in types(record))


def handing(record):
    """The expression that hands one UNO argument on."""
    def handed(parameter):
        name, word = record.camel(parameter), parameter["type"]
        if word in ("indexed", "index"):
            return f"to_index({name}, document)"
        return f"to_argument({name}{', document' * (word == 'ledger')})"
    return handed


def write_class(records, types):
    """The UNO class: it hands its arguments on and does nothing else."""
    lines = ['#include "functions/uno/functions_base.hpp"', "", '#include "functions/uno/answer.hpp"', '#include "functions/uno/indexes.hpp"', "",
             "namespace steward::functions {", ""]
    lines += [f"extern const Function {record.identifier}_function;" for record in records]
    lines += ["", "namespace {", "", "class Functions final : public FunctionsBase {", " public:",
              "  using FunctionsBase::FunctionsBase;", ""]
    for record in records:
        document = "document" if record.needs_document else "{}"
        handed = ", ".join(map(handing(record), record.parameters))
        lines += [f"  css::uno::Any SAL_CALL {record.method}({signature(record, types)}) override {{",
                  f"    return answer({record.identifier}_function, {{{handed}}}, {document}, getLocale());", "  }"]
    return "\n".join([*lines, "};", "", "}  // namespace", "",
                      "FunctionsBase* make_functions() { return new Functions; }", "",
                      "}  // namespace steward::functions", ""])
