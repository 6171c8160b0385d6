#include "words/keywords.hpp"

#include <array>

namespace steward {
namespace {

// One character of UTF-8: its bytes in the text, and what it is compared as.
struct Character {
  std::size_t bytes;
  std::string compared;
};

Character full_width(std::string_view rest) {
  // U+FF01 … U+FF5E are ASCII 0x21 … 0x7E, drawn wide: EF BC 81 … EF BD 9E.
  const auto second = static_cast<unsigned char>(rest[1]), third = static_cast<unsigned char>(rest[2]);
  const int ascii = second == 0xBC ? third - 0x81 + 0x21 : third - 0x80 + 0x60;
  if ((second != 0xBC && second != 0xBD) || ascii < 0x21 || ascii > 0x7E) return {3, std::string(rest.substr(0, 3))};
  const char plain = static_cast<char>(ascii);
  return {3, std::string(1, plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain + 32) : plain)};
}

Character next(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest[0]);
  if (first >= 'A' && first <= 'Z') return {1, std::string(1, static_cast<char>(first + 32))};
  if (first < 0x20) return {1, " "};
  if (rest.starts_with("\xE3\x80\x80")) return {3, " "};                               // ideographic space
  if (rest.starts_with("\xC2\xA0")) return {2, " "};                                   // no-break space
  if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) return {3, ""};  // zero width, byte order mark
  if (first == 0xEF && rest.size() >= 3) return full_width(rest);
  return {1, std::string(1, rest[0])};
}

}  // namespace

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    if (text[0] > ' ' && text[0] <= '~') {
      result += text[0] >= 'A' && text[0] <= 'Z' ? static_cast<char>(text[0] + 32) : text[0];
      text.remove_prefix(1);
      continue;
    }
    const Character character = next(text);
    if (character.compared != " " || (!result.empty() && result.back() != ' ')) result += character.compared;
    text.remove_prefix(character.bytes);
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace steward
