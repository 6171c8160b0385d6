#include "recognise/proof.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "recognise/accounts.hpp"
#include "recognise/balances.hpp"
#include "recognise/derivation.hpp"
#include "recognise/exact_sum.hpp"
#include "recognise/sums.hpp"
#include "recognise/totals.hpp"
#include "recognise/unread.hpp"
#include "words/phrases/doubts.gen.hpp"
#include "words/phrases/proof.gen.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_lines = 5000;  // beyond that a table is a list that a program wrote
constexpr std::string_view apart_kind = "rows apart ";  // and how many, from the first to the last

std::string row_list(const std::vector<int>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size() && i < 8; ++i) text += (i == 0 ? "" : ", ") + std::to_string(rows[i] + 1);
  return rows.size() > 8 ? text + ", …" : text;
}

// What the workbook adds up of one column, and what speaks against its reading.
class ColumnProof {
 public:
  ColumnProof(Draft& draft, AmountColumn& column, const Accounts& accounts, const std::vector<Sum>& sums)
      : draft_(draft), grid_(draft.grid), column_(column), accounts_(accounts), sums_(sums) {
    for (const Leaf& leaf : draft.table.leaves)
      if (counts(column, leaf) && grid_.is_figure(leaf.row, column.column)) lines_.push_back(leaf.row);
  }

  void examine() {
    if (lines_.size() > most_lines) return;
    if (sum_reaches_out()) return;
    if (column_.foots.value_or(false) || carries_total() || sums_disagree() || foots_in_parts()) return;
    lacks_a_figure() || is_far_from_stated() || adds_names() || sums_some_lines() || reads_lines() || comes_to_lines() || holds_figures_in_words() || adds_income_to_expenses();
  }

 private:
  bool is_total(int row) const {
    const auto total = std::ranges::lower_bound(draft_.totals, row, {}, &TotalFacts::row);
    return total != draft_.totals.end() && total->row == row && grid_.is_figure(row, column_.column);
  }
  bool is_line(int row) const { return std::ranges::binary_search(lines_, row); }
  double value(int row) const { return grid_.value(row, column_.column); }

  // Asks whether the column is right as it is read, or does what was answered.
  bool ask(std::string_view kind, int row, Phrase sentence, std::vector<std::string> blanks) {
    if (const auto answer = answer_to(draft_, kind, row, column_.column)) {
      if (!says_yes(*answer)) {
        column_.role = AmountRole::other;
        column_.total.reset();
        column_.foots.reset();
      }
      return !says_yes(*answer);
    }
    column_.question = Question{QuestionKind::subtotals, question_key(draft_, kind, row, column_.column), sentence, std::move(blanks), {"yes", "no"}};
    return true;
  }

  // A number of its own that no table has taken in.
  bool is_left_out(int row, int column) const {
    const Account account = accounts_.at(row, column);
    return account != Account::line && account != Account::total && account != Account::header && stands_for_itself(grid_, row, column);
  }

  // "Grand total = total + contingency", of which the contingency was read as nothing.
  bool sum_reaches_out() {
    for (const Sum& sum : sums_) {
      if (sum.subtracts || accounts_.at(sum.row, sum.column) == Account::line) continue;
      bool takes_in = false;
      int row = -1, at = -1;
      for (const workbook::Area& area : sum.areas) {
        if (area.sheet != grid_.sheet() || area.rows() > static_cast<int>(most_lines) || area.columns() > 60) continue;
        for (int column = area.left; column <= area.right; ++column) {
          for (int below = area.top; below <= area.bottom; ++below) {
            takes_in |= column == column_.column && (is_line(below) || below == column_.stated_row || is_total(below));
            if (row < 0 && is_left_out(below, column)) row = below, at = column;
          }
        }
      }
      if (!takes_in || row < 0) continue;
      return ask("reaches", sum.row, phrase::ask_sum_reaches_out,
                 {cell_name(draft_, sum.row, sum.column), cell_name(draft_, row, at), letters_of(draft_, column_.column)});
    }
    return false;
  }

