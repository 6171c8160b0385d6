#pragma once

#include <com/sun/star/util/XNumberFormats.hpp>
#include <map>

#include "document/book.hpp"

namespace steward::document {

/// What formats tell of the meaning of cells: dates, percentages, currencies, bold totals, merged headings.
/// Calc keeps formats by stretches of equal cells, and so they are read.
class FormatReader {
 public:
  explicit FormatReader(const Book& book);
  void read(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, int index);

 private:
  struct Meaning {
    workbook::Format format = workbook::Format::general;
    std::string unit;
  };
  const Meaning& meaning(sal_Int32 key);

  Reference<css::util::XNumberFormats> formats_;
  std::map<sal_Int32, Meaning> meanings_;
};

}  // namespace steward::document
