#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace steward::plan {

/// The fingerprints that Settings keep, by the code of the table ("budget" for the user's cells); none when the workbook
/// is not under control.
std::map<std::string, std::string> kept_fingerprints(const workbook::Snapshot& book, Language language);

/// Writes fingerprints into Settings: over those that are there, and as new rows.
std::vector<Edit> fingerprint_edits(const workbook::Snapshot& book, const std::map<std::string, std::string>& found,
                                    Language language);

}  // namespace steward::plan
