#pragma once

#include <span>
#include <string>

#include "ledger/posting.hpp"
#include "plan/sheet_builder.hpp"

namespace steward::plan {

/// What a posting gets when it is written.
struct Stamp {
  int number = 0;  ///< of the posting: its id is "P" and this
  std::string_view period;
  int decimals = 2;
  const Circumstances& now;
  std::string_view at;  ///< moment(now)
};

/// A posting as a row of the Ledger table; or into one, that is as wide as the layout and blank.
Row ledger_row(const ledger::Posting& posting, const tables::Layout& layout, const Stamp& stamp);
void write_ledger_row(const ledger::Posting& posting, const tables::Layout& layout, const Stamp& stamp, std::span<Content> row);

/// What the log says about postings that were written together: how many, from which to which id, their total, and the
/// chained hash of their rows.
std::string posted_text(int count, int first, int last, Money total, int decimals, const std::string& hash);

}  // namespace steward::plan
