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

}  // namespace
}  // namespace steward::allocation
