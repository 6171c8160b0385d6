#include "recognise/column_proof.hpp"

#include <algorithm>
#include <cmath>

#include "recognise/doubts.hpp"
#include "recognise/unread.hpp"
#include "words/phrases/doubts.gen.hpp"
#include "words/phrases/proof.gen.hpp"

// What the sums and totals of the workbook say of a column.
namespace steward::recognise {

ColumnProof::ColumnProof(Draft& draft, AmountColumn& column, const Accounts& accounts, const std::vector<Sum>& sums)
    : draft_(draft), grid_(draft.grid), column_(column), accounts_(accounts), sums_(sums) {
  for (const Leaf& leaf : draft.table.leaves)
    if (counts(column, leaf) && grid_.is_figure(leaf.row, column.column)) lines_.push_back(leaf.row);
}

void ColumnProof::examine() {
  if (lines_.size() > most_proven_lines || is_vast(draft_)) return;
  if (lines_.empty() && draft_.table.leaves.size() > most_proven_lines) return;
  if (lines_.empty()) {  // "$5,000 per year" in every line: no amount that can be read, but not none
    holds_figures_in_words();
    return;
  }
  const bool is_marked = draft_.options.area || draft_.table.is_named_budget;  // somebody has said where the table ends
  if (!is_marked && sum_reaches_out()) return;
  if (column_.foots.value_or(false) || carries_total() || sums_disagree() || sets_totals_off() || foots_in_parts()) return;
  leaves_lines_outside() || lacks_a_figure() || is_far_from_stated() || adds_names() || sums_some_lines() || reads_lines() || comes_to_lines() || holds_figures_in_words() || adds_remainder() ||
      adds_income_to_expenses() || adds_alternatives();
}

bool ColumnProof::is_total(int row) const {
  const auto total = std::ranges::lower_bound(draft_.totals, row, {}, &TotalFacts::row);
  return total != draft_.totals.end() && total->row == row && grid_.is_figure(row, column_.column);
}

bool ColumnProof::ask(std::string_view kind, int row, Phrase sentence, std::vector<std::string> blanks) {
  return ask_whether(draft_, column_, kind, row, sentence, std::move(blanks));
}

// Whether a sum reads a line of the column, or a total of it.
bool ColumnProof::takes_in(const Sum& sum) const {
  return std::ranges::any_of(sum.areas, [&](const workbook::Area& area) {
    if (area.sheet != grid_.sheet() || area.left > column_.column || area.right < column_.column) return false;
    const auto line = std::ranges::lower_bound(lines_, area.top);
    const auto total = std::ranges::lower_bound(draft_.totals, area.top, {}, &TotalFacts::row);
    return (line != lines_.end() && *line <= area.bottom) || (area.top <= column_.stated_row && column_.stated_row <= area.bottom) ||
           (total != draft_.totals.end() && total->row <= area.bottom && is_total(total->row));
  });
}

// "Grand total = total + contingency", of which the contingency was read as nothing.
bool ColumnProof::sum_reaches_out() {
  for (const Sum& sum : sums_) {
    if (!sum.left_out || !takes_in(sum)) continue;
    return ask("reaches", sum.row, phrase::ask_sum_reaches_out,
               {cell_name(draft_, sum.row, sum.column), cell_name(draft_, sum.left_out->row, sum.left_out->column), letters_of(draft_, column_.column)});
  }
  return false;
}

// "Cost = the total above": a line that only carries a total of its column.
bool ColumnProof::carries_total() {
  for (const int row : lines_) {
    if (!grid_.has_formula(row, column_.column) || value(row) == 0) continue;
    const VerticalFormula formula = vertical_formula(draft_, row, column_.column);
    if (!formula.is_sum() || formula.column != column_.column || formula.rows.size() != 1) continue;
    const auto [top, bottom] = formula.rows.front();
    if (top == bottom && is_total(top)) return ask("carried", row, phrase::ask_reckoned_line, {std::to_string(row + 1), letters_of(draft_, column_.column)});
  }
  return false;
}

// A formula adds up rightly, so that where it states another figure than the lines under it something in them was misread:
// unless it counts lines twice, leaves out amounts that are text, or adds a typed total that is wrong itself.
bool ColumnProof::sums_disagree() {
  for (const TotalFacts& total : draft_.totals) {
    if (total.covers.empty() || !is_total(total.row) || !grid_.has_formula(total.row, column_.column)) continue;
    const VerticalFormula formula = vertical_formula(draft_, total.row, column_.column);
    const double sum = sum_of(draft_, total.covers, column_.column);
    const bool is_valued = formula.multiplies && total.row == column_.stated_row && !column_.foots.value_or(true);  // days × their rate
    if (is_valued) return ask_disagrees(total.row, sum);
    if (!calls_only_sums(grid_.formula(total.row, column_.column))) continue;
    if (!formula.is_sum() || formula.column != column_.column || same_amount(sum, value(total.row)) || reads_beyond(total.row) || is_explained(total, formula))
      continue;
    return ask_disagrees(total.row, sum);
  }
  return false;
}

bool ColumnProof::ask_disagrees(int row, double sum) {
  return ask("disagrees", row, phrase::ask_sum_disagrees, {cell_name(draft_, row, column_.column), shown(value(row)), shown(sum)});
}

// Whether the total in a row is one over lines of the column.
bool ColumnProof::has_lines_under(int row) const {
  const auto total = std::ranges::lower_bound(draft_.totals, row, {}, &TotalFacts::row);
  return std::ranges::any_of(total->covers, [&](const Stretch& stretch) {
    const auto line = std::ranges::lower_bound(lines_, stretch.first);
    return line != lines_.end() && *line <= stretch.second;
  });
}

// "To be allocated = income - expenses", of which both are totals of this column: then their lines are no addends of one sum.
bool ColumnProof::sets_totals_off() {
  if (column_.role == AmountRole::variance) return false;
  for (const Sum& sum : sums_) {
    if (!sum.subtracts) continue;
    std::vector<int> totals;
    for (const workbook::Area& area : sum.areas)
      if (area.sheet == grid_.sheet() && area.left == column_.column && area.right == column_.column && area.rows() == 1 && is_total(area.top) && value(area.top) != 0 &&
          has_lines_under(area.top))
        totals.push_back(area.top);
    if (totals.size() < 2 || totals[0] == totals[1]) continue;
    return ask("sides", sum.row, phrase::ask_sides,
               {cell_name(draft_, sum.row, sum.column), std::to_string(totals[0] + 1), std::to_string(totals[1] + 1), letters_of(draft_, column_.column)});
  }
  return false;
}

// Whether the formula of a total reads cells outside of the table as well.
bool ColumnProof::reads_beyond(int row) const {
  const auto areas = workbook::references(grid_.formula(row, column_.column), grid_.sheet(), grid_.snapshot());
  return std::ranges::any_of(areas, [&](const workbook::Area& area) {
    return area.sheet != grid_.sheet() || area.top < draft_.first() || area.bottom > draft_.last();
  });
}

bool ColumnProof::is_explained(const TotalFacts& total, const VerticalFormula& formula) const {
  const auto holds = [](const std::vector<Stretch>& stretches, int row) {
    return std::ranges::any_of(stretches, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
  };
  const auto is_text = [&](int row) { return grid_.kind(row, column_.column) == Kind::text_amount && (holds(total.covers, row) || holds(formula.rows, row)); };
  if (std::ranges::any_of(lines_, is_text)) return true;
  return std::ranges::any_of(draft_.totals, [&](const TotalFacts& inner) {
    if (inner.row == total.row || !holds(formula.rows, inner.row) || !is_total(inner.row)) return false;
    const bool is_sum = same_amount(sum_of(draft_, inner.covers, column_.column), value(inner.row));
    const bool is_twice = is_sum && std::ranges::any_of(lines_, [&](int row) { return holds(inner.covers, row) && holds(formula.rows, row); });
    const bool is_wrong = !is_sum && inner.evidence == Evidence::label && !grid_.has_formula(inner.row, column_.column);
    return is_twice || is_wrong;
  });
}

std::string ColumnProof::shown(double amount) const {
  const auto money = Money::from(amount, draft_.options.decimals);
  return money ? money.value().text(draft_.options.decimals) : std::string("…");
}

// "Total = SUM(B11+B19)" comes to what it adds, but lines that the column holds are under none of it.
bool ColumnProof::leaves_lines_outside() {
  if (column_.foots.value_or(true) || column_.stated_row < 0 || !grid_.has_formula(column_.stated_row, column_.column)) return false;
  const auto total = std::ranges::lower_bound(draft_.totals, column_.stated_row, {}, &TotalFacts::row);
  if (total == draft_.totals.end() || total->row != column_.stated_row || !same_amount(sum_of(draft_, total->covers, column_.column), value(total->row))) return false;
  std::vector<int> rest;
  for (const int row : lines_) {
    const bool is_in = std::ranges::any_of(total->covers, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
    const auto other = std::ranges::find_if(draft_.totals, [&](const TotalFacts& of) {
      return of.row != total->row && std::ranges::any_of(of.covers, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
    });
    if (!is_in && value(row) != 0 && other != draft_.totals.end()) rest.push_back(row);
  }
  return !rest.empty() && ask("outside", rest.front(), phrase::ask_unsummed_rows, {row_numbers(rest), letters_of(draft_, column_.column)});
}

// The stated total is greater than the lines by just a figure of the column that was read as none.
bool ColumnProof::lacks_a_figure() {
  if (column_.foots.value_or(true) || !column_.stated_total) return false;
  const double missing = (*column_.stated_total - *column_.total).amount(draft_.options.decimals);
  for (int row = draft_.first(); row <= draft_.last(); ++row) {
    if (row == column_.stated_row || is_line(row) || !grid_.is_figure(row, column_.column) || missing == 0) continue;
    if (same_amount(value(row), missing))
      return ask("lacks", row, phrase::ask_lacks_figure, {cell_name(draft_, column_.stated_row, column_.column), cell_name(draft_, row, column_.column)});
  }
  return false;
}

// Each line stands under a total that foots, if under none of all.
bool ColumnProof::foots_in_parts() const {
  std::set<int> covered;
  for (const TotalFacts& total : draft_.totals) {
    if (total.kind == TotalKind::of_which || !grid_.is_figure(total.row, column_.column) || total.covers.empty()) continue;
    if (!same_amount(sum_of(draft_, total.covers, column_.column), value(total.row))) return false;
    for (const auto& [top, bottom] : total.covers)
      for (auto row = std::ranges::lower_bound(lines_, top); row != lines_.end() && *row <= bottom; ++row) covered.insert(*row);
  }
  return !lines_.empty() && covered.size() == lines_.size();
}

// A typed total that no column of the table agrees with: then the lines are read wrongly rather than the totals.
bool ColumnProof::is_far_from_stated() {
  if (column_.foots.value_or(true) || !column_.stated_total || grid_.has_formula(column_.stated_row, column_.column)) return false;
  std::size_t stated = 0;
  for (const AmountColumn& other : draft_.table.columns) {
    if (other.foots.value_or(false)) return false;
    stated += other.stated_total.has_value();
  }
  const double sum = column_.total->amount(draft_.options.decimals), told = column_.stated_total->amount(draft_.options.decimals);
  const double apart = std::abs(sum - told) / std::max(std::abs(sum), 1.0);
  if (apart <= (stated < 2 ? 0.5 : 0.2)) return false;
  return ask("stated", column_.stated_row, phrase::ask_far_from_stated,
             {cell_name(draft_, column_.stated_row, column_.column), column_.stated_total->text(draft_.options.decimals), column_.total->text(draft_.options.decimals)});
}

// A sum over figures of a column that was read as names: "Fall | Spring" under other columns' headers.
bool ColumnProof::adds_names() {
  for (const Sum& sum : sums_) {
    for (const workbook::Area& area : sum.areas) {
      const bool is_here = area.sheet == grid_.sheet() && area.left == area.right && area.rows() >= 2 && area.rows() <= static_cast<int>(most_proven_lines) &&
                           area.top >= draft_.first() && area.bottom <= draft_.last() && draft_.column(area.left);
      if (!is_here) continue;
      int figures = 0;
      for (int row = area.top; row <= area.bottom; ++row)
        figures += accounts_.at(row, area.left) == Account::name && is_left_out(grid_, accounts_, row, area.left);
      if (figures < 2) continue;
      return ask("left out", sum.row, phrase::ask_left_out, {cell_name(draft_, sum.row, sum.column), letters_of(draft_, area.left)});
    }
  }
  return false;
}

// Rows of lines that a sum of the workbook, or a total that was found by value, takes in.
std::set<int> ColumnProof::summed_lines() const {
  std::set<int> rows;
  const auto take = [&](int top, int bottom) {
    for (auto row = std::ranges::lower_bound(lines_, top); row != lines_.end() && *row <= bottom; ++row) rows.insert(*row);
  };
  for (const Sum& sum : sums_) {
    if (accounts_.at(sum.row, sum.column) == Account::line && is_line(sum.row)) continue;
    for (const workbook::Area& area : sum.areas)
      if (area.sheet == grid_.sheet() && area.left <= column_.column && column_.column <= area.right) take(area.top, area.bottom);
  }
  for (const TotalFacts& total : draft_.totals) {
    const bool closes = total.is_proven && total.kind == TotalKind::total && terms_of_whole(total.label).has_any({Term::total, Term::grand_total});
    if (!closes || !grid_.is_figure(total.row, column_.column)) continue;
    for (const Stretch& stretch : total.covers) take(stretch.first, stretch.second);
  }
  return rows;
}

// "=SUM(B2:B9)" where a tenth line was added before the total: a fault of the workbook, which is reported, and no doubt.
bool ColumnProof::only_missed(const std::vector<int>& rest, const std::set<int>& summed) const {
  const bool is_next = rest.front() > *summed.rbegin() && rest.size() * 2 <= summed.size();
  const auto last = std::ranges::lower_bound(lines_, rest.front());
  const bool reaches_end = std::equal(rest.begin(), rest.end(), last, lines_.end());
  const bool is_between = *summed.rbegin() < column_.stated_row && column_.stated_row < rest.front();
  return is_next && reaches_end && column_.stated_row >= 0 && !is_between;
}

// The workbook adds up some lines and leaves others, which then may be no lines of the budget.
bool ColumnProof::sums_some_lines() {
  const auto summed = summed_lines();
  std::vector<int> rest;
  for (const int row : lines_)
    if (!summed.contains(row) && value(row) != 0) rest.push_back(row);
  constexpr std::size_t long_list = 40, least_part = 5;  // of a long list a few lines are added up for many a purpose
  if (summed.size() < 2 || rest.empty() || only_missed(rest, summed)) return false;
  if (lines_.size() > long_list && summed.size() * least_part < lines_.size()) return false;
  const auto first = std::ranges::lower_bound(lines_, rest.front());
  const bool stand_together = std::equal(rest.begin(), rest.end(), first, first + std::min<std::ptrdiff_t>(std::ssize(rest), lines_.end() - first));
  if (stand_together) return ask_rows(rest);
  return ask("some summed", rest.front(), phrase::ask_unsummed_rows, {row_numbers(rest), letters_of(draft_, column_.column)});
}

bool ColumnProof::ask_rows(const std::vector<int>& rows) {
  const std::string kind = std::string(apart_kind) + std::to_string(rows.back() - rows.front() + 1);
  const std::string key = question_key(draft_, kind, rows.front(), draft_.block.area.left);
  const std::string own_key = question_key(draft_, kind, rows.front(), column_.column);
  if (answer_to(draft_.options, key) || answer_to(draft_.options, own_key)) return false;  // "no" was obeyed when the rows were read
  column_.question = Question{QuestionKind::subtotals, key, phrase::ask_unsummed_rows, {row_numbers(rows), letters_of(draft_, column_.column)}, {"yes", "no"}};
  return true;
}

}  // namespace steward::recognise
