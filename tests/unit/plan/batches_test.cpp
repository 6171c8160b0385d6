#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "plan/course.hpp"
#include "rule_desk.hpp"

// Many postings at once: their rows are made by a second thread, and must be those that one thread makes.
namespace steward::plan {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr int rounds = 1300;

const std::vector<Value> header{"date"_s, "document"_s, "stage"_s, "reference"_s, "amount"_s, "Department"_s, "Account"_s};

// An order for 2, an invoice over 1.50 of it, and two invoices of their own; half way a document that no budget covers.
std::vector<std::vector<Value>> many_rows() {
  std::vector<std::vector<Value>> result;
  for (int i = 0; i < rounds; ++i) {
    const std::string number = std::to_string(i), order = "PO-" + number;
    result.push_back({"2025-02-10"_s, order, "commitment"_s, ""_s, 2.0, "IT"_s, "Licences"_s});
    result.push_back({"2025-03-10"_s, "INV-" + number, "actual"_s, order, 1.5, "IT"_s, "Licences"_s});
    result.push_back({"2025-02-11"_s, "T-" + number, "actual"_s, ""_s, 0.1, "Sales"_s, "Travel"_s});
    result.push_back({"2025-03-11"_s, "A-" + number, "actual"_s, ""_s, 0.5, "Sales"_s, "Advertising"_s});
    if (i != rounds / 2) continue;
    result.push_back({"2025-03-12"_s, "BIG"_s, "actual"_s, ""_s, 1.0, "Sales"_s, "Travel"_s});
    result.push_back({"2025-03-12"_s, "BIG"_s, "actual"_s, ""_s, 90000.0, "Sales"_s, "Travel"_s});
  }
  return result;
}

Table part(const std::vector<std::vector<Value>>& all, std::size_t first, std::size_t count) {
  Table table;
  table.append(header);
  for (std::size_t i = first; i < std::min(all.size(), first + count); ++i) table.append(all[i]);
  return table;
}

// Every answer but the number of its row.
std::vector<Value> post_in_pieces(PaperOffice& office, std::size_t piece) {
  const auto all = many_rows();
  std::vector<Value> answers;
  for (std::size_t first = 0; first < all.size(); first += piece) {
    const auto answer = office.run("post", {{"rows", part(all, first, piece)}, {"mode", "post-allowed"_s}}).answer;
    for (std::size_t row = 1; row < answer.rows(); ++row)
      for (std::size_t column = 1; column < answer.columns(); ++column) answers.push_back(answer.at(row, column));
  }
  return answers;
}

std::vector<Content> ledger_of(PaperOffice& office) {
  const auto area = office.table("steward_ledger");
  std::vector<Content> cells;
  for (int row = area.top; row <= area.bottom; ++row)
    for (int column = area.left; column <= area.right; ++column) cells.push_back(office.cell(office.sheet_of("steward_ledger"), row, column));
  return cells;
}

TEST(Batches, AreTheSameLedgerAsSmallPieces) {
  auto whole = ruled_office(), pieces = ruled_office();
  // Documents of two rows are never torn: the stopped one begins at an even row.
  const auto answers = post_in_pieces(whole, 10'000);
  EXPECT_EQ(answers, post_in_pieces(pieces, 900));
  EXPECT_EQ(std::ranges::count(answers, Value("Stop"_s)), 2);
  // 5,200 rows, and 1,300 that release what is invoiced of an order.
  EXPECT_EQ(whole.table("steward_ledger").bottom - whole.table("steward_ledger").top - 1, 5 * rounds);
  EXPECT_TRUE(ledger_of(whole) == ledger_of(pieces));
  for (auto* office : {&whole, &pieces}) {
    EXPECT_THAT(office->run("postings", {{"line", "L001"_s}}).message, HasSubstr("Actual 130.00."));
    EXPECT_THAT(office->run("postings", {{"line", "L002"_s}}).message, HasSubstr("Actual 650.00."));
    EXPECT_THAT(office->run("postings", {{"line", "L003"_s}}).message, HasSubstr("Commitment 650.00, Actual 1,950.00."));
    EXPECT_THAT(all_text(office->run("verifyLog").answer), Not(HasSubstr("difference")));
  }
  whole.cell(whole.sheet_of("steward_ledger"), 3000, 4) = "touched"_s;
  EXPECT_THAT(all_text(whole.run("verifyLog").answer), HasSubstr("difference"));
}

// The rows in work at that moment still look at what the posting keeps: a sanitizer sees it when they look too late.
TEST(Batches, ACancelledPostingWaitsForTheRowsInWork) {
  auto office = ruled_office();
  const auto book = office.snapshot();
  bool was_cancelled = false;
  for (int attempt = 0; attempt < 50 && !was_cancelled; ++attempt) {
    Course course;
    std::jthread other([&](std::stop_token stop) {
      while (course.share() < 0.21 && !stop.stop_requested()) std::this_thread::yield();
      course.cancel();
    });
    was_cancelled = plan("post", {book, {{"rows", part(many_rows(), 0, 10'000)}, {"mode", "post-allowed"_s}},
                                  PaperOffice::circumstances(), &course}).has_error();
  }
  EXPECT_TRUE(was_cancelled);
}

}  // namespace
}  // namespace steward::plan
