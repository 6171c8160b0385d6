#include <algorithm>
#include <array>

#include "plan/options.hpp"
#include "plan/post.hpp"
#include "plan/set_up.hpp"

namespace steward::plan {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 17> set_up_options{
    "table",      "columns",   "startMonth", "year", "pattern",  "nature",   "basis",    "thresholds", "action",
    "unbudgeted", "tolerance", "cutOver",    "asOf", "language", "currency", "decimals", "answers"};
constexpr std::array<Names, 2> post_options{"rows", "mode"};

constexpr std::array all{
    Command{"setUp", Phrase::command_set_up, set_up_options, set_up},
    Command{"post", Phrase::command_post, post_options, post},
};

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text.empty() ? "–" : text;
}

}  // namespace

std::span<const Command> commands() {
  return all;
}

Result<Plan> plan(std::string_view name, const Request& request) {
  const auto command = std::ranges::find(all, name, &Command::name);
  if (command == all.end()) return refused(Phrase::unknown_command, {std::string(name)});
  for (const auto& [option, value] : request.options) {
    const auto is_this = [&](std::string_view known) { return plain_name(known) == plain_name(option); };
    if (std::ranges::none_of(command->options, is_this))
      return refused(Phrase::unknown_option, {std::string(name), option, joined(command->options)});
  }
  return command->plan(request);
}

}  // namespace steward::plan
