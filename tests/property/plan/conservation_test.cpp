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

// The rows as they lie in the next year's workbook: the same lines, nothing approved but the same budget again.
PaperOffice next_year(const Table& handed, double budget) {
  auto book = budget_office();
  for (int month = 0; month < 12; ++month) {
    const auto header = std::get<std::string>(book.cell("Budget", 1, 2 + month));
    book.cell("Budget", 1, 2 + month) = header.substr(0, 4) + "2026";
  }
  book.cell("Budget", 0, 0) = "Operating budget 2026"_s;
  book.run("setUp", {{"basis", "year"_s}});
  AppendRows grant{"steward_authorities", {}};
  grant.rows.append({"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s});
  book.carry_out(grant);
  book.run("request", {{"type", "carry"_s}, {"amount", budget}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  book.run("carry", {{"rows", handed}, {"request", "R1"_s}});
  return book;
}

double sum_of(const Table& rows, const std::string& stage) {
  double sum = 0;
  for (std::size_t row = 1; row < rows.rows(); ++row)
    if (cell_of(rows, row, "stage") == Value(stage)) sum += std::get<double>(cell_of(rows, row, "amount"));
  return sum;
}

// What a year hands on and what lapses are what was left; the next year receives exactly what was handed on, and loses it
// again with each order that is cancelled.
TEST_P(Life, OfTheNextYearBeginsWithWhatWasHandedOn) {
  for (int step = 0; step < 25; ++step) pick(4) ? post() : transfer();
  for (const auto& asked : {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12"})
    if (const Options away{{"request", std::string(asked)}, {"decision", "reject"_s}}; !book.plan("decide", away, person("Head")).has_error())
      book.run("decide", away, person("Head"));
  auto sums = ledger_sums(book);
  double left = 0, ordered = 0, revised = 0;
  for (int i = 0; i < 3; ++i) {
    const auto of = [&](const char* stage) { return static_cast<double>(sums[{lines[i], stage}]) / 100; };
    const double own = originals[i] + of("transfer-in") - of("transfer-out");
    left += std::max(0.0, own - of("precommitment") - of("commitment") - of("actual"));
    ordered += of("commitment");
    revised += own;
  }
  const char* const policies[] = {"surplus", "none", "capped", "lapse"};
  const std::string policy = policies[GetParam() % 4];
  Options terms{{"policy", policy}};
  if (policy == "capped") terms["cap"] = 0.1;
  if (policy == "lapse") terms["floor"] = 500.0;
  const Table handed = book.run("closeYear", terms, person("Ann Lee")).answer;
  const double budget = sum_of(handed, "carry-forward"), commitments = sum_of(handed, "commitment");
  EXPECT_NEAR(commitments, ordered, 1e-6);
  if (policy == "surplus") {
    EXPECT_NEAR(budget, left + ordered, 1e-6) << "an order moves with its budget";
  } else if (policy == "none") {
    EXPECT_NEAR(budget, ordered, 1e-6);
  } else if (policy == "capped") {
    EXPECT_LE(budget, revised * 0.1 + ordered + 1e-6);
  }
  EXPECT_LE(budget, left + ordered + 1e-6);
  if (handed.rows() == 1) return;
  auto next = next_year(handed, budget);
  double received = 0, owed = 0;
  for (int i = 0; i < 3; ++i) {
    received += figure(next, lines[i], "revised") - originals[i];
    owed += figure(next, lines[i], "commitment");
    EXPECT_NEAR(figure(next, lines[i], "available"), figure(next, lines[i], "revised") - figure(next, lines[i], "commitment"), 1e-6);
  }
  EXPECT_NEAR(received, budget, 1e-6);
  EXPECT_NEAR(owed, ordered, 1e-6);
  for (std::size_t row = 1; row < handed.rows(); ++row) {
    if (cell_of(handed, row, "stage") != Value("commitment"_s)) continue;
    const auto away = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "final"_s, "Department"_s, "Account"_s},
                            {"2026-02-10"_s, "X" + std::to_string(row), "release"_s, 0.0, cell_of(handed, row, "document"), 1.0,
                             cell_of(handed, row, "Department"), cell_of(handed, row, "Account")}});
    next.run("post", {{"rows", away}, {"mode", "post"_s}});
  }
  double kept = 0;
  for (int i = 0; i < 3; ++i) kept += figure(next, lines[i], "revised") - originals[i];
  EXPECT_NEAR(kept, budget - ordered, 1e-6) << "a carried order that is cancelled takes its budget away again";
}

INSTANTIATE_TEST_SUITE_P(Seeds, Life, testing::Range(1U, 13U));

}  // namespace
}  // namespace steward::plan
