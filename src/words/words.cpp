#include "words/words.hpp"

#include <charconv>

namespace steward {

std::string_view text(Phrase phrase, Language language) {
  return language == Language::chinese ? phrase.entry().chinese : phrase.entry().english;
}

std::string filled(Phrase phrase, Language language, std::span<const std::string> blanks) {
  const std::string_view pattern = text(phrase, language);
  std::string result;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    std::size_t index = 0;
    if (pattern[at] == '{') {
      const auto read = std::from_chars(pattern.data() + at + 1, pattern.data() + pattern.size(), index);
      if (read.ec == std::errc{} && *read.ptr == '}') {
        if (index < blanks.size()) result += blanks[index];
        at = static_cast<std::size_t>(read.ptr - pattern.data());
        continue;
      }
    }
    result += pattern[at];
  }
  return result;
}

}  // namespace steward
