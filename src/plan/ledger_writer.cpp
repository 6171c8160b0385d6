#include "plan/ledger_writer.hpp"

#include <algorithm>
#include <charconv>

#include "plan/ledger_row.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {

void LedgerWriter::remember_id(std::string_view id) {
  int number = 0;
  if (id.starts_with('P')) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  last_ = std::max(last_, number);
}

void LedgerWriter::remember(const ledger::Posting& posting) {
  remember_id(posting.id);
}

void LedgerWriter::remember_all() {
  const auto& ledger = control_.table(tables::ledger);
  for (int row = 0; row < ledger.rows(); ++row) remember_id(ledger.cell(row, tables::LedgerColumn::id).text);
}

// The end row of the table moves down before the new ones, and must stay on the sheet.
Outcome LedgerWriter::check_room(std::size_t more) const {
  const auto end = static_cast<std::size_t>(control_.table(tables::ledger).area().bottom + count_ + 1);
  const std::size_t room = sheet_rows_ > end ? sheet_rows_ - end : 0;
  if (more <= room) return success();
  return refused(phrase::ledger_full, {std::to_string(room), std::to_string(more)});
}

Outcome LedgerWriter::add(std::span<const ledger::Posting> postings) {
  STEWARD_TRY(check_room(postings.size()));
  const std::size_t width = layout_.width();
  Block rows(postings.size(), width);
  std::span<Content> left(rows.cells());
  for (const auto& posting : postings) {
    STEWARD_TRY(const auto period, control_.timeline().number_of(posting.day));
    const std::string_view label = posting.adjustment.empty() ? label_of(period) : posting.adjustment;
    const auto row = left.first(width);
    left = left.subspan(width);
    write_ledger_row(posting, layout_, {++last_, label, control_.decimals(), now_, at_}, row);
    chain_.add(row);
    total_ += posting.amount;
    ++count_;
  }
  if (rows_.rows() == 0) {
    rows_ = std::move(rows);
    return success();
  }
  for (auto row = rows.cells().begin(); row != rows.cells().end(); row += static_cast<std::ptrdiff_t>(width))
    rows_.append(Row(row, row + static_cast<std::ptrdiff_t>(width)));
  return success();
}

const std::string& LedgerWriter::label_of(control::PeriodNumber period) {
  auto& label = labels_[period];
  if (label.empty()) label = control_.timeline().label(period);
  return label;
}

std::string LedgerWriter::log_text() const {
  return posted_text(count_, last_ - count_ + 1, last_, total_, control_.decimals(), chain_.digest());
}

}  // namespace steward::plan
