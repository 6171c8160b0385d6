#pragma once

#include <functional>
#include <string>
#include <vector>

namespace steward::dialogs {

/// A column of a list in a dialog.
struct GridColumn {
  std::string title;
  int width = 20;  ///< as a share of the whole, where not every column can have what it needs
  bool is_figure = false;
};

using TextRow = std::vector<std::string>;

/// Rows of cells as lines of text whose columns stand under one another in a proportional font, whatever the script: cells
/// are filled up with spaces as the font measures them; figures end together, and what is too long ends with "…".
class TextColumns {
 public:
  /// How wide a text is in the font of the list.
  using Measure = std::function<int(const std::string&)>;

  /// `room`: the width of the list, in the units of `measure`. Columns get what they need; when that is too much, those
  /// that need less than their share leave the rest to the others.
  TextColumns(std::vector<GridColumn> columns, const std::vector<TextRow>& rows, int room, Measure measure);

  std::string heads() const;
  std::string line(const TextRow& row) const;

 private:
  std::string clipped(const std::string& text, int room) const;

  std::vector<GridColumn> columns_;
  std::vector<int> begins_, ends_;
  Measure measure_;
  int space_;
};

}  // namespace steward::dialogs
