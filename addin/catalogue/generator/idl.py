"""Writes the published types. They are file format: a method or parameter once released is never changed."""
from records import LEDGER_TYPES


def parameter_types(record):
    if record.needs_document:
        yield "document", "com::sun::star::beans::XPropertySet"
    for parameter in record.parameters:
        word = "com::sun::star::table::XCellRange" if parameter["type"] in LEDGER_TYPES else "any"
        yield record.camel(parameter), word


def method_lines(record):
    arguments = ", ".join(f"[in] {kind} {name}" for name, kind in parameter_types(record))
    yield f"  /** {record['summary']['en']} */"
    yield f"  any {record.method}({arguments});"


def write(records):
    lines = ["// Written from the catalogue; see CONTRIBUTING.md, \"Add a function\".", "",
             "module org { module steward { module budget {", "",
             "/** The cell functions of Steward. Every argument is what the cell holds: a value, a range, or nothing. */",
             "interface XFunctions {"]
    for record in records:
        lines += method_lines(record)
    lines += ["};", "", "service Functions : XFunctions;", "", "}; }; };", ""]
    return "\n".join(lines)
