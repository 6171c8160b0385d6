#include "tables/layout.hpp"

#include <algorithm>

namespace steward::tables {

Layout::Layout(const Description& description, std::size_t dimensions)
    : description_(&description), dimensions_(dimensions) {
  const auto found = std::ranges::find(description.columns, ColumnType::dimension, &Column::type);
  dimension_index_ = static_cast<std::size_t>(found - description.columns.begin());
}

std::size_t Layout::place_of(std::size_t index) const {
  return index <= dimension_index_ ? index : index - 1 + dimensions_used();
}

const Column& Layout::column_at(std::size_t place) const {
  if (place < dimension_index_) return description_->columns[place];
  if (place < dimension_index_ + dimensions_used()) return description_->columns[dimension_index_];
  return description_->columns[place + 1 - dimensions_used()];
}

std::vector<std::string> Layout::headers(Language language, const std::vector<std::string>& dimension_names) const {
  std::vector<std::string> result;
  for (std::size_t place = 0; place < width(); ++place) {
    const Column& column = column_at(place);
    result.emplace_back(column.type == ColumnType::dimension ? std::string_view(dimension_names[place - dimension_index_])
                                                             : column.header(language));
  }
  return result;
}

}  // namespace steward::tables
