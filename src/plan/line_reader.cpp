#include "plan/line_reader.hpp"

#include <algorithm>

#include "allocation/share.hpp"
#include "ledger/fields.hpp"
#include "plan/table_choice.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {

using recognise::AmountColumn;
using recognise::Dimension;
using recognise::PeriodKind;
using recognise::PeriodName;

namespace {

// A column whose keys only say the year, version or currency of their amounts is no part of a line's key.
bool names_lines(const recognise::BudgetTable& table, std::size_t dimension) {
  if (static_cast<int>(dimension) == table.period_dimension) return false;
  const auto tells = table.dimensions[dimension].tells;
  return tells == recognise::Tells::nothing || tells == recognise::Tells::nature;
}

bool is_blank_key(const std::vector<std::string>& key) {
  return std::ranges::all_of(key, [](const std::string& part) { return folded(part).empty(); });
}

// When the figures of a column lie, as far as tables can differ by it; empty where it may be any time.
std::string time_of(const ChosenTable& chosen) {
  const AmountColumn& column = *chosen.budget.columns.front();
  if (chosen.budget.columns.size() != 1 || !column.period) return {};
  return std::to_string(column.period->year) + ":" + column.period->label;
}

}  // namespace

Outcome LineReader::read(const std::vector<ChosenTable>& chosen) {
  STEWARD_TRY(const auto decimals, options_.number("decimals"));
  decimals_ = static_cast<int>(decimals.value_or(2));
  STEWARD_TRY(const auto month, options_.number("month"));
  if (month) month_ = static_cast<int>(*month);
  const bool grouped = needs_groups(chosen);
  if (grouped) reading_.dimensions.emplace_back(text(phrase::group_header, request_.now.language));
  for (const ChosenTable& one : chosen) {
    Keys keys = keys_of(one, grouped);
    STEWARD_TRY(read_columns(one, one.budget, keys, &ReadLine::budget));
    STEWARD_TRY(read_columns(one, one.actual, keys, &ReadLine::actual));
    STEWARD_TRY(read_columns(one, one.committed, keys, &ReadLine::committed));
  }
  for (ReadLine& line : reading_.lines) line.key.resize(reading_.dimensions.size());
  return success();
}

// Month sheets have the same lines at other times; tables of the same time are told apart.
bool LineReader::needs_groups(const std::vector<ChosenTable>& chosen) const {
  if (chosen.size() < 2) return false;
  std::set<std::string> times;
  for (const ChosenTable& one : chosen) times.insert(time_of(one));
  return times.size() != chosen.size() || times.contains("");
}

std::size_t LineReader::dimension_named(const std::string& header, std::size_t place,
                                        const std::set<std::size_t>& taken) {
  for (std::size_t i = 0; i < reading_.dimensions.size(); ++i)
    if (!taken.contains(i) && folded(reading_.dimensions[i]) == folded(header)) return i;
  const bool is_first_table = reading_.lines.empty();
  if (!is_first_table && place < reading_.dimensions.size() && !taken.contains(place)) return place;
  std::string name = header;
  const auto is_used = [&] {
    return std::ranges::any_of(reading_.dimensions, [&](const auto& known) { return folded(known) == folded(name); });
  };
  for (int number = 2; is_used(); ++number) name = header + " " + std::to_string(number);
  reading_.dimensions.push_back(name);
  return reading_.dimensions.size() - 1;
}

LineReader::Keys LineReader::keys_of(const ChosenTable& chosen, bool grouped) {
  const auto& table = *chosen.table;
  const Language language = request_.now.language;
  Keys keys;
  std::set<std::size_t> taken;
  if (grouped) {
    keys.group = name_of(request_.book, table);
    taken.insert(0);
  }
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    if (!names_lines(table, i)) continue;
    const Dimension& dimension = table.dimensions[i];
    std::string name = dimension.header;
    if (folded(name).empty()) name = text(dimension.is_section ? phrase::group_header : phrase::item_header, language);
    if (ledger::field_of(name)) name = filled(phrase::dimension_suffix, language, std::vector{name});
    const std::size_t at = dimension_named(name, keys.parts.size() + grouped, taken);
    taken.insert(at);
    keys.parts.emplace_back(i, at);
  }
  if (keys.parts.empty() || chosen.budget.are_lines)
    item_ = dimension_named(std::string(text(phrase::item_header, language)), keys.parts.size() + grouped, taken);
  keys.by_nature = natures_share_keys(chosen, keys);
  if (keys.by_nature) nature_ = dimension_named(std::string(text(phrase::nature_header, language)), ~0u, taken);
  return keys;
}

std::vector<std::string> LineReader::key_of(const ChosenTable& chosen, const Keys& keys, std::size_t leaf) const {
  std::vector<std::string> key(reading_.dimensions.size());
  for (const auto& [dimension, at] : keys.parts)
    key[at] = recognise::key_of(request_.book, *chosen.table, leaf, dimension);
  return key;
}

Nature LineReader::nature_of(const ChosenTable& chosen, const AmountColumn& column, std::size_t leaf) const {
  const auto slice = static_cast<std::size_t>(chosen.table->leaves[leaf].slice);
  const auto by_row = slice < chosen.table->slices.size() ? chosen.table->slices[slice].nature : std::nullopt;
  const Nature own = column.nature.value_or(by_row.value_or(Nature::expense));
  const auto wished = options_.word("nature", own);
  return wished ? wished.value() : own;
}

