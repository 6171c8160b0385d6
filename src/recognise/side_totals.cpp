#include "recognise/side_totals.hpp"

#include <algorithm>

#include "recognise/derivation.hpp"
#include "recognise/vocabulary.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;
using workbook::Sheet;

constexpr std::size_t most_named = 200;  // lines of a summary that may name other sheets
constexpr int most_rows = 3000, most_columns = 200;  // of a sheet, where totals may stand aside
constexpr double sure_share = 0.8;                   // of the lines that a total has to cover

struct Coverage {
  std::size_t own = 0, others = 0, lines = 0;
};

Coverage coverage_of(const BudgetTable& table, const AmountColumn& column, const Area& area) {
  Coverage found;
  for (const Leaf& leaf : table.leaves) {
    const bool is_own = column.slice < 0 || column.slice == leaf.slice;
    const bool is_covered = leaf.row >= area.top && leaf.row <= area.bottom;
    found.lines += is_own;
    if (is_covered) ++(is_own ? found.own : found.others);
  }
  return found;
}

class SideTotals {
 public:
  SideTotals(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals)
      : snapshot_(snapshot), tables_(tables), decimals_(decimals) {}

  void find() {
    for (std::size_t sheet = 0; sheet < snapshot_.sheets.size(); ++sheet) {
      if (std::ranges::any_of(tables_, [&](const BudgetTable& table) { return may_gain(table, sheet); }))
        look(static_cast<int>(sheet));
    }
    if (snapshot_.sheets.size() < 2) return;
    for (std::size_t sheet = 0; sheet < snapshot_.sheets.size(); ++sheet) look_for_others(static_cast<int>(sheet));
    for (const BudgetTable& table : tables_) by_sheet_names(table);
  }

 private:
  static bool is_open(const AmountColumn& column) {
    return column.total && !column.question && !column.stated_total && column.lines > 0;
  }
  static bool may_gain(const BudgetTable& table, std::size_t sheet) {
    return table.area.sheet == static_cast<int>(sheet) && std::ranges::any_of(table.columns, is_open);
  }

  void look(int at) {
    const Sheet& sheet = snapshot_.sheets[static_cast<std::size_t>(at)];
    for (int row = 0; row < std::min(sheet.rows(), most_rows); ++row) {
      for (int column = 0; column < std::min(sheet.columns(), most_columns); ++column) {
        if (!sheet.at(row, column).is_number() || is_inside(at, row, column)) continue;
        const auto formula = sheet.formula(row, column);
        formula.empty() ? by_figure({at, row, column}) : by_formula({at, row, column}, formula);
      }
    }
  }

  // A summary sheet that sums up the columns of other sheets.
  void look_for_others(int at) {
    const Sheet& sheet = snapshot_.sheets[static_cast<std::size_t>(at)];
    for (int row = 0; row < std::min(sheet.rows(), most_rows); ++row) {
      for (int column = 0; column < std::min(sheet.columns(), most_columns); ++column) {
        const auto formula = sheet.formula(row, column);
        if (!formula.starts_with("=SUM(") || !sheet.at(row, column).is_number()) continue;
        by_formula({at, row, column}, formula, true);
      }
    }
  }

  // "Travel | 1,200" on a summary, and a sheet "Travel" with one table that has one column of the same kind.
  void by_sheet_names(const BudgetTable& summary) {
    if (summary.dimensions.empty() || summary.leaves.size() > most_named) return;
    for (std::size_t leaf = 0; leaf < summary.leaves.size(); ++leaf) {
      const std::string name = plain(key_of(snapshot_, summary, leaf, summary.dimensions.size() - 1));
      if (name.empty()) continue;
      for (const AmountColumn& says : summary.columns) {
        const auto figure = figure_of(snapshot_, summary, says, leaf);
        const auto named = figure && *figure != 0 ? column_named(summary, name, says.role) : std::nullopt;
        const int row = summary.leaves[leaf].row;
        if (named && formula_at(summary.area.sheet, row, says.column).empty())
          state(*named->first, *named->second, {summary.area.sheet, row, says.column});
      }
    }
  }

  std::string_view formula_at(int sheet, int row, int column) const {
    return snapshot_.sheets[static_cast<std::size_t>(sheet)].formula(row, column);
  }

