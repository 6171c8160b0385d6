#include "question/control_table.hpp"

#include <array>
#include <map>

#include "numeral.hpp"
#include "tables/tables.gen.hpp"

namespace steward::question {
namespace {

using tables::ControlColumn;

constexpr std::size_t headers_that_tell = 6, rows_before_header = 20;

const std::string* text_of(const Value& cell) { return std::get_if<std::string>(&cell); }

using Columns = std::map<ControlColumn, std::size_t>;

// Where each column of the Control table stands in a row of headers.
Columns columns_in(const Table& table, std::size_t row) {
  Columns found;
  const auto columns = tables::control.columns;
  for (std::size_t at = 0; at < table.columns(); ++at) {
    const auto* text = text_of(table.at(row, at));
    if (!text) continue;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (folded(*text) == folded(columns[c].english) || folded(*text) == folded(columns[c].chinese))
        found.try_emplace(static_cast<ControlColumn>(c), at);
  }
  return found;
}

// The Control table begins with the id of the line and names its nature after the dimensions.
std::optional<std::size_t> header_row(const Table& table) {
  for (std::size_t row = 0; row < table.rows() && row < rows_before_header; ++row) {
    const auto found = columns_in(table, row);
    if (found.size() >= headers_that_tell && found.contains(ControlColumn::line) && found.contains(ControlColumn::nature) &&
        found.contains(ControlColumn::revised))
      return row;
  }
  return std::nullopt;
}

constexpr std::array measures{
    std::pair{ControlColumn::original, Measure::original},   std::pair{ControlColumn::revised, Measure::budget},
    std::pair{ControlColumn::actual, Measure::actual},       std::pair{ControlColumn::committed, Measure::committed},
    std::pair{ControlColumn::precommitted, Measure::precommitted}, std::pair{ControlColumn::frozen, Measure::frozen},
    std::pair{ControlColumn::landing, Measure::estimate}};

bool is_line(const Value& id) {
  const auto* text = text_of(id);
  return !is_blank(id) && !(text && (*text == "?" || *text == "*" || *text == tables::end_mark));
}

void add_line(const Table& table, std::size_t row, const Columns& columns, Facts& facts) {
  Line line;
  for (std::size_t at = columns.at(ControlColumn::line) + 1; at < columns.at(ControlColumn::nature); ++at) {
    const Value& cell = table.at(row, at);
    const auto* number = std::get_if<double>(&cell);
    line.keys.push_back(number ? numeral(*number) : text_of(cell) ? *text_of(cell) : std::string());
  }
  if (const auto* word = text_of(table.at(row, columns.at(ControlColumn::nature))))
    if (const auto nature = read_keyword<Nature>(*word)) line.nature = nature.value();
  for (const auto& [column, measure] : measures) {
    const auto found = columns.find(column);
    if (found == columns.end()) continue;
    if (const auto* amount = std::get_if<double>(&table.at(row, found->second)))
      facts.figures.push_back({facts.lines.size(), measure, {}, *amount});
  }
  facts.lines.push_back(std::move(line));
}

}  // namespace

std::optional<Facts> read_control_table(const Table& table) {
  const auto header = header_row(table);
  if (!header) return std::nullopt;
  const auto columns = columns_in(table, *header);
  Facts facts;
  for (std::size_t at = columns.at(ControlColumn::line) + 1; at < columns.at(ControlColumn::nature); ++at)
    facts.dimensions.push_back(text_of(table.at(*header, at)) ? *text_of(table.at(*header, at)) : std::string());
  for (std::size_t row = *header + 1; row < table.rows() && is_line(table.at(row, columns.at(ControlColumn::line))); ++row)
    add_line(table, row, columns, facts);
  return facts;
}

}  // namespace steward::question
