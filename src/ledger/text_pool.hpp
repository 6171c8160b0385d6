#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/keys.hpp"

namespace steward::ledger {

/// The texts of a key book that takes no new ones, in little memory: eight bytes a key beside its letters.
class TextPool {
 public:
  using Key = KeyBook::Key;

  TextPool() = default;
  /// Keys keep their numbers.
  explicit TextPool(const KeyBook& keys);

  std::string_view text(Key key) const {
    return std::string_view(letters_).substr(starts_[key], starts_[key + 1] - starts_[key]);
  }
  /// The key of a text as it is compared (see `folded`).
  std::optional<Key> find(std::string_view compared) const;
  std::size_t bytes() const;

 private:
  std::string letters_;
  std::vector<std::uint32_t> starts_{0};  ///< one more than there are keys
  std::vector<Key> by_text_;
};

}  // namespace steward::ledger
