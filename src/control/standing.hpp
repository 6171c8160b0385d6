#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "control/line.hpp"
#include "control/timeline.hpp"
#include "money/money.hpp"

namespace steward::control {

constexpr std::size_t stage_count = static_cast<std::size_t>(Stage::depreciation) + 1;

/// What consumes budget: on the accrual basis actuals, on the cash basis payments; commitments in both.
enum class Accounting { accrual, cash };

/// Every term of the control equation for one line over some periods.
///
///     revised   = original + supplements + transfers in − transfers out + carried in
///     consumed  = pre-committed + committed + actual (cash basis: paid)
///     available = revised − consumed − frozen − awaiting
struct Standing {
  std::optional<Money> original;  ///< nothing where no figure was approved: unbudgeted, which is not 0
  std::array<Money, stage_count> by_stage{};
  Money awaiting;  ///< outgoing transfers that await approval
  Money unproven;  ///< credit notes without reference or approval: negative, they give no headroom

  Money of(Stage stage) const { return by_stage[static_cast<std::size_t>(stage)]; }
  Money& of(Stage stage) { return by_stage[static_cast<std::size_t>(stage)]; }
  bool is_budgeted() const;
  Money revised() const;
  Money consumed(Accounting accounting) const;
  Money available(Accounting accounting) const {
    return revised() - consumed(accounting) - of(Stage::freeze) - awaiting;
  }
  /// Available without credit that is not proven: what a check counts on.
  Money headroom(Accounting accounting) const { return available(accounting) + unproven; }
  Standing& operator+=(const Standing& other);
};

/// Whether a posting of the stage uses budget up.
bool consumes(Stage stage, Accounting accounting);

/// The standings of all lines by period.
class Standings {
 public:
  explicit Standings(std::size_t lines) : lines_(lines), sums_(lines) {}

  Standing& at(LineNumber line, PeriodNumber period) {
    sums_[line].window = none;
    return lines_[line][period];
  }
  /// A posting counts; a credit that is not proven gives no headroom.
  void add(LineNumber line, PeriodNumber period, Stage stage, Money amount, bool is_unproven);
  /// The sum over a window. The one that was last asked for is kept up to date by what is added.
  Standing over(LineNumber line, Window window) const;
  /// Periods of a window in which something was consumed.
  std::vector<PeriodNumber> with_consumption(LineNumber line, Window window, Accounting accounting) const;
  const std::map<PeriodNumber, Standing>& of(LineNumber line) const { return lines_[line]; }
  /// Lines with a negative original in any period: recoveries. Sought once, when the originals are there.
  const std::vector<LineNumber>& recoveries() const;
  /// From the first to the last period in which any line has something; nothing in an empty book.
  std::optional<Window> horizon() const;

 private:
  static constexpr Window none{1, 0};
  struct Sum {
    Window window = none;
    Standing standing;
  };

  std::vector<std::map<PeriodNumber, Standing>> lines_;
  mutable std::vector<Sum> sums_;  ///< by line
  mutable std::optional<std::vector<LineNumber>> recoveries_;
};

}  // namespace steward::control
