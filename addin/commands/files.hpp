#pragma once

#include "document/book.hpp"
#include "result.hpp"

namespace steward::commands {

/// From here on the document lives at the address, as .ods.
Outcome store_as_ods(const document::Book& book, const std::string& url);

/// One sheet as PDF.
Outcome export_pdf(const document::Book& book, const std::string& sheet, const std::string& url);

/// A copy in which every formula has become its value, as .xlsx or .ods by the ending of the address.
Outcome export_values(const Context& context, const document::Book& book, const std::string& url);

}  // namespace steward::commands
