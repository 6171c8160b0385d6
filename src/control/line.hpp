#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "control/likeness.hpp"
#include "ledger/row_matcher.hpp"
#include "words/keywords.hpp"

namespace steward::control {

/// A budget line: a dimension key with a stored id. Never a cell.
struct Line {
  std::string id;
  std::vector<std::string> key;  ///< by dimension; a blank fits any posting
  Nature nature = Nature::expense;
  std::string owner;
};

using LineNumber = std::uint32_t;

/// All lines of a budget, found by id, and by the key of a posting.
class LineBook {
 public:
  LineBook(std::vector<Line> lines, const Table& codes_and_parents = {});

  std::size_t size() const { return lines_.size(); }
  const Line& operator[](LineNumber line) const { return lines_[line]; }
  std::span<const Line> all() const { return lines_; }

  std::optional<LineNumber> by_id(std::string_view id) const;
  /// Every line whose non-blank dimensions equal, or are ancestors of, the key's: all of them are checked. The most
  /// specific comes first.
  const std::vector<LineNumber>& hit_by(std::span<const std::string_view> key);
  /// Ids from a line itself to its most distant ancestor: whose rules may govern it.
  std::vector<std::string_view> path(LineNumber line);
  /// The line whose key is spelled most like this one, to be suggested when nothing is hit; none when all are far off.
  std::optional<LineNumber> nearest(std::span<const std::string_view> key);
  /// Pairs of lines with the same key.
  std::optional<std::pair<LineNumber, LineNumber>> twins();

 private:
  std::vector<Line> lines_;
  std::unordered_map<std::string, LineNumber> ids_;
  ledger::KeyBook keys_;
  ledger::Tree tree_;
  std::unique_ptr<ledger::RowMatcher> matcher_;
  std::vector<ledger::KeyBook::Key> sought_;
  std::unordered_map<const void*, std::vector<LineNumber>> ordered_;
  std::map<std::vector<bool>, Likeness> alike_;  ///< keys of all lines by the dimensions that are compared
};

/// The key as a message shows it: its dimensions joined with " / ".
std::string shown(std::span<const std::string> key);
std::string shown(std::span<const std::string_view> key);

}  // namespace steward::control
