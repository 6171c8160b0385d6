#pragma once

#include <set>
#include <string>

#include "document/book.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// The cell styles that stand for the styles of a plan.
class Styles {
 public:
  explicit Styles(const Book& book) : book_(book) {}
  static rtl::OUString name(plan::Style style);
  /// The number format of texts.
  static sal_Int32 text_format(const Book& book);
  bool are_complete() const;
  /// Makes those that the document lacks. Calc refuses to change any cell style while any sheet is protected, so this
  /// comes before the first edit.
  void make_missing();
  /// The style in which a cell shows a word whatever text it holds, by its number format alone.
  static rtl::OUString name_of_word(const std::string& word);
  /// Makes those that the document lacks; none where a sheet is protected with a password.
  void make_words(const std::set<std::string>& words);

 private:
  Book book_;
};

}  // namespace steward::document
