#include "control/checker.hpp"

#include "control/recovery.hpp"
#include "words/phrases/control.gen.hpp"

#include <algorithm>
#include <limits>

namespace steward::control {
namespace {

using ledger::liquidation;
using ledger::Posting;

constexpr Window whole_life{std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};

bool commits(Stage stage) {
  return stage == Stage::commitment || stage == Stage::precommitment;
}

}  // namespace

Checker::Checker(const Policy& policy, LineBook& lines, const RuleBook& rules, Timeline& timeline, Standings& standings)
    : policy_(policy), lines_(lines), rules_(rules), timeline_(timeline), standings_(standings) {
  for (const Rule& rule : rules.all())
    if (rule.from) turns_.push_back(*rule.from);
  std::ranges::sort(turns_);
}

Result<PeriodNumber> Checker::period_of(const Posting& posting) {
  if (!commits(posting.stage)) return timeline_.number_of(posting.day);
  if (posting.due) {
    STEWARD_TRY(const auto due, timeline_.number_of(*posting.due));
    return policy_.current ? std::max(due, *policy_.current) : due;
  }
  // A released commitment leaves the period in which it was made.
  if (posting.source == liquidation && posting.document_day) return timeline_.number_of(*posting.document_day);
  return timeline_.number_of(posting.day);
}

std::optional<PeriodNumber> Checker::first_open(PeriodNumber from) const {
  const Window year = timeline_.year(from);
  for (PeriodNumber period = from; period <= year.last + timeline_.periods_in_year(); ++period) {
    if (policy_.state_of(period) == PeriodState::open) return period;
  }
  return std::nullopt;
}

// What comes in on a line with a negative budget, up to that budget, is what was planned.
bool Checker::is_planned_receipt(const Posting& posting) {
  const auto& hits = lines_.hit_by(posting.key);
  const auto period = period_of(posting);
  if (hits.empty() || !period) return false;
  const Standing standing = standings_.over(hits.front(), timeline_.year(period.value()));
  return standing.revised() < Money() && standing.consumed(policy_.accounting) + posting.amount >= standing.revised();
}

bool Checker::is_unproven(const Posting& posting) {
  if (posting.amount >= Money() || !consumes(posting.stage, policy_.accounting)) return false;
  if (posting.source == ledger::carried) return false;  // the reversal of an accrual, handed on by the year before
  if (!posting.request.empty() && policy_.approved_requests.contains(std::string(posting.request))) return false;
  if (!posting.reference.empty() && commitments_.knows(posting.reference)) return false;
  return !is_planned_receipt(posting);
}

void Checker::book(const Posting& posting) {
  const auto period = period_of(posting);
  if (!period) return;
  const bool unproven = is_unproven(posting);
  for (const LineNumber line : lines_.hit_by(posting.key))
    standings_.add(line, period.value(), posting.stage, posting.amount, unproven);
}

void Checker::replay(const Posting& posting) {
  book(posting);
  commitments_.replay(posting);
}

Posting Checker::release_row(const Posting& cause, const CommitmentChange& change) {
  const Outstanding& order = commitments_.at(change.row);
  Posting row;
  row.day = cause.day;
  row.document_day = order.day;
  row.due = order.due;
  row.document = cause.document;
  row.reference = order.document;
  row.key.assign(order.key.begin(), order.key.end());
  row.stage = order.stage;
  row.quantity = change.quantity;
  row.entered = change.entered;
  row.currency = order.currency;
  row.amount = change.amount;
  row.counterparty = cause.counterparty;
  row.source = liquidation;
  const auto& hits = lines_.hit_by(row.key);
  if (!hits.empty()) row.line = lines_[hits.front()].id;
  return row;
}

// A commitment that was carried over brought its budget along. What is released of it and not spent takes that away again.
void Checker::give_back(const Posting& cause, const std::vector<CommitmentChange>& changes, Money used,
                        std::vector<Posting>& postings) {
  for (const auto& change : changes) {
    const Money released = -change.amount, spent = std::min(std::max(used, Money()), released);
    used -= spent;
    if (!commitments_.at(change.row).is_carried || released <= spent) continue;
    Posting row = release_row(cause, change);
    row.stage = Stage::carry_forward;
    row.amount = spent - released;
    row.quantity.reset();
    row.entered.reset();
    row.due.reset();
    postings.push_back(row);
  }
}

// What a row does to commitments, and the row itself unless it only releases.
void Checker::expand_row(const Posting& given, RowDecision& decision, std::vector<Posting>& postings) {
  Posting posting = given;
  const auto& hits = lines_.hit_by(posting.key);
  if (!hits.empty()) posting.line = lines_[hits.front()].id;
  const bool is_reduction = commits(posting.stage) && posting.amount < Money();
  if (is_reduction && posting.reference.empty() && commitments_.knows(posting.document))
    posting.reference = posting.document;
  const bool is_release = posting.stage == Stage::release || (is_reduction && commitments_.knows(posting.reference));
  if (!posting.reference.empty() && !commitments_.knows(posting.reference))
    decision.remarks.push_back({phrase::reference_unknown, {std::string(posting.reference)}});
  std::vector<CommitmentChange> changes;
  if (is_release) {
    posting.stage = Stage::release;
    posting.amount = abs(posting.amount);
    posting.is_final = posting.is_final || posting.amount.is_zero();
    changes = commitments_.liquidate(posting, policy_.liquidate_by_quantity);
    Money released;
    for (const auto& change : changes) released -= change.amount;
    if (changes.empty()) {
      decision.verdict = Verdict::stop;
      decision.remarks.push_back({phrase::nothing_to_release, {std::string(posting.reference)}});
    } else if (!posting.is_final && released < posting.amount) {
      decision.remarks.push_back({phrase::released_less, {money(released)}});
    }
  } else if (consumes(posting.stage, policy_.accounting)) {
    if (is_unproven(posting)) decision.remarks.push_back({phrase::credit_unproven, {}});
    if (posting.amount >= Money())
      changes = commitments_.liquidate(posting, policy_.liquidate_by_quantity);
    else if (!posting.is_final)
      changes = commitments_.reopen(posting);
  }
  if (!is_release) {
    postings.push_back(posting);
    commitments_.replay(posting);
  }
  for (const auto& change : changes) postings.push_back(release_row(posting, change));
  give_back(posting, changes, is_release ? Money() : posting.amount, postings);
}

std::vector<Checker::Delta> Checker::changes_of(std::span<const Posting> postings) {
  std::vector<Delta> changes;
  for (const Posting& posting : postings) {
    if (!consumes(posting.stage, policy_.accounting) || is_unproven(posting)) continue;
    const auto period = period_of(posting);
    if (!period) continue;
    for (const LineNumber line : lines_.hit_by(posting.key)) {
      const auto known = std::ranges::find_if(
          changes, [&](const Delta& delta) { return delta.line == line && delta.period == period.value(); });
      if (known != changes.end())
        known->amount += posting.amount;
      else
        changes.push_back({line, period.value(), posting.amount});
    }
  }
  return changes;
}

const std::vector<const Rule*>& Checker::rules_for(LineNumber line, Stage stage, Date day) {
  const Occasion now = occasion(stage, day, lines_[line].owner);
  const auto turn = static_cast<std::uint64_t>(std::ranges::upper_bound(turns_, day) - turns_.begin());
  // 32 bits of the line, 6 of the stage, 20 of the turn, 6 of the period: none can be more on one sheet.
  const std::uint64_t key = ((std::uint64_t{line} << 6 | static_cast<std::uint64_t>(stage)) << 20 | turn) << 6 | static_cast<std::uint64_t>(now.period_of_year);
  const auto [entry, is_new] = governing_.try_emplace(key);
  if (is_new) entry->second = rules_.governing(lines_.path(line), now);
  return entry->second;
}

Occasion Checker::occasion(Stage stage, Date day, std::string_view owner) {
  const auto period = timeline_.number_of(day);
  return {stage, day, period ? timeline_.period(period.value()).number : 0, owner};
}

void Checker::add_pool(std::vector<Node>& nodes, LineNumber line, const std::vector<Delta>& changes, const Rule& rule) {
  std::vector<LineNumber> pool;
  for (const auto& id : rule.pool)
    if (const auto member = lines_.by_id(id)) pool.push_back(*member);
  // A line that shares with nobody is held by its own budget.
  if (std::ranges::find(pool, line) == pool.end()) pool.assign(1, line);
  for (const Delta& cause : changes) {
    if (cause.line != line) continue;
    Node node{line, &rule, timeline_.year(cause.period), Money(), {}, pool};
    if (std::ranges::any_of(nodes, [&](const Node& n) { return n.rule == &rule && n.window == node.window && n.pool == pool; })) continue;
    for (const LineNumber member : pool) node.before += standings_.over(member, node.window);
    for (const Delta& delta : changes) {
      if (std::ranges::find(pool, delta.line) != pool.end() && node.window.contains(delta.period))
        node.change += delta.amount;
    }
    nodes.push_back(std::move(node));
  }
}

// The windows of a rule that a change of a line touches.
std::vector<Window> Checker::windows(LineNumber line, const std::vector<Delta>& changes, Basis basis) const {
  std::vector<Window> found;
  const auto add = [&](Window window) {
    if (std::ranges::find(found, window) == found.end()) found.push_back(window);
  };
  for (const Delta& delta : changes) {
    if (delta.line != line) continue;
    const Window year = timeline_.year(delta.period);
    if (basis == Basis::month)
      add({delta.period, delta.period});
    else if (basis == Basis::quarter)
      add(timeline_.quarter(delta.period));
    else if (basis == Basis::half_year)
      add(timeline_.half_year(delta.period));
    else if (basis == Basis::life)
      add(whole_life);
    else if (basis != Basis::cumulative)
      add(year);
    else {
      add({year.first, delta.period});
      for (const auto later : standings_.with_consumption(line, {delta.period + 1, year.last}, policy_.accounting))
        add({year.first, later});
    }
  }
  return found;
}

std::vector<Checker::Node> Checker::nodes_of(const std::vector<Delta>& changes, std::span<const Posting> document) {
  std::vector<Node> nodes;
  std::vector<LineNumber> done;
  for (const Delta& cause : changes) {
    if (std::ranges::find(done, cause.line) != done.end()) continue;
    done.push_back(cause.line);
    std::vector<const Rule*> rules;
    for (const Posting& posting : document) {
      const auto& hits = lines_.hit_by(posting.key);
      if (std::ranges::find(hits, cause.line) == hits.end()) continue;
      for (const Rule* rule : rules_for(cause.line, posting.stage, posting.day))
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
    }
    for (const Rule* rule : rules) {
      if (rule->basis == Basis::pooled) {
        add_pool(nodes, cause.line, changes, *rule);
        continue;
      }
      for (const Window window : windows(cause.line, changes, rule->basis)) {
        Node node{cause.line, rule, window, Money(), standings_.over(cause.line, window)};
        for (const Delta& delta : changes)
          if (delta.line == cause.line && window.contains(delta.period)) node.change += delta.amount;
        nodes.push_back(std::move(node));
      }
    }
  }
  return nodes;
}

std::optional<Checker::Breach> Checker::breach_in(const Node& node) {
  const Nature nature = lines_[node.line].nature;
  if ((nature != Nature::expense && nature != Nature::asset) || node.change <= Money()) return std::nullopt;
  if (!node.before.is_budgeted()) return Breach{node.rule->unbudgeted, node.change, phrase::line_without_budget};
  const Money revised = node.before.revised();
  // A line with a negative budget is a recovery: it can fall short, it cannot be overspent.
  if (revised < Money()) return std::nullopt;
  const Money tolerance = limit_of(revised, node.rule->tolerance) - revised;
  Money excess = node.change - node.before.headroom(policy_.accounting) - tolerance;
  if (excess > Money() && node.pool.empty()) excess -= relief_of(node.line, node.window, lines_, standings_, policy_.accounting);
  if (excess <= Money()) return std::nullopt;
  return Breach{node.rule->action, excess, revised.is_zero() ? phrase::no_budget_forbidden : phrase::over_limit};
}

Money Checker::room(LineNumber line, PeriodNumber period, Date day, std::span<const LineNumber> shared) {
  const std::vector<std::string_view> key(lines_[line].key.begin(), lines_[line].key.end());
  const std::vector<LineNumber> hits = lines_.hit_by(key);
  std::optional<Money> least;
  const auto look = [&](LineNumber at, Window window) {
    const Money left = standings_.over(at, window).headroom(policy_.accounting);
    least = std::min(least.value_or(left), left);
  };
  for (const LineNumber at : hits) {
    if (at != line && std::ranges::find(shared, at) != shared.end()) continue;
    look(at, timeline_.year(period));
    for (const Rule* rule : rules_for(at, Stage::transfer_out, day))
      for (const Window window : windows(at, {{at, period, Money()}}, rule->basis)) look(at, window);
  }
  return least.value_or(Money());
}

Decision Checker::check(std::span<const Posting> document, const std::optional<Permission>& permission) {
  permission_ = permission;
  Decision decision;
  decision.rows.resize(document.size());
  decision.postings.reserve(document.size());
  commitments_.mark();
  for (std::size_t i = 0; i < document.size(); ++i) {
    RowDecision& row = decision.rows[i];
    if (refuse_at_once(document[i], row)) continue;
    expand_row(document[i], row, decision.postings);
  }
  if (std::ranges::none_of(decision.rows, [](const RowDecision& row) { return row.verdict == Verdict::stop; }))
    judge(document, nodes_of(changes_of(decision.postings), document), decision.rows);
  for (const RowDecision& row : decision.rows) decision.verdict = std::max(decision.verdict, row.verdict);
  if (decision.verdict == Verdict::stop) {
    commitments_.roll_back();
    decision.postings.clear();
    for (RowDecision& row : decision.rows) {
      if (row.verdict == Verdict::stop) continue;
      row.verdict = Verdict::stop;
      row.remarks.push_back({phrase::document_stopped, {std::string(document.front().document)}});
    }
  }
  for (const Posting& posting : decision.postings) book(posting);
  return decision;
}

}  // namespace steward::control
