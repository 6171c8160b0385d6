#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/settings.hpp"

namespace steward::plan {

/// What somebody does with a budget, as Authorities name it. A role decides what is offered and shown first, never what
/// may be done: that is checked when it is done.
enum class Role { preparer, head, finance, executive };

/// Who has which role: the rows of Authorities by their approver, a person or a seat that Settings give to a person.
class RoleBook {
 public:
  RoleBook() = default;
  RoleBook(const TableReader& authorities, const Settings& settings);

  /// Nothing for somebody whom Authorities do not name with a role.
  std::optional<Role> of(const std::string& person) const;

 private:
  std::map<std::string, Role> roles_;         ///< by approver, as names are compared
  std::map<std::string, std::string> seats_;  ///< of persons
};

/// Codes of the requests that are offered, the most usual first: a preparer asks to spend and for money, a head of a unit
/// passes and freezes besides, finance and executives change rules, authorities, settings and periods as well. Without a
/// role everything is offered.
std::vector<std::string> offered_requests(std::optional<Role> role);

/// Whether one's own lines come first: those of preparers and heads do.
bool sees_own_lines_first(std::optional<Role> role);

}  // namespace steward::plan
