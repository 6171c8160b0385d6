#include "recognise/side_tables.hpp"

#include <algorithm>

#include "recognise/natures.hpp"
#include "recognise/surroundings.hpp"
#include "recognise/vocabulary.hpp"
#include "words/keywords.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

constexpr int rows_looked_at = 300;

struct Content {
  int words = 0, figures = 0, filled = 0;
};

Content content_of(const Grid& grid, const Area& area, int header, int column) {
  Content content;
  for (int row = header + 1; row <= std::min(area.bottom, header + rows_looked_at); ++row) {
    content.words += grid.is_words(row, column);
    content.figures += grid.is_figure(row, column);
    content.filled += !grid.is_blank(row, column);
  }
  return content;
}

bool names_nature(const Grid& grid, int header, int column) {
  for (int row = header; row >= std::max(0, header - 1); --row) {
    const Terms terms = terms_in(grid.covered_text(row, column));
    if (terms.has(Term::revenue) != terms.has(Term::expense)) return true;
  }
  return false;
}

// A header as it is compared: a year is a number.
std::string name_of(const Grid& grid, int row, int column) {
  return grid.kind(row, column) == Kind::amount ? std::to_string(grid.value(row, column))
                                                : folded(grid.text(row, column));
}

// Whether the header begins again here: the amount beside it is called as one before it, and the labels are called as
// those before them or name a nature.
bool begins_again(const Grid& grid, const Area& area, int header, int column) {
  const std::string own = folded(grid.text(header, column)), amounts = name_of(grid, header, column + 1);
  if (own.empty() || amounts.empty() || terms_in(own).has(Term::remark)) return false;
  bool same_labels = false, same_amounts = false;
  for (int before = area.left; before < column; ++before) {
    const std::string text = name_of(grid, header, before);
    same_labels |= text == own && grid.is_words(header, before);
    same_amounts |= text == amounts;
  }
  return same_amounts && (same_labels || (names_nature(grid, header, area.left) && names_nature(grid, header, column)));
}

// The nature that the text over a list of labels names, with nothing over the amounts beside them.
std::optional<Nature> nature_over(const Grid& grid, const Area& area, int row, int column) {
  if (!grid.is_words(row, column) || column + 1 > area.right || !grid.is_blank(row, column + 1)) return std::nullopt;
  return nature_in(grid.text(row, column));
}

}  // namespace

int second_list(const Grid& grid, const Area& area) {
  constexpr int deepest = 6;  // rows below the top
  for (int row = area.top; row <= std::min(area.bottom, area.top + deepest); ++row) {
    const auto first = nature_over(grid, area, row, area.left);
    if (!first) continue;
    for (int column = area.left + 2; column < area.right; ++column) {
      const auto second = nature_over(grid, area, row, column);
      if (!second || *second == *first) continue;
      const Content labels = content_of(grid, area, row, column), amounts = content_of(grid, area, row, column + 1),
                    before = content_of(grid, area, row, column - 1);
      if (labels.words >= 1 && labels.figures == 0 && amounts.figures >= 1 && amounts.words == 0 && (before.figures >= 1 || before.filled == 0))
        return column;
    }
  }
  return -1;
}

int second_table(const Grid& grid, const Area& area, int header) {
  bool figures_before = false;
  for (int column = area.left + 1; column < area.right; ++column) {
    if (figures_before && grid.is_words(header, column) && states_column_beside(grid, header, column + 1)) return column;
    const Content own = content_of(grid, area, header, column);
    const bool is_between = figures_before && own.words >= 2 && own.figures == 0 &&
                            content_of(grid, area, header, column + 1).figures >= 1;
    if (is_between) {
      const bool after_gap = content_of(grid, area, header, column - 1).filled == 0 &&
                             grid.is_blank(header, column) && grid.is_blank(header, column - 1);
      if (after_gap || begins_again(grid, area, header, column)) return column;
    }
    figures_before |= own.figures >= 2;
  }
  return -1;
}

}  // namespace steward::recognise
