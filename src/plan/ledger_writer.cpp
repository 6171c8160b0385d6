#include "plan/ledger_writer.hpp"

#include <algorithm>
#include <charconv>
#include <future>

#include "plan/ledger_row.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {
namespace {

constexpr std::size_t rows_at_a_time = 4096;

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

Outcome LedgerWriter::add(std::span<const ledger::Posting> postings) {
  STEWARD_TRY(check_room(postings.size()));
  const std::size_t width = layout_.width();
  Block rows(postings.size(), width);
  const std::span<Content> cells(rows.cells());
  // Rows are chained by another thread while the next ones are written.
  std::future<void> chained;
  for (std::size_t first = 0; first < postings.size(); first += rows_at_a_time) {
    const std::size_t count = std::min(rows_at_a_time, postings.size() - first);
    const auto some = cells.subspan(first * width, count * width);
    STEWARD_TRY(write(postings.subspan(first, count), some));
    if (chained.valid()) chained.get();
    chained = std::async(postings.size() > rows_at_a_time ? std::launch::async : std::launch::deferred, [this, some, width] {
      for (std::size_t at = 0; at < some.size(); at += width) chain_.add(some.subspan(at, width));
    });
  }
  if (chained.valid()) chained.get();
  if (rows_.rows() == 0) {
    rows_ = std::move(rows);
    return success();
  }
  for (auto row = rows.cells().begin(); row != rows.cells().end(); row += static_cast<std::ptrdiff_t>(width))
    rows_.append(Row(row, row + static_cast<std::ptrdiff_t>(width)));
  return success();
}

Outcome LedgerWriter::write(std::span<const ledger::Posting> postings, std::span<Content> left) {
  for (const auto& posting : postings) {
    STEWARD_TRY(const auto period, control_.timeline().number_of(posting.day));
    const std::string_view label = posting.adjustment.empty() ? label_of(period) : posting.adjustment;
    write_ledger_row(posting, layout_, {++last_, label, control_.decimals(), now_, at_}, left.first(layout_.width()));
    left = left.subspan(layout_.width());
    total_ += posting.amount;
    ++count_;
  }
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
