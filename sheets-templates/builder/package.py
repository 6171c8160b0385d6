"""The other parts of the file, and the file itself, the same bytes for the same source."""

import zipfile

from . import styles
from .content import content_xml
from .xml import document, escape, tag

TEMPLATE_TYPE = "application/vnd.oasis.opendocument.spreadsheet-template"
SHEET_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
FIXED_TIME = (2025, 1, 1, 0, 0, 0)
FIXED_STAMP = "2025-01-01T00:00:00"
SHOWN = ("ShowZeroValues", "ShowNotes", "ShowPageBreaks", "HasColumnRowHeaders", "HasSheetTabs", "IsOutlineSymbolsSet",
         "HasHorizontalScrollBar", "HasVerticalScrollBar")
PAGE_WORDS = {"en-US": ("Page ", " of ", ""), "zh-CN": ("第 ", " 页，共 ", " 页")}


def _page_layout(index, sheet):
    long, short = "297mm", "210mm"
    size = {"fo:page-width": long, "fo:page-height": short, "style:print-orientation": "landscape"} if sheet.landscape \
        else {"fo:page-width": short, "fo:page-height": long, "style:print-orientation": "portrait"}
    margins = {f"fo:margin-{side}": "10mm" for side in ("top", "bottom", "left", "right")}
    properties = tag("style:page-layout-properties", size | margins | {
        "style:scale-to-X": 1, "style:scale-to-Y": 0, "style:table-centering": "horizontal",
        "style:print": "objects charts drawings zero-values", "style:print-page-order": "ttb"})
    footer = tag("style:footer-style", None, tag("style:header-footer-properties", {
        "fo:min-height": "6mm", "fo:margin-top": "2mm", "fo:margin-left": "0mm", "fo:margin-right": "0mm"}))
    return tag("style:page-layout", {"style:name": f"Layout{index}"}, properties, tag("style:header-style"), footer)


def _small(content):
    return tag("text:span", {"text:style-name": "Foot"}, content)


def _master_page(index, language):
    before, between, after = PAGE_WORDS[language]
    pages = escape(before) + tag("text:page-number", None, "1") + escape(between) + tag("text:page-count", None, "1") + \
        escape(after)
    left = tag("style:region-left", None, tag("text:p", None, _small(tag("text:title", None, " "))))
    right = tag("style:region-right", None, tag("text:p", None, _small(pages)))
    off = {"style:display": "false"}
    return tag("style:master-page", {"style:name": f"Page{index}", "style:page-layout-name": f"Layout{index}"},
               tag("style:header", off), tag("style:header-left", off),
               tag("style:footer", None, left, right), tag("style:footer-left", off))


def styles_xml(workbook):
    """Named cell styles, and a page for each sheet."""
    named = [styles.named_style(key, workbook.language) for key in styles.ROLES]
    foot = tag("style:style", {"style:name": "Foot", "style:family": "text"}, tag("style:text-properties", {
        "fo:font-size": "8pt", "style:font-size-asian": "8pt", "fo:color": styles.GREY}))
    layouts = [_page_layout(index, sheet) for index, sheet in enumerate(workbook.sheets)]
    masters = [_master_page(index, workbook.language) for index, _ in enumerate(workbook.sheets)]
    return document("office:document-styles", styles.font_faces(),
                    tag("office:styles", None, styles.default_style(workbook.language), *named),
                    tag("office:automatic-styles", None, foot, *layouts), tag("office:master-styles", None, *masters))


def meta_xml(workbook):
    """Title (shown in the template list), description, language and a fixed date."""
    return document("office:document-meta", tag(
        "office:meta", None,
        tag("meta:generator", None, "Steward"), tag("dc:title", None, escape(workbook.title)),
        tag("dc:description", None, escape(workbook.description)), tag("dc:language", None, workbook.language),
        tag("meta:creation-date", None, FIXED_STAMP), tag("dc:date", None, FIXED_STAMP)))


def _item(name, kind, value):
    return tag("config:config-item", {"config:name": name, "config:type": kind}, escape(str(value)))


def _sheet_view(sheet):
    items = [_item("ZoomType", "short", 0), _item("ZoomValue", "int", 100), _item("ShowGrid", "boolean", "false")]
    if sheet.freeze:
        row, column = sheet.freeze
        items += [_item("HorizontalSplitMode", "short", 2 if column else 0), _item("VerticalSplitMode", "short", 2),
                  _item("HorizontalSplitPosition", "int", column), _item("VerticalSplitPosition", "int", row),
                  _item("ActiveSplitRange", "short", 3 if column else 2), _item("PositionLeft", "int", 0),
                  _item("PositionRight", "int", column), _item("PositionTop", "int", 0), _item("PositionBottom", "int", row)]
        items += [_item("CursorPositionX", "int", column), _item("CursorPositionY", "int", row)]
    return tag("config:config-item-map-entry", {"config:name": sheet.title}, *items)


def settings_xml(workbook):
    """Frozen headers, no grid, and the first sheet on top."""
    tables = tag("config:config-item-map-named", {"config:name": "Tables"}, *map(_sheet_view, workbook.sheets))
    view = tag("config:config-item-map-entry", None, _item("ViewId", "string", "view1"), tables,
               _item("ActiveTable", "string", workbook.sheets[0].title), _item("ShowGrid", "boolean", "false"),
               *[_item(name, "boolean", "true") for name in SHOWN])
    views = tag("config:config-item-map-indexed", {"config:name": "Views"}, view)
    return document("office:document-settings", tag(
        "office:settings", None, tag("config:config-item-set", {"config:name": "ooo:view-settings"}, views)))


def manifest_xml(media_type):
    """The list of parts."""
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = [("/", media_type)] + [(f"{part}.xml", "text/xml") for part in ("content", "styles", "meta", "settings")]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tag(
        "manifest:manifest", {"xmlns:manifest": space, "manifest:version": "1.3"},
        *[tag("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind,
                                      "manifest:version": "1.3" if path == "/" else None}) for path, kind in entries])


def write(workbook, path):
    """Writes the workbook as .ots or .ods; the media type comes first and is not compressed, as ODF asks."""
    media_type = TEMPLATE_TYPE if workbook.template else SHEET_TYPE
    parts = {"mimetype": media_type, "content.xml": content_xml(workbook), "styles.xml": styles_xml(workbook),
             "meta.xml": meta_xml(workbook), "settings.xml": settings_xml(workbook),
             "META-INF/manifest.xml": manifest_xml(media_type)}
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))
