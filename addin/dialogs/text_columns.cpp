#include "dialogs/text_columns.hpp"

#include <algorithm>
#include <numeric>

namespace steward::dialogs {
namespace {

constexpr std::size_t rows_measured = 300;
constexpr int gap_in_spaces = 3, widest_spare = 8;

// The end of the letter before a place: a letter of several bytes is never cut.
std::size_t letter_before(const std::string& text, std::size_t place) {
  do --place;
  while (place > 0 && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80);
  return place;
}

// What each column gets of the room.
std::vector<int> shared(const std::vector<GridColumn>& columns, const std::vector<int>& needed, int room) {
  std::vector<int> widths(columns.size(), 0);
  std::vector<bool> is_served(columns.size(), false);
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    int left = room, shares = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (is_served[i]) left -= widths[i];
      else shares += columns[i].width;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (is_served[i]) continue;
      widths[i] = left * columns[i].width / std::max(1, shares);
      if (needed[i] > widths[i]) continue;
      widths[i] = needed[i];
      is_served[i] = is_changed = true;
    }
  }
  return widths;
}

}  // namespace

TextColumns::TextColumns(std::vector<GridColumn> columns, const std::vector<TextRow>& rows, int room, Measure measure)
    : columns_(std::move(columns)), measure_(std::move(measure)), space_(std::max(1, measure_(std::string(20, ' ')) / 20)) {
  const int gap = gap_in_spaces * space_;
  std::vector<int> needed;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int widest = measure_(columns_[i].title);
    for (std::size_t row = 0; row < std::min(rows.size(), rows_measured); ++row)
      if (i < rows[row].size()) widest = std::max(widest, measure_(rows[row][i]));
    needed.push_back(widest + gap);
  }
  const auto widths = shared(columns_, needed, room);
  // What nobody needs is put between the columns, as far as they still belong together.
  const int spare = std::max(0, room - std::accumulate(widths.begin(), widths.end(), 0)) / static_cast<int>(std::max<std::size_t>(1, widths.size()));
  int at = 0;
  for (const int width : widths) {
    begins_.push_back(at);
    ends_.push_back(at + width - gap + std::min(spare, widest_spare * space_));
    at += width + std::min(spare, widest_spare * space_);
  }
}

std::string TextColumns::clipped(const std::string& text, int room) const {
  if (measure_(text) <= room) return text;
  std::size_t end = text.size();
  while (end > 0 && measure_(text.substr(0, end) + "…") > room) end = letter_before(text, end);
  return text.substr(0, end) + "…";
}

std::string TextColumns::line(const TextRow& row) const {
  std::string line;
  for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
    // A line break would end the entry.
    std::string cell = row[i];
    std::ranges::replace(cell, '\n', ' ');
    cell = clipped(cell, ends_[i] - begins_[i]);
    const int wanted = columns_[i].is_figure ? ends_[i] - measure_(cell) : begins_[i];
    const int missing = wanted - measure_(line);
    if (missing > 0) line += std::string(static_cast<std::size_t>((missing + space_ / 2) / space_), ' ');
    line += cell;
  }
  return line;
}

std::string TextColumns::heads() const {
  TextRow titles;
  for (const auto& column : columns_) titles.push_back(column.title);
  return line(titles);
}

}  // namespace steward::dialogs
