#pragma once

#include <optional>

#include "result.hpp"

/// What a budget line has, what it has used, and what is left.
namespace steward::control {

/// USED(consumed; budget) = consumed / budget, as a fraction; consumed holds commitments as well as actuals.
/// 0/0 is 0. Faults: division_by_zero when something was consumed without a budget.
Result<double> used(double consumed, double budget);

/// AVAILABLE(original; supplement; transfer_in; transfer_out; carried_in; precommitted; committed; actual; drafts)
///   original + supplement + transfer_in − transfer_out + carried_in − precommitted − committed − actual − drafts
/// All are positive magnitudes in the budget's unit; a reduction is a negative supplement, a refund a negative actual.
/// Drafts are outgoing transfers and requests that await approval. What is not given is nothing.
/// The result is free of binary noise (see decimal_sum); a negative one is what was overspent.
Result<double> available(double original, std::optional<double> supplement, std::optional<double> transfer_in,
                         std::optional<double> transfer_out, std::optional<double> carried_in,
                         std::optional<double> precommitted, std::optional<double> committed,
                         std::optional<double> actual, std::optional<double> drafts);

}  // namespace steward::control
