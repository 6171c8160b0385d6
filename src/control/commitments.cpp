#include "control/commitments.hpp"

#include <algorithm>
#include <cmath>

#include "words/keywords.hpp"

namespace steward::control {
namespace {

bool commits(Stage stage) {
  return stage == Stage::commitment || stage == Stage::precommitment;
}

// part of whole × amount, to the nearest minor unit, halves away from zero.
Money share(Money amount, const Minor& part, const Minor& whole) {
  const Minor product = amount.minor() * part;
  const Minor doubled = 2 * (product < 0 ? Minor(-product) : product) + whole;
  const Minor rounded = doubled / (2 * whole);
  return Money(product < 0 ? Minor(-rounded) : rounded);
}

// Quantities are compared and divided in millionths.
Minor millionths(double quantity) {
  return Minor(static_cast<long long>(std::llround(quantity * 1e6)));
}

bool has_key(const Outstanding& row, const ledger::Posting& posting) {
  return std::ranges::equal(row.key, posting.key,
                            [](const std::string& a, std::string_view b) { return a == b || folded(a) == folded(b); });
}

bool is_same_currency(const Outstanding& row, const ledger::Posting& posting) {
  return row.entered && posting.entered && !row.currency.empty() && folded(row.currency) == folded(posting.currency);
}

}  // namespace

Outstanding& Commitments::touched(std::size_t row) {
  if (row < rows_at_mark_) rows_before_.emplace_back(row, rows_[row]);
  return rows_[row];
}

Commitments::Spent& Commitments::touched_spent(Key document) {
  const auto known = spent_.find(document);
  spent_before_.emplace_back(document, known == spent_.end() ? std::nullopt : std::optional(known->second));
  return spent_[document];
}

void Commitments::mark() {
  rows_at_mark_ = rows_.size();
  rows_before_.clear();
  spent_before_.clear();
}

void Commitments::roll_back() {
  while (rows_.size() > rows_at_mark_) {
    by_document_[documents_.key(std::string_view(rows_.back().document))].pop_back();
    rows_.pop_back();
  }
  for (auto before = rows_before_.rbegin(); before != rows_before_.rend(); ++before)
    rows_[before->first] = before->second;
  for (auto before = spent_before_.rbegin(); before != spent_before_.rend(); ++before) {
    if (before->second)
      spent_[before->first] = *before->second;
    else
      spent_.erase(before->first);
  }
  mark();
}

bool Commitments::knows(std::string_view document) const {
  const Key key = documents_.key(document);
  const auto rows = by_document_.find(key);
  return (rows != by_document_.end() && !rows->second.empty()) || spent_.contains(key);
}

Money Commitments::outstanding(std::string_view document) const {
  Money sum;
  const auto rows = by_document_.find(documents_.key(document));
  if (rows == by_document_.end()) return sum;
  for (const auto row : rows->second) sum += rows_[row].amount;
  return sum;
}

std::vector<std::size_t> Commitments::rows_for(const ledger::Posting& posting) const {
  const auto entry = by_document_.find(documents_.key(posting.reference));
  if (posting.reference.empty() || entry == by_document_.end()) return {};
  auto rows = entry->second;
  std::ranges::stable_partition(rows, [&](std::size_t row) { return has_key(rows_[row], posting); });
  return rows;
}

void Commitments::change(const CommitmentChange& change, std::string_view by_document) {
  Outstanding& row = touched(change.row);
  row.amount += change.amount;
  if (row.entered && change.entered) *row.entered += *change.entered;
  if (row.quantity && change.quantity) *row.quantity += *change.quantity;
  if (by_document.empty()) return;
  Spent& spent = touched_spent(documents_.key(by_document));
  if (change.amount < Money()) {
    spent.released.push_back({change.row, -change.amount, {}, {}});
    if (change.entered) spent.released.back().entered = -*change.entered;
    if (change.quantity) spent.released.back().quantity = -*change.quantity;
  }
}

void Commitments::replay(const ledger::Posting& posting) {
  if (posting.stage == Stage::actual || posting.stage == Stage::payment) {
    if (posting.stage == Stage::actual && !posting.document.empty())
      touched_spent(documents_.key(posting.document)).total += posting.amount;
    if (posting.amount < Money() && !posting.reference.empty()) {
      const Key reversed = documents_.key(posting.reference);
      if (spent_.contains(reversed)) touched_spent(reversed).total += posting.amount;
    }
    return;
  }
  if (!commits(posting.stage)) return;
  const bool changes = posting.amount < Money() || posting.source == ledger::liquidation;
  for (const auto row : changes ? rows_for(posting) : std::vector<std::size_t>()) {
    if (rows_[row].stage != posting.stage) continue;
    if (posting.amount < Money() && rows_[row].amount < -posting.amount) continue;
    return change({row, posting.amount, posting.entered, posting.quantity}, posting.document);
  }
  const Key document = documents_.key(posting.document);
  by_document_[document].push_back(rows_.size());
  rows_.push_back({std::string(posting.document),
                   std::string(posting.currency),
                   std::string(posting.line),
                   {posting.key.begin(), posting.key.end()},
                   posting.day,
                   posting.due,
                   posting.stage,
                   posting.amount,
                   posting.amount,
                   posting.entered,
                   posting.quantity,
                   posting.source == ledger::carried});
}

CommitmentChange Commitments::taken(std::size_t index, const ledger::Posting& posting, bool by_quantity, Money& left,
                                    std::optional<Money>& left_entered, std::optional<double>& left_quantity) const {
  const Outstanding& row = rows_[index];
  CommitmentChange change{index, row.amount, row.entered, row.quantity};
  if (posting.is_final) return change;
  if (by_quantity && left_quantity && row.quantity && *row.quantity > 0) {
    const double quantity = std::min(*left_quantity, *row.quantity);
    *left_quantity -= quantity;
    const Minor part = millionths(quantity), whole = millionths(*row.quantity);
    change.quantity = quantity;
    change.amount = share(row.amount, part, whole);
    if (row.entered) change.entered = share(*row.entered, part, whole);
  } else if (is_same_currency(row, posting) && left_entered && !row.entered->is_zero()) {
    const Money entered = std::min(*left_entered, *row.entered);
    *left_entered -= entered;
    change.entered = entered;
    change.amount = share(row.amount, entered.minor(), row.entered->minor());
    change.quantity.reset();
  } else {
    change.amount = std::min(left, row.amount);
    if (row.entered && !row.amount.is_zero())
      change.entered = share(*row.entered, change.amount.minor(), row.amount.minor());
    change.quantity.reset();
  }
  left -= change.amount;
  if (!by_quantity && row.quantity && posting.quantity) change.quantity = std::min(*row.quantity, *posting.quantity);
  return change;
}

std::vector<CommitmentChange> Commitments::liquidate(const ledger::Posting& posting, bool by_quantity) {
  std::vector<CommitmentChange> changes;
  Money left = posting.amount;
  std::optional<Money> left_entered = posting.entered;
  std::optional<double> left_quantity = posting.quantity;
  for (const auto row : rows_for(posting)) {
    // An approval turns a pre-commitment into a commitment; it does not take from another commitment.
    if (posting.stage == Stage::commitment && rows_[row].stage == Stage::commitment) continue;
    if (rows_[row].amount <= Money()) continue;
    CommitmentChange taken_now = taken(row, posting, by_quantity, left, left_entered, left_quantity);
    if (taken_now.amount <= Money()) continue;
    taken_now.amount = -taken_now.amount;
    if (taken_now.entered) taken_now.entered = -*taken_now.entered;
    if (taken_now.quantity) taken_now.quantity = -*taken_now.quantity;
    change(taken_now, posting.document);
    changes.push_back(taken_now);
  }
  return changes;
}

std::vector<CommitmentChange> Commitments::reopen_order(const ledger::Posting& posting) {
  std::vector<CommitmentChange> changes;
  Money left = -posting.amount;
  for (const auto row : rows_for(posting)) {
    const Money amount = std::min(left, rows_[row].ordered - rows_[row].amount);
    if (amount <= Money()) continue;
    left -= amount;
    changes.push_back({row, amount, {}, {}});
    change(changes.back(), {});
  }
  return changes;
}

std::vector<CommitmentChange> Commitments::reopen(const ledger::Posting& posting) {
  const auto known = spent_.find(documents_.key(posting.reference));
  if (posting.reference.empty() || known == spent_.end() || known->second.released.empty())
    return reopen_order(posting);
  Spent& spent = touched_spent(known->first);
  const Money reversed = std::min(-posting.amount, spent.total);
  std::vector<CommitmentChange> changes;
  if (reversed <= Money()) return changes;
  for (auto& released : spent.released) {
    CommitmentChange again{released.row, share(released.amount, reversed.minor(), spent.total.minor()), {}, {}};
    if (released.entered) again.entered = share(*released.entered, reversed.minor(), spent.total.minor());
    if (released.quantity)
      again.quantity =
          *released.quantity * static_cast<double>(reversed.minor()) / static_cast<double>(spent.total.minor());
    released.amount -= again.amount;
    if (released.entered) *released.entered -= *again.entered;
    if (released.quantity) *released.quantity -= *again.quantity;
    if (again.amount.is_zero()) continue;
    change(again, {});
    changes.push_back(again);
  }
  return changes;
}

}  // namespace steward::control
