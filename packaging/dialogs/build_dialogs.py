"""Makes the office's dialogs (.xdl and their string files in each language) from readable sources, *.yaml beside this file.

A dialog is a list of rows from top to bottom, and that is its tab order. A row is one item or `row: [item, item]`:
  field: id        with `kind` list, combo, text, date or path and a `label`, which names it for a screen reader; behind a
                   path stands a button, id and "Browse"
  check: id        a box to tick; its words are the label
  area: id         text of several `lines` that is only read, with a `label` above it, or in front with `beside: true`
  grid: id         a list of `lines` in columns, with a `label`; the program writes its entries and the line of their heads
  choice: id       a list of `lines` that stays open, with a `label`
  bar: id          how much of something is used, from 0 to 100
  say: id          a line of text that the program sets, or that stands there
  heading: words   a ruled line with a title
  buttons: [...]   the last row; `kind` ok, cancel or action
`told: true` tells the program of every change. Places are in the office's dialog units, a quarter of a letter's width."""
import pathlib
from xml.sax.saxutils import quoteattr

import yaml

HERE = pathlib.Path(__file__).resolve().parent
LOCALES = {"en": "en_US", "zh": "zh_CN"}
MARGIN, GAP, LINE, FIELD, BUTTON, BUTTON_WIDTH, BROWSE_WIDTH = 8, 5, 10, 14, 16, 76, 52
BROWSE = {"en": "Browse…", "zh": "浏览…"}
EVENTS = {"list": "on-itemstatechange", "combo": "on-textchange", "text": "on-textchange", "date": "on-textchange", "path": "on-textchange",
          "check": "on-itemstatechange", "button": "on-performaction"}


KNOWN = {"name", "title", "width", "labels", "rows", "panel", "row", "field", "check", "area", "grid", "choice", "bar", "say", "heading", "buttons", "button",
         "kind", "label", "tip", "told", "items", "lines", "beside", "words", "checked", "default"}


def known(source):
    """The source again, unless it says something that nobody reads: YAML takes `on` for yes, and a misspelt word for another."""
    for one in source if isinstance(source, list) else [source]:
        if isinstance(one, dict):
            if unknown := [key for key in one if key not in KNOWN]:
                raise SystemExit(f"build_dialogs: nobody knows {unknown} in {one}")
            for key, value in one.items():
                if key not in ("title", "label", "tip", "words", "heading", "items"):
                    known(value)
    return source


