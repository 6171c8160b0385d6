#pragma once

#include <memory>
#include <span>
#include <variant>

#include "date.hpp"
#include "ledger/index_store.hpp"
#include "ledger/source.hpp"
#include "result.hpp"
#include "value.hpp"
#include "words/words.hpp"

/// The one way of arguments in and results out, free of UNO so that vectors run through it without an office.
namespace steward::functions {

struct Omitted {
  bool operator==(const Omitted&) const = default;
};

/// What a cell formula hands to a parameter: nothing, one value, a range of values, a ledger that is read by column, or the
/// index of one (a fault when it cannot be made or there is none).
using Argument = std::variant<Omitted, Value, Table, std::shared_ptr<const ledger::LedgerSource>, Result<ledger::SharedIndex>>;
using Arguments = std::span<const Argument>;

/// What a function gives back to its cell or range.
using Answer = std::variant<Value, Table>;

/// The day that number 0 stands for in the calling document.
struct NullDate {
  Date day = date(1899, 12, 30);
};

}  // namespace steward::functions
