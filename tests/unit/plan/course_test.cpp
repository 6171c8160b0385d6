#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Work that takes its time: how far it has come, and that it stops when nobody wants it any more.
namespace steward::plan {
namespace {

Table licences(int count) {
  Table table = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s}});
  for (int i = 0; i < count; ++i)
    table.append({"2025-02-10"_s, "D" + std::to_string(i), "actual"_s, 1.0, "IT"_s, "Licences"_s});
  return table;
}

Result<Plan> posted(PaperOffice& office, Course& course) {
  const auto book = office.snapshot();
  return plan("post", {book, {{"rows", licences(50)}, {"mode", "post"_s}}, PaperOffice::circumstances(), &course});
}

PaperOffice controlled() {
  auto office = budget_office();
  office.run("setUp", {{"basis", "year"_s}, {"asOf", "2025-03-31"_s}});
  return office;
}

TEST(Course, OfPostingEndsWhenAllIsDone) {
  auto office = controlled();
  Course course;
  EXPECT_EQ(course.share(), 0);
  ASSERT_FALSE(posted(office, course).has_error());
  EXPECT_EQ(course.share(), 1);
}

TEST(Course, CountsTheRowsOfTheLedgerAndThoseThatArePosted) {
  auto office = controlled();
  office.run("post", {{"rows", licences(50)}, {"mode", "post"_s}});
  Course course;
  ASSERT_FALSE(posted(office, course).has_error());
  EXPECT_EQ(course.share(), 1);
  course.expect(100);
  EXPECT_NEAR(course.share(), 0.5, 0.01);
}

TEST(Course, ThatIsCancelledLeavesThePlanRefused) {
  auto office = controlled();
  for (const char* command : {"post", "check", "report", "forecast"}) {
    office.run("post", {{"rows", licences(3)}, {"mode", "post"_s}});
    const auto book = office.snapshot();
    Course course;
    course.cancel();
    const auto planned = plan(command, {book, command == "post"_s ? Options{{"rows", licences(50)}} : Options{}, PaperOffice::circumstances(), &course});
    ASSERT_TRUE(planned.has_error()) << command;
    EXPECT_EQ(filled(planned.error().sentence, Language::english, planned.error().blanks), "Cancelled. Nothing was written.") << command;
  }
}

}  // namespace
}  // namespace steward::plan
