"""The first sheet of every template: settings, instructions and checks, as a sheet source like any other."""


def _settings(guide, common):
    rows = [{"heading": common["settings"]}]
    for field in [*guide.get("settings", []), *common["people"]]:
        value = {"role": "setting", "validate": field.get("validate"), "format": field.get("format")}
        value |= {"formula": field["formula"], "role": "formula"} if "formula" in field else {"value": field.get("value")}
        rows.append({"id": field["id"], "height": field.get("height"), "cells": {
            "label": {"value": field["label"], "role": "field", "span": 2, "at": "number"},
            "value": value, "result": {"value": field.get("note"), "role": "note"}}})
    return rows


def _steps(guide, common):
    rows = [{"heading": common["steps"]}]
    for number, step in enumerate([*guide.get("steps", []), *common["last_steps"]], start=1):
        rows.append({"wrapped": True, "cells": {
            "number": {"value": number, "role": "step"}, "label": {"value": step, "role": "text", "span": 3}}})
    return rows


def _checks(guide, common):
    rows = [{"heading": common["checks"]}]
    for number, check in enumerate(guide["checks"], start=1):
        rows.append({"id": f"check_{number}", "wrapped": True, "cells": {
            "number": {"value": number, "role": "step"}, "label": {"value": check["label"], "role": "field"},
            "value": {"formula": check["difference"], "role": "formula", "format": "cents"},
            "result": {"formula": common["check_result"], "role": "word"}}})
    last = len(guide["checks"])
    rows.append({"id": "checks", "cells": {
        "label": {"value": common["checks_together"], "role": "total", "at": "number", "span": 2},
        "value": {"formula": f"=SUMPRODUCT(ISERROR([check_1:check_{last}.value])+"
                             f"(IFERROR(ABS(ROUND([check_1:check_{last}.value];2));1)>0))",
                  "role": "total", "format": "integer"},
        "result": {"formula": common["checks_result"], "role": "totalword"}}})
    return rows


def guide_sheet(template, common):
    """The sheet source made from the `guide` of a template."""
    guide = template["guide"]
    widths = {"number": 9, "label": 82, "value": 46, "result": 45}
    rows = [{"title": template["title"]}, {"text": template["description"]}, {"gap": 3},
            *_settings(guide, common), {"gap": 3}, *_steps(guide, common), {"gap": 3}, *_checks(guide, common)]
    last = "checks.result"
    return {
        "id": "guide", "title": common["guide"], "landscape": False, "rows": rows,
        "columns": [{"id": key, "width": width} for key, width in widths.items()],
        "conditions": [
            {"area": f"[check_1:{last}]", "formula": f'=[.result]="{common["ok"]}"', "role": "good"},
            {"area": f"[check_1:{last}]", "formula": f'=[.result]="{common["attention"]}"', "role": "bad"}],
    }
