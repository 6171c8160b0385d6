#pragma once

#include "recognise/draft.hpp"

/// Which columns of figures are money that may be added up, and which only measure it: prices, quantities, factors,
/// codes. Headers say so first; how the columns are used decides where headers are silent or careless.
namespace steward::recognise {

/// Terms under which a header claims amounts, and those that say which stage of the budget they are.
inline constexpr std::initializer_list<Term> amount_terms = {
    Term::budget,   Term::revised,  Term::actual, Term::committed, Term::paid,       Term::collected,
    Term::estimate, Term::variance, Term::amount, Term::total,     Term::cumulative, Term::ideal};
inline constexpr std::initializer_list<Term> role_terms = {
    Term::revised, Term::actual, Term::committed, Term::paid, Term::collected, Term::estimate, Term::variance};

/// "Account", "Fund", "Position": whole numbers under such a header are names.
bool names_things(const ColumnFacts& facts);

/// A column under the word for a thing whose last row is the total of the others holds amounts.
void settle_named_amounts(Draft& draft);
/// By how columns are multiplied, copied and added up. Derivations must be known.
void settle_measures(Draft& draft);

}  // namespace steward::recognise
