#pragma once

#include <optional>
#include <string>

#include "result.hpp"
#include "words/words.hpp"

namespace steward {

/// The language in which a function's table has its words: the one asked for ("en", "zh", also "en-US", "zh-CN" and
/// their names), else that of the calling document. Fault: argument for any other word.
Result<Language> table_language(const std::optional<std::string>& wanted, Language of_document);

}  // namespace steward
