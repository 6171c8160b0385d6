#include "approval/application.hpp"

#include <algorithm>

#include "words/phrases/approval.gen.hpp"

namespace steward::approval {
namespace {

bool is_same(const std::string& a, const std::string& b) {
  return folded(a) == folded(b);
}

bool has_signed(const Application& application, const Step& step) {
  return std::ranges::any_of(application.signatures, [&](const Signature& signature) {
    return signature.level == step.level && is_same(signature.approver, step.approver);
  });
}

std::vector<Step> of_level(std::span<const Step> chain, int level) {
  std::vector<Step> steps;
  std::ranges::copy_if(chain, std::back_inserter(steps), [&](const Step& step) { return step.level == level; });
  return steps;
}

std::string names_of(const std::vector<Step>& steps) {
  std::string names;
  for (const Step& step : steps) names += (names.empty() ? "" : ", ") + step.approver;
  return names;
}

Outcome may_decide(const Application& application, const Judgement& judgement) {
  if (application.state != RequestState::open)
    return refused(phrase::request_closed, {application.id, std::string(code_of(application.state))});
  const bool is_own = is_same(judgement.who, application.requested_by);
  if (judgement.decision == DecisionWord::withdraw && !is_own)
    return refused(phrase::only_requester_withdraws, {application.requested_by});
  if (judgement.decision != DecisionWord::withdraw && is_own) return refused(phrase::self_approval, {judgement.who});
  if (judgement.decision == DecisionWord::delegate && judgement.to.empty()) return refused(phrase::delegate_to_whom);
  if (judgement.decision == DecisionWord::delegate && is_same(judgement.to, application.requested_by))
    return refused(phrase::self_approval, {judgement.to});
  return success();
}

}  // namespace

bool holds(const std::string& person, const std::string& seat, const Application& application, const Roles& roles) {
  const auto in_own_right = [&](const std::string& name) {
    const auto role = roles.find(folded(name));
    return is_same(name, seat) || (role != roles.end() && is_same(role->second, seat));
  };
  if (in_own_right(person)) return true;
  return std::ranges::any_of(application.delegations, [&](const auto& delegation) {
    return is_same(delegation.second, person) && in_own_right(delegation.first);
  });
}

std::vector<Step> awaiting(std::span<const Step> chain, const Application& application) {
  for (const Step& first : chain) {
    const auto level = of_level(chain, first.level);
    const bool is_joint = std::ranges::any_of(level, &Step::joint);
    std::vector<Step> missing;
    for (const Step& step : level)
      if ((step.joint || !is_joint) && !has_signed(application, step)) missing.push_back(step);
    const bool is_complete = is_joint ? missing.empty() : missing.size() < level.size();
    if (!is_complete) return missing;
  }
  return {};
}

Result<Step> decide(Application& application, std::span<const Step> chain, const Judgement& judgement, const Roles& roles) {
  STEWARD_TRY(may_decide(application, judgement));
  if (judgement.decision == DecisionWord::withdraw) {
    application.state = RequestState::withdrawn;
    return Step{0, judgement.who, {}, false};
  }
  const auto asked = awaiting(chain, application);
  const auto seat = std::ranges::find_if(
      asked, [&](const Step& step) { return holds(judgement.who, step.approver, application, roles); });
  if (seat == asked.end()) return refused(phrase::not_asked, {judgement.who, names_of(asked)});
  const bool has_seat = std::ranges::any_of(application.signatures, [&](const Signature& signature) {
    return signature.level == seat->level && is_same(signature.by, judgement.who);
  });
  if (has_seat) return refused(phrase::signed_already, {judgement.who});
  switch (judgement.decision) {
    case DecisionWord::reject:
      application.state = RequestState::rejected;
      break;
    case DecisionWord::return_:
      application.state = RequestState::returned;
      break;
    case DecisionWord::delegate:
      application.delegations.emplace_back(judgement.who, judgement.to);
      break;
    default:
      application.signatures.push_back({seat->level, seat->approver, judgement.who});
      if (awaiting(chain, application).empty()) application.state = RequestState::approved;
  }
  return *seat;
}

Money combined_amount(const Application& application, std::span<const Application> others, int days) {
  Money sum = abs(application.amount);
  for (const Application& other : others) {
    const bool counts = other.state == RequestState::open || other.state == RequestState::approved;
    const auto age = (application.requested_on - other.requested_on).count();
    if (counts && age >= 0 && age <= days && other.id != application.id && other.type == application.type &&
        other.line == application.line && other.other_line == application.other_line &&
        is_same(other.requested_by, application.requested_by))
      sum += abs(other.amount);
  }
  return sum;
}

namespace {

bool is_working_day(Date day, const std::set<Date>& holidays) {
  const std::chrono::weekday weekday{day};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !holidays.contains(day);
}

}  // namespace

Deadline deadline_in_hours(Date from, int minute, double hours, const std::set<Date>& holidays) {
  Deadline end{from, minute};
  if (!is_working_day(from, holidays)) end = {deadline(from, 1, holidays), 0};
  auto left = static_cast<int>(hours * 60);
  while (end.minute + left >= Deadline::whole_day) {
    left -= Deadline::whole_day - end.minute;
    end = {deadline(end.day, 1, holidays), 0};
  }
  end.minute += left;
  return end;
}

Date deadline(Date from, int working_days, const std::set<Date>& holidays) {
  Date day = from;
  for (int left = working_days; left > 0;) {
    day += std::chrono::days(1);
    if (is_working_day(day, holidays)) --left;
  }
  return day;
}

}  // namespace steward::approval
