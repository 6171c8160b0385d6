#include "recognise/zones.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "recognise/periods.hpp"
#include "recognise/surroundings.hpp"
#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

bool is_year_text(std::string_view digits) {
  return digits.size() == 4 && is_year(std::stod(std::string(digits)));
}

constexpr int rows_looked_below = 200;
constexpr std::size_t longest_header = 80;  // bytes; longer texts are prose
constexpr int deepest_header = 4;           // rows

struct Shape {
  int words = 0, figures = 0, years = 0, dates = 0, digits = 0, others = 0;
  bool is_sequence = false;  ///< numbers that count days or months: 1, 2, 3 …
  int real_figures() const { return is_sequence ? 0 : figures - years; }
  int names() const { return words + years + dates + (is_sequence ? figures : 0); }
  bool is_blank() const { return words + figures + dates + digits + others == 0; }
};

// Reads the rows of one rectangle as headers, lines or titles.
class Scan {
 public:
  Scan(const Grid& grid, const Area& area) : grid_(grid), area_(area), shapes_(static_cast<std::size_t>(area.rows())) {
    for (int column = area.left; column <= area.right; ++column) {
      for (int row = area.top; row <= area.bottom; ++row) count(row, column);
    }
    for (int row = area.top; row <= area.bottom; ++row) {
      Shape& shape = at(row);
      if (shape.figures >= 5 && shape.figures <= 31) shape.is_sequence = is_sequence(row);
      if (shape.years > 0 && !names_years(row)) shape.years = 0;
    }
  }

  const Shape& shape(int row) const { return shapes_[static_cast<std::size_t>(row - area_.top)]; }

  bool is_line(int row) const { return shape(row).real_figures() > 0; }

  int first_line() const {
    for (int row = area_.top; row <= area_.bottom; ++row) {
      if (is_line(row)) return row;
    }
    return area_.bottom + 1;
  }

  // The header above the first line: the last row before it whose names stand over figures.
  int main_header(int from, int before) const {
    for (int row = before - 1; row >= from; --row) {
      if (!may_be_header(row) || repeats_years(row, from)) continue;
      const int over = names_over_figures(row);
      if (over >= 1 && (shape(row).names() >= 2 || (telling_names(row) >= 1 && is_over_line(row)))) return row;
    }
    return -1;
  }

  // A line of 2,013 and 2,016 below a header of years.
  bool repeats_years(int row, int from) const {
    return row > from && shape(row).words <= 1 && shape(row).years >= 2 && shape(row - 1).years >= shape(row).years;
  }

  // Of a table without a single figure: the first row that names amounts.
  int template_header(int from) const {
    for (int row = from; row <= area_.bottom; ++row) {
      if (may_be_header(row) && shape(row).names() >= 2 && telling_names(row) >= 1 && amount_names(row) >= 1)
        return row;
    }
    return -1;
  }

  // Below the first lines a header must put words where figures stand, and words that a header would have.
  bool is_inner_header(int row) const {
    const bool is_plain = shape(row).others == 0 && shape(row).digits * 3 <= shape(row).words;  // "0" names no column
    if (!is_plain || !may_be_header(row) || repeats_neighbour(row)) return false;
    return (telling_names(row) >= 1 && names_over_figures(row) >= 1) || looks_like_header(row);
  }

  int zone_top(int header) const {
    int top = header;
    while (top > area_.top && header - top + 1 < deepest_header) {
      const Shape& above = shape(top - 1);
      if (above.is_blank() || above.real_figures() > 0 || above.names() == 0 || !may_be_header(top - 1)) break;
      if (above.names() < 2 && !spans_some(top - 1)) break;
      --top;
    }
    return top;
  }

  // Titles stand right above: alone in their row, after a blank row, in bold or merged.
  int title_top(int zone, int floor) const {
    int top = zone;
    for (int row = zone - 1, steps = 0; row >= floor && steps < 4; --row, ++steps) {
      const Shape& above = shape(row);
      if (above.is_blank()) continue;
      if (above.names() != 1 || above.real_figures() > 0) break;
      const bool stands_apart =
          row == floor || shape(row - 1).is_blank() || is_bold_row(row) || spans_some(row) || top < zone;
      if (!stands_apart) break;
      top = row;
    }
    return top;
  }

 private:
  Shape& at(int row) { return shapes_[static_cast<std::size_t>(row - area_.top)]; }

  void count(int row, int column) {
    Shape& shape = at(row);
    switch (grid_.kind(row, column)) {
      case Kind::blank:
        return;
      case Kind::text:
        ++shape.words;
        return;
      case Kind::digits:
        ++(is_year_text(grid_.text(row, column)) ? shape.words : grid_.text(row, column) == "0" ? shape.digits : shape.others);
        return;
      case Kind::amount:
        if (states_column_beside(grid_, row, column)) return;
        ++shape.figures;
        shape.years += is_year(grid_.value(row, column)) && !grid_.has_formula(row, column);
        return;
      case Kind::text_amount:
        ++shape.figures;
        return;
      case Kind::date:
        ++shape.dates;
        return;
      default:
        ++shape.others;
        return;
    }
  }

