#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "date.hpp"
#include "money/money.hpp"
#include "words/keywords.hpp"

namespace steward::ledger {

/// One row of the ledger. Texts are views: whoever makes a posting keeps what they look at.
struct Posting {
  std::string_view id;
  Date day{};  ///< decides the period
  std::optional<Date> document_day, due;
  std::string_view document, line;    ///< line: stored id of the most specific line hit, empty when unbudgeted
  std::string_view reference;         ///< the commitment it liquidates or the posting it reverses
  std::vector<std::string_view> key;  ///< by dimension, blank where there is none
  Stage stage = Stage::actual;
  std::optional<double> quantity;
  std::optional<Money> entered, tax;  ///< in the currency of the document
  std::string_view currency;
  std::optional<double> rate;  ///< budget currency for one unit of the document's
  Money amount;                ///< in budget currency; what the control counts
  std::string_view counterparty, memo, source, external_id, request, rule_version;
  std::string_view adjustment;  ///< "FY2026-ADJ", "FY2026-P03-ADJ": an adjustment of a period that is closed softly
  bool is_final = false;  ///< what is left of the commitment is released
};

/// The source of a row that a command derived: what a posting released of its commitment, or opened again.
constexpr std::string_view liquidation = "liquidation";
/// The source of what came from the year before: budget, and the commitments that moved with it.
constexpr std::string_view carried = "carry";

/// Stages that change the budget; the others use it up or pay.
constexpr bool is_budget(Stage stage) {
  return stage == Stage::supplement || stage == Stage::transfer_in || stage == Stage::transfer_out ||
         stage == Stage::carry_forward || stage == Stage::freeze;
}

}  // namespace steward::ledger
