#include "recognise/grand_totals.hpp"

#include <algorithm>

namespace steward::recognise {
namespace {

// The sum of the blocks above that have the same column, from the block right above on, until it makes the difference.
bool closes_blocks(const std::vector<BudgetTable>& tables, std::size_t own, const AmountColumn& column) {
  Money sum = *column.total;
  for (std::size_t i = own; i-- > 0;) {
    const BudgetTable& above = tables[i];
    if (above.area.sheet != tables[own].area.sheet || above.area.bottom >= tables[own].area.top) return false;
    const auto same = std::ranges::find_if(above.columns, [&](const AmountColumn& of) {
      return of.column == column.column && of.role == column.role && of.total && !of.question;
    });
    if (same == above.columns.end()) continue;
    sum += *same->total;
    if (sum == *column.stated_total && !same->total->is_zero()) return true;
  }
  return false;
}

// What the block itself states: a total of all its lines above the grand total, if that agrees.
std::optional<int> own_total(const workbook::Snapshot& snapshot, const BudgetTable& table, const AmountColumn& column,
                             int decimals) {
  const auto& sheet = snapshot.sheets[static_cast<std::size_t>(table.area.sheet)];
  for (const TotalRow& total : table.totals) {
    const auto cell = sheet.at(total.row, column.column);
    if (total.row == column.stated_row || !cell.is_number()) continue;
    const auto money = Money::from(cell.number, decimals);
    if (money && money.value() == *column.total) return total.row;
  }
  return std::nullopt;
}

}  // namespace

void settle_grand_totals(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals) {
  for (std::size_t own = 1; own < tables.size(); ++own) {
    for (AmountColumn& column : tables[own].columns) {
      if (column.foots.value_or(true) || !column.total || !column.stated_total) continue;
      if (column.stated_row <= column.last_row || !closes_blocks(tables, own, column)) continue;
      std::erase_if(tables[own].findings, [&](const Finding& finding) {
        return finding.kind == FindingKind::does_not_foot && finding.at.row == column.stated_row &&
               finding.at.column == column.column;
      });
      const auto row = own_total(snapshot, tables[own], column, decimals);
      column.stated_row = row.value_or(-1);
      column.stated_total = row ? column.total : std::nullopt;
      column.foots = row ? std::optional(true) : std::nullopt;
      column.confidence += 0.15;
    }
  }
}

}  // namespace steward::recognise
