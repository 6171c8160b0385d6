#include <gtest/gtest.h>

#include <algorithm>

#include "case_file.hpp"
#include "control/valuation.hpp"
#include "desk.hpp"

// tests/cases/control.csv in the core. tests/office/test_control_cases.py runs the same table through the command post.
namespace steward::control {
namespace {

Date day_of(const std::string& text) {
  return date(2025, static_cast<unsigned>(std::stoi(text.substr(0, 2))), static_cast<unsigned>(std::stoi(text.substr(2))));
}

std::string respelled(const std::string& account, const std::string& way) {
  std::string text;
  if (way == "wide")
    for (const char c : account) (text += "\xEF\xBD") += static_cast<char>(0x81 + c - 'a');
  else if (way == "upper")
    for (const char c : account) text += static_cast<char>(c - 'a' + 'A');
  else
    text = way == "space" ? " " + account + "  " : way == "nobreak" ? account + "\xC2\xA0" : account;
  return text;
}

// What a case runs in: the lines of its budget under the rule of its set-up.
struct Office {
  std::vector<Approved> approved;
  std::vector<Line> lines;
  std::deque<std::string> names;
  Table tree;
  std::vector<Rule> rules;
  Policy policy;
  RateTable rates;

  Office(const CaseRow& one, const CaseRow& setup) {
    for (const auto& part : parts(one.at("budget"), " ")) add_line(part);
    for (const auto& part : parts(one.at("tree"), " "))
      tree.append({part.substr(0, part.find('>')), part.substr(part.find('>') + 1)});
    read(setup);
  }

  void add_line(const std::string& part) {
    const auto mark = part.find('='), colon = part.find(':');
    const std::string& name = names.emplace_back(part.substr(0, mark));
    const std::string amount = part.substr(mark + 1, colon == std::string::npos ? colon : colon - mark - 1);
    const auto nature = colon == std::string::npos ? Nature::expense : read_keyword<Nature>(part.substr(colon + 1)).value();
    lines.push_back({"L" + std::to_string(lines.size() + 1), {name}, nature, {}});
    if (amount == "blank") return;
    for (unsigned month = 1; month <= 12; ++month) approved.push_back({name.c_str(), std::stod(amount), date(2025, month, 1)});
  }

  void read(const CaseRow& setup) {
    const auto word = [&](const char* name) { return setup.at(name); };
    Rule rule;
    rule.id = "R1";
    rule.version = "1";
    rule.basis = read_keyword<Basis>(word("basis")).value();
    if (!word("action").empty()) rule.action = read_keyword<CheckAction>(word("action")).value();
    if (!word("unbudgeted").empty()) rule.unbudgeted = read_keyword<CheckAction>(word("unbudgeted")).value();
    for (const auto& part : parts(word("tolerance"), ";")) {
      if (part.ends_with("%")) rule.tolerance.share = std::stod(part) / 100;
      else if (const auto mode = read_keyword<LimitMode>(part)) rule.tolerance.mode = mode.value();
      else rule.tolerance.amount = money(std::stod(part));
    }
    rules.push_back(rule);
    policy.currency = word("currency");
    policy.liquidate_by_quantity = word("liquidation") == "quantity";
    policy.accounting = word("accounting") == "cash" ? Accounting::cash : Accounting::accrual;
    if (!word("recoverableTax").empty()) policy.recoverable_tax = std::stod(word("recoverableTax"));
    if (!word("rateAge").empty()) policy.rate_age = std::stoi(word("rateAge"));
    for (const auto& rate : parts(word("rates"), ";")) {
      const auto words = parts(rate, " ");
      const std::string day = words.at(1);
      rates.add(words[0], date(std::stoi(day.substr(0, 4)), static_cast<unsigned>(std::stoi(day.substr(5, 2))), static_cast<unsigned>(std::stoi(day.substr(8)))), std::stod(words.at(2)));
    }
  }

  // The row as a posting in budget currency; nothing when it cannot be valued, which stops its document.
  std::optional<Entry> entry(const CaseDocument& document, const CasePosting& row) const {
    const auto more = [&](const char* name) { return row.more.contains(name) ? row.more.at(name) : std::string(); };
    Entry entry{document.name, respelled(row.account, more("as")), read_keyword<Stage>(row.stage).value(), std::stod(row.amount), day_of(row.day)};
    entry.reference = more("ref");
    entry.currency = more("cur");
    entry.is_final = more("final") == "1";
    if (!more("qty").empty()) entry.quantity = std::stod(more("qty"));
    if (!more("due").empty()) entry.due = day_of(more("due"));
    ledger::Posting posting;
    posting.day = entry.day;
    posting.currency = entry.currency;
    posting.amount = money(entry.amount);
    if (!more("tax").empty()) posting.tax = money(std::stod(more("tax")));
    if (!more("rate").empty()) posting.rate = std::stod(more("rate"));
    if (value(posting, true, rates, policy).has_error()) return std::nullopt;
    entry.amount = posting.amount.amount(2);
    if (posting.entered) entry.entered = posting.entered->amount(2);
    return entry;
  }
};

void decide(const CaseRow& one, const std::vector<CaseRow>& setups) {
  const auto setup = std::ranges::find_if(setups, [&](const CaseRow& row) { return row.at("setup") == one.at("setup"); });
  ASSERT_NE(setup, setups.end());
  Office office(one, *setup);
  Desk desk(office.approved, office.rules, office.tree, office.policy, office.lines);
  for (const auto& document : documents(one.at("documents"))) {
    std::vector<Entry> rows;
    bool is_readable = true;
    for (const auto& row : document.rows) {
      const auto entry = office.entry(document, row);
      is_readable = is_readable && entry;
      if (entry) rows.push_back(*entry);
    }
    const auto verdict = is_readable ? desk.post(rows).verdict : Verdict::stop;
    EXPECT_EQ(verdict_word(verdict), document.verdict) << one.at("case") << ": " << document.name << "\n" << one.at("sentence");
  }
  for (const auto& line : parts(one.at("left"), ";")) {
    const auto colon = line.find(':');
    for (const auto& figure : parts(line.substr(colon + 1), ",")) {
      const auto words = parts(figure, " ");
      const std::string account = line.substr(0, colon);
      const double found = words[0] == "available"      ? desk.available(account.c_str())
                           : words[0] == "committed"    ? desk.of(account.c_str(), Stage::commitment)
                           : words[0] == "precommitted" ? desk.of(account.c_str(), Stage::precommitment)
                                                        : desk.of(account.c_str(), Stage::actual);
      EXPECT_EQ(found, std::stod(words.at(1))) << one.at("case") << ": " << words[0] << " of " << account;
    }
  }
}

TEST(Cases, AreDecidedAsTheDefinitionSays) {
  const auto setups = case_rows("setups.csv"), cases = case_rows("control.csv");
  EXPECT_GE(cases.size(), 200u);
  for (const auto& one : cases) decide(one, setups);
}

}  // namespace
}  // namespace steward::control
