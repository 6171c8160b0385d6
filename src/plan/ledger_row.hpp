#pragma once

#include <string>

#include "ledger/posting.hpp"
#include "plan/sheet_builder.hpp"

namespace steward::plan {

/// What a posting gets when it is written.
struct Stamp {
  int number = 0;  ///< of the posting: its id is "P" and this
  std::string period;
  int decimals = 2;
  const Circumstances& now;
  std::string_view at;  ///< moment(now)
};

/// A posting as a row of the Ledger table.
Row ledger_row(const ledger::Posting& posting, const tables::Layout& layout, const Stamp& stamp);

/// What the log says about postings that were written together: how many, from which to which id, their total, and the
/// chained hash of their rows.
std::string posted_text(int count, int first, int last, Money total, int decimals, const std::string& hash);

}  // namespace steward::plan
