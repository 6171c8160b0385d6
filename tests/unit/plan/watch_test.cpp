#include "plan/watch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/hash.hpp"

namespace steward::plan {
namespace {

Circumstances now(Language language = Language::english) { return {language, date(2026, 3, 31), 36000, "Ann Lee", "desk-1"}; }

WatchedChange ledger(std::vector<WatchedRow> before, std::vector<WatchedRow> after) {
  return {{"ledger", "Ledger", {"Id", "Amount"}, 3, 1, 0}, std::move(before), std::move(after)};
}
WatchedChange budget(std::vector<WatchedRow> before, std::vector<WatchedRow> after) {
  return {{"budget", "Budget 2026", {}, 0, 4, 2}, std::move(before), std::move(after)};
}
std::string text(const Content& cell) { return std::get<std::string>(cell); }

TEST(Watch, EachChangedFigureIsARowOfTheLogWithOldAndNew) {
  const auto seen = watch({{budget({{"100", "200"}, {"5", "6"}}, {{"100", "250"}, {"5", "6"}})}, {}, "", 4}, now());
  ASSERT_TRUE(seen.log);
  EXPECT_EQ(seen.log->table, "steward_log");
  ASSERT_EQ(seen.log->rows.rows(), 1u);
  EXPECT_EQ(std::get<double>(seen.log->rows.at(0, 0)), 5);
  EXPECT_EQ(text(seen.log->rows.at(0, 4)), "$'Budget 2026'.$D$5");
  EXPECT_EQ(text(seen.log->rows.at(0, 6)), "edit");
  EXPECT_EQ(text(seen.log->rows.at(0, 7)), "200");
  EXPECT_EQ(text(seen.log->rows.at(0, 8)), "250");
  EXPECT_EQ(seen.notice.kind, NoticeKind::none);
}

TEST(Watch, RowsContinueTheChain) {
  const std::string before(64, 'a');
  const auto seen = watch({{budget({{"1"}}, {{"2"}})}, {}, before, 9}, now());
  Table cells(1, 10);
  for (std::size_t i = 0; i < 10; ++i) {
    const auto& cell = seen.log->rows.at(0, i);
    if (const auto* number = std::get_if<double>(&cell)) cells.at(0, i) = *number;
    else if (std::holds_alternative<std::string>(cell)) cells.at(0, i) = text(cell);
  }
  EXPECT_EQ(text(seen.log->rows.at(0, 10)), audit::chain(before, cells));
}

TEST(Watch, AControlTableChangedByHandIsTold) {
  const auto seen = watch({{ledger({{"1", "100"}}, {{"1", "10"}})}, {}, "", 0}, now());
  EXPECT_EQ(seen.notice.kind, NoticeKind::warning);
  EXPECT_EQ(seen.notice.address, "$'Ledger'.$B$2");
  EXPECT_THAT(seen.notice.sentence, ::testing::HasSubstr("Ledger"));
}

// A figure of the second of several budget tables is a draft as one of the first is.
TEST(Watch, EverySourceIsADraft) {
  auto second = budget({{"1"}}, {{"2"}});
  second.part.table = watched_source(1);
  EXPECT_NE(second.part.table, watched_source(0));
  const auto seen = watch({{second}, {}, "", 0}, now());
  EXPECT_EQ(seen.notice.kind, NoticeKind::none);
  EXPECT_TRUE(seen.log);
}

TEST(Watch, RowsPastedInOrTakenAwayAreWholeRows) {
  const auto added = watch({{ledger({{"1", "a"}, {"3", "c"}}, {{"1", "a"}, {"2", "b"}, {"3", "c"}})}, {}, "", 0}, now());
  ASSERT_EQ(added.log->rows.rows(), 1u);
  EXPECT_EQ(text(added.log->rows.at(0, 8)), "2; b");
  const auto gone = watch({{ledger({{"1", "a"}, {"2", "b"}}, {{"2", "b"}})}, {}, "", 0}, now());
  EXPECT_EQ(text(gone.log->rows.at(0, 7)), "1; a");
}

TEST(Watch, TheLineFurthestOverIsTold) {
  const auto seen = watch({{},
                           {{"L1", "Travel", 100, -5, "$Control.$A$5"}, {"L2", "Rent", 100, -50, "$Control.$A$6"},
                            {"L3", "Power", 10, 5, "$Control.$A$7"}},
                           "", 0},
                          now());
  EXPECT_EQ(seen.notice.kind, NoticeKind::breach);
  EXPECT_EQ(seen.notice.address, "$Control.$A$6");
  EXPECT_EQ(seen.notice.sentence,
            "Rent is over budget by 50.00 (available -50.00). Undo it, or ask for a transfer or a supplement.");
  const auto chinese = watch({{}, {{"L2", "房租", 100, -50, ""}}, "", 0}, now(Language::chinese));
  EXPECT_EQ(chinese.notice.sentence, "房租超预算50.00（可用余额-50.00）。请撤销，或申请调剂、追加。");
}

TEST(Watch, ABreachThatDoesNotGrowIsNotToldAgainAndACureIs) {
  EXPECT_EQ(watch({{}, {{"L1", "Travel", -50, -20, ""}}, "", 0}, now()).notice.kind, NoticeKind::none);
  EXPECT_EQ(watch({{}, {{"L1", "Travel", -50, -60, ""}}, "", 0}, now()).notice.kind, NoticeKind::breach);
  EXPECT_EQ(watch({{}, {{"L1", "Travel", -50, 0, ""}}, "", 0}, now()).notice.kind, NoticeKind::cured);
}

TEST(Watch, NothingChangedIsNothingWritten) {
  const auto seen = watch({{ledger({{"1", "a"}}, {{"1", "a"}})}, {}, "", 0}, now());
  EXPECT_FALSE(seen.log);
  EXPECT_EQ(seen.notice.kind, NoticeKind::none);
}

TEST(Watch, AHugePasteIsCappedAndSaysSo) {
  std::vector<WatchedRow> before(500, {"0"}), after;
  for (int i = 1; i <= 500; ++i) after.push_back({std::to_string(i)});
  const auto seen = watch({{budget(before, after)}, {}, "", 0}, now());
  ASSERT_EQ(seen.log->rows.rows(), 41u);
  EXPECT_EQ(text(seen.log->rows.at(40, 8)), "and 460 further cells in the same change");
}

TEST(Watch, ChangesMadeWithoutTheExtensionAreNamedAsSuch) {
  Observation seen{{ledger({{"1"}}, {{"2"}})}, {}, "", 0};
  seen.while_absent = true;
  const auto told = watch(seen, now());
  EXPECT_EQ(text(told.log->rows.at(0, 6)), "edit without Steward");
  EXPECT_EQ(told.notice.kind, NoticeKind::warning);
}

TEST(Fingerprint, DiffersWhenACellMovesOrChanges) {
  const auto one = fingerprint({{"1", "2"}, {"3"}});
  EXPECT_EQ(one, fingerprint({{"1", "2"}, {"3"}}));
  EXPECT_NE(one, fingerprint({{"12", ""}, {"3"}}));
  EXPECT_NE(one, fingerprint({{"1"}, {"2", "3"}}));
  EXPECT_NE(one, fingerprint({{"1", "2"}, {"4"}}));
}

}  // namespace
}  // namespace steward::plan
