#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/effort.hpp"
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

TEST(Course, BeginsAnewWithEachPhaseAndNeverGoesBackInOne) {
  Course course;
  course.begin(Phase::reading);
  course.expect(10);
  course.advance(10);
  begin(&course, Phase::writing, 200);
  EXPECT_EQ(course.share(), 0);
  course.advance_to(100);
  course.advance_to(50);
  EXPECT_EQ(course.share(), 0.5);
}

TEST(Course, CannotBeCancelledOnceAllIsWritten) {
  Course course;
  for (const auto phase : {Phase::thinking, Phase::reading, Phase::writing}) {
    course.begin(phase);
    EXPECT_TRUE(course.can_be_cancelled());
  }
  for (const auto phase : {Phase::finishing, Phase::saving}) {
    course.begin(phase);
    EXPECT_FALSE(course.can_be_cancelled());
  }
}

TEST(Effort, OfAPlanGrowsWithTheCellsItWritesAndCountsFormulasMore) {
  const auto with = [](Content content, std::size_t rows) {
    Plan plan;
    plan.edits = {Write{"Control", 0, 0, Block(rows, 2, content)}};
    return effort(plan);
  };
  EXPECT_EQ(effort(Plan()), 0u);
  EXPECT_EQ(with(1.0, 1001) - with(1.0, 1), 2000u);
  EXPECT_GT(with(Formula{"1+1"}, 1000), 10 * with(1.0, 1000));
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
