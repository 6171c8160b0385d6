#include "recognise/derivation.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "workbook/relative.hpp"

namespace steward::recognise {
namespace {

constexpr int most_samples = 80;

// Rows spread over the table that have a figure in the column.
std::vector<int> samples(const Draft& draft, int column) {
  std::vector<int> rows;
  const int step = std::max(1, (draft.last() - draft.first() + 1) / 400);
  for (int row = draft.first(); row <= draft.last() && static_cast<int>(rows.size()) < most_samples; row += step) {
    if (draft.grid.is_figure(row, column) || draft.grid.kind(row, column) == Kind::error) rows.push_back(row);
  }
  return rows;
}

// The columns of the row that a formula reads, with their sign; structured references by their header.
std::vector<std::pair<int, int>> sources_in_row(const Draft& draft, int row, std::string_view formula) {
  std::vector<std::pair<int, int>> sources;
  for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot())) {
    if (area.sheet != draft.grid.sheet() || area.top != row || area.bottom != row) continue;
    for (int column = area.left; column <= std::min(area.right, area.left + 400); ++column)
      sources.emplace_back(column, 1);
  }
  constexpr std::string_view this_row = "[#This Row];[";
  for (auto at = formula.find(this_row); at != std::string_view::npos; at = formula.find(this_row, at + 1)) {
    const auto from = at + this_row.size(), to = formula.find("]]", from);
    if (to == std::string_view::npos) break;
    const auto name = formula.substr(from, to - from);
    for (const auto& facts : draft.columns) {
      if (!facts.path.empty() && facts.path.back() == name) sources.emplace_back(facts.column, 1);
    }
  }
  return sources;
}

// Of a difference of two: which is taken away. The first reference after the minus sign.
void sign_difference(std::string_view formula, std::vector<std::pair<int, int>>& sources) {
  if (sources.size() != 2) return;
  const auto minus = formula.find('-');
  if (minus == 1) std::swap(sources[0], sources[1]);
  sources[1].second = -1;
}

// Whether most cells read the cell above them in the same way: a running balance. A calculation from row to row ("users,
// those who pay, what they pay") reads the row above as well, each row in its own way.
bool runs_down(const Draft& draft, int column, const std::vector<int>& rows) {
  std::map<std::string, int> running;
  for (const int row : rows) {
    const auto formula = draft.grid.formula(row, column);
    if (formula.empty() || row == draft.first()) continue;
    for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot())) {
      const bool is_above = area.sheet == draft.grid.sheet() && area.left == column && area.right == column &&
                            area.top == row - 1 && area.bottom == row - 1;
      if (!is_above) continue;
      ++running[workbook::seen_from(formula, row, column)];
      break;
    }
  }
  int most = 0;
  for (const auto& [formula, cells] : running) most = std::max(most, cells);
  return most >= 3 && most * 2 >= static_cast<int>(rows.size());
}

// "=SUM($C$5:C7)" in row 7: each cell adds up another column from its first line on.
bool accumulates(const Draft& draft, int column, const std::vector<int>& rows) {
  int growing = 0;
  std::set<std::pair<int, int>> beginnings;
  for (const int row : rows) {
    const auto formula = draft.grid.formula(row, column);
    if (formula.find("SUM(") == std::string_view::npos) continue;
    const auto areas = workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot());
    if (areas.size() != 1 || areas.front().left != areas.front().right || areas.front().left == column || areas.front().bottom != row) continue;
    beginnings.emplace(areas.front().left, areas.front().top);
    growing += areas.front().rows() > 1;
  }
  return growing >= 3 && beginnings.size() == 1 && growing * 2 >= static_cast<int>(rows.size());
}

// Whether a formula hands cells to a function that is none of the office's: what an add-in makes of them nobody knows.
bool calls_other_functions(std::string_view formula) {
  return formula.find("_xll.") != std::string_view::npos || formula.find("COM.") != std::string_view::npos || formula.find("ORG.") != std::string_view::npos;
}

