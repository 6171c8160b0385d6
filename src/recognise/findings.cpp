#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "recognise/draft.hpp"
#include "recognise/gathering.hpp"
#include "recognise/signs.hpp"
#include "recognise/totals.hpp"
#include "recognise/units.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_findings = 20;  // of one kind
constexpr std::size_t most_keyed = 20000;  // lines whose keys are compared

using Blanks = std::vector<std::string>;

class Inspector {
 public:
  explicit Inspector(Draft& draft) : draft_(draft), grid_(draft.grid), table_(draft.table) {}

  void inspect() {
    totals();
    derived_figures();
    cells();
    below_total();
    headers();
    keys();
    units();
    signs();
    hidden();
    if (std::ranges::all_of(table_.columns, [](const auto& column) { return column.lines == 0; })) {
      add(FindingKind::empty_template, table_.area.top, table_.area.left, phrase::found_empty_template, {});
    }
  }

 private:
  void add(FindingKind kind, int row, int column, Phrase sentence, Blanks blanks, std::optional<Money> expected = {},
           std::optional<Money> found = {}) {
    table_.findings.push_back({kind, {grid_.sheet(), row, column}, expected, found, sentence, std::move(blanks)});
  }

  std::string shown(const Money& money) const { return money.text(draft_.options.decimals); }
  std::optional<Money> money(double amount) const {
    auto result = Money::from(amount, draft_.options.decimals);
    return result ? std::optional(result.value()) : std::nullopt;
  }

  // The column's own total first, then every part, where the sum of its lines is another.
  void totals() {
    for (const AmountColumn& column : table_.columns) {
      if (column.foots.value_or(true)) continue;
      add(FindingKind::does_not_foot, column.stated_row, column.column, phrase::found_total_wrong,
          {cell_name(draft_, column.stated_row, column.column), shown(*column.stated_total), shown(*column.total),
           shown(*column.total - *column.stated_total)},
          column.total, column.stated_total);
    }
    for (const TotalFacts& total : draft_.totals) {
      for (const auto& facts : draft_.columns) {
        if (facts.is_amount() && table_.findings.size() < 4 * most_findings) inspect_total(total, facts);
      }
    }
  }

  bool is_stated(const TotalFacts& total, int column) const {
    return std::ranges::any_of(
        table_.columns, [&](const AmountColumn& of) { return of.column == column && of.stated_row == total.row; });
  }

  void inspect_total(const TotalFacts& total, const ColumnFacts& facts) {
    const int column = facts.column;
    if (!grid_.is_figure(total.row, column) || total.covers.empty() ||
        (total.only_column >= 0 && total.only_column != column))
      return;
    count_twice(total, column);
    if (is_stated(total, column)) return;
    const auto expected = money(sum_of(draft_, total.covers, column)), found = money(grid_.value(total.row, column));
    if (!expected || !found || facts.derivation == Derivation::sum || facts.is_running || sums_elsewhere(total.row, column)) return;
    if (same_amount(expected->amount(draft_.options.decimals), found->amount(draft_.options.decimals))) return;
    add(FindingKind::does_not_foot, total.row, column, phrase::found_total_wrong,
        {cell_name(draft_, total.row, column), shown(*found), shown(*expected), shown(*expected - *found)}, expected,
        found);
  }

  // "Monthly payments = SUM(E25;D12)" under the balances says nothing of the balances.
  bool sums_elsewhere(int row, int column) const {
    const auto areas = workbook::references(grid_.formula(row, column), grid_.sheet(), grid_.snapshot());
    return std::ranges::any_of(areas, [&](const workbook::Area& area) {
      return area.sheet == grid_.sheet() && area.top != row && (area.left > column || area.right < column);
    });
  }

