#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/watch.hpp"

namespace steward::plan {

/// The fingerprints that Settings keep, by the code of the table ("budget" for the user's cells); none when the workbook
/// is not under control.
std::map<std::string, std::string> kept_fingerprints(const workbook::Snapshot& book, Language language);

/// The fingerprint of a watched part. Settings keep the fingerprints themselves, which are no part of their own.
std::string fingerprint_of(std::string_view table, std::vector<WatchedRow> rows);

/// Writes fingerprints into Settings: over those that are there, and as new rows.
std::vector<Edit> fingerprint_edits(const workbook::Snapshot& book, const std::map<std::string, std::string>& found,
                                    Language language);

}  // namespace steward::plan
