#pragma once

#include "plan/control_book.hpp"
#include "plan/options.hpp"

namespace steward::plan {

/// The line that an option names: by its id, by its key as it is shown ("Sales / Travel"), or by the code of the only
/// dimension. Faults: refused when there is none.
Result<control::LineNumber> line_named(ControlBook& control, const std::string& name);

/// The period that an option names, by label or by a day in it; without it, that of the as-of date.
Result<control::PeriodNumber> period_named(ControlBook& control, const OptionReader& options, std::string_view option);

}  // namespace steward::plan
