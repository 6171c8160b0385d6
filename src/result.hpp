#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/throw_bad_result_access.hpp>
#include <boost/outcome/try.hpp>
#include <string>
#include <utility>
#include <vector>

#include "words/words.hpp"

namespace steward {

/// What sort of thing went wrong. In a cell each kind has one Calc error; in a command the sentence is shown.
enum class FaultKind {
  value,             ///< text where a number or date belongs: #VALUE!
  division_by_zero,  ///< a ratio to nothing: #DIV/0!
  not_available,     ///< there is no answer: #N/A
  number,            ///< numbers for which the question has no solution: #NUM!
  argument,          ///< the call itself is wrong (unknown keyword, unequal shapes): Err:502
  refused            ///< a command that must not be carried out; nothing was written
};

/// A fault says what is wrong and how to mend it: a sentence of `words/phrases/` with its blanks filled.
struct Fault {
  FaultKind kind;
  Phrase sentence;
  std::vector<std::string> blanks{};

  bool operator==(const Fault&) const = default;
};

/// A value, or the fault that stands in its place. Reading the value of a fault throws: a programming error.
template <class T>
using Result = boost::outcome_v2::basic_result<T, Fault, boost::outcome_v2::policy::throw_bad_result_access<Fault, void>>;

/// Result of something that either succeeds or faults.
using Outcome = Result<void>;
inline Outcome success() { return boost::outcome_v2::success(); }

inline Fault refused(Phrase sentence, std::vector<std::string> blanks = {}) {
  return {FaultKind::refused, sentence, std::move(blanks)};
}

}  // namespace steward

/// `STEWARD_TRY(auto x, f())`: x is the value of f(), or its fault leaves the function. `STEWARD_TRY(f())` has no value.
/// Spelled out because BOOST_OUTCOME_TRY takes the name with or without `auto` depending on the version of Boost.
#define STEWARD_TRY(first, ...) STEWARD_TRY_##__VA_OPT__(VALUE)(first __VA_OPT__(, ) __VA_ARGS__)
#define STEWARD_TRY_(call) BOOST_OUTCOME_TRYV2_SUCCESS_LIKELY(BOOST_OUTCOME_TRY_UNIQUE_NAME, call)
#define STEWARD_TRY_VALUE(name, ...) \
  BOOST_OUTCOME_TRY2_SUCCESS_LIKELY(BOOST_OUTCOME_TRY_UNIQUE_NAME, name, __VA_ARGS__)
