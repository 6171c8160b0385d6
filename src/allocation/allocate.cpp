#include "allocation/allocate.hpp"

#include "allocation/share.hpp"
#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

// The bound in each cell of a range, or the one bound for all; nothing where there is none.
class BoundRange {
 public:
  static Result<BoundRange> of(const std::optional<Table>& range, const Table& weights, int decimals) {
    BoundRange bounds;
    if (!range) return bounds;
    const bool is_single = range->size() == 1;
    if (!is_single && (range->rows() != weights.rows() || range->columns() != weights.columns()))
      return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
    STEWARD_TRY(const auto numbers, numbers_in(*range));
    for (const auto& number : numbers) {
      bounds.values_.emplace_back();
      if (!number) continue;
      STEWARD_TRY(bounds.values_.back(), Money::from(*number, decimals));
    }
    return bounds;
  }
  std::optional<Money> at(std::size_t index) const {
    if (values_.empty()) return std::nullopt;
    return values_[values_.size() == 1 ? 0 : index];
  }
  bool is_given() const { return !values_.empty(); }

 private:
  std::vector<std::optional<Money>> values_;
};

}  // namespace

Result<Table> allocate(double total, const Table& weights, int decimals, const std::optional<Table>& minimum,
                       const std::optional<Table>& maximum) {
  if (decimals < 0 || decimals > 9) return Fault{FaultKind::number, phrase::not_decimals, {}};
  STEWARD_TRY(const Money whole, Money::from(total, decimals));
  STEWARD_TRY(const auto cells, numbers_in(weights));
  STEWARD_TRY(const auto lowest, BoundRange::of(minimum, weights, decimals));
  STEWARD_TRY(const auto highest, BoundRange::of(maximum, weights, decimals));
  const bool is_bounded = lowest.is_given() || highest.is_given();
  std::vector<double> taking_part;
  taking_part.reserve(cells.size());
  std::vector<Bounds> bounds;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i]) continue;
    taking_part.push_back(*cells[i]);
    if (is_bounded) bounds.push_back({lowest.at(i), highest.at(i)});
  }
  STEWARD_TRY(const auto parts, is_bounded ? share(whole, taking_part, bounds) : share(whole, taking_part));
  Table result(weights.rows(), weights.columns());
  auto part = parts.begin();
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i]) result.cells()[i] = (part++)->amount(decimals);
  return result;
}

}  // namespace steward::allocation
