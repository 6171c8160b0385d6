#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "allocation/optimize.hpp"
#include "allocation/response.hpp"

namespace steward::allocation {
namespace {

// No transfer between two channels brings more: the condition of an optimum of concave curves.
TEST(OptimizeProperty, NoTransferBetweenChannelsBringsMore) {
  std::mt19937_64 random(20260308);
  const auto real = [&](double low, double high) { return std::uniform_real_distribution(low, high)(random); };
  for (int i = 0; i < 2000; ++i) {
    const auto form = static_cast<ResponseCurve>(std::uniform_int_distribution(0, 3)(random));
    const auto count = std::uniform_int_distribution<std::size_t>(2, 12)(random);
    const double total = real(10, 10000);
    Table parameters, lowest, highest;
    std::vector<Curve> curves;
    for (std::size_t k = 0; k < count; ++k) {
      const double b = form == ResponseCurve::power ? real(0.05, 0.95) : real(1, 5000);
      curves.push_back({form, real(1, 1000), b});
      parameters.append({curves.back().a, b});
      const double low = real(0.001, total / static_cast<double>(count));
      lowest.append({low});
      highest.append({low + real(0, total)});
    }
    const auto found = optimize(total, parameters, std::nullopt, lowest, highest, form);
    if (!found) continue;
    std::vector<double> spend;
    double sum = 0, best = 0;
    for (std::size_t k = 0; k < count; ++k) {
      spend.push_back(std::get<double>(found.value().at(k, 0)));
      ASSERT_GE(spend[k], std::get<double>(lowest.at(k, 0)) - 1e-9);
      ASSERT_LE(spend[k], std::get<double>(highest.at(k, 0)) + 1e-9);
      sum += spend[k];
      best += curves[k].result(spend[k]);
    }
    ASSERT_NEAR(sum, total, 1e-9 * total);
    for (std::size_t from = 0; from < count; ++from)
      for (std::size_t to = 0; to < count; ++to) {
        const double room = std::min(spend[from] - std::get<double>(lowest.at(from, 0)),
                                     std::get<double>(highest.at(to, 0)) - spend[to]);
        for (const double part : {1e-4, 0.01, 0.5}) {
          const double moved = part * room;
          if (from == to || moved <= 0) continue;
          const double gain = curves[to].result(spend[to] + moved) - curves[to].result(spend[to]) +
                              curves[from].result(spend[from] - moved) - curves[from].result(spend[from]);
          ASSERT_LE(gain, 1e-9 * std::max(1.0, std::abs(best)));
        }
      }
  }
}

// The most that a concave gain less its price reaches between two bounds.
double best_net(const Curve& curve, double price, double low, double high) {
  for (int i = 0; i < 200; ++i) {
    const double left = low + (high - low) / 3, right = high - (high - low) / 3;
    const bool rises = curve.result(left) - price * left < curve.result(right) - price * right;
    (rises ? low : high) = rises ? left : right;
  }
  return curve.result(low) - price * low;
}

// At any price of money, price × total and the best net gain of each channel bound what any allocation can bring.
TEST(OptimizeProperty, LiesWithinAMillionthOfTheOptimum) {
  std::mt19937_64 random(20261127);
  const auto real = [&](double low, double high) { return std::uniform_real_distribution(low, high)(random); };
  for (int i = 0; i < 500; ++i) {
    const auto form = static_cast<ResponseCurve>(i % 4);
    const auto count = std::uniform_int_distribution<std::size_t>(2, 40)(random);
    const double total = real(10, 100'000);
    Table parameters;
    std::vector<Curve> curves;
    for (std::size_t k = 0; k < count; ++k) {
      curves.push_back({form, real(1, 1000), form == ResponseCurve::power ? real(0.05, 0.95) : real(1, 5000)});
      parameters.append({curves.back().a, curves.back().b});
    }
    const auto found = optimize(total, parameters, {}, {}, {}, form).value();
    double reached = 0, least_bound = 0;
    for (std::size_t k = 0; k < count; ++k) reached += std::get<double>(found.at(k, 1));
    for (std::size_t k = 0; k < count; ++k) {
      const double price = std::get<double>(found.at(k, 2));
      double bound = price * total;
      for (const Curve& curve : curves) bound += best_net(curve, price, 1e-9 * total, total);
      if (k == 0 || bound < least_bound) least_bound = bound;
    }
    ASSERT_LE(least_bound - reached, 1e-6 * std::abs(reached)) << static_cast<int>(form) << " of " << count;
  }
}

}  // namespace
}  // namespace steward::allocation
