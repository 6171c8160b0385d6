#pragma once

#include "uno.hpp"
#include "value.hpp"

namespace steward {

/// A table as the office passes it on: rows of values, each made by `to_any`.
template <class ToAny>
Any to_rows(const Table& table, const ToAny& to_any) {
  Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(table.rows()));
  auto* row = rows.getArray();
  for (std::size_t r = 0; r < table.rows(); ++r, ++row) {
    row->realloc(static_cast<sal_Int32>(table.columns()));
    auto* cell = row->getArray();
    for (std::size_t c = 0; c < table.columns(); ++c) cell[c] = to_any(table.at(r, c));
  }
  return Any(rows);
}

}  // namespace steward
