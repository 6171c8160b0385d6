#include <algorithm>
#include <cmath>
#include <set>

#include "recognise/context.hpp"
#include "recognise/draft.hpp"
#include "recognise/exact_sum.hpp"
#include "recognise/natures.hpp"
#include "recognise/roles.hpp"
#include "recognise/scenarios.hpp"
#include "recognise/stated.hpp"
#include "recognise/totals.hpp"
#include "recognise/units.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

class FigureReader {
 public:
  explicit FigureReader(Draft& draft) : draft_(draft), grid_(draft.grid), table_(draft.table), context_(context_of(draft)), roles_(draft, context_) {}

  void read() {
    for (const auto& facts : draft_.columns) {
      if (facts.is_amount() && !is_no_money(facts)) add_columns(facts);
    }
    complete_years();
    settle_scenarios(draft_);
  }

 private:
  // Whole numbers that no total row adds up, while it adds up the columns beside them: codes or counts.
  bool is_no_money(const ColumnFacts& facts) const {
    if (!facts.all_integers || facts.formulas > 0 || facts.period || facts.own.has_any(telling_terms) ||
        facts.derivation == Derivation::product || facts.own.has_any({Term::amount, Term::total, Term::subtotal}))
      return false;
    int others = 0;
    for (const TotalFacts& total : draft_.totals) {
      if (grid_.is_figure(total.row, facts.column)) return false;
      for (const auto& other : draft_.columns) others += other.is_amount() && grid_.is_figure(total.row, other.column);
    }
    return others >= 2;
  }

  // "Revenue (€) | Price, Number, Total": what the lowest header does not tell, the banner over it does.
  static std::optional<Nature> nature_of_path(const ColumnFacts& facts) {
    for (std::size_t level = facts.path.size(); level-- > 0;)
      if (const auto nature = nature_in(facts.path[level])) return nature;
    return std::nullopt;
  }

  bool columns_name_both_natures() const {
    bool revenue = false, expense = false;
    for (const auto& facts : draft_.columns) {
      const auto nature = facts.is_amount() ? nature_of_path(facts) : std::nullopt;
      revenue |= nature == Nature::revenue;
      expense |= nature == Nature::expense;
    }
    return revenue && expense;
  }

  void add_columns(const ColumnFacts& facts) {
    AmountColumn base;
    base.column = facts.column;
    base.path = facts.path;
    for (const auto& text : facts.path) base.header += (base.header.empty() ? "" : " – ") + text;
    base.role = roles_.role(facts);
    base.is_derived = facts.derivation == Derivation::sum || facts.derivation == Derivation::difference;
    base.mark = grid_.mark(facts.column);
    base.nature = nature_of_path(facts);
    const auto by_path = base.nature;
    read_unit(facts, base);
    read_period_of(facts, base);
    read_version(facts, base);
    base.is_of_prior_year = facts.own.has(Term::prior);
    base.is_to_date = facts.own.has(Term::cumulative);
    base.is_partial = base.is_to_date || facts.own.has(Term::current);
    if (facts.derivation == Derivation::sum && facts.sources.size() >= 2) {
      base.notes.emplace_back(phrase::note_made_of, std::vector{letters_of(draft_, facts.sources.front()),
                                                                letters_of(draft_, facts.sources.back())});
      base.made_of = facts.sources;
    }
    if (facts.is_header_moved) base.notes.emplace_back(phrase::note_header_moved, std::vector{base.header});
    if (facts.all.has(Term::paid) && base.role == AmountRole::other)
      base.notes.emplace_back(phrase::note_paid, std::vector<std::string>{});
    if (facts.all.has(Term::collected) && base.role == AmountRole::other)
      base.notes.emplace_back(phrase::note_collected, std::vector<std::string>{});
    apply_choice(base);
    if (table_.slices.size() <= 1) {
      if (!table_.slices.empty()) take_slice(base, table_.slices.front());
      if (by_path && columns_name_both_natures()) base.nature = by_path;
      add_figures(facts, base);
      if (base.lines > 0 || !facts.path.empty()) table_.columns.push_back(std::move(base));
      return;
    }
    const std::size_t before = table_.columns.size();
    for (std::size_t slice = 0; slice < table_.slices.size(); ++slice) {
      AmountColumn column = base;
      column.slice = static_cast<int>(slice);
      take_slice(column, table_.slices[slice]);
      add_figures(facts, column);
      if (column.lines > 0) table_.columns.push_back(std::move(column));
    }
    if (table_.columns.size() == before && !facts.path.empty()) {
      add_figures(facts, base);
      table_.columns.push_back(std::move(base));
    }
  }

