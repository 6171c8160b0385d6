#include <algorithm>
#include <cmath>
#include <utility>

#include "ascii.hpp"
#include "recognise/column_proof.hpp"
#include "words/phrases/proof.gen.hpp"

// What the lines of a column say of themselves.
namespace steward::recognise {

// "=SUM(E8:E22)+X30": lines of the column are added up, and a cell from elsewhere with them.
bool ColumnProof::sums_above(int row) const {
  const auto areas = workbook::references(grid_.formula(row, column_.column), grid_.sheet(), grid_.snapshot());
  return std::ranges::any_of(areas, [&](const workbook::Area& area) {
    if (area.sheet != grid_.sheet() || area.left != column_.column || area.right != column_.column || area.rows() < 2) return false;
    const auto first = std::ranges::lower_bound(lines_, area.top), last = std::ranges::upper_bound(lines_, area.bottom);
    return last - first >= 2 && calls_only_sums(grid_.formula(row, column_.column));
  });
}

// A line that adds or sets off other lines of its column.
bool ColumnProof::reads_lines() {
  for (const int row : lines_) {
    if (!grid_.has_formula(row, column_.column)) continue;
    const VerticalFormula formula = vertical_formula(draft_, row, column_.column);
    if (formula.multiplies) continue;
    const bool reads = sums_above(row) || (formula.column == column_.column && std::ranges::any_of(formula.rows, [&](const Stretch& s) {
      const auto first = std::ranges::lower_bound(lines_, s.first);
      return first != lines_.end() && *first <= s.second;
    }));
    if (reads) return ask("reckoned", row, phrase::ask_reckoned_line, {std::to_string(row + 1), letters_of(draft_, column_.column)});
  }
  return false;
}

// Among round figures one is easily the sum of others: adding up passes a figure exactly once in as many times as the
// addends are greater than the step in which figures go. What is unlikely on so many lines is no chance.
double ColumnProof::least_telling() const {
  constexpr double ways = 2, rare = 100;
  double step = 0;
  for (const int row : lines_) {
    double a = std::abs(std::nearbyint(value(row) * 100)), b = step;
    while (b >= 1) a = std::exchange(b, std::fmod(a, b));
    step = a;
  }
  return std::max(step, 1.0) / 100 * ways * rare * static_cast<double>(lines_.size());
}

// A line that comes to what the lines right above or below it do.
bool ColumnProof::comes_to_lines() {
  constexpr std::size_t most = 500;  // of more a few come to their neighbours by chance
  if (lines_.size() > most) return false;
  least_ = least_telling();
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    if (const auto other = comes_to(at, 1)) return ask_sum(lines_[at], lines_[at + 1], *other);
    if (const auto other = comes_to(at, -1)) return ask_sum(lines_[at], *other, lines_[at - 1]);
  }
  return false;
}

bool ColumnProof::ask_sum(int row, int first, int last) {
  return ask("comes to", row, phrase::ask_comes_to,
             {std::to_string(row + 1), std::to_string(first + 1), std::to_string(last + 1), letters_of(draft_, column_.column)});
}

// How far the lines go that a line is the sum of: three at least, as two are often so by chance.
std::optional<int> ColumnProof::comes_to(std::size_t at, int step) const {
  constexpr int fewest = 3, most = 60;
  const double whole = value(lines_[at]);
  if (std::abs(whole) < least_ * fewest) return std::nullopt;
  double sum = 0;
  int addends = 0;
  for (int steps = 1; steps <= most; ++steps) {
    const auto next = static_cast<std::ptrdiff_t>(at) + steps * step;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(lines_.size())) break;
    const int row = lines_[static_cast<std::size_t>(next)];
    sum += value(row);
    addends += value(row) != 0;
    if (std::abs(whole) < least_ * addends) break;
    if (addends >= fewest && same_amount(sum, whole)) return row;
    if (whole > 0 && sum > whole * 2) break;
  }
  return std::nullopt;
}

