#include "recognise/accounts.hpp"

#include <algorithm>

namespace steward::recognise {
namespace {

Account account_of_kind(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::quantity:
    case ColumnKind::price:
    case ColumnKind::percent:
    case ColumnKind::part:
      return Account::measure;
    case ColumnKind::amount:
      return Account::line;
    default:
      return Account::name;
  }
}

Account account_of_row(RowKind kind, Account column) {
  switch (kind) {
    case RowKind::leaf:
      return column;
    case RowKind::total:
    case RowKind::balance:
      return Account::total;
    case RowKind::trailer:
      return Account::apart;
    case RowKind::header:
      return Account::header;
    default:
      return column == Account::line ? Account::apart : column;
  }
}

}  // namespace

Accounts::Accounts(const Grid& grid, const std::vector<const Draft*>& drafts)
    : rows_(grid.rows()), columns_(grid.columns()), cells_(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_)) {
  for (const Draft* draft : drafts) take(*draft);
  for (const Draft* draft : drafts)
    for (const AmountColumn& column : draft->table.columns)
      if (column.stated_row >= 0) set(column.stated_row, column.column, Account::total);
}

void Accounts::take(const Draft& draft) {
  const auto& of = draft.table.columns;
  for (const ColumnFacts& facts : draft.columns) {
    Account account = account_of_kind(facts.kind);
    const bool is_read = std::ranges::any_of(of, [&](const AmountColumn& column) { return column.column == facts.column; });
    if (account == Account::line && !is_read) account = Account::measure;
    for (int row = draft.block.area.top; row < draft.first(); ++row) set(row, facts.column, Account::header);
    for (int row = draft.first(); row <= draft.last(); ++row) set(row, facts.column, account_of_row(draft.row(row), account));
  }
}

}  // namespace steward::recognise
