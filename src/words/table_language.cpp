#include "words/table_language.hpp"

#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward {

Result<Language> table_language(const std::optional<std::string>& wanted, Language of_document) {
  if (!wanted || wanted->empty()) return of_document;
  const std::string word = folded(*wanted);
  if (word == "en" || word == "english" || word == "英文" || word.starts_with("en-")) return Language::english;
  if (word == "zh" || word == "chinese" || word == "中文" || word.starts_with("zh-")) return Language::chinese;
  return Fault{FaultKind::argument, phrase::unknown_keyword, {*wanted, "en, zh"}};
}

}  // namespace steward
