#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/control_book.hpp"
#include "plan/log_writer.hpp"

namespace steward::plan {

/// A writer that goes on where the log of the workbook ends. Faults: refused when the log is broken, or the
/// approved figures are not those that it proves, because nothing may be built on it until that is explained.
Result<LogWriter> continue_log(const ControlBook& control, const Circumstances& now);

/// The hash of the last row: what a seal keeps. Empty in an empty log.
std::string log_head(const ControlBook& control);
/// The first broken row counted from 1, or 0.
std::size_t broken_log_row(const ControlBook& control);

/// What is wrong between the log and the tables that it proves.
struct LogFinding {
  int row = 0;  ///< of the log, counted from 1
  Phrase phrase;
  std::vector<std::string> blanks;
};

/// Compares every frozen figure and every posting with the log rows that prove them, by id: changed, lost, and postings
/// that no row of the log knows.
std::vector<LogFinding> reconcile(const ControlBook& control);

/// A row of the sheet Rules as it would stand in the log.
struct WrittenRule {
  int row = 0;  ///< of the table, from 0
  std::string id, text;
};
/// The rows of the sheet Rules that hold anything.
std::vector<WrittenRule> written_rules(const ControlBook& control);

/// Whether the sheet Rules holds anything that the log does not prove: rules that wait for approval.
bool has_rule_drafts(const ControlBook& control);
/// Writes every such rule into the log: it is in force from here on.
void adopt_rules(const ControlBook& control, LogWriter& log);

}  // namespace steward::plan
