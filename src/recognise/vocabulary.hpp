#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/vocabulary.gen.hpp"

namespace steward::recognise {

/// A text as words are compared: folded, without accents, everything that is no letter, digit or sign one space.
std::string plain(std::string_view text);

/// The terms that occur in a text.
class Terms {
 public:
  void add(Term term) { bits_ |= bit(term); }
  void add(const Terms& other) { bits_ |= other.bits_; }
  bool has(Term term) const { return (bits_ & bit(term)) != 0; }
  bool has_any(std::initializer_list<Term> terms) const {
    for (const Term term : terms) {
      if (has(term)) return true;
    }
    return false;
  }
  bool none() const { return bits_ == 0; }

 private:
  static std::uint64_t bit(Term term) { return std::uint64_t{1} << static_cast<unsigned>(term); }
  std::uint64_t bits_ = 0;
};

/// Terms anywhere in the text; words of one or two letters only where the text has hardly anything else.
Terms terms_in(std::string_view text);
/// Terms of which a word is the whole text.
Terms terms_of_whole(std::string_view text);

/// Terms by where their words stand: anywhere, at the beginning or the end, and as the whole text. One look for all
/// three.
struct TermsByPlace {
  Terms anywhere, edges, whole;
};
TermsByPlace terms_by_place(std::string_view text);

/// Whether a text stands where an amount belongs: a word for none or for one that is not known yet ("Free", "tbd"), or what
/// begins as an amount and cannot be read as one ("$259.45 + TAX").
bool stands_for_amount(std::string_view text);

/// A unit that a header, title or note names: "（万元）", "in kEUR", "Amounts in thousands of $".
struct UnitName {
  std::string name;   ///< as a controller would write it: "万元", "kEUR", "$"
  double factor = 1;  ///< one of it in whole currency
};
/// `only_marked`: a bare "k" or "000" counts only in brackets or after a currency, as in running text it may be
/// anything.
std::optional<UnitName> unit_in(std::string_view text);

}  // namespace steward::recognise
