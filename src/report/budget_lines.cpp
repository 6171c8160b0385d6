#include "report/budget_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "cells.hpp"
#include "ledger/actuals.hpp"
#include "ledger/fields.hpp"
#include "variance/natures.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::report {
namespace {

constexpr int decimals = 2;
constexpr std::size_t stages = 3;  // actual, commitment, precommitment

Result<Money> money_in(const Value& cell) {
  STEWARD_TRY(const auto number, number_in(cell));
  return Money::from(number.value_or(0), decimals);
}

/// The budget table, read beside the periods.
class Reader {
 public:
  Reader(const Table& budget, std::size_t periods) : budget_(budget), periods_(periods) {}

  Result<Lines> read(const std::vector<std::string>& headers, const std::optional<Table>& nature) const {
    if (budget_.rows() == 0 || budget_.columns() <= periods_) return Fault{FaultKind::argument, phrase::budget_columns, {}};
    Lines result;
    for (std::size_t column = 0; column < keys(); ++column) {
      const std::string name = ledger::key_text(budget_.at(0, column));
      STEWARD_TRY(ledger::required_column(headers, name));
      result.dimensions.push_back(name);
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 1; row < budget_.rows(); ++row)
      if (has_key(row)) rows.push_back(row);
    STEWARD_TRY(const auto natures, natures_of(nature, rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      STEWARD_TRY(result.lines.emplace_back(), line(rows[i], natures[i]));
    }
    return result;
  }
  std::size_t keys() const { return budget_.columns() - periods_; }

 private:
  bool has_key(std::size_t row) const {
    for (std::size_t column = 0; column < keys(); ++column)
      if (!is_blank(budget_.at(row, column))) return true;
    return false;
  }

  // One nature for all, one for each row of the table, or one for each line.
  Result<std::vector<Nature>> natures_of(const std::optional<Table>& nature, const std::vector<std::size_t>& rows) const {
    if (!nature || nature->size() != budget_.rows() - 1) return variance::natures_of(nature, rows.size());
    std::vector<Value> chosen;
    for (const std::size_t row : rows) chosen.push_back(nature->cells()[row - 1]);
    return variance::natures_of(Table::column(std::move(chosen)), rows.size());
  }

  Result<Line> line(std::size_t row, Nature nature) const {
    Line line;
    line.nature = nature;
    for (std::size_t column = 0; column < keys(); ++column) line.key.push_back(budget_.at(row, column));
    for (std::size_t period = 0; period < periods_; ++period) {
      const Value& cell = budget_.at(row, keys() + period);
      line.is_budgeted = line.is_budgeted || !is_blank(cell);
      STEWARD_TRY(const Money amount, money_in(cell));
      line.budget.push_back(amount);
    }
    return line;
  }

  const Table& budget_;
  std::size_t periods_;
};

// The keys of all lines, and a last row for the postings that none of them takes.
Table rows_of(const Lines& lines) {
  Table rows;
  for (const Line& line : lines.lines) rows.append(line.key);
  std::vector<Value> unlisted(lines.dimensions.size());
  unlisted.front() = std::string("?");
  rows.append(std::move(unlisted));
  return rows;
}

Outcome take(const Table& sums, std::size_t row, std::size_t periods, Line& line) {
  for (std::size_t period = 0; period < periods; ++period) {
    std::array<Money, stages> amounts;
    for (std::size_t stage = 0; stage < stages; ++stage) {
      STEWARD_TRY(amounts[stage], money_in(sums.at(row, stage * periods + period)));
    }
    line.actual.push_back(amounts[0]);
    line.committed.push_back(amounts[1] + amounts[2]);
  }
  return success();
}

Outcome mark_lines_within_others(Lines& lines, const std::optional<Table>& tree) {
  if (!tree || lines.dimensions.size() != 1) return success();
  ledger::KeyBook keys;
  STEWARD_TRY(const auto ancestry, ledger::Tree::from(*tree, keys));
  std::vector<ledger::KeyBook::Key> listed;
  for (const Line& line : lines.lines) listed.push_back(keys.key(line.key.front()));
  for (std::size_t i = 0; i < listed.size(); ++i) {
    auto above = ancestry.line_of(listed[i]);
    above.erase(above.begin());
    lines.lines[i].is_within_other = std::ranges::find_first_of(above, listed) != above.end();
  }
  return success();
}

}  // namespace

Result<Lines> read_lines(const Table& budget, const ledger::LedgerSource& ledger, const Table& periods,
                         const std::optional<Table>& nature, std::optional<Date> as_of, const std::optional<Table>& tree,
                         const std::optional<Table>& calendar) {
  STEWARD_TRY(const auto fiscal, ledger::read_calendar(calendar, ledger.null_date()));
  STEWARD_TRY(const auto axis, ledger::PeriodAxis::from(periods, fiscal, ledger.null_date()));
  STEWARD_TRY(Lines lines, Reader(budget, axis.columns()).read(ledger.headers(), nature));
  const double today = as_of ? static_cast<double>((*as_of - ledger.null_date()).count()) : std::numeric_limits<double>::infinity();
  Table days(2, axis.columns());
  for (std::size_t i = 0; i < axis.columns(); ++i) {
    if (axis.is_blank(i)) return Fault{FaultKind::argument, phrase::budget_columns, {}};
    const auto [first, last] = axis.days(i);
    days.at(0, i) = first;
    // A period that has not begun has no days: it ends before it begins.
    days.at(1, i) = std::min(last, std::max(today, first - 1));
    lines.begun += first <= today;
    lines.closed += last <= today;
  }
  Table fields(1, lines.dimensions.size()), wanted(1, stages);
  std::ranges::copy(lines.dimensions, fields.cells().begin());
  wanted.cells() = {Value(std::string("actual")), Value(std::string("commitment")), Value(std::string("precommitment"))};
  STEWARD_TRY(const Table sums, ledger::actuals(ledger, rows_of(lines), days, fields, wanted, tree));
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    STEWARD_TRY(take(sums, i, axis.columns(), lines.lines[i]));
  }
  lines.unbudgeted.budget.resize(axis.columns());
  STEWARD_TRY(take(sums, lines.lines.size(), axis.columns(), lines.unbudgeted));
  STEWARD_TRY(mark_lines_within_others(lines, tree));
  return lines;
}

}  // namespace steward::report
