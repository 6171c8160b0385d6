#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/period_axis.hpp"
#include "ledger/source.hpp"
#include "ledger/tree.hpp"
#include "money/money.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

/// Budget against actual, from a budget table and a ledger.
namespace steward::report {

/// A line of a budget table with what was posted to it, by period up to the as-of date.
struct Line {
  std::vector<Value> key;
  Nature nature = Nature::expense;
  bool is_budgeted = false;  ///< has a figure in some period; blank is not zero
  bool is_within_other = false;  ///< lies below another line in the tree, and so is counted there already
  std::vector<Money> budget, actual, committed;  ///< by period; committed with pre-committed
};

struct Lines {
  std::vector<std::string> dimensions;
  std::vector<Line> lines;
  Line unbudgeted;        ///< postings that no line takes
  std::size_t begun = 0;  ///< periods that have begun by the as-of date
  std::size_t closed = 0;  ///< periods that have ended by it
};

/// Reads a budget table and sums up a ledger for it. The table has a header row: on the left the key columns, headed as
/// in the ledger, then a column of amounts for each period in their order. Rows without a key are left out. Periods are
/// those of ACTUALS; postings after as_of are not counted. Without as_of all of them are.
/// Faults: argument when the columns do not fit or a nature is unknown; value for a text among amounts; those of ACTUALS.
Result<Lines> read_lines(const Table& budget, const ledger::LedgerSource& ledger, const Table& periods,
                         const std::optional<Table>& nature, std::optional<Date> as_of, const std::optional<Table>& tree,
                         const std::optional<Table>& calendar);

}  // namespace steward::report
