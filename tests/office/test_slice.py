"""A workbook under control, from set-up to removal, by commands in a headless office."""
import pytest
from controlled import Commands, Refused, column, table
from workbooks import LINES, YEAR, contents, fill_monthly

TRAVEL, TRAINING, SUPPLIES = (name for _, name, _ in LINES)
HEADER = ("date", "document", "stage", "amount", "reference", "Code", "Account")


@pytest.fixture
def book(document):
    fill_monthly(document.getSheets().getByIndex(0))
    return document


@pytest.fixture
def run(office, book):
    command = Commands(office, book)
    command("setUp", basis="year")
    return command


def posting(document, amount, account, day="2026-02-10", stage="actual", reference=""):
    code = next(code for code, name, _ in LINES if name == account)
    return (day, document, stage, amount, reference, code, account)


def post(run, *postings, mode="post"):
    answer = run("post", rows=(HEADER, *postings), mode=mode)
    return [dict(zip(answer[0], row)) for row in answer[1:]]


def figures(book, account):
    rows = table(book, "control")
    row = next(row for row in rows[1:] if account in row)
    return {name: row[column(rows, name)] for name in
            ("Original budget", "Revised budget", "Committed", "Actual", "Available", "Status")}


def test_set_up_leaves_the_users_sheet_as_it_was(office, book):
    sheet = book.getSheets().getByIndex(0)
    before = contents(sheet)
    Commands(office, book)("setUp")
    assert contents(sheet) == before
    assert book.getSheets().getByIndex(0).getName() == sheet.getName()


def test_control_shows_the_approved_budget(run, book):
    rows = table(book, "control")
    originals = [row[column(rows, "Original budget")] for row in rows[1:]]
    assert len(originals) == len(LINES)
    assert sum(originals) == YEAR
    assert figures(book, TRAVEL)["Available"] == 1200


def test_a_posting_within_budget_is_written_and_counted(run, book):
    verdicts = post(run, posting("INV-1", 450.25, TRAVEL))
    assert [verdict["verdict"] for verdict in verdicts] == ["Allow"]
    after = figures(book, TRAVEL)
    assert (after["Actual"], after["Available"]) == (450.25, 749.75)


def test_exactly_the_budget_passes_and_a_cent_more_is_stopped(run, book):
    assert post(run, posting("A", 1200.00, TRAVEL), mode="check")[0]["verdict"] == "Allow"
    stopped = post(run, posting("B", 1200.01, TRAVEL), mode="check")[0]
    assert stopped["verdict"] == "Stop"
    assert stopped["excess"] == pytest.approx(0.01)
    assert len(table(book, "ledger")) == 1


def test_mode_post_writes_nothing_when_one_document_is_stopped(run, book):
    verdicts = post(run, posting("OK", 10.0, TRAVEL), posting("OVER", 601.0, TRAINING))
    assert [verdict["verdict"] for verdict in verdicts] == ["Allow", "Stop"]
    assert len(table(book, "ledger")) == 1
    assert figures(book, TRAVEL)["Actual"] == 0


def test_post_allowed_takes_whole_documents_in_their_order(run, book):
    verdicts = post(run, posting("A", 260.0, SUPPLIES), posting("B", 30.0, SUPPLIES), posting("B", 30.0, SUPPLIES),
                    posting("C", 40.0, SUPPLIES), mode="post-allowed")
    assert [verdict["verdict"] for verdict in verdicts] == ["Allow", "Stop", "Stop", "Allow"]
    assert figures(book, SUPPLIES)["Actual"] == 300


def test_an_invoice_releases_the_order_it_refers_to(run, book):
    post(run, posting("PO-1", 300.0, TRAVEL, stage="commitment"))
    assert figures(book, TRAVEL)["Committed"] == 300
    post(run, posting("INV-1", 100.0, TRAVEL, reference="PO-1"))
    after = figures(book, TRAVEL)
    assert (after["Committed"], after["Actual"], after["Available"]) == (200, 100, 900)


def test_the_same_rows_post_once(run, book):
    taxi = [posting("EXP", 12.0, TRAVEL), posting("EXP", 12.0, TRAVEL)]
    post(run, *taxi)
    assert figures(book, TRAVEL)["Actual"] == 24
    post(run, *taxi)
    assert figures(book, TRAVEL)["Actual"] == 24


