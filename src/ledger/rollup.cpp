#include "ledger/rollup.hpp"

#include <algorithm>

#include "cells.hpp"
#include "ledger/tree.hpp"
#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::ledger {
namespace {

constexpr std::string_view separators = ".-/";

// The beginnings of a code that may be its parent's code, longest first.
std::vector<std::string_view> beginnings(std::string_view code) {
  std::vector<std::string_view> found;
  const bool has_parts = code.find_first_of(separators) != std::string_view::npos;
  for (std::size_t length = code.size(); length-- > 1;)
    if (!has_parts || separators.find(code[length]) != std::string_view::npos) found.push_back(code.substr(0, length));
  return found;
}

// Codes and parents by their beginnings.
Table parents_by_beginning(const Table& code) {
  KeyBook keys;
  for (const Value& cell : code.cells()) keys.key(cell);
  const std::size_t known = keys.size();
  Table pairs;
  for (KeyBook::Key key = 1; key < known; ++key) {
    const std::string text = keys.text(key);
    for (const std::string_view beginning : beginnings(text)) {
      if (keys.key(beginning) >= known || keys.key(beginning) == key) continue;
      pairs.append({text, std::string(beginning)});
      break;
    }
  }
  return pairs;
}

Result<Tree> tree_of(const Table& code, const std::optional<Table>& parent, KeyBook& keys) {
  Table pairs = parent ? Table() : parents_by_beginning(code);
  if (parent)
    for (std::size_t i = 0; i < code.size(); ++i) pairs.append({code.cells()[i], parent->cells()[i]});
  if (pairs.rows() == 0) return Tree();
  return Tree::from(pairs, keys);
}

}  // namespace

Result<Table> rollup(const Table& code, const Table& amount, const std::optional<Table>& parent) {
  STEWARD_TRY(same_size(amount, code.size()));
  if (parent) {
    STEWARD_TRY(same_size(*parent, code.size()));
  }
  STEWARD_TRY(const auto amounts, amounts_in(amount));
  KeyBook keys;
  STEWARD_TRY(const Tree tree, tree_of(code, parent, keys));
  std::unordered_map<KeyBook::Key, double> sums;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const auto key = keys.key(code.cells()[i]);
    if (key == KeyBook::blank) continue;
    for (const auto node : tree.line_of(key)) sums[node] = decimal_sum({sums[node], amounts[i]});
  }
  std::vector<Value> result;
  for (const Value& cell : code.cells()) {
    const auto key = keys.key(cell);
    result.push_back(key == KeyBook::blank ? Value(Blank()) : Value(sums[key]));
  }
  return laid_like(code, std::move(result));
}

}  // namespace steward::ledger
