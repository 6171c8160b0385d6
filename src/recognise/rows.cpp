#include <algorithm>
#include <optional>
#include <unordered_map>

#include "recognise/apart.hpp"
#include "recognise/balances.hpp"
#include "recognise/draft.hpp"
#include "recognise/group_heads.hpp"
#include "recognise/levels.hpp"
#include "recognise/proof.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t longest_total_label = 90;  // bytes

struct Label {
  bool total = false, subtotal = false, balance = false, sure_balance = false, opening = false, check = false,
       of_which = false;
};

Label read_label(std::string_view text) {
  Label label;
  if (text.size() > longest_total_label) return label;
  const auto [anywhere, edges, whole] = terms_by_place(text);
  label.subtotal = edges.has(Term::subtotal);
  label.total = edges.has_any({Term::subtotal, Term::total, Term::grand_total});
  label.balance = edges.has(Term::balance);
  label.sure_balance = whole.has(Term::balance) && !whole.has(Term::total);
  label.opening = edges.has(Term::opening);
  label.check = whole.has(Term::check);
  label.of_which = edges.has(Term::of_which) && !whole.has(Term::of_which);
  return label;
}

// Equal texts of a sheet are kept once, so that where a text stands in memory is enough to know it again.
class Labels {
 public:
  const Label& of(std::string_view text) {
    const auto [entry, is_new] = known_.try_emplace(text.data());
    if (is_new) entry->second = read_label(text);
    return entry->second;
  }

 private:
  std::unordered_map<const char*, Label> known_;
};

bool has_amount(const Grid& grid, const ColumnFacts& facts, int row) {
  const Kind kind = grid.kind(row, facts.column);
  return kind == Kind::amount || kind == Kind::text_amount || kind == Kind::error || kind == Kind::dash ||
         kind == Kind::digits;
}

class RowReader {
 public:
  explicit RowReader(Draft& draft) : draft_(draft), grid_(draft.grid) {
    for (const auto& facts : draft.columns) {
      if (facts.is_amount()) amounts_.push_back(&facts);
      const bool may_name = facts.kind == ColumnKind::dimension || facts.kind == ColumnKind::remark ||
                            (facts.kind == ColumnKind::period && facts.words > 0);  // "Total" below the dates
      if (may_name) names_.push_back(&facts);
    }
  }

  void read() {
    draft_.rows.assign(static_cast<std::size_t>(std::max(0, draft_.last() - draft_.first() + 1)), RowKind::blank);
    for (int row = draft_.first(); row <= draft_.last(); ++row) draft_.row(row) = kind_of(row);
    for (const int row : draft_.block.inner_headers) {
      if (row >= draft_.first() && row <= draft_.last()) draft_.row(row) = RowKind::header;
    }
  }

 private:
  RowKind kind_of(int row) {
    int amounts = 0, texts = 0;
    for (const auto* facts : amounts_) amounts += has_amount(grid_, *facts, row);
    for (const auto* facts : names_) texts += !grid_.is_blank(row, facts->column);
    if (amounts == 0) {
      if (stands_aside(row)) return RowKind::total;
      if (texts > 0 && holds_word_for_amount(row)) return RowKind::leaf;
      if (texts == 0 || is_line_without_amount(texts)) return RowKind::blank;
      return is_empty_total(row) ? RowKind::total : RowKind::heading;
    }
    const bool sparse = texts < widest_;
    widest_ = std::max(widest_, texts);
    const Label label = label_flags(row, sparse);
    if (label.opening || label.check || label.of_which) return RowKind::balance;
    const VerticalFormula formula = row_formula(row);
    if (!formula.rows.empty()) {
      // "Margin = sales + costs": costs are negative here.
      if (formula.is_sum() && !formula.sums && label.balance && !label.total) return RowKind::balance;
      if (formula.is_sum() && (formula.sums || label.total || sums_many(formula)))
        return add_total(row, label, Evidence::formula);
      if (formula.subtracts && !formula.multiplies && reads_above_only(formula, row)) return RowKind::balance;
      if (label.total && is_share_of_total(formula, row)) return RowKind::balance;
    }
    if (formula.rows.empty() && add_crosswise(row)) return RowKind::total;
    if (label.sure_balance) return RowKind::balance;
    if (label.total && label.balance && !label.subtotal && formula.subtracts) return RowKind::balance;
    if (label.total) return add_total(row, label, Evidence::label);
    return RowKind::leaf;
  }

  // A heading has a name or two; a row with all its keys is a line for which nothing was entered.
  bool is_line_without_amount(int texts) const { return widest_ >= 3 && texts * 2 > widest_; }

