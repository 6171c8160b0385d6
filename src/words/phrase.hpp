#pragma once

#include <string_view>

namespace steward {

/// A sentence or term of the phrase book, in both languages, with its blanks `{0}`, `{1}` ….
struct PhraseEntry {
  std::string_view key, english, chinese;
};

/// Names one entry of the phrase book. Each room's entries are constants of `words/phrases/<room>.gen.hpp`, so that a new
/// sentence concerns only the files that speak of that room.
class Phrase {
 public:
  constexpr Phrase() = default;  ///< no sentence at all: an empty text
  explicit constexpr Phrase(const PhraseEntry& entry) : entry_(&entry) {}

  constexpr const PhraseEntry& entry() const { return *entry_; }
  bool operator==(const Phrase&) const = default;

 private:
  static constexpr PhraseEntry nothing{};
  const PhraseEntry* entry_ = &nothing;
};

}  // namespace steward
