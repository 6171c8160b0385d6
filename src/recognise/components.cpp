#include "recognise/components.hpp"

#include <algorithm>
#include <numeric>

#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

constexpr int widest_gap = 2;                // blank rows inside one table
constexpr std::size_t most_bridges = 20000;  // formulas looked at for sums that reach over gaps
constexpr std::size_t most_boxes = 400;      // beyond that a sheet is no set of tables, and pairs are not compared

struct Run {
  int column, top, bottom;
};

struct Forest {
  std::vector<std::size_t> parent;
  explicit Forest(std::size_t count) : parent(count) { std::iota(parent.begin(), parent.end(), std::size_t{0}); }
  std::size_t root(std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent[root(a)] = root(b); }
};

std::vector<int> filled_cells(const Grid& grid, const Area& within) {
  std::vector<int> filled(static_cast<std::size_t>(within.rows()));
  for (int column = within.left; column <= within.right; ++column) {
    for (int row = within.top; row <= within.bottom; ++row)
      filled[static_cast<std::size_t>(row - within.top)] += !grid.is_blank(row, column);
  }
  return filled;
}

void add_cells(const Grid& grid, const Area& within, std::vector<std::vector<Run>>& runs) {
  for (int column = within.left; column <= within.right; ++column) {
    auto& list = runs[static_cast<std::size_t>(column - within.left)];
    for (int row = within.top; row <= within.bottom; ++row) {
      if (grid.is_blank(row, column)) continue;
      if (!list.empty() && row - list.back().bottom <= widest_gap + 1) {
        list.back().bottom = row;
      } else {
        list.push_back({column, row, row});
      }
    }
  }
}

// A merged block counts as filled, unless it is the only thing in its row: a title hangs over tables it does not belong
// to.
void add_merges(const Grid& grid, const Area& within, const std::vector<int>& filled,
                std::vector<std::vector<Run>>& runs) {
  for (const Area& merge : grid.cells().merges) {
    if (merge.top < within.top || merge.bottom > within.bottom || merge.left < within.left ||
        merge.right > within.right)
      continue;
    if (filled[static_cast<std::size_t>(merge.top - within.top)] <= 1 || grid.is_blank(merge.top, merge.left)) continue;
    for (int column = merge.left; column <= merge.right; ++column) {
      runs[static_cast<std::size_t>(column - within.left)].push_back({column, merge.top, merge.bottom});
    }
  }
}

// "=B3+B4+B5": a sum written out.
bool adds_cells(std::string_view formula) {
  return formula.size() > 1 && formula.find('+') != std::string_view::npos &&
         formula.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+$", 1) == std::string_view::npos;
}

void add_sums(const Grid& grid, const Area& within, std::vector<std::vector<Run>>& runs) {
  std::size_t seen = 0;
  for (int column = within.left; column <= within.right && seen < most_bridges; ++column) {
    for (int row = within.top; row <= within.bottom && seen < most_bridges; ++row) {
      const auto formula = grid.formula(row, column);
      const bool is_long = adds_cells(formula);
      if (!formula.starts_with("=SUM(") && !is_long) continue;
      ++seen;
      const auto areas = workbook::references(formula, grid.sheet(), grid.snapshot());
      if (is_long && areas.size() < 3) continue;
      for (const Area& area : areas) {
        if (area.sheet != grid.sheet() || area.left != column || area.right != column) continue;
        const int top = std::max(std::min(area.top, row), within.top),
                  bottom = std::min(std::max(area.bottom, row), within.bottom);
        if (bottom - top < 200) runs[static_cast<std::size_t>(column - within.left)].push_back({column, top, bottom});
      }
    }
  }
}

// Number times price far to the right of both: rows that reckon over blank columns belong together.
void add_reckonings(const Grid& grid, const Area& within, std::vector<std::vector<Run>>& runs) {
  std::size_t seen = 0;
  for (int column = within.left + 2; column <= within.right; ++column) {
    std::vector<std::pair<int, int>> gaps;  // row, first blank column
    for (int row = within.top; row <= within.bottom && seen < most_bridges; ++row) {
      if (!grid.is_blank(row, column - 1) || !grid.has_formula(row, column)) continue;
      ++seen;
      int nearest = -1, read = 0;
      for (const Area& area : workbook::references(grid.formula(row, column), grid.sheet(), grid.snapshot())) {
        if (area.sheet != grid.sheet() || area.top != row || area.bottom != row || area.right >= column) continue;
        nearest = std::max(nearest, area.right);
        ++read;
      }
      if (read >= 2 && nearest >= within.left) gaps.emplace_back(row, nearest + 1);
    }
    if (gaps.size() < 3) continue;
    for (const auto& [row, from] : gaps)
      for (int blank = from; blank < column; ++blank)
        runs[static_cast<std::size_t>(blank - within.left)].push_back({blank, row, row});
  }
}

void tidy(std::vector<Run>& runs) {
  std::ranges::sort(runs, {}, &Run::top);
  std::vector<Run> joined;
  for (const Run& run : runs) {
    if (!joined.empty() && run.top - joined.back().bottom <= widest_gap + 1) {
      joined.back().bottom = std::max(joined.back().bottom, run.bottom);
    } else {
      joined.push_back(run);
    }
  }
  runs = std::move(joined);
}

