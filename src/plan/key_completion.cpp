#include "plan/key_completion.hpp"

#include <algorithm>

namespace steward::plan {

KeyCompletion::KeyCompletion(std::span<const control::Line> lines, std::vector<bool> given) : given_(std::move(given)) {
  if (std::ranges::all_of(given_, std::identity())) return;
  for (const auto& line : lines) {
    const auto [entry, is_new] = lines_.try_emplace(sought(line.key), &line);
    if (!is_new) entry->second = nullptr;
  }
}

template <class Key>
std::string KeyCompletion::sought(const Key& key) const {
  std::string text;
  for (std::size_t at = 0; at < key.size(); ++at)
    if (given_[at]) text += folded(key[at]) + '\x1F';
  return text;
}

void KeyCompletion::complete(std::vector<std::string_view>& key) const {
  if (lines_.empty()) return;
  const auto found = lines_.find(sought(key));
  if (found == lines_.end() || !found->second) return;
  for (std::size_t at = 0; at < key.size(); ++at)
    if (!given_[at]) key[at] = found->second->key[at];
}

}  // namespace steward::plan
