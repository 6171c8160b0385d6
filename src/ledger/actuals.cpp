#include "ledger/actuals.hpp"

#include <algorithm>
#include <map>

#include "ledger/fields.hpp"
#include "ledger/period_axis.hpp"
#include "ledger/posting_amounts.hpp"
#include "ledger/row_matcher.hpp"
#include "ledger/sum.hpp"
#include "words/phrases/ledger.gen.hpp"

namespace steward::ledger {
namespace {

using Key = KeyBook::Key;
using Keys = std::vector<Key>;

// Blocks of the result that postings of a stage belong to, by the key of the stage as it is written.
class Stages {
 public:
  static Result<Stages> from(const std::optional<Table>& wanted) {
    Stages stages;
    if (!wanted) {
      stages.wanted_ = {Stage::actual};
      return stages;
    }
    for (const Value& value : wanted->cells()) {
      STEWARD_TRY(const Stage stage, read_keyword<Stage>(key_text(value)));
      stages.wanted_.push_back(stage);
    }
    return stages;
  }

  std::size_t blocks() const { return wanted_.size(); }
  std::vector<std::uint32_t> blocks_of(Stage stage) const {
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t i = 0; i < wanted_.size(); ++i)
      if (wanted_[i] == stage) blocks.push_back(i);
    return blocks;
  }

  /// By key of the stage column; a stage that is no word of ours is a fault, a blank one as well.
  Result<std::vector<std::vector<std::uint32_t>>> by_key(const Keys& column, const KeyBook& keys) const {
    std::vector<std::vector<std::uint32_t>> result(keys.size());
    std::vector<bool> known(keys.size());
    for (const Key key : column) {
      if (known[key] || key == KeyBook::blank) continue;
      known[key] = true;
      STEWARD_TRY(const Stage stage, read_keyword<Stage>(keys.text(key)));
      result[key] = blocks_of(stage);
    }
    return result;
  }

 private:
  std::vector<Stage> wanted_;
};

// Rows of the ledger that every filter lets pass.
Result<std::vector<bool>> passing(const LedgerSource& ledger, const std::optional<Table>& filters, const Tree& tree,
                                  KeyBook& keys) {
  std::vector<bool> passes(ledger.rows(), true);
  if (!filters) return passes;
  if (filters->columns() != 2) return Fault{FaultKind::argument, phrase::two_columns_needed, {"filters"}};
  const auto headers = ledger.headers();
  std::map<std::size_t, std::vector<Key>> wanted;
  for (std::size_t row = 0; row < filters->rows(); ++row) {
    if (is_blank(filters->at(row, 0))) continue;
    STEWARD_TRY(const auto column, required_column(headers, key_text(filters->at(row, 0))));
    wanted[column].push_back(keys.key(filters->at(row, 1)));
  }
  for (const auto& [column, values] : wanted) {
    const Keys found = ledger.keys(column, keys);
    std::vector<signed char> verdicts(keys.size(), -1);
    for (std::size_t row = 0; row < found.size(); ++row) {
      auto& verdict = verdicts[found[row]];
      if (verdict < 0) {
        const auto above = tree.line_of(found[row]);
        verdict = std::ranges::find_first_of(above, values) != above.end() ? 1 : 0;
      }
      if (verdict == 0) passes[row] = false;
    }
  }
  return passes;
}

Result<std::vector<std::size_t>> key_columns(const std::vector<std::string>& headers, const Table& rows,
                                             const std::optional<Table>& row_fields) {
  std::vector<std::size_t> columns;
  if (!row_fields) {
    const auto first = first_dimension(headers);
    if (!first) return Fault{FaultKind::argument, phrase::ledger_without_column, {"row_fields"}};
    columns.push_back(*first);
  } else {
    for (const Value& name : row_fields->cells()) {
      STEWARD_TRY(const auto column, required_column(headers, key_text(name)));
      columns.push_back(column);
    }
  }
  if (columns.size() != rows.columns()) {
    return Fault{FaultKind::argument,
                 phrase::rows_need_fields,
                 {std::to_string(rows.columns()), std::to_string(columns.size())}};
  }
  return columns;
}

// One pass over the postings.
struct Pass {
  const LedgerSource& ledger;
  RowMatcher& matcher;
  const PeriodAxis& axis;
  const std::vector<Keys>& keys;                             ///< by field
  const Keys& stages;                                        ///< empty without a stage column
  const std::vector<std::vector<std::uint32_t>>& blocks_of;  ///< by key of the stage
  const std::vector<std::uint32_t>& actual_blocks;
  const std::vector<bool>& passes;
  std::size_t width;

