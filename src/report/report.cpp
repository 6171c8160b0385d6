#include "report/report.hpp"

#include <algorithm>
#include <array>

#include "cells.hpp"
#include "control/levels.hpp"
#include "forecast/landing.hpp"
#include "ledger/keys.hpp"
#include "report/budget_lines.hpp"
#include "variance/variance.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::report {
namespace {

constexpr int decimals = 2;

Money sum(const std::vector<Money>& amounts, std::size_t count) {
  Money total;
  for (std::size_t i = 0; i < count; ++i) total += amounts[i];
  return total;
}

/// The figures of one row of the report.
struct Figures {
  Nature nature = Nature::expense;
  bool mixed = false, budgeted = false;
  Money budget_to_date, actual_to_date, variance, budget, actual, committed;
  std::optional<double> landing;

  void add(const Figures& other, bool first) {
    mixed = mixed || other.mixed || (!first && other.nature != nature);
    if (first) nature = other.nature;
    budgeted = budgeted || other.budgeted;
    budget_to_date += other.budget_to_date;
    actual_to_date += other.actual_to_date;
    variance += other.variance;
    budget += other.budget;
    actual += other.actual;
    committed += other.committed;
    if (first) landing = other.landing;
    else if (landing && other.landing) *landing += *other.landing;
    else landing.reset();
  }
};

std::optional<double> landing_of(const Line& line, std::size_t closed) {
  std::vector<std::optional<double>> actuals, budget, committed;
  for (std::size_t i = 0; i < line.budget.size(); ++i) {
    actuals.push_back(i < closed || !line.actual[i].is_zero() ? std::optional(line.actual[i].amount(decimals)) : std::nullopt);
    budget.push_back(line.budget[i].amount(decimals));
    committed.push_back(line.committed[i].amount(decimals));
  }
  const auto periods = static_cast<int>(line.budget.size());
  const auto landed = forecast::landing(actuals, {}, budget, periods, static_cast<int>(closed), committed, 0.95);
  const auto* estimate = landed ? std::get_if<double>(&landed.value().at(0, 0)) : nullptr;
  if (!estimate) return std::nullopt;
  const auto rounded = Money::from(*estimate, decimals);
  if (!rounded) return std::nullopt;
  // What is committed will be spent, in closed periods too.
  const std::size_t all = line.actual.size();
  const Money bound = sum(line.actual, all) + sum(line.committed, all);
  const Money landing = bound > Money() ? std::max(rounded.value(), bound) : rounded.value();
  return landing.amount(decimals);
}

Result<Figures> figures_of(const Line& line, const Lines& lines) {
  Figures figures;
  figures.nature = line.nature;
  figures.budgeted = line.is_budgeted;
  const std::size_t all = line.budget.size();
  figures.budget_to_date = sum(line.budget, lines.begun);
  figures.actual_to_date = sum(line.actual, lines.begun);
  figures.budget = sum(line.budget, all);
  figures.actual = sum(line.actual, all);
  figures.committed = sum(line.committed, all);
  STEWARD_TRY(const double variance, variance::variance(figures.actual_to_date.amount(decimals), figures.budget_to_date.amount(decimals), line.nature));
  STEWARD_TRY(figures.variance, Money::from(variance, decimals));
  figures.landing = landing_of(line, lines.closed);
  return figures;
}

/// Writes the rows.
class Writer {
 public:
  Writer(std::size_t keys, Language language) : keys_(keys), language_(language) {}

  void row(std::vector<Value> key, const Figures& figures) {
    key.resize(keys_);
    const auto add = [&](const Money& amount) { key.emplace_back(figures.mixed ? Value(Blank()) : Value(amount.amount(decimals))); };
    add(figures.budget_to_date);
    add(figures.actual_to_date);
    key.emplace_back(figures.variance.amount(decimals));
    key.push_back(percentage(figures));
    key.emplace_back(figures.variance.is_zero() ? std::string() : figures.variance > Money() ? "F" : "U");
    add(figures.budget);
    add(figures.committed);
    add(figures.budget - figures.actual - figures.committed);
    const auto used = used_of(figures);
    key.push_back(used ? Value(*used) : Value(Blank()));
    key.push_back(status(figures, used));
    key.push_back(figures.landing && !figures.mixed ? Value(*figures.landing) : Value(Blank()));
    table_.append(std::move(key));
  }
  std::string word(Phrase phrase) const { return std::string(text(phrase, language_)); }
  Table table() { return std::move(table_); }

