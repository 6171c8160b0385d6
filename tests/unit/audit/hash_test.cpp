#include "audit/hash.hpp"

#include <gtest/gtest.h>

namespace steward::audit {
namespace {

Table table(std::vector<std::vector<Value>> rows) {
  Table result;
  for (auto& row : rows) result.append(std::move(row));
  return result;
}

// Each digest is that of coreutils' sha256sum over the text that the header promises.
struct Case {
  Table cells;
  const char *text, *digest;
};

TEST(Hash, OfTheCanonicalForm) {
  const std::string ab = "ab", budget = "预算";
  const Case cases[] = {
      {table({{1.5, ab}, {Blank{}, -0.0}}), "2x2;N3:1.5T2:abB0:N1:0",
       "3df845ae2f79a3deacaa8974084bc01cd4afd0238b43bd058901e5655c8bd4d3"},
      {table({{budget}}), "1x1;T6:预算", "ad92642829956b2f74f026165a34dd9bbd55bb7e01917c6c406b9eaf793a8908"},
      {table({{CellError{"#REF!"}}}), "1x1;E5:#REF!",
       "6238c05f37b38cdf38f4cb049436062ff99d20630b68a11301d9a9990bc38806"},
      {table({{1.0 / 3, -1e20, 1e-7}}), "1x3;N17:0.333333333333333N6:-1e+20N5:1e-07",
       "1c2029cbb331fe025ec0d0c76d5484800a4b9fd110d74b518fe668e06a489d11"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(canonical(c.cells), c.text);
    EXPECT_EQ(hash(c.cells), c.digest) << c.text;
  }
}

TEST(Hash, TakesAnEmptyTextForABlank) {
  EXPECT_EQ(hash(table({{std::string()}})), hash(table({{Blank{}}})));
}

TEST(Hash, TellsNumberFromTextAndRowFromColumn) {
  EXPECT_NE(hash(table({{1.0}})), hash(table({{std::string("1")}})));
  EXPECT_NE(hash(table({{1.0, 2.0}})), hash(table({{1.0}, {2.0}})));
  EXPECT_NE(hash(table({{std::string("ab"), std::string("c")}})), hash(table({{std::string("a"), std::string("bc")}})));
  EXPECT_NE(hash(table({{Blank{}}})), hash(table({{0.0}})));
}

TEST(Hash, SurvivesTheFifteenDigitsOfAFile) {
  EXPECT_EQ(hash(table({{0.1 + 0.2}})), hash(table({{0.3}})));
}

Table log_of_three() {
  return table(
      {{1.0, std::string("a"), std::string("5d74bc7b94575e0b31d4a547574a74a2ddc4f854f667388c383ecfcf4ef9082d")},
       {2.0, std::string("b"), std::string("e6f67d83081a7aefbdf8ca2273eadd257b69113218c35696881eb13691daa4c1")},
       {3.0, std::string("c"), std::string("69263f39130c58b7166cecab4f2fcbc4aba06569d18f843cd16ade84231987f2")}});
}

Table under_header(const Table& log, const char* name) {
  Table result = table({{std::string("no"), std::string("what"), std::string(name)}});
  for (std::size_t row = 0; row < log.rows(); ++row) result.append({log.at(row, 0), log.at(row, 1), log.at(row, 2)});
  return result;
}

TEST(ChainVerify, AcceptsALogMadeElsewhere) {
  EXPECT_EQ(first_broken_row(log_of_three()), 0u);
}

TEST(ChainVerify, PassesOverAHeader) {
  for (const char* name : {"hash", "SHA-256", "校验码"}) {
    Table log = under_header(log_of_three(), name);
    EXPECT_EQ(first_broken_row(log), 0u);
    log.at(2, 0) = 2.01;
    EXPECT_EQ(first_broken_row(log), 2u);
  }
}

TEST(ChainVerify, NamesTheFirstRowThatWasTouched) {
  for (std::size_t row = 0; row < 3; ++row) {
    Table changed = log_of_three();
    changed.at(row, 1) = std::string("x");
    EXPECT_EQ(first_broken_row(changed), row + 1);
    Table rehashed = log_of_three();
    std::get<std::string>(rehashed.at(row, 2))[5] = 'z';
    EXPECT_EQ(first_broken_row(rehashed), row + 1);
    Table cut = log_of_three();
    std::get<std::string>(cut.at(row, 2)).pop_back();
    EXPECT_EQ(first_broken_row(cut), row + 1);
    Table emptied = log_of_three();
    emptied.at(row, 2) = Blank{};
    EXPECT_EQ(first_broken_row(emptied), row + 1);
  }
}

TEST(ChainVerify, FindsARowRemovedOrMoved) {
  const Table log = log_of_three();
  EXPECT_EQ(
      first_broken_row(table({{log.at(1, 0), log.at(1, 1), log.at(1, 2)}, {3.0, std::string("c"), log.at(2, 2)}})), 1u);
  EXPECT_EQ(
      first_broken_row(table({{log.at(0, 0), log.at(0, 1), log.at(0, 2)}, {3.0, std::string("c"), log.at(2, 2)}})), 2u);
}

TEST(ChainVerify, DoesNotCountBlankRowsAtTheEnd) {
  Table log = log_of_three();
  log.append({Blank{}, std::string(), Blank{}});
  EXPECT_EQ(first_broken_row(log), 0u);
  log.append({4.0, std::string("d"), Blank{}});
  EXPECT_EQ(first_broken_row(log), 4u);
}

TEST(Chain, BeginsAtAnEmptyCell) {
  const Table row = table({{1.0, std::string("a")}});
  EXPECT_EQ(chain_of("0", row).value(), chain("", row));
  EXPECT_NE(chain_of("1", row).value(), chain("", row));
}

TEST(ChainVerify, NeedsAColumnBesideTheHashes) {
  EXPECT_EQ(chain_verify(table({{std::string("a")}})).error().kind, FaultKind::argument);
  EXPECT_EQ(chain_verify(log_of_three()).value(), 0);
}

}  // namespace
}  // namespace steward::audit
