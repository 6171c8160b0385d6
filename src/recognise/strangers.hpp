#pragma once

#include "recognise/draft.hpp"
#include "recognise/drivers.hpp"

namespace steward::recognise {

/// Whether nothing in a table says that it holds money, so that each of its columns is asked about: hours by day, quotas
/// by region, a few settings without a header. A price of which only the number of pieces is in doubt is money.
bool says_nothing_of_money(const Draft& draft);

/// Takes out such tables where another table of the workbook is a budget beyond doubt, and says so in a finding for each.
void drop_strangers(const workbook::Snapshot& snapshot, std::vector<Candidate>& candidates, std::vector<Finding>& findings);

}  // namespace steward::recognise