  static void take_slice(AmountColumn& column, const Slice& slice) {
    if (slice.nature) column.nature = slice.nature;
    if (slice.year != 0) {
      column.year = slice.year;
      column.year_label = slice.year_label;
    }
    if (!slice.version.empty())
      column.version = column.version.empty() ? slice.version : column.version + " " + slice.version;
    if (slice.role) column.role = *slice.role;
    if (!slice.currency.empty()) column.unit = slice.currency;
  }

  void apply_choice(AmountColumn& column) const {
    for (const ColumnChoice& choice : draft_.options.columns) {
      if (choice.sheet != grid_.sheet() || choice.column != column.column) continue;
      if (choice.role) column.role = *choice.role;
      if (choice.nature) column.nature = choice.nature;
      if (choice.unit_factor) column.unit_factor = *choice.unit_factor;
      if (choice.year) column.year = *choice.year;
    }
  }

  void read_unit(const ColumnFacts& facts, AmountColumn& column) const {
    std::optional<UnitName> unit;
    for (std::size_t level = facts.path.size(); level-- > 0 && !unit;) unit = unit_in(facts.path[level]);
    if (!unit) unit = context_.unit;
    if (unit) {
      column.unit = unit->name;
      column.unit_factor = unit->factor;
    }
    if (const auto said = factor_answered(draft_, column)) column.unit_factor = *said;
    if (!draft_.options.answers.empty()) column.unit_rates = rates_answered(draft_, column, units_shown(draft_, column));
    if (column.unit.empty() && !column.unit_rates.empty()) {
      const auto is_base = [](const auto& rate) { return rate.second == 1; };
      const auto base = std::ranges::find_if(column.unit_rates, is_base);
      if (base != column.unit_rates.end()) column.unit = base->first;
    }
    if (!column.unit.empty()) return;
    for (const Leaf& leaf : table_.leaves) {
      const auto shown = grid_.cells().unit.find({leaf.row, facts.column});
      if (shown != grid_.cells().unit.end()) {
        column.unit = shown->second;
        return;
      }
    }
  }

  void read_period_of(const ColumnFacts& facts, AmountColumn& column) const {
    if (facts.period) {
      column.year = facts.period->period.year;
      column.year_label = facts.period->year_label;
      if (facts.period->period.kind != PeriodKind::year || facts.period->period.year == 0)
        column.period = facts.period->period;
      if (facts.period->period.kind == PeriodKind::year && facts.period->rest.empty())
        column.period = facts.period->period;
    }
    if (column.year == 0 && context_.year != 0) {
      const bool is_prior = facts.own.has(Term::prior);
      column.year = context_.year - is_prior;
      column.year_label = is_prior ? std::string() : context_.year_label;
    }
    if (!column.period) column.period = context_.sheet_period;
    if (!column.period || !context_.period || context_.period->kind != PeriodKind::month) return;
    const bool is_day = column.period->kind == PeriodKind::day || column.period->kind == PeriodKind::week;
    if (!is_day || column.period->month != 0) return;
    column.period->month = context_.period->index;
    if (column.period->year == 0) column.period->year = context_.period->year;
  }

