#include "question/ask.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cells.hpp"
#include "question/figures.hpp"
#include "words/phrases/functions.gen.hpp"
#include "words/phrases/question.gen.hpp"

namespace steward::question {
namespace {

using Form = Reading::Form;

/// A member that is asked about, and its lines.
struct Group {
  std::string name;
  std::vector<std::size_t> lines;
  unsigned months = 0;  ///< of a group that is a month or quarter
};

Fault not_said() { return {FaultKind::not_available, phrase::table_does_not_say, {}}; }

std::string name_of(const Line& line) {
  std::string name;
  for (const std::string& key : line.keys)
    if (!key.empty()) name += (name.empty() ? "" : " / ") + key;
  return name;
}

/// Answers one reading.
class Answerer {
 public:
  Answerer(const Facts& facts, const Reading& reading, Window window, Language language)
      : facts_(facts), reading_(reading), window_(window), language_(language) {
    has_expense_ = std::ranges::any_of(facts.lines, [&](const Line& line) { return is_named(line) && line.nature != Nature::revenue; });
  }

  Result<Table> answer() const {
    const auto lines = chosen_lines();
    if (lines.empty()) return not_said();
    switch (reading_.form) {
      case Form::amount: return amount(lines);
      case Form::whether: return whether(lines);
      default: break;
    }
    STEWARD_TRY(const auto groups, groups_of(lines));
    STEWARD_TRY(auto rows, rows_of(groups));
    if (reading_.form == Form::breakdown) return table_of(rows);
    if (reading_.form == Form::ranking) return ranking(std::move(rows));
    std::erase_if(rows, [&](const Row& row) { return !fits(row.value); });
    if (reading_.form == Form::count) return one(static_cast<double>(rows.size()));
    sort(rows, reading_.condition->comparison == Comparison::less || reading_.condition->comparison == Comparison::at_most);
    return rows.empty() ? one(word(phrase::answer_none)) : table_of(rows);
  }

 private:
  struct Row {
    std::string name;
    std::optional<double> value;  ///< none: a share without a base, above any limit
  };

  static Table one(Value value) { return Table(1, 1, std::move(value)); }
  std::string word(Phrase phrase) const { return std::string(text(phrase, language_)); }

  // Which natures a measure concerns: an overrun or a commitment is one of expense.
  bool concerns(const Line& line) const {
    if (line.nature == Nature::statistical) return false;
    const bool revenue = line.nature == Nature::revenue;
    if (reading_.nature) return revenue == (*reading_.nature == Nature::revenue);
    switch (reading_.measure) {
      case Measure::excess: case Measure::overspend: case Measure::margin: case Measure::committed: case Measure::precommitted: case Measure::frozen:
        return !revenue;
      case Measure::available: case Measure::consumed: case Measure::used: case Measure::remaining: case Measure::executed:
        return !revenue || !has_expense_;
      default: return true;
    }
  }

  std::vector<std::size_t> chosen_lines() const {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < facts_.lines.size(); ++i)
      if (is_named(facts_.lines[i])) lines.push_back(i);
    std::erase_if(lines, [&](std::size_t i) { return !concerns(facts_.lines[i]); });
    return lines;
  }
  bool is_named(const Line& line) const {
    return std::ranges::all_of(reading_.members, [&](const auto& member) {
      return member.second.contains(folded(line.keys[static_cast<std::size_t>(member.first)]));
    });
  }

  Result<std::vector<Group>> groups_of(const std::vector<std::size_t>& lines) const {
    if (*reading_.group == group_month || *reading_.group == group_quarter) return time_groups(lines);
    std::vector<Group> groups;
    for (const std::size_t i : lines) {
      const Line& line = facts_.lines[i];
      const std::string name = *reading_.group == group_line ? name_of(line) : line.keys[static_cast<std::size_t>(*reading_.group)];
      if (name.empty()) continue;
      const auto found = std::ranges::find_if(groups, [&](const Group& group) { return folded(group.name) == folded(name); });
      if (found == groups.end()) groups.push_back({name, {i}});
      else found->lines.push_back(i);
    }
    return groups;
  }

