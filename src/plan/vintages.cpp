#include "plan/vintages.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tables/tables.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using control::PeriodNumber;
using tables::VersionsColumn;

PeriodNumber first_period(const std::map<std::pair<LineNumber, PeriodNumber>, Money>& figures) {
  PeriodNumber first = figures.begin()->first.second;
  for (const auto& [place, money] : figures) first = std::min(first, place.second);
  return first;
}

}  // namespace

Vintages::Vintages(ControlBook& control) : control_(control) {
  const auto& table = control.table(tables::versions);
  for (int row = 0; row < table.rows(); ++row) {
    const auto kind = read_keyword<VersionKind>(table.text(row, VersionsColumn::kind));
    if (!kind || kind.value() != VersionKind::forecast) continue;
    const auto line = control.lines().by_id(table.text(row, VersionsColumn::line));
    const auto day = table.date(row, VersionsColumn::date);
    const auto amount = table.number(row, VersionsColumn::amount);
    if (!line || !day || !amount) continue;
    const auto period = control.timeline().number_of(*day);
    const auto money = Money::from(*amount, control.decimals());
    if (!period || !money) continue;
    const std::string name = table.text(row, VersionsColumn::version);
    auto known = std::ranges::find(vintages_, name, &std::pair<std::string, Figures>::first);
    if (known == vintages_.end()) known = vintages_.insert(known, {name, {}});
    known->second[{*line, period.value()}] += money.value();
  }
}

std::optional<std::string> Vintages::same_as_last(PeriodNumber first, const std::vector<LineForecast>& lines) const {
  if (vintages_.empty()) return std::nullopt;
  Figures figures;
  for (const auto& line : lines)
    for (std::size_t h = 0; h < line.amounts.size(); ++h)
      figures[{line.line, first + static_cast<int>(h)}] = line.amounts[h];
  return figures == vintages_.back().second ? std::optional(vintages_.back().first) : std::nullopt;
}

std::string Vintages::add(PeriodNumber first, const std::vector<LineForecast>& lines, const Circumstances& now,
                          std::vector<Edit>& edits, LogWriter& log) {
  int last = 0;
  for (const auto& [name, figures] : vintages_)
    if (name.starts_with('F')) last = std::max(last, std::atoi(name.c_str() + 1));
  const std::string name = "F" + std::to_string(last + 1);
  const auto& timeline = control_.timeline();
  AppendRows edit{std::string(tables::versions.name), {}};
  RowChain chain;
  for (const auto& line : lines)
    for (std::size_t h = 0; h < line.amounts.size(); ++h) {
      const PeriodNumber period = first + static_cast<int>(h);
      std::vector<Content> row{name,
                               std::string(code_of(VersionKind::forecast)),
                               control_.lines()[line.line].id,
                               timeline.label(period),
                               timeline.days(period).first,
                               line.amounts[h].amount(control_.decimals()),
                               now.user,
                               moment(now)};
      chain.add(row);
      edit.rows.append(std::move(row));
    }
  log.add({"", "", "forecast", "", "figures=" + std::to_string(edit.rows.rows()) + "; version=" + name +
                                       "; sha256=" + chain.digest(), ""});
  edits.push_back(std::move(edit));
  return name;
}

std::vector<forecast::KeptForecast> Vintages::kept(const std::vector<LineNumber>& lines, PeriodNumber first) const {
  std::vector<forecast::KeptForecast> result;
  for (const auto& [name, figures] : vintages_) {
    if (figures.empty()) continue;
    std::map<PeriodNumber, Money> totals;
    for (const auto& [place, money] : figures)
      if (std::ranges::find(lines, place.first) != lines.end()) totals[place.second] += money;
    const int origin = first_period(figures) - first;
    for (const auto& [period, money] : totals)
      result.push_back({origin, period - first + 1, money.amount(control_.decimals())});
  }
  return result;
}

Table accuracy_by_lead(const std::vector<forecast::KeptForecast>& kept, forecast::Gaps actuals) {
  Table table;
  const auto errors = forecast::errors_by_lead(kept, actuals);
  for (std::size_t h = 0; h < errors.size(); ++h) {
    const auto& e = errors[h];
    if (e.count == 0) continue;
    table.append({static_cast<double>(h + 1), static_cast<double>(e.count), e.bias, e.absolute, std::sqrt(e.square),
                  e.symmetric});
  }
  return table;
}

}  // namespace steward::plan
