"""The installed extension in a headless LibreOffice, one for each test file."""
import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from office import Office, programs  # noqa: E402
from people import People  # noqa: E402

BUILD = pathlib.Path(os.environ.get("STEWARD_BUILD", ROOT / "build/dev"))


@pytest.fixture(scope="module", params=programs())
def office(request):
    with Office(request.param).install(BUILD / "steward.oxt") as running:
        yield running


@pytest.fixture
def document(office):
    document = office.new()
    yield document
    office.close(document)


@pytest.fixture
def people(office):
    """`people("Head")` makes that person the user of the office; it begins with Ann Lee."""
    people = People(office)
    people("Ann Lee")
    return people
