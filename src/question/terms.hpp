#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "question/facts.hpp"

namespace steward::question {

/// What a stretch of a question contributes to its meaning.
enum class Part : std::uint8_t {
  filler,      ///< says nothing by itself; code 3: 多少, which counts when it stands before a dimension
  opener,      ///< "is", "has": at the beginning it asks whether; code 1: "can", 2: "will", 3: "how
               ///< much more can", which say what "spend" is
  whether,     ///< 吗, 是否
  measure,     ///< code: Measure; `nature` where the word says it ("spent"); number 1: an infinitive ("spend"), 2: a noun
               ///< ("spending")
  stock,       ///< "still has budget"; code 1: "no budget left"
  nature,      ///< "revenue", 支出 as an attribute
  rate,        ///< "what percentage of"
  how_many,    ///< asks for a count
  which,       ///< asks for members
  over,        ///< "over budget"
  within,      ///< "within budget"; code 1: strictly under
  contrast,    ///< "against", "difference between": of budget and actual the variance
  each,        ///< "by", 各
  comparison,  ///< code: Comparison; before its number
  trailing,    ///< code: Comparison; after its number, 以上
  extreme,     ///< "top", "largest"; code 1: the smallest
  number, percent,
  member,      ///< code: dimension, text: folded key
  dimension,   ///< code: dimension, or one of the groups below
  year,        ///< code: the year, or relative to as_of by `code` − relative
  months,      ///< `months` of a year; number 1: counted from its beginning ("first three months")
  relative,    ///< unit `code` (Unit), `number` units from that of as_of
  up_to,       ///< "by the end of": from the beginning of the year
  from, to, join, negation
};

/// Groups that are no dimension of the table.
constexpr int group_line = -1, group_month = -2, group_quarter = -3;
enum Unit { unit_month, unit_quarter, unit_half, unit_year, unit_year_to_date, unit_year_to_go, unit_quarter_to_date };

struct Token {
  Part part = Part::filler;
  int code = 0;
  double number = 0;
  unsigned months = 0;  ///< bit 0 is January
  std::optional<Nature> nature{};
  std::string text{};
};

/// A question or a name as its words are compared: folded, punctuation as spaces but where it stands within a number.
std::string plain_words(std::string_view text);

/// A word or phrase of the grammar and what it means. A phrase may have several meanings.
struct Term {
  std::string phrase;
  Token token;
};

/// The words that every table has, in both languages.
std::span<const Term> common_terms();

/// The words of one table: its members under all their names, and its dimensions.
std::vector<Term> terms_of(const Facts& facts);

}  // namespace steward::question