  std::optional<std::pair<BudgetTable*, AmountColumn*>> column_named(const BudgetTable& summary, std::string_view name,
                                                                     AmountRole role) {
    std::optional<std::pair<BudgetTable*, AmountColumn*>> match;
    for (BudgetTable& table : tables_) {
      if (table.area.sheet == summary.area.sheet || plain(snapshot_.sheets[static_cast<std::size_t>(table.area.sheet)].name()) != name)
        continue;
      for (AmountColumn& column : table.columns) {
        if (column.role != role) continue;
        if (match) return std::nullopt;
        match = {&table, &column};
      }
    }
    return match && is_open(*match->second) ? match : std::nullopt;
  }

  bool is_inside(int sheet, int row, int column) const {
    return std::ranges::any_of(tables_, [&](const BudgetTable& table) {
      return table.area.sheet == sheet && table.area.contains(row, column) &&
             std::ranges::any_of(table.columns, [&](const AmountColumn& of) { return of.column == column; });
    });
  }

  // The words left of a cell, or right above it.
  std::string_view label_of(const workbook::Position& at) const {
    const Sheet& sheet = snapshot_.sheets[static_cast<std::size_t>(at.sheet)];
    for (int column = at.column - 1; column >= std::max(0, at.column - 3); --column) {
      const auto cell = sheet.at(at.row, column);
      if (cell.is_text()) return cell.text;
      if (!cell.is_empty()) break;
    }
    const auto above = sheet.at(at.row - 1, at.column);
    return above.is_text() ? above.text : std::string_view();
  }

  bool is_called_total(const workbook::Position& at) const {
    const auto label = label_of(at);
    return label.size() <= 90 && terms_in(label).has_any({Term::total, Term::grand_total});
  }

  void by_formula(const workbook::Position& at, std::string_view formula, bool of_others = false) {
    const FormulaShape shape = shape_of(formula);
    if (!shape.sums || shape.multiplies || shape.subtracts) return;
    const auto areas = workbook::references(formula, at.sheet, snapshot_);
    if (areas.size() != 1 || areas.front().left != areas.front().right || (areas.front().sheet != at.sheet) != of_others) return;
    for (BudgetTable& table : tables_) {
      if (table.area.sheet != areas.front().sheet) continue;
      for (AmountColumn& column : table.columns) {
        if (column.column != areas.front().left || !is_open(column)) continue;
        const auto [own, others, lines] = coverage_of(table, column, areas.front());
        if (others > 0 || own < 2) continue;
        const bool is_nearly_all = static_cast<double>(own) >= sure_share * static_cast<double>(lines);
        if (own == lines || (is_nearly_all && is_called_total(at))) state(table, column, at);
      }
    }
  }

  // A typed figure is the total of a column if it is called so and there is one column alone that it agrees with.
  void by_figure(const workbook::Position& at) {
    if (!is_called_total(at)) return;
    const auto figure = figure_at(at);
    AmountColumn* match = nullptr;
    BudgetTable* owner = nullptr;
    int matches = 0;
    for (BudgetTable& table : tables_) {
      if (table.area.sheet != at.sheet) continue;
      for (AmountColumn& column : table.columns) {
        if (!is_open(column) || !figure || figure->is_zero() || *column.total != *figure || column.lines < 2) continue;
        match = &column;
        owner = &table;
        ++matches;
      }
    }
    if (matches == 1) state(*owner, *match, at);
  }

  std::optional<Money> figure_at(const workbook::Position& at) const {
    const auto cell = snapshot_.sheets[static_cast<std::size_t>(at.sheet)].at(at.row, at.column);
    const auto money = Money::from(cell.number, decimals_);
    return money ? std::optional(money.value()) : std::nullopt;
  }

  void state(BudgetTable& table, AmountColumn& column, const workbook::Position& at) {
    const auto figure = figure_at(at);
    if (!figure) return;
    column.stated_total = figure;
    if (at.sheet == table.area.sheet) column.stated_row = at.row;
    column.foots = abs(*figure - *column.total) <= Money(Minor(1));
    if (*column.foots) {
      column.confidence = std::max(0.95, column.confidence);
      return;
    }
    column.confidence -= 0.15;
    const auto shown = [&](const Money& money) { return money.text(decimals_); };
    table.findings.push_back({FindingKind::does_not_foot, at, column.total, figure, phrase::found_total_wrong,
                              {workbook::address(snapshot_, at), shown(*figure), shown(*column.total),
                               shown(*column.total - *figure)}});
  }

  const workbook::Snapshot& snapshot_;
  std::vector<BudgetTable>& tables_;
  int decimals_;
};

}  // namespace

void find_side_totals(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals) {
  SideTotals(snapshot, tables, decimals).find();
}

}  // namespace steward::recognise