std::vector<Area> boxes_of(const std::vector<std::vector<Run>>& runs, int sheet) {
  std::vector<Run> all;
  std::vector<std::size_t> begin;
  for (const auto& list : runs) {
    begin.push_back(all.size());
    all.insert(all.end(), list.begin(), list.end());
  }
  begin.push_back(all.size());
  Forest forest(all.size());
  for (std::size_t column = 0; column + 1 < runs.size(); ++column) {
    std::size_t a = begin[column], b = begin[column + 1];
    while (a < begin[column + 1] && b < begin[column + 2]) {
      if (all[a].top <= all[b].bottom && all[b].top <= all[a].bottom) forest.join(a, b);
      (all[a].bottom < all[b].bottom ? a : b)++;
    }
  }
  std::vector<Area> boxes;
  std::vector<int> box_of(all.size(), -1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    int& box = box_of[forest.root(i)];
    if (box < 0) {
      box = static_cast<int>(boxes.size());
      boxes.push_back({sheet, all[i].top, all[i].column, all[i].bottom, all[i].column});
    }
    Area& area = boxes[static_cast<std::size_t>(box)];
    area.top = std::min(area.top, all[i].top);
    area.bottom = std::max(area.bottom, all[i].bottom);
    area.left = std::min(area.left, all[i].column);
    area.right = std::max(area.right, all[i].column);
  }
  return boxes;
}

Area around(const Area& a, const Area& b) {
  return {a.sheet, std::min(a.top, b.top), std::min(a.left, b.left), std::max(a.bottom, b.bottom),
          std::max(a.right, b.right)};
}

bool overlap(const Area& a, const Area& b) {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

// Whether hardly any row of the piece has words beside its figures, so that its labels must stand elsewhere.
bool has_no_labels(const Grid& grid, const Area& area) {
  int with_figures = 0, with_words = 0;
  const int bottom = std::min(area.bottom, area.top + 500);
  for (int row = area.top; row <= bottom; ++row) {
    bool figures = false, words = false;
    for (int column = area.left; column <= area.right; ++column) {
      figures |= grid.is_figure(row, column) || grid.kind(row, column) == Kind::percent ||
                 grid.kind(row, column) == Kind::error;
      words |= grid.is_words(row, column) && grid.text(row, column).size() > 1;
    }
    with_figures += figures;
    with_words += figures && words;
  }
  return with_figures >= 2 && with_words * 5 <= with_figures;
}

bool belongs_to(const Grid& grid, const Area& right, const Area& left) {
  if (right.left <= left.right || right.left - left.right > 3) return false;
  const int common = std::min(left.bottom, right.bottom) - std::max(left.top, right.top) + 1;
  return common * 10 >= right.rows() * 6 && has_no_labels(grid, right) && !has_no_labels(grid, left);
}

// A typed total that stands some blank rows below its lines begins a piece of its own.
bool totals_above(const Grid& grid, const Area& below, const Area& above) {
  constexpr int widest_gap_of_total = 15;
  if (below.top <= above.bottom || below.top - above.bottom > widest_gap_of_total) return false;
  if (below.left > above.right || above.left > below.right) return false;
  bool is_total = false;
  for (int column = below.left; column <= below.right; ++column) {
    if (grid.is_words(below.top, column) && !is_total)
      is_total = terms_of_whole(grid.text(below.top, column)).has_any({Term::total, Term::grand_total, Term::subtotal});
    if (!is_total || !grid.is_figure(below.top, column)) continue;
    return above.left <= column && column <= above.right && grid.is_figure(above.bottom, column);
  }
  return false;
}

// More rows of the same list below some blank ones: figures go on where figures stood, and nothing names them anew.
bool continues(const Grid& grid, const Area& below, const Area& above) {
  constexpr int widest_break = 6, fewest_columns = 4;
  if (below.left != above.left || below.right != above.right || below.columns() < fewest_columns) return false;
  if (below.top <= above.bottom || below.top - above.bottom > widest_break || above.rows() < 20) return false;
  int same = 0, figures = 0;
  for (int column = below.left; column <= below.right; ++column) {
    const bool was_figure = grid.is_figure(above.bottom, column), is_figure = grid.is_figure(below.top, column);
    const bool is_missing = grid.is_words(below.top, column) && grid.text(below.top, column).size() <= 3;  // "NA"
    if (was_figure && !is_figure && !is_missing && !grid.is_blank(below.top, column)) return false;
    figures += was_figure && is_figure;
    same += grid.kind(above.bottom, column) == grid.kind(below.top, column);
  }
  return figures >= 1 && same * 10 >= below.columns() * 7;
}

template <class Belong>
void join_boxes(std::vector<Area>& boxes, Belong belong) {
  if (boxes.size() > most_boxes) return;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < boxes.size() && !changed; ++i) {
      for (std::size_t j = 0; j < boxes.size() && !changed; ++j) {
        if (i == j || !belong(boxes[i], boxes[j])) continue;
        boxes[j] = around(boxes[i], boxes[j]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
      }
    }
  }
}

}  // namespace

std::vector<Area> components(const Grid& grid, const Area& within) {
  if (within.rows() <= 0 || within.columns() <= 0) return {};
  std::vector<std::vector<Run>> runs(static_cast<std::size_t>(within.columns()));
  add_cells(grid, within, runs);
  add_merges(grid, within, filled_cells(grid, within), runs);
  add_sums(grid, within, runs);
  add_reckonings(grid, within, runs);
  for (auto& list : runs) tidy(list);
  std::vector<Area> boxes = boxes_of(runs, grid.sheet());
  join_boxes(boxes, [](const Area& a, const Area& b) { return overlap(a, b); });
  std::ranges::sort(boxes, {}, [](const Area& a) { return std::pair(a.left, a.top); });
  join_boxes(boxes, [&](const Area& a, const Area& b) { return belongs_to(grid, a, b) || totals_above(grid, a, b) || continues(grid, a, b); });
  std::ranges::sort(boxes, {}, [](const Area& a) { return std::pair(a.top, a.left); });
  return boxes;
}

}  // namespace steward::recognise