  static void read_version(const ColumnFacts& facts, AmountColumn& column) {
    for (std::size_t level = facts.path.size(); level-- > 0;) {
      const Terms terms = terms_in(facts.path[level]);
      if (terms.has(Term::scenario)) column.scenario = facts.path[level];
      if (!column.version.empty()) continue;
      if (terms.has_any({Term::version, Term::scenario, Term::ideal, Term::paid, Term::collected})) {
        const auto period = read_period(facts.path[level]);
        column.version = period && !period->rest.empty() && period->period.kind == PeriodKind::year ? period->rest
                                                                                                    : facts.path[level];
      }
    }
  }

  bool counted(const AmountColumn& column, const Leaf& leaf) const { return counts(column, leaf); }

  void add_figures(const ColumnFacts& facts, AmountColumn& column) {
    ExactSum sum(draft_.options.decimals);
    column.first_row = column.last_row = -1;
    std::size_t own = 0;
    for (const Leaf& leaf : table_.leaves) {
      if (!counted(column, leaf)) continue;
      if (column.first_row < 0) column.first_row = leaf.row;
      column.last_row = leaf.row;
      if (!grid_.is_figure(leaf.row, facts.column)) continue;
      const auto rate = rate_of(grid_.cells(), column, leaf.row);
      if (!rate) continue;
      ++own;
      sum.add(grid_.value(leaf.row, facts.column) * *rate);
    }
    column.lines = own;
    if (facts.derivation == Derivation::sum && sums_lines(facts)) {
      ExactSum of_sources(draft_.options.decimals);
      std::size_t lines = 0;
      for (const Leaf& leaf : table_.leaves) {
        if (!counted(column, leaf)) continue;
        bool any = false;
        for (const int source : facts.sources) {
          if (!grid_.is_figure(leaf.row, source)) continue;
          of_sources.add(grid_.value(leaf.row, source));
          any = true;
        }
        lines += any;
      }
      if (own < lines) column.notes.emplace_back(phrase::note_periods_missing, std::vector<std::string>{});
      sum = of_sources;
      column.lines = std::max(lines, own);
    }
    if (!sum.too_large()) column.total = sum.money();
    state(facts, column, sum.has_rest());
    rate(facts, column);
    turn_sign(facts, column);
  }

  // "Costs" that are negative throughout, beside "Revenue" that is not.
  void turn_sign(const ColumnFacts& facts, AmountColumn& column) const {
    const bool names_nature = facts.own.has(Term::revenue) != facts.own.has(Term::expense);
    if (!names_nature || column.slice >= 0 || column.lines < 2 || facts.negatives < facts.figures) return;
    const bool is_turned_by_row = std::ranges::any_of(table_.slices, [](const Slice& slice) { return slice.sign < 0; });
    if (!is_turned_by_row) column.sign = -1;
  }

  bool sums_lines(const ColumnFacts& facts) const {
    return std::ranges::all_of(facts.sources, [&](int source) {
      const ColumnFacts* of = draft_.column(source);
      return of && of->is_amount() && of->derivation == Derivation::none;
    });
  }

  // How many lines of the column a total covers, and how many of other slices.
  std::pair<long, long> coverage(const AmountColumn& column, const TotalFacts& total) const {
    long own = 0, others = 0;
    for (const auto& [top, bottom] : total.covers) {
      auto leaf = std::ranges::lower_bound(table_.leaves, top, {}, &Leaf::row);
      for (; leaf != table_.leaves.end() && leaf->row <= bottom; ++leaf) {
        if (!counted(column, *leaf)) ++others;
        else own += holds(column, *leaf);
      }
    }
    return {own, others};
  }

  // A line that has nothing in a column is none of its lines; nor are those of a column that is still empty told apart.
  bool holds(const AmountColumn& column, const Leaf& leaf) const { return column.lines == 0 || grid_.kind(leaf.row, column.column) != Kind::blank; }

  bool contains_another(const TotalFacts& total) const {
    return std::ranges::any_of(draft_.totals, [&](const TotalFacts& other) {
      return &other != &total && !other.covers.empty() && std::ranges::any_of(total.covers, [&](const Stretch& s) {
        return s.first <= other.covers.front().first && s.second >= other.covers.front().second;
      });
    });
  }

