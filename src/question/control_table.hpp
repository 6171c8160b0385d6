#pragma once

#include <optional>

#include "question/facts.hpp"

namespace steward::question {

/// The Control sheet of a controlled workbook, by the headers of its table in either language: one line a row up to the
/// rows that check the totals. Nothing when the range is another table.
std::optional<Facts> read_control_table(const Table& table);

}  // namespace steward::question
