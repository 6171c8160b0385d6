#pragma once

#include <map>
#include <set>
#include <string>

#include "question/terms.hpp"

namespace steward::question {

/// A limit that members are held to: "more than 80 %".
struct Condition {
  Comparison comparison = Comparison::greater;
  double limit = 0;
  bool operator==(const Condition&) const = default;
};

/// The days a question speaks of, as it says them; `year` and `months` are settled against as_of and the table.
struct Time {
  std::optional<int> year{}, year_shift{};  ///< as written, or relative to as_of
  unsigned months = 0;                      ///< bit 0 is January; 0: not spoken of
  struct Relative {
    int unit = 0, shift = 0;
    bool operator==(const Relative&) const = default;
  };
  std::optional<Relative> relative{};
  bool operator==(const Time&) const = default;
};

/// What a question means. Two wordings of one question have equal readings.
struct Reading {
  enum class Form : std::uint8_t { amount, whether, list, count, breakdown, ranking };
  Form form = Form::amount;
  Measure measure = Measure::budget;
  std::optional<Nature> nature{};
  std::map<int, std::set<std::string>> members{};  ///< by dimension: folded keys, any of which fits
  Time time{};
  std::optional<int> group{};  ///< a dimension, or a group of terms.hpp
  std::optional<Condition> condition{};
  int count = 1;
  bool lowest_first = false;
  bool operator==(const Reading&) const = default;
};

/// The one meaning of a question about a table. Every word of it must belong to the grammar, and all ways to cut it into
/// words with the fewest pieces must mean the same. Faults: not_available when it is not understood, or means two things.
Result<Reading> read_question(const std::string& question, const Facts& facts);

}  // namespace steward::question