// "=SUMPRODUCT(Tracking[Amount];Tracking[Date]<=Tracking[[#This Row];[Date]])": what the whole table comes to up to a row.
bool reads_table_up_to_row(std::string_view formula) {
  const auto own = formula.find("[[#This Row]");
  if (own == std::string_view::npos || formula.find('/') != std::string_view::npos) return false;
  auto from = own;
  while (from > 0 && (std::isalnum(static_cast<unsigned char>(formula[from - 1])) || formula[from - 1] == '_')) --from;
  const std::string table = std::string(formula.substr(from, own - from)) + "[";
  if (table.size() == 1 || formula.find("SUM") == std::string_view::npos) return false;
  for (auto at = formula.find(table); at != std::string_view::npos; at = formula.find(table, at + 1))
    if (formula.compare(at + table.size(), 1, "[") != 0) return true;
  return false;
}

// A balance that is reckoned from the line above it through an address made of text, or from the whole table.
bool runs_through_table(const Draft& draft, const ColumnFacts& facts, const std::vector<int>& rows) {
  constexpr int fewest = 3;
  const bool says_balance = facts.own.has_any({Term::balance, Term::cumulative});
  int running = 0;
  for (const int row : rows) {
    const auto formula = draft.grid.formula(row, facts.column);
    const bool is_opaque = formula.find("INDIRECT(") != std::string_view::npos || formula.find("OFFSET(") != std::string_view::npos;
    running += reads_table_up_to_row(formula) || (says_balance && is_opaque);
  }
  return running >= fewest && running * 2 >= static_cast<int>(rows.size());
}

// "=F3*1", "=F5*2": whole numbers that differ from row to row, as pieces do and rates of tax do not.
bool scales_by_row(const Draft& draft, const ColumnFacts& facts, const std::vector<int>& rows) {
  std::set<double> numbers;
  for (const int row : rows) {
    if (!draft.grid.has_formula(row, facts.column) || !draft.grid.is_figure(row, facts.scaled_from) || !draft.grid.is_figure(row, facts.column)) continue;
    const double base = draft.grid.value(row, facts.scaled_from), number = base == 0 ? 1 : draft.grid.value(row, facts.column) / base;
    if (number < 0.999 || std::abs(number - std::round(number)) > 1e-9 * number) return false;
    numbers.insert(std::round(number));
  }
  return numbers.size() >= 2;
}

void by_formula(Draft& draft, ColumnFacts& facts) {
  std::map<std::vector<std::pair<int, int>>, int> votes;
  std::map<std::vector<std::pair<int, int>>, Derivation> how;
  const auto rows = samples(draft, facts.column);
  int formulas = 0;
  for (const int row : rows) {
    const auto formula = draft.grid.formula(row, facts.column);
    if (formula.empty()) continue;
    ++formulas;
    auto sources = sources_in_row(draft, row, formula);
    if (sources.empty()) continue;
    const FormulaShape shape = shape_of(formula);
    if (!shape.multiplies && !shape.subtracts && sources.size() > 1 && calls_other_functions(formula)) continue;  // "=average_price(C4;E4;F4)"
    const Derivation derivation = shape.multiplies  ? Derivation::product
                                  : shape.subtracts ? Derivation::difference
                                                    : Derivation::sum;
    if (derivation == Derivation::difference) sign_difference(formula, sources);
    if (derivation != Derivation::difference) std::ranges::sort(sources);
    ++votes[sources];
    how[sources] = derivation;
  }
  facts.formulas = formulas;
  facts.is_running = runs_down(draft, facts.column, rows) || accumulates(draft, facts.column, rows) || runs_through_table(draft, facts, rows);
  if (votes.empty()) return;
  const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
  if (best->second < 1 || best->second * 5 < static_cast<int>(rows.size()) * 2) {
    int products = 0;
    for (const auto& [sources, count] : votes) products += how[sources] == Derivation::product ? count : 0;
    if (products * 5 < static_cast<int>(rows.size()) * 2) return;
  }
  facts.derivation = how[best->first];
  facts.is_derived_by_formula = true;
  for (const auto& [column, sign] : best->first) {
    if (column == facts.column) continue;
    facts.sources.push_back(column);
    facts.signs.push_back(sign);
  }
  if (facts.sources.empty()) facts.derivation = Derivation::none;
  if (facts.derivation != Derivation::difference && facts.sources.size() == 1) {
    if (facts.derivation == Derivation::product) facts.scaled_from = facts.sources.front();
    facts.is_scaled_by_row = facts.scaled_from >= 0 && scales_by_row(draft, facts, rows);
    facts.derivation = Derivation::none;
    facts.sources.clear();
  }
}

