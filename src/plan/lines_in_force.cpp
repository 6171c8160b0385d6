#include "plan/lines_in_force.hpp"

#include "plan/log_fields.hpp"

namespace steward::plan {
namespace {

using control::Line;
using tables::ControlColumn;

constexpr std::string_view part_mark = " / ";

std::string joined(const std::vector<std::string>& key) {
  std::string text;
  for (std::size_t i = 0; i < key.size(); ++i) (text += i == 0 ? "" : part_mark) += key[i];
  return text;
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;; from += part_mark.size()) {
    const auto end = std::min(text.find(part_mark, from), text.size());
    parts.emplace_back(text.substr(from, end - from));
    if (end == text.size()) return parts;
    from = end;
  }
}

Line typed_line(const TableReader& control, int row, std::size_t dimensions) {
  Line line{control.text(row, ControlColumn::line), {}, Nature::expense, control.text(row, ControlColumn::owner)};
  for (std::size_t i = 0; i < dimensions; ++i)
    line.key.push_back(TableReader::text_of(control.cell(row, control.layout().place(ControlColumn::dimensions) + i)));
  if (const auto nature = read_keyword<Nature>(control.text(row, ControlColumn::nature))) line.nature = nature.value();
  return line;
}

// What the log says of a line goes before what is typed. A key whose parts cannot be told apart any more is none.
void take_logged(Line& line, const std::string& logged) {
  if (line_entry(line).text == logged) return;
  const auto mark = logged.find(' ');
  if (const auto nature = read_keyword<Nature>(logged.substr(0, mark))) line.nature = nature.value();
  const std::string key = mark == std::string::npos ? std::string() : logged.substr(mark + 1);
  if (field_text(joined(line.key)) == key) return;
  auto parts = parts_of(key);
  const std::size_t dimensions = line.key.size();
  if (parts.size() == dimensions) line.key = std::move(parts);
  else line.key.assign(dimensions, "(" + line.id + ")");
}

}  // namespace

Settings::Entry line_entry(const Line& line) {
  return {line.id, field_text(std::string(code_of(line.nature)) + " " + joined(line.key)), {}, {}};
}

void add_typed_lines(const TableReader& control, std::size_t dimensions, Settings& typed) {
  for (int row = 0; row < control.rows(); ++row) {
    const Line line = typed_line(control, row, dimensions);
    if (line.id.empty()) continue;
    typed.add("line", line_entry(line));
    if (!line.owner.empty()) typed.add("owner", {line.id, line.owner, {}, {}});
  }
}

Result<std::vector<Line>> lines_in_force(const TableReader& control, std::size_t dimensions, const Settings& in_force,
                                         Language language) {
  std::map<std::string, std::string> logged, owners;
  for (const auto& entry : in_force.all("line")) logged[entry.item] = entry.text;
  for (const auto& entry : in_force.all("owner")) owners[entry.item] = entry.text;
  std::vector<Line> lines;
  for (int row = 0; row < control.rows(); ++row) {
    Line line = typed_line(control, row, dimensions);
    if (line.id.empty()) return control.unreadable(row, tables::control_columns[0].header(language));
    if (!read_keyword<Nature>(control.text(row, ControlColumn::nature)))
      return control.unreadable(row, control.text(row, ControlColumn::nature));
    const auto known = logged.find(line.id);
    if (known != logged.end()) take_logged(line, known->second);
    else line.key.assign(dimensions, "(" + line.id + ")");
    const auto owner = owners.find(line.id);
    line.owner = owner == owners.end() ? std::string() : owner->second;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace steward::plan
