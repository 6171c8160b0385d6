#include <algorithm>
#include <array>

#include "plan/answers.hpp"
#include "plan/draft.hpp"
#include "plan/inspector.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/log.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using tables::ControlColumn;

class SheetCheck : private Inspector {
 public:
  SheetCheck(const Request& request, ControlBook& control, std::vector<Found>& rows) : Inspector(request, control, rows) {}

  void look() {
    look_at_draft();
    look_at_control_sheet();
    look_outside_tables();
  }

 private:
  // The user's own table is the draft: what differs from the approved version is not approved.
  void look_at_draft() {
    const auto areas = source_areas(request_.book);
    if (areas.empty()) return found(Severity::warning, "", "", say(phrase::draft_gone));
    const auto draft = read_draft(request_, control_);
    if (draft.has_error())
      return found(Severity::warning, "", workbook::address(request_.book, areas.front()),
                   say(phrase::draft_unreadable, {say(draft.error().sentence, draft.error().blanks)}));
    for (const auto& difference : draft.value().differences) report(difference);
  }

  void report(const DraftDifference& difference) {
    const std::string name = control::shown(std::span<const std::string>(difference.key));
    const std::string cell = difference.at ? workbook::address(request_.book, *difference.at) : std::string();
    if (!difference.line)
      found(Severity::warning, name, cell, say(phrase::draft_new_line, {signed_text(difference.total)}));
    else if (!difference.at)
      found(Severity::warning, name, "", say(phrase::draft_lost_line, {money(difference.total)}));
    else if (!difference.total.is_zero())
      found(Severity::warning, name, cell, say(phrase::draft_changed, {signed_text(difference.total)}));
    else
      found(Severity::warning, name, cell, say(phrase::draft_moved));
  }
  std::string signed_text(Money amount) const { return (amount > Money() ? "+" : "") + money(amount); }

  // What Control shows must be what the ledger says, by formulas that are still there.
  void look_at_control_sheet() {
    const auto& table = control_.table(tables::control);
    constexpr std::array columns{std::pair(ControlColumn::committed, Stage::commitment),
                                 std::pair(ControlColumn::actual, Stage::actual),
                                 std::pair(ControlColumn::precommitted, Stage::precommitment)};
    for (LineNumber line = 0; line < control_.lines().size(); ++line) {
      const int row = static_cast<int>(line);
      for (const auto& [period, own] : control_.standings().of(line)) sums_ += own;
      look_for_overwritten(line);
      for (const auto& [column, stage] : columns) {
        const auto cell = table.cell(row, column);
        const auto at = cell_of(table, row, table.layout().place(column));
        if (!cell.has_formula) continue;
        if (cell.kind == workbook::CellKind::number) {
          const auto shown = Money::from(cell.number, control_.decimals());
          if (!shown || shown.value() != sums_.of(stage))
            found(Severity::error, name_of(line), at, say(phrase::figure_stale, {money(sums_.of(stage))}));
        } else if (cell.is_error()) {
          found(Severity::error, name_of(line), at, say(phrase::figure_is_error, {std::string(cell.text)}));
        }
      }
      sums_ = {};
    }
  }

  // Every figure of Control is a formula; the original of a line without a budget is blank.
  void look_for_overwritten(LineNumber line) {
    const auto& table = control_.table(tables::control);
    const int row = static_cast<int>(line);
    const auto first = table.layout().place(ControlColumn::original), last = table.layout().place(ControlColumn::landing);
    for (auto place = first; place <= last; ++place) {
      const auto cell = table.cell(row, place);
      const bool may_be_blank = place == first && cell.is_empty() && !has_original(line);
      if (!cell.has_formula && !may_be_blank)
        found(Severity::error, name_of(line), cell_of(table, row, place), say(phrase::formula_overwritten));
    }
  }
  bool has_original(LineNumber line) const {
    return std::ranges::any_of(control_.figures(), [&](const Figure& figure) {
      return figure.line == line && figure.kind == VersionKind::original;
    });
  }

  // A row below the end row belongs to no table and is counted nowhere; a copied table is not ours.
  void look_outside_tables() {
    for (const auto* description : tables::all) {
      const auto& area = control_.table(*description).area();
      const auto& sheet = request_.book.sheets[static_cast<std::size_t>(area.sheet)];
      for (int row = area.bottom + 1; row < sheet.rows(); ++row) {
        bool any = false;
        for (int column = area.left; column <= area.right; ++column) any = any || !sheet.at(row, column).is_empty();
        if (!any) continue;
        found(Severity::error, "", workbook::address(request_.book, workbook::Position{area.sheet, row, area.left}),
              say(phrase::row_outside, {sheet.name()}));
        break;
      }
    }
    for (const auto& table : request_.book.tables) {
      for (const auto* description : tables::all) {
        if (table.name.starts_with(std::string(description->name) + "_"))
          found(Severity::warning, "", workbook::address(request_.book, table.area),
                say(phrase::table_copied, {table.name}));
      }
    }
  }

  control::Standing sums_;
};

}  // namespace

void check_sheets(const Request& request, ControlBook& control, std::vector<Found>& rows) {
  SheetCheck(request, control, rows).look();
}

}  // namespace steward::plan
