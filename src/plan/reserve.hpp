#pragma once

#include <optional>

#include "plan/control_book.hpp"

namespace steward::plan {

/// A reserve line in a year: see control::reserve. The pool is a share of everything that is budgeted for spending, and
/// what was released is what was transferred away and not back.
struct Reserve {
  Money total, pool, base, emergency, released, left, untouchable, drawable;
  std::optional<Money> cap;           ///< the most that one transfer may draw
  std::optional<Money> papers_above;  ///< larger draws need papers
  double share = 0;
};

/// The line that an item of these settings means: its id, its key, or a code that only one line bears.
std::optional<control::LineNumber> reserve_line(ControlBook& control, const std::string& item);

/// The terms stand in Settings: reserve (item: the line, value: the share), reserve_emergency, reserve_months,
/// reserve_monthly, reserve_cap, papers_above. Nothing when the line is no reserve.
/// Faults: refused when the terms cannot be.
Result<std::optional<Reserve>> reserve_of(ControlBook& control, control::LineNumber line, control::PeriodNumber period);

/// Whether a transfer may draw so much on a reserve now. Faults: refused with the reason.
Outcome check_draw(ControlBook& control, const approval::Application& transfer);

}  // namespace steward::plan
