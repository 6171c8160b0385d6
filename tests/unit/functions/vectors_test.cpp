#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "functions/calc_error.hpp"
#include "functions/call.hpp"
#include "../ledger/table_source.hpp"
#include "literal.hpp"

/// Every vector of every function, through the same conversion that Calc's arguments take.
namespace steward::functions {

void PrintTo(const Function& function, std::ostream* stream) { *stream << function.name; }

namespace {

std::string shown(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return testing::PrintToString(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text;
  if (const auto* error = std::get_if<CellError>(&value)) return error->name;
  return "<blank>";
}

std::string shown(const Table& table) {
  std::string text = "{";
  for (std::size_t r = 0; r < table.rows(); ++r)
    for (std::size_t c = 0; c < table.columns(); ++c) text += (c ? ";" : r ? "|" : "") + shown(table.at(r, c));
  return text + "}";
}

bool is_same(const Value& expected, const Value& actual) {
  const auto* wanted = std::get_if<double>(&expected);
  const auto* given = std::get_if<double>(&actual);
  if (wanted && given) return std::abs(*wanted - *given) <= 1e-9 * std::max(1.0, std::abs(*wanted));
  return expected == actual || (is_blank(expected) && is_blank(actual));
}

void expect_same(const Argument& expected, const Result<Answer>& result) {
  if (result.has_error()) {
    const auto* wanted = std::get_if<Value>(&expected);
    const auto* error = wanted ? std::get_if<CellError>(wanted) : nullptr;
    const std::string name(calc_error(result.error().kind).name);
    EXPECT_TRUE(error && error->name == name) << "gave " << name << ": " << filled(result.error().sentence, Language::english, result.error().blanks);
    return;
  }
  Table wanted(1, 1), given(1, 1);
  if (const auto* table = std::get_if<Table>(&expected)) wanted = *table;
  else if (const auto* value = std::get_if<Value>(&expected)) wanted.at(0, 0) = *value;
  if (const auto* table = std::get_if<Table>(&result.value())) given = *table;
  else given.at(0, 0) = std::get<Value>(result.value());
  const bool same = wanted.rows() == given.rows() && wanted.columns() == given.columns() &&
                    std::equal(wanted.cells().begin(), wanted.cells().end(), given.cells().begin(), is_same);
  EXPECT_TRUE(same) << "expected " << shown(wanted) << "\n     got " << shown(given);
}

bool has_error_cell(const Argument& argument) {
  const auto* range = std::get_if<Table>(&argument);
  return range && std::ranges::any_of(range->cells(), [](const Value& v) { return std::holds_alternative<CellError>(v); });
}

class Vectors : public testing::TestWithParam<Function> {
 protected:
  void run(const std::vector<std::string>& header, const std::vector<std::string>& fields) {
    SCOPED_TRACE(fields.front());
    const Function& function = GetParam();
    std::vector<Argument> arguments(function.parameters.size());
    std::string result;
    for (std::size_t at = 1; at < header.size() && at < fields.size(); ++at) {
      if (header[at] == "result") result = fields[at];
      const auto place = std::ranges::find(function.parameters, header[at]) - function.parameters.begin();
      if (static_cast<std::size_t>(place) < arguments.size())
        arguments[static_cast<std::size_t>(place)] = literal::to_argument(fields[at], {});
    }
    // Calc itself answers for an error in a range, before a function is called.
    if (result == "Err:504") {
      EXPECT_TRUE(std::ranges::any_of(arguments, has_error_cell));
      return;
    }
    if (!function.parameters.empty() && function.parameters[0] == "ledger")
      if (const auto* range = std::get_if<Table>(&arguments[0])) arguments[0] = std::make_shared<const ledger::TableSource>(*range);
    expect_same(literal::to_argument(result, {}), function.call(arguments, {}, Language::english));
  }
};

TEST_P(Vectors, Hold) {
  const auto path = std::filesystem::path(STEWARD_VECTORS) / (std::string(GetParam().name) + ".csv");
  std::ifstream file(path);
  ASSERT_TRUE(file) << "there are no vectors for " << GetParam().name << " in " << path;
  std::string line;
  ASSERT_TRUE(std::getline(file, line));
  const auto header = literal::fields(line);
  int cases = 0;
  for (; std::getline(file, line); ++cases)
    if (!line.empty()) run(header, literal::fields(line));
  EXPECT_GE(cases, 3) << "too few cases to tell anything";
}

INSTANTIATE_TEST_SUITE_P(Functions, Vectors, testing::ValuesIn(functions().begin(), functions().end()),
                         [](const auto& named) {
                           std::string name(named.param.name);
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace steward::functions
