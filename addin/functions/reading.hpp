#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "functions/argument.hpp"
#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

/// How one cell's value becomes what a core function takes. Every argument of every function comes through here.
namespace steward::functions {

/// A number; text only where no locale could read it otherwise (whole numbers), as Calc itself does.
Result<double> read_number(const Value& value, std::string_view parameter);
Result<int> read_whole(const Value& value, std::string_view parameter);
Result<Date> read_date(const Value& value, std::string_view parameter, NullDate null_date);
Result<std::string> read_text(const Value& value, std::string_view parameter);

template <class T>
Result<T> read(const Value& value, std::string_view parameter, NullDate null_date) {
  if constexpr (std::same_as<T, double>) {
    return read_number(value, parameter);
  } else if constexpr (std::same_as<T, int>) {
    return read_whole(value, parameter);
  } else if constexpr (std::same_as<T, Date>) {
    return read_date(value, parameter, null_date);
  } else if constexpr (std::same_as<T, std::string>) {
    return read_text(value, parameter);
  } else {
    static_assert(std::is_enum_v<T>, "the catalogue has no such type word");
    STEWARD_TRY(const std::string word, read_text(value, parameter));
    return read_keyword<T>(word);
  }
}

inline Fault missing(std::string_view parameter) {
  return {FaultKind::argument, phrase::missing_argument, {std::string(parameter)}};
}

}  // namespace steward::functions
