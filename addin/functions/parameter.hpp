#pragma once

#include <functional>
#include <vector>

#include "functions/reading.hpp"
#include "words/phrases/functions.gen.hpp"

/// The kinds of parameter that the catalogue knows, each with how it is read. `Passed` is what the core function gets.
namespace steward::functions {

using SharedLedger = std::shared_ptr<const ledger::LedgerSource>;

struct Shape {
  std::size_t rows = 1, columns = 1;
  bool operator==(const Shape&) const = default;
};

/// What reading one element of a parameter gives: a value, a blank that leaves the result blank, or a fault.
template <class Passed>
using Element = Result<std::optional<Passed>>;

/// A parameter that is lifted element by element over a range; single values are repeated to fit.
template <class T>
class Each {
 public:
  using Passed = T;
  Each(const Argument& argument, std::string_view name, NullDate null_date, std::optional<T> fallback = std::nullopt)
      : argument_(argument), name_(name), null_date_(null_date), fallback_(std::move(fallback)) {}

  std::optional<Shape> shape() const {
    const auto* range = std::get_if<Table>(&argument_);
    return range ? std::optional(Shape{range->rows(), range->columns()}) : std::nullopt;
  }

  Element<T> read(std::size_t index) const {
    if (std::holds_alternative<Omitted>(argument_)) return fallback_ ? Element<T>(fallback_) : missing(name_);
    const auto* range = std::get_if<Table>(&argument_);
    const auto* single = std::get_if<Value>(&argument_);
    if (!range && !single) return missing(name_);
    const Value& value = range ? range->cells()[index] : *single;
    if (is_blank(value) && (range || fallback_)) return Element<T>(fallback_);
    STEWARD_TRY(T read_value, functions::read<T>(value, name_, null_date_));
    return std::optional<T>(std::move(read_value));
  }

 private:
  const Argument& argument_;
  std::string_view name_;
  NullDate null_date_;
  std::optional<T> fallback_;
};

/// The same, but a blank or omitted element reaches the core as "no value".
template <class T>
class EachIfGiven {
 public:
  using Passed = std::optional<T>;
  EachIfGiven(const Argument& argument, std::string_view name, NullDate null_date)
      : each_(argument, name, null_date), argument_(argument) {}

  std::optional<Shape> shape() const { return each_.shape(); }

  Element<Passed> read(std::size_t index) const {
    if (std::holds_alternative<Omitted>(argument_)) return std::optional<Passed>(Passed());
    const auto* single = std::get_if<Value>(&argument_);
    if (single && is_blank(*single)) return std::optional<Passed>(Passed());
    STEWARD_TRY(std::optional<T> value, each_.read(index));
    return std::optional<Passed>(std::move(value));
  }

 private:
  Each<T> each_;
  const Argument& argument_;
};

/// A parameter that is the same for the whole call, read once. The core gets `Passed`, made from what is stored.
template <class Stored, class PassedOn = std::reference_wrapper<const Stored>>
class Once {
 public:
  using Passed = PassedOn;
  explicit Once(Result<Stored> stored) : stored_(std::move(stored)) {}
  std::optional<Shape> shape() const { return std::nullopt; }
  Element<Passed> read(std::size_t) const {
    if (stored_.has_error()) return stored_.error();
    if constexpr (std::same_as<Stored, SharedLedger> || std::same_as<Stored, ledger::SharedIndex>) return std::optional<Passed>(*stored_.value());
    else return std::optional<Passed>(Passed(stored_.value()));
  }

