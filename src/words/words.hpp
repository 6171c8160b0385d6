#pragma once

#include <span>
#include <string>
#include <string_view>

#include "words/phrase.hpp"

namespace steward {

/// The languages in which sheets, messages and reports are written. Passed in, never looked up.
enum class Language { english, chinese };

/// The sentence or term as it stands in the phrase book, blanks and all.
std::string_view text(Phrase phrase, Language language);

/// The sentence with its blanks `{0}`, `{1}` … filled in order.
std::string filled(Phrase phrase, Language language, std::span<const std::string> blanks);

}  // namespace steward
