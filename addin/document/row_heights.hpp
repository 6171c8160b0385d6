#pragma once

#include "document/book.hpp"

namespace steward::document {

// While it lives rows keep their heights. The office otherwise measures every row that is written to, and reads the text of
// each of its cells for it, which takes as long as the writing (tried on 7.4: also where heights are set by hand).
class HeightsAsTheyAre {
 public:
  explicit HeightsAsTheyAre(const Book& book) : book_(book), are_measured_(property<bool>(book.document(), name, true)) {
    if (are_measured_) set_property(book_.document(), name, Any(false));
  }
  ~HeightsAsTheyAre() {
    if (are_measured_) set_property(book_.document(), name, Any(true));
  }
  HeightsAsTheyAre(const HeightsAsTheyAre&) = delete;
  HeightsAsTheyAre& operator=(const HeightsAsTheyAre&) = delete;

 private:
  static constexpr const char* name = "IsAdjustHeightEnabled";

  const Book& book_;
  bool are_measured_;
};

}  // namespace steward::document
