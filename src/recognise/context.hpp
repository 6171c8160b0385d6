#pragma once

#include <optional>
#include <string>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Words that say what a column of amounts is.
inline constexpr std::initializer_list<Term> telling_terms = {
    Term::variance, Term::revised, Term::committed, Term::paid,    Term::collected,
    Term::estimate, Term::actual,  Term::budget,    Term::version, Term::ideal};

/// What is written around a table and holds for all of its columns.
struct Context {
  std::optional<UnitName> unit;
  Terms terms;
  int year = 0;
  std::string year_label;
  std::optional<PeriodName> period;        ///< a text that is nothing but "March 2026", for days and weeks
  std::optional<PeriodName> sheet_period;  ///< of a sheet that is called so: a sheet for each month
};

Context context_of(const Draft& draft);

}  // namespace steward::recognise
