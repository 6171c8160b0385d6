#include "document/cell_writer.hpp"

#include <algorithm>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDateMode.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/FillMode.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <future>
#include <optional>

#include "document/pieces.hpp"
#include "document/places.hpp"
#include "document/row_heights.hpp"
#include "workbook/relative.hpp"

namespace steward::document {
namespace {

// Calc's cost for an array of formulas grows with the square of its length; short pieces keep it linear.
constexpr std::size_t formulas_at_a_time = 200;
constexpr std::size_t rows_at_a_time = 8192;
constexpr std::size_t many_rows = 500;

bool is_formula(const plan::Content& content) { return std::holds_alternative<plan::Formula>(content); }

class ContentToAny {
 public:
  explicit ContentToAny(const Book& book) : null_date_(null_date(book)) {}
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

// How a column goes on downwards.
enum class Course { blank, any, constant, numbered };

// Columns beside each other that are written alike.
struct Stretch {
  std::size_t first = 0, last = 0;
  Course course = Course::any;
  bool is_filled() const { return course == Course::constant || course == Course::numbered; }
};

// "P17" as "P" and 17; nothing where the office would go on in another way.
std::optional<std::pair<std::string, long>> numbered_text(const plan::Content& content) {
  const auto* text = std::get_if<std::string>(&content);
  if (!text) return std::nullopt;
  const std::size_t digits = text->find_last_not_of("0123456789") + 1;
  constexpr std::size_t most_digits = 8;
  const bool is_word = std::all_of(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(digits), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  if (digits == 0 || !is_word || digits == text->size() || text->size() - digits > most_digits || (*text)[digits] == '0') return std::nullopt;
  return std::pair(text->substr(0, digits), std::stol(text->substr(digits)));
}

// What the first row of a column promises of the others, as long as they keep it.
class ColumnCourse {
 public:
  ColumnCourse(const plan::Content& first, bool has_many_rows)
      : first_(first), numbered_(has_many_rows ? numbered_text(first) : std::nullopt), has_value_(is_value(first)), is_constant_(has_many_rows) {}

  void go_on(const plan::Content& content) {
    has_value_ = has_value_ || is_value(content);
    if (is_constant_ && content != first_) is_constant_ = false;
    if (!numbered_) return;
    const auto* text = std::get_if<std::string>(&content);
    if (!text || *text != numbered_->first + std::to_string(++numbered_->second)) numbered_.reset();
  }
  bool is_any() const { return has_value_ && !is_constant_ && !numbered_; }
  Course course() const {
    if (!has_value_) return Course::blank;
    return is_constant_ ? Course::constant : numbered_ ? Course::numbered : Course::any;
  }

 private:
  const plan::Content& first_;
  std::optional<std::pair<std::string, long>> numbered_;
  bool has_value_, is_constant_;
};

// How many rows of a column say something of their own.
std::size_t rows_to_look_at(const plan::Block& block, std::size_t) { return block.rows(); }
std::size_t rows_to_look_at(const plan::RowsByColumn& rows, std::size_t column) { return rows.is_constant(column) ? 1 : rows.rows(); }

template <class Cells>
Course course_of(const Cells& block, std::size_t column) {
  ColumnCourse course(block.at(0, column), block.rows() >= many_rows);
  const std::size_t rows = rows_to_look_at(block, column);
  for (std::size_t r = 1; r < rows && !course.is_any(); ++r) course.go_on(block.at(r, column));
  return course.course();
}

// The columns in which any row holds a value. What is blank all the way down is cleared at once: a ledger is half blank, and
// a cell costs the office the same whether it is blank or not.
template <class Cells>
std::vector<Stretch> filled_columns(const Cells& block) {
  std::vector<Stretch> stretches;
  for (std::size_t c = 0; c < block.columns(); ++c) {
    const Course course = course_of(block, c);
    if (course == Course::blank) continue;
    if (!stretches.empty() && stretches.back().last + 1 == c && stretches.back().course == course) stretches.back().last = c;
    else stretches.push_back({c, c, course});
  }
  return stretches;
}

// Some rows of a stretch as the office takes them.
template <class Cells>
Sequence<Sequence<Any>> any_rows(const ContentToAny& to_any, const Cells& block, const Stretch& stretch, std::size_t top, std::size_t count) {
  Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(count));
  auto* line = rows.getArray();
  for (std::size_t r = 0; r < count; ++r, ++line) {
    line->realloc(static_cast<sal_Int32>(stretch.last - stretch.first + 1));
    auto* cell = line->getArray();
    for (std::size_t c = stretch.first; c <= stretch.last; ++c) *cell++ = std::visit(to_any, block.at(top + r, c));
  }
  return rows;
}

// The next piece is made ready by another thread while the office takes this one.
template <class Cells>
void write_columns(const ContentToAny& to_any, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                   const Cells& block, const Stretch& stretch, plan::Course* progress) {
  const std::size_t rows = stretch.is_filled() ? 1 : block.rows();
  const auto piece = [&](std::size_t top) {
    return std::async(rows > rows_at_a_time ? std::launch::async : std::launch::deferred,
                      [&, top] { return any_rows(to_any, block, stretch, top, std::min(rows_at_a_time, rows - top)); });
  };
  auto next = piece(0);
  for (std::size_t top = 0; top < rows; top += rows_at_a_time) {
    const auto cells = next.get();
    if (top + rows_at_a_time < rows) next = piece(top + rows_at_a_time);
    const int start = row + static_cast<int>(top);
    const auto range = sheet->getCellRangeByPosition(column + static_cast<int>(stretch.first), start, column + static_cast<int>(stretch.last),
                                                     start + cells.getLength() - 1);
    as<css::sheet::XCellRangeData>(range)->setDataArray(cells);
    piece_done(progress, static_cast<std::size_t>(cells.getLength()) * (stretch.last - stretch.first + 1));
  }
}

// Copying a cell down, or counting on from it, takes a third of the time that writing it again does.
template <class Cells>
void fill_down(const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const Cells& block, const Stretch& stretch) {
  const auto range = sheet->getCellRangeByPosition(column + static_cast<int>(stretch.first), row, column + static_cast<int>(stretch.last),
                                                   row + static_cast<int>(block.rows()) - 1);
  const auto series = as<css::sheet::XCellSeries>(range);
  if (stretch.course == Course::numbered)
    series->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
  else
    series->fillSeries(css::sheet::FillDirection_TO_BOTTOM, css::sheet::FillMode_SIMPLE, css::sheet::FillDateMode_FILL_DATE_DAY, 0, 0);
}

// A list of words that the user keeps for filling may go on otherwise than by counting.
template <class Cells>
bool is_counted_on(const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const Cells& block, const Stretch& stretch) {
  const std::size_t last = block.rows() - 1;
  for (std::size_t c = stretch.first; c <= stretch.last; ++c) {
    const auto cell = sheet->getCellByPosition(column + static_cast<int>(c), row + static_cast<int>(last));
    if (to_utf8(as<css::text::XText>(cell)->getString()) != std::get<std::string>(block.at(last, c))) return false;
  }
  return true;
}

template <class Cells>
void write_stretch(const ContentToAny& to_any, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                   const Cells& block, const Stretch& stretch, plan::Course* progress) {
  write_columns(to_any, sheet, row, column, block, stretch, progress);
  if (!stretch.is_filled()) return;
  fill_down(sheet, row, column, block, stretch);
  if (stretch.course == Course::numbered && !is_counted_on(sheet, row, column, block, stretch))
    write_columns(to_any, sheet, row, column, block, {stretch.first, stretch.last, Course::any}, progress);
}

template <class Cells>
void clear_values(const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const Cells& block) {
  constexpr sal_Int32 contents = css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME |
                                 css::sheet::CellFlags::STRING | css::sheet::CellFlags::FORMULA;
  const auto range = sheet->getCellRangeByPosition(column, row, column + static_cast<int>(block.columns()) - 1,
                                                   row + static_cast<int>(block.rows()) - 1);
  as<css::sheet::XSheetOperation>(range)->clearContents(contents);
}

template <class Cells>
void write_values(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                  const Cells& block, plan::Course* progress) {
  const ContentToAny to_any(book);
  for (const auto& stretch : filled_columns(block)) write_stretch(to_any, sheet, row, column, block, stretch, progress);
}

// Formulas beside and below each other.
struct Patch {
  std::size_t top, left, rows, columns;
};

bool is_formula_row(const plan::Block& block, std::size_t row, std::size_t left, std::size_t columns) {
  for (std::size_t c = left; c < left + columns; ++c)
    if (!is_formula(block.at(row, c))) return false;
  return (left == 0 || !is_formula(block.at(row, left - 1))) && (left + columns == block.columns() || !is_formula(block.at(row, left + columns)));
}

std::vector<Patch> patches_of(const plan::Block& block) {
  std::vector<Patch> patches;
  for (std::size_t r = 0; r < block.rows(); ++r) {
    for (std::size_t c = 0; c < block.columns(); ++c) {
      if (!is_formula(block.at(r, c))) continue;
      std::size_t end = c;
      while (end < block.columns() && is_formula(block.at(r, end))) ++end;
      const std::size_t columns = end - c;
      if (r == 0 || !is_formula_row(block, r - 1, c, columns)) {
        std::size_t bottom = r + 1;
        while (bottom < block.rows() && is_formula_row(block, bottom, c, columns)) ++bottom;
        patches.push_back({r, c, bottom - r, columns});
      }
      c = end;
    }
  }
  return patches;
}

class FormulaWriter {
 public:
  FormulaWriter(const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const plan::Block& block)
      : sheet_(sheet), row_(row), column_(column), block_(block) {}

