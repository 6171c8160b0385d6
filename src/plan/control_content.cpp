#include "plan/control_content.hpp"

#include "plan/control_places.hpp"
#include "words/phrases/control_sheet.gen.hpp"

namespace steward::plan {

using tables::ControlColumn;

std::vector<control::Line> lines_of(const ControlBook& control) {
  const auto& table = control.table(tables::control);
  std::vector<control::Line> lines;
  for (int row = 0; row < table.rows(); ++row) {
    control::Line line{table.text(row, ControlColumn::line), {}, Nature::expense, table.text(row, ControlColumn::owner)};
    for (std::size_t i = 0; i < control.dimensions().size(); ++i)
      line.key.push_back(TableReader::text_of(table.cell(row, table.layout().place(ControlColumn::dimensions) + i)));
    if (const auto nature = read_keyword<Nature>(table.text(row, ControlColumn::nature))) line.nature = nature.value();
    lines.push_back(std::move(line));
  }
  return lines;
}

ControlSheet content_of(const ControlBook& control, std::vector<control::Line> lines) {
  const auto& settings = control.settings();
  const std::string currency = control.policy().currency;
  ControlSheet content;
  content.title = settings.text("title");
  content.unit = currency.empty() ? std::string(text(phrase::currency_unit, control.language())) : currency;
  content.year = static_cast<int>(settings.number("fiscal_year").value_or(0));
  content.dimensions = control.dimensions();
  content.is_budgeted.resize(lines.size());
  content.is_recovery.resize(lines.size());
  content.lines = std::move(lines);
  for (const auto& figure : control.figures()) {
    if (figure.kind != VersionKind::original) continue;
    content.is_budgeted[figure.line] = true;
    if (figure.amount < Money()) content.is_recovery[figure.line] = true;
  }
  for (const auto& entry : settings.all("parent")) content.tree.append({entry.item, entry.text});
  return content;
}

bool stands_as_made(const workbook::Sheet& sheet, const ControlSheet& content) {
  const control_block::Places at(content.lines.size(), content.dimensions.size());
  const int own = static_cast<int>(at.layout.place(ControlColumn::line));
  for (std::size_t i = 0; i < content.lines.size(); ++i) {
    const int row = at.first + static_cast<int>(i);
    for (const int column : {own, at.ids})
      if (TableReader::text_of(sheet.at(row, column)) != content.lines[i].id) return false;
  }
  return true;
}

}  // namespace steward::plan
