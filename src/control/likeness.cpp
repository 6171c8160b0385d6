#include "control/likeness.hpp"

#include <algorithm>
#include <numeric>

namespace steward::control {
namespace {

// The distance, or `limit` when it is not less.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0], least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least >= limit) return limit;
  }
  return std::min(row.back(), limit);
}

}  // namespace

Likeness::Likeness(std::vector<std::string> texts) : texts_(std::move(texts)) {
  letters_.reserve(texts_.size());
  for (const auto& text : texts_) letters_.push_back(letters_of(text));
}

Likeness::Letters Likeness::letters_of(std::string_view text) {
  Letters letters{};
  for (const char c : text) ++letters[static_cast<unsigned char>(c) % letters.size()];
  return letters;
}

// One change mends at most one letter too many and one too few.
std::size_t Likeness::least_distance(const Letters& one, const Letters& other) {
  std::size_t more = 0, fewer = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const int off = one[i] - other[i];
    more += static_cast<std::size_t>(std::max(off, 0));
    fewer += static_cast<std::size_t>(std::max(-off, 0));
  }
  return std::max(more, fewer);
}

std::optional<std::size_t> Likeness::nearest(std::string_view wanted) const {
  const Letters letters = letters_of(wanted);
  std::optional<std::size_t> best;
  std::size_t least = wanted.size() / 2 + 1;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    if (least_distance(letters, letters_[i]) >= least) continue;
    const std::size_t off = distance(texts_[i], wanted, least);
    if (off >= least) continue;
    least = off;
    best = i;
  }
  return best;
}

}  // namespace steward::control
