#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <vector>

#include "functions/call.hpp"

namespace css = com::sun::star;

/// Between Calc's values and ours: the only code that knows both.
namespace steward::functions {

Argument to_argument(const css::uno::Any& any);
/// A ledger: its dates count from the null date of `document`.
Argument to_argument(const css::uno::Reference<css::table::XCellRange>& range,
                     const css::uno::Reference<css::beans::XPropertySet>& document);

/// Calls the function and gives Calc its value, its table or the error that tells what is wrong.
/// `document` carries the null date and the language where the function has to do with them; `shown` is the language
/// of the user interface, which decides where the document does not tell.
css::uno::Any answer(const Function& function, const std::vector<Argument>& arguments,
                     const css::uno::Reference<css::beans::XPropertySet>& document, const css::lang::Locale& shown);

}  // namespace steward::functions