  // Where the same formulas go on downwards they are copied, which costs the office a tenth of reading their texts.
  void write(const Patch& patch) const {
    std::size_t written = patch.top;
    for (std::size_t r = patch.top; r < patch.top + patch.rows;) {
      std::size_t end = r + 1;
      while (end < patch.top + patch.rows && is_same(patch, r, end)) ++end;
      if (end - r >= worth_filling) {
        write_texts({written, patch.left, r + 1 - written, patch.columns});
        fill({r, patch.left, end - r, patch.columns});
        written = end;
      }
      r = end;
    }
    write_texts({written, patch.left, patch.top + patch.rows - written, patch.columns});
  }

 private:
  static constexpr std::size_t worth_filling = 4;

  std::string seen(std::size_t r, std::size_t c) const {
    return workbook::seen_from(std::get<plan::Formula>(block_.at(r, c)).text, row_ + static_cast<int>(r), column_ + static_cast<int>(c));
  }
  bool is_same(const Patch& patch, std::size_t one, std::size_t other) const {
    for (std::size_t c = patch.left; c < patch.left + patch.columns; ++c)
      if (seen(one, c) != seen(other, c)) return false;
    return true;
  }
  Reference<css::table::XCellRange> cells(const Patch& patch) const {
    const int top = row_ + static_cast<int>(patch.top), left = column_ + static_cast<int>(patch.left);
    return sheet_->getCellRangeByPosition(left, top, left + static_cast<int>(patch.columns) - 1, top + static_cast<int>(patch.rows) - 1);
  }
  void write_texts(Patch patch) const {
    const std::size_t end = patch.top + patch.rows;
    for (; patch.top < end; patch.top += patch.rows) {
      patch.rows = std::min(formulas_at_a_time, end - patch.top);
      Sequence<Sequence<rtl::OUString>> rows(static_cast<sal_Int32>(patch.rows));
      auto* line = rows.getArray();
      for (std::size_t r = 0; r < patch.rows; ++r, ++line) {
        line->realloc(static_cast<sal_Int32>(patch.columns));
        auto* cell = line->getArray();
        for (std::size_t c = 0; c < patch.columns; ++c)
          *cell++ = to_office(std::get<plan::Formula>(block_.at(patch.top + r, patch.left + c)).text);
      }
      as<css::sheet::XCellRangeFormula>(cells(patch))->setFormulaArray(rows);
    }
  }
  void fill(const Patch& patch) const {
    as<css::sheet::XCellSeries>(cells(patch))->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
  }

