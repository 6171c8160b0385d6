#include "ledger/ledger_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "audit/hash.hpp"
#include "audit/sha256.hpp"
#include "ledger/fields.hpp"
#include "ledger/posting_amounts.hpp"
#include "ledger/sum.hpp"
#include "words/phrases/ledger.gen.hpp"

namespace steward::ledger {

/// The postings in the order of the ledger, while an index is made.
struct LedgerIndex::Rows {
  std::vector<double> days, amounts;
  std::vector<Stage> stages;
  std::vector<std::vector<Key>> keys;  ///< by column
};

namespace {

constexpr std::size_t hashed_at_once = 1 << 16;

bool is_kept(std::string_view header) {
  const auto field = field_of(header);
  if (!field) return !folded(header).empty();
  return *field == LedgerField::line || *field == LedgerField::period || *field == LedgerField::currency ||
         *field == LedgerField::counterparty;
}

// The columns that the index keeps, dimensions first.
std::vector<std::size_t> columns_kept(const std::vector<std::string>& headers) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < headers.size(); ++column)
    if (is_kept(headers[column])) columns.push_back(column);
  std::ranges::stable_partition(columns, [&](std::size_t column) { return !field_of(headers[column]); });
  return columns;
}

using Stages = std::vector<std::optional<Stage>>;

// The stage of each row of the ledger; nothing where it is blank. Without a stage column all are actual.
Result<Stages> stages_of(const LedgerSource& ledger, const std::vector<std::string>& headers) {
  const auto column = column_of(headers, "stage");
  if (!column) return Stages(ledger.rows(), Stage::actual);
  KeyBook words;
  std::vector<std::optional<Stage>> known(1);
  Stages stages;
  stages.reserve(ledger.rows());
  for (const Value& value : ledger.values(*column)) {
    const auto word = words.key(value);
    if (word == known.size()) {
      STEWARD_TRY(known.emplace_back(), read_keyword<Stage>(words.text(word)));
    }
    stages.push_back(known[word]);
  }
  return stages;
}

// Rows that are postings of a stage: the others are in no figure.
Result<std::vector<std::size_t>> posted(PostingAmounts& amounts, const Stages& stages) {
  std::vector<std::size_t> rows;
  rows.reserve(stages.size());
  for (std::size_t row = 0; row < stages.size(); ++row) {
    STEWARD_TRY(const bool is_posting, amounts.is_posting(row));
    if (is_posting && stages[row]) rows.push_back(row);
  }
  return rows;
}

// Feeds the canonical form of a table cell by cell.
class Canonical {
 public:
  Canonical(std::size_t rows, std::size_t columns) {
    text_ = std::to_string(rows) + "x" + std::to_string(columns) + ";";
  }
  void add(const Value& value) {
    audit::append_cell(text_, value);
    feed();
  }
  void add(std::string_view key) {
    audit::append_cell(text_, key.empty() ? 'B' : 'T', key);
    feed();
  }
  std::string digits() { return sha_.add(text_).digits(); }

 private:
  void feed() {
    if (text_.size() < hashed_at_once) return;
    sha_.add(text_);
    text_.clear();
  }

  audit::Sha256 sha_;
  std::string text_;
};

// In the same room as RowMatcher: both marks leave a single key open.
bool is_open(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text && (*text == "*" || *text == "?");
}

// Columns with the keys that pass; nothing when a field has only values that no posting has.
using Filters = std::vector<std::pair<std::size_t, std::vector<LedgerIndex::Key>>>;
Result<Filters> read_filters(const LedgerIndex& index, const std::optional<Table>& filters) {
  if (!filters) return Filters();
  if (filters->columns() != 2) return Fault{FaultKind::argument, phrase::two_columns_needed, {"filters"}};
  std::map<std::size_t, std::vector<LedgerIndex::Key>> wanted;
  for (std::size_t row = 0; row < filters->rows(); ++row) {
    if (is_blank(filters->at(row, 0))) continue;
    const std::string field = key_text(filters->at(row, 0));
    const auto column = index.column(field);
    if (!column) return Fault{FaultKind::argument, phrase::index_without_column, {field}};
    auto& keys = wanted[*column];
    if (const auto key = index.key(filters->at(row, 1))) keys.push_back(*key);
  }
  return Filters(wanted.begin(), wanted.end());
}

std::optional<double> limit(const std::optional<Date>& day, Date null_date) {
  if (!day || *day == null_date) return std::nullopt;
  return static_cast<double>((*day - null_date).count());
}

}  // namespace

Result<LedgerIndex> LedgerIndex::from(const LedgerSource& ledger, std::string address) {
  const auto headers = ledger.headers();
  STEWARD_TRY(const auto date_column, required_column(headers, "date"));
  STEWARD_TRY(const auto amount_column, required_column(headers, "amount"));
  if (!first_dimension(headers)) return Fault{FaultKind::argument, phrase::index_without_dimension, {}};
  STEWARD_TRY(const auto stages, stages_of(ledger, headers));
  PostingAmounts amounts(ledger, date_column, amount_column);
  STEWARD_TRY(const auto posting_rows, posted(amounts, stages));

  LedgerIndex index;
  index.address_ = std::move(address);
  Rows rows;
  for (const std::size_t row : posting_rows) {
    rows.days.push_back(std::floor(amounts.date(row)));
    rows.amounts.push_back(amounts.amount(row));
    rows.stages.push_back(*stages[row]);
  }
  KeyBook keys;
  for (const std::size_t column : columns_kept(headers)) {
    index.headers_.push_back(folded(headers[column]));
    index.dimensions_ += !field_of(headers[column]);
    const auto values = ledger.values(column);
    auto& kept = rows.keys.emplace_back();
    kept.reserve(posting_rows.size());
    for (const std::size_t row : posting_rows) kept.push_back(keys.key(values[row]));
  }
  index.texts_ = TextPool(keys);
  index.arrange(rows);
  return index;
}

