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
  LedgerWriter(ControlBook& control, const Circumstances& now)
      : control_(control), now_(now), at_(moment(now)), layout_(tables::ledger, control.dimensions().size()) {}

  /// A posting that is in the ledger already: new ones are numbered after it.
  void remember(const ledger::Posting& posting);
  /// The same of every row of the Ledger table.
  void remember_all();
  Outcome add(std::span<const ledger::Posting> postings);
  bool is_empty() const { return count_ == 0; }
  AppendRows edit() { return {std::string(tables::ledger.name), std::move(rows_)}; }
  std::string log_text() const;

 private:
  void remember_id(std::string_view id);
  const std::string& label_of(control::PeriodNumber period);

  ControlBook& control_;
  const Circumstances& now_;
  std::string at_;
  tables::Layout layout_;
  Block rows_;
  RowChain chain_;
  Money total_;
  int last_ = 0, count_ = 0;
  std::map<control::PeriodNumber, std::string> labels_;
};

}  // namespace steward::plan
