#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <array>
#include <string>
#include <string_view>

namespace steward::audit {

/// The length of a hash in hexadecimal digits.
inline constexpr std::size_t hash_digits = 2 * crypto_hash_sha256_BYTES;

/// SHA-256 (FIPS 180-4), fed piece by piece, so that a hash over a large range needs no second copy of it.
class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }
  Sha256& add(std::string_view text) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return *this;
  }
  /// 64 lower-case hexadecimal digits; nothing can be added after them.
  std::string digits() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
    crypto_hash_sha256_final(&state_, bytes.data());
    constexpr std::string_view alphabet = "0123456789abcdef";
    std::string text;
    text.reserve(hash_digits);
    for (const unsigned char byte : bytes) {
      text += alphabet[byte >> 4];
      text += alphabet[byte & 15];
    }
    return text;
  }

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace steward::audit
