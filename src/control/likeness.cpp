#include "control/likeness.hpp"

#include <algorithm>
#include <numeric>

namespace steward::control {
namespace {

// As a table, row by row.
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

// Levenshtein's distance to one text, many times. Up to 64 letters a column of the table is one word of bits (Myers 1999, in
// Hyyrö's form).
class Distance {
 public:
  explicit Distance(std::string_view wanted) : wanted_(wanted) {
    if (!fits()) return;
    for (std::size_t i = 0; i < wanted.size(); ++i) places_[static_cast<unsigned char>(wanted[i])] |= std::uint64_t{1} << i;
  }

  /// The distance, or `limit` when it is not less.
  std::size_t operator()(std::string_view text, std::size_t limit) const {
    if (wanted_.empty()) return std::min(text.size(), limit);
    return fits() ? std::min(by_bits(text), limit) : distance(text, wanted_, limit);
  }

 private:
  bool fits() const { return wanted_.size() <= 64; }

  std::size_t by_bits(std::string_view text) const {
    const std::uint64_t last = std::uint64_t{1} << (wanted_.size() - 1);
    std::uint64_t more = ~std::uint64_t{0}, fewer = 0;  // where the distance grows or falls from one row to the next
    std::size_t result = wanted_.size();
    for (const char c : text) {
      const std::uint64_t equal = places_[static_cast<unsigned char>(c)];
      const std::uint64_t vertical = equal | fewer, across = (((equal & more) + more) ^ more) | equal;
      std::uint64_t grows = fewer | ~(across | more), falls = more & across;
      if (grows & last) ++result;
      if (falls & last) --result;
      grows = grows << 1 | 1;
      falls <<= 1;
      more = falls | ~(vertical | grows);
      fewer = grows & vertical;
    }
    return result;
  }

  std::string_view wanted_;
  std::array<std::uint64_t, 256> places_{};
};

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
  std::vector<std::pair<std::size_t, std::size_t>> promising;
  std::size_t most = wanted.size() / 2;
  for (std::size_t i = 0; i < texts_.size(); ++i)
    if (const auto off = least_distance(letters, letters_[i]); off <= most) promising.emplace_back(off, i);
  std::ranges::sort(promising);
  const Distance distance_to(wanted);
  std::optional<std::size_t> best;
  for (const auto& [at_least, i] : promising) {
    if (at_least > most) break;
    const std::size_t off = distance_to(texts_[i], most + 1);
    if (off > most || (best && off == most && i > *best)) continue;
    most = off;
    best = i;
  }
  return best;
}

}  // namespace steward::control
