#include "recognise/natures.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "recognise/balances.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

// "Payments" above lines is what is spent; above a column it is a stage of it.
std::optional<Nature> nature_of_heading(std::string_view text) {
  const auto nature = nature_in(text);
  if (nature || text.empty() || text.size() > 80) return nature;
  const Terms terms = terms_in(text);
  if (!terms.has(Term::paid) || terms.has_any({Term::collected, Term::revenue, Term::expense})) return std::nullopt;
  return Nature::expense;
}

bool names_sales_department(std::string_view text) {
  const Terms terms = terms_in(text);
  return terms.has(Term::department) && terms.has(Term::sales);
}

Nature opposite(Nature nature) {
  return nature == Nature::revenue ? Nature::expense : Nature::revenue;
}

class NatureReader {
 public:
  explicit NatureReader(const Draft& draft)
      : draft_(draft),
        table_(draft.table),
        natures_(draft.table.leaves.size()),
        is_sales_department_(names_sales_department(draft.block.title)) {}

  std::vector<std::optional<Nature>> read() {
    by_heading();
    by_total();
    by_balance();
    if (std::ranges::none_of(natures_, [](const auto& nature) { return nature.has_value(); })) by_table_or_label();
    spread();
    return std::move(natures_);
  }

 private:
  // "Sales" may be what is sold, or who sells.
  std::optional<Nature> nature_of(std::string_view text) {
    const auto nature = nature_of_heading(text);
    const bool is_weak = nature == Nature::revenue && terms_in(text).has(Term::sales);
    if (is_weak && is_sales_department_) return std::nullopt;
    is_certain_ |= nature && !is_weak;
    return nature;
  }

  void by_heading() {
    if (table_.dimensions.empty() || !table_.dimensions.front().is_section) return;
    const auto& sections = table_.dimensions.front();
    std::map<std::int32_t, std::optional<Nature>> known;
    for (std::size_t i = 0; i < natures_.size(); ++i) {
      const auto row = sections.source_rows[i];
      if (row < 0) continue;
      const auto [entry, is_new] = known.try_emplace(row);
      if (is_new) entry->second = nature_of(label_of(draft_, row));
      natures_[i] = entry->second;
    }
  }

  void by_total() {
    std::vector<const TotalFacts*> totals;
    for (const TotalFacts& total : draft_.totals) totals.push_back(&total);
    std::ranges::sort(totals, {}, [&](const TotalFacts* total) { return count_lines(draft_, total->covers); });
    for (const TotalFacts* total : totals) {
      const auto nature = total->only_column >= 0 || !total->is_proven ? std::nullopt : nature_of(total->label);
      if (!nature) continue;
      for (const auto& [top, bottom] : total->covers) {
        auto leaf = std::ranges::lower_bound(table_.leaves, top, {}, &Leaf::row);
        for (; leaf != table_.leaves.end() && leaf->row <= bottom; ++leaf) {
          auto& own = natures_[static_cast<std::size_t>(leaf - table_.leaves.begin())];
          if (!own) own = nature;
        }
      }
    }
  }

  // Whether a line has its nature from the heading over it alone.
  bool is_under_revenue(std::size_t leaf) const {
    return natures_[leaf] == Nature::revenue && nature_in(label_of(draft_, table_.leaves[leaf].row)) != Nature::revenue;
  }

  // Which nature the lines that a balance adds have, by those of which it is known. Nothing where they contradict.
  std::optional<Nature> nature_added(const Balance& balance) const {
    int revenue = 0, expense = 0;
    for (std::size_t i = 0; i < natures_.size(); ++i) {
      if (balance.sides[i] == 0) continue;
      const auto known = natures_[i] ? natures_[i] : nature_in(label_of(draft_, table_.leaves[i].row));
      if (!known || (*known != Nature::revenue && *known != Nature::expense)) continue;
      if (balance.sides[i] < 0 && *known == Nature::revenue && is_under_revenue(i)) continue;  // perhaps a deduction
      const Nature added = balance.sides[i] > 0 ? *known : opposite(*known);
      ++(added == Nature::revenue ? revenue : expense);
    }
    if (revenue > 0 && expense > 0) return std::nullopt;
    if (revenue > 0 || (expense == 0 && balance.is_result)) return Nature::revenue;
    return Nature::expense;
  }

  // "Result = Receipts − Payments": what is taken away is never added to the rest.
  void by_balance() {
    for (const Balance& balance : balances_of(draft_)) {
      const auto added = nature_added(balance);
      if (!added) continue;
      for (std::size_t i = 0; i < natures_.size(); ++i) {
        // Tax and insurance stand under "Income", and are taken away from it.
        const bool is_deduction = balance.sides[i] < 0 && *added == Nature::revenue && is_under_revenue(i);
        if (balance.sides[i] != 0 && (!natures_[i] || is_deduction))
          natures_[i] = balance.sides[i] > 0 ? *added : opposite(*added);
      }
    }
  }