 private:
  static Value percentage(const Figures& figures) {
    if (figures.mixed || figures.budget_to_date.is_zero()) return Blank();
    return figures.variance.amount(decimals) / abs(figures.budget_to_date).amount(decimals);
  }
  static std::optional<double> used_of(const Figures& figures) {
    const bool revenue = figures.nature == Nature::revenue;
    const Money base = revenue ? figures.budget_to_date : figures.budget;
    if (figures.mixed || base.is_zero()) return std::nullopt;
    const Money part = revenue ? figures.actual_to_date : figures.actual + figures.committed;
    return part.amount(decimals) / base.amount(decimals);
  }
  static bool is_short(const Figures& figures) {
    const double due = figures.budget_to_date.amount(decimals);
    return due < 0 && control::falls_short(figures.actual_to_date.amount(decimals) / due);
  }
  Value status(const Figures& figures, std::optional<double> used) const {
    constexpr std::array words{phrase::status_fine, phrase::status_yellow, phrase::status_orange, phrase::status_red, phrase::status_over};
    if (figures.mixed) return Blank();
    // Without a budget any consumption is over it.
    if (!used) {
      const bool spends = figures.nature != Nature::revenue && figures.actual + figures.committed > Money();
      return spends ? Value(word(phrase::status_over)) : Value(Blank());
    }
    const bool spends = figures.nature == Nature::expense || figures.nature == Nature::asset;
    if (spends && figures.budget < Money()) return word(is_short(figures) ? phrase::status_short : phrase::status_fine);
    const auto level = control::level_of(*used, control::Thresholds{}, figures.nature);
    return word(words[static_cast<std::size_t>(level)]);
  }

  std::size_t keys_;
  Language language_;
  Table table_;
};

/// Adds rows up.
struct Total {
  Figures figures;
  bool is_empty = true;
  void add(const Figures& more) {
    figures.add(more, is_empty);
    is_empty = false;
  }
};

std::string first_key(const Line& line) { return folded(ledger::key_text(line.key.front())); }

}  // namespace

Result<Table> report(const Table& budget, const ledger::LedgerSource& ledger, const Table& periods, const std::optional<Table>& nature,
                     std::optional<Date> as_of, const std::optional<Table>& tree, const std::optional<Table>& calendar) {
  STEWARD_TRY(const Lines lines, read_lines(budget, ledger, periods, nature, as_of, tree, calendar));
  Writer writer(lines.dimensions.size(), language_of(budget));
  Total all, run;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Line& line = lines.lines[i];
    STEWARD_TRY(const Figures figures, figures_of(line, lines));
    writer.row(line.key, figures);
    if (!line.is_within_other) all.add(figures);
    if (lines.dimensions.size() == 1) continue;
    run.add(figures);
    const bool run_ends = i + 1 == lines.lines.size() || first_key(lines.lines[i + 1]) != first_key(line);
    if (!run_ends) continue;
    writer.row({line.key.front(), writer.word(phrase::total_row)}, run.figures);
    run = {};
  }
  STEWARD_TRY(Figures unbudgeted, figures_of(lines.unbudgeted, lines));
  unbudgeted.landing = (unbudgeted.actual + unbudgeted.committed).amount(decimals);
  writer.row({writer.word(phrase::unbudgeted_total)}, unbudgeted);
  if (all.is_empty || !(unbudgeted.actual.is_zero() && unbudgeted.committed.is_zero())) all.add(unbudgeted);
  writer.row({writer.word(phrase::total_row)}, all.figures);
  return writer.table();
}

}  // namespace steward::report
