#pragma once

#include <optional>

#include "approval/application.hpp"
#include "plan/ledger_writer.hpp"
#include "plan/line_named.hpp"
#include "plan/log_reader.hpp"
#include "plan/sheet_builder.hpp"

namespace steward::plan {

/// What the commands Request, Transfer and Approve share: the register, the authority matrix in force, and how an
/// application shows in the sheet Requests.
class Desk {
 public:
  /// Faults: refused when the log is broken.
  static Result<Desk> open(const Request& request, ControlBook& control);

  /// The authority matrix in force. The first one that is used is adopted into the log; one that was changed since is
  /// refused. Faults: refused.
  Outcome take_authorities();
  /// One hash over what is typed and would be approved by a request of this type; empty where nothing is typed for it.
  std::string draft_of(RequestType type) const;
  /// Whether what is typed is still what it was when the request was made. Faults: refused when it is not.
  Outcome is_as_asked(const approval::Application& application) const;
  /// Who is asked about a proposal that nobody typed; nobody while no matrix was adopted or none may approve so much.
  std::vector<approval::Step> waiting_for(const approval::Application& application);
  /// Writes the matrix on the sheet into the log as the one in force.
  void adopt_authorities();
  bool authorities_differ() const;

  /// All signatures that an application needs. Faults: refused when nobody may approve it.
  Result<std::vector<approval::Step>> chain(const approval::Application& application) const;
  const approval::Roles& roles() const { return roles_; }

  /// Codes of a line: its id, its key and the lines above it.
  std::vector<std::string> codes_of(const std::string& line) const;
  /// The row of the sheet Requests that shows an application.
  Row row_of(const approval::Application& application, std::span<const approval::Step> waiting) const;
  std::optional<approval::Deadline> decide_by(std::span<const approval::Step> waiting) const;

  LogWriter& log() { return log_; }
  ControlBook& control() const { return control_; }

 private:
  Desk(const Request& request, ControlBook& control, LogWriter log);

  const Request& request_;
  ControlBook& control_;
  LogWriter log_;
  Table written_, adopted_;
  std::vector<approval::Grant> grants_;
  approval::Roles roles_;
};

/// "Ann Lee, Bob Ray"
std::string names_of(std::span<const approval::Step> steps);

/// "2025-03-31", or "2025-03-31 16:30" where hours are allowed; what the register holds of it, and what it says.
std::string shown(const approval::Deadline& deadline);
Content as_content(const approval::Deadline& deadline);
std::optional<approval::Deadline> written_deadline(const TableReader& requests, int row);

}  // namespace steward::plan
