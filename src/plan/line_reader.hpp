#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "plan/budget_reading.hpp"
#include "plan/column_choice.hpp"
#include "plan/period_places.hpp"

namespace steward::plan {

/// A table and its columns that were chosen.
struct ChosenTable {
  const recognise::BudgetTable* table;
  ColumnSet budget, actual, committed;
};

/// Turns the rows of the chosen tables into lines with figures by period. A line is its key: rows with the same key are
/// one line. Tables with the same kinds of columns share their dimensions; where several tables cover the same time, the
/// table itself is the first dimension.
class LineReader {
 public:
  LineReader(const Request& request, const OptionReader& options, BudgetReading& reading, std::optional<Date> cut_over)
      : request_(request), options_(options), reading_(reading), cut_over_(cut_over) {}

  /// Fills dimensions and lines of the reading. Faults: refused when a period cannot be placed.
  Outcome read(const std::vector<ChosenTable>& chosen);

 private:
  /// Which dimensions of a table make its keys, and where each stands in the key.
  struct Keys {
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::string group;
    bool by_nature = false;
  };

  bool needs_groups(const std::vector<ChosenTable>& chosen) const;
  Keys keys_of(const ChosenTable& chosen, bool grouped);
  std::size_t dimension_named(const std::string& header, std::size_t place, const std::set<std::size_t>& taken);
  bool natures_share_keys(const ChosenTable& chosen, const Keys& keys) const;
  Outcome read_columns(const ChosenTable& chosen, const ColumnSet& set, const Keys& keys,
                       std::map<Date, Money> ReadLine::*figures);
  std::vector<std::string> key_of(const ChosenTable& chosen, const Keys& keys, std::size_t leaf) const;
  Nature nature_of(const ChosenTable& chosen, const recognise::AmountColumn& column, std::size_t leaf) const;
  std::size_t line_of(const ChosenTable& chosen, const Keys& keys, const ColumnSet& set,
                      const recognise::AmountColumn& column, std::size_t leaf);
  std::string line_name(const ChosenTable& chosen, const recognise::AmountColumn& column) const;
  Outcome add(std::map<Date, Money>& figures, const std::vector<Date>& days, bool is_dated, Money amount,
              bool is_budget);
  Result<std::optional<recognise::PeriodName>> period_of(const ChosenTable& chosen,
                                                         const recognise::AmountColumn& column, std::size_t leaf) const;

  const Request& request_;
  const OptionReader& options_;
  BudgetReading& reading_;
  std::optional<Date> cut_over_;
  int decimals_ = 2;
  std::optional<int> month_;
  std::map<std::string, std::size_t> by_key_;
  std::set<std::pair<int, int>> rows_seen_;
  std::size_t item_ = 0;    ///< the dimension of tables whose columns are their lines
  std::size_t nature_ = 0;  ///< the dimension that tells natures apart where their keys do not
};

}  // namespace steward::plan
