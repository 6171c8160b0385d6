#include "plan/source_keys.hpp"

#include <gtest/gtest.h>

namespace steward::plan {
namespace {

ledger::Posting taxi() {
  ledger::Posting posting;
  posting.day = date(2026, 1, 2);
  posting.document = "D1";
  posting.stage = Stage::actual;
  posting.amount = Money(Minor(1234));
  posting.key = {"4100", "Travel"};
  return posting;
}

TEST(SourceKeys, CountEqualRowsOfAFile) {
  SourceKeys keys;
  const auto first = keys.key_of(taxi()), second = keys.key_of(taxi());
  EXPECT_EQ(first.size(), 17U) << first;
  EXPECT_EQ(second, first + "#2");
  auto other = taxi();
  other.memo = "to the station";
  EXPECT_NE(keys.key_of(other).substr(0, 17), first);
  SourceKeys again;
  again.remember(first);
  EXPECT_TRUE(again.is_known(again.key_of(taxi())));
  EXPECT_FALSE(again.is_known(again.key_of(taxi()))) << "the second occurrence is not in the ledger";
}

// The key as earlier builds wrote it, computed by a program of its own from the definition of FNV-1a.
TEST(SourceKeys, OfEarlierBuildsAreStillKnown) {
  SourceKeys keys;
  keys.remember("row:3lQepSG5Ig5m17yfP1gXl8#1");
  EXPECT_TRUE(keys.is_known(keys.key_of(taxi())));
  const auto second = keys.key_of(taxi());
  EXPECT_FALSE(keys.is_known(second));
  EXPECT_TRUE(second.ends_with("#2")) << second;
  keys.remember(second);
  SourceKeys again;
  again.remember("row:3lQepSG5Ig5m17yfP1gXl8#1");
  again.remember(second);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(again.is_known(again.key_of(taxi()))) << i;
}

TEST(SourceKeys, FindAnInvoiceThatWasProbablyEnteredTwice) {
  SourceKeys keys;
  keys.remember_invoice(taxi());
  auto again = taxi();
  again.document = "d 1";
  again.day = date(2026, 1, 3);
  EXPECT_TRUE(keys.is_probable_duplicate(again));
  again.key = {"4100", " TRAVEL"};
  EXPECT_TRUE(keys.is_probable_duplicate(again)) << "keys are compared without spaces and case";
  again.amount = Money(Minor(1235));
  EXPECT_FALSE(keys.is_probable_duplicate(again));
}

}  // namespace
}  // namespace steward::plan
