#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ledger/posting.hpp"

namespace steward::plan {

/// Recognises rows that were posted before. A row with an external id is known by it. Any other is known by its content
/// and by how often that content came before it in the same file: two equal taxi rows post twice, and the same file
/// again posts nothing.
class SourceKeys {
 public:
  /// A key in the ledger.
  void remember(std::string_view external_id) {
    if (!external_id.empty()) known_.emplace(external_id);
  }
  /// The key under which a row of the file is stored: its external id, or one made from its content and occurrence.
  std::string key_of(const ledger::Posting& posting);
  bool is_known(const std::string& key) const { return known_.contains(key); }

  /// A posting for finding invoices that were probably entered twice.
  void remember_invoice(const ledger::Posting& posting);
  /// Whether an invoice with the same number, marks and spaces aside, the same amount and the same key was posted.
  bool is_probable_duplicate(const ledger::Posting& posting) const;

 private:
  std::unordered_set<std::string> known_, invoices_;
  std::unordered_map<std::string, int> seen_;
};

}  // namespace steward::plan
