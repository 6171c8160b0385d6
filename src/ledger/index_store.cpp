#include "ledger/index_store.hpp"

#include <algorithm>

namespace steward::ledger {
namespace {

constexpr std::size_t kept_of_an_address = 3, most_postings = 1'000'000;

}  // namespace

void IndexStore::keep(SharedIndex index) {
  std::erase_if(indexes_, [&](const SharedIndex& other) { return other->hash() == index->hash(); });
  indexes_.push_front(std::move(index));
  std::size_t of_address = 0, postings = 0, place = 0;
  const std::string address = indexes_.front()->address();
  std::erase_if(indexes_, [&](const SharedIndex& other) {
    if (other->address() == address && ++of_address > kept_of_an_address) return true;
    postings += other->postings();
    return ++place > kept_of_an_address && postings > most_postings;
  });
}

SharedIndex IndexStore::find(std::string_view hash) {
  const auto found = std::ranges::find_if(indexes_, [&](const SharedIndex& index) { return index->hash() == hash; });
  if (found == indexes_.end()) return nullptr;
  indexes_.splice(indexes_.begin(), indexes_, found);
  return indexes_.front();
}

}  // namespace steward::ledger
