"""Reading a template source in one language."""

import pathlib

import yaml

from .formats import CHINESE

COMMON = pathlib.Path(__file__).resolve().parent.parent / "common.yaml"


def _pick(node, key, common=None):
    """The source with every {en: …, zh: …} replaced by the text of one language, and {common: name} by what is shared."""
    if isinstance(node, dict):
        if node.keys() == {"en", "zh"}:
            return node[key]
        if node.keys() == {"common"}:
            return common[node["common"]]
        return {name: _pick(value, key, common) for name, value in node.items()}
    if isinstance(node, list):
        return [_pick(value, key, common) for value in node]
    return node


def load(path, language):
    """The template at a path, and the texts that all templates share, as plain data in one language."""
    key = "zh" if language == CHINESE else "en"
    template = yaml.safe_load(pathlib.Path(path).read_text("utf-8"))
    common = _pick(yaml.safe_load(COMMON.read_text("utf-8")), key)
    return _pick(template, key, common), common