std::vector<int> figure_columns_before(const Draft& draft, int column) {
  std::vector<int> columns;
  for (const auto& facts : draft.columns) {
    const bool is_money =
        facts.kind == ColumnKind::amount || facts.kind == ColumnKind::price || facts.kind == ColumnKind::quantity;
    if (facts.column < column && is_money) columns.push_back(facts.column);
  }
  return columns;
}

// "Price" that is typed as pieces times "Price/Unit".
std::vector<int> prices_and_pieces_before(const Draft& draft, int column) {
  constexpr std::size_t most = 6;
  std::vector<int> columns = figure_columns_before(draft, column);
  std::erase_if(columns, [&](int at) { return draft.column(at)->kind == ColumnKind::amount; });
  if (columns.size() > most) columns.erase(columns.begin(), columns.end() - most);
  return columns;
}

double figure(const Draft& draft, int row, int column) {
  return draft.grid.is_figure(row, column) ? draft.grid.value(row, column) : 0;
}

bool is_own_period(const ColumnFacts& facts) {
  return facts.period && facts.period->rest.empty() && !facts.path.empty() &&
         facts.period->period.label == facts.path.back();
}

// A month is no sum of other months, whatever the figures happen to be.
bool may_add_up(const Draft& draft, const ColumnFacts& facts, const std::vector<int>& sources) {
  if (!facts.period || facts.own.has_any({Term::total, Term::grand_total, Term::cumulative})) return true;
  return std::ranges::none_of(sources, [&](int source) {
    const ColumnFacts* of = draft.column(source);
    return of && of->period && of->period->period.kind == facts.period->period.kind &&
           of->period->period.label != facts.period->period.label;
  });
}

// Whether the column is the sum of the amount columns right before it, and from which on.
bool by_sum(Draft& draft, ColumnFacts& facts, const std::vector<int>& rows) {
  std::vector<int> before;
  for (const auto& other : draft.columns) {
    if (other.column < facts.column && other.is_amount() && other.derivation == Derivation::none)
      before.push_back(other.column);
  }
  if (before.size() < 2) return false;
  const bool says_total = facts.own.has_any({Term::total, Term::grand_total, Term::cumulative});
  std::vector<int> matches(before.size() + 1);
  int telling = 0;
  for (const int row : rows) {
    const double value = figure(draft, row, facts.column);
    double sum = 0;
    int filled = 0;
    for (std::size_t count = 1; count <= before.size(); ++count) {
      const double addend = figure(draft, row, before[before.size() - count]);
      sum += addend;
      filled += addend != 0;
      matches[count] += same_amount(sum, value) && value != 0 && filled >= 1;
    }
    telling += value != 0;
  }
  if (telling < (says_total ? 1 : 3)) return false;
  for (std::size_t count = before.size(); count >= 2; --count) {
    if (matches[count] * 100 < telling * (says_total ? 70 : 95)) continue;
    std::vector<int> sources(before.end() - static_cast<std::ptrdiff_t>(count), before.end());
    if (!may_add_up(draft, facts, sources)) continue;
    facts.derivation = Derivation::sum;
    facts.sources = std::move(sources);
    facts.signs.assign(count, 1);
    return true;
  }
  return false;
}

bool by_difference(Draft& draft, ColumnFacts& facts, const std::vector<int>& rows, const std::vector<int>& before) {
  const bool says_difference = facts.own.has_any({Term::variance, Term::balance});
  for (const int a : before) {
    for (const int b : before) {
      if (a == b) continue;
      int matches = 0, telling = 0, filled = 0;
      for (const int row : rows) {
        const double first = figure(draft, row, a), second = figure(draft, row, b);
        if (first == 0 && second == 0) continue;
        ++telling;
        filled += figure(draft, row, facts.column) != 0;
        matches += same_amount(first - second, figure(draft, row, facts.column)) && second != 0;
      }
      if (filled < (says_difference ? 1 : 3) || telling < (says_difference ? 2 : 4) ||
          matches * 100 < telling * (says_difference ? 60 : 90))
        continue;
      facts.derivation = Derivation::difference;
      facts.sources = {a, b};
      facts.signs = {1, -1};
      return true;
    }
  }
  return false;
}

