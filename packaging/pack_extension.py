"""Packs steward.oxt: registration, published types, libraries by platform, menus, templates, help and licence."""
import argparse
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "menu"), str(HERE / "dialogs")]

import build_dialogs  # noqa: E402
import build_menu  # noqa: E402

ROOT = HERE.parent
# A zip entry needs a date; one that never changes makes equal builds equal files.
DATE = (2026, 1, 1, 0, 0, 0)
MANIFEST_TYPES = {".xcu": "application/vnd.sun.star.configuration-data", ".xcs": "application/vnd.sun.star.configuration-schema"}


def libraries(arguments):
    """Platform name and library file, of this build and of others that were brought along."""
    yield arguments.platform, arguments.library
    if arguments.more_libraries:
        for folder in sorted(path for path in pathlib.Path(arguments.more_libraries).iterdir() if path.is_dir()):
            for library in sorted(folder.glob("steward.*")):
                yield folder.name, library


def registry_files(arguments):
    for path in sorted((HERE / "oxt/registry").glob("*.xc?")):
        yield f"registry/{path.name}", path.read_bytes()
    yield "registry/CalcAddIns.xcu", (arguments.generated / "CalcAddIns.xcu").read_bytes()
    for name, content in build_menu.registration().items():
        yield f"registry/{name}", content.encode()


def manifest(platforms, configuration):
    entries = ['  <manifest:file-entry manifest:media-type="application/vnd.sun.star.uno-typelibrary;type=RDB" '
               'manifest:full-path="types.rdb"/>']
    for platform in platforms:
        entries.append('  <manifest:file-entry manifest:media-type="application/vnd.sun.star.uno-components;'
                       f'platform={platform}" manifest:full-path="{platform}/steward.components"/>')
    for name in configuration:
        kind = MANIFEST_TYPES[pathlib.PurePosixPath(name).suffix]
        entries.append(f'  <manifest:file-entry manifest:media-type="{kind}" manifest:full-path="{name}"/>')
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n'
            + "\n".join(entries) + "\n</manifest:manifest>\n")


def contents(arguments):
    """Every entry of the package: its name and its bytes."""
    found = list(libraries(arguments))
    configuration = dict(registry_files(arguments))
    yield "META-INF/manifest.xml", manifest([platform for platform, _ in found], configuration).encode()
    description = (HERE / "oxt/description.xml.in").read_text(encoding="utf-8")
    yield "description.xml", description.replace("@VERSION@", arguments.version).encode()
    components = (HERE / "oxt/steward.components.in").read_text(encoding="utf-8")
    for platform, library in found:
        yield f"{platform}/steward.components", components.replace("@LIBRARY@", library.name).encode()
        yield f"{platform}/{library.name}", library.read_bytes()
    yield "types.rdb", arguments.types.read_bytes()
    yield from configuration.items()
    for name, content in build_dialogs.all_files():
        yield f"dialogs/{name}", content.encode()
    yield "LICENSE", (ROOT / "LICENSE").read_bytes()
    for folder, inside in ((HERE / "oxt/description", "description"), (HERE / "icons", "icons"), (HERE / "help", "help"),
                           (arguments.templates, "template")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".in":
                yield f"{inside}/{path.relative_to(folder).as_posix()}", path.read_bytes()
    for path in sorted((ROOT / "tests/vectors").glob("*.csv")):
        yield f"vectors/{path.name}", path.read_bytes()
    for language in ("en", "zh"):
        yield f"help/reference_{language}.html", (arguments.generated / f"reference_{language}.html").read_bytes()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--version", "--platform", "--more-libraries"):
        parser.add_argument(name)
    for name in ("--library", "--types", "--generated", "--templates"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("oxt", type=pathlib.Path)
    arguments = parser.parse_args()
    with zipfile.ZipFile(arguments.oxt, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in contents(arguments):
            package.writestr(zipfile.ZipInfo(name, DATE), data, zipfile.ZIP_DEFLATED)


main()
