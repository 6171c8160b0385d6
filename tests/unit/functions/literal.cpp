#include "literal.hpp"

#include <boost/algorithm/string.hpp>
#include <boost/tokenizer.hpp>
#include <charconv>
#include <regex>

namespace steward::functions::literal {

std::vector<std::string> fields(const std::string& line) {
  const boost::escaped_list_separator<char> separator("", ",", "\"");
  const boost::tokenizer<boost::escaped_list_separator<char>> parts(line, separator);
  return {parts.begin(), parts.end()};
}

Value to_value(const std::string& text, NullDate null_date) {
  if (text.empty()) return Blank();
  if (text.front() == '\'') return text.substr(1);
  if (text.front() == '#' || text.starts_with("Err:")) return CellError{text};
  std::smatch parts;
  static const std::regex iso_date(R"((\d{4})-(\d{2})-(\d{2}))");
  if (std::regex_match(text, parts, iso_date)) {
    const Date day = date(std::stoi(parts[1]), static_cast<unsigned>(std::stoi(parts[2])), static_cast<unsigned>(std::stoi(parts[3])));
    return static_cast<double>((day - null_date.day).count());
  }
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) return number;
  return text;
}

Argument to_argument(const std::string& text, NullDate null_date) {
  if (text.empty()) return Omitted();
  if (text == "<blank>") return Value(0.0);  // what Calc hands over for a lone empty cell
  if (text.front() != '{') return to_value(text, null_date);
  Table table;
  std::vector<std::string> rows, cells;
  const std::string inside = text.substr(1, text.size() - 2);
  for (const auto& row : boost::split(rows, inside, boost::is_any_of("|"))) {
    std::vector<Value> values;
    for (const auto& cell : boost::split(cells, row, boost::is_any_of(";"))) values.push_back(to_value(cell, null_date));
    table.append(std::move(values));
  }
  return table;
}

}  // namespace steward::functions::literal
