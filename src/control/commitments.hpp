#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/keys.hpp"
#include "ledger/posting.hpp"

namespace steward::control {

/// One row of a commitment or pre-commitment, and what is still outstanding of it.
struct Outstanding {
  std::string document, currency, line;
  std::vector<std::string> key;
  Date day{};
  std::optional<Date> due;
  Stage stage = Stage::commitment;
  Money ordered, amount;           ///< in budget currency; amount is outstanding
  std::optional<Money> entered;    ///< outstanding, in the currency of the document
  std::optional<double> quantity;  ///< outstanding
  bool is_carried = false;         ///< it came from the year before, and its budget with it
};

/// A change to what is outstanding, as the ledger records it: a row of the commitment's stage, negative where it is
/// released, positive where it is opened again.
struct CommitmentChange {
  std::size_t row = 0;  ///< index of the outstanding row
  Money amount;
  std::optional<Money> entered;
  std::optional<double> quantity;
};

/// Commitments by document: liquidated in part or in whole, by amount or by quantity, released, and opened again when
/// what liquidated them is cancelled. Never more is released than is outstanding.
class Commitments {
 public:
  /// A row of the ledger: a commitment opens; one that names a commitment changes it; an actual is remembered, so that
  /// what it liquidated can be opened again.
  void replay(const ledger::Posting& posting);

  const Outstanding& at(std::size_t row) const { return rows_[row]; }
  const std::deque<Outstanding>& all() const { return rows_; }
  /// Whether a commitment or an actual stands under that document.
  bool knows(std::string_view document) const;
  /// Sum of what is outstanding under a document.
  Money outstanding(std::string_view document) const;

  /// What a posting that names its commitment releases: its amount, or its quantity where both have one and
  /// `by_quantity` is set; everything that is left when it is final. Rows of the posting's own key go first. Amounts of
  /// the commitment's currency are released at the commitment's own rate.
  std::vector<CommitmentChange> liquidate(const ledger::Posting& posting, bool by_quantity);
  /// Opens again, in proportion, what the document that a negative posting reverses had released.
  std::vector<CommitmentChange> reopen(const ledger::Posting& posting);

  /// Changes since the mark can be undone: a document that was stopped leaves no trace.
  void mark();
  void roll_back();

 private:
  using Key = ledger::KeyBook::Key;
  struct Spent {
    Money total;                             ///< not yet reversed
    std::vector<CommitmentChange> released;  ///< positive
  };

  void change(const CommitmentChange& change, std::string_view by_document);
  std::vector<std::size_t> rows_for(const ledger::Posting& posting) const;
  CommitmentChange taken(std::size_t row, const ledger::Posting& posting, bool by_quantity, Money& left,
                         std::optional<Money>& left_entered, std::optional<double>& left_quantity) const;
  std::vector<CommitmentChange> reopen_order(const ledger::Posting& posting);
  Outstanding& touched(std::size_t row);
  Spent& touched_spent(Key document);

  mutable ledger::KeyBook documents_;
  std::deque<Outstanding> rows_;  ///< texts of postings are views of these, so they stay where they are
  std::unordered_map<Key, std::vector<std::size_t>> by_document_;
  std::unordered_map<Key, Spent> spent_;
  std::size_t rows_at_mark_ = 0;
  std::vector<std::pair<std::size_t, Outstanding>> rows_before_;
  std::vector<std::pair<Key, std::optional<Spent>>> spent_before_;
};

}  // namespace steward::control
