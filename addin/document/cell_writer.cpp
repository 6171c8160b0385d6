#include "document/cell_writer.hpp"

#include <algorithm>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/Date.hpp>

namespace steward::document {
namespace {

// Calc's cost for an array of formulas grows with the square of its length; short pieces keep it linear.
constexpr std::size_t formulas_at_a_time = 200;
constexpr std::size_t rows_at_a_time = 8192;
constexpr std::size_t many_rows = 500;

bool is_formula(const plan::Content& content) { return std::holds_alternative<plan::Formula>(content); }

class ContentToAny {
 public:
  explicit ContentToAny(const Book& book) {
    const auto day = property<css::util::Date>(book.document(), "NullDate");
    null_date_ = date(day.Year, day.Month, day.Day);
  }
  // An empty text leaves the cell empty; no value at all would make it an error.
  Any operator()(Blank) const { return Any(rtl::OUString()); }
  Any operator()(double number) const { return Any(number); }
  Any operator()(const std::string& text) const { return Any(to_office(text)); }
  Any operator()(Date day) const { return Any(static_cast<double>((day - null_date_).count())); }
  Any operator()(const plan::Formula&) const { return Any(rtl::OUString()); }

 private:
  Date null_date_;
};

bool is_value(const plan::Content& content) {
  return !std::holds_alternative<Blank>(content) && !is_formula(content);
}

// First and last of each stretch of columns in which any row holds a value. What is blank all the way down is cleared at
// once: a ledger is half blank, and a cell costs the office the same whether it is blank or not.
std::vector<std::pair<std::size_t, std::size_t>> filled_columns(const plan::Block& block) {
  std::vector<std::pair<std::size_t, std::size_t>> stretches;
  for (std::size_t c = 0; c < block.columns(); ++c) {
    std::size_t r = 0;
    while (r < block.rows() && !is_value(block.at(r, c))) ++r;
    if (r == block.rows()) continue;
    if (!stretches.empty() && stretches.back().second + 1 == c) stretches.back().second = c;
    else stretches.emplace_back(c, c);
  }
  return stretches;
}

void write_columns(const ContentToAny& to_any, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                   const plan::Block& block, std::size_t first, std::size_t last) {
  for (std::size_t top = 0; top < block.rows(); top += rows_at_a_time) {
    const std::size_t count = std::min(rows_at_a_time, block.rows() - top);
    Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(count));
    auto* line = rows.getArray();
    for (std::size_t r = 0; r < count; ++r, ++line) {
      line->realloc(static_cast<sal_Int32>(last - first + 1));
      auto* cell = line->getArray();
      for (std::size_t c = first; c <= last; ++c) *cell++ = std::visit(to_any, block.at(top + r, c));
    }
    const int start = row + static_cast<int>(top);
    const auto range = sheet->getCellRangeByPosition(column + static_cast<int>(first), start, column + static_cast<int>(last),
                                                     start + static_cast<int>(count) - 1);
    as<css::sheet::XCellRangeData>(range)->setDataArray(rows);
  }
}

void write_values(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                  const plan::Block& block) {
  constexpr sal_Int32 contents = css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME |
                                 css::sheet::CellFlags::STRING | css::sheet::CellFlags::FORMULA;
  const auto range = sheet->getCellRangeByPosition(column, row, column + static_cast<int>(block.columns()) - 1,
                                                   row + static_cast<int>(block.rows()) - 1);
  as<css::sheet::XSheetOperation>(range)->clearContents(contents);
  const ContentToAny to_any(book);
  for (const auto& [first, last] : filled_columns(block)) write_columns(to_any, sheet, row, column, block, first, last);
}

// One stretch of formulas in a column.
void write_formulas(const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const plan::Block& block,
                    std::size_t top, std::size_t count, std::size_t at) {
  Sequence<Sequence<rtl::OUString>> rows(static_cast<sal_Int32>(count));
  auto* line = rows.getArray();
  for (std::size_t r = 0; r < count; ++r, ++line) {
    line->realloc(1);
    line->getArray()[0] = to_office(std::get<plan::Formula>(block.at(top + r, at)).text);
  }
  const int first = row + static_cast<int>(top), place = column + static_cast<int>(at);
  const auto range = sheet->getCellRangeByPosition(place, first, place, first + static_cast<int>(count) - 1);
  as<css::sheet::XCellRangeFormula>(range)->setFormulaArray(rows);
}

// The office measures the height of every row that is written to, which takes longer than the writing. Rows of data are all
// as high as they are; the first may be a header.
void keep_heights(const Reference<css::sheet::XSpreadsheet>& sheet, int row, const plan::Block& block) {
  if (block.rows() < many_rows) return;
  const auto cells = sheet->getCellRangeByPosition(0, row + 1, 0, row + static_cast<int>(block.rows()) - 1);
  set_property(as<css::table::XColumnRowRange>(cells)->getRows(), "OptimalHeight", Any(false));
}

}  // namespace

void write_block(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                 const plan::Block& block) {
  if (block.size() == 0) return;
  keep_heights(sheet, row, block);
  write_values(book, sheet, row, column, block);
  for (std::size_t c = 0; c < block.columns(); ++c)
    for (std::size_t top = 0; top < block.rows();) {
      std::size_t end = top;
      while (end < block.rows() && end - top < formulas_at_a_time && is_formula(block.at(end, c))) ++end;
      if (end > top) write_formulas(sheet, row, column, block, top, end - top, c);
      top = std::max(end, top + 1);
    }
}

}  // namespace steward::document