bool by_product(Draft& draft, ColumnFacts& facts, const std::vector<int>& rows, const std::vector<int>& before) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t j = i + 1; j < before.size(); ++j) {
      int matches = 0, telling = 0, filled = 0;
      for (const int row : rows) {
        const double a = figure(draft, row, before[i]), b = figure(draft, row, before[j]),
                     value = figure(draft, row, facts.column);
        if (value == 0 && a * b == 0) continue;
        ++filled;
        if (a == 0 && b == 0) continue;  // wages beside parts; the total
        ++telling;
        matches += std::abs(a * b - value) <= 0.006 + 1e-9 * std::abs(value);
      }
      if (telling < 3 || matches * 100 < telling * 90 || matches * 100 < filled * 75) continue;
      facts.derivation = Derivation::product;
      facts.sources = {before[i], before[j]};
      facts.signs = {1, 1};
      return true;
    }
  }
  return false;
}

// Typed balances: each differs from the one above by what its line adds or takes away.
bool runs_by_arithmetic(const Draft& draft, const ColumnFacts& facts) {
  constexpr int fewest = 4, most = 400;
  if (!facts.own.has(Term::balance)) return false;
  std::vector<int> amounts;
  for (const ColumnFacts& other : draft.columns)
    if (other.is_amount() && &other != &facts && amounts.size() < 4) amounts.push_back(other.column);
  int steps = 0, explained = 0, above = -1;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most); ++row) {
    if (!draft.grid.is_figure(row, facts.column)) continue;
    const int from = std::exchange(above, row);
    const double step = from < 0 ? 0 : draft.grid.value(row, facts.column) - draft.grid.value(from, facts.column);
    double sum = 0, signed_sum = 0;
    for (const int column : amounts) {
      sum += figure(draft, row, column);
      signed_sum += (column == amounts.front() ? 1 : -1) * figure(draft, row, column);
    }
    if (step == 0) continue;
    ++steps;
    explained += same_amount(std::abs(step), std::abs(sum)) || same_amount(std::abs(step), std::abs(signed_sum));
  }
  return steps >= fewest && explained * 10 >= steps * 9;
}

void by_arithmetic(Draft& draft, ColumnFacts& facts) {
  const auto rows = samples(draft, facts.column);
  if (rows.empty()) return;
  facts.is_running |= runs_by_arithmetic(draft, facts);
  if (facts.is_running) return;
  if (by_sum(draft, facts, rows)) return;
  auto before = figure_columns_before(draft, facts.column);
  if (before.size() < 2 || is_own_period(facts)) return;
  if (before.size() > 6) before.erase(before.begin(), before.end() - 6);
  if (by_difference(draft, facts, rows, before)) return;
  by_product(draft, facts, rows, before);
}

}  // namespace

FormulaShape shape_of(std::string_view formula) {
  FormulaShape shape;
  shape.is_subtotal = formula.starts_with("=SUBTOTAL(") || formula.starts_with("=AGGREGATE(");
  shape.sums = formula.find("SUM(") != std::string_view::npos || shape.is_subtotal;
  shape.multiplies = formula.find("PRODUCT(") != std::string_view::npos;
  bool quoted = false;
  int brackets = 0;
  for (std::size_t i = 1; i < formula.size(); ++i) {
    const char c = formula[i];
    if (c == '"' || c == '\'') quoted = !quoted;
    brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (quoted || brackets > 0) continue;
    shape.multiplies |= c == '*' || c == '/' || c == '^';
    shape.subtracts |= c == '-';
  }
  return shape;
}

void read_derivations(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    if (facts.figures + facts.errors == 0 || facts.kind == ColumnKind::dimension || facts.kind == ColumnKind::period)
      continue;
    by_formula(draft, facts);
    if (facts.derivation != Derivation::none || facts.formulas * 2 > facts.figures) continue;
    if (facts.kind == ColumnKind::amount) by_arithmetic(draft, facts);
    if (facts.kind == ColumnKind::price) by_product(draft, facts, samples(draft, facts.column), prices_and_pieces_before(draft, facts.column));
  }
}

}  // namespace steward::recognise
