#include <gtest/gtest.h>

#include <random>

#include "../../unit/control/desk.hpp"

// Whatever is posted, in whatever order: no money is made, none is lost, and what is kept equals what is recomputed.
namespace steward::control {
namespace {

const char* const accounts[] = {"travel", "rent", "food", "nowhere"};

std::vector<Approved> budget() {
  std::vector<Approved> figures;
  for (unsigned month = 1; month <= 12; ++month)
    for (const char* account : {"travel", "rent", "food"}) figures.push_back({account, 100, date(2025, month, 1)});
  return figures;
}

Entry random_entry(std::mt19937& random, int number, bool whole_units) {
  const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  Entry entry;
  entry.document = "D" + std::to_string(number);
  entry.account = accounts[pick(4)];
  const Stage stages[] = {Stage::commitment,    Stage::actual,  Stage::actual,
                          Stage::precommitment, Stage::release, Stage::payment};
  entry.stage = stages[pick(6)];
  entry.amount = whole_units ? pick(150) : pick(15000) / 100.0;
  if (pick(5) == 0) entry.amount = -entry.amount;
  entry.day = date(2025, static_cast<unsigned>(1 + pick(12)), static_cast<unsigned>(1 + pick(28)));
  if (pick(2) == 0 && number > 0) entry.reference = "D" + std::to_string(pick(number));
  entry.is_final = pick(8) == 0;
  return entry;
}

Entry entry_of(const ledger::Posting& posting) {
  Entry entry{std::string(posting.document),
              std::string(posting.key[0]),
              posting.stage,
              posting.amount.amount(2),
              posting.day,
              std::string(posting.reference),
              std::string(posting.currency)};
  if (posting.entered) entry.entered = posting.entered->amount(2);
  entry.quantity = posting.quantity;
  entry.due = posting.due;
  entry.is_final = posting.is_final;
  entry.document_day = posting.document_day;
  entry.source = std::string(posting.source);
  return entry;
}

class Conservation : public testing::TestWithParam<unsigned> {};

TEST_P(Conservation, KeptEqualsRecomputedFromNothing) {
  std::mt19937 random(GetParam());
  const Basis bases[] = {Basis::year, Basis::cumulative, Basis::month, Basis::quarter};
  const std::vector<Rule> rules{rule(bases[GetParam() % 4])};
  Desk kept(budget(), rules);
  std::vector<Entry> ledger;
  for (int number = 0; number < 300; ++number) {
    const auto decision = kept.post({random_entry(random, number, number % 2 == 0)});
    for (const auto& posting : decision.postings) ledger.push_back(entry_of(posting));
    if (decision.verdict == Verdict::stop) ASSERT_TRUE(decision.postings.empty());
  }
  Desk recomputed(budget(), rules);
  for (const auto& entry : ledger) recomputed.replay(entry);
  for (const char* account : {"travel", "rent", "food"}) {
    for (std::size_t stage = 0; stage < stage_count; ++stage)
      EXPECT_EQ(kept.standing(account).by_stage[stage], recomputed.standing(account).by_stage[stage])
          << account << ' ' << stage;
    EXPECT_EQ(kept.available(account), recomputed.available(account));
    EXPECT_EQ(kept.standing(account).unproven, recomputed.standing(account).unproven) << account;
    Money plain;
    for (const auto& entry : ledger)
      if (entry.account == account && entry.stage == Stage::commitment) plain += money(entry.amount);
    EXPECT_EQ(plain, kept.standing(account).of(Stage::commitment)) << "balances are plain sums by stage";
  }
}

TEST_P(Conservation, NeverReleasesMoreThanIsOutstanding) {
  std::mt19937 random(GetParam());
  Desk desk(budget(), {rule(Basis::year, CheckAction::ignore)});
  std::map<std::string, Money> outstanding;
  for (int number = 0; number < 300; ++number) {
    const auto entry = random_entry(random, number, true);
    for (const auto& posting : desk.post({entry}).postings) {
      if (posting.stage != Stage::commitment && posting.stage != Stage::precommitment) continue;
      const bool is_change = posting.source == "liquidation";
      if (!is_change && posting.amount < Money()) continue;
      auto& open = outstanding[std::string(is_change ? posting.reference : posting.document)];
      open += posting.amount;
      EXPECT_GE(open, Money()) << posting.reference;
    }
  }
}

// A posting that is allowed leaves every window within its limit.
TEST_P(Conservation, NoAllowedSpendingPassesTheBudget) {
  std::mt19937 random(GetParam());
  Desk desk(budget(), {rule(Basis::cumulative)});
  for (int number = 0; number < 300; ++number) {
    Entry entry = random_entry(random, number, false);
    entry.amount = std::abs(entry.amount);
    entry.reference.clear();
    if (desk.post({entry}).verdict == Verdict::stop) continue;
    for (const char* account : {"travel", "rent", "food"}) EXPECT_GE(desk.available(account), 0) << entry.document;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Conservation, testing::Range(1U, 41U));

}  // namespace
}  // namespace steward::control
