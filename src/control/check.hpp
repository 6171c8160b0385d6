#pragma once

#include <optional>
#include <string>

#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::control {

enum class Verdict { allow, warn, stop };

/// "Allow", "Warn", "Stop".
std::string verdict_word(Verdict verdict);

/// Whether an amount may be spent. headroom = available + tolerance (see limit.hpp); an amount of at most the headroom,
/// or of at most 0, is allowed; what is more meets the action: stop, warn, or ignore, which allows it.
/// Amounts are compared as decimals, never as doubles: 1.61 on 1.40 with 15 % passes.
/// Faults: argument when pct is given without a budget; number as tolerance_of().
Result<Verdict> verdict_on(double amount, double available, CheckAction action, std::optional<double> pct,
                           std::optional<double> amount_tolerance, LimitMode mode, std::optional<double> budget);

/// CHECK(amount; available; action; pct; amount_tolerance; mode; budget): the verdict in words.
Result<std::string> check(double amount, double available, CheckAction action, std::optional<double> pct,
                          std::optional<double> amount_tolerance, LimitMode mode, std::optional<double> budget);

}  // namespace steward::control
