#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

/// Who must approve what, in which order.
namespace steward::approval {

/// One row of the authority matrix: who may approve a type of request, for a part of the budget, up to an amount.
struct Grant {
  std::string type;                ///< code of a type, or "*"
  std::string dimension;           ///< a code of any dimension or a line, or "*"
  std::optional<Money> up_to;      ///< up to and including; nothing is without limit
  std::optional<Distance> reach;   ///< the farthest transfer; nothing is any
  int level = 1;                   ///< 1 is asked first; level 0 is the fast lane
  std::string approver;            ///< a person or a role
  std::optional<double> days;      ///< working days allowed
  bool joint = false;              ///< signs together with the others of the level
  std::string consent;             ///< a third party that must consent as well
  std::optional<double> hours = {};  ///< hours of working days allowed, instead of days
};

/// Consents come after the levels of approval, as levels of their own that begin here.
constexpr int first_consent = 1000;

/// What is to be approved. What is not said is not looked at: a matter without a type meets the grants for every type.
struct Matter {
  std::optional<RequestType> type;
  Money amount;  ///< its size; the sign does not matter
  /// Codes of the lines concerned, the line's own first, then its ancestors; empty ones meet grants for all lines only.
  std::optional<std::vector<std::string>> codes;
  std::optional<Distance> distance;
};

/// One signature that is needed.
struct Step {
  int level = 1;
  std::string approver;
  std::optional<double> days;
  bool joint = false;  ///< all joint steps of a level must sign; of the others any one
  std::optional<double> hours = {};
};

/// Adds the consent of a third party to a chain, once.
void ask_consent(std::vector<Step>& chain, const std::string& third_party);

/// The whole chain of approvals that a matter needs, lowest level first.
///
/// A grant counts when its type, its dimension and its reach take the matter in; of the grants of one level those for the
/// nearest code go before those for all. The chain climbs level by level up to the first on which somebody may approve
/// the whole amount. A fast lane (level 0) whose limit takes the amount in is the whole chain. The consents that its
/// grants ask for come last, one after the other.
/// Faults: not_available when nobody may approve so much.
Result<std::vector<Step>> chain(std::span<const Grant> grants, const Matter& matter);

}  // namespace steward::approval
