#include "ledger/posting_amounts.hpp"

#include <cmath>

#include "words/phrases/ledger.gen.hpp"

namespace steward::ledger {

bool PostingAmounts::Cells::is_blank(std::size_t row) {
  if (++looked_ < 20) return steward::is_blank(ledger_.value(row, column_));
  if (all_.empty()) all_ = ledger_.values(column_);
  return steward::is_blank(all_[row]);
}

PostingAmounts::PostingAmounts(const LedgerSource& ledger, std::size_t date_column, std::size_t amount_column)
    : dates_(ledger.numbers(date_column)),
      amounts_(ledger.numbers(amount_column)),
      date_cells_(ledger, date_column),
      amount_cells_(ledger, amount_column) {}

Result<bool> PostingAmounts::is_posting(std::size_t row) {
  const bool no_amount = std::isnan(amounts_[row]), no_date = std::isnan(dates_[row]);
  if (no_amount && amount_cells_.is_blank(row) && (!no_date || date_cells_.is_blank(row))) return false;
  if (no_amount || no_date) return Fault{FaultKind::value, phrase::ledger_row_unreadable, {std::to_string(row + 1)}};
  return true;
}

}  // namespace steward::ledger
