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
            "number": {"value": common["step"].format(number=number), "role": "step"}, "label": {"value": step, "role": "text", "span": 3}}})
    return rows


def _checks(guide, common):
    rows = [{"heading": common["checks"]}]
    for number, check in enumerate(guide["checks"], start=1):
        rows.append({"id": f"check_{number}", "wrapped": True, "cells": {
            "label": {"value": check["label"], "role": "field", "at": "number", "span": 3},
            "result": {"formula": common["check_result"].replace("DIFFERENCE", check["difference"].strip().removeprefix("=")),
                       "role": "word"}}})
    rows.append({"id": "checks", "cells": {
        "label": {"value": common["checks_together"], "role": "total", "at": "number", "span": 3},
        "result": {"formula": common["checks_result"], "role": "totalword"}}})
    return rows


def checks_failed(template, common):
    """The formula of the name `checks_failed`. It stands in no cell, so that the sheet holds no figure but the settings."""
    results = f"[guide!check_1:check_{len(template['guide']['checks'])}.result]"
    return f'ROWS({results})-COUNTIF({results};"{common["ok"]}")'


def guide_sheet(template, common):
    """The sheet source made from the `guide` of a template."""
    guide = template["guide"]
    widths = {"number": 15, "label": 76, "value": 46, "result": 45}
    rows = [{"title": template["title"]}, {"text": template["description"]}, {"gap": 3},
            *_settings(guide, common), {"gap": 3}, *_steps(guide, common), {"gap": 3}, *_checks(guide, common)]
    last = "checks.result"
    return {
        "id": "guide", "title": common["guide"], "landscape": False, "rows": rows,
        "columns": [{"id": key, "width": width} for key, width in widths.items()],
        "conditions": [
            {"area": f"[check_1:{last}]", "formula": f'=[.result]="{common["ok"]}"', "role": "good"},
            {"area": f"[check_1:{last}]", "formula": f'=[.result]<>"{common["ok"]}"', "role": "bad"}],
    }
