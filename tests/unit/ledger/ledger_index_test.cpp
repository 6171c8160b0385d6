#include "ledger/ledger_index.hpp"

#include <gtest/gtest.h>

#include "audit/hash.hpp"
#include "ledger/index_store.hpp"
#include "table_source.hpp"

namespace steward::ledger {
namespace {

const Table ledger = table({{words("Date"), words("unit"), words("memo"), words("account"), words("amount"), words("line")},
                            {45662.5, words(" North "), words("x"), words("Travel"), 10.0, words("L1")},
                            {45663.0, words("SOUTH"), words("y"), Blank{}, 2.5, 7.0}});

LedgerIndex index_of(const Table& rows, std::string address = "$Ledger.$A$1:$F$3") {
  return LedgerIndex::from(TableSource(rows), std::move(address)).value();
}
double figure(const LedgerIndex& index, const char* key) {
  return std::get<double>(lookup(index, Table(1, 1, words(key)), {}, {}, Stage::actual, {}, date(1899, 12, 30)).value());
}

TEST(LedgerIndex, IsHashedAsTheTableOfItsPostings) {
  const Table content = table({{words("date"), words("stage"), words("amount"), words("unit"), words("account"), words("line")},
                               {45662.0, words("actual"), 10.0, words("north"), words("travel"), words("l1")},
                               {45663.0, words("actual"), 2.5, words("south"), Blank{}, words("7")}});
  EXPECT_EQ(index_of(ledger).hash(), audit::hash(content));
  EXPECT_EQ(index_of(ledger).handle(), "$Ledger.$A$1:$F$3#" + audit::hash(content));
}

TEST(LedgerIndex, HasAnotherHashForEveryChangeThatAFigureCanShow) {
  const std::string before = index_of(ledger).hash();
  for (const std::size_t column : {0U, 1U, 3U, 4U, 5U}) {
    Table changed = ledger;
    changed.at(2, column) = column == 0 || column == 4 ? Value(45664.0) : words("other");
    EXPECT_NE(index_of(changed).hash(), before) << column;
  }
  Table memo = ledger;
  memo.at(2, 2) = words("z");
  EXPECT_EQ(index_of(memo).hash(), before);
}

TEST(LedgerIndex, ReadsOnlyHandles) {
  const auto handle = read_handle("$'A#1.x'.$A$1:$B$2#" + std::string(64, 'a'));
  ASSERT_TRUE(handle);
  EXPECT_EQ(handle->address, "$'A#1.x'.$A$1:$B$2");
  EXPECT_FALSE(read_handle(std::string(64, 'a')));
  EXPECT_FALSE(read_handle("#" + std::string(64, 'a')));
  EXPECT_FALSE(read_handle("$A.$A$1#" + std::string(63, 'a')));
}

// Ten columns of keys, one of them another text in each posting.
TEST(LedgerIndex, KeepsFewBytesAPosting) {
  constexpr int count = 20'000;
  Table large(count + 1, 12);
  large.at(0, 0) = words("date"), large.at(0, 1) = words("amount");
  for (std::size_t column = 2; column < 12; ++column) large.at(0, column) = "key " + std::to_string(column);
  for (std::size_t row = 1; row <= count; ++row) {
    large.at(row, 0) = 45000.0 + static_cast<double>(row % 365), large.at(row, 1) = static_cast<double>(row) / 100;
    for (std::size_t column = 2; column < 12; ++column)
      large.at(row, column) = "value " + std::to_string(column == 11 ? row : row * column % 500);
  }
  const auto index = index_of(large);
  EXPECT_EQ(index.postings(), static_cast<std::size_t>(count));
  EXPECT_LT(index.bytes() / index.postings(), 100U);
}

TEST(IndexStore, FindsByContentAndKeepsTheLastOfAnAddress) {
  IndexStore store;
  std::vector<std::string> hashes;
  for (int i = 0; i < 5; ++i) {
    Table changed = ledger;
    changed.at(1, 4) = static_cast<double>(i);
    store.keep(std::make_shared<const LedgerIndex>(index_of(changed)));
    hashes.push_back(index_of(changed).hash());
  }
  store.keep(std::make_shared<const LedgerIndex>(index_of(ledger, "$Other.$A$1:$F$3")));
  EXPECT_EQ(store.size(), 4U);
  EXPECT_FALSE(store.find(hashes[0]));
  EXPECT_FALSE(store.find(hashes[1]));
  for (int i = 2; i < 5; ++i) EXPECT_EQ(figure(*store.find(hashes[static_cast<std::size_t>(i)]), "north"), i);
  EXPECT_EQ(figure(*store.find(index_of(ledger).hash()), "north"), 10);
}

}  // namespace
}  // namespace steward::ledger
