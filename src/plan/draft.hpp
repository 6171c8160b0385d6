#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/command.hpp"
#include "plan/control_book.hpp"

/// The user's own budget cells, the draft, beside what was approved of them.
namespace steward::plan {

using Phasing = std::map<control::PeriodNumber, Money>;

Money sum(const Phasing& phasing);

/// What is approved for a line beside transfers and what was carried in: original + supplements, by period.
Phasing approved_budget(ControlBook& control, control::LineNumber line);

/// A line of the draft that is not what is approved for it.
struct DraftDifference {
  std::optional<control::LineNumber> line;  ///< nothing: the draft has a line that is not under control
  std::vector<std::string> key;
  std::optional<workbook::Position> at;     ///< its first row on the user's sheet; nothing when the line is gone from there
  Phasing change;                           ///< draft less approved, by period, where it is not zero
  Nature nature = Nature::expense;          ///< of a line that is not under control yet
  Money total;                              ///< of the change, zero when only the phasing differs; of a line that is gone, what stays approved
};

struct Draft {
  std::vector<workbook::Area> areas;
  std::vector<Phasing> figures;  ///< by line under control; of a line that is gone, as they were approved last
  std::vector<DraftDifference> differences;
};

/// Reads the draft again as it was read at set-up, and compares it. A line whose cells are as they were approved last, by
/// the original or by a revision, is left alone, whatever supplements it got since; any other line is to become what its
/// cells say, beside its transfers and what was carried in: change = draft − (original + supplements). A line that is
/// gone from the draft stays approved: to cut it, its cells say 0. The ledger must have been replayed. Faults: refused when the table is gone or cannot be read.
Result<Draft> read_draft(const Request& request, ControlBook& control);

/// The figures of a version, by line; its drafts are kept whole, so that versions can be compared line by line.
std::vector<Phasing> figures_of(ControlBook& control, std::string_view version);

/// What approval of these figures would change today, by line and period: figure less original and supplements so far,
/// for the lines in which they differ from the draft that was approved last. `version` is the name of the figures when
/// they are a version themselves, which then does not count as the one approved last.
std::map<control::LineNumber, Phasing> changes_by(ControlBook& control, const std::vector<Phasing>& figures,
                                                  std::string_view version = {});

/// "V3": the version after the last one in the table.
std::string next_version(const ControlBook& control);

}  // namespace steward::plan
