#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"
#include "plan/board.hpp"
#include "plan/drill.hpp"
#include "tables/layout.hpp"

// What stands behind a figure.
namespace steward::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Table rows(std::vector<std::vector<Value>> cells) {
  Table table;
  for (auto& row : cells) table.append(std::move(row));
  return table;
}

// Three lines under control; the first two get postings in February and March, one an order and its invoice.
PaperOffice posted_office() {
  auto office = budget_office();
  office.run("setUp", {{"basis", "year"_s}});
  const auto book = office.snapshot();
  const auto board = Board::read(book, Language::english).value();
  std::vector<Value> header{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s};
  for (const auto& name : board.dimensions()) header.emplace_back(name);
  Table table;
  table.append(header);
  const auto add = [&](int line, std::string day, std::string document, std::string stage, double amount, std::string reference) {
    std::vector<Value> row{std::move(day), std::move(document), std::move(stage), amount, std::move(reference)};
    for (const auto& part : board.lines()[static_cast<std::size_t>(line)].key) row.emplace_back(part);
    table.append(std::move(row));
  };
  add(0, "2025-02-03", "PO-1", "commitment", 60, "");
  add(0, "2025-03-04", "INV-1", "actual", 40, "PO-1");
  add(1, "2025-03-05", "INV-2", "actual", 7.5, "");
  office.run("post", {{"rows", table}, {"mode", "post"_s}});
  return office;
}

std::vector<std::string> column(const Table& answer, std::string_view name) {
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < answer.columns(); ++at) {
    if (answer.at(0, at) != Value(std::string(name))) continue;
    for (std::size_t row = 1; row < answer.rows(); ++row)
      if (const auto* text = std::get_if<std::string>(&answer.at(row, at))) texts.push_back(*text);
  }
  return texts;
}

std::string control_cell(PaperOffice& office, int line, tables::ControlColumn wanted) {
  const auto book = office.snapshot();
  const auto area = book.table("steward_control")->area;
  const tables::Layout layout(tables::control, Board::read(book, Language::english).value().dimensions().size());
  return workbook::address(book, workbook::Position{area.sheet, area.top + 1 + line, area.left + static_cast<int>(layout.place(wanted))});
}

TEST(Postings, OfALineAreThoseThatMakeItsFiguresUp) {
  auto office = posted_office();
  const auto shown = office.run("postings", {{"line", "L001"_s}});
  ASSERT_THAT(column(shown.answer, "document"), ElementsAre("PO-1", "INV-1", "INV-1"));
  EXPECT_THAT(column(shown.answer, "stage"), ElementsAre("commitment", "actual", "commitment"));
  EXPECT_THAT(shown.message, HasSubstr("3 postings. Commitment 20.00, Actual 40.00."));
  EXPECT_THAT(column(shown.answer, "cell").front(), HasSubstr("$Ledger.$A$"));
}

TEST(Postings, TheColumnOfControlSaysWhichStage) {
  auto office = posted_office();
  const auto shown = office.run("postings", {{"at", control_cell(office, 0, tables::ControlColumn::actual)}});
  EXPECT_THAT(column(shown.answer, "document"), ElementsAre("INV-1"));
  EXPECT_THAT(shown.message, HasSubstr("Actual 40.00."));
}

TEST(Postings, OfSomePeriodsOnly) {
  auto office = posted_office();
  // What an invoice releases of its order is released in the period of the order.
  EXPECT_THAT(column(office.run("postings", {{"period", "FY2025-P02"_s}}).answer, "document"), ElementsAre("PO-1", "INV-1"));
  EXPECT_THAT(column(office.run("postings", {{"period", "2025-03-01"_s}, {"to", "FY2025-P12"_s}, {"stage", "actual"_s}}).answer, "document"),
              ElementsAre("INV-1", "INV-2"));
}

TEST(Postings, OfALineWithoutAnySaySo) {
  auto office = posted_office();
  const auto shown = office.run("postings", {{"line", "L003"_s}});
  EXPECT_EQ(shown.answer.rows(), 1u);
  EXPECT_THAT(shown.message, HasSubstr("no postings"));
}

TEST(Postings, ACellWithoutALineIsRefused) {
  auto office = posted_office();
  const auto refusal = office.plan("postings", {{"at", "$Settings.$A$1"_s}});
  ASSERT_TRUE(refusal.has_error());
  EXPECT_THAT(filled(refusal.error().sentence, Language::english, refusal.error().blanks), HasSubstr("no budget line"));
}

TEST(Drill, ABudgetCellSpeaksOfItsLineAndMonth) {
  auto office = posted_office();
  const auto book = office.snapshot();
  const auto board = Board::read(book, Language::english).value();
  const auto source = std::ranges::find(book.names, std::string("steward_source_1"), &workbook::NamedArea::name);
  // The first line's first figure: whatever the layout of the table, its column is headed by a month.
  const auto& area = source == book.names.end() ? workbook::Area{0, 0, 0, 10, 20} : source->area;
  const auto& sheet = book.sheets[static_cast<std::size_t>(area.sheet)];
  int seen = 0;
  for (int row = area.top; row <= area.bottom; ++row) {
    for (int column = area.left; column <= area.right; ++column) {
      if (!sheet.at(row, column).is_number()) continue;
      const auto meaning = meaning_of(book, board, {area.sheet, row, column});
      if (meaning.line < 0 || meaning.first < 0) continue;
      EXPECT_EQ(meaning.first, meaning.last);
      ++seen;
    }
  }
  EXPECT_GE(seen, 3 * 12);
}

}  // namespace
}  // namespace steward::plan