  const Reference<css::sheet::XSpreadsheet>& sheet_;
  int row_, column_;
  const plan::Block& block_;
};

Reference<css::uno::XInterface> rows_of(const Reference<css::sheet::XSpreadsheet>& sheet, int top, int bottom) {
  return as<css::table::XColumnRowRange>(sheet->getCellRangeByPosition(0, top, 0, bottom))->getRows();
}

// Rows of data are all as high as they are; the first may be a header, and is measured when all is written.
void keep_heights(const Reference<css::sheet::XSpreadsheet>& sheet, int row, std::size_t rows) {
  set_property(rows_of(sheet, row + 1, row + static_cast<int>(rows) - 1), "OptimalHeight", Any(false));
}
void measure_first(const Reference<css::sheet::XSpreadsheet>& sheet, int row) {
  const auto first = rows_of(sheet, row, row);
  if (property<bool>(first, "OptimalHeight")) set_property(first, "OptimalHeight", Any(true));
}

void write_all(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
               const plan::Block& block, plan::Course* progress) {
  clear_values(sheet, row, column, block);
  write_values(book, sheet, row, column, block, progress);
  const FormulaWriter formulas(sheet, row, column, block);
  for (const auto& patch : patches_of(block)) {
    formulas.write(patch);
    piece_done(progress, patch.rows * patch.columns);
  }
}

}  // namespace

void write_block(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                 const plan::Block& block, plan::Course* progress) {
  if (block.size() == 0) return;
  if (block.rows() < many_rows) return write_all(book, sheet, row, column, block, progress);
  keep_heights(sheet, row, block.rows());
  {
    const HeightsAsTheyAre heights(book);
    write_all(book, sheet, row, column, block, progress);
  }
  measure_first(sheet, row);
}

void write_rows(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const plan::RowsByColumn& rows,
                plan::Course* progress) {
  if (rows.size() == 0) return;
  if (rows.rows() > 1) keep_heights(sheet, row, rows.rows());
  {
    const HeightsAsTheyAre heights(book);
    write_values(book, sheet, row, column, rows, progress);
  }
  measure_first(sheet, row);
}

}  // namespace steward::document
