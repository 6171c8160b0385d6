#pragma once

#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::performance {

/// EVM(metric; bac; pv; ev; ac; method): earned value of a project, in the unit of its budget; favourable is positive
/// for CV, SV and VAC, and above 1 for CPI and SPI.
///   CV = EV − AC      CPI = EV / AC      EAC by "cpi"        BAC / CPI
///   SV = EV − PV      SPI = EV / PV      EAC by "remaining"  AC + BAC − EV (what is left goes as planned)
///   ETC = EAC − AC    VAC = BAC − EAC    EAC by "cpi*spi"    AC + (BAC − EV) / (CPI × SPI)
///   TCPI = (BAC − EV) / (BAC − AC): the performance that would still meet the budget
/// Nothing is rounded on the way: AC 162,000, EV 150,000, BAC 500,000 give EAC 540,000.
/// Faults: division_by_zero when AC, PV or EV is 0 where it divides; number for TCPI when AC has reached BAC.
/// Source: PMI, The Standard for Earned Value Management.
Result<double> earned_value(EarnedValueMetric metric, double bac, double pv, double ev, double ac,
                            EstimateMethod method);

}  // namespace steward::performance
