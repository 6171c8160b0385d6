#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/ledger_writer.hpp"
#include "rule_desk.hpp"

// What documents say of themselves: numbers that come twice, dates of their own, depreciation; and tolerances of a subtree.
namespace steward::plan {
namespace {

using tables::LedgerColumn;
using tables::RulesColumn;
using testing::HasSubstr;
using testing::Not;

Content ledger_cell(PaperOffice& book, int row, LedgerColumn column, std::size_t dimensions = 2) {
  return book.cell("Ledger", row, static_cast<int>(tables::Layout(tables::ledger, dimensions).place(column)));
}

// "A probable duplicate invoice warns": the same number, line and amount under another date, however it is spelled.
TEST(Duplicates, OfAnInvoiceWarn) {
  auto book = ruled_office();
  spend(book, 100, "Travel", "2025-03-10", "INV-1");
  for (const auto& name : {"INV-1", "INV1", "inv 1"}) {
    const auto again = book.run("post", {{"rows", invoice(100, "Travel", "2025-03-11", name)}, {"mode", "check"_s}}).answer;
    EXPECT_EQ(text_of(cell_of(again, 1, "verdict")), "Warn") << name;
    EXPECT_THAT(all_text(again), HasSubstr("with the same amount was posted before")) << name;
  }
  EXPECT_EQ(verdict_on(book, invoice(100.01, "Travel", "2025-03-11", "INV-1")), "Allow") << "another amount";
  EXPECT_EQ(verdict_on(book, invoice(100, "Advertising", "2025-03-11", "INV-1")), "Allow") << "another line";
  EXPECT_EQ(verdict_on(book, invoice(100, "Travel", "2025-03-11", "INV-2")), "Allow") << "another number";
}

// Two in one file, on two days, are two documents only if their numbers differ; of different spelling they are compared.
TEST(Duplicates, WithinOneFileWarnToo) {
  auto book = ruled_office();
  const auto both = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s},
                          {"2025-03-10"_s, "INV-7"_s, 100.0, "Sales"_s, "Travel"_s},
                          {"2025-03-11"_s, "INV7"_s, 100.0, "Sales"_s, "Travel"_s}});
  const auto answer = book.run("post", {{"rows", both}, {"mode", "check"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(answer, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(answer, 2, "verdict")), "Warn");
}

// A sheet has an end. What does not fit is not begun.
TEST(FullLedger, TakesNothingAndSaysWhatToDo) {
  auto book = ruled_office();
  spend(book, 1, "Travel", "2025-03-10", "INV-0");
  const auto snapshot = book.snapshot();
  const auto control = ControlBook::read(snapshot, Language::english);
  ASSERT_TRUE(control.has_value());
  const auto now = PaperOffice::circumstances();
  const auto end = static_cast<std::size_t>(book.table("steward_ledger").bottom) + 1;
  ledger::Posting posting;
  posting.day = date(2025, 3, 10);
  const std::vector three(3, posting);
  EXPECT_TRUE(LedgerWriter(*control.value(), now, end + 3).add(three).has_value());
  const auto full = LedgerWriter(*control.value(), now, end + 2).add(three);
  ASSERT_TRUE(full.has_error());
  EXPECT_THAT(filled(full.error().sentence, Language::english, full.error().blanks),
              HasSubstr("room for 2 more rows, and 3 are to be posted. Nothing was written. Close the year"));
}

// "late invoices go to the first open period and keep their document date".
TEST(LateInvoices, GoToTheFirstOpenPeriodAndKeepTheirDocumentDate) {
  auto book = ruled_office();
  book.run("rollForward");
  const auto late = [](const std::string& day) {
    return rows({{"date"_s, "document date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s},
                 {day, "2025-01-20"_s, "INV-9"_s, 10.0, "Sales"_s, "Travel"_s}});
  };
  const auto refused = book.run("post", {{"rows", late("2025-01-20")}, {"mode", "check"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(refused, 1, "verdict")), "Stop");
  EXPECT_THAT(all_text(refused), HasSubstr("Post it to FY2025-P02, the first open period"));
  EXPECT_EQ(verdict_on(book, late("2025-02-01"), "post"), "Allow");
  EXPECT_EQ(ledger_cell(book, 1, LedgerColumn::document_date), Content(date(2025, 1, 20)));
  EXPECT_EQ(ledger_cell(book, 1, LedgerColumn::date), Content(date(2025, 2, 1)));
  EXPECT_EQ(ledger_cell(book, 1, LedgerColumn::period), Content("FY2025-P02"_s));
}

// Offices by account with a tree: two accounts of 1,200 and 2,400 below one group.
PaperOffice group_office() {
  return account_office({{"Group", 300}, {"Travel", 100}, {"Adverts", 200}, {"Machines", 77}}, rows({{"Travel"_s, "Group"_s}, {"Adverts"_s, "Group"_s}}));
}

Table bill(double amount, const std::string& account, const std::string& document, const std::string& stage = "actual") {
  return rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Account"_s}, {"2025-03-10"_s, document, stage, amount, account}});
}

// "Tolerance: … by line or subtree": a rule on the group governs what lies below it, until a line has its own.
TEST(Tolerances, OfASubtreeHoldBelowItOnly) {
  auto book = group_office();
  const auto rule = [&](const std::string& id, const std::string& line, double share) {
    write_rule(book, id, {{RulesColumn::line, line}, {RulesColumn::stage, "*"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "stop"_s},
                          {RulesColumn::unbudgeted, "stop"_s}, {RulesColumn::tolerance_pct, share}});
    adopt(book);
  };
  rule("R2", "L001", 0.1);
  EXPECT_EQ(verdict_on(book, bill(1320, "Travel", "D1")), "Allow") << "the rule of the group";
  EXPECT_EQ(verdict_on(book, bill(1320.01, "Travel", "D1")), "Stop");
  EXPECT_EQ(verdict_on(book, bill(924.01, "Machines", "D1")), "Stop") << "beside the group nothing is tolerated";
  rule("R3", "L002", 0.0);
  EXPECT_EQ(verdict_on(book, bill(1200.01, "Travel", "D1")), "Stop") << "its own rule is the closer one";
  EXPECT_EQ(verdict_on(book, bill(2640, "Adverts", "D1")), "Allow");
  EXPECT_EQ(verdict_on(book, bill(2640.01, "Adverts", "D1")), "Stop");
}

// "asset (controlled like expense, depreciation does not consume it)".
TEST(Depreciation, IsPostedToAnAssetAndConsumesNothing) {
  auto book = group_office();
  const int nature = static_cast<int>(tables::Layout(tables::control, 1).place(tables::ControlColumn::nature));
  book.cell("Control", book.table("steward_control").top + 4, nature) = "asset"_s;
  adopt(book, "setting");
  EXPECT_EQ(verdict_on(book, bill(924, "Machines", "D1"), "post"), "Allow");
  EXPECT_EQ(verdict_on(book, bill(100, "Machines", "D2", "depreciation"), "post"), "Allow");
  EXPECT_EQ(verdict_on(book, bill(100, "Machines", "D3", "折旧")), "Allow");
  EXPECT_EQ(figure(book, "Machines", "available"), 0);
  EXPECT_EQ(verdict_on(book, bill(0.01, "Machines", "D4")), "Stop");
  const auto expense = book.run("post", {{"rows", bill(1, "Travel", "D5", "depreciation")}, {"mode", "check"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(expense, 1, "verdict")), "Stop");
  EXPECT_THAT(all_text(expense), HasSubstr("“Travel” is no asset"));
}

// "ring-fenced money keeps its tag": through a transfer to another line of the tag, and no further.
TEST(RingFences, KeepTheirTagThroughTransfers) {
  auto book = ruled_office();
  set_setting(book, "ring_fence", "Travel", "grant A"_s);
  set_setting(book, "ring_fence", "Advertising", "grant A"_s);
  const auto move = [](const std::string& from, const std::string& to) {
    return Options{{"line", from}, {"to", to}, {"amount", 100.0}, {"period", "2025-03-10"_s}, {"purpose", from + " to " + to}};
  };
  EXPECT_THAT(refusal_of(book, "transfer", move("Sales / Travel", "IT / Licences")), HasSubstr("ring-fenced"));
  book.run("transfer", move("Sales / Travel", "Sales / Advertising"), person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_THAT(refusal_of(book, "transfer", move("Sales / Advertising", "IT / Licences")), HasSubstr("ring-fenced"));
  EXPECT_EQ(std::get<std::string>(ledger_cell(book, 1, LedgerColumn::memo)), "Sales / Travel to Sales / Advertising [grant A]");
  EXPECT_EQ(std::get<std::string>(ledger_cell(book, 2, LedgerColumn::memo)), "Sales / Travel to Sales / Advertising [grant A]");
}

// Money of a tag goes into no pool at the end of the year either.
TEST(RingFences, GoIntoNoPoolAtTheEndOfTheYear) {
  auto book = ruled_office();
  set_setting(book, "ring_fence", "Travel", "grant A"_s);
  book.run("request", {{"type", "override"_s}, {"purpose", "storm damage"_s}, {"line", "L003"_s}, {"amount", 1.0}, {"period", "2025-03-10"_s}});
  book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}}, person("Head"));
  const auto answer = book.run("closeYear", {{"policy", "surplus"_s}, {"to", "IT / Licences"_s}}, person("Ann Lee")).answer;
  double kept = 0, pooled = 0;
  for (std::size_t row = 1; row < answer.rows(); ++row) {
    const double amount = std::get<double>(cell_of(answer, row, "amount"));
    (cell_of(answer, row, "Account") == Value("Travel"_s) ? kept : pooled) += amount;
  }
  EXPECT_EQ(kept, 1200);
  EXPECT_EQ(pooled, 2400 + 12000);
}

}  // namespace
}  // namespace steward::plan
