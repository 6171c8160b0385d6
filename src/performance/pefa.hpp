#pragma once

#include <optional>
#include <string>

#include "matrix.hpp"
#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::performance {

/// PEFA(indicator; budget; outturn; excluded): the score A, B, C or D of a public-finance indicator from the original
/// budget and the outturn of three years, a column each and a row a head. A score is reached when two of the three
/// years lie within its bounds; shares are compared within 1e-9.
///   PI-1     outturn / budget of all expenditure: 95–105 %, 90–110 %, 85–115 %, bounds included
///   PI-2.1   composition by function without contingency and interest: below 5, 10, 15 %
///   PI-2.2   composition by economic type without contingency: the same bounds
///   PI-2.3   outturn of contingency / budget, mean of the years: below 3 %, to 6 %, below 10 %
///   PI-3.1   outturn / budget of all revenue: 97–106 %, 94–112 %, 92–116 %
///   PI-3.2   composition of revenue: below 5, 10, 15 %
///   PI-3     PI-3.1 and PI-3.2 together by method M2 (averaging): A, B+ … D
/// Composition is Σ|outturn − adjusted| / Σ adjusted with adjusted = budget × total outturn / total budget. `excluded`
/// marks rows with "contingency" or "interest".
/// Faults: argument when there are not three columns, the shapes differ or a mark is unknown; division_by_zero when a
/// year has no budget, or no outturn to compose. Source: PEFA Secretariat, Framework 2016, PI-1 to PI-3.
Result<std::string> pefa(PefaIndicator indicator, const Matrix<double>& budget, const Matrix<double>& outturn,
                         const std::optional<Table>& excluded);

}  // namespace steward::performance
