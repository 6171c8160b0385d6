#pragma once

#include "document/book.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Name of the cell style that stands for a style of a plan; made in the document when it is not there yet.
class Styles {
 public:
  explicit Styles(const Book& book) : book_(book) {}
  rtl::OUString name(plan::Style style);

 private:
  Book book_;
};

}  // namespace steward::document
