#include <algorithm>
#include <cmath>

#include "control/checker.hpp"
#include "numeral.hpp"
#include "words/phrases/adjustment.gen.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/reserve.gen.hpp"

// How a document's effect on lines and windows becomes the verdict on each of its rows.
namespace steward::control {
namespace {

using ledger::Posting;

Verdict verdict_of(CheckAction action) {
  if (action == CheckAction::stop) return Verdict::stop;
  return action == CheckAction::warn ? Verdict::warn : Verdict::allow;
}

}  // namespace

bool Checker::refuse_at_once(const Posting& posting, RowDecision& row) {
  const auto refuse = [&](Phrase phrase, std::vector<std::string> blanks) {
    row.verdict = Verdict::stop;
    row.remarks.push_back({phrase, std::move(blanks)});
    return true;
  };
  const auto period = timeline_.number_of(posting.day);
  const auto consumed_in = period_of(posting);
  if (!period || !consumed_in) return refuse(phrase::date_out_of_range, {});
  row.period = consumed_in.value();
  const auto& hits = lines_.hit_by(posting.key);
  if (!hits.empty()) row.line = hits.front();
  const PeriodState state = policy_.state_of(period.value());
  if (state == PeriodState::soft_closed && posting.adjustment.empty()) {
    const std::string label = timeline_.label(period.value());
    const auto open = first_open(period.value());
    return refuse(phrase::adjustments_only, {label, open ? timeline_.label(*open) : "–"});
  }
  if (state == PeriodState::closed) {
    const auto open = first_open(period.value());
    if (open) return refuse(phrase::period_closed, {timeline_.label(period.value()), timeline_.label(*open)});
    return refuse(phrase::no_open_period, {timeline_.label(period.value())});
  }
  const bool is_asset = row.line && lines_[*row.line].nature == Nature::asset;
  if (posting.stage == Stage::depreciation && !is_asset) return refuse(phrase::depreciation_of_no_asset, {shown(posting.key)});
  if (ledger::is_budget(posting.stage) && !policy_.approved_requests.contains(std::string(posting.request)))
    return refuse(phrase::budget_needs_request, {});
  const bool spends = posting.amount > Money() && consumes(posting.stage, policy_.accounting);
  if (spends && row.line && policy_.reserves.contains(*row.line))
    return refuse(phrase::reserve_by_transfer, {shown(lines_[*row.line].key)});
  return false;
}

void Checker::judge_unbudgeted(const Posting& posting, RowDecision& row) {
  if (posting.stage == Stage::release) return;
  const auto rules = rules_.governing({}, occasion(posting.stage, posting.day));
  row.rule = rules.empty() ? nullptr : rules.front();
  row.verdict = std::max(row.verdict, row.rule ? verdict_of(row.rule->unbudgeted) : Verdict::stop);
  const auto nearest = lines_.nearest(posting.key);
  if (nearest)
    row.remarks.push_back({phrase::unbudgeted_key, {shown(posting.key), shown(lines_[*nearest].key)}});
  else
    row.remarks.push_back({phrase::unbudgeted_key_alone, {shown(posting.key)}});
  row.excess = posting.amount;
  permit(row, posting.amount);
}

// Turns a stop into a warning where somebody with authority let the excess pass.
void Checker::permit(RowDecision& row, Money excess) const {
  if (!permission_ || row.verdict != Verdict::stop || excess > permission_->up_to) return;
  row.verdict = Verdict::warn;
  row.remarks.push_back({phrase::overridden, {money(excess), permission_->by}});
}

void Checker::note_level(const Node& node, RowDecision& row) const {
  const Nature nature = lines_[node.line].nature;
  const Money revised = node.before.revised(), consumed = node.before.consumed(policy_.accounting) + node.change;
  if ((nature != Nature::expense && nature != Nature::asset) || revised <= Money()) return;
  if (consumed > limit_of(revised, node.rule->tolerance)) return;  // recoveries below it are still to come in
  if (consumed > revised) {
    row.remarks.push_back({phrase::within_tolerance, {}});
    return;
  }
  const double used = static_cast<double>(consumed.minor()) / static_cast<double>(revised.minor());
  const AlertLevel level = level_of(used, node.rule->levels, nature);
  if (level == AlertLevel::fine || level == AlertLevel::over) return;
  row.level = level;
  const Phrase reached[] = {phrase::yellow_reached, phrase::orange_reached, phrase::red_reached};
  row.remarks.push_back({reached[static_cast<int>(level) - 1], {numeral(std::floor(used * 1000) / 10)}});
}

// The breach, or else the tightest window, decides what a row reports.
void Checker::judge_row(const Posting& posting, std::span<const Node> nodes, bool exempt, RowDecision& row) {
  const auto& hits = lines_.hit_by(posting.key);
  const Node* deciding = nullptr;
  std::optional<Breach> worst;
  for (const Node& node : nodes) {
    const bool is_hit =
        std::ranges::find(hits, node.line) != hits.end() || std::ranges::find_first_of(hits, node.pool) != hits.end();
    if (!is_hit) continue;
    auto breach = exempt ? std::nullopt : breach_in(node);
    if (breach && (!worst || verdict_of(breach->action) > verdict_of(worst->action))) {
      worst = std::move(breach);
      deciding = &node;
    }
    const auto left = [&](const Node& n) { return n.before.available(policy_.accounting); };
    if (!worst && (!deciding || (node.line == deciding->line && left(node) < left(*deciding)))) deciding = &node;
  }
  if (!deciding) return;
  row.line = deciding->line;
  row.rule = deciding->rule;
  row.available = deciding->before.available(policy_.accounting);
  if (!worst) return exempt || deciding->change <= Money() ? void() : note_level(*deciding, row);
  row.excess = worst->excess;
  row.verdict = std::max(row.verdict, verdict_of(worst->action));
  const std::string line = shown(lines_[deciding->line].key), period = timeline_.label(row.period);
  std::vector<std::string> blanks{line, period};
  if (worst->phrase == phrase::over_limit) blanks.push_back(money(*row.available));
  blanks.push_back(money(deciding->change));
  if (worst->phrase == phrase::over_limit) blanks.push_back(money(worst->excess));
  row.remarks.push_back({worst->phrase, std::move(blanks)});
  permit(row, worst->excess);
}

void Checker::judge(std::span<const Posting> document, const std::vector<Node>& nodes, std::vector<RowDecision>& rows) {
  const bool exempt = std::ranges::all_of(nodes, [](const Node& node) { return node.change <= Money(); });
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (lines_.hit_by(document[i].key).empty())
      judge_unbudgeted(document[i], rows[i]);
    else
      judge_row(document[i], nodes, exempt, rows[i]);
  }
}

}  // namespace steward::control
