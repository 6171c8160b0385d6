#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tables/tables.gen.hpp"

namespace steward::tables {

/// A described table as it lies in one workbook: the dimension column unfolds into one column for each dimension.
class Layout {
 public:
  Layout(const Description& description, std::size_t dimensions);

  const Description& description() const { return *description_; }
  std::size_t width() const { return description_->columns.size() - (has_dimensions() ? 1 : 0) + dimensions_used(); }
  std::size_t dimensions() const { return dimensions_used(); }

  /// Place of a column, counted from 0; of the dimension column the place of its first.
  template <class TableColumn>
  std::size_t place(TableColumn column) const { return place_of(static_cast<std::size_t>(column)); }

  /// The description of the column at a place.
  const Column& column_at(std::size_t place) const;

  /// Headers in the given language, dimensions under their own names.
  std::vector<std::string> headers(Language language, const std::vector<std::string>& dimension_names) const;

 private:
  bool has_dimensions() const { return dimension_index_ < description_->columns.size(); }
  std::size_t dimensions_used() const { return has_dimensions() ? dimensions_ : 0; }
  std::size_t place_of(std::size_t index) const;

  const Description* description_;
  std::size_t dimensions_;
  std::size_t dimension_index_;  ///< where the dimension column stands in the description; its end when there is none
};

}  // namespace steward::tables