void LedgerIndex::arrange(const Rows& rows) {
  const std::size_t count = rows.amounts.size();
  Canonical content(count + 1, 3 + headers_.size());
  for (const std::string_view header : {"date", "stage", "amount"}) content.add(header);
  for (const std::string& header : headers_) content.add(std::string_view(header));
  for (std::size_t row = 0; row < count; ++row) {
    content.add(Value(rows.days[row]));
    content.add(code_of(rows.stages[row]));
    content.add(Value(rows.amounts[row]));
    for (const auto& column : rows.keys) content.add(texts_.text(column[row]));
  }
  hash_ = content.digits();

  const auto& first = rows.keys.front();
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  const auto place = [&](std::uint32_t row) { return std::tuple(first[row], rows.stages[row], rows.days[row]); };
  std::ranges::stable_sort(order, {}, place);
  days_.reserve(count), amounts_.reserve(count);
  for (const auto row : order) {
    const auto at = static_cast<std::uint32_t>(days_.size());
    if (groups_.empty() || groups_.back().first != first[row] || groups_.back().stage != rows.stages[row])
      groups_.push_back({first[row], rows.stages[row], at, at});
    groups_.back().end = at + 1;
    days_.push_back(rows.days[row]);
    amounts_.push_back(rows.amounts[row]);
  }
  groups_.shrink_to_fit();
  for (const auto& column : rows.keys) {
    auto& kept = keys_.emplace_back();
    kept.reserve(count);
    for (const auto row : order) kept.push_back(column[row]);
  }
}

std::string LedgerIndex::handle() const {
  return address_.empty() ? hash_ : address_ + "#" + hash_;
}

std::size_t LedgerIndex::bytes() const {
  std::size_t bytes = sizeof(LedgerIndex) + texts_.bytes() + groups_.capacity() * sizeof(Group) +
                      (days_.capacity() + amounts_.capacity()) * sizeof(double);
  for (const auto& column : keys_) bytes += column.capacity() * sizeof(Key);
  return bytes;
}

std::optional<std::size_t> LedgerIndex::column(std::string_view header) const {
  return column_of(headers_, header);
}

std::optional<LedgerIndex::Key> LedgerIndex::key(const Value& written) const {
  return texts_.find(folded(key_text(written)));
}

bool LedgerIndex::fits(std::size_t posting, const Wanted& wanted) const {
  // The first dimension is that of the group.
  for (std::size_t i = 1; i < wanted.keys.size(); ++i)
    if (wanted.keys[i] && keys_[i][posting] != *wanted.keys[i]) return false;
  return std::ranges::all_of(wanted.filters, [&](const auto& filter) {
    return std::ranges::find(filter.second, keys_[filter.first][posting]) != filter.second.end();
  });
}

double LedgerIndex::sum(const Wanted& wanted) const {
  auto first = groups_.begin(), last = groups_.end();
  if (!wanted.keys.empty() && wanted.keys[0]) {
    const auto found = std::ranges::equal_range(groups_, *wanted.keys[0], {}, &Group::first);
    first = found.begin(), last = found.end();
  }
  Sum sum;
  for (; first != last; ++first) {
    if (first->stage != wanted.stage) continue;
    const auto begin = days_.begin() + first->begin, end = days_.begin() + first->end;
    const auto from = wanted.from ? std::lower_bound(begin, end, *wanted.from) : begin;
    const auto past = wanted.to ? std::upper_bound(from, end, *wanted.to) : end;
    for (auto day = from; day < past; ++day) {
      const auto posting = static_cast<std::size_t>(day - days_.begin());
      if (fits(posting, wanted)) sum.add(amounts_[posting]);
    }
  }
  return sum.total();
}

std::optional<Handle> read_handle(std::string_view text) {
  const auto mark = text.rfind('#');
  if (mark == std::string_view::npos || mark == 0 || text.size() - mark - 1 != audit::hash_digits) return std::nullopt;
  return Handle{std::string(text.substr(0, mark)), std::string(text.substr(mark + 1))};
}

Result<std::string> index_handle(const LedgerIndex& index) {
  return index.handle();
}

Result<Value> lookup(const LedgerIndex& index, const Table& key, const std::optional<Date>& from,
                     const std::optional<Date>& to, Stage stage, const std::optional<Table>& filters, Date null_date) {
  if (key.rows() != 1 || key.columns() > index.dimensions())
    return Fault{FaultKind::argument, phrase::index_key_too_wide, {std::to_string(index.dimensions())}};
  STEWARD_TRY(auto passing, read_filters(index, filters));
  LedgerIndex::Wanted wanted{{}, std::move(passing), stage, limit(from, null_date), limit(to, null_date)};
  bool is_given = false, is_known = true;
  for (const Value& value : key.cells()) {
    const auto sought = is_open(value) ? std::optional(KeyBook::blank) : index.key(value);
    is_given = is_given || is_open(value) || sought != KeyBook::blank;
    is_known = is_known && sought;
    wanted.keys.push_back(sought == KeyBook::blank ? std::nullopt : sought);
  }
  if (!is_given) return Value(Blank());
  return Value(is_known ? index.sum(wanted) : 0.0);
}

}  // namespace steward::ledger
