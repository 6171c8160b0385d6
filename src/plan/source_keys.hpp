#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ledger/keys.hpp"
#include "ledger/posting.hpp"

namespace steward::plan {

/// Recognises rows that were posted before. A row with an external id is known by it. Any other is known by its content
/// and by how often that content came before it in the same file: two equal taxi rows post twice, and the same file
/// again posts nothing.
class SourceKeys {
 public:
  /// A key in the ledger.
  void remember(std::string_view external_id);
  /// The key under which a row of the file is stored: its external id, or one made from its content and occurrence:
  /// "R" and sixteen capitals and digits, from its second occurrence on with "#2" behind. Capitals, because the office
  /// keeps every other text a second time in capitals. A row that is in the ledger under the longer key that earlier
  /// builds made ("row:…#1") keeps that.
  std::string key_of(const ledger::Posting& posting);
  bool is_known(std::string_view key) const { return known_.contains(key); }

  /// 128 bits of a text.
  struct Digest {
    std::uint64_t forwards = 0, backwards = 0;
    bool operator==(const Digest&) const = default;
  };
  /// An invoice as invoices are compared that were probably entered twice: its number, marks and spaces aside, its amount
  /// and its key. Nothing when the posting is none.
  std::optional<Digest> invoice_of(const ledger::Posting& posting);
  void remember_invoice(const std::optional<Digest>& invoice);
  void remember_invoice(const ledger::Posting& posting) { remember_invoice(invoice_of(posting)); }
  /// Whether the same invoice was posted.
  bool is_probable_duplicate(const std::optional<Digest>& invoice) const { return invoice && invoices_.contains(*invoice); }
  bool is_probable_duplicate(const ledger::Posting& posting) { return is_probable_duplicate(invoice_of(posting)); }
  /// So many rows may come.
  void expect(std::size_t rows);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
    using std::hash<std::string_view>::operator();
    std::size_t operator()(const Digest& digest) const { return static_cast<std::size_t>(digest.forwards); }
  };

  static Digest digest_of(std::string_view text);
  static std::string short_key(const Digest& digest, int occurrence);
  static std::string long_key(const Digest& digest, int occurrence);
  bool is_invoice(const ledger::Posting& posting);

  std::pmr::monotonic_buffer_resource memory_;  ///< of the digests: there are two for each row, and all go at once
  std::unordered_set<std::string, Hash, std::equal_to<>> known_;
  std::pmr::unordered_set<Digest, Hash> invoices_{&memory_};
  std::pmr::unordered_map<Digest, int, Hash> seen_{&memory_};
  bool has_long_keys_ = false;
  ledger::KeyBook parts_;           ///< dimensions as they are compared
  std::string document_, number_;   ///< the last document, and its number without marks and spaces
  std::string text_;                ///< taken anew for every row
};

}  // namespace steward::plan
