#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "result.hpp"
#include "words/keywords.gen.hpp"
#include "words/phrases/functions.gen.hpp"
#include "words/words.hpp"

namespace steward {

/// A text as keys and keywords are compared: trimmed (also of full-width and no-break spaces), full-width letters and
/// digits as ordinary ones, Latin letters in lower case.
std::string folded(std::string_view text);

/// The word that a user wrote, by its code or an alias; Err:502 with the list of codes when there is none.
template <class Word>
Result<Word> read_keyword(std::string_view written) {
  static constexpr auto spellings = spellings_of(Word{});
  const std::string wanted = folded(written);
  const auto found = std::ranges::find_if(spellings, [&](const auto& spelling) { return spelling.text == wanted; });
  if (found != spellings.end()) return found->word;
  return Fault{FaultKind::argument, phrase::unknown_keyword, {std::string(written), std::string(codes_of(Word{}))}};
}

/// A keyword in a sentence for people. Tables keep its code.
template <class Word>
std::string word_of(Word word, Language language) {
  return std::string(language == Language::chinese ? chinese_of(word) : code_of(word));
}

}  // namespace steward
