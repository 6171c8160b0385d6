#pragma once

#include "commands/scene.hpp"
#include "dialogs/dialog.hpp"
#include "workbook/snapshot.hpp"

namespace steward::dialogs {

/// Where a dialog takes rows of postings from, by its lists `source` (the cells that are selected, a sheet, a CSV file;
/// further entries are the dialog's own) and `sheet` and its field `file`.
class RowSource {
 public:
  enum Kind { selection, sheet, file, other };

  /// Fills the lists; the source is the selected cells when they are several, else `otherwise`.
  RowSource(const commands::Scene& scene, Dialog& dialog, const workbook::Snapshot& snapshot, Kind otherwise);

  Kind kind() const { return static_cast<Kind>(dialog_.chosen("source")); }
  /// Only what the source needs can be filled in; a file always, because whoever names one wants its rows.
  void follow();
  /// Calls when a file was named, typed or picked; the source is a file then.
  void on_file(std::function<void()> work);
  /// Faults: refused when there are no rows of postings, or the file cannot be read.
  Result<Table> rows() const;

 private:
  const commands::Scene& scene_;
  Dialog& dialog_;
  const workbook::Snapshot& snapshot_;
  void pick_file();

  workbook::Area selected_;
};

}  // namespace steward::dialogs
