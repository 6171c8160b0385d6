#include "report/explain.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "cells.hpp"
#include "control/levels.hpp"
#include "control/limit.hpp"
#include "ledger/actuals.hpp"
#include "ledger/fields.hpp"
#include "ledger/period_axis.hpp"
#include "ledger/row_matcher.hpp"
#include "money/money.hpp"
#include "numeral.hpp"
#include "report/rule_table.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/budget_functions.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"

namespace steward::report {
namespace {

using tables::ControlColumn;

constexpr int decimals = 2;
constexpr std::size_t most_postings = 10;

// The terms that come from the ledger, in the order of the equation, with the stage that each sums.
constexpr std::array terms{std::pair{ControlColumn::supplements, "supplement"},   std::pair{ControlColumn::transfers_in, "transfer-in"},
                           std::pair{ControlColumn::transfers_out, "transfer-out"}, std::pair{ControlColumn::carried_in, "carry-forward"},
                           std::pair{ControlColumn::frozen, "freeze"},            std::pair{ControlColumn::precommitted, "precommitment"},
                           std::pair{ControlColumn::committed, "commitment"},     std::pair{ControlColumn::actual, "actual"}};
constexpr std::size_t of_revised = 4;

/// A budget table whose header names its periods.
class Budget {
 public:
  static Result<Budget> read(const Table& table, const ledger::LedgerSource& ledger) {
    Budget budget(table, ledger.null_date());
    const auto headers = ledger.headers();
    for (std::size_t column = 0; table.rows() > 0 && column < table.columns(); ++column) {
      const auto period = budget.days_of(table.at(0, column));
      if (period) {
        budget.periods_.push_back(*period);
      } else if (!budget.periods_.empty()) {
        return Fault{FaultKind::argument, phrase::budget_columns, {}};
      } else {
        budget.dimensions_.push_back(ledger::key_text(table.at(0, column)));
        STEWARD_TRY(ledger::required_column(headers, budget.dimensions_.back()));
      }
    }
    if (budget.dimensions_.empty() || budget.periods_.empty()) return Fault{FaultKind::argument, phrase::budget_columns, {}};
    return budget;
  }

  const std::vector<std::string>& dimensions() const { return dimensions_; }
  std::size_t periods() const { return periods_.size(); }
  std::pair<double, double> days(std::size_t period) const { return periods_[period]; }

  Result<std::size_t> row_of(const Table& key) const {
    if (key.size() != dimensions_.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
    for (std::size_t row = 1; row < table_.rows(); ++row) {
      bool same = true;
      for (std::size_t i = 0; i < key.size(); ++i)
        same = same && folded(ledger::key_text(table_.at(row, i))) == folded(ledger::key_text(key.cells()[i]));
      if (same) return row;
    }
    return Fault{FaultKind::not_available, phrase::no_such_line, {ledger::key_text(key.at(0, 0))}};
  }

  Result<std::size_t> period_of(const Value& wanted) const {
    const auto days = days_of(wanted);
    if (!days) return Fault{FaultKind::value, phrase::no_such_period_here, {ledger::key_text(wanted)}};
    // A period of the budget, by its name or by any day in it.
    for (std::size_t i = 0; i < periods_.size(); ++i)
      if (days->first >= periods_[i].first && days->first <= periods_[i].second) return i;
    return Fault{FaultKind::not_available, phrase::no_such_period_here, {ledger::key_text(wanted)}};
  }

  Result<Money> amount(std::size_t row, std::size_t first, std::size_t last) const {
    Money sum;
    for (std::size_t period = first; period <= last; ++period) {
      STEWARD_TRY(const auto number, number_in(table_.at(row, dimensions_.size() + period)));
      STEWARD_TRY(const Money money, Money::from(number.value_or(0), decimals));
      sum += money;
    }
    return sum;
  }
  std::vector<Value> key(std::size_t row) const {
    std::vector<Value> key;
    for (std::size_t i = 0; i < dimensions_.size(); ++i) key.push_back(table_.at(row, i));
    return key;
  }

 private:
  Budget(const Table& table, Date null_date) : table_(table), null_date_(null_date) {}

  std::optional<std::pair<double, double>> days_of(const Value& period) const {
    const auto axis = ledger::PeriodAxis::from(Table(1, 1, year_label(period)), {}, null_date_);
    if (!axis || axis.value().is_blank(0) || std::isinf(axis.value().days(0).first)) return std::nullopt;
    return axis.value().days(0);
  }

  // A header 2026 is the year, not the 2026th day.
  static Value year_label(const Value& period) {
    const auto* number = std::get_if<double>(&period);
    const std::string written = number ? numeral(*number) : ledger::key_text(period);
    const bool is_year = written.size() == 4 && (written.starts_with("19") || written.starts_with("20")) &&
                         std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
    return is_year ? Value("FY" + written) : period;
  }

  const Table& table_;
  Date null_date_;
  std::vector<std::string> dimensions_;
  std::vector<std::pair<double, double>> periods_;
};

/// The periods of a budget that a basis covers, within the fiscal year of one of them. The first period of the table begins a
/// year, and each year is as long as twelve months or fifty-two weeks.
class Coverage {
 public:
  Coverage(const Budget& budget, std::size_t period) : budget_(budget), period_(period), first_(period), last_(period) {
    while (first_ > 0 && year_of(first_ - 1) == year_of(period)) --first_;
    while (last_ + 1 < budget.periods() && year_of(last_ + 1) == year_of(period)) ++last_;
  }

