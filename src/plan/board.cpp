#include "plan/board.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "calendar/fiscal_calendar.hpp"
#include "control/line.hpp"
#include "control/timeline.hpp"
#include "money/money.hpp"
#include "numeral.hpp"
#include "plan/settings.hpp"

namespace steward::plan {
namespace {

using tables::ControlColumn;

constexpr int rows_looked_above = 200;

std::optional<double> figure(const TableReader& table, int row, ControlColumn column) {
  return table.number(row, column);
}

double risk(const BoardLine& line) {
  const double revised = line.revised.value_or(0);
  if (line.is_over()) return 1000 - (revised > 0 ? *line.available / revised : *line.available);
  return line.used.value_or(0);
}

}  // namespace

Result<Board> Board::read(const workbook::Snapshot& book, Language language) {
  STEWARD_TRY(const auto settings, Settings::read(book, language));
  Board board;
  board.title_ = settings.text("title");
  board.decimals_ = static_cast<int>(settings.number("decimals").value_or(2));
  for (const auto& entry : settings.all("dimension")) board.dimensions_.push_back(entry.text);
  STEWARD_TRY(const auto table, TableReader::open(book, tables::control, board.dimensions_.size(), language));
  if (const auto authorities = TableReader::open(book, tables::authorities, 0, language)) board.roles_ = RoleBook(authorities.value(), settings);
  board.sheet_ = table.area().sheet;
  board.left_ = table.area().left;
  const std::size_t first = table.layout().place(ControlColumn::dimensions);
  for (int row = 0; row < table.rows(); ++row) {
    BoardLine line;
    line.id = table.text(row, ControlColumn::line);
    if (line.id.empty()) continue;
    for (std::size_t i = 0; i < board.dimensions_.size(); ++i) {
      line.key.push_back(TableReader::text_of(table.cell(row, first + i)));
      if (const auto part = folded(line.key.back()); !part.empty())
        board.by_part_[part].push_back(static_cast<int>(board.lines_.size()));
    }
    line.name = control::shown(std::span<const std::string>(line.key));
    line.owner = table.text(row, ControlColumn::owner);
    line.status = table.text(row, ControlColumn::status);
    line.revised = figure(table, row, ControlColumn::revised);
    line.available = figure(table, row, ControlColumn::available);
    line.used = figure(table, row, ControlColumn::used);
    line.execution = figure(table, row, ControlColumn::execution);
    line.pace = figure(table, row, ControlColumn::pace);
    line.landing = figure(table, row, ControlColumn::landing);
    line.at = table.position(row, 0);
    const auto nature = read_keyword<Nature>(table.text(row, ControlColumn::nature));
    line.is_revenue = nature && nature.value() == Nature::revenue;
    board.lines_.push_back(std::move(line));
  }
  calendar::FiscalCalendar calendar;
  calendar.start_month = static_cast<int>(settings.number("start_month").value_or(1));
  calendar.pattern = settings.word("pattern", PeriodPattern::monthly);
  calendar.year = settings.word("year", FiscalYear::start);
  STEWARD_TRY(calendar::check(calendar));
  control::Timeline timeline(calendar);
  const int year = static_cast<int>(settings.number("fiscal_year").value_or(0));
  board.calendar_ = calendar;
  board.year_ = year;
  const auto kind = calendar.pattern == PeriodPattern::quarterly ? calendar::Period::Kind::quarter : calendar::Period::Kind::period;
  const auto as_of = settings.date("as_of");
  for (int i = 1; i <= calendar::periods_in_year(calendar.pattern); ++i) {
    STEWARD_TRY(const auto days, calendar::days_of(calendar, {year, i, kind}));
    STEWARD_TRY(const auto number, timeline.number_of(days.first));
    board.periods_.push_back(timeline.label(number));
    board.days_.push_back(days);
    if (as_of && *as_of >= days.first) board.period_now_ = i - 1;
  }
  return board;
}

std::vector<int> Board::at_risk(std::size_t most, const std::string& user) const {
  std::vector<int> places;
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (lines_[i].is_over() || lines_[i].used.value_or(0) > 0) places.push_back(static_cast<int>(i));
  std::ranges::stable_sort(places, [this](int a, int b) {
    return risk(lines_[static_cast<std::size_t>(a)]) > risk(lines_[static_cast<std::size_t>(b)]);
  });
  if (sees_own_lines_first(role_of(user)))
    std::ranges::stable_partition(places, [&](int at) { return folded(lines_[static_cast<std::size_t>(at)].owner) == folded(user); });
  if (places.size() > most) places.resize(most);
  return places;
}

int Board::first_spending() const {
  const auto found = std::ranges::find(lines_, false, &BoardLine::is_revenue);
  return found == lines_.end() ? 0 : static_cast<int>(found - lines_.begin());
}

int Board::period_of(Date day) const {
  const auto found = std::ranges::find_if(days_, [&](const auto& days) { return day >= days.first && day <= days.last; });
  return found == days_.end() ? -1 : static_cast<int>(found - days_.begin());
}

std::optional<ControlColumn> Board::column_at(const workbook::Position& position) const {
  if (position.sheet != sheet_ || position.column < left_) return std::nullopt;
  const tables::Layout layout(tables::control, dimensions_.size());
  const auto place = static_cast<std::size_t>(position.column - left_);
  for (const auto column : {ControlColumn::original, ControlColumn::supplements, ControlColumn::transfers_in, ControlColumn::transfers_out,
                            ControlColumn::carried_in, ControlColumn::revised, ControlColumn::frozen, ControlColumn::precommitted,
                            ControlColumn::committed, ControlColumn::actual, ControlColumn::available, ControlColumn::used,
                            ControlColumn::execution, ControlColumn::status, ControlColumn::pace, ControlColumn::landing})
    if (layout.place(column) == place) return column;
  return std::nullopt;
}

int Board::line_by_id(std::string_view id) const {
  const auto found = std::ranges::find(lines_, id, &BoardLine::id);
  return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

// Of the lines given those with the most parts of their key in the row.
std::vector<int> Board::matching(const std::vector<std::string>& row, std::vector<int> among) const {
  std::unordered_map<int, int> hits;
  for (const auto& cell : row) {
    const auto found = by_part_.find(folded(cell));
    if (found == by_part_.end()) continue;
    for (const int line : found->second)
      if (among.empty() || std::ranges::find(among, line) != among.end()) ++hits[line];
  }
  int most = 0;
  for (const auto& [line, count] : hits) most = std::max(most, count);
  std::vector<int> best;
  for (const auto& [line, count] : hits)
    if (count == most) best.push_back(line);
  return best;
}

int Board::line_at(const workbook::Position& position, const RowTexts& texts) const {
  if (position.sheet == sheet_) {
    const auto found = std::ranges::find(lines_, position.row, [](const BoardLine& line) { return line.at.row; });
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
  }
  const auto row = texts(position.row);
  for (const auto& cell : row)
    if (const int line = line_by_id(cell); line >= 0) return line;
  auto found = matching(row, {});
  for (int above = position.row - 1; found.size() > 1 && above >= 0 && above > position.row - rows_looked_above; --above) {
    auto narrower = matching(texts(above), found);
    if (!narrower.empty() && narrower.size() < found.size()) found = std::move(narrower);
  }
  return found.size() == 1 ? found.front() : -1;
}

std::string number_as_key(double number) {
  return numeral(number);
}

std::string Board::amount(const std::optional<double>& figure) const {
  if (!figure) return {};
  const auto money = Money::from(*figure, decimals_);
  return money ? money.value().text(decimals_) : std::string();
}

std::string Board::share(const std::optional<double>& figure) {
  if (!figure || !std::isfinite(*figure)) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", *figure * 100);
  return text;
}

}  // namespace steward::plan
