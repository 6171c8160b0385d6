"""The installed extension in a real window on a virtual display, one for each test file, in English or Chinese."""
import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from office import programs  # noqa: E402
from window import Display, Window  # noqa: E402

BUILD = pathlib.Path(os.environ.get("STEWARD_BUILD", ROOT / "build/dev"))


@pytest.fixture(scope="session")
def display():
    with Display() as screen:
        yield screen


@pytest.fixture(scope="module")
def office(display):
    with Window(display, programs()[0]).install(BUILD / "steward.oxt") as running:
        yield running


@pytest.fixture
def document(office):
    document = office.show()
    yield document
    while office.dialog() is not None:
        office.key("Escape")
        office.settle()
    office.finish_commands()
    document.close(True)
