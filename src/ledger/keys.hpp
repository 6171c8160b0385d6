#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "value.hpp"

namespace steward::ledger {

/// The text of a key as it was written: a number without trailing zeros, a blank as "".
std::string key_text(const Value& value);

/// Numbers keys so that they are compared once: two spellings that differ in spaces, width or case are one key.
/// Key 0 is the blank.
class KeyBook {
 public:
  using Key = std::uint32_t;
  static constexpr Key blank = 0;

  KeyBook() { texts_.emplace_back(); }
  Key key(std::string_view written);
  Key key(const std::string& written) { return key(std::string_view(written)); }
  Key key(const Value& value);
  /// How many keys there are, the blank included; keys are numbered without gaps.
  std::size_t size() const { return texts_.size(); }
  /// A key as it is compared.
  const std::string& text(Key key) const { return texts_[key]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Numbers = std::unordered_map<std::string, Key, Hash, std::equal_to<>>;

  Numbers as_written_, as_compared_;
  std::vector<std::string> texts_;
};

}  // namespace steward::ledger
