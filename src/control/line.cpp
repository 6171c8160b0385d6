#include "control/line.hpp"

#include <algorithm>

namespace steward::control {
namespace {

Table keys_of(const std::vector<Line>& lines) {
  Table table;
  for (const Line& line : lines) table.append({line.key.begin(), line.key.end()});
  return table;
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

const LineBook::Hits& LineBook::hits(std::span<const std::string_view> key) {
  std::size_t place = key.size();
  for (const auto text : key) place = place * 31 + std::hash<std::string_view>()(text);
  Recent& recent = recent_[place % recent_.size()];
  if (recent.hits && std::ranges::equal(recent.key, key)) return *recent.hits;
  recent.hits = &sought_hits(key);
  recent.key.assign(key.begin(), key.end());
  return *recent.hits;
}

const LineBook::Hits& LineBook::sought_hits(std::span<const std::string_view> key) {
  sought_.clear();
  for (const auto text : key) sought_.push_back(keys_.key(text));
  const auto& rows = matcher_->rows_of(sought_);
  auto [entry, is_new] = ordered_.try_emplace(&rows);
  if (!is_new) return entry->second;
  auto& [all, counting] = entry->second;
  all = counting = rows;
  if (rows.size() < 2) return entry->second;
  const auto generality = [&](LineNumber line) {
    std::size_t steps = 1000 * blanks_in(lines_[line]);
    for (std::size_t field = 0; field < sought_.size(); ++field) {
      const auto above = tree_.line_of(sought_[field]);
      steps += static_cast<std::size_t>(std::ranges::find(above, keys_.key(lines_[line].key[field])) - above.begin());
    }
    return steps;
  };
  std::ranges::stable_sort(all, {}, generality);
  counting = all;
  std::erase_if(counting, [&](LineNumber line) { return !add_up(lines_[line].nature, lines_[all.front()].nature); });
  return entry->second;
}

const std::vector<LineNumber>& LineBook::above(LineNumber line) {
  const std::vector<std::string_view> key(lines_[line].key.begin(), lines_[line].key.end());
  return hits(key).all;
}

bool LineBook::is_below(LineNumber line, LineNumber other) {
  const auto& lines = above(line);
  return line != other && add_up(lines_[line].nature, lines_[other].nature) && std::ranges::find(lines, other) != lines.end();
}

std::optional<LineNumber> LineBook::right_above(LineNumber line) {
  for (const LineNumber one : above(line))
    if (one != line && add_up(lines_[line].nature, lines_[one].nature)) return one;
  return std::nullopt;
}

const std::vector<LineNumber>& LineBook::right_below(LineNumber line) {
  if (right_below_.empty()) {
    right_below_.resize(lines_.size());
    for (LineNumber i = 0; i < lines_.size(); ++i)
      if (const auto one = right_above(i)) right_below_[*one].push_back(i);
  }
  return right_below_[line];
}

bool LineBook::is_mixed(LineNumber line) {
  if (mixed_.empty()) {
    mixed_.resize(lines_.size());
    for (LineNumber i = 0; i < lines_.size(); ++i)
      for (const LineNumber one : above(i))
        if (!add_up(lines_[i].nature, lines_[one].nature)) mixed_[one] = true;
  }
  return mixed_[line];
}

std::vector<std::string_view> LineBook::path(LineNumber line) {
  std::vector<std::string_view> ids{lines_[line].id};
  for (const LineNumber one : above(line))
    if (one != line) ids.emplace_back(lines_[one].id);
  return ids;
}

std::optional<LineNumber> LineBook::nearest(std::span<const std::string_view> key) {
  // Dimensions that were not named say nothing about likeness.
  std::vector<bool> named(key.size());
  for (std::size_t at = 0; at < key.size(); ++at) named[at] = !folded(key[at]).empty();
  const auto compared = [&](const auto& parts) {
    std::string text;
    for (std::size_t at = 0; at < named.size(); ++at)
      if (named[at]) text += folded(parts[at]) + '/';
    return text;
  };
  auto [alike, is_new] = alike_.try_emplace(named, std::vector<std::string>());
  if (is_new) {
    std::vector<std::string> texts;
    for (const Line& line : lines_) texts.push_back(compared(line.key));
    alike->second = Likeness(std::move(texts));
  }
  const auto found = alike->second.nearest(compared(key));
  return found ? std::optional(static_cast<LineNumber>(*found)) : std::nullopt;
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

bool add_up(Nature one, Nature other) {
  const auto spends = [](Nature nature) { return nature == Nature::expense || nature == Nature::asset; };
  return one == other || (spends(one) && spends(other));
}

std::string shown(std::span<const std::string> key) {
  return joined(key);
}
std::string shown(std::span<const std::string_view> key) {
  return joined(key);
}

}  // namespace steward::control
