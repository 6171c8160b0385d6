#pragma once

#include <string>
#include <string_view>

#include "words/keywords.hpp"

namespace steward::plan {

/// What is asked for, and how far it has come, in a sentence for people.
std::string in_words(RequestType type, Language language);
std::string in_words(RequestState state, Language language);
/// The type by the code that the register keeps; a code that is none comes back as it is.
std::string request_in_words(std::string_view code, Language language);

}  // namespace steward::plan