class Builder:
    """Lays the rows out and keeps the words in both languages."""

    def __init__(self, source):
        self.source, self.name = source, source["name"]
        self.width, self.labels = source.get("width", 300), source.get("labels", 84)
        self.y, self.tab, self.out, self.words, self.number = MARGIN, 0, [], {language: [] for language in LOCALES}, 10

    def word(self, owner, words):
        """A reference to words in the string files."""
        key = f"{self.number}.{self.name}.{owner}"
        self.number += 1
        for language in LOCALES:
            self.words[language].append((key, words[language]))
        return "&" + key

    def control(self, tag, control, box, inside="", event=None, **attributes):
        left, top, width, height = box
        given = {"id": control, "tab-index": str(self.tab), "left": str(left), "top": str(top), "width": str(width),
                 "height": str(height), **{name.replace("_", "-"): str(value) for name, value in attributes.items()}}
        self.tab += 1
        # A panel has listeners instead: an event that no handler takes ends the office.
        if event and not self.source.get("panel"):
            inside += (f'<script:event script:event-name="{event}" script:macro-name="vnd.sun.star.UNO:{control}" '
                       'script:language="UNO"/>')
        text = " ".join(f"dlg:{name}={quoteattr(value)}" for name, value in given.items())
        self.out.append(f"<dlg:{tag} {text}>{inside}</dlg:{tag}>")

    def label(self, item, left, width, top):
        if "label" in item:
            self.control("text", self.id(item) + "Label", (left, top, width, LINE), value=self.word(self.id(item) + "Label", item["label"]))

    @staticmethod
    def id(item):
        return next(item[kind] for kind in ("field", "check", "area", "grid", "choice", "say", "button") if kind in item)

    def field(self, item, left, width):
        labels = item.get("labels", self.labels)
        self.label(item, left, labels - 3, self.y + 2)
        box = (left + labels, self.y, width - labels, FIELD)
        kind = item.get("kind", "text")
        event = EVENTS[kind] if item.get("told") else None
        common = {"help_text": self.word(item["field"] + "Tip", item["tip"])} if "tip" in item else {}
        if kind == "list":
            popup = "<dlg:menupopup>" + "".join(
                f'<dlg:menuitem dlg:value={quoteattr(self.word(item["field"] + "Item" + str(at), words))}/>'
                for at, words in enumerate(item.get("items", []))) + "</dlg:menupopup>"
            self.control("menulist", item["field"], box, popup, event, spin="true", linecount="12", **common)
        elif kind == "combo":
            self.control("combobox", item["field"], box, "<dlg:menupopup/>", event, spin="true", linecount="12", **common)
        elif kind == "date":
            self.control("datefield", item["field"], box, "", event, dropdown="true", date_format="short_YYYYMMDD_DIN5008",
                         strict_format="true", **common)
        elif kind == "path":
            # The office's own field for files opens files only and knows no filter.
            wide = width - labels - GAP - BROWSE_WIDTH
            self.control("textfield", item["field"], (left + labels, self.y, wide, FIELD), "", event, **common)
            self.control("button", item["field"] + "Browse", (left + labels + wide + GAP, self.y - 1, BROWSE_WIDTH, BUTTON), "", EVENTS["button"],
                         value=self.word(item["field"] + "Browse", BROWSE))
        else:
            self.control("textfield", item["field"], box, "", event, **common)
        return FIELD

    def item(self, item, left, width):
        """Places one item; returns its height."""
        if "field" in item:
            return self.field(item, left, width)
        if "check" in item:
            self.control("checkbox", item["check"], (left, self.y, width, FIELD - 2), "", EVENTS["check"] if item.get("told") else None,
                         value=self.word(item["check"], item["label"]), checked=str(item.get("checked", False)).lower())
            return FIELD - 2
        if "button" in item:
            self.control("button", item["button"], (left, self.y, item.get("width", BUTTON_WIDTH), BUTTON), "", EVENTS["button"],
                         value=self.word(item["button"], item["label"]))
            return BUTTON
        if "say" in item:
            height = LINE * item.get("lines", 1)
            value = {"value": self.word(item["say"], item["words"])} if "words" in item else {}
            # Not the label of what follows, or the office marks a letter of it as a mnemonic.
            self.control("text", item["say"], (left, self.y, width, height), multiline="true", nolabel="true", **value)
            return height
        if "bar" in item:
            self.control("progressmeter", item["bar"], (left, self.y, width, 6), value=0, value_min=0, value_max=100)
            return 6
        if "heading" in item:
            self.control("fixedline", f"heading{self.number}", (left, self.y, width, LINE), value=self.word(f"heading{self.number}", item["heading"]))
            return LINE
        return self.block(item, left, width)

    def block(self, item, left, width):
        top = self.y
        if "grid" in item:
            # The heads lie between label and list, but come first: a label names what comes next.
            self.control("text", item["grid"] + "Head", (left, top + LINE + 1, width, LINE), nolabel="true")
        if item.get("beside"):
            labels = item.get("labels", self.labels)
            self.label(item, left, labels - 3, top + 1)
            left, width = left + labels, width - labels
        elif "label" in item:
            self.label(item, left, width, top)
            top += LINE + 1
        if "grid" in item:
            top += LINE
        height = LINE * item["lines"]
        box = (left, top, width, height)
        if "choice" in item:
            self.control("menulist", item["choice"], box, "<dlg:menupopup/>")
        elif "area" in item:
            self.control("textfield", item["area"], box, multiline="true", readonly="true", vscroll="true", hard_linebreaks="false")
        else:
            open_it = f'<script:event script:event-name="on-performaction" script:macro-name="vnd.sun.star.UNO:{item["grid"]}Open" script:language="UNO"/>'
            self.control("menulist", item["grid"], box, "<dlg:menupopup/>" + open_it, EVENTS["list"])
        return top + height - self.y

    def buttons(self, buttons):
        self.y += 2
        left = self.width - MARGIN - len(buttons) * (BUTTON_WIDTH + GAP) + GAP
        for button in buttons:
            kind = button.get("kind", "action")
            attributes = {"button_type": kind} if kind in ("ok", "cancel") else {}
            if button.get("default"):
                attributes["default"] = "true"
            self.control("button", button["button"], (left, self.y, BUTTON_WIDTH, BUTTON), "",
                         EVENTS["button"] if kind == "action" else None, value=self.word(button["button"], button["label"]), **attributes)
            left += BUTTON_WIDTH + GAP
        self.y += BUTTON

    def build(self):
        inner = self.width - 2 * MARGIN
        for row in self.source["rows"]:
            if "buttons" in row:
                self.buttons(row["buttons"])
                continue
            items = row.get("row", [row])
            each = (inner - GAP * 2 * (len(items) - 1)) // len(items)
            heights = [self.item(item, MARGIN + at * (each + 2 * GAP), each) for at, item in enumerate(items)]
            self.y += max(heights) + GAP
        return self

    def xdl(self):
        title = quoteattr(self.word("Title", self.source["title"])) if "title" in self.source else '""'
        plain = ' dlg:withtitlebar="false"' if self.source.get("panel") else ' dlg:closeable="true" dlg:moveable="true"'
        return ('<?xml version="1.0" encoding="UTF-8"?>\n'
                '<!DOCTYPE dlg:window PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "dialog.dtd">\n'
                '<dlg:window xmlns:dlg="http://openoffice.org/2000/dialog" xmlns:script="http://openoffice.org/2000/script" '
                f'dlg:id="{self.name}" dlg:left="80" dlg:top="40" dlg:width="{self.width}" dlg:height="{self.y + MARGIN}"{plain} '
                f'dlg:title={title}>\n<dlg:bulletinboard>\n' + "\n".join(self.out) + "\n</dlg:bulletinboard>\n</dlg:window>\n")


def escaped(text):
    """As a properties file keeps it: letters beyond ASCII by their numbers."""
    units = text.encode("utf-16-be")
    return "".join(chr(code) if 32 <= code < 127 and chr(code) != "\\" else f"\\u{code:04X}"
                   for code in (units[at] << 8 | units[at + 1] for at in range(0, len(units), 2)))


def sources():
    for path in sorted(HERE.glob("*.yaml")):
        yield known(yaml.safe_load(path.read_text("utf-8")))


def all_files():
    """Name and content of each file of the package's folder of dialogs."""
    for source in sources():
        builder = Builder(source).build()
        yield f"{builder.name}.xdl", builder.xdl()
        for language, locale in LOCALES.items():
            lines = "".join(f"{key}={escaped(words)}\n" for key, words in builder.words[language])
            yield f"{builder.name}_{locale}.properties", "# Words of the dialog; made from its source\n" + lines
        yield f"{builder.name}_en_US.default", ""
