#include "plan/rows_by_column.hpp"

#include <gtest/gtest.h>

namespace steward::plan {
namespace {

using Cells = std::vector<Content>;

Block rows_of(const std::vector<Cells>& rows) {
  Block block;
  for (const auto& row : rows) block.append(row);
  return block;
}

RowsByColumn by_column(const std::vector<Cells>& rows) {
  RowsByColumn columns(rows.front().size());
  for (Cells row : rows) columns.append(row);
  return columns;
}

TEST(RowsByColumn, GiveBackEveryCell) {
  const std::vector<Cells> rows{{Blank(), 1.0, "a"}, {Blank(), 1.0, "b"}, {Blank(), 2.0, Blank()}, {"late", 2.0, "a"}};
  EXPECT_EQ(by_column(rows).block(), rows_of(rows));
}

TEST(RowsByColumn, KeepAColumnThatIsAlikeAsOneCell) {
  const auto columns = by_column({{Blank(), "EUR", 1.0}, {Blank(), "EUR", 1.0}, {Blank(), "EUR", 3.0}});
  EXPECT_EQ(columns.rows(), 3U);
  EXPECT_TRUE(columns.is_constant(0));
  EXPECT_TRUE(columns.is_constant(1));
  EXPECT_FALSE(columns.is_constant(2));
  EXPECT_EQ(columns.at(2, 1), Content("EUR"));
}

TEST(RowsByColumn, ATextIsNotTheNumberThatItLooksLike) {
  const auto columns = by_column({{"1"}, {1.0}});
  EXPECT_FALSE(columns.is_constant(0));
  EXPECT_EQ(columns.at(0, 0), Content("1"));
  EXPECT_EQ(columns.at(1, 0), Content(1.0));
}

TEST(RowsByColumn, OneRowIsConstant) {
  const auto columns = by_column({{"x", Blank()}});
  EXPECT_TRUE(columns.is_constant(0));
  EXPECT_EQ(columns.block(), rows_of({{"x", Blank()}}));
}

}  // namespace
}  // namespace steward::plan