  // Years name columns when they rise or fall from left to right; a single one as a banner ("2022" over twelve months), in
  // the corner, or among names that tell; the same ones again after a word name a second table ("Assets | 2026 |
  // Liabilities | 2026"). Anything else is an amount of 2,022.
  bool names_years(int row) const {
    std::vector<std::vector<double>> runs(1);
    bool is_banner = false, is_first = true;
    for (int column = area_.left; column <= area_.right; ++column) {
      if (grid_.is_blank(row, column)) continue;
      if (grid_.kind(row, column) == Kind::amount) {
        const auto* merge = grid_.merge(row, column);
        is_banner |= is_first || (merge && merge->columns() > 1);
        runs.back().push_back(grid_.value(row, column));
      } else if (!runs.back().empty()) {
        runs.emplace_back();
      }
      is_first = false;
    }
    if (runs.back().empty()) runs.pop_back();
    const bool is_repeated = runs.size() >= 2 && std::ranges::count(runs, runs.front()) == std::ssize(runs);
    if (!is_repeated && runs.size() > 1) {  // "2024 | Note | 2025"
      for (std::size_t i = 1; i < runs.size(); ++i) runs[0].insert(runs[0].end(), runs[i].begin(), runs[i].end());
      runs.resize(1);
    }
    if (!std::ranges::all_of(runs, is_row_of_years)) return false;
    const std::size_t years = runs.size() * runs.front().size();
    if (years == 1 && std::fmod(runs.front().front(), 50) == 0 && row > area_.top) return false;  // "Rent | 2000"
    const int least = row == area_.top && shape(row).words == 1 ? 1 : 2;  // "Charges | 2026"
    const bool is_among_names = years == 1 && shape(row).figures == 1 && telling_words(row) >= least;
    return years >= 2 || is_among_names || (is_banner && shape(row).words >= 1) || is_below_name(row);
  }

  // "Budget" over "2026", beside the name of the first group of lines.
  bool is_below_name(int row) const {
    constexpr int deepest = 4;  // rows below the top
    if (row == area_.top || row > area_.top + deepest || shape(row).figures != 1 || shape(row).words > 2 ||
        shape(row - 1).real_figures() > 0)
      return false;
    for (int column = area_.left; column <= area_.right; ++column)
      if (grid_.kind(row, column) == Kind::amount) return grid_.kind(row - 1, column) == Kind::text && tells(row - 1, column);
    return false;
  }

  // Texts that name a period or say what a column is: "2026 | Jan | Feb".
  int telling_words(int row) const {
    int telling = 0;
    for (int column = area_.left; column <= area_.right; ++column)
      telling += grid_.kind(row, column) == Kind::text && tells(row, column);
    return telling;
  }

  bool is_sequence(int row) const {
    double expected = 1;
    for (int column = area_.left; column <= area_.right; ++column) {
      if (grid_.kind(row, column) != Kind::amount) continue;
      if (grid_.value(row, column) != expected) return false;
      ++expected;
    }
    return true;
  }

  bool may_be_header(int row) const {
    const Shape& it = shape(row);
    if (it.real_figures() > 0 || it.names() == 0 || (it.dates == 1 && states_date(grid_, area_, row))) return false;
    int columns = 0;
    for (int column = area_.left; column <= area_.right; ++column) {
      columns += grid_.is_words(row, column) && grid_.text(row, column).size() > longest_header;
    }
    return columns * 2 <= it.names();
  }

  bool is_name(int row, int column) const {
    const Kind kind = grid_.kind(row, column);
    if (kind == Kind::amount) return shape(row).real_figures() == 0;
    if (kind == Kind::text && stands_for_amount(grid_.text(row, column))) return false;
    return kind == Kind::text || kind == Kind::date || (kind == Kind::digits && is_year_text(grid_.text(row, column)));
  }

  bool is_figure_column(int below, int column) const {
    int figures = 0, words = 0;
    const int last = std::min(area_.bottom, below + rows_looked_below);
    for (int row = below + 1; row <= last && figures < 8; ++row) {
      figures += is_line(row) && (grid_.is_figure(row, column) || grid_.kind(row, column) == Kind::percent ||
                                  grid_.kind(row, column) == Kind::error);
      words += grid_.is_words(row, column) && grid_.text(row, column).size() > 1;
    }
    return figures >= 1 && words <= figures * 2;
  }

  int names_over_figures(int row) const {
    int over = 0;
    for (int column = area_.left; column <= area_.right; ++column)
      over += is_name(row, column) && is_figure_column(row, column);
    return over;
  }

