#include "plan/reserve.hpp"

#include <algorithm>

#include "control/carry.hpp"
#include "plan/line_named.hpp"
#include "plan/measuring.hpp"
#include "plan/virement.hpp"
#include "words/phrases/reserve.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;

std::string name_of(ControlBook& control, LineNumber line) {
  return control::shown(std::span<const std::string>(control.lines()[line].key));
}

// The figure of a setting for this line.
std::optional<double> term(ControlBook& control, LineNumber line, std::string_view setting) {
  for (const auto& entry : control.settings().all(setting)) {
    if (entry.number && reserve_line(control, entry.item) == line) return entry.number;
  }
  return std::nullopt;
}

Result<std::optional<Money>> amount_of(ControlBook& control, LineNumber line, std::string_view setting) {
  const auto number = term(control, line, setting);
  if (!number) return std::optional<Money>();
  STEWARD_TRY(const auto money, Money::from(*number, control.decimals()));
  return std::optional(money);
}

// Everything that is budgeted for spending in a year, each amount once.
Money total_of(ControlBook& control, control::Window year) {
  Scope all{"*", {}};
  for (LineNumber line = 0; line < control.lines().size(); ++line) all.lines.push_back(line);
  const Measuring measuring(control);
  Money total;
  for (const LineNumber line : measuring.tops(all, [&](LineNumber at) { return measuring.is_spending(at) && measuring.is_budgeted(at, year); }))
    total += control.standings().over(line, year).revised();
  return total;
}

}  // namespace

std::optional<LineNumber> reserve_line(ControlBook& control, const std::string& item) {
  if (const auto line = line_named(control, item)) return line.value();
  std::optional<LineNumber> only;
  for (LineNumber line = 0; line < control.lines().size(); ++line) {
    const auto& key = control.lines()[line].key;
    if (std::ranges::none_of(key, [&](const auto& part) { return folded(part) == folded(item); })) continue;
    if (only) return std::nullopt;
    only = line;
  }
  return only;
}

Result<std::optional<Reserve>> reserve_of(ControlBook& control, LineNumber line, control::PeriodNumber period) {
  const auto share = term(control, line, "reserve");
  if (!share) return std::optional<Reserve>();
  const control::Window year = control.timeline().year(period);
  const auto standing = control.standings().over(line, year);
  Reserve reserve;
  reserve.share = *share;
  reserve.total = total_of(control, year);
  reserve.released = standing.of(Stage::transfer_out) - standing.of(Stage::transfer_in);
  const auto plain = [&](Money money) { return money.amount(control.decimals()); };
  const auto parts = control::reserve(plain(reserve.total), *share, term(control, line, "reserve_emergency").value_or(0.5),
                                      Table(1, 1, Value(plain(reserve.released))), term(control, line, "reserve_months"),
                                      term(control, line, "reserve_monthly"));
  if (parts.has_error()) return refused(phrase::reserve_wrong, {name_of(control, line)});
  Money* const places[] = {&reserve.pool, &reserve.base,        &reserve.emergency, &reserve.released,
                           &reserve.left, &reserve.untouchable, &reserve.drawable};
  for (std::size_t i = 0; i < std::size(places); ++i) {
    const Value& part = parts.value().at(0, i);
    const auto* number = std::get_if<double>(&part);
    STEWARD_TRY(*places[i], Money::from(number ? *number : 0, control.decimals()));
  }
  STEWARD_TRY(reserve.cap, amount_of(control, line, "reserve_cap"));
  STEWARD_TRY(reserve.papers_above, amount_of(control, line, "papers_above"));
  return std::optional(reserve);
}

Outcome check_draw(ControlBook& control, const approval::Application& transfer) {
  const auto from = control.lines().by_id(transfer.line);
  STEWARD_TRY(const auto found, reserve_of(control, *from, period_of(control, transfer.period)));
  if (!found) return success();
  const Reserve& reserve = *found;
  const auto money = [&](Money amount) { return amount.text(control.decimals()); };
  const std::string name = name_of(control, *from), asked = money(transfer.amount);
  if (transfer.amount > reserve.drawable)
    return refused(phrase::reserve_too_much, {name, money(reserve.drawable), money(reserve.pool), money(reserve.released),
                                              money(reserve.untouchable), asked});
  if (reserve.cap && transfer.amount > *reserve.cap) return refused(phrase::reserve_cap, {name, money(*reserve.cap), asked});
  if (reserve.papers_above && transfer.amount > *reserve.papers_above && folded(transfer.attachments).empty())
    return refused(phrase::reserve_papers, {name, money(*reserve.papers_above)});
  return success();
}

}  // namespace steward::plan
