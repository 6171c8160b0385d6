#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "functions/calc_error.hpp"
#include "functions/call.hpp"
#include "../ledger/table_source.hpp"
#include "audit/vectors.hpp"
#include "literal.hpp"

/// Every vector of every function, through the same conversion that Calc's arguments take.
namespace steward::functions {

void PrintTo(const Function& function, std::ostream* stream) { *stream << function.name; }

namespace {

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
  EXPECT_TRUE(audit::agrees(wanted, given)) << "expected " << audit::shown(wanted) << "\n     got " << audit::shown(given);
}

bool has_error_cell(const Argument& argument) {
  const auto* range = std::get_if<Table>(&argument);
  return range && std::ranges::any_of(range->cells(), [](const Value& v) { return std::holds_alternative<CellError>(v); });
}

class Vectors : public testing::TestWithParam<Function> {
 protected:
  static std::vector<audit::VectorCase> cases() {
    const auto path = std::filesystem::path(STEWARD_VECTORS) / (std::string(GetParam().name) + ".csv");
    std::ifstream file(path);
    EXPECT_TRUE(file) << "there are no vectors for " << GetParam().name << " in " << path;
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    return audit::read_vectors(csv, {GetParam().parameters.begin(), GetParam().parameters.end()});
  }

  static std::vector<Argument> arguments_of(const audit::VectorCase& one, NullDate null_date) {
    std::vector<Argument> arguments;
    for (const std::string& text : one.arguments) arguments.push_back(literal::to_argument(text, null_date));
    for (std::size_t place = 0; place < arguments.size(); ++place) {
      const auto name = GetParam().parameters[place];
      const auto* range = std::get_if<Table>(&arguments[place]);
      if (range && (name == "ledger" || name == "index"))
        arguments[place] = std::make_shared<const ledger::TableSource>(*range, null_date.day);
    }
    return arguments;
  }

  // Calc itself answers for an error in a range, before a function is called.
  static bool is_calcs_own(const audit::VectorCase& one) { return one.result == "Err:504"; }
};

TEST_P(Vectors, Hold) {
  const auto all = cases();
  for (const auto& one : all) {
    SCOPED_TRACE(one.name);
    const auto arguments = arguments_of(one, {});
    if (is_calcs_own(one)) {
      EXPECT_TRUE(std::ranges::any_of(arguments, has_error_cell));
    } else {
      expect_same(literal::to_argument(one.result, {}), GetParam().call(arguments, {}, Language::english));
    }
  }
  EXPECT_GE(all.size(), 3u) << "too few cases to tell anything";
}

// Dates are numbers that count from the null date of the document: 1904 for files from old Macs.
TEST_P(Vectors, HoldWithTheNullDateOf1904) {
  const NullDate mac{date(1904, 1, 1)};
  for (const auto& one : cases()) {
    SCOPED_TRACE(one.name);
    // A number that stands for a date without being written as one is another date there.
    if (is_calcs_own(one) || one.source.find("null date") != std::string::npos) continue;
    expect_same(literal::to_argument(one.result, mac), GetParam().call(arguments_of(one, mac), mac, Language::english));
  }
}

// Every value of a lifted function gives in a column of 10,000 what it gives alone.
TEST_P(Vectors, HoldInTenThousandRows) {
  constexpr std::size_t count = 10'000;
  int tried = 0;
  for (const auto& one : cases()) {
    auto arguments = arguments_of(one, {});
    const bool is_single = !audit::is_literal_range(one.result) && std::holds_alternative<Value>(arguments.front());
    if (!GetParam().is_lifted || !is_single || tried++ > 2) continue;
    SCOPED_TRACE(one.name);
    arguments.front() = Table(count, 1, std::get<Value>(arguments.front()));
    const auto alone = GetParam().call(arguments_of(one, {}), {}, Language::english);
    const auto all = GetParam().call(arguments, {}, Language::english);
    ASSERT_EQ(alone.has_error() && alone.error().kind == FaultKind::argument, all.has_error());
    if (all.has_error()) continue;
    const Value wanted = alone.has_error() ? Value(CellError{std::string(calc_error(alone.error().kind).name)}) : std::get<Value>(alone.value());
    const auto& column = std::get<Table>(all.value());
    ASSERT_EQ(column.size(), count);
    EXPECT_TRUE(std::ranges::all_of(column.cells(), [&](const Value& value) { return audit::agrees(wanted, value); }));
  }
}

INSTANTIATE_TEST_SUITE_P(Functions, Vectors, testing::ValuesIn(functions().begin(), functions().end()),
                         [](const auto& named) {
                           std::string name(named.param.name);
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace steward::functions