  // A formula that adds lines and the subtotal over them.
  void count_twice(const TotalFacts& total, int column) {
    if (!grid_.has_formula(total.row, column)) return;
    const VerticalFormula formula = vertical_formula(draft_, total.row, column);
    if (!formula.is_sum() || formula.is_subtotal) return;
    std::map<int, int> times;
    for (const auto& [top, bottom] : formula.rows) {
      for (const TotalFacts& other : draft_.totals) {
        if (other.row < top || other.row > bottom || &other == &total) continue;
        for (const auto& [from, to] : other.covers) {
          for (int row = from; row <= to; ++row) ++times[row];
        }
      }
    }
    if (times.empty()) return;
    double twice = 0;
    std::vector<Stretch> rows;
    for (auto& [row, count] : times) {
      for (const auto& [top, bottom] : formula.rows) count += row >= top && row <= bottom;
      if (count < 2 || !grid_.is_figure(row, column)) continue;
      twice += grid_.value(row, column) * (count - 1);
      rows.emplace_back(row, row);
    }
    const auto amount = money(twice);
    if (rows.empty() || !amount || amount->is_zero()) return;
    add(FindingKind::double_counting, total.row, column, phrase::found_counted_twice,
        {cell_name(draft_, total.row, column),
         rows.size() == 1
             ? cell_name(draft_, rows.front().first, column)
             : cell_name(draft_, rows.front().first, column) + ":" + cell_name(draft_, rows.back().first, column),
         shown(*amount)});
  }

  std::optional<double> derived(const ColumnFacts& facts, int row) const {
    double result = facts.derivation == Derivation::product ? 1 : 0;
    bool any = false;
    for (std::size_t i = 0; i < facts.sources.size(); ++i) {
      const bool figure = grid_.is_figure(row, facts.sources[i]);
      if (!figure && grid_.kind(row, facts.sources[i]) != Kind::blank &&
          grid_.kind(row, facts.sources[i]) != Kind::dash)
        return std::nullopt;
      any |= figure;
      const double value = figure ? grid_.value(row, facts.sources[i]) : 0;
      result = facts.derivation == Derivation::product ? result * value : result + value * facts.signs[i];
    }
    return any ? std::optional(result) : std::nullopt;
  }

  // Lines that contradict the columns they are made of, where most lines agree with them.
  void derived_figures() {
    for (const auto& facts : draft_.columns) {
      if (!facts.is_amount() || facts.derivation == Derivation::none || facts.sources.size() < 2) continue;
      if (facts.derivation == Derivation::product && facts.sources.size() != 2) continue;
      std::vector<std::pair<int, double>> wrong;
      std::size_t agreeing = 0;
      for (const Leaf& leaf : table_.leaves) {
        const auto expected = derived(facts, leaf.row);
        if (!expected || !grid_.is_figure(leaf.row, facts.column)) continue;
        if (std::abs(*expected - grid_.value(leaf.row, facts.column)) <= 0.0101 + 1e-9 * std::abs(*expected)) {
          ++agreeing;
        } else {
          wrong.emplace_back(leaf.row, *expected);
        }
      }
      if (wrong.size() * 2 > agreeing || wrong.size() > most_findings) continue;
      for (const auto& [row, value] : wrong) {
        const auto expected = money(value), found = money(grid_.value(row, facts.column));
        if (!expected || !found) continue;
        add(FindingKind::wrong_formula, row, facts.column, phrase::found_row_wrong,
            {cell_name(draft_, row, facts.column), shown(*found), shown(*expected)}, expected, found);
      }
    }
  }

  void cells() {
    for (const auto& facts : draft_.columns) {
      if (!facts.is_amount()) continue;
      text_amounts(facts);
      std::size_t unreadable = 0;
      for (const Leaf& leaf : table_.leaves) {
        if (!grid_.is_words(leaf.row, facts.column) || ++unreadable > 5) continue;
        add(FindingKind::unreadable, leaf.row, facts.column, phrase::found_unreadable,
            {cell_name(draft_, leaf.row, facts.column), std::string(grid_.text(leaf.row, facts.column))});
      }
    }
  }

  void text_amounts(const ColumnFacts& facts) {
    if (facts.text_amounts == 0) return;
    std::vector<int> rows;
    for (const Leaf& leaf : table_.leaves) {
      if (grid_.kind(leaf.row, facts.column) == Kind::text_amount) rows.push_back(leaf.row);
    }
    if (rows.size() > 3) {
      return add(FindingKind::text_amount, rows.front(), facts.column, phrase::found_text_amounts,
                 {std::to_string(rows.size()), cell_name(draft_, rows.front(), facts.column),
                  cell_name(draft_, rows.back(), facts.column)});
    }
    for (const int row : rows) {
      add(FindingKind::text_amount, row, facts.column, phrase::found_text_amount,
          {cell_name(draft_, row, facts.column), std::string(grid_.text(row, facts.column))});
    }
  }

