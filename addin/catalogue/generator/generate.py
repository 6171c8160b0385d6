"""From the catalogue: IDL, CalcAddIns.xcu, binding, reference pages and translation template."""
import argparse
import pathlib

import binding
import idl
import records
import reference
import translation
import xcu

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def outputs(catalogue):
    phrases = records.phrases(ROOT / "src/words/phrases")
    translate = translation.translations(ROOT / "packaging/i18n")
    page = (ROOT / "packaging/help/reference.html.in").read_text(encoding="utf-8")
    yield "XFunctions.idl", idl.write(catalogue)
    yield "CalcAddIns.xcu", xcu.write(catalogue, translate)
    yield "steward.pot", translation.template(catalogue, phrases)
    yield "functions_uno.gen.cpp", binding.write_class(catalogue, idl.parameter_types)
    yield "function_list.gen.cpp", binding.write_list(catalogue)
    for category in records.CATEGORIES:
        chosen = [record for record in catalogue if record["category"] == category]
        yield f"calls_{category}.gen.cpp", binding.write_calls(chosen)
    for language in ("en", "zh"):
        yield f"reference_{language}.html", reference.write(catalogue, language, page)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=pathlib.Path, help="where the files are written")
    folder = arguments.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = records.read(ROOT / "addin/catalogue", ROOT / "src/words/keywords.yaml")
    for name, text in outputs(catalogue):
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


main()
