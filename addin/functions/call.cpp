#include "functions/call.hpp"

#include "functions/calc_error.hpp"

namespace steward::functions {

Value element_fault(const Fault& fault) { return CellError{std::string(calc_error(fault.kind).name)}; }

bool lies_down(const Argument& argument) {
  const auto* range = std::get_if<Table>(&argument);
  return range && range->rows() == 1 && range->columns() > 1;
}

}  // namespace steward::functions
