#pragma once

#include <unordered_map>
#include <vector>

#include "ledger/keys.hpp"
#include "result.hpp"

namespace steward::ledger {

/// Codes and their parents: account, department or project trees. A code may have several parents.
class Tree {
 public:
  using Key = KeyBook::Key;

  Tree() = default;
  /// From rows of code and parent; a code without a parent is a root. Faults: argument when there are not two columns
  /// or when a code is its own ancestor.
  static Result<Tree> from(const Table& codes_and_parents, KeyBook& keys);

  void add(Key code, Key parent) { parents_[code].push_back(parent); }
  /// The key itself, then its ancestors, each once, nearest first.
  std::vector<Key> line_of(Key key) const;
  bool empty() const { return parents_.empty(); }

 private:
  std::unordered_map<Key, std::vector<Key>> parents_;
};

}  // namespace steward::ledger
