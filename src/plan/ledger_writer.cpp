#include "plan/ledger_writer.hpp"

#include <algorithm>
#include <charconv>

#include "plan/ledger_row.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {
namespace {

constexpr std::size_t rows_at_a_time = 1024, many_rows = 1000;

}  // namespace

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

Outcome LedgerWriter::queue(std::span<const ledger::Posting> postings) {
  STEWARD_TRY(check_room(postings.size()));
  for (const auto& posting : postings) {
    STEWARD_TRY(const auto period, control_.timeline().number_of(posting.day));
    waiting_.push_back({posting, ++last_, posting.adjustment.empty() ? std::string_view(label_of(period)) : posting.adjustment});
    total_ += posting.amount;
    ++count_;
  }
  return success();
}

Outcome LedgerWriter::add(std::span<const ledger::Posting> postings) {
  STEWARD_TRY(queue(postings));
  finish();
  return success();
}

Outcome LedgerWriter::add_meanwhile(std::span<const ledger::Posting> postings) {
  STEWARD_TRY(queue(postings));
  if (waiting_.size() < rows_at_a_time) return success();
  write_waiting();
  work_ = std::async(std::launch::async, [this] { write(); });
  return success();
}

void LedgerWriter::finish() {
  write_waiting();
  write();
}

// What waits is in work as soon as the work before it is done.
void LedgerWriter::write_waiting() {
  if (work_.valid()) work_.get();
  in_work_.clear();
  in_work_.swap(waiting_);
}

void LedgerWriter::write() {
  for (const auto& [posting, number, period] : in_work_) {
    row_.assign(layout_.width(), Content());
    write_ledger_row(posting, layout_, {number, period, control_.decimals(), now_, at_}, row_);
    chain_.add(row_);
    columns_.append(row_);
  }
  in_work_.clear();
}

Edit LedgerWriter::edit() {
  const std::string table(tables::ledger.name);
  if (columns_.rows() < many_rows) return AppendRows{table, columns_.block()};
  return AppendColumns{table, std::move(columns_)};
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