  // "tbd", "Free": a line whose amount is a word, not a heading; the word is reported.
  bool holds_word_for_amount(int row) const {
    constexpr std::size_t longest_word = 24;  // bytes
    int words = 0;
    for (const auto* facts : amounts_) {
      if (!grid_.is_words(row, facts->column)) continue;
      const auto text = grid_.text(row, facts->column);
      if (facts->path.empty() || text.size() > longest_word || !terms_in(text).none() || read_period(text)) return false;
      ++words;
    }
    return words > 0 && words * 2 >= static_cast<int>(amounts_.size());
  }

  // "合计" in a template: a total that has nothing to add up yet.
  bool is_empty_total(int row) {
    const auto text = label_of(draft_, row);
    const Terms whole = terms_of_whole(text);
    if (!whole.has_any({Term::total, Term::grand_total, Term::subtotal})) return false;
    add_total(row, read_label(text), Evidence::label);
    return true;
  }

  // A grand total that was written beside its column: a sum of another column's cells, and nothing else in the row.
  bool stands_aside(int row) {
    for (const auto& facts : draft_.columns) {
      if (facts.is_amount() || !grid_.is_figure(row, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(draft_, row, facts.column);
      const ColumnFacts* summed = formula.column >= 0 ? draft_.column(formula.column) : nullptr;
      if (summed && summed->is_amount() && formula.is_sum() && sums_many(formula)) {
        add_total(row, read_label(label_of(draft_, row)), Evidence::formula);
        return true;
      }
    }
    return false;
  }

  static bool sums_many(const VerticalFormula& formula) {
    return formula.rows.size() >= 2 ||
           (!formula.rows.empty() && formula.rows.front().second > formula.rows.front().first);
  }
  static bool reads_above_only(const VerticalFormula& formula, int row) {
    return std::ranges::all_of(formula.rows, [&](const Stretch& s) { return s.second < row; });
  }

  // "Total per board = total / 1000": the same money seen otherwise.
  bool is_share_of_total(const VerticalFormula& formula, int row) const {
    if (!formula.multiplies || formula.sums || formula.rows.size() != 1 || formula.rows.front().first != formula.rows.front().second) return false;
    const int of = formula.rows.front().first;
    return of < row && draft_.row(of) == RowKind::total && grid_.formula(row, formula.column).find('/') != std::string_view::npos;
  }

  RowKind add_total(int row, const Label& label, Evidence evidence) {
    TotalFacts total;
    total.row = row;
    total.kind = label.subtotal ? TotalKind::subtotal : TotalKind::total;
    total.evidence = evidence;
    total.label = std::string(label_of(draft_, row));
    draft_.totals.push_back(std::move(total));
    return RowKind::total;
  }

  // What stands right of the amounts, or under "Remarks", is said about a line ("of which 500 are given away"), and makes no
  // balance of it; it may still call it a total.
  bool is_said_about_line(const ColumnFacts& facts, int row) const {
    if (facts.kind == ColumnKind::remark) return true;
    const auto has_figure = [&](const ColumnFacts* of) { return has_amount(grid_, *of, row); };
    const auto first_right = std::ranges::find_if(amounts_, [&](const ColumnFacts* of) { return of->column > facts.column; });
    return std::any_of(amounts_.begin(), first_right, has_figure) && std::none_of(first_right, amounts_.end(), has_figure);
  }

  Label label_flags(int row, bool sparse) {
    Label found;
    for (const auto* facts : names_) {
      if (!grid_.is_words(row, facts->column)) continue;
      const Label& label = labels_.of(grid_.text(row, facts->column));
      found.total |= label.total;
      found.subtotal |= label.subtotal;
      if (!is_said_about_line(*facts, row)) {
        found.balance |= label.balance;
        found.sure_balance |= label.sure_balance;
        found.opening |= label.opening;
        found.check |= label.check;
        found.of_which |= label.of_which;
      }
      if (!sparse) break;
    }
    if (!found.total) found.total = is_called_total_aside(row);
    return found;
  }

  // "Total" in the column left of the figure, where rates, pieces or other amounts stand.
  bool is_called_total_aside(int row) const {
    for (const auto& facts : draft_.columns) {
      if (std::ranges::find(names_, &facts) != names_.end() || !grid_.is_words(row, facts.column)) continue;
      const auto text = grid_.text(row, facts.column);
      if (text.size() > longest_total_label || !terms_by_place(text).edges.has_any({Term::total, Term::grand_total, Term::subtotal})) continue;
      for (int at = facts.column + 1; at <= std::min(draft_.block.area.right, facts.column + 2); ++at) {
        const ColumnFacts* right = draft_.column(at);
        if (right && right->is_amount() && grid_.is_figure(row, at)) return true;
      }
    }
    return false;
  }

  // The first formula that reads the column; a sum of several rows rather than one that only repeats another row, as the
  // head of a group does in the months in which the group has one line.
  VerticalFormula row_formula(int row) {
    constexpr int most_repeats = 12;
    int looked_at = 0, repeats = 0;
    std::optional<VerticalFormula> first;
    for (const auto* facts : amounts_) {
      if (facts->derivation != Derivation::none || !grid_.has_formula(row, facts->column)) continue;
      VerticalFormula formula = vertical_formula(draft_, row, facts->column);
      if (!formula.rows.empty() && formula.column == facts->column) {
        const bool repeats_row = formula.is_sum() && !formula.sums && !sums_many(formula);
        if (!repeats_row) return first ? (sums_many(formula) && formula.is_sum() ? formula : *first) : formula;
        if (!first) first = std::move(formula);
        if (++repeats >= most_repeats) break;
        continue;
      }
      if (++looked_at >= 3) break;
    }
    if (first) return *first;
    for (const auto* facts : amounts_) {  // a total row of a table whose columns are all derived in their rows
      if (facts->derivation == Derivation::none || !grid_.has_formula(row, facts->column) || looked_at++ >= 5) continue;
      VerticalFormula formula = vertical_formula(draft_, row, facts->column);
      if (!formula.rows.empty() && formula.column == facts->column) return formula;
    }
    return {};
  }

  // A line of its own: a product (hours × rate), or one that the sum takes in, with what its column comes to beside it.
  bool is_line_of(const ColumnFacts& summed, int row, int column) const {
    if (!has_amount(grid_, summed, row)) return false;
    const auto areas = workbook::references(grid_.formula(row, column), grid_.sheet(), grid_.snapshot());
    return summed.derivation == Derivation::product ||
           std::ranges::any_of(areas, [&](const workbook::Area& area) { return area.top <= row && row <= area.bottom; });
  }

  // A sum of one column that stands in another amount column: it states that column only. Beside a line of its own it makes
  // no total of the row.
  bool add_crosswise(int row) {
    for (const auto* facts : amounts_) {
      if (!grid_.has_formula(row, facts->column)) continue;
      const VerticalFormula formula = vertical_formula(draft_, row, facts->column);
      const ColumnFacts* summed = formula.column >= 0 ? draft_.column(formula.column) : nullptr;
      if (!summed || !summed->is_amount() || formula.column == facts->column || !formula.is_sum() ||
          !sums_many(formula) || is_line_of(*summed, row, facts->column))
        continue;
      add_total(row, read_label(label_of(draft_, row)), Evidence::formula);
      draft_.totals.back().only_column = formula.column;
      return true;
    }
    return false;
  }

  Draft& draft_;
  const Grid& grid_;
  Labels labels_;
  std::vector<const ColumnFacts*> amounts_, names_;
  int widest_ = 0;
};

// Every row says "Total": a list of the totals of other tables, of which each is a line here.
void restore_lines(Draft& draft) {
  if (draft.totals.size() < 3 || std::ranges::find(draft.rows, RowKind::leaf) != draft.rows.end()) return;
  const bool is_typed = std::ranges::all_of(
      draft.totals, [](const TotalFacts& total) { return total.evidence == Evidence::label && total.only_column < 0; });
  if (!is_typed) return;
  for (const TotalFacts& total : draft.totals) draft.row(total.row) = RowKind::leaf;
  draft.totals.clear();
}

}  // namespace

std::string_view label_of(const Draft& draft, int row) {
  for (const auto& facts : draft.columns) {
    if (facts.is_amount() || !draft.grid.is_words(row, facts.column)) continue;
    return draft.grid.text(row, facts.column);
  }
  for (const auto& facts : draft.columns) {
    if (draft.grid.is_words(row, facts.column)) return draft.grid.text(row, facts.column);
  }
  return {};
}

TotalFacts& make_total(Draft& draft, int row, Evidence evidence, std::vector<Stretch> covers) {
  TotalFacts total;
  total.row = row;
  total.evidence = evidence;
  total.label = std::string(label_of(draft, row));
  total.covers = std::move(covers);
  draft.row(row) = RowKind::total;
  return *draft.totals.insert(std::ranges::lower_bound(draft.totals, row, {}, &TotalFacts::row), std::move(total));
}

bool leads_or_ends(std::string_view label, Term term) {
  return terms_by_place(label).edges.has(term);
}

bool same_amount(double a, double b) {
  return std::abs(a - b) <= 0.0051 + 1e-10 * (std::abs(a) + std::abs(b));
}

void read_rows(Draft& draft) {
  RowReader(draft).read();
  restore_lines(draft);
  find_parents(draft);
  set_apart_what_balances_tell(draft);
  find_differences(draft);
  find_group_heads(draft);
  find_heads_of_one(draft);
  find_carried_sums(draft);
  set_factors_and_taxed_totals_apart(draft);
  settle_totals(draft);
  if (!is_vast(draft)) set_rows_apart(draft);
  if (!draft.options.answers.empty()) set_answered_rows_apart(draft);
}

}  // namespace steward::recognise
