#include "ledger/tree.hpp"
#include "words/phrases/ledger.gen.hpp"

#include <algorithm>

namespace steward::ledger {

std::vector<Tree::Key> Tree::line_of(Key key) const {
  std::vector<Key> line{key};
  for (std::size_t next = 0; next < line.size(); ++next) {
    const auto entry = parents_.find(line[next]);
    if (entry == parents_.end()) continue;
    for (const Key parent : entry->second) {
      if (std::ranges::find(line, parent) == line.end()) line.push_back(parent);
    }
  }
  return line;
}

Result<Tree> Tree::from(const Table& codes_and_parents, KeyBook& keys) {
  if (codes_and_parents.columns() != 2) return Fault{FaultKind::argument, phrase::two_columns_needed, {"tree"}};
  Tree tree;
  for (std::size_t row = 0; row < codes_and_parents.rows(); ++row) {
    const Key code = keys.key(codes_and_parents.at(row, 0)), parent = keys.key(codes_and_parents.at(row, 1));
    if (code != KeyBook::blank && parent != KeyBook::blank) tree.add(code, parent);
  }
  for (const auto& [code, parents] : tree.parents_) {
    for (const Key parent : parents) {
      const auto above = tree.line_of(parent);
      if (std::ranges::find(above, code) != above.end())
        return Fault{FaultKind::argument, phrase::tree_goes_round, {keys.text(code)}};
    }
  }
  return tree;
}

}  // namespace steward::ledger
