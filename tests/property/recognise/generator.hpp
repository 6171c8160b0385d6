#pragma once

#include <optional>
#include <string>
#include <vector>

#include "words/keywords.hpp"
#include "workbook/snapshot.hpp"

namespace steward::support {

/// What a correct reading must find in one column, or in one slice of it.
struct TrueColumn {
  int column = 0;
  int top = 0, bottom = 0;  ///< of the lines
  std::optional<Nature> nature;
  int year = 0;
  long long total = 0;                ///< in cents, over lines only
  std::optional<long long> stated{};  ///< in cents, what the workbook says
};

struct GeneratedWorkbook {
  workbook::Snapshot snapshot;
  std::vector<TrueColumn> columns;
  std::string recipe;                  ///< how it was made, for the message of a failing test
};

/// A budget workbook of which everything is known, another for every seed: five languages, twenty-eight layouts, titles,
/// groups, subtotals by formula or typed, units, text amounts, wrong totals.
GeneratedWorkbook generate_workbook(unsigned seed);

/// A table with a trap in it: counts below the total, an amount in words, a sum under no name, an addend of the total elsewhere,
/// a line that repeats another. The columns tell what a controller would find; where he would ask, asking is as good.
GeneratedWorkbook trapped_workbook(unsigned seed);

}  // namespace steward::support