bool LineReader::natures_share_keys(const ChosenTable& chosen, const Keys& keys) const {
  if (chosen.budget.are_lines || chosen.table->slices.size() < 2) return false;
  std::map<std::string, Nature> known;
  for (const auto* column : chosen.budget.columns) {
    for (std::size_t leaf = 0; leaf < chosen.table->leaves.size(); ++leaf) {
      if (!recognise::counts(*column, chosen.table->leaves[leaf])) continue;
      std::string compared;
      for (const auto& part : key_of(chosen, keys, leaf)) compared += folded(part) + '\x1f';
      const Nature nature = nature_of(chosen, *column, leaf);
      if (known.try_emplace(std::move(compared), nature).first->second != nature) return true;
    }
  }
  return false;
}

// Of a column that is a line: its header; of a table of one line: what the table is called.
std::string LineReader::line_name(const ChosenTable& chosen, const AmountColumn& column) const {
  const bool is_period = column.period && column.period->kind != PeriodKind::year;
  return column.header.empty() || is_period ? name_of(request_.book, *chosen.table) : column.header;
}

std::size_t LineReader::line_of(const ChosenTable& chosen, const Keys& keys, const ColumnSet& set,
                                const AmountColumn& column, std::size_t leaf) {
  std::vector<std::string> key = key_of(chosen, keys, leaf);
  const int row = chosen.table->leaves[leaf].row;
  const Nature nature = nature_of(chosen, column, leaf);
  if (keys.parts.empty() || set.are_lines)
    key[item_] = line_name(chosen, column);
  else if (is_blank_key(key))  // an amount without a name must not be lost
    key[keys.parts.front().second] =
        filled(phrase::row_without_name, request_.now.language, std::vector{std::to_string(row + 1)});
  if (!keys.group.empty()) key[0] = keys.group;
  if (keys.by_nature) key[nature_] = std::string(code_of(nature));
  std::string compared;
  for (const auto& part : key) compared += folded(part) + '\x1f';
  const workbook::Position at{chosen.table->area.sheet, row, chosen.table->area.left};
  const auto [entry, is_new] = by_key_.try_emplace(compared, reading_.lines.size());
  if (is_new) {
    reading_.lines.push_back({std::move(key), nature, at, {}, {}, {}});
  } else if (chosen.table->period_dimension < 0 && !set.are_lines) {
    const workbook::Position& first = reading_.lines[entry->second].at;
    if (first.sheet == at.sheet && first.row != row && rows_seen_.emplace(at.sheet, row).second)
      ++reading_.rows_joined;
  }
  return entry->second;
}

// The period of a row or else of the column; days and weeks without a month take the one that the user names.
Result<std::optional<PeriodName>> LineReader::period_of(const ChosenTable& chosen, const AmountColumn& column,
                                                        std::size_t leaf) const {
  auto period = column.period;
  if (chosen.table->period_dimension >= 0) {
    if (auto own = recognise::period_of(request_.book, *chosen.table, leaf)) period = own;
  }
  const bool has_no_month = period && period->month == 0 &&
                            (period->kind == PeriodKind::day || (period->kind == PeriodKind::week && month_));
  if (has_no_month && month_) period->month = *month_;
  return period;
}

Outcome LineReader::read_columns(const ChosenTable& chosen, const ColumnSet& set, const Keys& keys,
                                 std::map<Date, Money> ReadLine::*figures) {
  const PeriodPlaces places(reading_.calendar, reading_.year, name_of(request_.book, *chosen.table));
  const bool only_this_year = options_.has("year"), is_budget = figures == &ReadLine::budget;
  for (const auto* column : set.columns) {
    for (std::size_t leaf = 0; leaf < chosen.table->leaves.size(); ++leaf) {
      if (!recognise::counts(*column, chosen.table->leaves[leaf])) continue;
      STEWARD_TRY(const auto amount,
                  recognise::amount_of(request_.book, *chosen.table, *column, leaf, decimals_));
      STEWARD_TRY(const auto period, period_of(chosen, *column, leaf));
      STEWARD_TRY(const auto days, places.of(period, column->year));
      if (only_this_year) {
        STEWARD_TRY(const auto own, calendar::period_of(reading_.calendar, days.front()));
        if (own.year != reading_.year) continue;
      }
      const bool is_dated = period && period->kind != PeriodKind::year;
      if (!is_budget && !is_dated && column->year != 0) {  // "Actual 2024" beside the budget of 2025 opens nothing
        STEWARD_TRY(const auto own, calendar::period_of(reading_.calendar, days.front()));
        STEWARD_TRY(const auto opened, calendar::period_of(reading_.calendar, *cut_over_));
        if (own.year != opened.year) continue;
      }
      const auto line = line_of(chosen, keys, set, *column, leaf);
      if (!amount) continue;
      STEWARD_TRY(add(reading_.lines[line].*figures, days, is_dated, *amount, is_budget));
    }
  }
  return success();
}

Outcome LineReader::add(std::map<Date, Money>& figures, const std::vector<Date>& days, bool is_dated, Money amount,
                        bool is_budget) {
  if (!is_budget && !is_dated) {
    figures[*cut_over_] += amount;
    return success();
  }
  if (!is_budget) {
    if (days.front() > *cut_over_)
      ++reading_.after_cut_over;
    else
      figures[days.front()] += amount;
    return success();
  }
  if (days.size() == 1) {
    figures[days.front()] += amount;
    return success();
  }
  reading_.is_phased_evenly = true;
  STEWARD_TRY(const auto parts, allocation::share(amount, std::vector<double>(days.size(), 1.0)));
  for (std::size_t i = 0; i < days.size(); ++i) figures[days[i]] += parts[i];
  return success();
}

}  // namespace steward::plan