  void below_total() {
    std::size_t shown_rows = 0;
    for (int row = draft_.first(); row <= draft_.last(); ++row) {
      if (draft_.row(row) != RowKind::trailer || ++shown_rows > 5) continue;
      add(FindingKind::missing_line, row, draft_.block.area.left, phrase::found_below_total,
          {std::to_string(row + 1) + " " + std::string(label_of(draft_, row))});
    }
  }

  void headers() {
    std::map<std::vector<std::string>, int> seen;
    for (const auto& facts : draft_.columns) {
      if (!facts.is_amount() || facts.path.empty()) continue;
      const auto [entry, is_new] = seen.emplace(facts.path, facts.column);
      if (is_new) continue;
      add(FindingKind::duplicate_header, table_.area.top, facts.column, phrase::found_duplicate_header,
          {letters_of(draft_, entry->second), letters_of(draft_, facts.column), facts.path.back()});
    }
  }

  bool is_ledger() const {
    return table_.period_dimension >= 0 || std::ranges::any_of(table_.columns, [](const auto& c) {
             return c.role == AmountRole::actual && c.slice < 0 && c.path.size() <= 1;
           });
  }

  // The nearest total over a line: "Other" under Housing is not "Other" under Food.
  int group_of(int row) const {
    int group = -1, fewest = 1 << 30;
    for (const TotalFacts& total : draft_.totals) {
      if (total.covers.empty()) continue;
      const int reach = total.covers.back().second - total.covers.front().first;
      const bool covers =
          std::ranges::any_of(total.covers, [&](const Stretch& s) { return row >= s.first && row <= s.second; });
      if (!covers || reach >= fewest) continue;
      fewest = reach;
      group = total.row;
    }
    return group;
  }

  void keys() {
    if (table_.leaves.size() * (draft_.totals.size() + 1) > 10 * most_keyed || table_.dimensions.empty() || is_ledger())
      return;
    std::map<std::string, int> seen;
    std::size_t found = 0;
    for (std::size_t i = 0; i < table_.leaves.size() && found < 5; ++i) {
      std::string key;
      bool any = false;
      for (std::size_t d = 0; d < table_.dimensions.size(); ++d) {
        const std::string part = key_of(grid_.snapshot(), table_, i, d);
        any |= !part.empty() && !table_.dimensions[d].is_section;
        key += part + "\x1f";
      }
      if (!any) continue;
      key += std::to_string(group_of(table_.leaves[i].row));
      const auto [entry, is_new] = seen.emplace(folded(key), table_.leaves[i].row);
      if (is_new) continue;
      ++found;
      const std::string label(label_of(draft_, table_.leaves[i].row));
      add(FindingKind::duplicate_key, table_.leaves[i].row, table_.dimensions.back().column,
          phrase::found_duplicate_key,
          {std::to_string(entry->second + 1), std::to_string(table_.leaves[i].row + 1), label});
    }
  }

  void units() {
    for (AmountColumn& column : table_.columns) {
      const auto found = units_shown(draft_, column);
      if (found.size() < 2) continue;
      const Blanks blanks{letters_of(draft_, column.column), found.begin()->first, std::next(found.begin())->first};
      add(FindingKind::mixed_units, std::next(found.begin())->second, column.column, phrase::found_mixed_units, blanks);
      if (!column.unit_rates.empty()) continue;
      std::vector<std::string> choices;
      for (const auto& [unit, row] : found) choices.push_back(unit);
      column.question = Question{QuestionKind::unit, question_key(draft_, "unit", table_.area.top, column.column),
                                 phrase::ask_units, blanks, std::move(choices)};
    }
  }

