#pragma once

#include <span>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace steward::plan {

/// What one row of the log tells.
struct LogEntry {
  std::string document, request, what, old_value, new_value, reason;
};

/// "2026-11-23 02:25:28": times are kept as text, so that a saved file gives back the very characters that were hashed.
std::string moment(const Circumstances& now);
/// "2026-11-23"
std::string iso(Date day);

/// Writes rows that continue a log: each holds the hash of its cells and of the hash before, see audit::chain.
class LogWriter {
 public:
  LogWriter(std::string previous_hash, int last_id, const Circumstances& now)
      : hash_(std::move(previous_hash)), id_(last_id), now_(now) {}

  void add(const LogEntry& entry);
  const std::vector<std::vector<Content>>& rows() const { return rows_; }
  AppendRows edit() const;
  /// The hash of the last row: what a seal keeps.
  const std::string& head() const { return hash_; }

 private:
  std::string hash_;
  int id_;
  Circumstances now_;
  std::vector<std::vector<Content>> rows_;
};

/// A row of the Rules table as the log keeps it: "version=1; basis=year; …", blank columns left out.
std::string rule_text(const std::vector<Content>& row);

/// One hash over rows of a table, so that the log proves them without repeating them: over each row's cells in order,
/// dates as yyyy-mm-dd, so that it does not depend on a workbook's null date. A cell that repeats the one above it is
/// hashed as a mark, which halves the work for a ledger.
class RowChain {
 public:
  void add(std::span<const Content> row);
  std::string digest() const;

 private:
  std::string text_;
  std::vector<Content> before_;
};

}  // namespace steward::plan
