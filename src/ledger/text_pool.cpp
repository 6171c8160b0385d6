#include "ledger/text_pool.hpp"

#include <algorithm>
#include <numeric>

namespace steward::ledger {

TextPool::TextPool(const KeyBook& keys) : by_text_(keys.size()) {
  std::size_t letters = 0;
  for (Key key = 0; key < keys.size(); ++key) letters += keys.text(key).size();
  letters_.reserve(letters);
  starts_.reserve(keys.size() + 1);
  for (Key key = 0; key < keys.size(); ++key) {
    letters_ += keys.text(key);
    starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
  std::iota(by_text_.begin(), by_text_.end(), Key{0});
  std::ranges::sort(by_text_, {}, [&](Key key) { return text(key); });
}

std::optional<TextPool::Key> TextPool::find(std::string_view compared) const {
  const auto found = std::ranges::lower_bound(by_text_, compared, {}, [&](Key key) { return text(key); });
  if (found == by_text_.end() || text(*found) != compared) return std::nullopt;
  return *found;
}

std::size_t TextPool::bytes() const {
  return letters_.capacity() + starts_.capacity() * sizeof(starts_[0]) + by_text_.capacity() * sizeof(Key);
}

}  // namespace steward::ledger
