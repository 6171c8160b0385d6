#include "plan/ledger_writer.hpp"

#include <algorithm>
#include <charconv>

#include "plan/ledger_row.hpp"

namespace steward::plan {

void LedgerWriter::remember(const ledger::Posting& posting) {
  int number = 0;
  if (posting.id.starts_with('P')) std::from_chars(posting.id.data() + 1, posting.id.data() + posting.id.size(), number);
  last_ = std::max(last_, number);
}

Outcome LedgerWriter::add(std::span<const ledger::Posting> postings) {
  rows_ = Block(postings.size(), layout_.width());
  auto place = rows_.cells().begin();
  for (const auto& posting : postings) {
    STEWARD_TRY(const auto period, control_.timeline().number_of(posting.day));
    Row row = ledger_row(posting, layout_, {++last_, control_.timeline().label(period), control_.decimals(), now_, at_});
    chain_.add(row);
    total_ += posting.amount;
    ++count_;
    place = std::ranges::move(row, place).out;
  }
  return success();
}

std::string LedgerWriter::log_text() const {
  return posted_text(count_, last_ - count_ + 1, last_, total_, control_.decimals(), chain_.digest());
}

}  // namespace steward::plan
