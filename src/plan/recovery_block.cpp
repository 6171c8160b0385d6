#include "plan/recovery_block.hpp"

#include <map>
#include <set>

#include "plan/formula_parts.hpp"
#include "tables/tables.gen.hpp"

namespace steward::plan {
namespace {

using control::LineBook;
using control::LineNumber;
using control_block::Places;
using tables::ControlColumn;

class RecoveryBlock {
 public:
  RecoveryBlock(SheetBuilder& sheet, const Places& at, std::size_t dimensions) : sheet_(sheet), at_(at), dimensions_(dimensions) {}

  void add(LineNumber line, std::span<const LineNumber> recoveries, std::span<const LineNumber> right_below) {
    const auto of_run = [this](int first, int last) {
      const std::string revised = range_name(first, at_.own_revised, last, at_.own_revised),
                        lacks = range_name(first, at_.own_consumed, last, at_.own_consumed) + "-" + revised;
      return "SUMPRODUCT((" + revised + "<0)*(" + lacks + ">0)*(" + lacks + "))";
    };
    const auto above_zero = [this](int first, int last) {
      return "SUMIF(" + range_name(first, at_.own_revised, last, at_.own_revised) + ";\">0\")";
    };
    const auto sum = [this](int first, int last) { return "SUM(" + range_name(first, at_.own_revised, last, at_.own_revised) + ")"; };
    const int row = at_.first + static_cast<int>(line);
    const std::string revised = cell_name(row, at_.own_revised);
    sheet_.write(row, at_.relief,
                 {{Formula{"=IF(ROUND(" + revised + "-(" + over_runs(right_below, sum) + ");6)<0;0;MAX(0;MIN(" + over_runs(recoveries, of_run) + ";" +
                           over_runs(right_below, above_zero) + "-" + revised + ")))"}}});
    needed_.insert(line);
    needed_.insert(recoveries.begin(), recoveries.end());
    needed_.insert(right_below.begin(), right_below.end());
  }

  void finish() {
    for (const LineNumber line : needed_) {
      const int row = at_.first + static_cast<int>(line);
      const std::string place = "MATCH(" + cell_name(row, at_.ids) + ";" + whole_column(ControlColumn::line, dimensions_) + ";0)";
      const auto of_control = [&](ControlColumn column) { return table_cells(column, dimensions_, place); };
      sheet_.write(row, at_.own_revised,
                   {{Formula{"=N(" + of_control(ControlColumn::revised) + ")"},
                     Formula{"=SUM(" + of_control(ControlColumn::precommitted) + ":" + of_control(ControlColumn::actual) + ")"}}});
      sheet_.paint(row, at_.relief, row, at_.own_consumed, Style::amount);
    }
  }

 private:
  // A formula's terms over lines that follow each other.
  template <class Term>
  std::string over_runs(std::span<const LineNumber> lines, const Term& term) const {
    std::string terms;
    for (std::size_t from = 0; from < lines.size();) {
      std::size_t end = from + 1;
      while (end < lines.size() && lines[end] == lines[end - 1] + 1) ++end;
      terms += (terms.empty() ? "" : "+") + term(at_.first + static_cast<int>(lines[from]), at_.first + static_cast<int>(lines[end - 1]));
      from = end;
    }
    return terms;
  }

  SheetBuilder& sheet_;
  const Places& at_;
  std::size_t dimensions_;
  std::set<LineNumber> needed_;
};

}  // namespace

void write_recoveries(SheetBuilder& sheet, const ControlSheet& content, LineBook& lines, const Places& at) {
  std::map<LineNumber, std::vector<LineNumber>> recoveries;
  for (LineNumber line = 0; line < lines.size(); ++line) {
    if (!content.is_recovery[line]) continue;
    const auto above = lines.above(line);
    for (const LineNumber one : above)
      if (lines.is_below(line, one)) recoveries[one].push_back(line);
  }
  RecoveryBlock block(sheet, at, content.dimensions.size());
  for (const auto& [line, below] : recoveries) block.add(line, below, lines.right_below(line));
  block.finish();
}

}  // namespace steward::plan