  bool is_over_line(int row) const {
    for (int below = row + 1; below <= std::min(area_.bottom, row + 3); ++below) {
      if (is_line(below)) return true;
    }
    return false;
  }

  // Names that tell what a column is.
  int telling_names(int row) const {
    int telling = 0;
    for (int column = area_.left; column <= area_.right; ++column) {
      if (!is_name(row, column)) continue;
      telling += tells(row, column);
    }
    return telling;
  }

  bool tells(int row, int column) const {
    if (grid_.kind(row, column) != Kind::text) return true;
    const auto text = grid_.text(row, column);
    if (text.size() > longest_header) return false;
    if (terms_in(text).has_any({Term::budget, Term::revised, Term::actual, Term::committed, Term::paid, Term::collected,
                                Term::estimate, Term::variance, Term::amount, Term::quantity, Term::price,
                                Term::percent, Term::total, Term::subtotal, Term::cumulative, Term::revenue, Term::expense,
                                Term::ideal})) {
      return true;
    }
    const auto period = read_period(text);
    return period.has_value();
  }

  int amount_names(int row) const {
    int found = 0;
    for (int column = area_.left; column <= area_.right; ++column) {
      if (grid_.kind(row, column) != Kind::text) continue;
      const auto text = grid_.text(row, column);
      if (text.size() > 48) continue;
      const Terms terms = terms_in(text);
      const auto period = read_period(text);
      found += terms.has_any({Term::budget, Term::revised, Term::actual, Term::committed, Term::paid, Term::estimate,
                              Term::variance, Term::amount, Term::price, Term::total}) ||
               (period && period->rest.empty());
    }
    return found;
  }

  // A header in a language that nobody here reads: after a blank row short words fill the row, also where figures follow.
  bool looks_like_header(int row) const {
    constexpr std::size_t longest_name = 40;
    constexpr int fewest_names = 5;
    if (row == area_.top || row + 1 > area_.bottom || !shape(row - 1).is_blank() || shape(row).words < fewest_names) return false;
    for (int column = area_.left; column <= area_.right; ++column)
      if (grid_.is_words(row, column) && grid_.text(row, column).size() > longest_name) return false;
    return shape(row).words * 10 >= area_.columns() * 8 && names_over_figures(row) >= 2;
  }

  // A line of a list without its amount ("NA") says most of what the row above or below says; a header says nothing twice.
  bool repeats_neighbour(int row) const {
    const auto repeats = [&](int other) {
      if (other < area_.top || other > area_.bottom) return false;
      int filled = 0, same = 0;
      for (int column = area_.left; column <= area_.right; ++column) {
        const Kind kind = grid_.kind(row, column);
        if (kind == Kind::blank) continue;
        ++filled;
        same += kind == grid_.kind(other, column) && (kind == Kind::amount ? grid_.value(row, column) == grid_.value(other, column)
                                                                           : grid_.text(row, column) == grid_.text(other, column));
      }
      return filled >= 4 && same * 2 >= filled;
    };
    return repeats(row - 1) || repeats(row + 1);
  }

  bool spans_some(int row) const {
    for (int column = area_.left; column <= area_.right; ++column) {
      const auto* merge = grid_.merge(row, column);
      if (merge && merge->columns() > 1 && merge->left > area_.left) return true;
    }
    return false;
  }

  bool is_bold_row(int row) const {
    for (int column = area_.left; column <= area_.right; ++column) {
      if (!grid_.is_blank(row, column)) return grid_.is_bold(row, column) || grid_.merge(row, column);
    }
    return false;
  }

  const Grid& grid_;
  const Area& area_;
  std::vector<Shape> shapes_;
};

}  // namespace

Zones zones_of(const Grid& grid, const Area& area) {
  const Scan scan(grid, area);
  std::vector<Zone> zones;
  const int line = scan.first_line();
  int header = line > area.bottom ? scan.template_header(area.top) : scan.main_header(area.top, line);
  if (header < 0 && line <= area.bottom) header = -1;
  if (header >= 0) zones.push_back({scan.zone_top(header), header, 0});
  const int from = header >= 0 ? std::max(line, header + 1) : line;
  for (int row = from + 1; row <= area.bottom; ++row) {
    if (!scan.is_inner_header(row)) continue;
    int last = row;
    while (last < area.bottom && scan.is_inner_header(last + 1)) ++last;
    zones.push_back({std::max(scan.zone_top(row), from + 1), last, 0});
    row = last;
  }
  for (std::size_t i = 0; i < zones.size(); ++i) {
    zones[i].title = scan.title_top(zones[i].top, i == 0 ? area.top : zones[i - 1].header + 1);
  }
  return {std::move(zones), line};
}

}  // namespace steward::recognise
