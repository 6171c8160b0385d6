#include "plan/upgrade.hpp"

#include <algorithm>

#include "plan/control_content.hpp"
#include "plan/log_edit.hpp"
#include "words/phrases/book.gen.hpp"

namespace steward::plan {
namespace {

// The later columns of one table: headers, and the looks of the rows below them.
Outcome widen(const ControlBook& control, const TableReader& table, std::vector<Edit>& edits) {
  const auto& layout = table.layout();
  const auto area = table.area();
  const std::string title(table.title());
  const int left = area.left + static_cast<int>(table.columns()), right = area.left + static_cast<int>(layout.width()) - 1;
  const auto& sheet = control.book().sheets.at(static_cast<std::size_t>(area.sheet));
  for (int row = area.top; row <= area.bottom; ++row)
    for (int column = left; column <= right; ++column)
      if (!sheet.at(row, column).is_empty())
        return refused(phrase::upgrade_blocked, {title, workbook::address(control.book(), workbook::Position{area.sheet, row, column})});
  std::vector<Content> headers;
  for (auto place = table.columns(); place < layout.width(); ++place)
    headers.emplace_back(std::string(layout.column_at(place).header(control.language())));
  edits.push_back(NameTable{std::string(layout.description().name), title, area.top, area.left, area.bottom, right});
  edits.push_back(NameArea{layout.description().cells(), title, area.top, area.left, area.bottom, right});
  Block row(1, headers.size());
  std::ranges::move(headers, row.cells().begin());
  edits.push_back(Write{title, area.top, left, std::move(row)});
  edits.push_back(Paint{title, area.top, left, area.top, right, Style::header});
  if (table.rows() > 0) edits.push_back(Paint{title, area.top + 1, left, area.bottom - 1, right, Style::text});
  edits.push_back(Paint{title, area.bottom, left, area.bottom, right, Style::sentinel});
  return success();
}

void set_schema(const ControlBook& control, std::vector<Edit>& edits) {
  const auto& settings = control.table(tables::settings);
  for (int row = 0; row < settings.rows(); ++row) {
    if (settings.text(row, tables::SettingsColumn::setting) != "schema") continue;
    const auto at = settings.position(row, settings.layout().place(tables::SettingsColumn::value));
    edits.push_back(Write{std::string(settings.title()), at.row, at.column, Block(1, 1, Content(static_cast<double>(tables::schema)))});
  }
}

bool has_older_formulas(const Settings& settings) {
  constexpr double first_schema_with_these = 3;
  return settings.number("schema").value_or(0) < first_schema_with_these;
}

void renew_control(const ControlBook& control, std::vector<Edit>& edits) {
  const auto& table = control.table(tables::control);
  const auto content = content_of(control, lines_of(control));
  if (!stands_as_made(control.book().sheets.at(static_cast<std::size_t>(table.area().sheet)), content)) return;
  SheetBuilder sheet(edits, std::string(table.title()), control.language());
  renew_formulas(sheet, content, control.language());
}

}  // namespace

std::string what_is_older(const ControlBook& control) {
  std::string text;
  for (const auto* description : tables::all) {
    const auto& table = control.table(*description);
    if (table.columns() == table.layout().width()) continue;
    text += (text.empty() ? "" : "; ") + std::string(description->code) + "=" + std::to_string(table.columns()) + " of " +
            std::to_string(table.layout().width());
  }
  if (has_older_formulas(control.settings())) text += text.empty() ? "control=formulas" : "; control=formulas";
  return text;
}

Result<std::vector<Edit>> upgrade_edits(const ControlBook& control) {
  std::vector<Edit> edits;
  for (const auto* description : tables::all) {
    const auto& table = control.table(*description);
    if (table.columns() == table.layout().width()) continue;
    STEWARD_TRY(widen(control, table, edits));
  }
  if (has_older_formulas(control.settings())) renew_control(control, edits);
  if (!what_is_older(control).empty()) set_schema(control, edits);
  return edits;
}

Result<Plan> brought_up_to_date(Plan plan, const workbook::Snapshot& book, Language language) {
  const auto is_older = [&](const tables::Description* one) {
    const auto* table = book.table(one->name);
    return table && one->first < one->columns.size() &&
           table->area.right - table->area.left + 1 < static_cast<int>(one->columns.size());
  };
  if (std::ranges::none_of(plan.edits, is_log) || !book.table(tables::settings.name)) return plan;
  STEWARD_TRY(const auto settings, Settings::read(book, language));
  if (std::ranges::none_of(tables::all, is_older) && !has_older_formulas(settings)) return plan;
  STEWARD_TRY(const auto control, ControlBook::read(book, language));
  STEWARD_TRY(auto edits, upgrade_edits(*control));
  plan.edits.insert(plan.edits.begin(), std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()));
  return plan;
}

}  // namespace steward::plan
