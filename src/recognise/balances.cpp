#include "recognise/balances.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "recognise/derivation.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_lines = 20000, most_balances = 200;

struct Addend {
  Stretch rows;
  int sign;
};
using Signed = std::vector<Addend>;

// The rows of one column that a formula adds and takes away. Only sums and brackets are understood.
class SignReader {
 public:
  SignReader(const Draft& draft, int column, std::string_view formula)
      : draft_(draft), column_(column), formula_(formula) {}

  std::optional<Signed> read() {
    for (std::size_t i = 1; i < formula_.size(); ++i) {
      if (!take(formula_[i])) return std::nullopt;
    }
    if (!flush() || signs_.size() != 1) return std::nullopt;
    return std::move(found_);
  }

 private:
  bool take(char c) {
    if (c == '\'') is_quoted_ = !is_quoted_;
    if (is_quoted_) return append(c);
    switch (c) {
      case '*': case '/': case '^': case '<': case '>': case '=': case '"': case '{': case '&': return false;
      case '(': return open();
      case ')': return close();
      case '+': case ';': case ',': return flush() && set(1);
      case '-': return flush() && set(-1);
      default: return append(c);
    }
  }
  bool append(char c) {
    operand_ += c;
    return true;
  }
  bool set(int sign) {
    sign_ = sign;
    return true;
  }
  bool open() {
    const bool is_sum = operand_.empty() || operand_ == "SUM" || operand_ == "ROUND" || operand_ == "N";
    operand_.clear();
    signs_.push_back(signs_.back() * sign_);
    return set(1) && is_sum;
  }
  bool close() {
    if (!flush() || signs_.size() < 2) return false;
    signs_.pop_back();
    return set(1);
  }
  bool flush() {
    const std::string operand = std::exchange(operand_, {});
    for (const auto& area : workbook::references("=" + operand, draft_.grid.sheet(), draft_.grid.snapshot())) {
      const bool in_column = area.sheet == draft_.grid.sheet() && area.left == column_ && area.right == column_ &&
                             area.bottom >= draft_.first() && area.top <= draft_.last();
      if (!in_column) return false;
      found_.push_back({{std::max(area.top, draft_.first()), std::min(area.bottom, draft_.last())},
                        signs_.back() * sign_});
    }
    return true;
  }

  const Draft& draft_;
  int column_;
  std::string_view formula_;
  std::string operand_;
  std::vector<int> signs_{1};
  int sign_ = 1;
  bool is_quoted_ = false;
  Signed found_;
};

class BalanceReader {
 public:
  explicit BalanceReader(const Draft& draft) : draft_(draft) {}

  std::vector<Balance> read() {
    std::vector<Balance> found;
    for (int row = draft_.first(); row <= draft_.last() && found.size() < most_balances; ++row) {
      if (draft_.row(row) != RowKind::balance) continue;
      Balance balance{row, leads_or_ends(label_of(draft_, row), Term::balance),
                      std::vector<std::int8_t>(draft_.table.leaves.size())};
      add(row, 1, balance.sides, 0);
      const bool adds = std::ranges::find(balance.sides, 1) != balance.sides.end();
      const bool takes = std::ranges::find(balance.sides, -1) != balance.sides.end();
      if (adds && takes) found.push_back(std::move(balance));
    }
    const auto lines = [](const Balance& balance) {
      return std::ranges::count_if(balance.sides, [](int side) { return side != 0; });
    };
    std::ranges::stable_sort(found, std::ranges::greater(), lines);
    return found;
  }

 private:
  std::optional<Signed> terms_of(int row) const {
    for (const auto& facts : draft_.columns) {
      const auto formula = draft_.grid.formula(row, facts.column);
      if (!facts.is_amount() || facts.derivation != Derivation::none || formula.empty()) continue;
      return SignReader(draft_, facts.column, formula).read();
    }
    return std::nullopt;
  }

  void add(int row, int sign, std::vector<std::int8_t>& sides, int depth) const {
    const auto terms = depth < 12 ? terms_of(row) : std::nullopt;
    if (!terms) return;
    for (const auto& [rows, own] : *terms) {
      for (int at = rows.first; at <= rows.second; ++at) {
        if (at == row) continue;
        if (draft_.row(at) == RowKind::leaf) set(at, at, sign * own, sides);
        if (draft_.row(at) == RowKind::balance && rows.first == rows.second) add(at, sign * own, sides, depth + 1);
        const auto total = std::ranges::find(draft_.totals, at, &TotalFacts::row);
        if (total == draft_.totals.end()) continue;
        for (const auto& [top, bottom] : total->covers) set(top, bottom, sign * own, sides);
      }
    }
  }

  void set(int top, int bottom, int sign, std::vector<std::int8_t>& sides) const {
    const auto& leaves = draft_.table.leaves;
    auto leaf = std::ranges::lower_bound(leaves, top, {}, &Leaf::row);
    for (; leaf != leaves.end() && leaf->row <= bottom; ++leaf)
      sides[static_cast<std::size_t>(leaf - leaves.begin())] = static_cast<std::int8_t>(sign);
  }

  const Draft& draft_;
};

bool reads_a_balance(const Draft& draft, int row, int column) {
  const auto formula = draft.grid.formula(row, column);
  const bool is_only_sum = formula.find("SUM(") != std::string_view::npos && formula.find("+SUM(") == std::string_view::npos &&
                           formula.find(")+") == std::string_view::npos;
  if (formula.empty() || shape_of(formula).multiplies || is_only_sum) return false;
  return std::ranges::any_of(
      workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot()), [&](const workbook::Area& area) {
        return area.sheet == draft.grid.sheet() && area.left == column && area.right == column &&
               area.top == area.bottom && area.top >= draft.first() && area.top <= draft.last() &&
               draft.row(area.top) == RowKind::balance;
      });
}

}  // namespace

std::vector<Balance> balances_of(const Draft& draft) {
  if (draft.table.leaves.size() > most_lines) return {};
  return BalanceReader(draft).read();
}

void set_apart_what_balances_tell(Draft& draft) {
  if (std::ranges::find(draft.rows, RowKind::balance) == draft.rows.end()) return;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (draft.row(row) != RowKind::leaf && draft.row(row) != RowKind::total) continue;
    for (const auto& facts : draft.columns) {
      if (!facts.is_amount() || facts.derivation != Derivation::none || facts.is_running || !draft.grid.has_formula(row, facts.column))
        continue;
      if (!reads_a_balance(draft, row, facts.column)) break;
      std::erase_if(draft.totals, [&](const TotalFacts& total) { return total.row == row; });
      draft.row(row) = RowKind::balance;
      break;
    }
  }
}

}  // namespace steward::recognise
