"""Further languages by gettext: a template of every English text, and the translations found beside it."""
import pathlib

import polib


def texts(records, phrases, tables):
    for record in records:
        yield record["summary"]["en"], record.display_name
        for parameter in record.parameters:
            yield parameter["label"]["en"], f"{record.display_name} {parameter['name']}"
            yield parameter["meaning"]["en"], f"{record.display_name} {parameter['name']}"
    for key, entry in phrases.items():
        yield entry["en"], key


def template(records, phrases, tables=()):
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    places = {}
    for text, place in texts(records, phrases, tables):
        places.setdefault(text, []).append(place)
    for text, where in places.items():
        catalogue.append(polib.POEntry(msgid=text, comment=", ".join(where)))
    return str(catalogue)


def translations(folder):
    """A function from English to {language: text}, from every <language>.po in the folder."""
    known = {path.stem: {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)).translated_entries()}
             for path in sorted(pathlib.Path(folder).glob("*.po"))}
    return lambda english: {language: entries[english] for language, entries in known.items() if english in entries}
