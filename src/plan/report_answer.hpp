#pragma once

#include <span>

#include "plan/report_data.hpp"
#include "words/phrase.hpp"

namespace steward::plan {

/// The report as the command returns it: a row for each line, then a total for each nature that leaves out what counts in
/// a line of its own nature already. `codes` are the names of the figures' columns.
Table report_answer(const ControlBook& control, const ReportData& data, Language language, std::span<const char* const> codes);

/// Whether lines of a nature make a total: heads and hours of statistical lines are of units that do not add up.
bool has_total(Nature nature);

/// Whether a line has a pace: a plan above 0 to compare with, of a nature that is spent or earned.
bool has_pace(const ReportLine& line);

/// What a nature is called.
Phrase name_of_nature(Nature nature);

}  // namespace steward::plan
