"""Entry rules of input cells, from a few words of the source."""

from .references import SourceError
from .workbook import Validation


def _condition(rule):
    if "whole" in rule:
        low, high = rule["whole"]
        return f"cell-content-is-whole-number() and cell-content-is-between({low},{high})"
    if "decimal" in rule:
        low, high = rule["decimal"]
        return f"cell-content-is-decimal-number() and cell-content-is-between({low},{high})"
    if "date" in rule:
        return "cell-content-is-date() and cell-content()>=36526"
    if "list" in rule:
        return "cell-content-is-in-list(" + ";".join(f'"{word}"' for word in rule["list"]) + ")"
    raise SourceError(f"an entry rule of no known kind: {rule}")


def _message(rule, common):
    words = common["entry_rules"]
    if "list" in rule:
        return words["list"].format(words=", ".join(str(word) for word in rule["list"]))
    if "date" in rule:
        return words["date"]
    low, high = rule.get("whole") or rule.get("decimal")
    return words["whole" if "whole" in rule else "decimal"].format(low=low, high=high)


def validation_of(rule, workbook, common):
    """The name of the entry rule in the workbook; equal rules are written once."""
    condition = _condition(rule)
    for known in workbook.validations:
        if known.condition == condition:
            return known.name
    name = f"rule{len(workbook.validations) + 1}"
    workbook.validations.append(Validation(name, condition, common["entry_rules"]["title"], _message(rule, common)))
    return name
