#pragma once

#include "plan/control_places.hpp"
#include "plan/control_sheet.hpp"

namespace steward::plan {

/// For each line over recoveries, beside the block of balances: by how much it may be over its budget until they are in,
/// as control::relief_of reckons it, in live formulas.
void write_recoveries(SheetBuilder& sheet, const ControlSheet& content, control::LineBook& lines, const control_block::Places& at);

}  // namespace steward::plan
