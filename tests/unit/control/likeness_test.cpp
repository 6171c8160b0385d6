#include "control/likeness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace steward::control {
namespace {

// Levenshtein 1966, as Wagner and Fischer compute it, without any short cut.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j)
      table[i][j] = i == 0 ? j : j == 0 ? i : std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
  return table[a.size()][b.size()];
}

TEST(Likeness, FindsTheNearestSpelling) {
  const Likeness accounts({"travel", "training", "rent", "consulting"});
  EXPECT_EQ(accounts.nearest("travle"), 0U);
  EXPECT_EQ(accounts.nearest("trainig"), 1U);
  EXPECT_EQ(accounts.nearest("rents"), 2U);
}

TEST(Likeness, TakesNothingThatIsMoreThanHalfOff) {
  const Likeness accounts({"sitting"});
  EXPECT_EQ(accounts.nearest("kitten"), 0U);  // 3 of 6
  EXPECT_EQ(accounts.nearest("rent"), std::nullopt);
  EXPECT_EQ(Likeness({}).nearest("rent"), std::nullopt);
}

class LikenessOf : public testing::TestWithParam<unsigned> {};

// Words of one machine word of bits, and longer ones.
TEST_P(LikenessOf, PassesOverNothingThatIsNearer) {
  std::mt19937 random(1);
  const auto word = [&] {
    std::string text(GetParam() + random() % 9, ' ');
    std::ranges::generate(text, [&] { return static_cast<char>('a' + random() % 4); });
    return text;
  };
  std::vector<std::string> texts(200);
  std::ranges::generate(texts, word);
  const Likeness alike(texts);
  for (int round = 0; round < 40; ++round) {
    const std::string wanted = word();
    std::vector<std::size_t> off;
    for (const auto& text : texts) off.push_back(plain_distance(text, wanted));
    const auto least = std::ranges::min_element(off);
    const auto expected = *least <= wanted.size() / 2 ? std::optional(static_cast<std::size_t>(least - off.begin())) : std::nullopt;
    EXPECT_EQ(alike.nearest(wanted), expected) << wanted;
  }
}
INSTANTIATE_TEST_SUITE_P(Lengths, LikenessOf, testing::Values(0U, 4U, 60U, 70U));

}  // namespace
}  // namespace steward::control
