#include "plan/roles.hpp"

#include <algorithm>
#include <array>

#include "words/keywords.hpp"

namespace steward::plan {
namespace {

using tables::AuthoritiesColumn;

struct Word {
  std::string_view text;
  Role role;
};
constexpr std::array words = std::to_array<Word>({{"preparer", Role::preparer},
                                                  {"制表人", Role::preparer},
                                                  {"head", Role::head},
                                                  {"head of a unit", Role::head},
                                                  {"部门负责人", Role::head},
                                                  {"finance", Role::finance},
                                                  {"财务", Role::finance},
                                                  {"executive", Role::executive},
                                                  {"管理层", Role::executive}});

std::optional<Role> read_role(const std::string& written) {
  const auto found = std::ranges::find(words, std::string_view(written), &Word::text);
  return found == words.end() ? std::nullopt : std::optional(found->role);
}

}  // namespace

RoleBook::RoleBook(const TableReader& authorities, const Settings& settings) {
  for (int row = 0; row < authorities.rows(); ++row) {
    const auto role = read_role(folded(authorities.text(row, AuthoritiesColumn::role)));
    const std::string who = folded(authorities.text(row, AuthoritiesColumn::approver));
    if (role && !who.empty()) roles_.emplace(who, *role);
  }
  for (const auto& entry : settings.all("role")) seats_[folded(entry.item)] = folded(entry.text);
}

std::optional<Role> RoleBook::of(const std::string& person) const {
  const std::string name = folded(person);
  const auto seat = seats_.find(name);
  for (const std::string& who : {name, seat == seats_.end() ? std::string() : seat->second})
    if (const auto found = roles_.find(who); found != roles_.end()) return found->second;
  // A seat may be the role itself.
  return seat == seats_.end() ? std::nullopt : read_role(seat->second);
}

std::vector<std::string> offered_requests(std::optional<Role> role) {
  std::vector<std::string> codes{"spending", "supplement", "credit"};
  if (role == Role::preparer) return codes;
  codes.insert(codes.end(), {"override", "freeze", "unfreeze"});
  if (role == Role::head) return codes;
  codes.insert(codes.end(), {"rule", "authority", "setting", "reopen", "carry", "reserve"});
  return codes;
}

bool sees_own_lines_first(std::optional<Role> role) { return role == Role::preparer || role == Role::head; }

}  // namespace steward::plan
