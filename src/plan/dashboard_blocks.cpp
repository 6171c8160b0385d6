#include <algorithm>

#include "plan/dashboard_sheet.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/dashboard.gen.hpp"

namespace steward::plan {

using namespace dashboard_places;
using tables::ControlColumn;

namespace {

constexpr std::size_t heat_lines = 18;
// What the figures by period are made of, in the order of its blocks.
constexpr std::array posted_stages{Stage::supplement, Stage::transfer_in, Stage::carry_forward, Stage::transfer_out, Stage::actual};

}  // namespace

// Budget and actual of every line by period, from which trend, bridge and heat map are made.
void DashboardSheet::blocks() {
  auto& timeline = control_.timeline();
  const auto year = static_cast<int>(control_.settings().number("fiscal_year").value_or(0));
  const auto kind = periods_ == 4 ? calendar::Period::Kind::quarter : calendar::Period::Kind::period;
  Row labels, firsts, lasts;
  for (int i = 1; i <= periods_; ++i) {
    const auto number = timeline.number_of(calendar::Period{year, i, kind});
    labels.emplace_back(timeline.label(number));
    firsts.emplace_back(timeline.days(number).first);
    lasts.emplace_back(timeline.days(number).last);
  }
  for (const int left : {budget_, actual_}) {
    sheet_.write(heat - 2, left, {firsts, lasts, labels});
    sheet_.paint(heat - 2, left, heat - 1, left + periods_ - 1, Style::date);
  }
  Row fields{std::string(tables::control_columns[0].header(language_))};
  for (const auto& dimension : control_.dimensions()) fields.emplace_back(dimension);
  find_parts();
  std::vector<Row> keys{std::move(fields)};
  for (const auto line : rows_) {
    keys.push_back({control_.lines()[line].id});
    for (const auto& part : control_.lines()[line].key) keys.back().push_back(part.empty() ? Content(Blank{}) : Content(part));
  }
  sheet_.write(heat, ids_, std::move(keys));
  sheet_.paint(heat, block, heat + static_cast<int>(rows_.size()), budget_ - 1, Style::note);
  sheet_.paint(first_row(), budget_, last_row(), actual_ + periods_ - 1, Style::amount);
  write_sums();
}

// The rows of the block: the lines of the dashboard, and below them whatever a mixed parent is reckoned from besides.
void DashboardSheet::find_parts() {
  rows_ = lines_;
  for (auto& parent : mixed_parents(control_.lines())) {
    if (std::ranges::find(lines_, parent.line) == lines_.end()) continue;
    for (const auto& [line, sign] : parent.parts)
      if (std::ranges::find(rows_, line) == rows_.end()) rows_.push_back(line);
    mixed_.push_back(std::move(parent));
  }
}

void DashboardSheet::write_sums() {
  const int d = static_cast<int>(control_.dimensions().size()), rows = static_cast<int>(rows_.size());
  const std::string fields = range_name(heat, keys_, heat, keys_ + d - 1), keys = range_name(first_row(), keys_, heat + rows, keys_ + d - 1);
  sheet_.write(heat - 2, ids_, {{Formula{"=" + header_cell(tables::VersionsColumn::kind, control_.dimensions().size())}, std::string(code_of(VersionKind::original))}});
  // One formula for all stages: the ledger is read once whenever it changes.
  sheet_.add(WriteArray{title_, first_row(), posted_, rows, periods_ * static_cast<int>(posted_stages.size()),
                        "=" + our_functions + "ACTUALS(" + tables::ledger.cells() + ";" + keys + ";" + days() + ";" + fields + ";" +
                            array_of(posted_stages) + write_tree() + ")"});
  int top = first_row();
  for (int row = first_row(); row <= last_row(); ++row) {
    const auto mixed = std::ranges::find(mixed_, rows_[static_cast<std::size_t>(row - first_row())], &MixedParent::line);
    if (mixed == mixed_.end()) continue;
    write_figures(top, row - 1);
    write_figures(row, row, &*mixed);
    top = row + 1;
  }
  write_figures(top, last_row());
}

// Budget and actual of rows of the block. The budget by period is the original and whatever changed it since.
void DashboardSheet::write_figures(int top, int bottom, const MixedParent* mixed) {
  if (bottom < top) return;
  const auto sums = [&](Stage stage) {
    if (!mixed) return posted(stage, top, bottom);
    std::string parts;
    for (const auto& [line, sign] : mixed->parts) {
      const int row = first_row() + static_cast<int>(std::ranges::find(rows_, line) - rows_.begin());
      parts += (sign < 0 ? "-" : "+") + posted(stage, row, row);
    }
    return "(" + parts + ")";
  };
  const std::string kinds = range_name(heat - 2, ids_, heat - 2, ids_ + 1);
  std::string budget = "=" + our_functions + "ACTUALS(" + tables::versions.cells() + ";" + range_name(top, ids_, bottom, ids_) + ";" + days() +
                       ";\"line\";\"actual\";;" + kinds + ")";
  for (const Stage stage : {Stage::supplement, Stage::transfer_in, Stage::carry_forward}) budget += "+" + sums(stage);
  const int rows = bottom - top + 1;
  sheet_.add(WriteArray{title_, top, budget_, rows, periods_, budget + "-" + sums(Stage::transfer_out)});
  sheet_.add(WriteArray{title_, top, actual_, rows, periods_, "=" + sums(Stage::actual)});
}

// First and last day of each period.
std::string DashboardSheet::days() const { return range_name(heat - 2, budget_, heat - 1, budget_ + periods_ - 1); }

// The cells with the sums of a stage over rows of the block, a column for each period.
std::string DashboardSheet::posted(Stage stage, int top, int bottom) const {
  const int left = posted_ + periods_ * static_cast<int>(std::ranges::find(posted_stages, stage) - posted_stages.begin());
  return range_name(top, left, bottom, left + periods_ - 1);
}

std::string DashboardSheet::write_tree() {
  std::vector<Row> pairs;
  for (const auto& entry : control_.settings().all("parent")) pairs.push_back({entry.item, entry.text});
  if (pairs.empty()) return {};
  const int end = heat + static_cast<int>(pairs.size()) - 1;
  sheet_.write(heat, tree_, std::move(pairs));
  return ";" + range_name(heat, tree_, end, tree_ + 1);
}

// Actual as a share of the budget of each period: the figure stands in its colour, with a mark where it is over.
void DashboardSheet::heat_map() {
  const int rows = static_cast<int>(std::min(lines_.size(), heat_lines));
  Row header{say(lines_.size() > heat_lines ? phrase::dashboard_heat_largest : phrase::dashboard_heat, {std::to_string(heat_lines)})};
  for (int i = 0; i < periods_; ++i) header.emplace_back(Formula{"=RIGHT(" + cell_name(heat, budget_ + i) + ";3)"});
  std::vector<Row> cells{std::move(header)};
  for (int row = 0; row < rows; ++row) {
    const int at = first_row() + row;
    const std::string id = cell_name(at, ids_), place = "INDEX(" + tables::control.cells() + ";MATCH(" + id + ";" + column(ControlColumn::line) + ";0);1)";
    Row line{Formula{"=" + link(place, quoted(key_of(lines_[static_cast<std::size_t>(row)])))}};
    for (int i = 0; i < periods_; ++i) {
      const std::string budget = cell_name(at, budget_ + i), actual = cell_name(at, actual_ + i);
      line.emplace_back(Formula{"=IF(N(" + actual + ")=0;\"\";IF(N(" + budget + ")=0;" + quoted(say(phrase::status_none)) + ";" + actual + "/" +
                                budget + "))"});
    }
    cells.push_back(std::move(line));
  }
  bottom_ = heat + rows;
  sheet_.write(heat, 0, std::move(cells));
  sheet_.paint(heat, 0, heat, last_column, Style::header);
  sheet_.paint(first_row(), 0, bottom_, 0, Style::text);
  sheet_.paint(first_row(), 1, bottom_, periods_, Style::rate);
  ColourWhere colours{title_, first_row(), 1, bottom_, periods_, {{say(phrase::status_none), Style::adverse}}};
  colours.limits = {{1.1, Style::heat_high}, {1.0 + 1e-9, Style::heat_over}, {0.8, Style::heat_near}, {0.0, Style::heat_low}};
  sheet_.add(std::move(colours));
}

}  // namespace steward::plan
