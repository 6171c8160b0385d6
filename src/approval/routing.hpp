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
};

/// What is to be approved.
struct Matter {
  RequestType type = RequestType::spending;
  Money amount;                    ///< its size; the sign does not matter
  std::vector<std::string> codes;  ///< codes of the lines concerned, the line's own first, then its ancestors
  std::optional<Distance> distance;
};

/// One signature that is needed.
struct Step {
  int level = 1;
  std::string approver;
  std::optional<double> days;
  bool joint = false;  ///< all joint steps of a level must sign; of the others any one
};

/// The whole chain of approvals that a matter needs, lowest level first.
///
/// A grant counts when its type, its dimension and its reach take the matter in; of the grants of one level those for the
/// nearest code go before those for all. The chain climbs level by level up to the first on which somebody may approve
/// the whole amount. A fast lane (level 0) whose limit takes the amount in is the whole chain.
/// Faults: not_available when nobody may approve so much.
Result<std::vector<Step>> chain(std::span<const Grant> grants, const Matter& matter);

}  // namespace steward::approval
