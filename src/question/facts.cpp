#include "question/facts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "question/control_table.hpp"
#include "recognise/recognise.hpp"
#include "recognise/vocabulary.hpp"
#include "words/phrases/question.gen.hpp"

namespace steward::question {
namespace {

using recognise::AmountColumn;
using recognise::BudgetTable;
using recognise::PeriodKind;
using recognise::PeriodName;

// Whether a number is the first or last day of a month between 1960 and 2099, as headers of months are.
bool is_month_date(double number, Date null_date) {
  if (number != std::floor(number) || std::abs(number) > 1e6) return false;
  const Date day = null_date + std::chrono::days(static_cast<int>(number));
  const std::chrono::year_month_day calendar(day), next(day + std::chrono::days(1));
  const int year = static_cast<int>(calendar.year());
  return year >= 1960 && year < 2100 && (unsigned(calendar.day()) == 1 || unsigned(next.day()) == 1);
}

// A range does not tell which of its numbers are dates: numbers of the first rows that all name months are.
bool is_row_of_dates(const Table& table, std::size_t row, Date null_date) {
  int dates = 0;
  for (std::size_t column = 0; column < table.columns(); ++column) {
    const auto* number = std::get_if<double>(&table.at(row, column));
    if (!number) continue;
    if (!is_month_date(*number, null_date)) return false;
    ++dates;
  }
  return dates > 1;
}

// So are whole numbers of a column in the range of dates below a header that says so.
bool is_column_of_dates(const Table& table, std::size_t column) {
  int dates = 0;
  bool is_named = false;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const Value& cell = table.at(row, column);
    if (const auto* number = std::get_if<double>(&cell)) {
      if (*number < 20000 || *number > 80000 || *number != std::floor(*number)) return false;
      ++dates;
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
      if (dates == 0 && recognise::terms_in(*text).has(recognise::Term::period)) is_named = true;
    }
  }
  return dates > 0 && is_named;
}

workbook::Snapshot snapshot_of(const Table& table, Date null_date) {
  workbook::Snapshot snapshot;
  const std::chrono::year_month_day null(null_date);
  snapshot.null_year = static_cast<int>(null.year());
  snapshot.null_month = static_cast<int>(unsigned(null.month()));
  snapshot.null_day = static_cast<int>(unsigned(null.day()));
  auto& sheet = snapshot.sheets.emplace_back("T", static_cast<int>(table.rows()), static_cast<int>(table.columns()));
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const bool row_of_dates = r < 8 && is_row_of_dates(table, r, null_date);
    for (std::size_t c = 0; c < table.columns(); ++c) {
      const int row = static_cast<int>(r), column = static_cast<int>(c);
      const Value& cell = table.at(r, c);
      if (const auto* text = std::get_if<std::string>(&cell); text && !text->empty()) sheet.set_text(row, column, *text);
      if (const auto* error = std::get_if<CellError>(&cell)) sheet.set_error(row, column, error->name);
      if (const auto* number = std::get_if<double>(&cell))
        sheet.set_number(row, column, *number, row_of_dates ? workbook::Format::date : workbook::Format::general);
    }
  }
  for (std::size_t c = 0; c < table.columns(); ++c) {
    if (!is_column_of_dates(table, c)) continue;
    for (std::size_t r = 0; r < table.rows(); ++r)
      if (std::holds_alternative<double>(table.at(r, c)))
        sheet.set_format(static_cast<int>(r), static_cast<int>(c), workbook::Format::date);
  }
  return snapshot;
}

// The month that a header such as "2026-03-01" begins.
std::optional<PeriodName> month_in(const std::string& header) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(header.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12) return std::nullopt;
  return PeriodName{PeriodKind::month, year, month, month, header};
}

