#include "plan/virement.hpp"

#include <algorithm>

#include "plan/reserve.hpp"

#include "words/phrases/approval.gen.hpp"

namespace steward::plan {
namespace {

std::string name_of(ControlBook& control, control::LineNumber line) {
  return control::shown(std::span<const std::string>(control.lines()[line].key));
}

std::vector<control::LineNumber> hits_of(ControlBook& control, control::LineNumber line) {
  const auto& key = control.lines()[line].key;
  const std::vector<std::string_view> views(key.begin(), key.end());
  return control.lines().hit_by(views);
}

bool is_called(ControlBook& control, control::LineNumber line, const std::string& name) {
  if (name == "*" || folded(name) == folded(control.lines()[line].id)) return true;
  return std::ranges::any_of(control.lines()[line].key, [&](const auto& part) { return folded(part) == folded(name); });
}

// The parent of a code, as the dimension tree in Settings has it.
std::string parent_of(ControlBook& control, const std::string& code) {
  for (const auto& entry : control.settings().all("parent"))
    if (folded(entry.item) == folded(code)) return entry.text;
  return {};
}

}  // namespace

std::string ring_fence_of(ControlBook& control, control::LineNumber line) {
  for (const auto& entry : control.settings().all("ring_fence"))
    if (is_called(control, line, entry.item)) return entry.text;
  return {};
}

control::PeriodNumber period_of(ControlBook& control, const std::string& label) {
  const auto period = calendar::parse_label(control.timeline().calendar(), label);
  return period ? control.timeline().number_of(period.value()) : 0;
}

Date day_in(const control::Timeline& timeline, control::PeriodNumber period, Date today) {
  const auto days = timeline.days(period);
  return std::clamp(today, days.first, days.last);
}

ledger::Posting posting_for(ControlBook& control, const approval::Application& application, Stage stage, Date today) {
  ledger::Posting posting;
  posting.day = day_in(control.timeline(), period_of(control, application.period), today);
  posting.document = control.keep(application.id);
  posting.request = control.keep(application.id);
  posting.memo = control.keep(application.purpose);
  posting.source = "request";
  posting.stage = stage;
  if (const auto line = control.lines().by_id(application.line)) {
    const auto& key = control.lines()[*line].key;
    posting.key.assign(key.begin(), key.end());
  }
  return posting;
}

Distance distance_of(ControlBook& control, control::LineNumber from, control::LineNumber to) {
  if (from == to) return Distance::period;
  const auto &source = control.lines()[from].key, &target = control.lines()[to].key;
  const bool is_same_unit = folded(source.front()) == folded(target.front());
  if (source.size() > 1 && is_same_unit) return Distance::unit;
  const auto above = parent_of(control, source.front()), beside = parent_of(control, target.front());
  const bool has_same_parent = !above.empty() && folded(above) == folded(beside);
  if (source.size() == 1) {
    // Of a budget with one dimension the parent is the unit; without a tree it is one unit.
    if (has_same_parent || (above.empty() && beside.empty())) return Distance::unit;
    const auto grand = parent_of(control, above);
    return !grand.empty() && folded(grand) == folded(parent_of(control, beside)) ? Distance::function_ : Distance::across;
  }
  return has_same_parent ? Distance::function_ : Distance::across;
}

Outcome check_transfer(ControlBook& control, const approval::Application& transfer, Date today) {
  const auto from = control.lines().by_id(transfer.line), to = control.lines().by_id(transfer.other_line);
  if (transfer.amount <= Money()) return refused(phrase::transfer_not_positive);
  if (*from == *to && transfer.period == transfer.other_period) return refused(phrase::transfer_to_itself);
  const std::string source = name_of(control, *from), target = name_of(control, *to);
  if (control.lines()[*from].nature != control.lines()[*to].nature)
    return refused(phrase::transfer_other_nature, {source, target});
  for (const auto& entry : control.settings().all("barred"))
    if (is_called(control, *from, entry.item) && is_called(control, *to, entry.text))
      return refused(phrase::transfer_barred, {source, target});
  if (const auto tag = ring_fence_of(control, *from); !tag.empty() && folded(tag) != folded(ring_fence_of(control, *to)))
    return refused(phrase::transfer_ring_fenced, {source, tag});
  STEWARD_TRY(check_draw(control, transfer));
  const auto period = period_of(control, transfer.period);
  // What stands above both lines is as full after the transfer as before.
  const Money room = control.checker().room(*from, period, today, hits_of(control, *to));
  if (transfer.amount > room)
    return refused(phrase::transfer_too_much, {source, room.text(control.decimals()), control.timeline().label(period),
                                               transfer.amount.text(control.decimals())});
  return success();
}

}  // namespace steward::plan
