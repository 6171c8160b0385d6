#pragma once

#include "plan/control_book.hpp"
#include "plan/control_sheet.hpp"

namespace steward::plan {

/// The lines in the order of the Control table, as it has them.
std::vector<control::Line> lines_of(const ControlBook& control);

/// What the Control sheet of a workbook under control is made from: these lines, and whether an approved original stands
/// behind each.
ControlSheet content_of(const ControlBook& control, std::vector<control::Line> lines);

/// Whether the lines of a Control sheet still stand where they were written, in their order.
bool stands_as_made(const workbook::Sheet& sheet, const ControlSheet& content);

}  // namespace steward::plan