  // Two subtotals side by side: neither is the total of both.
  bool stands_beside_another(const TotalFacts& total) const {
    return std::ranges::any_of(draft_.totals, [&](const TotalFacts& other) {
      return &other != &total && other.is_proven && !other.covers.empty() && other.row < total.row &&
             other.evidence == Evidence::formula && total.evidence == Evidence::formula &&
             other.covers.back().second < total.covers.front().first;
    });
  }

  // A balance between lines and a total closes what is above it: "Net income", then the expenses and their total.
  bool is_cut_off(const AmountColumn& column, const TotalFacts& total) const {
    const int from = total.covers.front().first;
    for (int row = std::max(column.first_row, draft_.first()); row < from; ++row)
      if (draft_.row(row) == RowKind::balance) return true;
    return false;
  }

  bool is_last_total(const TotalFacts& total) const { return total.row == draft_.totals.back().row; }

  // The total of all lines of the column; one that misses lines is its total all the same if nothing else can be.
  const TotalFacts* total_of(const AmountColumn& column) const {
    long lines = 0;
    for (const Leaf& leaf : table_.leaves) lines += counted(column, leaf) && holds(column, leaf);
    const TotalFacts* best = nullptr;
    long most = 0;
    for (const TotalFacts& total : draft_.totals) {
      const auto [own, others] = coverage(column, total);
      if (total.only_column >= 0 && total.only_column != column.column) continue;
      if (others > 0 || own == 0 || own < most || own * 2 < lines) continue;
      if (own < lines && !(contains_another(total) || (is_last_total(total) && !stands_beside_another(total) && !is_cut_off(column, total)))) continue;
      if (own < lines && (total.row < column.last_row || leaves_out_other_groups(draft_, column, total))) continue;
      if (!stated_cell(draft_, total, column.column) || sums_others(draft_, total, column)) continue;
      best = &total;
      most = own;
    }
    return best;
  }

  void state(const ColumnFacts& facts, AmountColumn& column, bool has_rest) {
    const TotalFacts* total = draft_.totals.empty() ? nullptr : total_of(column);
    if (!total || !column.total) return;
    if (facts.path.empty() && column.role == roles_.default_role()) column.role = role_of(terms_in(total->label), column.role);
    if (facts.path.empty() && terms_in(total->label).has(Term::paid)) column.version = total->label;
    const auto at = stated_cell(draft_, *total, column.column);
    const auto money = Money::from(grid_.value(at->first, at->second), draft_.options.decimals);
    if (!money) return;
    column.stated_total = money.value();
    column.stated_row = at->first;
    const Money difference = abs(*column.stated_total - *column.total);
    column.foots = difference <= Money(Minor(has_rest ? 1 : 0));
  }

  void rate(const ColumnFacts& facts, AmountColumn& column) const {
    column.confidence = facts.path.empty() ? 0.6 : 0.85;
    if (facts.all.has_any(telling_terms) || facts.period) column.confidence += 0.05;
    if (column.foots)
      column.confidence = *column.foots ? std::max(0.95, column.confidence + 0.08) : column.confidence - 0.15;
  }

  // Months of which only some name the year: the others belong to the same one.
  void complete_years() {
    std::set<int> years;
    std::string label;
    for (const auto& column : table_.columns) {
      if (column.year != 0 && !column.is_of_prior_year) {
        years.insert(column.year);
        label = column.year_label;
      }
    }
    if (years.size() != 1) return;
    for (auto& column : table_.columns) {
      if (column.year == 0) {
        column.year = *years.begin() - column.is_of_prior_year;
        column.year_label = column.is_of_prior_year ? std::string() : label;
      }
      if (column.period && column.period->year == 0 && column.period->kind != PeriodKind::year)
        column.period->year = column.year;
    }
  }

  Draft& draft_;
  const Grid& grid_;
  BudgetTable& table_;
  Context context_;
  RoleReader roles_;
};

}  // namespace

void read_figures(Draft& draft) {
  FigureReader(draft).read();
}

}  // namespace steward::recognise
