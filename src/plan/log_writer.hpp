#pragma once

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

 private:
  std::string hash_;
  int id_;
  Circumstances now_;
  std::vector<std::vector<Content>> rows_;
};

/// A chain over rows of a table, so that the log proves them without repeating them: over each row's cells, dates as
/// yyyy-mm-dd, so that it does not depend on a workbook's null date.
class RowChain {
 public:
  void add(const std::vector<Content>& row);
  const std::string& digest() const { return digest_; }

 private:
  std::string digest_;
};

}  // namespace steward::plan