 private:
  Result<Stored> stored_;
};

/// One value, not lifted: a range stands for its single cell.
template <class T>
Result<std::optional<T>> read_single(const Argument& argument, std::string_view name, NullDate null_date) {
  const Value* value = std::get_if<Value>(&argument);
  if (const auto* range = std::get_if<Table>(&argument)) {
    if (range->size() != 1) return Fault{FaultKind::argument, phrase::not_a_single_value, {std::string(name)}};
    value = &range->cells().front();
  }
  if (!value || is_blank(*value)) return std::optional<T>();
  STEWARD_TRY(T read_value, read<T>(*value, name, null_date));
  return std::optional<T>(std::move(read_value));
}

template <class T>
using Single = Once<T, T>;

template <class T>
Single<T> single(const Argument& argument, std::string_view name, NullDate null_date, std::optional<T> fallback = {}) {
  auto value = read_single<T>(argument, name, null_date);
  if (value.has_error()) return Single<T>(value.error());
  if (!value.value()) value.value() = std::move(fallback);
  // A text may be empty, like the hash before the first row of a log; left out it may not be.
  if constexpr (std::same_as<T, std::string>)
    if (!value.value() && !std::holds_alternative<Omitted>(argument)) value.value() = std::string();
  return value.value() ? Single<T>(*value.value()) : Single<T>(missing(name));
}

template <class T>
Once<std::optional<T>, std::optional<T>> single_if_given(const Argument& argument, std::string_view name,
                                                         NullDate null_date) {
  return Once<std::optional<T>, std::optional<T>>(read_single<T>(argument, name, null_date));
}

/// A range as it stands; a single value is a range of one cell.
Result<Table> read_cells(const Argument& argument, std::string_view name);
/// A range of numbers with its shape; a blank is a fault.
Result<Matrix<double>> read_matrix(const Argument& argument, std::string_view name);
/// The same, row by row.
Result<std::vector<double>> read_numbers(const Argument& argument, std::string_view name);
/// A range of numbers, row by row, in which a blank is "no value".
Result<std::vector<std::optional<double>>> read_gaps(const Argument& argument, std::string_view name);
Result<SharedLedger> read_ledger(const Argument& argument, std::string_view name);
/// An index that was found or made before; a bare ledger is indexed here.
Result<ledger::SharedIndex> read_index(const Argument& argument, std::string_view name);

/// Dates, row by row, in which a blank is "no date".
Result<std::vector<std::optional<Date>>> read_dates(const Argument& argument, std::string_view name, NullDate null_date);
/// Any number of ranges; at least one must be given.
Result<std::vector<Table>> read_tables(Arguments arguments, std::string_view name);

/// What `read` gives, or nothing where the argument was left out.
template <class Stored>
Result<std::optional<Stored>> read_if_given(const Argument& argument, std::string_view name,
                                            Result<Stored> (*read)(const Argument&, std::string_view)) {
  const auto* value = std::get_if<Value>(&argument);
  if (std::holds_alternative<Omitted>(argument) || (value && is_blank(*value))) return std::optional<Stored>();
  STEWARD_TRY(Stored stored, read(argument, name));
  return std::optional<Stored>(std::move(stored));
}

// The range words of the catalogue.
inline auto cells_of(const Argument& a, std::string_view name) { return Once<Table>(read_cells(a, name)); }
inline auto matrix_of(const Argument& a, std::string_view name) { return Once<Matrix<double>>(read_matrix(a, name)); }
inline auto numbers_of(const Argument& a, std::string_view name) {
  return Once<std::vector<double>, std::span<const double>>(read_numbers(a, name));
}
inline auto gaps_of(const Argument& a, std::string_view name) {
  return Once<std::vector<std::optional<double>>, std::span<const std::optional<double>>>(read_gaps(a, name));
}
inline auto dates_of(const Argument& a, std::string_view name, NullDate null_date) {
  return Once<std::vector<std::optional<Date>>, std::span<const std::optional<Date>>>(read_dates(a, name, null_date));
}
inline auto tables_of(Arguments a, std::string_view name) {
  return Once<std::vector<Table>, std::span<const Table>>(read_tables(a, name));
}
inline auto ledger_of(const Argument& a, std::string_view name) {
  return Once<SharedLedger, std::reference_wrapper<const ledger::LedgerSource>>(read_ledger(a, name));
}
inline auto index_of(const Argument& a, std::string_view name) {
  return Once<ledger::SharedIndex, std::reference_wrapper<const ledger::LedgerIndex>>(read_index(a, name));
}
inline auto cells_if_given(const Argument& a, std::string_view name) {
  return Once<std::optional<Table>>(read_if_given(a, name, read_cells));
}
inline auto matrix_if_given(const Argument& a, std::string_view name) {
  return Once<std::optional<Matrix<double>>>(read_if_given(a, name, read_matrix));
}
inline auto numbers_if_given(const Argument& a, std::string_view name) {
  return Once<std::optional<std::vector<double>>>(read_if_given(a, name, read_numbers));
}
inline auto gaps_if_given(const Argument& a, std::string_view name) {
  return Once<std::optional<std::vector<std::optional<double>>>>(read_if_given(a, name, read_gaps));
}

}  // namespace steward::functions
