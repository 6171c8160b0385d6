"""Makes the office's registration of menu, toolbar, notebook bar, icons and shortcuts from menu.yaml."""
import pathlib
from xml.sax.saxutils import escape

import yaml

HERE = pathlib.Path(__file__).resolve().parent
CALC = "com.sun.star.sheet.SpreadsheetDocument"
LOCALES = {"en": "en-US", "zh": "zh-CN"}
HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<oor:component-data oor:name="{name}" oor:package="{package}" '
        'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">\n')


def source():
    return yaml.safe_load((HERE / "menu.yaml").read_text("utf-8"))


def commands(menu):
    return [entry for entry in menu["entries"] if entry != "separator"]


def plain(words):
    """Words without the mark of the mnemonic; in Chinese the letter stands in brackets and goes as well."""
    if "(~" in words:
        start = words.index("(~")
        return words[:start] + words[start + 4:]
    return words.replace("~", "")


def texts(name, words):
    values = "".join(f'<value xml:lang="{LOCALES[language]}">{escape(words[language])}</value>' for language in LOCALES)
    return f'<prop oor:name="{name}" oor:type="xs:string">{values}</prop>'


def text(name, word):
    return f'<prop oor:name="{name}" oor:type="xs:string"><value>{escape(word)}</value></prop>'


def item(at, entry, titles):
    if entry == "separator":
        return f'<node oor:name="m{at:02}" oor:op="replace">{text("URL", "private:separator")}</node>'
    return (f'<node oor:name="m{at:02}" oor:op="replace">{text("URL", "org.steward.budget:" + entry["command"])}{texts("Title", titles)}'
            f'{text("Target", "_self")}{text("Context", CALC)}</node>')


def icon(entry):
    return f"%origin%/../icons/{entry['icon']}.svg"


def addons(menu):
    full = [item(at, entry, entry if entry != "separator" else None) for at, entry in enumerate(menu["entries"])]
    bars = [entry for entry in commands(menu) if entry.get("bar")]
    short = [item(at, entry, {language: plain(entry[language]).rstrip("…") for language in LOCALES}) for at, entry in enumerate(bars)]
    images = [f'<node oor:name="org.steward.budget.{entry["command"]}" oor:op="replace">{text("URL", "org.steward.budget:" + entry["command"])}'
              f'<node oor:name="UserDefinedImages">{text("ImageSmallURL", icon(entry))}{text("ImageBigURL", icon(entry))}</node></node>'
              for entry in commands(menu)]
    return (HEAD.format(name="Addons", package="org.openoffice.Office") + '<node oor:name="AddonUI">'
            f'<node oor:name="OfficeMenuBar"><node oor:name="org.steward.budget.menu" oor:op="replace">{texts("Title", menu["title"])}'
            f'{text("Context", CALC)}<node oor:name="Submenu">\n' + "\n".join(full) + '\n</node></node></node>'
            '<node oor:name="OfficeToolBar"><node oor:name="org.steward.budget.toolbar" oor:op="replace">\n' + "\n".join(short) + '\n</node></node>'
            '<node oor:name="OfficeNotebookBar"><node oor:name="org.steward.budget.notebookbar" oor:op="replace">\n' + "\n".join(short) + '\n</node></node>'
            '<node oor:name="Images">\n' + "\n".join(images) + '\n</node></node></oor:component-data>\n')


def window_state(menu):
    commands_known = [f'<node oor:name="org.steward.budget:{entry["command"]}" oor:op="replace">'
                      f'{texts("Label", {language: plain(entry[language]) for language in LOCALES})}{texts("TooltipLabel", entry["tip"])}</node>'
                      for entry in commands(menu)]
    return (HEAD.format(name="CalcWindowState", package="org.openoffice.Office.UI") + '<node oor:name="UIElements"><node oor:name="States">'
            '<node oor:name="private:resource/toolbar/addon_org.steward.budget.toolbar" oor:op="replace">'
            + texts("UIName", menu["toolbar"]) +
            '<prop oor:name="DockingArea" oor:type="xs:int"><value>0</value></prop>'
            '<prop oor:name="DockPos" oor:type="xs:string"><value>0,2</value></prop>'
            '<prop oor:name="Docked" oor:type="xs:boolean"><value>true</value></prop>'
            '<prop oor:name="Visible" oor:type="xs:boolean"><value>true</value></prop>'
            '</node></node></node></oor:component-data>\n',
            HEAD.format(name="CalcCommands", package="org.openoffice.Office.UI")
            + '<node oor:name="UserInterface"><node oor:name="Commands">\n' + "\n".join(commands_known) + '\n</node></node></oor:component-data>\n')


def accelerators(menu):
    keys = [f'<node oor:name="{entry["shortcut"]}" oor:op="replace"><prop oor:name="Command"><value xml:lang="en-US">'
            f'org.steward.budget:{entry["command"]}</value></prop></node>' for entry in commands(menu) if "shortcut" in entry]
    return (HEAD.format(name="Accelerators", package="org.openoffice.Office") + '<node oor:name="PrimaryKeys"><node oor:name="Modules">'
            f'<node oor:name="{CALC}">' + "\n".join(keys) + '</node></node></node></oor:component-data>\n')


def registration():
    """Name and content of each file of the office's configuration."""
    menu = source()
    state, known = window_state(menu)
    return {"Addons.xcu": addons(menu), "CalcWindowState.xcu": state, "CalcCommands.xcu": known, "Accelerators.xcu": accelerators(menu)}
