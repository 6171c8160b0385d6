#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "control/line.hpp"

namespace steward::plan {

/// Postings that name only some dimensions: an account code is enough where it tells one line. What fits no line, or
/// more than one, stays as it was written and is unbudgeted.
class KeyCompletion {
 public:
  /// `given` says which dimensions the postings name.
  KeyCompletion(std::span<const control::Line> lines, std::vector<bool> given);
  void complete(std::vector<std::string_view>& key) const;

 private:
  template <class Key>
  std::string sought(const Key& key) const;

  std::vector<bool> given_;
  std::unordered_map<std::string, const control::Line*> lines_;  ///< none where several lines share the parts
};

}  // namespace steward::plan
