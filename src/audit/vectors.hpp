#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "date.hpp"
#include "value.hpp"

/// The published cases with which an installation is proved: a CSV file for each function, a column for each parameter,
/// then the result and its source.
namespace steward::audit {

/// One case: arguments in the order of the parameters; "" is an argument that is left out.
struct VectorCase {
  std::string name, result, source;
  std::vector<std::string> arguments;
};

/// The cases of a file. Columns beside `case`, `result` and `source` are parameters by name.
std::vector<VectorCase> read_vectors(std::string_view csv, const std::vector<std::string>& parameters);

/// How values are written in these files: "12.5" a number, "2026-03-31" a date, "#N/A" and "Err:502" errors, "" a blank,
/// "'66" the text 66, anything else a text; "{1;2|3;4}" a range of two rows.
Value literal_value(const std::string& text, Date null_date);
Table literal_table(const std::string& text, Date null_date);
inline bool is_literal_range(std::string_view text) { return text.starts_with('{'); }
/// What an argument "<blank>" stands for: a lone empty cell.
inline constexpr std::string_view blank_cell = "<blank>";

/// Whether a result is the one expected: numbers within 1e-9 of their size, an empty text as a blank.
bool agrees(const Value& expected, const Value& found);
bool agrees(const Table& expected, const Table& found);

/// A value or range as a person reads it.
std::string shown(const Value& value);
std::string shown(const Table& table);

}  // namespace steward::audit
