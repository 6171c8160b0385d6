#include <algorithm>

#include "plan/dashboard_sheet.hpp"
#include "words/phrases/dashboard.gen.hpp"

namespace steward::plan {

using namespace dashboard_places;

namespace {

constexpr int bridge_steps = 6;

}  // namespace

// By period: budget, actual up to the as-of date, and from there what is left to the landing, phased as the budget is.
void DashboardSheet::trend() {
  const int top = charts + 1, end = charts + periods_;
  const std::string to_go = "SUMIF(" + range_name(heat - 2, budget_, heat - 2, budget_ + periods_ - 1) + ";\">\"&" + as_of() + ";" +
                            range_name(end + 1, budget_, end + 1, budget_ + periods_ - 1) + ")";
  Row sums;
  for (int i = 0; i < periods_; ++i) sums.emplace_back(Formula{"=SUM(" + tops(budget_ + i) + ")"});
  sheet_.write(end + 1, budget_, {std::move(sums)});
  sheet_.paint(end + 1, budget_, end + 1, budget_ + periods_ - 1, Style::amount);
  std::vector<Row> rows{{Blank{}, say(phrase::dashboard_budget), say(phrase::dashboard_actual), say(phrase::dashboard_forecast)}};
  for (int i = 0; i < periods_; ++i) {
    const std::string first = cell_name(heat - 2, budget_ + i), budget = cell_name(end + 1, budget_ + i),
                      reached = "SUM(" + range_name(top, trend_ + 2, end, trend_ + 2) + ")";
    rows.push_back({Formula{"=RIGHT(" + cell_name(heat, budget_ + i) + ";3)"}, Formula{"=" + budget},
                    Formula{"=IF(" + first + "<=" + as_of() + ";SUM(" + tops(actual_ + i) + ");\"\")"},
                    Formula{"=IF(OR(" + first + "<=" + as_of() + ";" + to_go + "=0);\"\";(" + cell_name(figures + 1, 9) + "-" + reached + ")*" +
                            budget + "/" + to_go + ")"}});
  }
  sheet_.write(charts, trend_, std::move(rows));
  sheet_.paint(top, trend_ + 1, end, trend_ + 3, Style::amount);
  AddChart chart{title_, title_ + " 1", {charts, 0, charts + chart_rows - 1, 5}, say(phrase::dashboard_trend), "", "",
                 {top, trend_, end, trend_}, {}};
  const auto series = [&](int column, SeriesLook look, SeriesColour colour) {
    chart.series.push_back({SeriesKind::columns, look, colour, {top, trend_ + column, end, trend_ + column},
                            ChartCells{charts, trend_ + column, charts, trend_ + column}});
  };
  series(1, SeriesLook::outline, SeriesColour::neutral);
  series(2, SeriesLook::solid, SeriesColour::main);
  series(3, SeriesLook::hatched, SeriesColour::main);
  sheet_.add(std::move(chart));
}

// To date, line by line, as BRIDGE gives it: what is under a step is not drawn.
void DashboardSheet::bridge() {
  std::vector<Row> cells;
  for (int row = first_row(); row <= last_top(); ++row) {
    const auto to_date = [&](int left) {
      return Formula{"=SUMIF(" + range_name(heat - 2, budget_, heat - 2, budget_ + periods_ - 1) + ";\"<=\"&" + as_of() + ";" +
                     range_name(row, left, row, left + periods_ - 1) + ")"};
    };
    cells.push_back({short_name(lines_[static_cast<std::size_t>(row - first_row())]), to_date(budget_), to_date(actual_)});
  }
  const int count = static_cast<int>(cells.size()), steps = std::min(count, bridge_steps) + (count > bridge_steps ? 1 : 0) + 2,
            top = charts + 1, end = charts + steps;
  sheet_.write(first_row(), names_, std::move(cells));
  sheet_.paint(first_row(), names_ + 1, last_top(), names_ + 2, Style::amount);
  sheet_.add(WriteArray{title_, top, steps_, steps, 8,
                        "=" + our_functions + "BRIDGE(" + tops(names_) + ";" + tops(names_ + 1) + ";" + tops(names_ + 2) + ";\"" +
                            std::string(code_of(*natures_.begin())) + "\";" + std::to_string(bridge_steps) + ")", true});
  std::vector<Row> totals{{say(phrase::dashboard_budget), say(phrase::dashboard_actual), Blank{}}};
  totals.resize(static_cast<std::size_t>(steps) + 1, Row(3));
  for (int row = top; row <= end; ++row) totals[static_cast<std::size_t>(row - charts)][2] = step_name(row, top, end);
  totals[1][0] = Formula{"=" + cell_name(top, steps_ + 7)};
  totals.back()[1] = Formula{"=" + cell_name(end, steps_ + 7)};
  sheet_.write(charts, steps_ + 8, std::move(totals));
  sheet_.write(charts, steps_ + 2, {{say(phrase::dashboard_less), Blank{}, say(phrase::dashboard_more)}});
  sheet_.paint(top, steps_ + 1, end, steps_ + 9, Style::amount);
  AddChart chart{title_, title_ + " 2", {charts, 6, charts + chart_rows - 1, last_column}, say(phrase::dashboard_bridge), "", "",
                 {top, steps_ + 10, end, steps_ + 10}, {}};
  const auto series = [&](int column, SeriesLook look, SeriesColour colour, bool is_named = true) {
    chart.series.push_back({SeriesKind::stacked_columns, look, colour, {top, steps_ + column, end, steps_ + column},
                            is_named ? std::optional(ChartCells{charts, steps_ + column, charts, steps_ + column}) : std::nullopt});
  };
  series(1, SeriesLook::none, SeriesColour::neutral, false);
  series(8, SeriesLook::outline, SeriesColour::neutral);
  series(2, SeriesLook::pale, SeriesColour::favourable);
  series(4, SeriesLook::solid, SeriesColour::adverse);
  series(9, SeriesLook::solid, SeriesColour::main);
  sheet_.add(std::move(chart));
}

// The most specific part of a key, as far as there is room below a column.
std::string DashboardSheet::short_name(control::LineNumber line) const {
  constexpr std::size_t most_bytes = 18;
  std::string name;
  for (const auto& part : control_.lines()[line].key)
    if (!part.empty()) name = part;
  if (name.size() <= most_bytes) return name;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return name.substr(0, end) + "…";
}

// BRIDGE calls its first and last step From and To, and what it folds Other.
Content DashboardSheet::step_name(int row, int top, int end) const {
  if (row == top) return say(phrase::dashboard_budget);
  if (row == end) return say(phrase::dashboard_actual);
  const std::string name = cell_name(row, steps_);
  // A text out of an add-in's array equals no other until it is joined to one (LibreOffice 7.4).
  return Formula{"=IF(" + name + "&\"\"=\"Other\";" + quoted(say(phrase::dashboard_other)) + ";" + name + ")"};
}

}  // namespace steward::plan
