#include <gtest/gtest.h>

#include <random>

#include "../../unit/plan/rule_desk.hpp"
#include "audit/hash.hpp"
#include "numeral.hpp"

// "Flip any byte of any logged cell, delete, insert, swap or truncate rows: found, every time, given the seal", also by
// somebody who computes all hashes anew.
namespace steward::plan {
namespace {

using Sheet = std::vector<std::vector<Content>>;

// A life of some length: orders, invoices, a transfer, a closed period.
PaperOffice lived() {
  auto book = ruled_office();
  const auto row = [](const std::string& document, const std::string& stage, double amount, const std::string& reference) {
    return rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "counterparty"_s, "Department"_s, "Account"_s},
                 {"2025-02-10"_s, document, stage, amount, reference, "Müller & 子公司"_s, "Sales"_s, "Travel"_s}});
  };
  for (const auto& rows : {row("PO-1", "commitment", 300, ""), row("INV-1", "actual", 120.55, "PO-1"), row("INV-2", "actual", 10, "")})
    book.run("post", {{"rows", rows}, {"mode", "post"_s}});
  book.run("transfer", {{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 100.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  book.run("rollForward", {{"reason", "month-end"_s}});
  return book;
}

Sheet read(PaperOffice& book, const std::string& table, const std::string& sheet) {
  const auto area = book.table(table);
  Sheet rows;
  for (int row = area.top + 1; row < area.bottom; ++row) {
    auto& cells = rows.emplace_back();
    for (int column = area.left; column <= area.right; ++column) cells.push_back(book.cell(sheet, row, column));
  }
  return rows;
}

void write(PaperOffice& book, const std::string& table, const std::string& sheet, const Sheet& rows) {
  auto area = book.table(table);
  for (int row = area.top + 1; row <= area.bottom; ++row)
    for (int column = area.left; column <= area.right; ++column) book.cell(sheet, row, column) = Blank{};
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      book.cell(sheet, area.top + 1 + static_cast<int>(row), area.left + static_cast<int>(column)) = rows[row][column];
  area.bottom = area.top + 1 + static_cast<int>(rows.size());
  book.cell(sheet, area.bottom, area.left) = std::string(tables::end_mark);
  book.carry_out(NameTable{table, sheet, area.top, area.left, area.bottom, area.right});
}

class Tamper {
 public:
  explicit Tamper(unsigned seed) : random_(seed) {}

  int pick(std::size_t most) { return static_cast<int>(random_() % most); }

  // Another byte in a text, another digit in a number, something in a blank.
  Content flipped(const Content& cell) {
    if (const auto* text = std::get_if<std::string>(&cell); text && !text->empty()) {
      std::string other = *text;
      other[static_cast<std::size_t>(pick(other.size()))] ^= static_cast<char>(1 << pick(8));
      return other;
    }
    if (const auto* number = std::get_if<double>(&cell)) return *number + (pick(2) ? 1.0 : 0.01);
    if (const auto* day = std::get_if<Date>(&cell)) return *day + std::chrono::days(1 + pick(3));
    return std::string("x");
  }

  // One mutation of the rows up to the sealed one, the last. Rows of a ledger may be sorted, so `swaps` are for the log.
  std::string touch(Sheet& rows, bool swaps = true) {
    const std::size_t at = static_cast<std::size_t>(pick(rows.size()));
    switch (pick(swaps ? 5 : 4)) {
      case 0: {
        auto& cell = rows[at][static_cast<std::size_t>(pick(rows[at].size()))];
        cell = flipped(cell);
        return "flip in row " + std::to_string(at);
      }
      case 1:
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
        return "delete " + std::to_string(at);
      case 2: {
        const auto row = rows[static_cast<std::size_t>(pick(rows.size()))];
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), row);
        return "insert before " + std::to_string(at);
      }
      case 3:
        rows.resize(at);
        return "truncate to " + std::to_string(at);
      default: {
        const auto other = (at + 1 + static_cast<std::size_t>(pick(rows.size() - 1))) % rows.size();
        std::swap(rows[at], rows[other]);
        return "swap " + std::to_string(at) + " and " + std::to_string(other);
      }
    }
  }

 private:
  std::mt19937 random_;
};

void rehash(Sheet& rows) {
  std::string hash;
  for (auto& row : rows) {
    Table cells(1, row.size() - 1);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&row[i])) cells.at(0, i) = *text;
      if (const auto* number = std::get_if<double>(&row[i])) cells.at(0, i) = *number;
    }
    hash = audit::chain(hash, cells);
    row.back() = hash;
  }
}

bool is_proven(PaperOffice& book, const std::string& seal) {
  const auto planned = book.plan("verifyLog", {{"seal", seal}});
  if (planned.has_error()) return false;
  return planned.value().message == "The log is whole and continues the seal." && all_text(planned.value().answer).find("difference") == std::string::npos;
}

class Tampering : public testing::TestWithParam<unsigned> {};

TEST_P(Tampering, WithTheLogIsFoundGivenTheSeal) {
  static const PaperOffice whole = lived();
  PaperOffice first = whole;
  const std::string seal = text_of(cell_of(first.run("seal").answer, 1, "value"));
  ASSERT_TRUE(is_proven(first, seal));
  Tamper tamper(GetParam());
  for (int round = 0; round < 60; ++round) {
    PaperOffice book = whole;
    Sheet rows = read(book, "steward_log", "Log");
    const Sheet before = rows;
    const std::string what = tamper.touch(rows);
    if (round % 2) rehash(rows);
    if (rows == before) continue;  // a hash that was flipped and computed anew
    write(book, "steward_log", "Log", rows);
    EXPECT_FALSE(is_proven(book, seal)) << what << (round % 2 ? ", rehashed" : "");
  }
}

TEST_P(Tampering, WithTheLedgerIsFound) {
  static const PaperOffice whole = lived();
  PaperOffice first = whole;
  const std::string seal = text_of(cell_of(first.run("seal").answer, 1, "value"));
  Tamper tamper(GetParam());
  for (int round = 0; round < 40; ++round) {
    PaperOffice book = whole;
    Sheet rows = read(book, "steward_ledger", "Ledger");
    const std::string what = tamper.touch(rows, false);
    write(book, "steward_ledger", "Ledger", rows);
    EXPECT_FALSE(is_proven(book, seal)) << what;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Tampering, testing::Range(1U, 6U));

}  // namespace
}  // namespace steward::plan
