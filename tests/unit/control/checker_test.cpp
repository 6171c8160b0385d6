#include <gtest/gtest.h>

#include "desk.hpp"
#include "words/phrases/control.gen.hpp"

// Each case is one line of the worked examples of the trade, or one sentence of the definition of control.
namespace steward::control {
namespace {

constexpr auto allow = Verdict::allow, warn = Verdict::warn, stop = Verdict::stop;

std::vector<Approved> monthly(const char* account, double amount) {
  std::vector<Approved> figures;
  for (unsigned month = 1; month <= 12; ++month) figures.push_back({account, amount, date(2025, month, 1)});
  return figures;
}

TEST(Checker, StopsWhatIsMoreThanTheBudget) {
  Desk desk({{"travel", 200000}}, {rule(Basis::year)});
  const auto decision = desk.post({{"D1", "travel", Stage::actual, 250000}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].available, money(200000));
  EXPECT_EQ(decision.rows[0].excess, money(50000));
  EXPECT_TRUE(decision.postings.empty());
}

TEST(Checker, LetsExactlyTheBudgetPass) {
  Desk desk({{"travel", 400}}, {rule(Basis::year)});
  EXPECT_EQ(desk.post({{"B1", "travel", Stage::actual, 400.01}}).verdict, stop);
  EXPECT_EQ(desk.post({{"B2", "travel", Stage::actual, 400}}).verdict, allow);
}

TEST(Checker, ActsAsTheRuleSays) {
  for (const auto& [action, verdict] :
       {std::pair(CheckAction::stop, stop), {CheckAction::warn, warn}, {CheckAction::ignore, allow}}) {
    Desk desk(monthly("travel", 100), {rule(Basis::cumulative, action)});
    EXPECT_EQ(desk.post({{"A", "travel", Stage::actual, 99}}).verdict, allow);
    EXPECT_EQ(desk.post({{"C", "travel", Stage::commitment, 101}}).verdict, verdict);
  }
}

TEST(Checker, TestsAParentAgainstItsWholeSubtree) {
  Desk desk({{"group", 100}}, {rule(Basis::year)}, tree({{"A", "group"}, {"B", "group"}}));
  EXPECT_EQ(desk.post({{"1", "A", Stage::actual, 80}}).verdict, allow);
  EXPECT_EQ(desk.post({{"2", "B", Stage::actual, 30}}).verdict, stop);
  EXPECT_EQ(desk.post({{"3", "B", Stage::actual, 20}}).verdict, allow);
}

TEST(Checker, ChecksEveryAncestorThatIsBudgeted) {
  Desk desk({{"A", 100}, {"group", 150}, {"B", 100}}, {rule(Basis::year)}, tree({{"A", "group"}, {"B", "group"}}));
  EXPECT_EQ(desk.post({{"1", "A", Stage::actual, 100}}).verdict, allow);
  const auto decision = desk.post({{"2", "B", Stage::actual, 60}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].line, desk.number("group"));
  EXPECT_EQ(decision.rows[0].excess, money(10));
}

TEST(Checker, ControlsByLineOrByTotal) {
  const std::vector<Approved> lines{{"a", 100}, {"b", 200}};
  const std::vector<Entry> order{{"PO", "a", Stage::commitment, 101}, {"PO", "b", Stage::commitment, 198}};
  EXPECT_EQ(Desk(lines, {rule(Basis::year)}).post(order).verdict, stop);
  Rule pooled = rule(Basis::pooled);
  pooled.pool = {"L1", "L2"};
  Desk desk(lines, {pooled});
  EXPECT_EQ(desk.post(order).verdict, allow);
  EXPECT_EQ(desk.available("a") + desk.available("b"), 1);
  EXPECT_EQ(desk.post({{"PO2", "a", Stage::commitment, 1.01}}).verdict, stop);
}

TEST(Checker, MovesACommitmentIntoTheActualAndBack) {
  Desk desk({{"parts", 300}}, {rule(Basis::year)});
  const auto expect = [&](double committed, double actual, double available) {
    EXPECT_EQ(desk.of("parts", Stage::commitment), committed);
    EXPECT_EQ(desk.of("parts", Stage::actual), actual);
    EXPECT_EQ(desk.available("parts"), available);
  };
  desk.post({{"PO", "parts", Stage::commitment, 30}});
  expect(30, 0, 270);
  desk.post({{"INV", "parts", Stage::actual, 10, date(2025, 2, 1), "PO"}});
  expect(20, 10, 270);
  desk.post({{"CN", "parts", Stage::actual, -10, date(2025, 2, 2), "INV"}});
  expect(30, 0, 270);
}

TEST(Checker, LiquidatesRowByRowAndClosesTheRest) {
  Desk desk({{"x", 100}, {"y", 100}}, {rule(Basis::year)});
  const auto both = [&](Stage stage) { return desk.of("x", stage) + desk.of("y", stage); };
  desk.post({{"PO", "x", Stage::commitment, 30}, {"PO", "y", Stage::commitment, 40}});
  EXPECT_EQ(both(Stage::commitment), 70);
  desk.post({{"INV", "x", Stage::actual, 15, date(2025, 2, 1), "PO"},
             {"INV", "y", Stage::actual, 30, date(2025, 2, 1), "PO"}});
  EXPECT_EQ(both(Stage::commitment), 25);
  EXPECT_EQ(both(Stage::actual), 45);
  desk.post({{"CL", "x", Stage::release, 0, date(2025, 3, 1), "PO"}});
  EXPECT_EQ(both(Stage::commitment), 0);
  EXPECT_EQ(both(Stage::actual), 45);
  EXPECT_EQ(desk.post({{"CL2", "x", Stage::release, 5, date(2025, 3, 1), "PO"}}).verdict, stop);
}

TEST(Checker, ChecksOnlyTheChangeOnAnOrder) {
  Desk desk({{"parts", 110}}, {rule(Basis::year)});
  desk.post({{"PO", "parts", Stage::commitment, 100}});
  const auto decision = desk.post({{"INV", "parts", Stage::actual, 120, date(2025, 2, 1), "PO"}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].excess, money(10));
  EXPECT_EQ(desk.of("parts", Stage::commitment), 100) << "a stopped document leaves no trace";
  EXPECT_EQ(desk.post({{"INV2", "parts", Stage::actual, 110, date(2025, 2, 1), "PO"}}).verdict, allow);
  EXPECT_EQ(desk.of("parts", Stage::commitment), 0);
}

TEST(Checker, LiquidatesByAmountOrByQuantity) {
  for (const bool by_quantity : {false, true}) {
    Policy policy;
    policy.liquidate_by_quantity = by_quantity;
    Desk desk({{"parts", 200}}, {rule(Basis::year)}, {}, policy);
    Entry order{"PO", "parts", Stage::commitment, 100},
        invoice{"INV", "parts", Stage::actual, 60, date(2025, 2, 1), "PO"};
    order.quantity = 10;
    invoice.quantity = 5;
    desk.post({order});
    desk.post({invoice});
    EXPECT_EQ(desk.of("parts", Stage::commitment), by_quantity ? 50 : 40);
    EXPECT_EQ(desk.available("parts"), by_quantity ? 90 : 100);
  }
}

TEST(Checker, ReleasesForeignAmountsAtTheRateOfTheOrder) {
  Desk desk({{"licences", 2000}}, {rule(Basis::year)});
  desk.post({{"PO", "licences", Stage::commitment, 700, date(2025, 1, 2), "", "USD", 100}});
  desk.post({{"INV", "licences", Stage::actual, 432, date(2025, 2, 2), "PO", "USD", 60}});
  EXPECT_EQ(desk.of("licences", Stage::commitment), 280);
  EXPECT_EQ(desk.of("licences", Stage::actual), 432);
  desk.post({{"CN", "licences", Stage::actual, -432, date(2025, 2, 3), "INV", "USD", -60}});
  EXPECT_EQ(desk.of("licences", Stage::commitment), 700);
  EXPECT_EQ(desk.of("licences", Stage::actual), 0);
}

TEST(Checker, LooksAtEveryLaterPeriodOnTheCumulativeBasis) {
  Desk desk(monthly("travel", 100), {rule(Basis::cumulative)});
  EXPECT_EQ(desk.post({{"M", "travel", Stage::actual, 300, date(2025, 3, 10)}}).verdict, allow);
  const auto decision = desk.post({{"J", "travel", Stage::actual, 100, date(2025, 1, 10)}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].available, money(0));
}

TEST(Checker, HoldsAProjectByTheYearAndForLife) {
  Rule life = rule(Basis::life), year = rule(Basis::year);
  year.id = "R2";
  life.line = year.line = "L1";
  Desk desk({{"bridge", 500}, {"bridge", 500, date(2026, 1, 1)}}, {life, year});
  desk.replay({"Y1", "bridge", Stage::actual, 600, date(2025, 6, 1)});
  const auto decision = desk.post({{"Y2", "bridge", Stage::actual, 500, date(2026, 6, 1)}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].rule->basis, Basis::life);
  EXPECT_EQ(desk.post({{"Y3", "bridge", Stage::actual, 400, date(2026, 6, 1)}}).verdict, allow);
}

TEST(Checker, PostsDocumentsInOrderAndWhole) {
  Desk desk({{"a", 100}}, {rule(Basis::year)});
  EXPECT_EQ(desk.post({{"A", "a", Stage::actual, 60}}).verdict, allow);
  const auto second = desk.post({{"B", "a", Stage::actual, 30}, {"B", "a", Stage::actual, 30}});
  EXPECT_EQ(second.rows[0].verdict, stop);
  EXPECT_EQ(second.rows[1].verdict, stop);
  EXPECT_EQ(desk.post({{"C", "a", Stage::actual, 40}}).verdict, allow);
}

TEST(Checker, ChecksTheReversalOfARefundLikeSpending) {
  Desk desk({{"a", 500}}, {rule(Basis::year)});
  desk.post({{"INV", "a", Stage::actual, 500}});
  EXPECT_EQ(desk.post({{"REF", "a", Stage::actual, -500, date(2025, 1, 16), "INV"}}).verdict, allow);
  EXPECT_EQ(desk.post({{"NEW", "a", Stage::actual, 500}}).verdict, allow);
  EXPECT_EQ(desk.post({{"REV", "a", Stage::actual, 500, date(2025, 1, 17), "REF"}}).verdict, stop);
}

TEST(Checker, GivesNoHeadroomForACreditThatProvesNothing) {
  Desk desk({{"a", 100}}, {rule(Basis::year)});
  desk.post({{"INV", "a", Stage::actual, 100}});
  EXPECT_EQ(desk.post({{"CN", "a", Stage::actual, -50}}).verdict, allow);
  EXPECT_EQ(desk.post({{"N", "a", Stage::actual, 1}}).verdict, stop);
  EXPECT_EQ(desk.post({{"CN2", "a", Stage::actual, -50, date(2025, 1, 15), "INV"}}).verdict, allow);
  EXPECT_EQ(desk.post({{"N2", "a", Stage::actual, 50}}).verdict, allow);
}

struct ToTheCent {
  double budget, share, spent;
  Verdict verdict;
};

TEST(Checker, ComparesInMinorUnits) {
  const ToTheCent cases[] = {
      {1.40, 0.15, 1.61, allow}, {1.40, 0.15, 1.62, stop}, {333.33, 0.10, 366.66, allow}, {333.33, 0.10, 366.67, stop}};
  for (const auto& c : cases) {
    Rule tolerant = rule(Basis::year);
    tolerant.tolerance.share = c.share;
    EXPECT_EQ(Desk({{"a", c.budget}}, {tolerant}).post({{"D", "a", Stage::actual, c.spent}}).verdict, c.verdict)
        << c.spent;
  }
}

TEST(Checker, NamesTheAlertLevelThatIsReached) {
  const auto level = [](double spent) {
    return Desk({{"a", 6}}, {rule(Basis::year)}).post({{"D", "a", Stage::actual, spent}}).rows[0].level;
  };
  EXPECT_EQ(level(4.79), std::nullopt);
  EXPECT_EQ(level(4.80), AlertLevel::yellow);
  EXPECT_EQ(level(5.40), AlertLevel::orange);
  EXPECT_EQ(level(6), AlertLevel::red);
}

TEST(Checker, TakesTheStricterOrTheSofterTolerance) {
  Rule both = rule(Basis::year);
  both.tolerance.share = 0.1;
  both.tolerance.amount = money(5);
  EXPECT_EQ(Desk({{"a", 100}}, {both}).post({{"D", "a", Stage::actual, 105.01}}).verdict, stop);
  both.tolerance.mode = LimitMode::higher;
  EXPECT_EQ(Desk({{"a", 100}}, {both}).post({{"D", "a", Stage::actual, 110}}).verdict, allow);
}

TEST(Checker, TellsNoBudgetFromABudgetOfNothing) {
  Rule lenient = rule(Basis::year);
  lenient.unbudgeted = CheckAction::warn;
  lenient.tolerance.amount = money(50);
  Desk desk({{"zero", 0}}, {lenient}, {}, {}, {{"L9", {"blank"}, Nature::expense, {}}});
  EXPECT_EQ(desk.post({{"1", "zero", Stage::actual, 1}}).verdict, stop) << "0 forbids, whatever the tolerance";
  EXPECT_EQ(desk.post({{"2", "blank", Stage::actual, 1}}).verdict, warn);
  EXPECT_EQ(desk.post({{"3", "elsewhere", Stage::actual, 1}}).verdict, warn);
}

TEST(Checker, NeverStopsRevenue) {
  Desk desk({{"sales", 100}}, {rule(Basis::year)}, {}, {}, {{"L1", {"sales"}, Nature::revenue, {}}});
  EXPECT_EQ(desk.post({{"1", "sales", Stage::actual, 1000}}).verdict, allow);
}

TEST(Checker, TreatsANegativeLineAsARecovery) {
  Desk desk({{"recovery", -100}}, {rule(Basis::year)});
  EXPECT_EQ(desk.post({{"1", "recovery", Stage::actual, -20}}).verdict, allow);
  EXPECT_EQ(desk.post({{"2", "recovery", Stage::actual, 5}}).verdict, allow);
}

TEST(Checker, RefusesAClosedPeriodAndOffersTheFirstOpenOne) {
  Timeline timeline;
  Policy policy;
  policy.period_states[timeline.number_of(date(2025, 1, 1)).value()] = PeriodState::closed;
  policy.period_states[timeline.number_of(date(2025, 2, 1)).value()] = PeriodState::closed;
  Desk desk(monthly("a", 100), {rule(Basis::year, CheckAction::ignore)}, {}, policy);
  const auto decision = desk.post({{"1", "a", Stage::actual, -5}});
  EXPECT_EQ(decision.verdict, stop);
  EXPECT_EQ(decision.rows[0].remarks[0].blanks, (std::vector<std::string>{"FY2025-P01", "FY2025-P03"}));
}

TEST(Checker, CountsPaymentsOnTheCashBasisOnly) {
  for (const auto accounting : {Accounting::accrual, Accounting::cash}) {
    Policy policy;
    policy.accounting = accounting;
    Desk desk({{"a", 100}}, {rule(Basis::year)}, {}, policy);
    EXPECT_EQ(desk.post({{"PO", "a", Stage::commitment, 100}}).verdict, allow);
    EXPECT_EQ(desk.post({{"INV", "a", Stage::actual, 100, date(2025, 2, 1), "PO"}}).verdict, allow);
    EXPECT_EQ(desk.post({{"BANK", "a", Stage::payment, 100, date(2025, 3, 1), "PO"}}).verdict, allow);
    EXPECT_EQ(desk.standing("a").consumed(accounting), money(100));
    EXPECT_EQ(desk.of("a", Stage::payment), 100);
    EXPECT_EQ(desk.post({{"X", "a", Stage::commitment, 0.01}}).verdict, stop);
  }
}

TEST(Checker, MovesOverdueCommitmentsToTheCurrentPeriod) {
  Timeline timeline;
  Policy policy;
  policy.current = timeline.number_of(date(2025, 4, 1)).value();
  Desk desk(monthly("a", 100), {rule(Basis::month)}, {}, policy);
  Entry order{"PO", "a", Stage::commitment, 60, date(2025, 1, 5)};
  order.due = date(2025, 2, 28);
  EXPECT_EQ(desk.post({order}).verdict, allow);
  EXPECT_EQ(desk.post({{"F", "a", Stage::actual, 100, date(2025, 2, 3)}}).verdict, allow);
  EXPECT_EQ(desk.post({{"A", "a", Stage::actual, 41, date(2025, 4, 3)}}).verdict, stop);
}

TEST(Checker, RefusesToChangeTheBudgetWithoutARequest) {
  Policy policy;
  policy.approved_requests = {"Q1"};
  Desk desk({{"a", 100}}, {rule(Basis::year)}, {}, policy);
  EXPECT_EQ(desk.post({{"S", "a", Stage::supplement, 1000}}).verdict, stop);
}

TEST(Checker, IsNotExemptWhenItRaisesAnotherLine) {
  Desk desk({{"a", 100}, {"b", 10}}, {rule(Basis::year)});
  desk.replay({"old", "a", Stage::actual, 150});
  EXPECT_EQ(desk.post({{"R", "a", Stage::actual, -20, date(2025, 1, 20), "old"}}).verdict, allow)
      << "lowers an overrun";
  EXPECT_EQ(
      desk.post({{"S", "a", Stage::actual, -20, date(2025, 1, 20), "old"}, {"S", "b", Stage::actual, 20}}).verdict,
      stop);
}

TEST(Checker, ReadsAKeyPastSpacesAndWidth) {
  Desk desk({{"travel", 10}}, {rule(Basis::year)});
  EXPECT_EQ(desk.post({{"1", "Ｔravel　 ", Stage::actual, 11}}).rows[0].excess, money(1));
  const auto unknown = desk.post({{"2", "travle", Stage::actual, 1}});
  EXPECT_EQ(unknown.rows[0].remarks[0].phrase, phrase::unbudgeted_key);
  EXPECT_EQ(unknown.rows[0].remarks[0].blanks[1], "travel");
}

}  // namespace
}  // namespace steward::control
