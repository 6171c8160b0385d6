#pragma once

#include "document/book.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Rules that Calc itself keeps for cells: their colour and their words by what they hold, and what may be typed into them.
void show_words(const Book& book, const plan::ShowWords& edit);
void colour_where(const Book& book, const plan::ColourWhere& edit);
void warn_when_typed(const Book& book, const plan::WarnWhenTyped& edit);

}  // namespace steward::document