  Result<std::vector<Group>> time_groups(const std::vector<std::size_t>& lines) const {
    std::vector<Group> groups;
    const int length = *reading_.group == group_month ? 1 : 3;
    for (int first = 1; first <= 12; first += length) {
      const unsigned months = ((1u << length) - 1) << (first - 1);
      if (window_.months != 0 && (months & ~window_.months) != 0) continue;
      if (!has_figures(months)) continue;
      const int index = (first - 1) / length + 1;
      groups.push_back({length == 1 ? month_name(index) : year_before() + "Q" + std::to_string(index), lines, months});
    }
    if (groups.empty()) return not_said();
    return groups;
  }
  std::string year_before() const { return window_.year ? std::to_string(window_.year) + "-" : std::string(); }
  // "2026-03"; where no year is known "March" or "3月".
  std::string month_name(int month) const {
    constexpr std::array<const char*, 12> names{"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
    const std::string number = std::to_string(month);
    if (window_.year) return year_before() + (month < 10 ? "0" : "") + number;
    return language_ == Language::chinese ? number + "月" : names[static_cast<std::size_t>(month - 1)];
  }
  bool has_figures(unsigned months) const {
    const Window part{window_.year, months};
    return std::ranges::any_of(facts_.figures, [&](const Figure& figure) {
      return figure.span.has_period() && part.holds(figure.span);
    });
  }

  Result<std::vector<Row>> rows_of(const std::vector<Group>& groups) const {
    std::vector<Row> rows;
    for (const Group& group : groups) {
      const Window window = group.months ? Window{window_.year, group.months} : window_;
      const auto value = Sums(facts_, window).of(reading_.measure, group.lines);
      // A month without figures, as one to come, is left out.
      if (value.has_error() && group.months != 0 && value.error().sentence == phrase::table_does_not_say) continue;
      if (value.has_error()) return value.error();
      rows.push_back({group.name, value.value()});
    }
    if (rows.empty()) return not_said();
    if (reading_.form == Form::breakdown && is_overrun())
      for (Row& row : rows) row.value = std::max(0.0, *row.value);
    return rows;
  }
  bool is_overrun() const { return reading_.measure == Measure::excess || reading_.measure == Measure::overspend; }

  bool fits(std::optional<double> value) const {
    constexpr double same = 1e-12;
    const double limit = reading_.condition->limit;
    const bool equal = value && std::abs(*value - limit) <= same * std::max(1.0, std::abs(limit));
    const bool above = !value || (!equal && *value > limit);
    switch (reading_.condition->comparison) {
      case Comparison::less: return !above && !equal;
      case Comparison::at_most: return !above;
      case Comparison::greater: return above;
      case Comparison::at_least: return above || equal;
      case Comparison::equal: return equal;
      case Comparison::different: return !equal;
    }
    return false;
  }

  Result<Table> amount(const std::vector<std::size_t>& lines) const {
    STEWARD_TRY(const auto value, Sums(facts_, window_).of(reading_.measure, lines));
    if (!value) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
    return one(is_overrun() ? std::max(0.0, *value) : *value);
  }

  Result<Table> whether(const std::vector<std::size_t>& lines) const {
    STEWARD_TRY(const auto value, Sums(facts_, window_).of(reading_.measure, lines));
    return one(word(fits(value) ? phrase::answer_yes : phrase::answer_no));
  }

  static void sort(std::vector<Row>& rows, bool lowest_first) {
    std::ranges::stable_sort(rows, [&](const Row& a, const Row& b) {
      if (!a.value || !b.value) return lowest_first ? a.value && !b.value : !a.value && b.value;
      return lowest_first ? *a.value < *b.value : *a.value > *b.value;
    });
  }

  Result<Table> ranking(std::vector<Row> rows) const {
    if (is_overrun()) std::erase_if(rows, [](const Row& row) { return *row.value <= 0; });
    sort(rows, reading_.lowest_first);
    if (rows.empty()) return one(word(phrase::answer_none));
    // Which is the largest has no answer when the last that is shown ties with the first that is not.
    const auto count = static_cast<std::size_t>(reading_.count);
    if (rows.size() > count && rows[count - 1].value == rows[count].value)
      return Fault{FaultKind::not_available, phrase::ranks_tie, {rows[count - 1].name, rows[count].name}};
    rows.resize(std::min(rows.size(), count));
    return table_of(rows);
  }

  static Table table_of(const std::vector<Row>& rows) {
    Table table;
    for (const Row& row : rows) table.append({row.name, row.value ? Value(*row.value) : Value(CellError{"#DIV/0!"})});
    return table;
  }

  const Facts& facts_;
  const Reading& reading_;
  Window window_;
  Language language_;
  bool has_expense_ = false;
};

}  // namespace

Result<Table> ask(const std::string& question, const Table& table, std::optional<Date> as_of, Date null_date) {
  STEWARD_TRY(const Facts facts, read_facts(table, null_date));
  if (folded(question) == "?") return topics_of(facts, language_of(table));
  STEWARD_TRY(const Reading reading, read_question(question, facts));
  STEWARD_TRY(const Window window, window_of(reading.time, facts, as_of));
  return Answerer(facts, reading, window, language_of(Table(1, 1, question))).answer();
}

}  // namespace steward::question
