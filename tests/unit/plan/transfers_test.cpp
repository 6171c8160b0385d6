#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Transfers: how far they go and who is asked, and what the source has to give in its period and above it.
namespace steward::plan {
namespace {

using testing::HasSubstr;

// Somebody for each distance.
PaperOffice tiered(Options options = {}) {
  auto book = budget_office();
  options["basis"] = "year"_s;
  book.run("setUp", std::move(options));
  book.grant({{"transfer"_s, "*"_s, Blank{}, "period"_s, 1.0, "Clerk"_s},
              {"transfer"_s, "*"_s, Blank{}, "unit"_s, 2.0, "Head"_s},
              {"transfer"_s, "*"_s, Blank{}, "function"_s, 3.0, "Director"_s},
              {"*"_s, "*"_s, Blank{}, Blank{}, 4.0, "Board"_s}});
  return book;
}

std::string asked(PaperOffice book, const std::string& from, const std::string& to, const std::string& period = "2025-03-10") {
  const auto answer = book.run("transfer", {{"line", from}, {"to", to}, {"amount", 10.0}, {"period", "2025-03-10"_s}, {"toPeriod", period}}, person("Ann Lee")).answer;
  return text_of(cell_of(answer, 3, "value"));
}

// "distance (same line other period < same unit < same function < across) … decide who approves".
TEST(Distances, DecideWhoIsAsked) {
  EXPECT_EQ(asked(tiered(), "Sales / Travel", "Sales / Travel", "2025-06-10"), "Clerk");
  EXPECT_EQ(asked(tiered(), "Sales / Travel", "Sales / Advertising"), "Head");
  EXPECT_EQ(asked(tiered(), "Sales / Travel", "IT / Licences"), "Board");
  const auto tree = rows({{"Sales"_s, "Services"_s}, {"IT"_s, "Services"_s}});
  EXPECT_EQ(asked(tiered({{"tree", tree}}), "Sales / Travel", "IT / Licences"), "Director");
}

// "Virement: amount > 0".
TEST(Room, ATransferMovesMoreThanNothing) {
  for (const double amount : {0.0, -10.0}) {
    auto book = tiered();
    const Options options{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", amount}, {"period", "2025-03-10"_s}};
    EXPECT_THAT(refusal_of(book, "transfer", options), HasSubstr("more than")) << amount;
  }
}

// "not more than the source's own available without tolerance, in period and ancestors too".
TEST(Room, IsThatOfThePeriodUnderMonthlyControl) {
  auto book = ruled_office("month");
  const auto move = [](double amount) { return Options{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", amount}, {"period", "2025-03-10"_s}}; };
  EXPECT_EQ(refusal_of(book, "transfer", move(100)), "");
  EXPECT_THAT(refusal_of(book, "transfer", move(100.01)), HasSubstr("has 100.00 to give"));
}

PaperOffice grouped() {
  return account_office({{"Group", 150}, {"Travel", 100}, {"Adverts", 200}, {"Machines", 77}}, rows({{"Travel"_s, "Group"_s}, {"Adverts"_s, "Group"_s}}));
}

// The group of 1,800 has 100 left after 1,700 of adverts: travel's own 1,200 cannot leave it.
TEST(Room, IsThatOfEveryLineAboveToo) {
  auto book = grouped();
  const auto advert = rows({{"date"_s, "document"_s, "amount"_s, "Account"_s}, {"2025-03-10"_s, "A1"_s, 1700.0, "Adverts"_s}});
  EXPECT_EQ(verdict_on(book, advert, "post"), "Allow");
  const auto move = [](const std::string& to, double amount) { return Options{{"line", "Travel"_s}, {"to", to}, {"amount", amount}, {"period", "2025-03-10"_s}}; };
  EXPECT_THAT(refusal_of(book, "transfer", move("Machines", 100.01)), HasSubstr("has 100.00 to give"));
  EXPECT_EQ(refusal_of(book, "transfer", move("Machines", 100)), "");
  EXPECT_EQ(refusal_of(book, "transfer", move("Adverts", 1200)), "") << "within the group it takes nothing from the group";
}

// "The head can be sealed (printed on every report …)".
TEST(Seal, IsPrintedOnEveryReport) {
  auto book = ruled_office();
  spend(book, 10, "Travel", "2025-03-10", "D1");
  const std::string head = text_of(cell_of(book.run("seal").answer, 1, "value"));
  ASSERT_EQ(head.size(), 64u);
  bool is_printed = false, is_in_footer = false;
  for (const auto& edit : book.run("report").edits) {
    if (const auto* written = std::get_if<Write>(&edit))
      for (const auto& cell : written->block.cells())
        if (const auto* text = std::get_if<std::string>(&cell)) is_printed = is_printed || text->find(head) != std::string::npos;
    if (const auto* print = std::get_if<PrintSetup>(&edit)) is_in_footer = is_in_footer || print->footer.find(head.substr(0, 16)) != std::string::npos;
  }
  EXPECT_TRUE(is_printed);
  EXPECT_TRUE(is_in_footer);
}

// "split requests are added up over 30 days": of the 31st day it is a new one.
TEST(Splitting, IsForgottenAfterThirtyDays) {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}});
  book.grant({{"*"_s, "*"_s, 100.0, Blank{}, 1.0, "Head"_s}, {"*"_s, "*"_s, Blank{}, Blank{}, 2.0, "Board"_s}});
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 60.0}, {"period", "2025-03-10"_s}};
  const auto on = [&](Date day) {
    auto now = person("Ann Lee");
    now.today = day;
    const auto waiting = book.run("transfer", move, now).answer;
    return text_of(cell_of(waiting, 3, "value"));
  };
  EXPECT_EQ(on(date(2025, 3, 1)), "Head");
  auto later = book;
  EXPECT_EQ(on(date(2025, 3, 31)), "Head") << "two levels now: Head first";
  EXPECT_THAT(book.run("decide", {{"request", "R2"_s}}, person("Head")).message, HasSubstr("open")) << "120 within 30 days need the board";
  auto now = person("Ann Lee");
  now.today = date(2025, 4, 1);
  later.run("transfer", move, now);
  EXPECT_THAT(later.run("decide", {{"request", "R2"_s}}, person("Head")).message, HasSubstr("approved"));
}

}  // namespace
}  // namespace steward::plan
