#pragma once

#include <deque>
#include <string>
#include <vector>

#include "control/checker.hpp"

namespace steward::control {

/// A row as somebody would post it; the dimension key is one account.
struct Entry {
  std::string document, account;
  Stage stage = Stage::actual;
  double amount = 0;
  Date day = date(2025, 1, 15);
  std::string reference = {}, currency = {};
  std::optional<double> entered = {}, quantity = {};
  std::optional<Date> due = {};
  bool is_final = false;
  std::optional<Date> document_day = {};
  std::string source = {};
};

struct Approved {
  const char* account;
  double amount;
  Date day = date(2025, 1, 1);
};

inline Money money(double amount) {
  return Money::from(amount, 2).value();
}

/// A budget under control, for tests: approved figures and rules, then documents one after the other.
class Desk {
 public:
  Desk(std::vector<Approved> approved, std::vector<Rule> rules, Table tree = {}, Policy policy = {},
       std::vector<Line> more = {})
      : policy_(std::move(policy)),
        lines_(lines_of(approved, std::move(more)), tree),
        rules_(std::move(rules)),
        standings_(lines_.size()),
        checker_(policy_, lines_, rules_, timeline_, standings_) {
    for (const auto& figure : approved) {
      auto& original = standings_.at(number(figure.account), timeline_.number_of(figure.day).value()).original;
      original = original.value_or(Money()) + money(figure.amount);
    }
  }

  Decision post(std::vector<Entry> rows) {
    std::vector<ledger::Posting> document;
    for (auto& row : rows) document.push_back(posting(kept_.emplace_back(std::move(row))));
    return checker_.check(document);
  }
  void replay(Entry row) { checker_.replay(posting(kept_.emplace_back(std::move(row)))); }

  Standing standing(const char* account) { return standings_.over(number(account), {-1000000, 1000000}); }
  double of(const char* account, Stage stage) { return standing(account).of(stage).amount(2); }
  double available(const char* account) { return standing(account).available(policy_.accounting).amount(2); }
  LineNumber number(const char* account) {
    const std::string_view key[] = {account};
    return lines_.hit_by(key).front();
  }
  Timeline& timeline() { return timeline_; }

 private:
  static std::vector<Line> lines_of(const std::vector<Approved>& approved, std::vector<Line> lines) {
    for (const auto& figure : approved) {
      const auto same = [&](const Line& line) { return line.key[0] == figure.account; };
      if (std::ranges::none_of(lines, same))
        lines.push_back({"L" + std::to_string(lines.size() + 1), {figure.account}, Nature::expense, {}});
    }
    return lines;
  }
  static ledger::Posting posting(const Entry& row) {
    ledger::Posting posting;
    posting.document = row.document;
    posting.key = {row.account};
    posting.stage = row.stage;
    posting.amount = money(row.amount);
    posting.day = row.day;
    posting.reference = row.reference;
    posting.currency = row.currency;
    if (row.entered) posting.entered = money(*row.entered);
    posting.quantity = row.quantity;
    posting.due = row.due;
    posting.is_final = row.is_final;
    posting.document_day = row.document_day;
    posting.source = row.source;
    return posting;
  }

  Policy policy_;
  Timeline timeline_;
  LineBook lines_;
  RuleBook rules_;
  Standings standings_;
  Checker checker_;
  std::deque<Entry> kept_;
};

inline Rule rule(Basis basis, CheckAction action = CheckAction::stop) {
  Rule rule;
  rule.id = "R1";
  rule.version = "1";
  rule.basis = basis;
  rule.action = action;
  return rule;
}

inline Table tree(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  Table table;
  for (const auto& [code, parent] : pairs) table.append({std::string(code), std::string(parent)});
  return table;
}

}  // namespace steward::control
