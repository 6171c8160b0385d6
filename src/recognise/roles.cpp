#include "recognise/roles.hpp"

#include <algorithm>

namespace steward::recognise {
namespace {

// The terms of the lowest header that says what the column is.
Terms telling(const ColumnFacts& facts) {
  Terms terms;
  for (std::size_t level = facts.path.size(); level-- > 0 && !terms.has_any(telling_terms);)
    terms = terms_in(facts.path[level]);
  return terms;
}

bool tells(const ColumnFacts& facts) {
  return telling(facts).has_any(telling_terms);
}

bool is_part_of_year(const ColumnFacts& facts) {
  return facts.period && facts.period->period.kind != PeriodKind::year;
}

}  // namespace

AmountRole role_of(const Terms& terms, AmountRole otherwise) {
  if (terms.has(Term::variance) && !terms.has(Term::committed)) return AmountRole::variance;
  if (terms.has(Term::revised)) return AmountRole::revised;
  if (terms.has(Term::committed)) return AmountRole::committed;
  if (terms.has_any({Term::paid, Term::collected}) && !terms.has(Term::budget)) return AmountRole::other;
  if (terms.has(Term::landing) || (terms.has(Term::estimate) && !terms.has(Term::budget))) return AmountRole::estimate;
  if (terms.has(Term::actual)) return AmountRole::actual;
  if (terms.has_any({Term::budget, Term::version, Term::ideal})) return AmountRole::budget;
  if (terms.has(Term::estimate)) return AmountRole::estimate;
  return otherwise;
}

RoleReader::RoleReader(const Draft& draft, const Context& context) : draft_(draft), context_(context) {
  for (const auto& facts : draft.columns) {
    amounts_ += facts.is_amount();
    others_tell_ |=
        facts.is_amount() && facts.own.has_any({Term::budget, Term::revised, Term::actual, Term::committed});
  }
}

// A list of dated single payments, when nothing says otherwise.
bool RoleReader::is_journal() const {
  const BudgetTable& table = draft_.table;
  if (table.period_dimension < 0 || table.leaves.size() < 3 || amounts_ > 2) return false;
  const int column = table.dimensions[static_cast<std::size_t>(table.period_dimension)].column;
  if (draft_.grid.kind(table.leaves.front().row, column) != Kind::date) return false;
  int days = 0, looked = 0;
  for (const Leaf& leaf : table.leaves) {
    if (draft_.grid.kind(leaf.row, column) != Kind::date || looked >= 50) continue;
    ++looked;
    days += period_of_date(draft_.grid.value(leaf.row, column), draft_.grid.snapshot()).kind == PeriodKind::day;
  }
  return days * 2 > looked;
}

AmountRole RoleReader::default_role() const {
  return others_tell_ ? AmountRole::other : role_of_table();
}

AmountRole RoleReader::role_of_table() const {
  const AmountRole said = role_of(context_.terms, is_journal() ? AmountRole::actual : AmountRole::budget);
  return said == AmountRole::variance || said == AmountRole::other ? AmountRole::budget : said;
}

// Whether a column is phased over the months beside it: their sum in nearly every line.
bool RoleReader::is_sum_of_months(const ColumnFacts& year) const {
  constexpr std::size_t most_looked_at = 200;
  int fitting = 0, looked = 0;
  for (std::size_t i = 0; i < std::min(draft_.table.leaves.size(), most_looked_at); ++i) {
    const int row = draft_.table.leaves[i].row;
    double sum = 0;
    for (const auto& facts : draft_.columns)
      if (facts.is_amount() && is_part_of_year(facts) && !tells(facts) && draft_.grid.is_figure(row, facts.column))
        sum += draft_.grid.value(row, facts.column);
    if (!draft_.grid.is_figure(row, year.column) && sum == 0) continue;
    ++looked;
    fitting += draft_.grid.is_figure(row, year.column) && same_amount(sum, draft_.grid.value(row, year.column));
  }
  return looked > 0 && fitting * 10 >= looked * 9;
}

// Months that say nothing are what their sum says ("Original budget" right of January to December), or else what the
// table is about, unless other months tell. What is beside them, as "Prior year", says nothing about them.
AmountRole RoleReader::role_of_months(const ColumnFacts& facts) const {
  for (const auto& other : draft_.columns) {
    const bool sums_it = other.is_amount() && other.derivation == Derivation::sum && tells(other) &&
                         std::ranges::find(other.sources, facts.column) != other.sources.end();
    if (sums_it && !telling(other).has(Term::variance)) return role_of(telling(other), AmountRole::budget);
  }
  const bool others_tell = std::ranges::any_of(draft_.columns, [&](const ColumnFacts& other) {
    if (!other.is_amount() || other.own.has(Term::prior)) return false;
    if (is_part_of_year(other)) return tells(other);
    return telling(other).has(Term::budget) && !is_sum_of_months(other);
  });
  return others_tell ? default_role() : role_of_table();
}

// A sum that says nothing is what its parts are, if they are all the same.
std::optional<AmountRole> RoleReader::role_of_parts(const ColumnFacts& facts) const {
  std::optional<AmountRole> role;
  for (const int source : facts.sources) {
    const ColumnFacts* of = draft_.column(source);
    if (!of || !of->is_amount() || of->derivation == Derivation::sum) return std::nullopt;
    const AmountRole own = this->role(*of);
    if (role && *role != own) return AmountRole::other;
    role = own;
  }
  return role;
}

AmountRole RoleReader::role_unnamed(const ColumnFacts& facts, const Terms& terms) const {
  if (facts.own.has(Term::prior)) return AmountRole::actual;
  if (facts.derivation == Derivation::sum && facts.sources.size() >= 2) {
    if (const auto role = role_of_parts(facts)) return *role;
  }
  if (is_part_of_year(facts)) return role_of_months(facts);
  if (others_tell_ && terms.has(Term::expense)) return AmountRole::actual;
  const bool is_of_year = facts.period && facts.period->period.kind == PeriodKind::year;
  if (others_tell_ && is_of_year && facts.own.has(Term::balance) && facts.own.has(Term::total))
    return AmountRole::actual;  // "Ergebnis 2024" beside "Ansatz 2025": what came out of the year
  return default_role();
}

// The budget recalculated for the volume that was reached stands beside the one that was approved.
bool RoleReader::is_recalculated(const ColumnFacts& facts) const {
  return facts.own.has(Term::flexed) && std::ranges::any_of(draft_.columns, [](const ColumnFacts& other) {
           return other.is_amount() && other.own.has(Term::budget) && !other.own.has(Term::flexed);
         });
}

AmountRole RoleReader::role(const ColumnFacts& facts) const {
  const Terms terms = telling(facts);
  if (is_recalculated(facts)) return AmountRole::other;
  if (facts.derivation == Derivation::difference) {
    const bool compares = std::ranges::any_of(facts.sources, [&](int source) {
      const ColumnFacts* of = draft_.column(source);
      return of && of->all.has_any({Term::budget, Term::actual, Term::revised, Term::estimate, Term::committed});
    });
    if (!terms.has_any({Term::revised, Term::budget}))
      return compares || terms.has(Term::variance) ? AmountRole::variance : AmountRole::other;
  }
  // "End of year balance" over the sum of twelve months is what the months are.
  if (facts.derivation == Derivation::sum && facts.sources.size() >= 2 && role_of(terms, AmountRole::other) == AmountRole::variance)
    if (const auto parts = role_of_parts(facts)) return *parts;
  return terms.has_any(telling_terms) ? role_of(terms, default_role()) : role_unnamed(facts, terms);
}

}  // namespace steward::recognise