  void signs() {
    bool asked = expenses_are_negative(draft_).has_value();
    for (const AmountColumn& column : table_.columns) {
      const bool is_change = column.role == AmountRole::variance || column.role == AmountRole::other;
      if (is_change || column.is_derived || column.lines == 0) continue;
      std::vector<int> positive, negative;
      for (const Leaf& leaf : table_.leaves) {
        if (!counts(column, leaf) || !grid_.is_figure(leaf.row, column.column)) continue;
        const double value = grid_.value(leaf.row, column.column);
        if (value != 0) (value > 0 ? positive : negative).push_back(leaf.row);
      }
      if (!negative.empty()) flipped(column, negative);
      if (column.lines < 3 || negative.empty() || positive.empty()) continue;
      const int odd = positive.size() < negative.size() ? positive.front() : negative.front();
      add(FindingKind::mixed_signs, odd, column.column, phrase::found_mixed_signs,
          {letters_of(draft_, column.column), std::to_string(positive.size()), std::to_string(negative.size()),
           cell_name(draft_, odd, column.column)});
      if (negative.size() * 10 < positive.size() || column.nature || std::exchange(asked, true)) continue;
      table_.questions.push_back({QuestionKind::sign,
                                  question_key(draft_, "sign", table_.area.top, table_.area.left),
                                  phrase::ask_sign,
                                  {},
                                  {"yes", "no"}});
    }
  }

  // Lines that control takes with the other sign, because theirs only says that they are expenses.
  void flipped(const AmountColumn& column, const std::vector<int>& negative) {
    const auto turned = std::ranges::find_if(negative, [&](int row) {
      const auto leaf = std::ranges::lower_bound(table_.leaves, row, {}, &Leaf::row);
      return column.sign * table_.slices[static_cast<std::size_t>(leaf->slice)].sign < 0;
    });
    if (turned == negative.end()) return;
    add(FindingKind::sign_flip, *turned, column.column, phrase::found_sign_flip,
        {cell_name(draft_, *turned, column.column), std::to_string(negative.size())});
  }

  void hidden() {
    const auto& sheet = grid_.cells();
    for (const auto& column : table_.columns) {
      if (sheet.is_column_hidden(column.column)) {
        add(FindingKind::hidden, table_.area.top, column.column, phrase::found_hidden,
            {letters_of(draft_, column.column)});
      }
    }
    if (sheet.hidden_rows.empty()) return;
    for (const Leaf& leaf : table_.leaves) {
      if (!sheet.is_row_hidden(leaf.row)) continue;
      return add(FindingKind::hidden, leaf.row, table_.area.left, phrase::found_hidden, {std::to_string(leaf.row + 1)});
    }
  }

  Draft& draft_;
  const Grid& grid_;
  BudgetTable& table_;
};

}  // namespace

void find_errors(Draft& draft) {
  Inspector(draft).inspect();
}

std::string letters_of(const Draft& draft, int column) {
  const std::string address =
      workbook::address(draft.grid.snapshot(), workbook::Position{draft.grid.sheet(), 0, column});
  const auto from = address.rfind(".$") + 2;
  return address.substr(from, address.rfind('$') - from);
}

std::string cell_name(const Draft& draft, int row, int column) {
  return letters_of(draft, column) + std::to_string(row + 1);
}

std::optional<std::string> answer_to(const Options& options, const std::string& key) {
  auto found = options.answers.find(key);
  if (found == options.answers.end()) found = options.answers.find(key.substr(0, key.find('@')));
  return found == options.answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> answer_to(const Draft& draft, std::string_view kind, int row, int column) {
  if (draft.options.answers.empty()) return std::nullopt;
  const std::string key = question_key(draft, kind, row, column);
  if (const auto own = draft.options.answers.find(key); own != draft.options.answers.end()) return own->second;
  const auto of_all = answer_for_all(draft, kind);
  return of_all ? of_all : answer_to(draft.options, key);
}

bool says_yes(std::string_view answer) {
  const std::string word = folded(answer);
  return word == "yes" || word == "y" || word == "1" || word == "true" || word == "是" || word == "对";
}

std::string question_key(const Draft& draft, std::string_view kind, int row, int column) {
  return std::string(kind) + "@" +
         workbook::address(draft.grid.snapshot(), workbook::Position{draft.grid.sheet(), row, column});
}

}  // namespace steward::recognise
