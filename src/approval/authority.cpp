#include "approval/authority.hpp"

#include <algorithm>

#include "approval/grants.hpp"
#include "approval/routing.hpp"
#include "cells.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::approval {
namespace {

using tables::AuthoritiesColumn;

constexpr int decimals = 2;

// The place of a column by its header in either language or its code.
std::optional<std::size_t> place_of(const Table& table, AuthoritiesColumn column) {
  const auto& known = tables::authorities_columns[static_cast<std::size_t>(column)];
  for (std::size_t at = 0; table.rows() > 0 && at < table.columns(); ++at) {
    const auto* text = std::get_if<std::string>(&table.at(0, at));
    const std::string written = text ? folded(*text) : std::string();
    if (written == folded(known.code) || written == folded(known.english) || written == folded(known.chinese)) return at;
  }
  return std::nullopt;
}

// A matrix for a formula says each level; a request takes a blank one for the first.
Outcome has_levels(const Table& table) {
  const auto approver = place_of(table, AuthoritiesColumn::approver), level = place_of(table, AuthoritiesColumn::level);
  if (!approver || !level || !place_of(table, AuthoritiesColumn::amount))
    return Fault{FaultKind::argument, phrase::authorities_unusable, {}};
  for (std::size_t row = 1; row < table.rows(); ++row)
    if (!is_blank(table.at(row, *approver)) && is_blank(table.at(row, *level)))
      return Fault{FaultKind::value, phrase::level_missing, {}};
  return success();
}

}  // namespace

Result<Table> authority(double amount, const Table& authorities, const std::optional<std::string>& type,
                        const std::optional<std::string>& dimension, const std::optional<std::string>& distance) {
  Matter matter;
  STEWARD_TRY(matter.amount, Money::from(amount, decimals));
  STEWARD_TRY(has_levels(authorities));
  if (type) {
    STEWARD_TRY(matter.type, read_keyword<RequestType>(*type));
  }
  if (dimension) matter.codes = std::vector{*dimension};
  if (distance) {
    STEWARD_TRY(matter.distance, read_distance(*distance));
  }
  STEWARD_TRY(const auto grants, read_grants(authorities, decimals));
  const auto steps = chain(grants, matter);
  if (steps.has_error()) return Fault{FaultKind::not_available, phrase::nobody_may_approve, {matter.amount.text(decimals)}};
  Table table;
  for (const Step& step : steps.value())
    table.append({static_cast<double>(step.level), step.approver, step.days ? Value(*step.days) : Value(Blank{}), step.joint ? 1.0 : 0.0});
  return table;
}

}  // namespace steward::approval
