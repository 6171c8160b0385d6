#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace steward::forecast {

/// xoshiro256++ of Blackman & Vigna 2019, its state filled by splitmix64: the same numbers on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9E3779B97F4A7C15u;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
      word = mixed ^ (mixed >> 31);
    }
  }

  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0], shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }
  /// Evenly spread, strictly between 0 and 1.
  double share() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }
  /// Evenly spread over 0…limit − 1; the bias of at most limit / 2^64 is of no account.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(share() * static_cast<double>(limit)); }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace steward::forecast
