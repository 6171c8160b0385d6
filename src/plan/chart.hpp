#pragma once

#include <optional>
#include <string>
#include <vector>

/// A chart on a sheet, as a plan asks for it. It reads cells, so that it changes with them.
namespace steward::plan {

/// Cells of one sheet, first and last included, counted from 0. An empty title means the sheet of the chart.
struct ChartCells {
  int top = 0, left = 0, bottom = 0, right = 0;
  std::string sheet = {};
};

/// What stands for the values of a series. Kinds may be mixed in one chart; what is stacked stands on the series of its
/// kind before it, so that a first series without fill lifts the next: a bridge from columns, an interval from areas.
enum class SeriesKind { line, columns, stacked_columns, stacked_area };

/// How a series is drawn: actual solid, budget outlined, forecast dashed (a line) or hatched (a column).
enum class SeriesLook { solid, dashed, outline, hatched, pale, none };

enum class SeriesColour { main, second, neutral, favourable, adverse };

struct ChartSeries {
  SeriesKind kind = SeriesKind::line;
  SeriesLook look = SeriesLook::solid;
  SeriesColour colour = SeriesColour::main;
  ChartCells values;
  std::optional<ChartCells> name = {};  ///< the cell with its name; without one it stays out of the legend
};

/// A chart over the cells from `place`'s first to its last. A blank cell leaves a gap in its line.
struct AddChart {
  std::string sheet, name;  ///< no two charts of a workbook may have the same name
  ChartCells place;
  std::string title = {}, across = {}, up = {};  ///< of the chart and of its axes; an empty one is left out
  ChartCells categories = {};
  std::vector<ChartSeries> series = {};
};

}  // namespace steward::plan