  // "Cost = the total above": a line that only carries a total of its column.
  bool carries_total() {
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
  bool sums_disagree() {
    for (const TotalFacts& total : draft_.totals) {
      if (total.covers.empty() || !is_total(total.row) || !grid_.has_formula(total.row, column_.column)) continue;
      const VerticalFormula formula = vertical_formula(draft_, total.row, column_.column);
      const double sum = sum_of(draft_, total.covers, column_.column);
      if (!formula.is_sum() || formula.column != column_.column || same_amount(sum, value(total.row)) || reads_beyond(total.row) || is_explained(total, formula))
        continue;
      return ask("disagrees", total.row, phrase::ask_sum_disagrees,
                 {cell_name(draft_, total.row, column_.column), shown(value(total.row)), shown(sum)});
    }
    return false;
  }

  // Whether the formula of a total reads cells outside of the table as well.
  bool reads_beyond(int row) const {
    const auto areas = workbook::references(grid_.formula(row, column_.column), grid_.sheet(), grid_.snapshot());
    return std::ranges::any_of(areas, [&](const workbook::Area& area) {
      return area.sheet != grid_.sheet() || area.top < draft_.first() || area.bottom > draft_.last();
    });
  }

  bool is_explained(const TotalFacts& total, const VerticalFormula& formula) const {
    const auto holds = [](const std::vector<Stretch>& stretches, int row) {
      return std::ranges::any_of(stretches, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
    };
    const auto is_text = [&](int row) { return grid_.kind(row, column_.column) == Kind::text_amount && (holds(total.covers, row) || holds(formula.rows, row)); };
    if (std::ranges::any_of(lines_, is_text)) return true;
    return std::ranges::any_of(draft_.totals, [&](const TotalFacts& inner) {
      if (inner.row == total.row || !holds(formula.rows, inner.row) || !is_total(inner.row)) return false;
      const bool is_twice = std::ranges::any_of(lines_, [&](int row) { return holds(inner.covers, row) && holds(formula.rows, row); });
      const bool is_wrong = !grid_.has_formula(inner.row, column_.column) && !same_amount(sum_of(draft_, inner.covers, column_.column), value(inner.row));
      return is_twice || is_wrong;
    });
  }

  std::string shown(double amount) const {
    const auto money = Money::from(amount, draft_.options.decimals);
    return money ? money.value().text(draft_.options.decimals) : std::string("…");
  }

  // The stated total is greater than the lines by just a figure of the column that was read as none.
  bool lacks_a_figure() {
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
  bool foots_in_parts() const {
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
  bool is_far_from_stated() {
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
  bool adds_names() {
    for (const Sum& sum : sums_) {
      for (const workbook::Area& area : sum.areas) {
        const bool is_here = area.sheet == grid_.sheet() && area.left == area.right && area.rows() >= 2 && area.rows() <= static_cast<int>(most_lines) &&
                             area.top >= draft_.first() && area.bottom <= draft_.last() && draft_.column(area.left);
        if (!is_here) continue;
        int figures = 0;
        for (int row = area.top; row <= area.bottom; ++row)
          figures += accounts_.at(row, area.left) == Account::name && is_left_out(row, area.left);
        if (figures < 2) continue;
        return ask("left out", sum.row, phrase::ask_left_out, {cell_name(draft_, sum.row, sum.column), letters_of(draft_, area.left)});
      }
    }
    return false;
  }

  // Rows of lines that a sum of the workbook, or a total that was found by value, takes in.
  std::set<int> summed_lines() const {
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
  bool only_missed(const std::vector<int>& rest, const std::set<int>& summed) const {
    const bool is_next = rest.front() > *summed.rbegin() && rest.size() * 2 <= summed.size();
    const auto last = std::ranges::lower_bound(lines_, rest.front());
    const bool reaches_end = std::equal(rest.begin(), rest.end(), last, lines_.end());
    const bool is_between = *summed.rbegin() < column_.stated_row && column_.stated_row < rest.front();
    return is_next && reaches_end && column_.stated_row >= 0 && !is_between;
  }

  // The workbook adds up some lines and leaves others, which then may be no lines of the budget.
  bool sums_some_lines() {
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
    return ask("some summed", rest.front(), phrase::ask_unsummed_rows, {row_list(rest), letters_of(draft_, column_.column)});
  }

  bool ask_rows(const std::vector<int>& rows) {
    const std::string kind = std::string(apart_kind) + std::to_string(rows.back() - rows.front() + 1);
    const std::string key = question_key(draft_, kind, rows.front(), column_.column);
    if (answer_to(draft_.options, key)) return false;  // "no" was obeyed when the rows were read
    column_.question = Question{QuestionKind::subtotals, key, phrase::ask_unsummed_rows, {row_list(rows), letters_of(draft_, column_.column)}, {"yes", "no"}};
    return true;
  }

  // A line that adds or sets off other lines of its column.
  bool reads_lines() {
    for (const int row : lines_) {
      if (!grid_.has_formula(row, column_.column)) continue;
      const VerticalFormula formula = vertical_formula(draft_, row, column_.column);
      if (formula.multiplies || formula.column != column_.column) continue;
      const bool reads = std::ranges::any_of(formula.rows, [&](const Stretch& s) {
        const auto first = std::ranges::lower_bound(lines_, s.first);
        return first != lines_.end() && *first <= s.second;
      });
      if (reads) return ask("reckoned", row, phrase::ask_reckoned_line, {std::to_string(row + 1), letters_of(draft_, column_.column)});
    }
    return false;
  }

  // Among round figures one is easily the sum of others: adding up passes a figure exactly once in as many times as the
  // addends are greater than the step in which figures go. What is unlikely on so many lines is no chance.
  double least_telling() const {
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
  bool comes_to_lines() {
    least_ = least_telling();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (const auto other = comes_to(at, 1)) return ask_sum(lines_[at], lines_[at + 1], *other);
      if (const auto other = comes_to(at, -1)) return ask_sum(lines_[at], *other, lines_[at - 1]);
    }
    return false;
  }

  bool ask_sum(int row, int first, int last) {
    return ask("comes to", row, phrase::ask_comes_to,
               {std::to_string(row + 1), std::to_string(first + 1), std::to_string(last + 1), letters_of(draft_, column_.column)});
  }

  // How far the lines go that a line is the sum of: three at least, as two are often so by chance.
  std::optional<int> comes_to(std::size_t at, int step) const {
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
  bool holds_figures_in_words() {
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
  bool stands_among_words(int row) const {
    if (grid_.kind(row, column_.column) != Kind::text_amount) return false;
    int words = 0, figures = 0;
    for (const AmountColumn& other : draft_.table.columns) {
      words += grid_.is_words(row, other.column) && !stands_for_amount(grid_.text(row, other.column));
      figures += other.column != column_.column && grid_.is_figure(row, other.column);
    }
    return words >= 2 && words > figures;
  }

  // A number that stands for itself: "2500 (Paid)", but not "WP8".
  static bool holds_number(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!std::isdigit(static_cast<unsigned char>(text[at]))) continue;
      const bool is_glued = at > 0 && (std::isalpha(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == '#');
      if (!is_glued) return true;
      while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at]))) ++at;
    }
    return false;
  }

  // What a line says of itself: income or spending.
  bool adds_income_to_expenses() {
    if (column_.slice >= 0 || column_.role == AmountRole::variance || column_.is_derived) return false;
    int income = -1, spending = -1;
    for (const int row : lines_) {
      Terms terms;
      for (const ColumnFacts& facts : draft_.columns)
        if (facts.kind == ColumnKind::dimension && grid_.is_words(row, facts.column)) terms.add(terms_of_whole(grid_.text(row, facts.column)));
      if (terms.has(Term::revenue) == terms.has(Term::expense) || value(row) == 0) continue;
      (terms.has(Term::revenue) ? income : spending) = row;
    }
    if (income < 0 || spending < 0 || value(income) * value(spending) < 0) return false;
    return ask("natures", std::min(income, spending), phrase::ask_income_among_expenses,
               {std::to_string(income + 1), std::to_string(spending + 1), letters_of(draft_, column_.column)});
  }

  Draft& draft_;
  const Grid& grid_;
  AmountColumn& column_;
  const Accounts& accounts_;
  const std::vector<Sum>& sums_;
  std::vector<int> lines_;
  double least_ = 0;  ///< what addends must be on average for their sum to be no chance
};

// A column that nothing heads, and of which a formula of the sheet adds up every figure: there is no need to ask.
void settle_by_sum(Draft& draft, AmountColumn& column, const std::vector<Sum>& sums) {
  const Grid& grid = draft.grid;
  if (!column.question || column.question->kind != QuestionKind::role || !column.path.empty() || column.lines < 2 || column.slice >= 0) return;
  ExactSum lines(draft.options.decimals);
  for (const Leaf& leaf : draft.table.leaves)
    if (grid.is_figure(leaf.row, column.column)) lines.add(grid.value(leaf.row, column.column));
  for (const Sum& sum : sums) {
    const bool is_all = !sum.subtracts && sum.areas.size() == 1 && sum.areas.front().sheet == grid.sheet() && sum.areas.front().left == column.column &&
                        sum.areas.front().right == column.column && sum.areas.front().top <= column.first_row && column.last_row <= sum.areas.front().bottom;
    const auto told = Money::from(grid.value(sum.row, sum.column), draft.options.decimals);
    if (!is_all || lines.too_large() || !told || told.value() != lines.money()) continue;
    column.question.reset();
    column.total = column.stated_total = told.value();
    column.stated_row = sum.row;
    column.foots = true;
    column.confidence = 0.95;
    return;
  }
}

std::vector<Unread> prove_sheet(const std::vector<Draft*>& drafts) {
  const Grid& grid = drafts.front()->grid;
  const Accounts accounts(grid, {drafts.begin(), drafts.end()});
  const auto sums = sums_of(grid);
  const auto unread = unread_figures(grid, accounts, sums);
  for (Draft* draft : drafts) {
    for (AmountColumn& column : draft->table.columns) {
      const ColumnFacts* facts = draft->column(column.column);
      settle_by_sum(*draft, column, sums);
      if (column.question || !column.total || column.lines == 0 || facts->is_running) continue;
      ColumnProof(*draft, column, accounts, sums).examine();
      if (!column.question) continue;
      column.total.reset();
      column.foots.reset();
      column.confidence = std::min(column.confidence, 0.4);
    }
  }
  return unread;
}

}  // namespace

std::vector<Unread> prove(const std::vector<Draft*>& drafts) {
  std::map<int, std::vector<Draft*>> sheets;
  for (Draft* draft : drafts) sheets[draft->grid.sheet()].push_back(draft);
  std::vector<Unread> unread;
  for (const auto& [sheet, of_sheet] : sheets)
    for (Unread& figures : prove_sheet(of_sheet)) unread.push_back(std::move(figures));
  return unread;
}

void set_answered_rows_apart(Draft& draft) {
  for (const auto& [key, answer] : draft.options.answers) {
    const auto mark = key.find('@');
    if (!key.starts_with(apart_kind) || mark == std::string::npos || says_yes(answer)) continue;
    const int rows = std::atoi(key.c_str() + apart_kind.size());
    for (const auto& area : workbook::references("=" + key.substr(mark + 1), draft.grid.sheet(), draft.grid.snapshot())) {
      if (area.sheet != draft.grid.sheet() || !draft.column(area.left)) continue;
      for (int row = std::max(area.top, draft.first()); row <= std::min(area.top + rows - 1, draft.last()); ++row)
        if (draft.row(row) == RowKind::leaf) draft.row(row) = RowKind::trailer;
    }
  }
}

}  // namespace steward::recognise
