#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "plan/command.hpp"
#include "plan/control_book.hpp"
#include "plan/formula_parts.hpp"
#include "plan/mixed_parents.hpp"
#include "plan/sheet_builder.hpp"

namespace steward::plan {

/// Rows and columns of a dashboard, from 0. The figures behind what is seen stand to the right of it.
namespace dashboard_places {
inline constexpr int risks_shown = 8, chart_rows = 17;
inline constexpr int last_column = 13, block = 16;
inline constexpr int figures = 3, risks = 6, charts = risks + risks_shown + 2, heat = charts + chart_rows + 1;
}  // namespace dashboard_places

/// The sheet of the command dashboard, in the making. For dashboard*.cpp alone.
class DashboardSheet {
 public:
  DashboardSheet(const Request& request, ControlBook& control);
  Result<Plan> make();

 private:
  // dashboard.cpp: what is shown, where, and the upper part of the page
  const workbook::NamedArea* earlier() const;
  std::string sheet_title() const;
  void remove_earlier();
  std::string sum(tables::ControlColumn wanted) const;
  void choose_lines();
  void place_blocks();
  void head();
  void headline_figures();
  void lines_at_risk();
  Row risk_header() const;
  Row risk_row(int k, const std::string& ranks) const;
  std::string postings_of(const std::string& line) const;
  void way_back();
  void finish();
  // dashboard_blocks.cpp: budget and actual by line and period, and the heat map over them
  void blocks();
  void write_sums();
  void find_parts();
  void write_figures(int top, int bottom, const MixedParent* mixed = nullptr);
  std::string days() const;
  std::string posted(Stage stage, int top, int bottom) const;
  std::string write_tree();
  void heat_map();
  // dashboard_charts.cpp
  void trend();
  void bridge();
  std::string short_name(control::LineNumber line) const;
  Content step_name(int row, int top, int end) const;

  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, language_, blanks); }
  std::string key_of(control::LineNumber line) const { return control::shown(std::span<const std::string>(control_.lines()[line].key)); }
  static std::string as_of() { return setting_cell("as_of"); }
  std::string column(tables::ControlColumn wanted) const { return whole_column(wanted, control_.dimensions().size()); }
  static std::string link(const std::string& cell, const std::string& words) {
    return "HYPERLINK(\"#\"&CELL(\"ADDRESS\";" + cell + ");" + words + ")";
  }
  int first_row() const { return dashboard_places::heat + 1; }
  int last_row() const { return dashboard_places::heat + static_cast<int>(lines_.size()); }
  int last_top() const { return dashboard_places::heat + static_cast<int>(tops_); }
  std::string tops(int column) const { return range_name(first_row(), column, last_top(), column); }

  const Request& request_;
  ControlBook& control_;
  Language language_;
  Plan plan_;
  std::string title_;
  SheetBuilder sheet_;
  std::set<Nature> natures_;
  std::vector<control::LineNumber> lines_;
  std::vector<control::LineNumber> rows_;  ///< of the block: the lines, and what mixed parents are reckoned from besides
  std::vector<MixedParent> mixed_;         ///< those among the lines
  std::size_t tops_ = 0;  ///< lines that lie within no other
  int periods_ = 12, ids_ = 0, keys_ = 0, budget_ = 0, actual_ = 0, trend_ = 0, names_ = 0, steps_ = 0, tree_ = 0, posted_ = 0, bottom_ = 0;
};

}  // namespace steward::plan