def test_text_that_looks_like_a_formula_is_data(run, book):
    answer = run("post", rows=((*HEADER, "memo"), (*posting("INV-9", 5.0, TRAVEL), "=1+1")), mode="post")
    assert answer[1][answer[0].index("verdict")] == "Allow"
    rows = table(book, "ledger")
    assert "=1+1" in rows[1]


def test_what_controls_is_the_approved_version_not_the_overtyped_cell(run, book):
    book.getSheets().getByIndex(0).getCellRangeByName("C4").setValue(1100.0)
    assert post(run, posting("INV", 1500.0, TRAVEL))[0]["verdict"] == "Stop"
    findings = run("check")
    assert any("1,000.00" in str(cell) for row in findings[1:] for cell in row)


def test_figures_and_log_survive_saving(office, run, book, tmp_path):
    post(run, posting("INV-1", 450.25, TRAVEL), posting("PO-2", 99.99, TRAINING, stage="commitment"))
    before = table(book, "control")
    path = tmp_path / "controlled.ods"
    office.store(book, path, "calc8")
    reopened = office.open(path)
    try:
        reopened.calculateAll()
        assert table(reopened, "control") == before
        assert verified(Commands(office, reopened))
    finally:
        office.close(reopened)


def verified(run):
    answer = run("verifyLog")
    return next(row[1] for row in answer[1:] if row[0] == "broken row") == 0


def test_a_changed_log_is_found(run, book):
    post(run, posting("INV-1", 450.25, TRAVEL))
    assert verified(run)
    area = book.DatabaseRanges.getByName("steward_log").getDataArea()
    sheet = book.getSheets().getByIndex(area.Sheet)
    sheet.getCellByPosition(area.StartColumn + 8, area.StartRow + 1).setString("nothing happened")
    assert not verified(run)


def test_the_report_foots(run, book):
    post(run, posting("INV-1", 450.25, TRAVEL))
    answer = run("report")
    budget, actual = answer[0].index("budget"), answer[0].index("actual")
    *lines, total = answer[1:]
    assert len(lines) == len(LINES) and total[0].startswith("Total")
    assert sum(row[budget] for row in lines) == total[budget] == YEAR
    assert total[actual] == 450.25


def test_the_report_sheet_shows_the_same_figures_by_formula(run, book):
    post(run, posting("INV-1", 450.25, TRAVEL))
    answer = run("report")
    sheet = book.getSheets().getByIndex(book.getSheets().getCount() - 1)
    shown = [value for row in sheet.getCellRangeByName("A1:Z60").getDataArray() for value in row]
    assert answer[-1][answer[0].index("available")] in shown
    assert any(text.startswith("=") for row in contents(sheet) for text in row)


def test_the_report_is_written_as_pdf(office, run, tmp_path):
    target = tmp_path / "report.pdf"
    run("report", url=target.as_uri())
    assert target.read_bytes().startswith(b"%PDF")


def test_removal_keeps_ledger_and_log_as_values(run, book):
    post(run, posting("INV-1", 450.25, TRAVEL))
    run("removeControl")
    names = book.getSheets().getElementNames()
    assert "Ledger" in names and "Log" in names and "Control" not in names
    assert not any(name.startswith("steward_") for name in book.DatabaseRanges.getElementNames())
    with pytest.raises(Refused):
        run("check")


def test_export_with_values_has_no_formulas_of_ours(office, run, book, tmp_path):
    post(run, posting("INV-1", 450.25, TRAVEL))
    target = tmp_path / "values.xlsx"
    run("exportValues", url=target.as_uri())
    copy = office.open(target)
    try:
        cells = [text for row in contents(copy.getSheets().getByName("Control")) for text in row]
        assert "450.25" in cells
        assert not any(text.startswith("=") for text in cells)
    finally:
        office.close(copy)


def test_set_up_twice_is_refused(run):
    with pytest.raises(Refused):
        run("setUp")


def test_a_posting_may_name_only_the_dimensions_that_tell_its_line(run, book):
    rows = (("date", "document", "stage", "amount", "Code"), ("2026-02-10", "INV-1", "actual", 30.0, "4200"))
    answer = run("post", rows=rows, mode="post")
    assert answer[1][answer[0].index("verdict")] == "Allow"
    assert figures(book, TRAINING)["Actual"] == 30
