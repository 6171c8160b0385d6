#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/sheet_builder.hpp"
#include "tables/tables.gen.hpp"
#include "words/keywords.hpp"

namespace steward::plan {

/// The history that is forecast, and what of it stands in cells.
struct ForecastSeries {
  std::vector<Content> labels;                ///< of the periods known, then of those ahead
  std::vector<Content> actuals;               ///< of the periods known, as formulas that read them; empty with lines
  std::vector<std::optional<double>> values;  ///< the same as numbers
  std::vector<Content> budget;                ///< by label; empty without a budget
  std::size_t season = 12, horizon = 12, periods = 12;  ///< periods: of the fiscal year
  double confidence = 0.95;
  /// How many periods of the year in hand are known; nothing when the labels do not tell a year.
  std::optional<std::size_t> closed;
  std::string year;                           ///< its name
  std::string line;                           ///< the line it shows; empty for all lines of the nature
  std::string committed, year_budget;         ///< formulas of what is committed and budgeted for the year; may be empty
  Nature nature = Nature::expense;
  std::vector<std::optional<double>> profile; ///< the budget of the year by period while less than a year is known

  bool goes_by_profile() const { return !profile.empty() && values.size() < season; }
};

/// One line of a controlled budget on the sheet.
struct ForecastLineRow {
  std::string id;
  std::vector<std::string> key;
  Nature nature = Nature::expense;
  std::vector<std::optional<double>> profile;        ///< the budget by period when that gives the shape
  double to_date = 0, year_budget = 0;
  std::optional<double> landing, lower, upper;       ///< as computed now
  std::vector<std::optional<double>> before_ledger;  ///< prior years that only the user's table has
};

/// The lines of a controlled budget, their actuals by period in one array over the ledger.
struct ForecastLines {
  std::vector<std::string> dimensions;
  std::vector<ForecastLineRow> rows;
  std::vector<std::string> before_labels;  ///< of the periods that only the user's table has
  std::vector<std::string> labels;         ///< fiscal labels from the first period of the ledger to the last of the year
  std::size_t periods = 12, closed = 0;    ///< of the year, which is the last `periods` labels
  std::vector<Content> calendar;           ///< start month, pattern, year
  Table tree;
  bool is_live = true;                     ///< landings as formulas; else values with a date
};

struct ForecastContent {
  std::string title, source, made, dated, unit;
  ForecastSeries series;
  std::optional<ForecastLines> lines;  ///< rows of one nature together
  std::optional<Table> accuracy;  ///< of kept vintages: lead, count, bias, error, root mean square, sMAPE
  std::string accuracy_title;
};

/// Where the blocks of the sheet stand.
struct ForecastPlaces {
  int key = 5, chart = 8, lines = 28, method = 28, back_test = 28, accuracy = 28, series = 28, data = 28, end = 28;

  /// Cells of a column of the series block, periods counted from 0.
  std::string cells(int column, std::size_t first, std::size_t last) const {
    return range_name(series + 2 + static_cast<int>(first), column, series + 2 + static_cast<int>(last), column);
  }
};

/// Writes the sheet: key figures, chart, landing by line, what was chosen and why, back-test, accuracy of vintages, the
/// figures by period, and the actuals of the lines behind them.
void write_forecast_page(SheetBuilder& sheet, const ForecastContent& content, Language language);

/// The blocks of the lines, and how many rows they take.
int height_of_lines(const ForecastLines& lines);
int height_of_data(const ForecastLines& lines);
void write_line_blocks(SheetBuilder& sheet, const ForecastContent& content, const ForecastPlaces& at,
                       Language language);
/// The formula of the actuals of one period over the lines of a nature, or of one line.
Formula sum_of_lines(const ForecastLines& lines, const ForecastPlaces& at, std::size_t period, Nature nature,
                     const std::string& line);
/// The formula that adds up a column of the Control table over the lines of a nature, or for one line.
std::string from_control(tables::ControlColumn column, std::size_t dimensions, Nature nature, const std::string& line);

}  // namespace steward::plan
