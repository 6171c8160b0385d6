#include "document/format_reader.hpp"

#include <algorithm>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace steward::document {
namespace {

using css::table::CellRangeAddress;
using workbook::Format;
namespace NumberFormat = css::util::NumberFormat;

// Units are told by the cells at the top of a column; a million of them would say nothing new.
constexpr int rows_with_units = 400;

Format format_of(sal_Int32 type) {
  if (type & NumberFormat::DATE) return Format::date;
  if (type & NumberFormat::TIME) return Format::time;
  if (type & NumberFormat::PERCENT) return Format::percent;
  if (type & NumberFormat::CURRENCY) return Format::currency;
  if (type & NumberFormat::TEXT) return Format::text;
  if (type & NumberFormat::LOGICAL) return Format::boolean;
  return type & NumberFormat::NUMBER ? Format::number : Format::general;
}

void add_merges(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, int index,
                const CellRangeAddress& area) {
  for (sal_Int32 row = area.StartRow; row <= std::min<sal_Int32>(area.EndRow, result.rows() - 1); ++row)
    for (sal_Int32 column = area.StartColumn; column <= std::min<sal_Int32>(area.EndColumn, result.columns() - 1); ++column) {
      const auto cell = as<css::sheet::XSheetCellRange>(sheet->getCellRangeByPosition(column, row, column, row));
      const auto cursor = sheet->createCursorByRange(cell);
      cursor->collapseToMergedArea();
      const auto merged = as<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
      result.merges.push_back({index, merged.StartRow, merged.StartColumn, merged.EndRow, merged.EndColumn});
    }
}

}  // namespace

FormatReader::FormatReader(const Book& book)
    : formats_(as<css::util::XNumberFormatsSupplier>(book.document())->getNumberFormats()) {}

const FormatReader::Meaning& FormatReader::meaning(sal_Int32 key) {
  const auto [entry, is_new] = meanings_.try_emplace(key);
  if (is_new) {
    const auto format = formats_->getByKey(key);
    entry->second.format = format_of(property<sal_Int16>(format, "Type"));
    if (entry->second.format == Format::currency) entry->second.unit = to_utf8(property<rtl::OUString>(format, "CurrencySymbol"));
  }
  return entry->second;
}

void FormatReader::read(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, int index) {
  const auto groups = as<css::sheet::XUniqueCellFormatRangesSupplier>(sheet)->getUniqueCellFormatRanges();
  for (sal_Int32 at = 0; at < groups->getCount(); ++at) {
    const auto group = as<css::sheet::XSheetCellRangeContainer>(groups->getByIndex(at).get<Reference<css::uno::XInterface>>());
    const auto areas = group->getRangeAddresses();
    if (!areas.hasElements()) continue;
    const Meaning& told = meaning(property<sal_Int32>(group, "NumberFormat"));
    const bool bold = property<float>(group, "CharWeight", css::awt::FontWeight::NORMAL) > css::awt::FontWeight::SEMIBOLD;
    const auto first = sheet->getCellRangeByPosition(areas[0].StartColumn, areas[0].StartRow, areas[0].StartColumn, areas[0].StartRow);
    const bool merged = as<css::util::XMergeable>(first)->getIsMerged();
    for (const auto& area : areas) {
      if (merged) add_merges(result, sheet, index, area);
      for (int column = area.StartColumn; column <= std::min<int>(area.EndColumn, result.columns() - 1); ++column)
        for (int row = area.StartRow; row <= std::min<int>(area.EndRow, result.rows() - 1); ++row) {
          result.set_format(row, column, told.format);
          if (bold) result.bold.emplace_back(row, column);
          if (!told.unit.empty() && row < rows_with_units) result.unit[{row, column}] = told.unit;
        }
    }
  }
  std::ranges::sort(result.bold);
}

}  // namespace steward::document
