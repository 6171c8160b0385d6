#include "audit/self_test.hpp"

#include <algorithm>

#include "numeral.hpp"

namespace steward::audit {
namespace {

constexpr std::string_view programmatic = "ORG.STEWARD.BUDGET.FUNCTIONS.";

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + '"';
}

std::string letters(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) name += static_cast<char>('A' + (rest - 1) % 26);
  std::ranges::reverse(name);
  return name;
}

std::string address(int row, const Table& cells) {
  return "$A$" + std::to_string(row + 1) + ":$" + letters(cells.columns() - 1) + "$" +
         std::to_string(row + static_cast<int>(cells.rows()));
}

}  // namespace

CellTrial trial_of(std::string_view function, const VectorCase& one, Date null_date) {
  CellTrial trial;
  trial.expected = literal_table(one.result, null_date);
  std::string arguments;
  std::size_t kept = 0;
  int row = 0;
  for (const std::string& argument : one.arguments) {
    if (!arguments.empty() || &argument != &one.arguments.front()) arguments += ';';
    if (argument.empty()) continue;
    if (argument == blank_cell) {
      arguments += "$Z$" + std::to_string(row + 1);
      row += 2;
    } else if (is_literal_range(argument)) {
      trial.inputs.emplace_back(row, literal_table(argument, null_date));
      const std::string range = address(row, trial.inputs.back().second);
      // Where a function takes an index, the file gives the ledger.
      const bool is_indexed = function == "LOOKUP" && &argument == &one.arguments.front();
      arguments += is_indexed ? std::string(programmatic) + "INDEX(" + range + ")" : range;
      row += static_cast<int>(trial.inputs.back().second.rows()) + 1;
    } else {
      const Value value = literal_value(argument, null_date);
      const auto* number = std::get_if<double>(&value);
      arguments += number ? numeral(*number) : quoted(shown(value));
    }
    kept = arguments.size();
  }
  arguments.resize(kept);
  std::string name(function);
  std::erase(name, '.');
  const std::string call = std::string(programmatic) + name + "(" + arguments + ")";
  // A handle begins with the address, which is not the same in every language; the file gives the hash.
  trial.formula = function == "INDEX" ? "=RIGHT(" + call + ";64)" : "=" + call;
  return trial;
}

}  // namespace steward::audit