std::optional<Span> span_of(const PeriodName& period, int year) {
  Span span{period.year ? period.year : year, 0, 0, 0};
  switch (period.kind) {
    case PeriodKind::year:
      return Span{period.year ? period.year : period.index > 1900 ? period.index : year, 1, 12, 0};
    case PeriodKind::half:
      span.first = 6 * period.index - 5, span.last = 6 * period.index;
      return span;
    case PeriodKind::quarter:
      span.first = 3 * period.index - 2, span.last = 3 * period.index;
      return span;
    case PeriodKind::month:
      if (period.index > 12) return std::nullopt;
      span.first = span.last = period.index;
      return span;
    case PeriodKind::day:
      if (period.month == 0) return std::nullopt;
      span.first = span.last = period.month, span.day = period.index;
      return span;
    case PeriodKind::week:
      break;
  }
  return std::nullopt;
}

std::optional<Measure> measure_of(AmountRole role) {
  switch (role) {
    case AmountRole::budget: return Measure::original;  // the budget proper where nothing is revised: see `settle`
    case AmountRole::revised: return Measure::budget;
    case AmountRole::actual: return Measure::actual;
    case AmountRole::committed: return Measure::committed;
    case AmountRole::estimate: return Measure::estimate;
    default: return std::nullopt;
  }
}

// The measure that a key of a column of versions names: "Budget", "Actual", 实际.
std::optional<Measure> measure_named(std::string_view key) {
  struct Word {
    Measure measure;
    std::string_view names;
  };
  constexpr std::array words{
      Word{Measure::original, "|budget|plan|planned|original budget|original|预算|计划|年初预算|预算数|"},
      Word{Measure::budget, "|revised budget|revised|调整后预算|调整预算|"},
      Word{Measure::actual, "|actual|actuals|spent|实际|实际发生|实际数|执行|执行数|实际支出|"},
      Word{Measure::committed, "|committed|commitment|commitments|encumbered|占用|承诺|"},
      Word{Measure::estimate, "|forecast|estimate|landing|outlook|预测|预计|预估|滚动预测|"}};
  const std::string wanted = "|" + folded(key) + "|";
  for (const auto& [measure, names] : words)
    if (wanted.size() > 2 && names.find(wanted) != std::string_view::npos) return measure;
  return std::nullopt;
}

/// Collects the lines and figures of one recognised table.
class Collector {
 public:
  Collector(const workbook::Snapshot& snapshot, const BudgetTable& table, Facts& facts)
      : snapshot_(snapshot), table_(table), facts_(facts) {}

  Outcome collect() {
    find_roles_of_dimensions();
    if (!measures_ && has_versions()) return Fault{FaultKind::not_available, phrase::table_has_alternatives, {}};
    const auto base = facts_.lines.size();
    for (std::size_t leaf = 0; leaf < table_.leaves.size(); ++leaf) add_line(leaf);
    const bool lone = std::ranges::none_of(table_.columns, [](const AmountColumn& c) { return measure_of(c.role).has_value(); });
    for (const AmountColumn& column : table_.columns) {
      if (column.is_derived && has_sources(column)) continue;
      auto measure = measure_of(role_of(column));
      // Figures that nothing names are the budget when there are no others.
      if (!measure && (lone || measures_) && column.role == AmountRole::other) measure = Measure::original;
      if (!measure) continue;
      if (!column.scenario.empty()) return Fault{FaultKind::not_available, phrase::table_has_alternatives, {}};
      STEWARD_TRY(add_figures(column, *measure, base));
    }
    for (const std::size_t dimension : amount_dimensions_) add_amounts(dimension, base);
    return success();
  }

