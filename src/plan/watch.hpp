#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"

/// What a change means that did not come through a command: typed, pasted, filled, undone, or made by a macro.
namespace steward::plan {

/// Rows of a watched part of the workbook as texts, so that 200,000 of them are kept and compared cheaply. Numbers are
/// written with 15 digits, as files keep them.
using WatchedRow = std::vector<std::string>;

/// A part of the workbook that is watched: a control table, or the user's own budget cells.
struct WatchedPart {
  std::string table;                 ///< code of the control table; "budget", "budget_2" … for the user's cells, a table each
  std::string title;                 ///< of its sheet
  std::vector<std::string> headers;  ///< by column; empty for the user's cells
  int sheet = 0, top = 0, left = 0;  ///< place of the first of the rows compared
};

/// The code under which the user's table at that place is watched, from 0.
std::string watched_source(std::size_t index);
/// Whether a part is one of the user's own tables.
bool is_source(const WatchedPart& part);

/// A stretch of rows before and after.
struct WatchedChange {
  WatchedPart part;
  std::vector<WatchedRow> before, after;
};

/// What is left on a line, before and after.
struct Headroom {
  std::string id, name;
  std::optional<double> before, after;
  std::string address;  ///< of the cell on the Control sheet
};

struct Observation {
  std::vector<WatchedChange> changes;
  std::vector<Headroom> lines;  ///< those whose available amount changed
  std::string last_hash;        ///< of the log
  int last_id = 0;
  int decimals = 2;
  bool while_absent = false;  ///< found on opening: made without the extension
};

enum class NoticeKind { none, cured, warning, breach };
/// What the information bar says, and the cell that it shows.
struct Notice {
  NoticeKind kind = NoticeKind::none;
  std::string sentence, address;
};

struct Watched {
  std::optional<AppendRows> log;  ///< rows that belong outside the user's undo
  Notice notice;
};

/// Writes each changed figure as a row of the log, at most `most_rows` of one change and the rest as one row, and tells of
/// the line that went furthest over its budget; else of a control table that was changed by hand. A change that only moves
/// rows is no change. A breach that was there before and did not grow is not told again.
Watched watch(const Observation& seen, const Circumstances& now);

/// One text for the constant content of rows: what is stored in Settings and compared on opening.
std::string fingerprint(const std::vector<WatchedRow>& rows);

}  // namespace steward::plan
