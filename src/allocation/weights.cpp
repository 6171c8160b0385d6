#include "allocation/weights.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace steward::allocation {
namespace {

constexpr double largest_exact = 9007199254740992.0;  // 2^53
constexpr std::array<double, 16> power{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Division is correctly rounded, so that equality proves the weight to be the double of that decimal.
bool is_decimal(double weight, std::size_t places) {
  const double scaled = std::nearbyint(weight * power[places]);
  return scaled <= largest_exact && scaled / power[places] == weight;
}

std::optional<std::size_t> common_places(std::span<const double> weights) {
  std::size_t places = 0;
  for (const double weight : weights)
    while (!is_decimal(weight, places))
      if (++places == power.size()) return std::nullopt;
  if (!std::ranges::all_of(weights, [&](double weight) { return is_decimal(weight, places); })) return std::nullopt;
  return places;
}

Minor in_binary(double weight, int shift) {
  int exponent = 0;
  const double mantissa = std::frexp(weight, &exponent);
  const auto digits = static_cast<long long>(std::ldexp(mantissa, 53));
  const int move = exponent - 53 + shift;
  if (move >= 0) return Minor(Minor(digits) << move);
  return move < -62 ? Minor(0) : Minor(digits >> -move);
}

}  // namespace

Result<std::vector<Minor>> whole_weights(std::span<const double> weights) {
  if (std::ranges::any_of(weights, [](double weight) { return weight < 0; }))
    return Fault{FaultKind::number, phrase::negative_weight, {}};
  std::vector<Minor> whole;
  whole.reserve(weights.size());
  if (const auto places = common_places(weights)) {
    for (const double weight : weights)
      whole.emplace_back(static_cast<long long>(std::nearbyint(weight * power[*places])));
    return whole;
  }
  int exponent = 0;
  std::frexp(std::ranges::max(weights), &exponent);
  for (const double weight : weights) whole.push_back(in_binary(weight, 73 - exponent));
  return whole;
}

}  // namespace steward::allocation
