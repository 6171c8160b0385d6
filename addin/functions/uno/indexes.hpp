#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Any.hxx>

#include "functions/argument.hpp"

namespace css = com::sun::star;

/// Indexes of ledgers, kept for each open document as long as it is open: no handle ever leads into another document.
namespace steward::functions {

/// Indexes the ledger and keeps the index for `document`.
Argument to_index(const css::uno::Reference<css::table::XCellRange>& ledger,
                  const css::uno::Reference<css::beans::XPropertySet>& document);

/// The index that a handle stands for in `document`. One that is not kept is made again from the cells at its address,
/// or from those of the same place on another sheet (sheets are renamed), and counts only when its hash is the one
/// wanted; else #N/A.
Argument to_index(const css::uno::Any& handle, const css::uno::Reference<css::beans::XPropertySet>& document);

}  // namespace steward::functions
