#pragma once

#include <list>
#include <memory>
#include <string_view>

#include "ledger/ledger_index.hpp"

namespace steward::ledger {

using SharedIndex = std::shared_ptr<const LedgerIndex>;

/// The indexes of one document, by the hash of their content. A hash stands for the same postings wherever they are, so
/// what is found is never out of date; what was dropped is made again from the cells.
class IndexStore {
 public:
  /// Takes the place of one with the same hash. Of each address the last few are kept (an edit that is undone comes
  /// back to one of them), and in all no more than a million postings beyond those.
  void keep(SharedIndex index);
  /// Null when there is none.
  SharedIndex find(std::string_view hash);
  std::size_t size() const { return indexes_.size(); }

 private:
  std::list<SharedIndex> indexes_;  ///< the last used first
};

}  // namespace steward::ledger
