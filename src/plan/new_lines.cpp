#include "plan/new_lines.hpp"

#include <algorithm>
#include <charconv>

#include "plan/control_content.hpp"

namespace steward::plan {
namespace {

using tables::ControlColumn;

int number_of(const std::string& id) {
  int number = 0;
  if (id.starts_with('L')) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

std::string id_of(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return "L" + std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

std::vector<NewLine> new_lines(const ControlBook& control, const Draft& draft) {
  int last = 0;
  std::size_t width = 3;
  const auto& table = control.table(tables::control);
  for (int row = 0; row < table.rows(); ++row) {
    const std::string id = table.text(row, ControlColumn::line);
    last = std::max(last, number_of(id));
    width = std::max(width, id.size() - std::min<std::size_t>(id.size(), 1));
  }
  std::vector<NewLine> found;
  for (const auto& difference : draft.differences) {
    if (difference.line) continue;
    found.push_back({{id_of(++last, width), difference.key, difference.nature, {}}, difference.change});
    found.back().line.key.resize(control.dimensions().size());
  }
  return found;
}

void add_lines(const ControlBook& control, const std::vector<NewLine>& added, std::vector<Edit>& edits) {
  const auto& table = control.table(tables::control);
  auto lines = lines_of(control);
  Block notes;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string note = table.text(row, ControlColumn::note);
    notes.append({note.empty() ? Content(Blank{}) : Content(note)});
  }
  for (const auto& one : added) lines.push_back(one.line);
  const std::string title = free_title(control.book(), tables::control.sheet(control.language()));
  edits.push_back(AddSheet{title});
  SheetBuilder sheet(edits, title, control.language());
  add_control_sheet(sheet, content_of(control, std::move(lines)), control.language());
  if (notes.rows() > 0)
    edits.push_back(Write{title, control_header_row + 1, static_cast<int>(table.layout().place(ControlColumn::note)), std::move(notes)});
  // The sheet keeps the title that it has, also one that the user gave it.
  edits.push_back(RemoveSheet{std::string(table.title())});
  edits.push_back(RenameSheet{title, std::string(table.title())});
}

}  // namespace steward::plan
