#pragma once

#include <memory>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// A table while the workbook is read: with what tells whether it is money at all.
struct Candidate {
  BudgetTable table;
  bool has_headers = false;   ///< an amount that is filled has one
  std::vector<int> measures;  ///< columns of quantities, prices and other factors
  bool is_stranger = false;   ///< nothing in it says that it holds money
  std::unique_ptr<Draft> reading;  ///< what it was read from, its table moved out
};

/// Takes out tables without headers whose cells are factors elsewhere (head counts, price lists, rates, assumptions) or
/// only repeat other tables, and settings: cells that the workbook calls one by one by names.
void drop_drivers(const workbook::Snapshot& snapshot, std::vector<Candidate>& candidates);

}  // namespace steward::recognise
