#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "ledger/keys.hpp"
#include "ledger/tree.hpp"

namespace steward::ledger {

/// Which rows of a matrix a posting belongs to: every row whose non-blank keys equal, or are ancestors of, the
/// posting's own. A row "*" takes every posting; a row "?" those that no other row takes.
class RowMatcher {
 public:
  using Key = KeyBook::Key;

  RowMatcher(const Table& rows, KeyBook& keys, const Tree& tree);

  bool is_blank(std::size_t row) const { return blank_[row]; }
  /// The rows for one combination of keys, in ascending order; remembered for the next posting with the same keys.
  const std::vector<std::uint32_t>& rows_of(std::span<const Key> keys);

 private:
  struct Hash {
    std::size_t operator()(const std::vector<Key>& keys) const;
  };
  template <class T>
  using ByKeys = std::unordered_map<std::vector<Key>, T, Hash>;
  using Rows = std::vector<std::uint32_t>;

  Rows find(std::span<const Key> keys) const;
  void collect(const ByKeys<Rows>& listed, const std::vector<bool>& given, std::span<const Key> keys,
               std::vector<Key>& sought, Rows& found) const;

  const Tree& tree_;
  std::vector<bool> blank_;
  Rows all_, unlisted_;
  std::map<std::vector<bool>, ByKeys<Rows>> listed_;  ///< by which fields are given
  ByKeys<Rows> remembered_;
  std::vector<Key> last_;
  const Rows* last_rows_ = nullptr;
};

}  // namespace steward::ledger
