#include "snapshot_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace steward::support {
namespace {

using workbook::Area;
using workbook::Format;

std::string plain_text(std::string_view field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      text += field[i];
      continue;
    }
    const char next = field[++i];
    text += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next;
  }
  return text;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t from = 0;;) {
    const auto to = line.find('\t', from);
    fields.push_back(plain_text(std::string_view(line).substr(from, to - from)));
    if (to == std::string::npos) return fields;
    from = to + 1;
  }
}

Format format_of(const std::string& code) {
  switch (code.empty() ? 'g' : code[0]) {
    case 'n': return Format::number;
    case 'p': return Format::percent;
    case 'c': return Format::currency;
    case 'd': return Format::date;
    case 't': return Format::time;
    case 'x': return Format::text;
    case 'b': return Format::boolean;
    default: return Format::general;
  }
}

void read_cell(workbook::Sheet& sheet, const std::vector<std::string>& fields) {
  const int row = std::stoi(fields[1]), column = std::stoi(fields[2]);
  if (fields[3] == "n") {
    sheet.set_number(row, column, std::stod(fields[5]), format_of(fields[4]));
  } else if (fields[3] == "s") {
    sheet.set_text(row, column, fields[5]);
  } else {
    sheet.set_error(row, column, fields[5]);
  }
  if (fields.size() > 6 && !fields[6].empty()) sheet.set_formula(row, column, fields[6]);
}

void read_record(workbook::Snapshot& snapshot, const std::vector<std::string>& fields) {
  const auto number = [&](std::size_t i) { return std::stoi(fields.at(i)); };
  const std::string& kind = fields[0];
  if (kind == "S") {
    snapshot.sheets.emplace_back(fields[1], number(2), number(3)).hidden = fields[4] == "1";
  } else if (kind == "R" || kind == "T") {
    (kind == "R" ? snapshot.names : snapshot.tables).push_back({fields[1], Area{number(2), number(3), number(4), number(5), number(6)}});
  } else if (kind == "N") {
    snapshot.null_year = number(1);
    snapshot.null_month = number(2);
    snapshot.null_day = number(3);
  }
  if (snapshot.sheets.empty()) return;
  workbook::Sheet& sheet = snapshot.sheets.back();
  const int index = static_cast<int>(snapshot.sheets.size()) - 1;
  if (kind == "C") read_cell(sheet, fields);
  if (kind == "B") sheet.bold.emplace_back(number(1), number(2));
  if (kind == "U") sheet.unit[{number(1), number(2)}] = fields[3];
  if (kind == "M") sheet.merges.push_back({index, number(1), number(2), number(3), number(4)});
  if (kind == "HR") sheet.hidden_rows.emplace_back(number(1), number(2));
  if (kind == "HC") sheet.hidden_columns.emplace_back(number(1), number(2));
  if (kind == "O") sheet.row_outline[number(1)] = number(2);
}

}  // namespace

workbook::Snapshot read_snapshot(std::istream& in) {
  workbook::Snapshot snapshot;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) read_record(snapshot, fields_of(line));
  }
  for (auto& sheet : snapshot.sheets) std::ranges::sort(sheet.bold);
  return snapshot;
}

}  // namespace steward::support
