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
  /// specific comes first. Natures are never added up: what lies above it counts only what it holds itself, spending
  /// (expenses and assets), revenue, liabilities or statistics.
  const std::vector<LineNumber>& hit_by(std::span<const std::string_view> key) { return hits(key).counting; }
  /// The same, whatever their nature: the line itself and all lines above it.
  const std::vector<LineNumber>& above(LineNumber line);
  /// Whether a line counts in another one, above it; and the nearest one in which it counts.
  bool is_below(LineNumber line, LineNumber other);
  std::optional<LineNumber> right_above(LineNumber line);
  /// The lines whose nearest line above this is.
  const std::vector<LineNumber>& right_below(LineNumber line);
  /// Whether lines below it are of a nature that does not add up with its own: it has no used %.
  bool is_mixed(LineNumber line);
  /// Ids from a line itself to its most distant ancestor: whose rules may govern it.
  std::vector<std::string_view> path(LineNumber line);
  /// The line whose key is spelled most like this one, to be suggested when nothing is hit; none when all are far off.
  std::optional<LineNumber> nearest(std::span<const std::string_view> key);
  /// Pairs of lines with the same key.
  std::optional<std::pair<LineNumber, LineNumber>> twins();

 private:
  struct Hits {
    std::vector<LineNumber> all, counting;
  };
  const Hits& hits(std::span<const std::string_view> key);
  const Hits& sought_hits(std::span<const std::string_view> key);

  std::vector<Line> lines_;
  std::unordered_map<std::string, LineNumber> ids_;
  ledger::KeyBook keys_;
  ledger::Tree tree_;
  std::unique_ptr<ledger::RowMatcher> matcher_;
  std::vector<ledger::KeyBook::Key> sought_;
  std::unordered_map<const void*, Hits> ordered_;
  /// Keys sought of late: one posting is looked at several times while its document is checked.
  struct Recent {
    std::vector<std::string> key;
    const Hits* hits = nullptr;
  };
  std::vector<Recent> recent_{1024};
  std::vector<std::vector<LineNumber>> right_below_;  ///< by line; made when it is first asked for
  std::vector<bool> mixed_;  ///< by line; made when it is first asked for
  std::map<std::vector<bool>, Likeness> alike_;  ///< keys of all lines by the dimensions that are compared
};

/// Whether amounts of both natures may be added up: expenses and assets are spending, all others stand for themselves.
bool add_up(Nature one, Nature other);

/// The key as a message shows it: its dimensions joined with " / ".
std::string shown(std::span<const std::string> key);
std::string shown(std::span<const std::string_view> key);

}  // namespace steward::control
