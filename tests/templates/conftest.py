"""The templates, built once, and one office for all of their tests."""

import pathlib
import subprocess
import sys

import pytest
from office import Office, programs

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "sheets-templates"
LANGUAGES = ("en-US", "zh-CN")


def template_names():
    return sorted(path.parent.name for path in SOURCE.glob("*/template.yaml"))


def build(output, *arguments):
    subprocess.run([sys.executable, "-B", str(SOURCE / "build_templates.py"), "--output", str(output), *arguments], check=True)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("template")
    build(folder)
    return folder


@pytest.fixture(scope="session", params=programs())
def office(request):
    with Office(request.param) as started:
        yield started


@pytest.fixture(params=[(name, language) for name in template_names() for language in LANGUAGES],
                ids=lambda pair: f"{pair[0]}-{pair[1]}")
def template(request, built):
    """(name, language, path of the built template)"""
    name, language = request.param
    return name, language, built / language / "budget" / f"{name}.ots"


@pytest.fixture
def opened(office, template):
    """The template, opened as a new document, as it stands: nobody presses Recalculate."""
    document = office.open(template[2])
    yield document
    office.close(document)