  Outcome run(std::size_t date_column, std::size_t amount_column, std::vector<Sum>& sums) const {
    PostingAmounts amounts(ledger, date_column, amount_column);
    Keys posting(keys.size());
    for (std::size_t row = 0; row < ledger.rows(); ++row) {
      STEWARD_TRY(const bool is_posting, amounts.is_posting(row));
      if (!is_posting) continue;
      if (!passes[row]) continue;
      const auto& blocks = stages.empty() ? actual_blocks : blocks_of[stages[row]];
      if (blocks.empty()) continue;
      const auto columns = axis.columns_of(amounts.date(row));
      if (columns.empty()) continue;
      for (std::size_t field = 0; field < keys.size(); ++field) posting[field] = keys[field][row];
      for (const auto target : matcher.rows_of(posting)) {
        for (const auto block : blocks) {
          for (const auto column : columns) sums[target * width + block * axis.columns() + column].add(amounts.amount(row));
        }
      }
    }
    return success();
  }
};

Table table_of(const std::vector<Sum>& sums, const RowMatcher& matcher, const PeriodAxis& axis, std::size_t rows,
               std::size_t width) {
  Table result(rows, width);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      if (matcher.is_blank(row) || axis.is_blank(column % axis.columns())) continue;
      result.at(row, column) = sums[row * width + column].total();
    }
  }
  return result;
}

}  // namespace

Result<Table> actuals(const LedgerSource& ledger, const Table& rows, const Table& periods,
                      const std::optional<Table>& row_fields, const std::optional<Table>& stage,
                      const std::optional<Table>& tree, const std::optional<Table>& filters,
                      const std::optional<Table>& calendar) {
  const auto headers = ledger.headers();
  STEWARD_TRY(const auto date_column, required_column(headers, "date"));
  STEWARD_TRY(const auto amount_column, required_column(headers, "amount"));
  STEWARD_TRY(const auto fields, key_columns(headers, rows, row_fields));
  STEWARD_TRY(const auto fiscal, read_calendar(calendar, ledger.null_date()));
  STEWARD_TRY(const auto axis, PeriodAxis::from(periods, fiscal, ledger.null_date()));
  STEWARD_TRY(const auto stages, Stages::from(stage));
  KeyBook keys;
  Tree ancestry;
  if (tree) {
    STEWARD_TRY(ancestry, Tree::from(*tree, keys));
  }
  RowMatcher matcher(rows, keys, ancestry);
  std::vector<Keys> row_keys;
  for (const auto column : fields) row_keys.push_back(ledger.keys(column, keys));
  STEWARD_TRY(const auto passes, passing(ledger, filters, ancestry, keys));
  Keys stage_keys;
  if (const auto column = column_of(headers, "stage")) stage_keys = ledger.keys(*column, keys);
  STEWARD_TRY(const auto blocks, stages.by_key(stage_keys, keys));

  const std::size_t width = stages.blocks() * axis.columns();
  std::vector<Sum> sums(rows.rows() * width);
  const auto actual_blocks = stages.blocks_of(Stage::actual);
  const Pass pass{ledger, matcher, axis, row_keys, stage_keys, blocks, actual_blocks, passes, width};
  STEWARD_TRY(pass.run(date_column, amount_column, sums));
  return table_of(sums, matcher, axis, rows.rows(), width);
}

}  // namespace steward::ledger
