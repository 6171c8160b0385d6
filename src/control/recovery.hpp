#pragma once

#include "control/line.hpp"
#include "control/standing.hpp"

namespace steward::control {

/// By how much a line may be over its own budget because recoveries below it have not come in yet.
///
///     shortfall = what the lines below with a negative budget still lack of it
///     relief    = min(shortfall, budgets above 0 of the lines right below − revised), not below 0
///
/// A unit of +1,000 and −100 with a budget of 900 may spend 1,000 before the 100 are in, and a unit with a budget of
/// 1,000 may spend 1,000 as well. A unit whose budget is smaller than its lines together was meant to be tighter: it
/// has no relief. Nothing without a recovery below.
Money relief_of(LineNumber line, Window window, LineBook& lines, const Standings& standings, Accounting accounting);

}  // namespace steward::control
