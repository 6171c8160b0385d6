#pragma once

#include <map>
#include <span>
#include <string>

#include "plan/control_book.hpp"
#include "plan/log_writer.hpp"

namespace steward::plan {

/// Makes rows of the Ledger table of postings, numbered on from the last one there, and the row of the log that proves
/// them.
class LedgerWriter {
 public:
  /// `sheet_rows`: how many rows a sheet can hold.
  LedgerWriter(ControlBook& control, const Circumstances& now, std::size_t sheet_rows = 1'048'576)
      : control_(control), now_(now), at_(moment(now)), layout_(tables::ledger, control.dimensions().size()), sheet_rows_(sheet_rows) {}

  /// A posting that is in the ledger already: new ones are numbered after it.
  void remember(const ledger::Posting& posting);
  /// The same of every row of the Ledger table.
  void remember_all();
  /// Faults: refused when a day lies outside the calendar, or the sheet has too few rows left.
  Outcome add(std::span<const ledger::Posting> postings);
  bool is_empty() const { return count_ == 0; }
  AppendRows edit() { return {std::string(tables::ledger.name), std::move(rows_)}; }
  std::string log_text() const;

 private:
  void remember_id(std::string_view id);
  Outcome check_room(std::size_t more) const;
  Outcome write(std::span<const ledger::Posting> postings, std::span<Content> left);
  const std::string& label_of(control::PeriodNumber period);

  ControlBook& control_;
  const Circumstances& now_;
  std::string at_;
  tables::Layout layout_;
  std::size_t sheet_rows_;
  Block rows_;
  RowChain chain_;
  Money total_;
  int last_ = 0, count_ = 0;
  std::map<control::PeriodNumber, std::string> labels_;
};

}  // namespace steward::plan