 private:
  bool all_keys(std::size_t dimension, const auto& fits) const {
    for (std::size_t leaf = 0; leaf < table_.leaves.size(); ++leaf)
      if (!fits(recognise::key_of(snapshot_, table_, leaf, dimension))) return false;
    return !table_.leaves.empty();
  }
  // A column of versions says what the figures are, and one of natures of what kind a line is: neither is a dimension.
  void find_roles_of_dimensions() {
    is_dimension_.assign(table_.dimensions.size(), true);
    for (std::size_t d = 0; d < table_.dimensions.size(); ++d) {
      const bool measures = all_keys(d, [](const std::string& key) { return measure_named(key).has_value(); });
      const bool natures = all_keys(d, [](const std::string& key) { return read_keyword<Nature>(key).has_value(); });
      if (measures) measures_ = d;
      if (natures) natures_ = d;
      // Round amounts look like codes; what a measure is named after is none.
      const bool amounts = measure_named(table_.dimensions[d].header) && all_keys(d, [&](const std::string& key) { return amount_in(key).has_value(); });
      if (amounts) amount_dimensions_.push_back(d);
      is_dimension_[d] = !measures && !natures && !amounts && static_cast<int>(d) != table_.period_dimension;
      if (is_dimension_[d]) facts_.dimensions.push_back(table_.dimensions[d].header);
    }
  }

  static std::optional<double> amount_in(const std::string& key) {
    double amount = 0;
    const auto read = std::from_chars(key.data(), key.data() + key.size(), amount);
    return !key.empty() && read.ec == std::errc{} && read.ptr == key.data() + key.size() ? std::optional(amount) : std::nullopt;
  }
  void add_amounts(std::size_t dimension, std::size_t base) {
    const Measure measure = *measure_named(table_.dimensions[dimension].header);
    for (std::size_t leaf = 0; leaf < table_.leaves.size(); ++leaf)
      if (const auto amount = amount_in(recognise::key_of(snapshot_, table_, leaf, dimension)))
        facts_.figures.push_back({base + leaf, measure, {}, *amount});
  }

  // Versions down the rows that are no measures are alternatives of the same figures.
  bool has_versions() const {
    return std::ranges::any_of(table_.slices, [&](const recognise::Slice& slice) {
      return slice.version != table_.slices.front().version && slice.role == table_.slices.front().role;
    });
  }

  int year_of(const AmountColumn& column) const {
    if (column.year != 0 || column.slice < 0) return column.year;
    return table_.slices[static_cast<std::size_t>(column.slice)].year;
  }

  AmountRole role_of(const AmountColumn& column) const {
    if (column.slice >= 0)
      if (const auto role = table_.slices[static_cast<std::size_t>(column.slice)].role) return *role;
    return column.role;
  }
  // A sum over periods is left out for the periods themselves, but a column that merely looks derived is all there is.
  bool has_sources(const AmountColumn& column) const {
    return std::ranges::any_of(table_.columns, [&](const AmountColumn& other) {
      return &other != &column && !other.is_derived && role_of(other) == role_of(column);
    });
  }

  void add_line(std::size_t leaf) {
    Line line;
    for (std::size_t d = 0; d < table_.dimensions.size(); ++d) {
      if (is_dimension_[d]) line.keys.push_back(recognise::key_of(snapshot_, table_, leaf, d));
    }
    const auto& slice = table_.slices.empty() ? recognise::Slice{} : table_.slices[static_cast<std::size_t>(table_.leaves[leaf].slice)];
    line.nature = slice.nature.value_or(Nature::expense);
    if (natures_) line.nature = read_keyword<Nature>(recognise::key_of(snapshot_, table_, leaf, *natures_)).value();
    facts_.lines.push_back(std::move(line));
  }

  Outcome add_figures(const AmountColumn& column, Measure measure, std::size_t base) {
    for (std::size_t leaf = 0; leaf < table_.leaves.size(); ++leaf) {
      if (!recognise::counts(column, table_.leaves[leaf])) continue;
      STEWARD_TRY(const auto amount, recognise::amount_of(snapshot_, table_, column, leaf, 2));
      if (!amount) continue;
      Span span{year_of(column), 0, 0, 0};
      auto period = column.period;
      if (!period && !column.path.empty()) period = month_in(column.path.back());
      if (table_.period_dimension >= 0 && !period) period = recognise::period_of(snapshot_, table_, leaf);
      if (period) {
        const auto read = span_of(*period, year_of(column));
        if (!read) return Fault{FaultKind::not_available, phrase::table_has_odd_periods, {}};
        span = *read;
      }
      const Measure said = measures_ ? *measure_named(recognise::key_of(snapshot_, table_, leaf, *measures_)) : measure;
      facts_.figures.push_back({base + leaf, said, span, amount->amount(2)});
    }
    return success();
  }

