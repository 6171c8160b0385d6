#pragma once

#include "document/book.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Gives a sheet its page: paper, print area, repeated rows, header and footer with page numbers.
void set_up_page(const Book& book, const plan::PrintSetup& setup);

}  // namespace steward::document
