#pragma once

#include <array>
#include <string>

#include "plan/control_sheet.hpp"
#include "tables/layout.hpp"

/// Where the Control sheet has its block of balances. For what writes that sheet.
namespace steward::plan::control_block {

/// The stages of the balance block, in the order of its columns. Each has two: of all days, and of the year to date. One
/// formula gives them all, so that the ledger is read once.
inline constexpr std::array stages{Stage::supplement, Stage::transfer_in, Stage::transfer_out, Stage::carry_forward, Stage::freeze,
                                   Stage::precommitment, Stage::commitment, Stage::actual, Stage::payment, Stage::depreciation};

/// Where everything stands.
class Places {
 public:
  Places(std::size_t lines, std::size_t dimensions)
      : layout(tables::control, dimensions),
        first(control_header_row + 1),
        last(first + static_cast<int>(lines) - 1),
        ids(static_cast<int>(layout.width()) + 1),
        keys(ids + 1),
        original(keys + static_cast<int>(dimensions)),
        balances(original + 1),
        to_date(balances + 2 * static_cast<int>(stages.size())),
        levels(to_date + 2),
        checks(levels + 3),
        tree(checks + 3),
        place(tree + 2),
        awaiting(place + 1),
        relief(awaiting + 1),
        own_revised(relief + 1),
        own_consumed(own_revised + 1) {}

  std::string lines(int column) const { return range_name(first, column, last, column); }
  std::string lines_and_rest(int left, int right) const { return range_name(first, left, last + 2, right); }
  int of(Stage stage) const {
    for (std::size_t i = 0; i < stages.size(); ++i)
      if (stages[i] == stage) return balances + 2 * static_cast<int>(i);
    return balances;
  }
  int actual_to_date() const { return of(Stage::actual) + 1; }
  int periods() const { return balances + 1; }  // beside the filter of the versions, which takes two cells

  tables::Layout layout;
  int first, last;                                                   // rows of the lines
  int ids, keys, original, balances, to_date, levels, checks, tree;  // columns of the block
  int place;     // beside it, for each row of Control: where its line stands in the block
  int awaiting;  // by line: outgoing transfers that await approval
  int relief;    // of lines over recoveries alone: what they may be over until those are in
  int own_revised, own_consumed;  // of the lines that this is reckoned from, as Control has them
};

}  // namespace steward::plan::control_block
