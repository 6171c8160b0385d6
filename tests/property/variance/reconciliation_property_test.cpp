#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "variance/bridge.hpp"
#include "variance/overhead.hpp"
#include "variance/pvm.hpp"
#include "variance/quantity.hpp"
#include "variance/variance.hpp"

namespace steward::variance {
namespace {

class Reconciliation : public testing::Test {
 protected:
  double decimal(double low, double high, double unit) {
    return std::round(std::uniform_real_distribution(low, high)(random_) / unit) * unit;
  }
  std::vector<double> several(std::size_t count, double low, double high, double unit) {
    std::vector<double> result(count);
    for (double& number : result) number = decimal(low, high, unit);
    return result;
  }
  std::size_t few() { return std::uniform_int_distribution<std::size_t>(1, 12)(random_); }
  Nature any_nature() { return static_cast<Nature>(std::uniform_int_distribution(0, 3)(random_)); }
  std::mt19937_64 random_{20260304};
};

constexpr double cent = 0.005;

double sum(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}
Table column(const std::vector<double>& numbers) {
  return Table::column({numbers.begin(), numbers.end()});
}
double number(const Value& cell) {
  return std::get<double>(cell);
}
long long cents(const Value& cell) {
  return std::llround(number(cell) * 100);
}

TEST_F(Reconciliation, PriceAndQuantityMakeTheTotal) {
  for (int i = 0; i < 5000; ++i) {
    const double aq = decimal(0, 1e5, 1), sq = decimal(0, 1e5, 1), ap = decimal(0, 1e3, 0.01),
                 sp = decimal(0, 1e3, 0.01);
    const Nature nature = any_nature();
    const double parts = price_variance(ap, sp, aq, nature).value() + quantity_variance(aq, sq, sp, nature).value();
    ASSERT_NEAR(parts, variance(aq * ap, sq * sp, nature).value(), cent);
  }
}

TEST_F(Reconciliation, MixAndYieldMakeUsage) {
  for (int i = 0; i < 3000; ++i) {
    const std::size_t count = few();
    const auto aq = several(count, 0, 1e4, 0.1), sq = several(count, 1, 1e4, 0.1), price = several(count, 0, 100, 0.01);
    const double output = decimal(1, 1e4, 0.1), standard_output = decimal(1, 1e4, 0.1);
    const Nature nature = any_nature();
    const auto mix = mix_variance(aq, sq, price, nature, MixSchool::item).value();
    const auto yield = yield_variance(aq, sq, price, output, standard_output, nature).value();
    double mix_of_average = sum(mix_variance(aq, sq, price, nature, MixSchool::average).value());
    ASSERT_NEAR(sum(mix), mix_of_average, cent);
    for (std::size_t k = 0; k < count; ++k)
      ASSERT_NEAR(mix[k] + yield[k],
                  quantity_variance(aq[k], sq[k] * output / standard_output, price[k], nature).value(), cent);
  }
}

TEST_F(Reconciliation, MixAndQuantityMakeVolume) {
  for (int i = 0; i < 3000; ++i) {
    const std::size_t count = few();
    const auto aq = several(count, 0, 1e4, 1), sq = several(count, 1, 1e4, 1), price = several(count, 0, 100, 0.01);
    double volume = 0, weighted = 0;
    for (std::size_t k = 0; k < count; ++k) {
      volume += quantity_variance(aq[k], sq[k], price[k], Nature::revenue).value();
      weighted += sq[k] * price[k];
    }
    const double quantity = (sum(aq) - sum(sq)) * weighted / sum(sq);
    ASSERT_NEAR(sum(mix_variance(aq, sq, price, Nature::revenue, MixSchool::item).value()) + quantity, volume, cent);
  }
}

TEST_F(Reconciliation, CapacityAndEfficiencyMakeVolume) {
  for (int i = 0; i < 3000; ++i) {
    const double cost = decimal(0, 1e6, 0.01), actual = decimal(0, 1e6, 0.01);
    const double hours = decimal(1, 1e5, 0.1), allowed = decimal(0, 1e5, 0.1), worked = decimal(0, 1e5, 0.1);
    const auto of = [&](OverheadKind kind) {
      return overhead_variance(kind, cost, actual, hours, allowed, worked).value();
    };
    ASSERT_NEAR(of(OverheadKind::capacity) + of(OverheadKind::efficiency), of(OverheadKind::volume), cent);
  }
}

TEST_F(Reconciliation, PvmFootsInRowsAndColumnsToTheCent) {
  for (int i = 0; i < 2000; ++i) {
    const std::size_t count = few();
    auto from = several(count, -50, 500, 0.1), to = several(count, -50, 500, 0.1);
    for (std::size_t k = 0; k < count; ++k)
      if (k % 4 == 1)
        from[k] = 0;
      else if (k % 4 == 3)
        to[k] = 0;
    const auto table = pvm(Table(count, 1, Value(std::string("x"))), column(from), column(several(count, 0, 90, 0.001)),
                           column(to), column(several(count, 0, 90, 0.001)), std::nullopt)
                           .value();
    for (std::size_t row = 0; row <= count; ++row) {
      long long effects = 0;
      for (std::size_t c = 2; c <= 6; ++c) effects += cents(table.at(row, c));
      ASSERT_EQ(cents(table.at(row, 1)) + effects, cents(table.at(row, 7)));
    }
    for (std::size_t c = 1; c <= 7; ++c) {
      long long all = 0;
      for (std::size_t row = 0; row < count; ++row) all += cents(table.at(row, c));
      ASSERT_EQ(all, cents(table.at(count, c)));
    }
  }
}

TEST_F(Reconciliation, BridgeFootsAndItsBarsJoin) {
  for (int i = 0; i < 2000; ++i) {
    const std::size_t count = few();
    const auto from = several(count, -100, 100, 0.01), to = several(count, -100, 100, 0.01);
    std::vector<Value> natures;
    for (std::size_t k = 0; k < count; ++k) natures.emplace_back(std::string(code_of(any_nature())));
    const int top = std::uniform_int_distribution(0, 5)(random_);
    const auto table =
        bridge(Table(count, 1, Value(std::string("x"))), column(from), column(to), Table::column(natures), top).value();
    long long level = cents(table.at(0, 7));
    for (std::size_t row = 1; row + 1 < table.rows(); ++row) {
      const long long before = level, base = cents(table.at(row, 1));
      level = cents(table.at(row, 6));
      const long long above = cents(table.at(row, 2)) + cents(table.at(row, 4));
      const long long below = cents(table.at(row, 3)) + cents(table.at(row, 5));
      const long long high = above != 0 ? std::max(base, 0LL) + above : std::max(before, level);
      const long long low = below != 0 ? std::min(base, 0LL) + below : std::min(before, level);
      ASSERT_EQ(high, std::max(before, level));
      ASSERT_EQ(low, std::min(before, level));
      ASSERT_EQ(above - below, std::abs(level - before));
    }
    ASSERT_EQ(level, cents(table.at(table.rows() - 1, 7)));
  }
}

}  // namespace
}  // namespace steward::variance
