#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steward::control {

/// Texts among which the one spelled most like a wanted text is sought (Levenshtein's distance by byte).
class Likeness {
 public:
  explicit Likeness(std::vector<std::string> texts);

  /// The place of the first text with the least distance, when that is at most half of the wanted text's length. Most
  /// texts are passed over by counting their letters, so that thousands of unknown keys can be sought among thousands.
  std::optional<std::size_t> nearest(std::string_view wanted) const;

 private:
  // How often each letter occurs, letters that share the low five bits together.
  using Letters = std::array<std::uint16_t, 32>;
  static Letters letters_of(std::string_view text);
  static std::size_t least_distance(const Letters& one, const Letters& other);

  std::vector<std::string> texts_;
  std::vector<Letters> letters_;
};

}  // namespace steward::control
