#pragma once

#include <map>
#include <string>

#include "control/line.hpp"
#include "plan/settings.hpp"

/// What a line of the Control sheet is: its nature, its key and its owner decide what controls it. They stand on a sheet
/// into which anybody can type, so they are treated as settings that control: the log proves the ones in force.
namespace steward::plan {

/// The row of settings by which a line is logged: setting "line", item its id, "expense Sales / Travel".
Settings::Entry line_entry(const control::Line& line);

/// Adds what the rows of Control say to the settings as typed: "line" for each, "owner" where one is named.
void add_typed_lines(const TableReader& control, std::size_t dimensions, Settings& typed);

/// The lines as they are in force, row by row of Control. A row that was typed there and that no log knows is no line:
/// its key is one that no posting has. Faults: refused at a row without an id or nature.
Result<std::vector<control::Line>> lines_in_force(const TableReader& control, std::size_t dimensions, const Settings& in_force,
                                                  Language language);

}  // namespace steward::plan
