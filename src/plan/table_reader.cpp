#include "plan/table_reader.hpp"

#include "numeral.hpp"
#include "words/phrases/book.gen.hpp"

namespace steward::plan {

Date null_date(const workbook::Snapshot& book) {
  return date(book.null_year, static_cast<unsigned>(book.null_month), static_cast<unsigned>(book.null_day));
}

bool is_controlled(const workbook::Snapshot& book) {
  return book.table(tables::control.name) || book.table(tables::settings.name);
}

std::string TableReader::text_of(const workbook::Cell& cell) {
  if (cell.kind == workbook::CellKind::number) return numeral(cell.number);
  return std::string(cell.text);
}

Fault TableReader::unreadable(int row, std::string_view what) const {
  return refused(phrase::table_row_unreadable,
                 {std::string(title()), std::to_string(area_.top + 2 + row), std::string(what)});
}

Result<TableReader> TableReader::open(const workbook::Snapshot& book, const tables::Description& description,
                                      std::size_t dimensions, Language language) {
  const auto* found = book.table(description.name);
  if (!found) return refused(phrase::table_missing, {std::string(description.sheet(language))});
  const auto& sheet = book.sheets.at(static_cast<std::size_t>(found->area.sheet));
  TableReader reader(sheet, found->area, tables::Layout(description, dimensions), plan::null_date(book));
  const auto width = static_cast<std::size_t>(found->area.right - found->area.left + 1);
  const bool is_older = width < reader.layout_.width() && width >= description.first && description.first < description.columns.size();
  if (is_older) reader.columns_ = width;
  for (std::size_t place = 0; place < reader.columns_; ++place) {
    const auto& column = reader.layout_.column_at(place);
    const auto header = text_of(sheet.at(found->area.top, found->area.left + static_cast<int>(place)));
    const bool is_own = column.type == tables::ColumnType::dimension;
    if (is_own || header == column.english || header == column.chinese) continue;
    return refused(phrase::table_damaged,
                   {sheet.name(), std::to_string(place + 1), std::string(column.header(language)), header});
  }
  if (sheet.at(found->area.bottom, found->area.left).text != tables::end_mark)
    return refused(phrase::table_without_end, {sheet.name(), std::string(tables::end_mark)});
  return reader;
}

}  // namespace steward::plan