  /// First and last period.
  std::pair<std::size_t, std::size_t> by(Basis basis) const {
    switch (basis) {
      case Basis::month: return {period_, period_};
      case Basis::quarter: return part_of_year(4);
      case Basis::half_year: return part_of_year(2);
      case Basis::cumulative: return {first_, period_};
      case Basis::life: return {0, budget_.periods() - 1};
      default: return {first_, last_};
    }
  }

 private:
  static constexpr double days_in_year = 365.2425, days_of_shift = 7;  // of years of whole weeks
  double day_of(std::size_t period) const { return budget_.days(period).first; }
  int year_of(std::size_t period) const { return static_cast<int>(std::floor((day_of(period) - day_of(0) + days_of_shift) / days_in_year)); }

  // By number where the table has the whole year (13 periods are 3, 3, 3 and 4), else by days.
  std::size_t part(std::size_t period, std::size_t parts) const {
    const bool is_whole = budget_.days(last_).second - day_of(first_) > days_in_year - 2 * days_of_shift;
    const auto by_number = (period - first_) / std::max<std::size_t>(1, (last_ - first_ + 1) / parts);
    const auto by_days = static_cast<std::size_t>((day_of(period) - day_of(first_) + days_of_shift) / days_in_year * static_cast<double>(parts));
    return std::min(is_whole ? by_number : by_days, parts - 1);
  }
  std::pair<std::size_t, std::size_t> part_of_year(std::size_t parts) const {
    std::size_t first = period_, last = period_;
    while (first > first_ && part(first - 1, parts) == part(period_, parts)) --first;
    while (last < last_ && part(last + 1, parts) == part(period_, parts)) ++last;
    return {first, last};
  }

  const Budget& budget_;
  std::size_t period_, first_, last_;
};

/// The rows of the explanation.
class Rows {
 public:
  explicit Rows(Language language) : language_(language) {}
  void term(ControlColumn column, const Money& amount) {
    add(std::string(tables::control.columns[static_cast<std::size_t>(column)].header(language_)), amount.amount(decimals), {});
  }
  void said(Phrase term, Value value, std::string detail = {}) { add(word(term), std::move(value), std::move(detail)); }
  std::string word(Phrase phrase) const { return std::string(text(phrase, language_)); }
  template <class Word>
  std::string keyword(Word word) const { return word_of(word, language_); }
  Table table() { return std::move(table_); }

 private:
  void add(std::string term, Value value, std::string detail) { table_.append({std::move(term), std::move(value), std::move(detail)}); }

  Language language_;
  Table table_;
};

struct Posting {
  double day = 0;
  Money amount;
  std::string detail;
};

std::string iso(double day, Date null_date) {
  const std::chrono::year_month_day date(null_date + std::chrono::days(static_cast<int>(std::floor(day))));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text;
}

/// The postings behind a line within some days, the largest first.
class Behind {
 public:
  Behind(const ledger::LedgerSource& ledger, const std::optional<Table>& tree) : ledger_(ledger), tree_(tree) {}

  Result<std::vector<Posting>> largest(const Budget& budget, std::size_t row, double first, double last) const {
    const auto headers = ledger_.headers();
    ledger::KeyBook keys;
    ledger::Tree ancestry;
    if (tree_) {
      STEWARD_TRY(ancestry, ledger::Tree::from(*tree_, keys));
    }
    Table wanted;
    wanted.append(budget.key(row));
    ledger::RowMatcher matcher(wanted, keys, ancestry);
    std::vector<std::vector<Value>> fields;
    for (const std::string& name : budget.dimensions()) fields.push_back(ledger_.values(*ledger::column_of(headers, name)));
    const auto dates = ledger_.numbers(*ledger::column_of(headers, "date")), amounts = ledger_.numbers(*ledger::column_of(headers, "amount"));
    std::vector<Posting> found;
    for (std::size_t i = 0; i < ledger_.rows(); ++i) {
      if (std::isnan(dates[i]) || std::isnan(amounts[i]) || std::floor(dates[i]) < first || std::floor(dates[i]) > last) continue;
      std::vector<ledger::KeyBook::Key> posting;
      for (const auto& field : fields) posting.push_back(keys.key(field[i]));
      if (matcher.rows_of(posting).empty()) continue;
      STEWARD_TRY(const Money amount, Money::from(amounts[i], decimals));
      found.push_back({dates[i], amount, detail(headers, i, dates[i])});
    }
    std::ranges::stable_sort(found, [](const Posting& a, const Posting& b) { return abs(a.amount) > abs(b.amount); });
    found.resize(std::min(found.size(), most_postings));
    return found;
  }

