#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// product.md: 1,000,000 at 12 %, half emergency, 20,000 released, 3 × 25,000 untouchable: pool 120,000, left 100,000,
// drawable 25,000.
namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

PaperOffice reserved() {
  PaperOffice book;
  book.add_sheet("Budget", {{"Account"_s, "Budget 2025"_s}, {"Programmes"_s, 880000.0}, {"Reserve"_s, 120000.0}, {"Total"_s, 1000000.0}});
  book.run("setUp", {{"basis", "year"_s}, {"year", "2025"_s}});
  book.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
  set_setting(book, "reserve", "Reserve", 0.12);
  set_setting(book, "reserve_emergency", "Reserve", 0.5);
  set_setting(book, "reserve_months", "Reserve", 3.0);
  set_setting(book, "reserve_monthly", "Reserve", 25000.0);
  return book;
}

Options draw(double amount, const std::string& papers = "") {
  Options options{{"line", "Reserve"_s}, {"to", "Programmes"_s}, {"amount", amount}, {"period", "2025-03-10"_s}};
  if (!papers.empty()) options["attachments"] = papers;
  return options;
}

void released(PaperOffice& book, double amount) {
  const auto id = text_of(cell_of(book.run("transfer", draw(amount), person("Ann Lee")).answer, 1, "value"));
  book.run("decide", {{"request", id}}, person("Head"));
}

TEST(Reserve, GivesWhatIsDrawableAndNotMore) {
  auto book = reserved();
  released(book, 20000);
  EXPECT_THAT(refusal_of(book, "transfer", draw(25000.01)),
              HasSubstr("can give 25,000.00: of a pool of 120,000.00, 20,000.00 were released and 75,000.00 are untouchable; 25,000.01"));
  EXPECT_EQ(refusal_of(book, "transfer", draw(25000)), "");
  EXPECT_EQ(figure(book, "Reserve", "available"), 100000);
}

TEST(Reserve, IsSpentByTransferOnly) {
  auto book = reserved();
  const auto posted = rows({{"date"_s, "document"_s, "amount"_s, "Account"_s}, {"2025-03-10"_s, "D1"_s, 1.0, "Reserve"_s}});
  EXPECT_EQ(verdict_on(book, posted), "Stop");
  EXPECT_THAT(all_text(book.run("post", {{"rows", posted}, {"mode", "check"_s}}).answer), HasSubstr("spent by transfer"));
  EXPECT_THAT(refusal_of(book, "request", {{"type", "spending"_s}, {"line", "Reserve"_s}, {"amount", 1.0}, {"period", "2025-03-10"_s}}), HasSubstr("by transfer"));
}

TEST(Reserve, CapsASingleDraw) {
  auto book = reserved();
  set_setting(book, "reserve_cap", "Reserve", 10000.0);
  EXPECT_THAT(refusal_of(book, "transfer", draw(10000.01)), HasSubstr("A single draw on Reserve is limited to 10,000.00"));
  EXPECT_EQ(refusal_of(book, "transfer", draw(10000)), "");
}

TEST(Reserve, WantsPapersAboveASize) {
  auto book = reserved();
  set_setting(book, "papers_above", "Reserve", 5000.0);
  EXPECT_EQ(refusal_of(book, "transfer", draw(5000)), "");
  EXPECT_THAT(refusal_of(book, "transfer", draw(5000.01)), HasSubstr("needs papers"));
  EXPECT_EQ(refusal_of(book, "transfer", draw(5000.01, "file:///papers/7.pdf")), "");
}

// Two requests that together draw too much: the second is refused when it is decided.
// A reserve that holds nothing yet is carved out of the other lines, in each period what it takes there.
TEST(Reserve, IsCarvedByARequest) {
  auto book = ruled_office();
  EXPECT_THAT(refusal_of(book, "request", {{"type", "reserve"_s}, {"line", "Sales / Travel"_s}}), HasSubstr("is no reserve"));
  set_setting(book, "reserve", "Travel", 0.12);
  spend(book, 100, "Advertising", "2025-04-10", "D1");
  const auto asked = book.run("request", {{"type", "reserve"_s}, {"line", "Sales / Travel"_s}, {"period", "2025-04-10"_s}}, person("Ann Lee"));
  EXPECT_EQ(figure(book, "Sales / Travel", "revised"), 1200) << "asked for, not approved";
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "Sales / Travel", "revised"), 1872) << "12 % of 15,600";
  EXPECT_EQ(figure(book, "Sales / Advertising", "revised") + figure(book, "IT / Licences", "revised"), 15600 - 1872);
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("% of the total of")));
  EXPECT_THAT(refusal_of(book, "request", {{"type", "reserve"_s}, {"line", "Sales / Travel"_s}}), HasSubstr("nothing to carve"));
}

TEST(Reserve, IsCheckedAgainWhenItIsDecided) {
  auto book = reserved();
  book.run("transfer", draw(40000), person("Ann Lee"));
  EXPECT_NE(refusal_of(book, "transfer", draw(45000.01), "Bob"), "");
  book.run("transfer", draw(45000), person("Bob"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R2"_s}}, "Head"), HasSubstr("can give 5,000.00"));
}

TEST(Reserve, IsCarvedOutOfTheTotal) {
  auto book = reserved();
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("of the total of")));
  auto other = reserved();
  const int row = set_setting(other, "title", "x", "y"_s);
  for (int at = 0; at < row; ++at)
    if (other.cell("Settings", at, 0) == Content("reserve"_s)) other.cell("Settings", at, 2) = 0.1;
  EXPECT_THAT(all_text(other.run("check").answer), HasSubstr("10 % of the total of 1,000,000.00 are 100,000.00"));
}

TEST(Reserve, TermsThatCannotBeAreNamed) {
  auto book = reserved();
  set_setting(book, "reserve", "Moon", 0.1);
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“Moon” in Settings is no line"));
}

}  // namespace
}  // namespace steward::plan
