#include "document/packed_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

#include "numeral.hpp"
#include "rows.hpp"

namespace steward::document {
namespace {

// A whole number is written by its value, whatever its bits: −0 is not.
constexpr char number = 'N', whole = 'W', text = 'T', formula = 'F', error = 'E';
// From here on a kind says how many blank cells stand beside each other, one at least.
constexpr unsigned char blanks = 0x80;
constexpr unsigned char most_blanks = 0xFF;
constexpr double largest_whole = 4e9;

// Seven bits a byte, the last one without the high bit.
void add_count(std::string& bytes, std::uint64_t count) {
  for (; count >= 0x80; count >>= 7) bytes += static_cast<char>(count | 0x80);
  bytes += static_cast<char>(count);
}

std::uint64_t count_at(std::string_view bytes, std::size_t& at) {
  std::uint64_t count = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    count |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return count;
  }
}

bool is_blanks(char kind) { return static_cast<unsigned char>(kind) >= blanks; }

struct Cell {
  char kind;
  std::string_view content;  ///< the bytes of a number, or the letters of a text or formula
  std::size_t size;          ///< of the cell as it is packed
};

Cell cell_at(std::string_view row) {
  const char kind = row.front();
  if (is_blanks(kind) || kind == error) return {kind, {}, 1};
  if (kind == number) return {kind, row.substr(1, sizeof(double)), 1 + sizeof(double)};
  std::size_t at = 1;
  const auto count = static_cast<std::size_t>(count_at(row, at));
  if (kind == whole) return {kind, row.substr(1, at - 1), at};
  return {kind, row.substr(at, count), at + count};
}

// Signs alternate, so that small numbers of either sign stay short: 0, −1, 1, −2, …
std::uint64_t folded_sign(std::int64_t value) { return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63); }
std::int64_t unfolded_sign(std::uint64_t count) { return static_cast<std::int64_t>(count >> 1) ^ -static_cast<std::int64_t>(count & 1); }

double number_in(const Cell& cell) {
  double value = 0;
  if (cell.kind == number) {
    std::memcpy(&value, cell.content.data(), sizeof value);
    return value;
  }
  std::size_t at = 0;
  return static_cast<double>(unfolded_sign(count_at(cell.content, at)));
}

}  // namespace

// Most texts are of letters whose UTF-8 is their own number.
void PackedRows::add(char kind, const rtl::OUString& content) {
  const std::span letters(content.getStr(), static_cast<std::size_t>(content.getLength()));
  if (!std::ranges::all_of(letters, [](sal_Unicode letter) { return letter < 0x80; })) return add(kind, std::string_view(to_utf8(content)));
  bytes_ += kind;
  add_count(bytes_, letters.size());
  for (const sal_Unicode letter : letters) bytes_ += static_cast<char>(letter);
  ends_with_blanks_ = false;
}

void PackedRows::add(char kind, std::string_view utf8) {
  bytes_ += kind;
  add_count(bytes_, utf8.size());
  bytes_ += utf8;
  ends_with_blanks_ = false;
}

void PackedRows::add(std::string_view content) { content.empty() ? add_blank() : add(text, content); }

void PackedRows::add(double value) {
  const bool is_whole = std::abs(value) <= largest_whole && value == std::trunc(value) && !(value == 0 && std::signbit(value));
  bytes_ += is_whole ? whole : number;
  if (is_whole) add_count(bytes_, folded_sign(static_cast<std::int64_t>(value)));
  else bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  ends_with_blanks_ = false;
}

void PackedRows::add_blank() {
  if (ends_with_blanks_ && static_cast<unsigned char>(bytes_.back()) < most_blanks) {
    ++bytes_.back();
    return;
  }
  bytes_ += static_cast<char>(blanks);
  ends_with_blanks_ = true;
}

void PackedRows::add(const Any& cell) {
  switch (cell.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE: return add(*static_cast<const double*>(cell.getValue()));
    case css::uno::TypeClass_STRING: {
      const auto& content = *static_cast<const rtl::OUString*>(cell.getValue());
      return content.isEmpty() ? add_blank() : add(text, content);
    }
    default:
      bytes_ += error;
      ends_with_blanks_ = false;
  }
}

void PackedRows::append(std::string_view packed_row) {
  bytes_ += packed_row;
  end_row();
}

void PackedRows::end_row() {
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  ends_with_blanks_ = false;
}

void PackedRows::add_formula(const rtl::OUString& content) { add(formula, content); }

void PackedRows::shrink() {
  bytes_.shrink_to_fit();
  ends_.shrink_to_fit();
}

bool PackedRows::same_but_for_formulas(std::string_view one, std::string_view other) {
  while (!one.empty() && !other.empty()) {
    const Cell a = cell_at(one), b = cell_at(other);
    if (a.kind != b.kind || (a.kind != formula && a.content != b.content)) return false;
    one.remove_prefix(a.size);
    other.remove_prefix(b.size);
  }
  return one.empty() && other.empty();
}

plan::WatchedRow PackedRows::unpack(std::string_view row) {
  plan::WatchedRow texts;
  while (!row.empty()) {
    const Cell cell = cell_at(row);
    if (is_blanks(cell.kind)) texts.resize(texts.size() + static_cast<unsigned char>(cell.kind) - blanks + 1);
    else if (cell.kind == number || cell.kind == whole) texts.push_back(numeral(number_in(cell)));
    else texts.emplace_back(cell.kind == error ? std::string_view("#") : cell.content);
    row.remove_prefix(cell.size);
  }
  return texts;
}

}  // namespace steward::document