 private:
  std::string detail(const std::vector<std::string>& headers, std::size_t row, double day) const {
    std::string text = iso(day, ledger_.null_date());
    for (const char* field : {"stage", "document", "memo"})
      if (const auto column = ledger::column_of(headers, field)) {
        const std::string said = ledger::key_text(ledger_.value(row, *column));
        if (!said.empty()) text += ", " + said;
      }
    return text;
  }

  const ledger::LedgerSource& ledger_;
  const std::optional<Table>& tree_;
};

// The amounts of the terms within some days.
Result<std::vector<Money>> term_amounts(const ledger::LedgerSource& ledger, const Budget& budget, std::size_t row, double first, double last,
                                        const std::optional<Table>& tree) {
  Table rows, days(2, 1), fields(1, budget.dimensions().size()), stages(1, terms.size());
  rows.append(budget.key(row));
  days.at(0, 0) = first;
  days.at(1, 0) = last;
  std::ranges::copy(budget.dimensions(), fields.cells().begin());
  for (std::size_t i = 0; i < terms.size(); ++i) stages.at(0, i) = std::string(terms[i].second);
  STEWARD_TRY(const Table sums, ledger::actuals(ledger, rows, days, fields, stages, tree));
  std::vector<Money> amounts;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    STEWARD_TRY(const auto number, number_in(sums.at(0, i)));
    STEWARD_TRY(const Money amount, Money::from(number.value_or(0), decimals));
    amounts.push_back(amount);
  }
  return amounts;
}

Outcome add_limit(Rows& rows, const TableRule& rule, const Money& revised, const Money& available) {
  STEWARD_TRY(const double tolerance, control::tolerance_of(revised.amount(decimals), rule.tolerance_pct, rule.tolerance_amount, rule.mode));
  rows.said(phrase::explain_rule, rows.keyword(rule.basis), rows.keyword(rule.action));
  // A limit is not rounded: 366.663 lets 366.66 pass and 366.67 not.
  rows.said(phrase::explain_limit, revised.amount(decimals) + tolerance);
  rows.said(phrase::explain_headroom, available.amount(decimals) + tolerance);
  const Money consumed = revised - available;
  constexpr std::array words{phrase::status_fine, phrase::status_yellow, phrase::status_orange, phrase::status_red, phrase::status_over};
  if (revised.is_zero()) {
    rows.said(phrase::explain_status, rows.word(consumed > Money() ? phrase::status_over : phrase::status_none));
    return success();
  }
  // A recovery can fall short of its budget, it cannot be overspent.
  if (revised < Money()) {
    rows.said(phrase::explain_status, rows.word(consumed > revised ? phrase::status_short : phrase::status_fine));
    return success();
  }
  control::Thresholds thresholds;
  thresholds.tolerance = tolerance / std::abs(revised.amount(decimals));
  const double used = consumed.amount(decimals) / revised.amount(decimals);
  rows.said(phrase::explain_status, rows.word(words[static_cast<std::size_t>(control::level_of(used, thresholds, Nature::expense))]));
  return success();
}

}  // namespace

Result<Table> explain(const ledger::LedgerSource& ledger, const Table& budget_table, const Table& key, const Table& period,
                      const std::optional<Table>& rules, const std::optional<Table>& tree) {
  STEWARD_TRY(const Budget budget, Budget::read(budget_table, ledger));
  STEWARD_TRY(const std::size_t row, budget.row_of(key));
  if (period.size() != 1) return Fault{FaultKind::argument, phrase::not_a_single_value, {"period"}};
  STEWARD_TRY(const std::size_t at, budget.period_of(period.at(0, 0)));
  std::string name;
  for (const Value& part : key.cells()) name += (name.empty() ? "" : " / ") + ledger::key_text(part);
  STEWARD_TRY(const TableRule rule, rule_for(rules, name));
  const auto [first, last] = Coverage(budget, at).by(rule.basis);
  const double from = budget.days(first).first, until = budget.days(last).second;
  STEWARD_TRY(const Money original, budget.amount(row, first, last));
  STEWARD_TRY(const auto amounts, term_amounts(ledger, budget, row, from, until, tree));

  Rows rows(language_of(budget_table));
  rows.term(ControlColumn::original, original);
  for (std::size_t i = 0; i < of_revised; ++i) rows.term(terms[i].first, amounts[i]);
  const Money revised = original + amounts[0] + amounts[1] - amounts[2] + amounts[3];
  rows.term(ControlColumn::revised, revised);
  Money available = revised;
  for (std::size_t i = of_revised; i < terms.size(); ++i) {
    rows.term(terms[i].first, amounts[i]);
    available -= amounts[i];
  }
  rows.term(ControlColumn::available, available);
  STEWARD_TRY(add_limit(rows, rule, revised, available));
  STEWARD_TRY(const auto postings, Behind(ledger, tree).largest(budget, row, from, until));
  for (const Posting& posting : postings) rows.said(phrase::explain_posting, posting.amount.amount(decimals), posting.detail);
  return rows.table();
}

}  // namespace steward::report