  const workbook::Snapshot& snapshot_;
  const BudgetTable& table_;
  Facts& facts_;
  std::vector<bool> is_dimension_;
  std::vector<std::size_t> amount_dimensions_;
  std::optional<std::size_t> measures_, natures_;
};

// Where a table has no revised budget, its budget is the one to be kept to.
void settle_budget(Facts& facts) {
  if (facts.has(Measure::budget)) return;
  for (Figure& figure : facts.figures)
    if (figure.measure == Measure::original) figure.measure = Measure::budget;
}

// Of a measure that stands by month and for the year, the months are the figures and the year is their sum.
void drop_sums_over_periods(Facts& facts) {
  for (std::size_t m = 0; m < stored_measures; ++m) {
    const auto is_this = [&](const Figure& f) { return f.measure == static_cast<Measure>(m); };
    const auto is_part = [&](const Figure& f) { return is_this(f) && f.span.has_period() && !f.span.is_whole_year(); };
    if (std::ranges::none_of(facts.figures, is_part)) continue;
    std::erase_if(facts.figures, [&](const Figure& f) { return is_this(f) && !is_part(f); });
  }
}

// Two figures for the same line, measure and days are two versions.
Outcome refuse_versions(const Facts& facts) {
  std::vector<std::tuple<std::size_t, Measure, Span>> seen;
  for (const Figure& figure : facts.figures) seen.emplace_back(figure.line, figure.measure, figure.span);
  std::ranges::sort(seen);
  if (std::ranges::adjacent_find(seen) != seen.end())
    return Fault{FaultKind::not_available, phrase::table_has_alternatives, {}};
  return success();
}

// Rows of the same keys in a long table, one for each version or month, are one line.
void join_lines(Facts& facts) {
  std::vector<std::size_t> of(facts.lines.size());
  std::vector<Line> kept;
  for (std::size_t i = 0; i < facts.lines.size(); ++i) {
    const Line& line = facts.lines[i];
    const auto found = std::ranges::find_if(kept, [&](const Line& other) { return other.keys == line.keys && other.nature == line.nature; });
    of[i] = static_cast<std::size_t>(found - kept.begin());
    if (found == kept.end()) kept.push_back(line);
  }
  for (Figure& figure : facts.figures) figure.line = of[figure.line];
  facts.lines = std::move(kept);
}

}  // namespace

bool Facts::has(Measure stored) const {
  return std::ranges::any_of(figures, [&](const Figure& figure) { return figure.measure == stored; });
}

Result<Facts> read_facts(const Table& table, Date null_date) {
  if (auto control = read_control_table(table)) return std::move(*control);
  const auto snapshot = snapshot_of(table, null_date);
  recognise::Options options;
  options.area = workbook::Area{0, 0, 0, static_cast<int>(table.rows()) - 1, static_cast<int>(table.columns()) - 1};
  const auto found = recognise::recognise(snapshot, options);
  if (found.tables.empty()) return Fault{FaultKind::not_available, phrase::range_is_no_budget, {}};
  Facts facts;
  const BudgetTable& budget = found.tables.front();
  STEWARD_TRY(Collector(snapshot, budget, facts).collect());
  if (facts.figures.empty()) return Fault{FaultKind::not_available, phrase::range_is_no_budget, {}};
  settle_budget(facts);
  drop_sums_over_periods(facts);
  STEWARD_TRY(refuse_versions(facts));
  join_lines(facts);
  return facts;
}

}  // namespace steward::question
