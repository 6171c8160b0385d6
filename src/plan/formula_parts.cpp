#include "plan/formula_parts.hpp"

#include "tables/tables.gen.hpp"

namespace steward::plan {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + '"';
}

std::string array_of(std::span<const Stage> stages) {
  std::string rows;
  for (const Stage stage : stages) rows += (rows.empty() ? "" : "|") + quoted(code_of(stage));
  return "{" + rows + "}";
}

std::string setting_cell(std::string_view code) {
  const std::string settings = tables::settings.cells();
  return "INDEX(" + settings + ";MATCH(" + quoted(code) + ";INDEX(" + settings + ";0;1);0);3)";
}

}  // namespace steward::plan
