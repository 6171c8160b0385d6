#pragma once

#include <array>
#include <string>
#include <string_view>

#include "result.hpp"

/// The one place that knows which error a cell shows for which fault.
namespace steward::functions {

struct CalcError {
  int code;  ///< Calc's number of the error
  std::string_view name;
};

inline constexpr std::array<CalcError, 8> calc_errors{{{519, "#VALUE!"}, {532, "#DIV/0!"}, {32767, "#N/A"}, {503, "#NUM!"},
                                                       {502, "Err:502"}, {524, "#REF!"}, {525, "#NAME?"}, {504, "Err:504"}}};

constexpr CalcError calc_error(FaultKind kind) {
  switch (kind) {
    case FaultKind::value: return calc_errors[0];
    case FaultKind::division_by_zero: return calc_errors[1];
    case FaultKind::not_available: return calc_errors[2];
    case FaultKind::number: return calc_errors[3];
    case FaultKind::argument:
    case FaultKind::refused: return calc_errors[4];
  }
  return calc_errors[0];
}

/// The code of an error by its name; #VALUE! for one that is not known.
constexpr int calc_error_code(std::string_view name) {
  for (const auto& error : calc_errors)
    if (error.name == name) return error.code;
  return calc_errors[0].code;
}

/// The name of an error by its code, "Err:509" for those that have none.
inline std::string calc_error_name(int code) {
  for (const auto& error : calc_errors)
    if (error.code == code) return std::string(error.name);
  return "Err:" + std::to_string(code);
}

}  // namespace steward::functions
