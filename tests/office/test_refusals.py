"""Input that must not be controlled: a clear message, nothing written, no crash."""
import time
import zipfile

import pytest

from controlled import Commands, Refused
from office import url, values
from workbooks import YEAR, contents, fill_monthly


def refused(run, command="setUp", **options):
    with pytest.raises(Refused) as refusal:
        run(command, **options)
    message = str(refusal.value)
    assert len(message) > 20 and "{" not in message
    return message


def test_a_workbook_without_a_table(office, document):
    before = document.getSheets().getElementNames()
    refused(Commands(office, document))
    assert document.getSheets().getElementNames() == before


def test_an_unknown_command_and_an_unknown_option(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    assert "nonsense" in refused(run, "nonsense")
    assert "colour" in refused(run, "setUp", colour="red")


def test_commands_on_a_workbook_that_is_not_controlled(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    for command in ("check", "report", "verifyLog", "removeControl"):
        refused(run, command)


def test_a_protected_structure(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    document.protect("secret")
    assert "protect" in refused(Commands(office, document))
    assert document.getSheets().getCount() == 1


def test_a_sheet_with_a_password_is_named(office, document):
    sheet = document.getSheets().getByIndex(0)
    fill_monthly(sheet)
    sheet.protect("secret")
    assert sheet.getName() in refused(Commands(office, document))
    assert sheet.isProtected() and document.getSheets().getCount() == 1


def test_a_sheet_protected_without_a_password_is_no_obstacle(office, document):
    sheet = document.getSheets().getByIndex(0)
    fill_monthly(sheet)
    sheet.protect("")
    Commands(office, document)("setUp")
    assert sheet.isProtected()


def test_xlsx_needs_an_address_for_its_ods(office, document, tmp_path):
    fill_monthly(document.getSheets().getByIndex(0))
    path = tmp_path / "budget.xlsx"
    office.store(document, path, "Calc MS Excel 2007 XML")
    opened = office.open(path)
    try:
        run = Commands(office, opened)
        assert ".ods" in refused(run)
        assert opened.getSheets().getCount() == 1
        run("setUp", url=url(tmp_path / "budget.ods"))
        assert (tmp_path / "budget.ods").exists() and path.exists()
    finally:
        office.close(opened)


def test_a_read_only_workbook(office, document, tmp_path):
    fill_monthly(document.getSheets().getByIndex(0))
    path = tmp_path / "budget.ods"
    office.store(document, path, "calc8")
    opened = office.open(path, ReadOnly=True)
    try:
        assert "read-only" in refused(Commands(office, opened))
    finally:
        office.close(opened)


def test_a_read_only_workbook_is_refused_with_a_url_too(office, document, tmp_path):
    fill_monthly(document.getSheets().getByIndex(0))
    path, target = tmp_path / "budget.xlsx", tmp_path / "controlled.ods"
    office.store(document, path, "Calc MS Excel 2007 XML")
    opened = office.open(path, ReadOnly=True)
    try:
        assert "read-only" in refused(Commands(office, opened), url=target.as_uri())
        assert not target.exists() and opened.Sheets.Count == 1
    finally:
        office.close(opened)


def test_rows_without_headers_post_nothing(office, document):
    fill_monthly(document.getSheets().getByIndex(0))
    run = Commands(office, document)
    run("setUp")
    refused(run, "post", rows=(("2026-01-01", 12.0),), mode="post")


def test_an_encrypted_workbook_stays_encrypted(office, document, tmp_path):
    fill_monthly(document.getSheets().getByIndex(0))
    path = tmp_path / "secret.ods"
    document.storeToURL(url(path), values(FilterName="calc8", Password="secret"))
    opened = office.open(path, Password="secret")
    try:
        run = Commands(office, opened)
        run("setUp")
        opened.store()
    finally:
        office.close(opened)
    with zipfile.ZipFile(path) as package:
        assert b"encryption-data" in package.read("META-INF/manifest.xml")


def test_external_links_are_read_as_they_show(office, document, tmp_path):
    other = office.new()
    other.getSheets().getByIndex(0).getCellByPosition(0, 0).setValue(100.0)
    office.store(other, tmp_path / "other.ods", "calc8")
    office.close(other)
    sheet = document.getSheets().getByIndex(0)
    fill_monthly(sheet)
    sheet.getCellByPosition(2, 3).setFormula(f"='{url(tmp_path / 'other.ods')}'#$Sheet1.A1")
    answer = Commands(office, document)("detect")
    total = answer[0].index("total")
    assert any(row[total] == YEAR for row in answer[1:])


def test_a_million_rows_without_a_budget(office, document):
    sheet = document.getSheets().getByIndex(0)
    sheet.getCellByPosition(0, 0).setString("note")
    sheet.getCellRangeByPosition(0, 0, 1, 1_000_000 - 1).fillAuto(0, 1)
    start = time.monotonic()
    refused(Commands(office, document))
    assert document.getSheets().getCount() == 1
    assert time.monotonic() - start < 120
