#include "generator.hpp"

#include <array>
#include <utility>

#include "maker.hpp"

namespace steward::support {
namespace {

// What happens to workbooks in use, and changes nothing in what they say.
void disturb(Maker& make) {
  const TrueColumn& truth = make.made.columns.front();
  if (make.chance(8)) {
    make.say("hidden row");
    make.sheet().hidden_rows.emplace_back(truth.top, truth.top);
  }
  if (make.chance(8)) {
    make.say("another sheet of prose");
    auto& prose = make.made.snapshot.sheets.emplace_back("Notes", 6, 2);
    prose.set_text(0, 0, "How this budget was made, by whom, and what was assumed about prices in the coming years.");
    prose.set_text(2, 0, "Please send questions to the finance department before the end of the month.");
  }
  if (make.chance(10)) {
    make.say("an error far away");
    make.sheet().set_error(200, 50, "#REF!");
  }
}

}  // namespace

GeneratedWorkbook generate_workbook(unsigned seed) {
  constexpr auto layouts = std::to_array<void (*)(Maker&)>(
      {months, versions, income_and_expenses, quarters_of_two_years, years_across, versions_under_months,
       quarters_between_months, cash_flow, long_list, versions_in_rows, months_down, departments, parts_list, of_which,
       parents_above, code_tree, indented, side_by_side, paired, stacked, scenarios, dated_months, copied_pivot,
       typed_balance, outlined, kinds_of_rows, row_numbers, shares});
  Maker make(seed);
  make.left = make.chance(3) ? 1 : 0;
  make.row = make.pick(0, 2);
  make.banner();
  layouts[static_cast<std::size_t>(make.pick(0, static_cast<int>(layouts.size()) - 1))](make);
  disturb(make);
  return std::move(make.made);
}

}  // namespace steward::support
