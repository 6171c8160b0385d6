#include "audit/hash.hpp"

#include <algorithm>

#include "audit/sha256.hpp"
#include "numeral.hpp"
#include "tables/description.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::audit {
namespace {

bool is_hexadecimal(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool is_header(const Table& log) {
  const auto* last = std::get_if<std::string>(&log.at(0, log.columns() - 1));
  return last && !last->empty() && last->size() < hash_digits && !is_hexadecimal(*last);
}

// Blank, or the row that ends a control table.
bool is_no_entry(const Table& log, std::size_t row) {
  for (std::size_t column = 1; column < log.columns(); ++column)
    if (!is_blank(log.at(row, column))) return false;
  const auto* first = std::get_if<std::string>(&log.at(row, 0));
  return is_blank(log.at(row, 0)) || (first && *first == tables::end_mark);
}

Table without_hash(const Table& log, std::size_t row) {
  Table cells(1, log.columns() - 1);
  for (std::size_t column = 0; column + 1 < log.columns(); ++column) cells.at(0, column) = log.at(row, column);
  return cells;
}

}  // namespace

void append_cell(std::string& text, char tag, std::string_view content) {
  text += tag;
  text += std::to_string(content.size());
  text += ':';
  text += content;
}

void append_cell(std::string& text, const Value& value) {
  if (is_blank(value))
    append_cell(text, 'B', "");
  else if (const auto* number = std::get_if<double>(&value))
    append_cell(text, 'N', numeral(*number));
  else if (const auto* words = std::get_if<std::string>(&value))
    append_cell(text, 'T', *words);
  else
    append_cell(text, 'E', std::get<CellError>(value).name);
}

std::string canonical(const Table& table) {
  std::string text = std::to_string(table.rows()) + "x" + std::to_string(table.columns()) + ";";
  for (const Value& value : table.cells()) append_cell(text, value);
  return text;
}

std::string hash(const Table& table) {
  return Sha256().add(canonical(table)).digits();
}

std::string hash_of_text(std::string_view text) {
  return Sha256().add("1x1;T" + std::to_string(text.size()) + ":").add(text).digits();
}

std::string chain(std::string_view previous, const Table& table) {
  return Sha256().add(previous).add(canonical(table)).digits();
}

std::size_t first_broken_row(const Table& log) {
  if (log.rows() == 0 || log.columns() == 0) return 0;
  std::size_t end = log.rows();
  while (end > 0 && is_no_entry(log, end - 1)) --end;
  const std::size_t first = end > 0 && is_header(log) ? 1 : 0;
  std::string previous;
  for (std::size_t row = first; row < end; ++row) {
    const auto* kept = std::get_if<std::string>(&log.at(row, log.columns() - 1));
    if (!kept || *kept != chain(previous, without_hash(log, row))) return row - first + 1;
    previous = *kept;
  }
  return 0;
}

Result<std::string> hash_of(const Table& range) {
  return hash(range);
}

Result<std::string> chain_of(std::string_view previous, const Table& range) {
  // An empty cell above the first row reaches a function as the number 0.
  return chain(previous == "0" ? std::string_view() : previous, range);
}

Result<double> chain_verify(const Table& log) {
  if (log.columns() < 2) return Fault{FaultKind::argument, phrase::log_needs_hashes, {}};
  return static_cast<double>(first_broken_row(log));
}

}  // namespace steward::audit
