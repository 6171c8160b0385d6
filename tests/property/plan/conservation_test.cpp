#include <gtest/gtest.h>

#include <random>

#include "../../unit/plan/rule_desk.hpp"

// Over any sequence of postings, transfers, cancellations and carry-forwards through the commands: no budget is made and
// none is lost, and what is kept is what plain addition over the ledger gives.
namespace steward::plan {
namespace {

using tables::LedgerColumn;

const char* const lines[] = {"Sales / Travel", "Sales / Advertising", "IT / Licences"};
const double originals[] = {1200, 2400, 12000};

// Sums of the Ledger sheet by line and stage, in cents, without any of the code under test.
std::map<std::pair<std::string, std::string>, long long> ledger_sums(PaperOffice& book) {
  std::map<std::pair<std::string, std::string>, long long> sums;
  const tables::Layout layout(tables::ledger, 2);
  const auto area = book.table("steward_ledger");
  for (int row = area.top + 1; row < area.bottom; ++row) {
    const auto text = [&](std::size_t place) {
      const Content cell = book.cell("Ledger", row, static_cast<int>(place));
      const auto* found = std::get_if<std::string>(&cell);
      return found ? *found : std::string();
    };
    const Content amount = book.cell("Ledger", row, static_cast<int>(layout.place(LedgerColumn::amount)));
    const auto dimension = layout.place(LedgerColumn::dimensions);
    sums[{text(dimension) + " / " + text(dimension + 1), text(layout.place(LedgerColumn::stage))}] += std::llround(std::get<double>(amount) * 100);
  }
  return sums;
}

class Life : public testing::TestWithParam<unsigned> {
 protected:
  std::mt19937 random{GetParam()};
  PaperOffice book = ruled_office();
  std::vector<std::string> documents;
  int number = 0;
  std::map<std::string, double> awaiting;  ///< by line, of transfers that nobody has decided

  int pick(int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); }
  double amount() { return pick(60000) / 100.0; }
  std::string line() { return lines[pick(3)]; }
  std::string day() { return "2025-0" + std::to_string(1 + pick(9)) + "-1" + std::to_string(pick(10)); }

  void post() {
    const std::string name = line(), document = "D" + std::to_string(++number);
    const auto unit = name.substr(0, name.find(" / ")), account = name.substr(name.find(" / ") + 3);
    const std::string stage = pick(3) == 0 ? "commitment" : "actual";
    const std::string reference = !documents.empty() && pick(2) ? documents[static_cast<std::size_t>(pick(static_cast<int>(documents.size())))] : "";
    const double value = !reference.empty() && pick(3) == 0 ? -amount() / 4 : amount();
    const auto given = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "final"_s, "Department"_s, "Account"_s},
                             {day(), document, stage, std::round(value * 100) / 100, reference, pick(6) == 0 ? 1.0 : 0.0, unit, account}});
    if (text_of(cell_of(book.run("post", {{"rows", given}, {"mode", "post"_s}}).answer, 1, "verdict")) != "Stop") documents.push_back(document);
  }

  void transfer() {
    const std::string from = line(), to = line();
    const double value = 1 + amount();
    const Options asked{{"line", from}, {"to", to}, {"amount", value}, {"period", day()}, {"toPeriod", day()}};
    if (book.plan("transfer", asked, person("Ann Lee")).has_error()) return;
    const auto id = text_of(cell_of(book.run("transfer", asked, person("Ann Lee")).answer, 1, "value"));
    const char* const decisions[] = {"approve", "reject", "return", ""};
    const std::string decision = decisions[pick(4)];
    const Options decided{{"request", id}, {"decision", decision}};
    if (decision.empty() || book.plan("decide", decided, person("Head")).has_error()) awaiting[from] += value;
    else book.run("decide", decided, person("Head"));
  }

  void expect_conserved() {
    auto sums = ledger_sums(book);
    double revised_of_all = 0;
    for (int i = 0; i < 3; ++i) {
      const auto of = [&](const char* stage) { return static_cast<double>(sums[{lines[i], stage}]) / 100; };
      const double revised = originals[i] + of("transfer-in") - of("transfer-out");
      const double available = revised - of("precommitment") - of("commitment") - of("actual") - awaiting[lines[i]];
      EXPECT_NEAR(figure(book, lines[i], "revised"), revised, 1e-6) << lines[i];
      EXPECT_NEAR(figure(book, lines[i], "available"), available, 1e-6) << lines[i];
      EXPECT_GE(of("commitment"), 0) << "never more is released than is outstanding";
      revised_of_all += revised;
    }
    EXPECT_NEAR(revised_of_all, 15600, 1e-6) << "a transfer neither makes nor loses budget";
  }
};

TEST_P(Life, OfABudgetConservesMoney) {
  for (int step = 0; step < 40; ++step) pick(3) ? post() : transfer();
  expect_conserved();
  EXPECT_EQ(all_text(book.run("verifyLog").answer).find("difference"), std::string::npos);
}

// What a year hands on and what lapses are what was left, and the next year receives exactly what was handed on.
TEST_P(Life, OfTheNextYearBeginsWithWhatWasHandedOn) {
  for (int step = 0; step < 25; ++step) pick(4) ? post() : transfer();
  for (const auto& asked : {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12"})
    if (const Options away{{"request", std::string(asked)}, {"decision", "reject"_s}}; !book.plan("decide", away, person("Head")).has_error())
      book.run("decide", away, person("Head"));
  auto sums = ledger_sums(book);
  double left = 0, ordered = 0;
  for (int i = 0; i < 3; ++i) {
    const auto of = [&](const char* stage) { return static_cast<double>(sums[{lines[i], stage}]) / 100; };
    left += std::max(0.0, originals[i] + of("transfer-in") - of("transfer-out") - of("precommitment") - of("commitment") - of("actual"));
    ordered += of("commitment");
  }
  const auto planned = book.plan("closeYear", {{"policy", "surplus"_s}}, person("Ann Lee"));
  ASSERT_FALSE(planned.has_error());
  double budget = 0, commitments = 0;
  const Table& handed = planned.value().answer;
  for (std::size_t row = 1; row < handed.rows(); ++row) {
    const double value = std::get<double>(cell_of(handed, row, "amount"));
    (cell_of(handed, row, "stage") == Value("commitment"_s) ? commitments : budget) += value;
  }
  EXPECT_NEAR(commitments, ordered, 1e-6);
  EXPECT_NEAR(budget, left + ordered, 1e-6) << "an order moves with its budget";
}

INSTANTIATE_TEST_SUITE_P(Seeds, Life, testing::Range(1U, 13U));

}  // namespace
}  // namespace steward::plan
