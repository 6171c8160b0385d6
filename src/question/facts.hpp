#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "date.hpp"
#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

/// Questions about a budget table, in English or Chinese, answered by a grammar.
namespace steward::question {

/// What a figure of the table is.
enum class Measure : std::uint8_t {
  original, budget, actual, committed, precommitted, frozen, estimate,  // stand in the table
  consumed, available, variance, excess, overspend, margin,                              // follow from those
  used, executed, remaining, variance_rate                              // the same as shares of the budget
};
constexpr std::size_t stored_measures = 7;

/// Months of a year, first and last, or one day; year 0 where none is known, month 0 for a figure without a period.
struct Span {
  int year = 0, first = 0, last = 0, day = 0;
  bool has_period() const { return first != 0; }
  bool is_whole_year() const { return first == 1 && last == 12; }
  auto operator<=>(const Span&) const = default;
};

struct Figure {
  std::size_t line = 0;
  Measure measure = Measure::budget;
  Span span{};
  double amount = 0;
};

struct Line {
  std::vector<std::string> keys;  ///< one for each dimension, empty where none is written
  Nature nature = Nature::expense;
};

/// A budget table as questions see it: lines, what they are called, and figures by measure and period. Totals and
/// figures that follow from others are left out, so that nothing is counted twice.
struct Facts {
  std::vector<std::string> dimensions;
  std::vector<Line> lines;
  std::vector<Figure> figures;
  bool has(Measure stored) const;
};

/// Reads a budget table as a range holds it, header row first: lines with columns of measures, months across with or
/// without a version row, a long table, or the Control sheet of a controlled workbook. `null_date` is the day that
/// number 0 stands for. Faults: not_available when the range is no budget table, or when a figure can be meant in two
/// ways, as with two versions of a budget of which neither is the later.
Result<Facts> read_facts(const Table& table, Date null_date);

}  // namespace steward::question
