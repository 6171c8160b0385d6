#include "recognise/slicing.hpp"

#include <algorithm>
#include <set>

namespace steward::recognise {
namespace {

constexpr std::size_t most_distinct = 60;  // values of a column that cuts a table into slices

// "ENTRADA" and "SAÍDA" as keys; among other words they may be doors.
std::optional<Nature> nature_of_whole_key(std::string_view text) {
  static constexpr std::string_view revenue[] = {"entrada", "entradas", "in", "credito", "entrata"}, expense[] = {"saida", "saidas", "salida", "salidas", "out", "debito", "uscita"};
  const std::string key = plain(text);
  if (std::ranges::find(revenue, key) != std::end(revenue)) return Nature::revenue;
  if (std::ranges::find(expense, key) != std::end(expense)) return Nature::expense;
  return std::nullopt;
}

std::optional<Nature> nature_of_key(std::string_view text) {
  if (const auto nature = nature_of_whole_key(text)) return nature;
  const Terms terms = terms_of_whole(text);
  if (terms.has(Term::revenue) && !terms.has(Term::expense)) return Nature::revenue;
  if (terms.has(Term::expense) && !terms.has(Term::revenue)) return Nature::expense;
  if (terms.has(Term::asset)) return Nature::asset;
  if (terms.has(Term::liability)) return Nature::liability;
  if (terms.has(Term::statistical)) return Nature::statistical;
  return std::nullopt;
}

std::optional<AmountRole> role_of_key(std::string_view text) {
  const Terms terms = terms_in(text);
  if (terms.has(Term::variance)) return AmountRole::variance;
  if (terms.has(Term::revised)) return AmountRole::revised;
  if (terms.has(Term::committed)) return AmountRole::committed;
  if (terms.has(Term::estimate)) return AmountRole::estimate;
  if (terms.has(Term::actual)) return AmountRole::actual;
  if (terms.has(Term::budget) || terms.has(Term::version)) return AmountRole::budget;
  return std::nullopt;
}

std::optional<Saying> read(SlicingColumn::Kind kind, const std::string& value) {
  Saying saying;
  if (kind == SlicingColumn::Kind::nature) {
    saying.nature = nature_of_key(value);
    return saying.nature ? std::optional(saying) : std::nullopt;
  }
  if (kind == SlicingColumn::Kind::currency) {
    for (const auto& [word, ignored] : currency_words) {
      if (plain(value) == word) saying.currency = value;
    }
    return saying.currency.empty() ? std::nullopt : std::optional(saying);
  }
  const auto period = read_period(value);
  if (kind == SlicingColumn::Kind::year) {
    if (!period || period->period.kind != PeriodKind::year || period->period.year == 0 || !period->rest.empty())
      return std::nullopt;
    saying.year = period->period.year;
    saying.year_label = period->year_label;
    return saying;
  }
  saying.role = role_of_key(period ? period->rest : value);
  if (period && period->period.kind == PeriodKind::year) {
    saying.year = period->period.year;
    saying.year_label = period->year_label;
  }
  saying.version = value;
  return saying.role ? std::optional(saying) : std::nullopt;
}

std::optional<SlicingColumn> judge(const ColumnFacts& facts, const std::set<std::string>& values) {
  const std::string header = facts.path.empty() ? std::string() : facts.path.back();
  const bool versions = facts.own.has_any({Term::version_key, Term::version, Term::budget, Term::scenario});
  for (const SlicingColumn::Kind kind : {SlicingColumn::Kind::nature, SlicingColumn::Kind::year,
                                         SlicingColumn::Kind::version, SlicingColumn::Kind::currency}) {
    SlicingColumn column;
    column.column = facts.column;
    column.kind = kind;
    std::size_t fitting = 0;
    for (const auto& value : values) {
      auto saying = read(kind, value);
      fitting += saying.has_value();
      column.sayings.emplace(value, saying.value_or(Saying{}));
    }
    const bool headed =
        (kind == SlicingColumn::Kind::nature && facts.own.has_any({Term::nature, Term::revenue, Term::expense})) ||
        (kind == SlicingColumn::Kind::year && facts.own.has(Term::year)) ||
        (kind == SlicingColumn::Kind::version && versions) ||
        (kind == SlicingColumn::Kind::currency && unit_in(header)) || plain(header) == "currency";
    const bool all = fitting == values.size();
    if (kind == SlicingColumn::Kind::nature && !(all && (headed || values.size() >= 2))) continue;
    if (kind == SlicingColumn::Kind::year && !(all && (headed || facts.all_years || header.empty()))) continue;
    if (kind == SlicingColumn::Kind::version && !(all && versions) &&
        !(all && values.size() >= 2 && values.size() <= 12))
      continue;
    if (kind == SlicingColumn::Kind::currency && !(all && (headed || values.size() >= 2))) continue;
    return column;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SlicingColumn> SlicingColumn::of(const Draft& draft, const ColumnFacts& facts,
                                               const std::vector<Leaf>& leaves) {
  std::set<std::string> values;
  std::set<const char*> seen;
  std::set<double> numbers;
  for (const Leaf& leaf : leaves) {
    if (draft.grid.is_blank(leaf.row, facts.column)) continue;
    const auto kind = draft.grid.kind(leaf.row, facts.column);
    if (kind == recognise::Kind::amount) {
      numbers.insert(draft.grid.value(leaf.row, facts.column));
    } else if (kind == recognise::Kind::text || kind == recognise::Kind::digits ||
               kind == recognise::Kind::text_amount) {
      if (seen.insert(draft.grid.text(leaf.row, facts.column).data()).second)
        values.emplace(draft.grid.text(leaf.row, facts.column));
    } else {
      return std::nullopt;
    }
    if (seen.size() > most_distinct || numbers.size() > most_distinct) return std::nullopt;
  }
  for (const double number : numbers) values.insert(std::to_string(static_cast<long long>(number)));
  if (values.empty()) return std::nullopt;
  return judge(facts, values);
}

Saying SlicingColumn::saying(const Draft& draft, int row) const {
  std::string key;
  if (draft.grid.kind(row, column) == recognise::Kind::amount) {
    key = std::to_string(static_cast<long long>(draft.grid.value(row, column)));
  } else {
    key = draft.grid.text(row, column);
  }
  const auto found = sayings.find(key);
  return found == sayings.end() ? Saying{} : found->second;
}

}  // namespace steward::recognise
