#include "plan/sheet_builder.hpp"

#include <algorithm>

#include "words/keywords.hpp"

namespace steward::plan {
namespace {

using tables::ColumnType;

Style style_of(ColumnType type) {
  switch (type) {
    case ColumnType::amount:
      return Style::amount;
    case ColumnType::rate:
      return Style::rate;
    case ColumnType::date:
      return Style::date;
    case ColumnType::hash:
      return Style::hash;
    default:
      return Style::text;
  }
}

double width_of(ColumnType type) {
  switch (type) {
    case ColumnType::dimension:
      return 42;
    case ColumnType::text:
      return 34;
    case ColumnType::time:
      return 40;
    case ColumnType::amount:
    case ColumnType::date:
    case ColumnType::period:
    case ColumnType::key:
      return 27;
    case ColumnType::hash:
      return 60;
    default:
      return 22;
  }
}

// In the usual font and size: letters are on the average half as wide as they are high, those of Chinese as wide as high.
double width_of(std::string_view text) {
  constexpr double margin = 5, of_a_letter = 2.0, of_a_wide_one = 3.6;
  constexpr unsigned char first_of_three_bytes = 0xE2;
  double width = margin;
  for (const unsigned char byte : text)
    if ((byte & 0xC0) != 0x80) width += byte > first_of_three_bytes ? of_a_wide_one : of_a_letter;
  return width;
}

}  // namespace

std::string column_name(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters += static_cast<char>('A' + (rest - 1) % 26);
  std::ranges::reverse(letters);
  return letters;
}

std::string cell_name(int row, int column) {
  return "$" + column_name(column) + "$" + std::to_string(row + 1);
}

std::string range_name(int top, int left, int bottom, int right) {
  return cell_name(top, left) + ":" + cell_name(bottom, right);
}

std::string free_title(const workbook::Snapshot& book, std::string_view wanted) {
  const auto is_taken = [&](const std::string& title) {
    return std::ranges::any_of(book.sheets, [&](const auto& sheet) { return folded(sheet.name()) == folded(title); });
  };
  std::string title(wanted);
  for (int number = 1; is_taken(title); ++number)
    title = std::string(wanted) + (number == 1 ? " (Steward)" : " (Steward " + std::to_string(number) + ")");
  return title;
}

SheetBuilder::SheetBuilder(std::vector<Edit>& edits, std::string title, Language language)
    : edits_(edits), title_(std::move(title)), language_(language) {}

void SheetBuilder::write(int row, int column, std::vector<Row> rows) {
  Block block;
  for (auto& cells : rows) block.append(std::move(cells));
  edits_.push_back(Write{title_, row, column, std::move(block)});
}

void SheetBuilder::paint(int top, int left, int bottom, int right, Style style) {
  if (bottom >= top && right >= left) edits_.push_back(Paint{title_, top, left, bottom, right, style});
}

void SheetBuilder::width_for(int column, const std::vector<Row>& rows, double least, double most) {
  double widest = least;
  for (const Row& row : rows)
    if (const auto* text = static_cast<std::size_t>(column) < row.size() ? std::get_if<std::string>(&row[static_cast<std::size_t>(column)]) : nullptr)
      widest = std::max(widest, width_of(*text));
  width(column, std::min(widest, most));
}

void SheetBuilder::width(int column, double millimetres) {
  edits_.push_back(ColumnWidth{title_, column, millimetres});
}

void SheetBuilder::table(const NewTable& table) {
  const tables::Layout layout(*table.description, table.dimensions.size());
  const int width = static_cast<int>(layout.width()), rows = static_cast<int>(table.rows.size()) + table.open_rows;
  const int end = table.top + rows + 1;
  for (int column = 0; column < width; ++column) {
    const auto type = layout.column_at(static_cast<std::size_t>(column)).type;
    paint(table.top + 1, column, end - 1, column, style_of(type));
    this->width(column, width_of(type));
  }
  if (language_ == Language::chinese) show_words(layout, table.top, end);
  if (table.open_rows > 0) paint(end - table.open_rows, 0, end - 1, width - 1, Style::input);
  paint(table.top, 0, table.top, width - 1, Style::header);
  paint(end, 0, end, width - 1, Style::sentinel);
  std::vector<Row> cells;
  Row header;
  for (auto& text : layout.headers(language_, table.dimensions)) header.emplace_back(std::move(text));
  cells.push_back(std::move(header));
  for (const auto& row : table.rows) {
    cells.push_back(row);
    cells.back().resize(static_cast<std::size_t>(width));
  }
  cells.resize(cells.size() + static_cast<std::size_t>(table.open_rows) + 1, Row(static_cast<std::size_t>(width)));
  cells.back().front() = std::string(tables::end_mark);
  edits_.push_back(NameTable{std::string(table.description->name), title_, table.top, 0, end, width - 1});
  edits_.push_back(NameArea{table.description->cells(), title_, table.top, 0, end, width - 1});
  write(table.top, 0, std::move(cells));
  edits_.push_back(Freeze{title_, table.top + 1,
                          table.description == &tables::control ? 1 + static_cast<int>(table.dimensions.size()) : 1});
}

// The codes are words of English. The header is taken in, so that rows above the end row come to stand among the cells.
void SheetBuilder::show_words(const tables::Layout& layout, int top, int bottom) {
  for (std::size_t at = 0; at < layout.width(); ++at) {
    const auto& known = layout.column_at(at).words;
    if (known.empty()) continue;
    ShowWords edit{title_, top, static_cast<int>(at), bottom, static_cast<int>(at), {}};
    for (const auto& [code, word] : known) edit.words.emplace_back(code, word);
    edits_.push_back(std::move(edit));
  }
}

void SheetBuilder::finish(int bottom, int right, int repeat_top, int repeat_bottom) {
  PrintSetup print{title_};
  print.repeat_top = repeat_top;
  print.repeat_bottom = repeat_bottom;
  print.bottom = bottom;
  print.right = right;
  print.header = title_;
  edits_.push_back(std::move(print));
  edits_.push_back(Protect{title_});
}

}  // namespace steward::plan
