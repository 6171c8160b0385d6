#include "ledger/consolidate.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "cells.hpp"
#include "ledger/keys.hpp"
#include "numeral.hpp"
#include "recognise/vocabulary.hpp"
#include "words/keywords.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::ledger {
namespace {

constexpr std::array<std::string_view, 5> attributes{"nature", "性质", "收支", "currency", "币种"};
constexpr std::array<std::string_view, 5> units{"unit", "unit of measure", "单位", "计量单位", "金额单位"};

Fault mixed() { return {FaultKind::argument, phrase::mixed_tables, {}}; }

// A column headed "unit" says what is counted only where it names units, and else who is.
bool is_attribute(const Table& range, std::size_t column) {
  const std::string header = folded(key_text(range.at(0, column)));
  if (std::ranges::find(attributes, header) != attributes.end()) return true;
  if (std::ranges::find(units, header) == units.end()) return false;
  for (std::size_t row = 1; row < range.rows(); ++row)
    if (!is_blank(range.at(row, column)) && !recognise::unit_in(key_text(range.at(row, column)))) return false;
  return true;
}

// A header without its unit, and the unit.
struct Header {
  std::string key, unit;
};
Header header_of(const Value& cell) {
  const std::string text = folded(key_text(cell));
  const auto unit = recognise::unit_in(text);
  if (!unit) return {text, {}};
  const auto bracket = std::min(text.find('('), text.find("（"));
  const std::string key = bracket == std::string::npos || bracket == 0 ? text : folded(text.substr(0, bracket));
  return {key, folded(unit->name)};
}

std::size_t label_columns(const Table& range) {
  std::size_t count = 0;
  const auto has_number = [&](std::size_t column) {
    for (std::size_t row = 1; row < range.rows(); ++row)
      if (std::holds_alternative<double>(range.at(row, column))) return true;
    return false;
  };
  while (count < range.columns() && !has_number(count)) ++count;
  return count;
}

using Key = std::vector<std::string>;

/// The tables that were added so far.
class Sum {
 public:
  Outcome add(const Table& range) {
    if (range.rows() == 0) return success();
    const std::size_t labels = label_columns(range);
    STEWARD_TRY(take_labels(range, labels));
    std::vector<std::size_t> places;
    for (std::size_t column = labels; column < range.columns(); ++column) {
      STEWARD_TRY(const std::size_t place, column_of(range.at(0, column)));
      places.push_back(place);
    }
    for (std::size_t row = 1; row < range.rows(); ++row) {
      STEWARD_TRY(add_row(range, row, labels, places));
    }
    return success();
  }

  Table table() const {
    Table result;
    std::vector<Value> head = label_headers_;
    head.insert(head.end(), column_headers_.begin(), column_headers_.end());
    result.append(std::move(head));
    for (const Row& row : rows_) {
      std::vector<Value> cells = row.labels;
      for (std::size_t i = 0; i < column_headers_.size(); ++i)
        cells.push_back(i < row.amounts.size() && row.amounts[i] ? Value(*row.amounts[i]) : Value(Blank()));
      result.append(std::move(cells));
    }
    return result;
  }

 private:
  struct Row {
    std::vector<Value> labels;
    std::vector<std::optional<double>> amounts;
  };

  Outcome take_labels(const Table& range, std::size_t count) {
    std::vector<Value> headers;
    std::vector<std::string> keys;
    for (std::size_t column = 0; column < count; ++column) {
      const auto [key, unit] = header_of(range.at(0, column));
      if (!unit.empty() && !unit_.empty() && unit != unit_) return mixed();
      if (!unit.empty()) unit_ = unit;
      keys.push_back(unit.empty() ? key : std::string());
      headers.push_back(range.at(0, column));
      if (label_headers_.empty()) is_attribute_.push_back(is_attribute(range, column));
    }
    if (label_headers_.empty()) {
      label_headers_ = std::move(headers);
      label_keys_ = std::move(keys);
      return success();
    }
    if (keys != label_keys_) return Fault{FaultKind::argument, phrase::labels_differ, {}};
    return success();
  }

  Result<std::size_t> column_of(const Value& cell) {
    const auto [key, unit] = header_of(cell);
    const auto [found, is_new] = columns_.try_emplace(key, column_headers_.size());
    if (is_new) {
      column_headers_.push_back(cell);
      column_units_.push_back(unit);
    } else if (column_units_[found->second] != unit) {
      return mixed();
    }
    return found->second;
  }

  Outcome add_row(const Table& range, std::size_t row, std::size_t labels, const std::vector<std::size_t>& places) {
    Key key;
    bool is_empty = true;
    for (std::size_t column = 0; column < labels; ++column) {
      const std::string text = folded(key_text(range.at(row, column)));
      is_empty = is_empty && text.empty();
      if (!is_attribute_[column]) key.push_back(text);
    }
    for (std::size_t column = labels; column < range.columns(); ++column) is_empty = is_empty && is_blank(range.at(row, column));
    if (is_empty) return success();
    const auto [found, is_new] = keys_.try_emplace(key, rows_.size());
    if (is_new) rows_.emplace_back().labels.resize(labels);
    Row& target = rows_[found->second];
    STEWARD_TRY(take_row_labels(range, row, target));
    target.amounts.resize(column_headers_.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      STEWARD_TRY(const auto amount, number_in(range.at(row, labels + i)));
      if (amount) target.amounts[places[i]] = decimal_sum({target.amounts[places[i]].value_or(0), *amount});
    }
    return success();
  }

  // Labels as they were first written; attributes must agree, and a blank one says nothing.
  Outcome take_row_labels(const Table& range, std::size_t row, Row& target) const {
    for (std::size_t column = 0; column < target.labels.size(); ++column) {
      const Value& label = range.at(row, column);
      if (is_blank(target.labels[column])) target.labels[column] = label;
      else if (is_attribute_[column] && !is_blank(label) &&
               folded(key_text(label)) != folded(key_text(target.labels[column])))
        return mixed();
    }
    return success();
  }

  std::vector<Value> label_headers_, column_headers_;
  std::vector<std::string> label_keys_, column_units_;
  std::vector<bool> is_attribute_;
  std::string unit_;
  std::map<std::string, std::size_t> columns_;
  std::map<Key, std::size_t> keys_;
  std::vector<Row> rows_;
};

}  // namespace

Result<Table> consolidate(std::span<const Table> ranges) {
  Sum sum;
  for (const Table& range : ranges) {
    STEWARD_TRY(sum.add(range));
  }
  return sum.table();
}

}  // namespace steward::ledger
