#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.hpp"
#include "ledger/keys.hpp"
#include "ledger/source.hpp"
#include "ledger/text_pool.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::ledger {

/// The postings of a ledger, ordered so that one figure is found without reading them all: by the first dimension, then
/// by stage, then by day. It never changes; a ledger that changed has another index with another handle. It keeps
/// dates, amounts, stages, the dimensions, and the ledger columns line, period, currency and counterparty; what is kept
/// is less than 200 bytes a posting.
class LedgerIndex {
 public:
  using Key = KeyBook::Key;

  /// `address` says where the ledger stands, for the handle. Postings are those of ACTUALS, and so are the faults:
  /// value when a posting's amount or date cannot be read; argument when the date, the amount or every dimension is
  /// missing, or a stage is unknown.
  static Result<LedgerIndex> from(const LedgerSource& ledger, std::string address);

  /// SHA-256 of the canonical form (audit/hash.hpp) of the table of postings in the order of the ledger: a header row
  /// `date; stage; amount` and the other headers, then of each posting its day, the code of its stage, its amount, and
  /// its keys as they are compared. Headers as they are compared, dimensions first.
  const std::string& hash() const { return hash_; }
  const std::string& address() const { return address_; }
  /// The text that stands for this index in a cell: `<address>#<hash>`, or the hash alone without an address.
  std::string handle() const;

  std::size_t postings() const { return amounts_.size(); }
  /// The memory that the index holds.
  std::size_t bytes() const;

  /// Which postings a figure adds up. A key without value is any; days are numbers from the ledger's null date.
  struct Wanted {
    std::vector<std::optional<Key>> keys;                           ///< by dimension, in order
    std::vector<std::pair<std::size_t, std::vector<Key>>> filters;  ///< column and the keys that pass
    Stage stage = Stage::actual;
    std::optional<double> from, to;
  };
  double sum(const Wanted& wanted) const;

  std::size_t dimensions() const { return dimensions_; }
  /// The column under a header among those the index keeps; see column_of in ledger/fields.hpp.
  std::optional<std::size_t> column(std::string_view header) const;
  /// The number of a key as it is written; nothing when no posting has it.
  std::optional<Key> key(const Value& written) const;

 private:
  struct Group {
    Key first;
    Stage stage;
    std::uint32_t begin, end;
  };
  struct Rows;

  LedgerIndex() = default;
  void arrange(const Rows& rows);
  bool fits(std::size_t posting, const Wanted& wanted) const;

  std::string address_, hash_;
  std::vector<std::string> headers_;  ///< of the columns kept, dimensions first
  std::size_t dimensions_ = 0;
  TextPool texts_;                   ///< by key
  std::vector<Group> groups_;        ///< by first key, then stage
  std::vector<double> days_, amounts_;
  std::vector<std::vector<Key>> keys_;  ///< by column
};

/// What a handle says.
struct Handle {
  std::string address, hash;
};
/// Nothing when the text is no handle with an address.
std::optional<Handle> read_handle(std::string_view text);

/// INDEX(ledger): the handle of the index.
Result<std::string> index_handle(const LedgerIndex& index);

/// LOOKUP(index; key; from; to; stage; filters): the sum of the amounts that ACTUALS gives for the same postings.
///
/// `key` is a value of the first dimension, or a row of values of the dimensions in their order; "*" is any, a blank in
/// a row as well; a key that is blank altogether gives a blank. `from` and `to` belong to the stretch of days; one that
/// is not given is open, and so is day 0, which is what an empty cell says. `filters` names fields in a first column and
/// the values wanted in a second: those of one field are alternatives, fields come together.
/// Faults: argument when the key is no row or has more values than there are dimensions, or when `filters` has not two
/// columns or names a column that the index does not keep.
Result<Value> lookup(const LedgerIndex& index, const Table& key, const std::optional<Date>& from,
                     const std::optional<Date>& to, Stage stage, const std::optional<Table>& filters, Date null_date);

}  // namespace steward::ledger
