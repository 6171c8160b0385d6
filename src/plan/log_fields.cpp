#include "plan/log_fields.hpp"

#include <algorithm>
#include <charconv>

namespace steward::plan {

LogFields log_fields(std::string_view text) {
  LogFields fields;
  while (!text.empty()) {
    const auto end = std::min(text.find("; "), text.size());
    const auto mark = text.substr(0, end).find('=');
    if (mark != std::string_view::npos) fields.emplace(text.substr(0, mark), text.substr(mark + 1, end - mark - 1));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return fields;
}

std::optional<double> field_number(const LogFields& fields, const std::string& name) {
  const auto field = fields.find(name);
  if (field == fields.end()) return std::nullopt;
  const std::string& text = field->second;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string field_text(std::string_view text) {
  std::string result(text);
  std::ranges::replace(result, ';', ',');
  return result;
}

}  // namespace steward::plan
