#include "document/packed_rows.hpp"

#include <cstring>

#include "numeral.hpp"
#include "rows.hpp"

namespace steward::document {
namespace {

constexpr char blank = 'B', number = 'N', text = 'T', formula = 'F', error = 'E';

// A length, seven bits a byte, the last one without the high bit.
void add_length(std::string& bytes, std::size_t length) {
  for (; length >= 0x80; length >>= 7) bytes += static_cast<char>(length | 0x80);
  bytes += static_cast<char>(length);
}

struct Cell {
  char kind;
  std::string_view content;  ///< the bytes of a number, or the letters of a text or formula
  std::size_t size;          ///< of the cell as it is packed
};

Cell cell_at(std::string_view row) {
  const char kind = row.front();
  if (kind == blank || kind == error) return {kind, {}, 1};
  if (kind == number) return {kind, row.substr(1, sizeof(double)), 1 + sizeof(double)};
  std::size_t length = 0, at = 1;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(row[at++]);
    length |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return {kind, row.substr(at, length), at + length};
}

}  // namespace

void PackedRows::add(char kind, const rtl::OUString& content) {
  const std::string letters = to_utf8(content);
  bytes_ += kind;
  add_length(bytes_, letters.size());
  bytes_ += letters;
}

void PackedRows::add(const Any& cell) {
  switch (cell.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE:
      bytes_ += number;
      bytes_.append(static_cast<const char*>(cell.getValue()), sizeof(double));
      return;
    case css::uno::TypeClass_STRING: {
      const auto& content = *static_cast<const rtl::OUString*>(cell.getValue());
      if (content.isEmpty()) bytes_ += blank;
      else add(text, content);
      return;
    }
    default: bytes_ += error;
  }
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
    if (cell.kind == number) {
      double value = 0;
      std::memcpy(&value, cell.content.data(), sizeof value);
      texts.push_back(numeral(value));
    } else {
      texts.emplace_back(cell.kind == error ? std::string_view("#") : cell.content);
    }
    row.remove_prefix(cell.size);
  }
  return texts;
}

}  // namespace steward::document
