#include "control/line.hpp"

#include <algorithm>
#include <numeric>

namespace steward::control {
namespace {

Table keys_of(const std::vector<Line>& lines) {
  Table table;
  for (const Line& line : lines) table.append({line.key.begin(), line.key.end()});
  return table;
}

// Levenshtein's distance between two texts, by byte.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

template <class Texts>
std::string joined(const Texts& texts) {
  std::string result;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!result.empty()) result += " / ";
    result += text;
  }
  return result;
}

std::size_t blanks_in(const Line& line) {
  return static_cast<std::size_t>(std::ranges::count(line.key, std::string()));
}

}  // namespace

LineBook::LineBook(std::vector<Line> lines, const Table& codes_and_parents) : lines_(std::move(lines)) {
  for (LineNumber i = 0; i < lines_.size(); ++i) ids_.emplace(lines_[i].id, i);
  if (codes_and_parents.columns() == 2) {
    if (auto tree = ledger::Tree::from(codes_and_parents, keys_)) tree_ = std::move(tree).value();
  }
  matcher_ = std::make_unique<ledger::RowMatcher>(keys_of(lines_), keys_, tree_);
}

std::optional<LineNumber> LineBook::by_id(std::string_view id) const {
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<LineNumber>& LineBook::hit_by(std::span<const std::string_view> key) {
  sought_.clear();
  for (const auto text : key) sought_.push_back(keys_.key(text));
  const auto& rows = matcher_->rows_of(sought_);
  auto [entry, is_new] = ordered_.try_emplace(&rows, rows);
  if (is_new && rows.size() > 1) {
    const auto generality = [&](LineNumber line) {
      std::size_t steps = 1000 * blanks_in(lines_[line]);
      for (std::size_t field = 0; field < sought_.size(); ++field) {
        const auto above = tree_.line_of(sought_[field]);
        steps += static_cast<std::size_t>(std::ranges::find(above, keys_.key(lines_[line].key[field])) - above.begin());
      }
      return steps;
    };
    std::ranges::stable_sort(entry->second, {}, generality);
  }
  return entry->second;
}

std::optional<LineNumber> LineBook::nearest(std::span<const std::string_view> key) const {
  // Dimensions that were not named say nothing about likeness.
  const auto compared = [&](const auto& parts) {
    std::string text;
    for (std::size_t at = 0; at < parts.size(); ++at)
      if (!folded(key[at]).empty()) text += folded(parts[at]) + '/';
    return text;
  };
  const std::string wanted = compared(key);
  std::optional<LineNumber> best;
  std::size_t least = wanted.size() / 2 + 1;
  for (LineNumber i = 0; i < lines_.size(); ++i) {
    const std::string candidate = compared(lines_[i].key);
    const std::size_t longer = std::max(candidate.size(), wanted.size()),
                      shorter = std::min(candidate.size(), wanted.size());
    if (longer - shorter >= least) continue;
    if (const auto off = distance(candidate, wanted); off < least) {
      least = off;
      best = i;
    }
  }
  return best;
}

std::optional<std::pair<LineNumber, LineNumber>> LineBook::twins() {
  std::unordered_map<std::string, LineNumber> seen;
  for (LineNumber i = 0; i < lines_.size(); ++i) {
    std::string whole;
    for (const auto& text : lines_[i].key) whole += std::to_string(keys_.key(std::string_view(text))) + ' ';
    const auto [entry, is_new] = seen.emplace(whole, i);
    if (!is_new) return std::pair(entry->second, i);
  }
  return std::nullopt;
}

std::string shown(std::span<const std::string> key) {
  return joined(key);
}
std::string shown(std::span<const std::string_view> key) {
  return joined(key);
}

}  // namespace steward::control