// "2500 (Paid)": a text that holds figures where an amount belongs.
bool ColumnProof::holds_figures_in_words() {
  constexpr std::size_t longest = 40;  // bytes
  for (int row = draft_.first(); row <= draft_.last(); ++row) {
    if (stands_among_words(row)) return ask("words", row, phrase::ask_amount_among_words, {cell_name(draft_, row, column_.column), std::string(grid_.text(row, column_.column))});
    if (!grid_.is_words(row, column_.column) || draft_.row(row) == RowKind::header || draft_.row(row) == RowKind::total) continue;
    const auto text = grid_.text(row, column_.column);
    if (leads_or_ends(label_of(draft_, row), Term::total) || !holds_number(text) || text.size() > longest || is_line(row)) continue;
    if (!stands_for_amount(text) && read_period(text)) continue;
    return ask("words", row, phrase::ask_figures_in_words, {cell_name(draft_, row, column_.column), std::string(text)});
  }
  return false;
}

// "Paycheck | 401k | Other" in one row: words of a header, of which one reads as an amount.
bool ColumnProof::stands_among_words(int row) const {
  if (grid_.kind(row, column_.column) != Kind::text_amount) return false;
  int words = 0, figures = 0;
  for (const AmountColumn& other : draft_.table.columns) {
    words += grid_.is_words(row, other.column) && !stands_for_amount(grid_.text(row, other.column));
    figures += other.column != column_.column && grid_.is_figure(row, other.column);
  }
  return words >= 2 && words > figures;
}

// A number that stands for itself: "2500 (Paid)", but not "WP8".
bool ColumnProof::holds_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const bool is_glued = at > 0 && (is_letter(text[at - 1]) || text[at - 1] == '#');
    if (!is_glued) return true;
    while (at < text.size() && !is_space(text[at])) ++at;
  }
  return false;
}

// "Income / Expense" over "Income" and "Budget": what is not called income there is none.
bool ColumnProof::says_nature_beside_income(const ColumnFacts& facts, int row) const {
  if (facts.kind != ColumnKind::dimension || facts.path.empty() || !grid_.is_words(row, facts.column)) return false;
  const bool is_headed = facts.own.has(Term::nature) || (facts.own.has(Term::revenue) && facts.own.has(Term::expense));
  return is_headed && terms_of_whole(grid_.text(row, facts.column)).has(Term::budget);
}

// What a line says of itself: income or spending.
bool ColumnProof::adds_income_to_expenses() {
  if (column_.slice >= 0 || column_.role == AmountRole::variance || column_.is_derived) return false;
  int income = -1, spending = -1;
  for (const int row : lines_) {
    Terms terms;
    for (const ColumnFacts& facts : draft_.columns)
      if (says_nature_beside_income(facts, row)) spending = row;
    for (const ColumnFacts& facts : draft_.columns)
      if (facts.kind == ColumnKind::dimension && grid_.is_words(row, facts.column)) terms.add(terms_of_whole(grid_.text(row, facts.column)));
    if (terms.has(Term::revenue) == terms.has(Term::expense) || value(row) == 0) continue;
    (terms.has(Term::revenue) ? income : spending) = row;
  }
  if (income < 0 || spending < 0 || value(income) * value(spending) < 0) return false;
  return ask("natures", std::min(income, spending), phrase::ask_income_among_expenses,
             {std::to_string(income + 1), std::to_string(spending + 1), letters_of(draft_, column_.column)});
}

// "Rent | Food | Remaining": what is left is no spending like the others.
bool ColumnProof::adds_remainder() {
  if (column_.role == AmountRole::variance || column_.is_derived) return false;
  for (const int row : lines_) {
    const auto label = label_of(draft_, row);
    const Terms terms = terms_of_whole(label);
    if (value(row) == 0 || !terms.has_any({Term::variance, Term::balance}) || terms.has_any({Term::revenue, Term::expense})) continue;
    return ask("remainder", row, phrase::ask_remainder, {std::to_string(row + 1), std::string(label), letters_of(draft_, column_.column)});
  }
  return false;
}

// "Alternatives if parts do not fit" among the lines: what stands below is chosen instead of what stands above.
bool ColumnProof::adds_alternatives() {
  for (int row = draft_.first(); row < draft_.last(); ++row) {
    if (draft_.row(row) != RowKind::heading) continue;
    const auto next = std::ranges::upper_bound(lines_, row);
    if (next == lines_.begin() || next == lines_.end()) continue;
    const auto text = label_of(draft_, row);
    if (!leads_or_ends(text, Term::scenario)) continue;
    return ask("alternatives", row, phrase::ask_alternatives_below, {std::to_string(row + 1), std::string(text)});
  }
  return false;
}

}  // namespace steward::recognise
