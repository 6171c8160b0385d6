#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "approval/routing.hpp"
#include "date.hpp"

namespace steward::approval {

/// A signature that was given.
struct Signature {
  int level = 1;
  std::string approver;  ///< the seat that it fills
  std::string by;        ///< who gave it: the approver, or the one to whom it was delegated
};

/// What a proposal for several lines would change of one of them.
struct Change {
  std::string line, period;
  Money amount;
};

/// What somebody asked for, and what became of it.
struct Application {
  std::string id;
  RequestType type = RequestType::spending;
  std::string line, other_line, period, other_period, document, purpose;
  std::string version;  ///< of the budget that a revision asks for
  std::string attachments;  ///< where the papers are
  std::string third_party;  ///< whose consent was asked for beside the approvals
  std::vector<Change> changes;  ///< of a supplement or a reserve that concerns several lines or periods
  Money amount;
  std::optional<Distance> distance;
  std::string requested_by;  ///< a person, or the rule that proposes it
  Date requested_on{};
  RequestState state = RequestState::open;
  std::vector<Signature> signatures;
  std::vector<std::pair<std::string, std::string>> delegations;  ///< from, to
};

/// Who holds which role.
using Roles = std::map<std::string, std::string>;

/// What somebody decides about an application.
struct Judgement {
  DecisionWord decision = DecisionWord::approve;
  std::string who, to;  ///< to: whom it is delegated to
};

/// The seats that are asked now: those of the lowest level that is not complete, without those that have signed. A level
/// is complete when all of its joint seats have signed, or any one where none is joint.
std::vector<Step> awaiting(std::span<const Step> chain, const Application& application);

/// Takes a decision into the application and returns the seat it was made from. The requester never decides, neither
/// himself nor as a delegate; nobody fills two seats of a level; only the requester withdraws.
/// Faults: refused with the reason.
Result<Step> decide(Application& application, std::span<const Step> chain, const Judgement& judgement, const Roles& roles);

/// Whether a person holds a seat: by name, by role, or because one who holds it delegated it.
bool holds(const std::string& person, const std::string& seat, const Application& application, const Roles& roles);

/// The amount by which a new application is judged: with those for the same purpose by the same person that were made
/// within `days` before it and are open or approved, so that splitting does not lower the authority it needs.
Money combined_amount(const Application& application, std::span<const Application> others, int days = 30);

/// By when is to be decided: the end of a day, or a minute of it.
struct Deadline {
  static constexpr int whole_day = 24 * 60;
  Date day{};
  int minute = whole_day;
  auto operator<=>(const Deadline&) const = default;
  bool is_over(Date today, double seconds) const {
    return today > day || (today == day && minute < whole_day && seconds > minute * 60.0);
  }
};

/// The day by which is to be decided: working days after `from`, Saturdays, Sundays and holidays left out.
Date deadline(Date from, int working_days, const std::set<Date>& holidays);
/// So many hours after a minute of a day; the clock stands still on Saturdays, Sundays and holidays.
Deadline deadline_in_hours(Date from, int minute, double hours, const std::set<Date>& holidays);

}  // namespace steward::approval
