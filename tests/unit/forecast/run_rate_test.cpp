#include "forecast/run_rate.hpp"

#include <gtest/gtest.h>

#include "forecast/rolling.hpp"

namespace steward::forecast {
namespace {

using Series = std::vector<std::optional<double>>;
constexpr auto none = std::nullopt;

TEST(RunRate, AnnualisesTheAverageOfClosedPeriods) {
  const Series actuals{100, 110, 120, none, none};
  EXPECT_DOUBLE_EQ(run_rate(actuals, 12, 0, none).value(), 1320);
  EXPECT_DOUBLE_EQ(run_rate(actuals, 12, 2, none).value(), 1380);
  EXPECT_DOUBLE_EQ(run_rate(actuals, 12, 0, 2).value(), 1260);
  EXPECT_DOUBLE_EQ(run_rate(actuals, 4, 0, none).value(), 440);
  EXPECT_DOUBLE_EQ(run_rate(actuals, 12, 9, 2).value(), 1260);
}

TEST(RunRate, TakesZeroForAValueAndABlankForNone) {
  EXPECT_DOUBLE_EQ(run_rate(Series{100, 0}, 12, 0, none).value(), 600);
  EXPECT_DOUBLE_EQ(run_rate(Series{100, none, 200}, 12, 0, none).value(), 1800);
}

TEST(RunRate, HasNoAnswerWithoutAClosedPeriod) {
  EXPECT_EQ(run_rate(Series{100}, 12, 0, 0).error().kind, FaultKind::not_available);
  EXPECT_EQ(run_rate(Series{none}, 12, 0, none).error().kind, FaultKind::not_available);
  EXPECT_EQ(run_rate(Series{}, 12, 0, none).error().kind, FaultKind::not_available);
}

TEST(RunRate, RefusesPeriodsThatAreNotThere) {
  EXPECT_EQ(run_rate(Series{100}, 12, 0, 2).error().kind, FaultKind::number);
  EXPECT_EQ(run_rate(Series{100}, 12, 0, -1).error().kind, FaultKind::number);
  EXPECT_EQ(run_rate(Series{100}, 12, -1, none).error().kind, FaultKind::number);
  EXPECT_EQ(run_rate(Series{100}, 0, 0, none).error().kind, FaultKind::number);
}

TEST(Rolling, JoinsActualsAndForecast) {
  const Table actuals = Table::row({1.0, 2.0, 3.0}), forecast = Table::row({10.0, 20.0, 30.0, 40.0, 50.0});
  EXPECT_EQ(rolling(actuals, forecast, 2, 3).value(), Table::row({1.0, 2.0, 30.0, 40.0, 50.0}));
  EXPECT_EQ(rolling(Table::column({1.0}), forecast, 1, 1).value(), Table::column({1.0, 20.0}));
  EXPECT_EQ(rolling(actuals, forecast, 0, 1).value(), Table::row({10.0}));
}

TEST(Rolling, ShowsWhatIsMissing) {
  const Value missing = CellError{"#N/A"};
  const Table actuals = Table::column({1.0, Blank{}}), forecast = Table::column({10.0, 20.0, 30.0});
  EXPECT_EQ(rolling(actuals, forecast, 2, 2).value(), Table::column({1.0, missing, 30.0, missing}));
}

TEST(Rolling, RefusesTextAndImpossibleWindows) {
  const Table numbers = Table::column({1.0}), text = Table::column({std::string("x")});
  EXPECT_EQ(rolling(text, numbers, 1, 1).error().kind, FaultKind::value);
  EXPECT_EQ(rolling(numbers, numbers, -1, 1).error().kind, FaultKind::number);
  EXPECT_EQ(rolling(numbers, numbers, 0, 0).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::forecast
