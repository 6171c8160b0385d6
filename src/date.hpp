#pragma once

#include <chrono>

namespace steward {

/// A calendar day without time or zone.
using Date = std::chrono::sys_days;

inline Date date(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

}  // namespace steward