  // What a total adds to lines of one nature is of that nature as well.
  void spread() {
    std::set<Nature> found;
    for (const auto& nature : natures_) {
      if (nature) found.insert(*nature);
    }
    const bool one_total = std::ranges::any_of(draft_.totals, [&](const TotalFacts& total) {
      return total.only_column < 0 && count_lines(draft_, total.covers) == static_cast<long>(natures_.size());
    });
    // "Travel" among other costs: where nothing speaks of revenue, all of it is spent.
    if (found.size() == 1 && *found.begin() == Nature::expense && !one_total && all_may_be_spent())
      return natures_.assign(natures_.size(), Nature::expense);
    if (found.size() != 1 || !one_total) return;
    // "Sales" above the lines of one department among others, all in one total, is no revenue.
    const auto known = std::ranges::count_if(natures_, [](const auto& nature) { return nature.has_value(); });
    const bool is_chance = *found.begin() == Nature::revenue &&
                           known * 2 < std::ssize(natures_) + (is_certain_ ? 0 : std::ssize(natures_));
    natures_.assign(natures_.size(), is_chance ? std::nullopt : std::optional(*found.begin()));
  }

  // Whether one total takes in lines of both kinds, those that are known to be spent and others, and none of them says that
  // it is received.
  bool all_may_be_spent() const {
    constexpr std::size_t most_lines = 500;
    if (natures_.size() > most_lines) return false;
    for (const Leaf& leaf : table_.leaves)
      if (terms_in(label_of(draft_, leaf.row)).has(Term::revenue)) return false;
    return std::ranges::any_of(draft_.totals, [&](const TotalFacts& total) {
      if (!total.covers_by_formula || nature_of_heading(total.label) == Nature::revenue) return false;
      bool known = false, unknown = false;
      for (std::size_t i = 0; i < natures_.size(); ++i) {
        const int row = table_.leaves[i].row;
        if (std::ranges::none_of(total.covers, [&](const Stretch& s) { return s.first <= row && row <= s.second; })) continue;
        (natures_[i] ? known : unknown) = true;
      }
      return known && unknown;
    });
  }

  // "Positions", "Headcount" over columns that say budget, actual or a year, and nothing of money.
  bool is_of_counts() const {
    const auto names_counts = [](std::string_view text) {
      const Terms terms = terms_in(text);
      return terms.has(Term::statistical) && !terms.has_any({Term::amount, Term::expense, Term::revenue, Term::price});
    };
    if (!names_counts(draft_.block.title) && !names_counts(draft_.grid.cells().name())) return false;
    return std::ranges::all_of(draft_.columns, [](const ColumnFacts& facts) {
      if (!facts.is_amount()) return true;
      const bool says_stage = facts.own.has_any({Term::budget, Term::actual, Term::version, Term::estimate, Term::revised});
      const bool says_money = facts.all.has_any({Term::amount, Term::expense, Term::revenue, Term::price});
      return (says_stage || facts.period) && !says_money &&
             std::ranges::none_of(facts.path, [](const std::string& text) { return unit_in(text).has_value(); });
    });
  }

  void by_table_or_label() {
    if (is_of_counts()) return natures_.assign(natures_.size(), Nature::statistical);
    // The header over the labels stands nearer than the title: "Income | January" under "Annual expenses".
    std::optional<Nature> whole;
    for (const auto& facts : draft_.columns) {
      const bool is_figures = facts.kind == ColumnKind::amount || facts.kind == ColumnKind::quantity || facts.kind == ColumnKind::price;
      if (is_figures || draft_.block.header_rows.empty()) break;
      if (facts.kind != ColumnKind::dimension || facts.words + facts.digits + facts.figures == 0) continue;
      for (std::size_t level = facts.path.size(); level-- > 0 && !whole;) whole = nature_in(facts.path[level]);
    }
    if (!whole) whole = nature_in(draft_.block.title);
    if (!whole) whole = nature_in(draft_.grid.cells().name());
    if (whole) return natures_.assign(natures_.size(), whole);
    if (table_.leaves.size() > 300) return;
    int revenue = 0, expense = 0;
    std::vector<std::optional<Nature>> by_label(natures_.size());
    for (std::size_t i = 0; i < natures_.size(); ++i) {
      by_label[i] = nature_in(label_of(draft_, table_.leaves[i].row));
      revenue += by_label[i] == Nature::revenue;
      expense += by_label[i] == Nature::expense;
    }
    if (revenue > 0 && expense > 0) natures_ = std::move(by_label);
  }

  const Draft& draft_;
  const BudgetTable& table_;
  std::vector<std::optional<Nature>> natures_;
  bool is_sales_department_, is_certain_ = false;
};

}  // namespace

// "Cost of sales", "Costos de ventas": what is spent for what is earned.
static bool is_cost_of(std::string_view text) {
  const std::string words = plain(text);
  for (const std::string_view of : {" of ", " de ", " des ", " der ", " du "}) {
    const auto at = words.find(of);
    if (at == std::string::npos) continue;
    const Terms left = terms_in(words.substr(0, at));
    if (left.has(Term::expense) && !left.has(Term::revenue)) return true;
  }
  return false;
}

std::optional<Nature> nature_in(std::string_view text) {
  if (text.empty() || text.size() > 80) return std::nullopt;
  const Terms terms = terms_in(text);
  if (terms.has(Term::revenue) && terms.has(Term::expense)) return is_cost_of(text) ? std::optional(Nature::expense) : std::nullopt;
  if (!terms.has(Term::revenue) && !terms.has(Term::expense)) return std::nullopt;
  if (names_sales_department(text)) return std::nullopt;  // it spends as the others do
  return terms.has(Term::revenue) ? Nature::revenue : Nature::expense;
}

std::vector<std::optional<Nature>> natures_of(const Draft& draft) {
  return NatureReader(draft).read();
}

}  // namespace steward::recognise
