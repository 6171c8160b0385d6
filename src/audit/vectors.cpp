#include "audit/vectors.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <boost/tokenizer.hpp>
#include <charconv>
#include <cmath>
#include <regex>
#include <sstream>

#include "numeral.hpp"

namespace steward::audit {
namespace {

std::vector<std::string> fields(const std::string& line) {
  const boost::escaped_list_separator<char> separator("", ",", "\"");
  const boost::tokenizer<boost::escaped_list_separator<char>> parts(line, separator);
  return {parts.begin(), parts.end()};
}

VectorCase case_of(const std::vector<std::string>& header, const std::vector<std::string>& row,
                   const std::vector<std::string>& parameters) {
  VectorCase result;
  result.arguments.resize(parameters.size());
  for (std::size_t at = 0; at < header.size() && at < row.size(); ++at) {
    const auto place = static_cast<std::size_t>(std::ranges::find(parameters, header[at]) - parameters.begin());
    if (header[at] == "case") result.name = row[at];
    else if (header[at] == "result") result.result = row[at];
    else if (header[at] == "source") result.source = row[at];
    else if (place < parameters.size()) result.arguments[place] = row[at];
  }
  return result;
}

}  // namespace

std::vector<VectorCase> read_vectors(std::string_view csv, const std::vector<std::string>& parameters) {
  std::istringstream stream{std::string(csv)};
  std::vector<VectorCase> cases;
  std::string line;
  if (!std::getline(stream, line)) return cases;
  const auto header = fields(line);
  while (std::getline(stream, line))
    if (!line.empty()) cases.push_back(case_of(header, fields(line), parameters));
  return cases;
}

Value literal_value(const std::string& text, Date null_date) {
  if (text.empty()) return Blank();
  if (text.front() == '\'') return text.substr(1);
  if (text.front() == '#' || text.starts_with("Err:")) return CellError{text};
  std::smatch parts;
  static const std::regex iso_date(R"((\d{4})-(\d{2})-(\d{2}))");
  if (std::regex_match(text, parts, iso_date)) {
    const Date day = date(std::stoi(parts[1]), static_cast<unsigned>(std::stoi(parts[2])), static_cast<unsigned>(std::stoi(parts[3])));
    return static_cast<double>((day - null_date).count());
  }
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) return number;
  return text;
}

Table literal_table(const std::string& text, Date null_date) {
  if (!is_literal_range(text)) return Table(1, 1, literal_value(text, null_date));
  Table table;
  std::vector<std::string> rows, cells;
  const std::string inside = text.substr(1, text.size() - 2);
  for (const auto& row : boost::split(rows, inside, boost::is_any_of("|"))) {
    std::vector<Value> values;
    for (const auto& cell : boost::split(cells, row, boost::is_any_of(";"))) values.push_back(literal_value(cell, null_date));
    table.append(std::move(values));
  }
  return table;
}

bool agrees(const Value& expected, const Value& found) {
  const auto* wanted = std::get_if<double>(&expected);
  const auto* given = std::get_if<double>(&found);
  if (wanted && given) return std::abs(*wanted - *given) <= 1e-9 * std::max(1.0, std::abs(*wanted));
  return expected == found || (is_blank(expected) && is_blank(found));
}

bool agrees(const Table& expected, const Table& found) {
  return expected.rows() == found.rows() && expected.columns() == found.columns() &&
         std::equal(expected.cells().begin(), expected.cells().end(), found.cells().begin(),
                    [](const Value& a, const Value& b) { return agrees(a, b); });
}

std::string shown(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return numeral(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* error = std::get_if<CellError>(&value)) return error->name;
  return {};
}

std::string shown(const Table& table) {
  if (table.size() == 1) return shown(table.at(0, 0));
  std::string text = "{";
  for (std::size_t r = 0; r < table.rows(); ++r)
    for (std::size_t c = 0; c < table.columns(); ++c) text += (c ? ";" : r ? "|" : "") + shown(table.at(r, c));
  return text + "}";
}

}  // namespace steward::audit
