"""The look of every template: one quiet palette, and a cell style for each role a cell can have.

A role is a named style that the user sees in the sidebar; role and number format together make an automatic style."""

from dataclasses import dataclass

from .xml import tag

# With high contrast the office leaves fills out and keeps inks: each ink is readable on white and on black, and None is
# the office's own ink.
SLATE, GREY, RULE = "#4d7187", "#6b7780", "#b9c3ca"
HEAD_FILL, SECTION_FILL, TOTAL_FILL, INPUT_FILL, INPUT_INK = "#d5e0e6", "#e9eef1", "#f4f7f8", "#fdfaf0", "#2f6fbd"
GOOD_INK, BAD_INK, BAD_FILL = "#2e7d52", "#c4373d", "#fbeaea"
WESTERN = "Liberation Sans"
EASTERN = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, SimHei"
HAIR, THIN, THICK = f"0.5pt solid {RULE}", f"0.75pt solid {SLATE}", f"1.5pt solid {SLATE}"


@dataclass(frozen=True)
class Role:
    """What a cell is, and so how it looks and whether it may be typed in."""

    english: str
    chinese: str
    size: int = 10
    bold: bool = False
    italic: bool = False
    ink: str | None = None
    fill: str | None = None
    top: str | None = None
    bottom: str | None = None
    align: str | None = None
    vertical: str = "middle"
    wrap: bool = False
    open: bool = False
    indent: str | None = None


ROLES = {
    "plain": Role("Plain", "普通"),
    "title": Role("Budget title", "预算标题", size=16, bold=True, ink=SLATE),
    "subtitle": Role("Budget subtitle", "预算副标题", ink=GREY),
    "unit": Role("Budget unit", "预算单位", ink=GREY, align="end"),
    "heading": Role("Budget heading", "预算小标题", size=12, bold=True, ink=SLATE, bottom=THIN),
    "text": Role("Budget text", "预算说明", wrap=True, vertical="top"),
    "step": Role("Budget step", "预算步骤", bold=True, ink=SLATE, vertical="top", align="center"),
    "note": Role("Budget note", "预算附注", size=9, ink=GREY, wrap=True, vertical="top"),
    "head": Role("Budget header", "预算表头", size=9, bold=True, fill=HEAD_FILL, align="center", wrap=True),
    "headleft": Role("Budget header, left", "预算表头（左）", size=9, bold=True, fill=HEAD_FILL, wrap=True),
    "section": Role("Budget section", "预算分区", bold=True, ink=SLATE, fill=SECTION_FILL, top=HAIR),
    "group": Role("Budget group", "预算分组", bold=True, bottom=HAIR),
    "label": Role("Budget label", "预算项目名称", bottom=HAIR, open=True, indent="2mm"),
    "code": Role("Budget code", "预算编码", bottom=HAIR, open=True, ink=GREY),
    "field": Role("Budget field", "预算填列项", bottom=HAIR, wrap=True),
    "input": Role("Budget input", "预算输入", ink=INPUT_INK, fill=INPUT_FILL, bottom=HAIR, open=True),
    "inputtext": Role("Budget input text", "预算输入文字", ink=INPUT_INK, fill=INPUT_FILL, bottom=HAIR, open=True, wrap=True, indent="1mm"),
    "inputword": Role("Budget input, word", "预算输入选项", ink=INPUT_INK, fill=INPUT_FILL, bottom=HAIR, open=True, align="center"),
    "setting": Role("Budget setting", "预算设置", ink=INPUT_INK, fill=INPUT_FILL, bottom=HAIR, open=True, align="start"),
    "formula": Role("Budget formula", "预算公式", bottom=HAIR),
    "word": Role("Budget word", "预算结论", bottom=HAIR, align="center"),
    "subtotal": Role("Budget subtotal", "预算小计", bold=True, fill=TOTAL_FILL, top=THIN, bottom=HAIR),
    "total": Role("Budget total", "预算合计", bold=True, fill=SECTION_FILL, top=THIN, bottom=THICK),
    "good": Role("Budget good", "预算正常", bold=True, ink=GOOD_INK),
    "bad": Role("Budget attention", "预算关注", bold=True, ink=BAD_INK, fill=BAD_FILL),
    "adverse": Role("Budget adverse", "预算不利", ink=BAD_INK),
    "subtotalword": Role("Budget subtotal, word", "预算小计（结论）", bold=True, fill=TOTAL_FILL, top=THIN, bottom=HAIR, align="center"),
    "totalword": Role("Budget total, word", "预算合计（结论）", bold=True, fill=SECTION_FILL, top=THIN, bottom=THICK, align="center"),
    "sign": Role("Budget signature", "预算签字", ink=GREY, bottom=HAIR),
}


def style_name(role):
    return "Steward" + role.capitalize()


def shown_name(role, language):
    """The name in the sidebar. Conditional formats of LibreOffice refer to a style by this one."""
    return ROLES[role].chinese if language == "zh-CN" else ROLES[role].english


def automatic_name(role, format_name):
    return f"c-{role}-{format_name or 'general'}"


def _text_properties(role):
    weight = "bold" if role.bold else "normal"
    slant = "italic" if role.italic else "normal"
    return tag("style:text-properties", {
        "fo:color": role.ink, "style:use-window-font-color": None if role.ink else "true", "fo:font-size": f"{role.size}pt", "style:font-size-asian": f"{role.size}pt",
        "fo:font-weight": weight, "style:font-weight-asian": weight, "fo:font-style": slant, "style:font-style-asian": slant})


def _cell_properties(role):
    return tag("style:table-cell-properties", {
        "fo:background-color": role.fill, "fo:border-top": role.top, "fo:border-bottom": role.bottom,
        "fo:wrap-option": "wrap" if role.wrap else None, "style:vertical-align": role.vertical,
        "style:text-align-source": "fix" if role.align else None, "fo:padding": "0.5mm",
        "style:cell-protect": "none" if role.open else "protected"})


def named_style(key, language):
    role = ROLES[key]
    paragraph = {"fo:text-align": role.align or ("start" if role.indent else None), "fo:margin-left": role.indent}
    return tag("style:style", {"style:name": style_name(key), "style:display-name": shown_name(key, language), "style:family": "table-cell",
                               "style:parent-style-name": "Default"},
               _cell_properties(role), tag("style:paragraph-properties", paragraph), _text_properties(role))


def automatic_style(key, format_name):
    data = {"style:data-style-name": f"N-{format_name}"} if format_name else {}
    return tag("style:style", {"style:name": automatic_name(key, format_name), "style:family": "table-cell",
                               "style:parent-style-name": style_name(key)} | data)


def default_style(language):
    code, country = language.split("-")
    east = {"style:language-asian": "zh", "style:country-asian": "CN"}
    west = {"fo:language": code, "fo:country": country} if code != "zh" else {"fo:language": "en", "fo:country": "US"}
    return tag("style:default-style", {"style:family": "table-cell"},
               tag("style:text-properties", {"style:font-name": "West", "style:font-name-asian": "East"} | west | east)) + \
        tag("style:style", {"style:name": "Default", "style:family": "table-cell"})


def font_faces():
    quoted = {"West": WESTERN, "East": EASTERN}
    return tag("office:font-face-decls", None, *[
        tag("style:font-face", {"style:name": name, "svg:font-family": ", ".join(f"'{one}'" for one in family.split(", "))})
        for name, family in quoted.items()])
