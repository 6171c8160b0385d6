#pragma once

#include "recognise/context.hpp"

namespace steward::recognise {

/// The role that words name: "Revised budget", "Ist", "已支付"; `otherwise` where they name none.
AmountRole role_of(const Terms& terms, AmountRole otherwise);

/// What the amount columns of a table are: by their headers, by the sums they go into, and by what the table is about.
class RoleReader {
 public:
  RoleReader(const Draft& draft, const Context& context);

  AmountRole role(const ColumnFacts& facts) const;
  /// Of a column that nothing names.
  AmountRole default_role() const;

 private:
  bool is_journal() const;
  AmountRole role_of_table() const;
  bool is_sum_of_months(const ColumnFacts& year) const;
  AmountRole role_of_months(const ColumnFacts& facts) const;
  std::optional<AmountRole> role_of_parts(const ColumnFacts& facts) const;
  bool is_recalculated(const ColumnFacts& facts) const;
  AmountRole role_unnamed(const ColumnFacts& facts, const Terms& terms) const;

  const Draft& draft_;
  const Context& context_;
  int amounts_ = 0;
  bool others_tell_ = false;  ///< other columns say what they are
};

}  // namespace steward::recognise
