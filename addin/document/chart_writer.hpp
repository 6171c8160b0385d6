#pragma once

#include "document/book.hpp"
#include "plan/chart.hpp"

namespace steward::document {

/// Makes the chart of an edit. Series of one kind become one chart type of the same axes.
void add_chart(const Context& context, const Book& book, const plan::AddChart& edit);

}  // namespace steward::document
