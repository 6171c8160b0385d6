#include "allocation/select.hpp"

#include <gtest/gtest.h>

namespace steward::allocation {
namespace {

constexpr auto none = std::nullopt;
using Numbers = std::vector<double>;

Table column(std::initializer_list<double> numbers) {
  return Table::column({numbers.begin(), numbers.end()});
}
Table texts(std::initializer_list<const char*> words) {
  std::vector<Value> cells;
  for (const char* word : words) cells.emplace_back(std::string(word));
  return Table::column(std::move(cells));
}

// Burkardt's knapsack data sets P01 and P07 (Florida State University), with their published optima.
TEST(Select, FindsPublishedOptima) {
  const Numbers cost1{23, 31, 29, 44, 53, 38, 63, 85, 89, 82}, value1{92, 57, 49, 68, 60, 43, 67, 84, 87, 72};
  EXPECT_EQ(select(cost1, value1, 165, none, none, none).value(), (Numbers{1, 1, 1, 1, 0, 1, 0, 0, 0, 0}));
  const Numbers cost7{70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120};
  const Numbers value7{135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240};
  EXPECT_EQ(select(cost7, value7, 750, none, none, none).value(),
            (Numbers{1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1}));
}

TEST(Select, TakesOneLevelOfAGroup) {
  const Numbers cost{10, 20, 30, 25}, value{10, 25, 28, 20};
  EXPECT_EQ(select(cost, value, 50, none, texts({"IT", "it", "IT ", "HR"}), none).value(), (Numbers{0, 1, 0, 1}));
  EXPECT_EQ(select(cost, value, 30, none, texts({"IT", "IT", "IT", ""}), none).value(), (Numbers{0, 0, 1, 0}));
}

TEST(Select, TakesWhatIsMandatory) {
  const Numbers cost{10, 20, 30}, value{1, 25, 28};
  EXPECT_EQ(select(cost, value, 40, column({1, 0, 0}), none, none).value(), (Numbers{1, 0, 1}));
  EXPECT_EQ(select(cost, value, 40, column({1, 1, 0}), texts({"a", "a", "b"}), none).value(), (Numbers{1, 0, 1}));
  EXPECT_EQ(select(cost, value, 5, column({1, 0, 0}), none, none).error().kind, FaultKind::number);
}

TEST(Select, PrefersTheBetterRankAmongEquals) {
  const Numbers cost{10, 10, 10}, value{5, 5, 5};
  EXPECT_EQ(select(cost, value, 10, none, none, column({3, 1, 2})).value(), (Numbers{0, 1, 0}));
  EXPECT_EQ(select(cost, value, 20, none, none, column({2, 3, 1})).value(), (Numbers{1, 0, 1}));
  EXPECT_EQ(select(cost, Numbers{9, 5, 5}, 10, none, none, column({3, 1, 2})).value(), (Numbers{1, 0, 0}));
  EXPECT_EQ(select(cost, value, 10, none, none, Table::column({Blank{}, Blank{}, 1.0})).value(), (Numbers{0, 0, 1}));
}

TEST(Select, CountsCentsExactly) {
  EXPECT_EQ(select(Numbers{0.1, 0.2}, Numbers{1, 1}, 0.3, none, none, none).value(), (Numbers{1, 1}));
  EXPECT_EQ(select(Numbers{0.1, 0.21}, Numbers{1, 2}, 0.3, none, none, none).value(), (Numbers{0, 1}));
}

TEST(Select, TakesSavingsAndNothingHarmful) {
  EXPECT_EQ(select(Numbers{-5, 10}, Numbers{-1, 4}, 5, none, none, none).value(), (Numbers{1, 1}));
  EXPECT_EQ(select(Numbers{5}, Numbers{-1}, 50, none, none, none).value(), (Numbers{0}));
  EXPECT_EQ(select(Numbers{5}, Numbers{0}, 50, none, none, none).value(), (Numbers{0}));
  EXPECT_EQ(select(Numbers{}, Numbers{}, 50, none, none, none).value(), Numbers{});
}

TEST(Select, RefusesWhatDoesNotFit) {
  EXPECT_EQ(select(Numbers{5}, Numbers{1, 2}, 50, none, none, none).error().kind, FaultKind::argument);
  EXPECT_EQ(select(Numbers{5}, Numbers{1}, 50, column({1, 2}), none, none).error().kind, FaultKind::argument);
  EXPECT_EQ(select(Numbers{5}, Numbers{1}, 1e300, none, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(select(Numbers{5}, Numbers{1}, -1, none, none, none).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::allocation
