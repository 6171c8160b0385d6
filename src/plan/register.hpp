#pragma once

#include <vector>

#include "approval/application.hpp"
#include "plan/log_fields.hpp"
#include "plan/table_reader.hpp"

namespace steward::plan {

/// The approval register as the log proves it. The sheet Requests shows it to people; what is typed there decides nothing.
class Register {
 public:
  Register() = default;
  /// Reads the rows of the log in their order.
  static Register read(const TableReader& log, int decimals);

  std::span<const approval::Application> all() const { return applications_; }
  approval::Application* find(std::string_view id);
  const approval::Application* find(std::string_view id) const;
  bool is_approved(std::string_view id, RequestType type) const;
  std::string next_id() const { return "R" + std::to_string(applications_.size() + 1); }

 private:
  std::vector<approval::Application> applications_;
};

/// How a rule that proposes something is called as the one who asks: "rule W1/1". Nobody's own request, so that everybody
/// with authority may decide it.
constexpr std::string_view rule_mark = "rule ";

/// What a proposal changes: "L002 FY2025-P04 -50, L003 FY2025-P04 80".
std::string changes_text(const approval::Application& application, int decimals);

/// What the log keeps of a new application.
std::string application_text(const approval::Application& application, int decimals);

/// The authority matrix as it was adopted last, from the log; nothing when none was.
Table adopted_authorities(const TableReader& log);

/// The authority matrix as it stands on its sheet, header row first.
Table written_authorities(const TableReader& authorities);

/// What the log keeps of a row of the matrix.
std::string authority_text(const Table& matrix, std::size_t row);

}  // namespace steward::plan
