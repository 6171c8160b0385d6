#include "ledger/row_matcher.hpp"

#include <algorithm>

namespace steward::ledger {
namespace {

bool is_mark(const Value& value, std::string_view mark) {
  const auto* text = std::get_if<std::string>(&value);
  return text && *text == mark;
}

}  // namespace

std::size_t RowMatcher::Hash::operator()(const std::vector<Key>& keys) const {
  std::size_t hash = 1469598103934665603U;
  for (const Key key : keys) hash = (hash ^ key) * 1099511628211U;
  return hash ^ (hash >> 29);
}

RowMatcher::RowMatcher(const Table& rows, KeyBook& keys, const Tree& tree) : tree_(tree), blank_(rows.rows()) {
  for (std::uint32_t row = 0; row < rows.rows(); ++row) {
    std::vector<Key> sought(rows.columns());
    std::vector<bool> given(rows.columns());
    bool any = false, star = false, query = false;
    for (std::size_t column = 0; column < rows.columns(); ++column) {
      const Value& value = rows.at(row, column);
      star = star || is_mark(value, "*");
      query = query || is_mark(value, "?");
      if (is_mark(value, "*") || is_mark(value, "?")) continue;
      sought[column] = keys.key(value);
      given[column] = sought[column] != KeyBook::blank;
      any = any || given[column];
    }
    if (any)
      listed_[given][sought].push_back(row);
    else if (query)
      unlisted_.push_back(row);
    else if (star)
      all_.push_back(row);
    else
      blank_[row] = true;
  }
}

void RowMatcher::collect(const ByKeys<Rows>& listed, const std::vector<bool>& given, std::span<const Key> keys,
                         std::vector<Key>& sought, Rows& found) const {
  const std::size_t field = sought.size();
  if (field == given.size()) {
    if (const auto entry = listed.find(sought); entry != listed.end())
      found.insert(found.end(), entry->second.begin(), entry->second.end());
    return;
  }
  const auto above = given[field] ? tree_.line_of(keys[field]) : std::vector<Key>{KeyBook::blank};
  for (const Key key : above) {
    sought.push_back(key);
    collect(listed, given, keys, sought, found);
    sought.pop_back();
  }
}

RowMatcher::Rows RowMatcher::find(std::span<const Key> keys) const {
  Rows found;
  for (const auto& [given, listed] : listed_) {
    std::vector<Key> sought;
    collect(listed, given, keys, sought, found);
  }
  if (found.empty()) found = unlisted_;
  found.insert(found.end(), all_.begin(), all_.end());
  std::ranges::sort(found);
  return found;
}

const std::vector<std::uint32_t>& RowMatcher::rows_of(std::span<const Key> keys) {
  if (last_rows_ && std::ranges::equal(keys, last_)) return *last_rows_;
  last_.assign(keys.begin(), keys.end());
  auto entry = remembered_.find(last_);
  if (entry == remembered_.end()) entry = remembered_.emplace(last_, find(keys)).first;
  last_rows_ = &entry->second;
  return *last_rows_;
}

}  // namespace steward::ledger
