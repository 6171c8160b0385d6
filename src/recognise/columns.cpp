#include <algorithm>
#include <cmath>

#include "recognise/derivation.hpp"
#include "recognise/draft.hpp"
#include "recognise/measures.hpp"
#include "recognise/outlines.hpp"
#include "recognise/spread_headers.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

std::string header_text(const Grid& grid, int row, int column) {
  switch (grid.kind(row, column)) {
    case Kind::text:
    case Kind::digits:
      return std::string(grid.text(row, column));
    case Kind::date:
      return date_text(grid.value(row, column), grid.snapshot());
    case Kind::amount: {
      const double number = grid.value(row, column);
      return number == std::floor(number) && std::abs(number) < 1e15 ? std::to_string(static_cast<long long>(number))
                                                                     : std::string();
    }
    default:
      return {};
  }
}

// A banner that is not merged reaches to the right until the next one, as long as the header below goes on.
std::string banner_text(const Grid& grid, const Block& block, std::size_t level, int column) {
  const int row = block.header_rows[level], main = block.header_rows.back();
  if (const auto* merge = grid.merge(row, column)) return header_text(grid, merge->top, merge->left);
  for (int at = column; at >= block.area.left; --at) {
    if (at != column && header_text(grid, main, at + 1).empty()) return {};
    if (const auto* merge = grid.merge(row, at)) {
      return at == column || merge->columns() == 1 ? std::string() : header_text(grid, merge->top, merge->left);
    }
    const std::string text = header_text(grid, row, at);
    if (text.empty()) continue;
    return at == column || (at > block.area.left && !header_text(grid, main, at).empty()) ? text : std::string();
  }
  return {};
}

std::vector<std::string> header_path(const Grid& grid, const Block& block, int column) {
  std::vector<std::string> path;
  for (std::size_t level = 0; level < block.header_rows.size(); ++level) {
    const int row = block.header_rows[level];
    const bool is_main = level + 1 == block.header_rows.size();
    const auto* merge = grid.merge(row, column);
    std::string text = !is_main ? banner_text(grid, block, level, column)
                       : merge  ? header_text(grid, merge->top, merge->left)
                                : header_text(grid, row, column);
    if (!text.empty() && (path.empty() || path.back() != text)) path.push_back(std::move(text));
  }
  return path;
}

void count(const Grid& grid, const Block& block, const std::vector<bool>& skipped, ColumnFacts& facts) {
  double expected = 1;
  for (int row = block.first_data; row <= block.area.bottom; ++row) {
    if (skipped[static_cast<std::size_t>(row - block.first_data)]) continue;
    switch (grid.kind(row, facts.column)) {
      case Kind::text:
        ++(stands_for_amount(grid.text(row, facts.column)) ? facts.word_amounts : facts.words);
        break;
      case Kind::digits:
        ++facts.digits;
        break;
      case Kind::percent:
        ++facts.percents;
        break;
      case Kind::date:
        ++facts.dates;
        break;
      case Kind::error:
        ++facts.errors;
        break;
      case Kind::text_amount:
        ++facts.text_amounts;
        [[fallthrough]];
      case Kind::amount: {
        const double value = grid.value(row, facts.column);
        ++facts.figures;
        facts.negatives += value < 0;
        facts.all_integers &= value == std::floor(value);
        facts.all_years &= is_year(value);
        facts.is_counter &= value == expected++;
        break;
      }
      default:
        break;
    }
  }
}

bool is_pure_period(const ColumnFacts& facts) {
  return facts.period && facts.period->rest.empty();
}

// A column of years, or of the years of a project by number; "Full year" and "Prior year" hold amounts.
bool names_years(const ColumnFacts& facts) {
  if (!facts.own.has(Term::year)) return false;
  const bool is_whole = terms_of_whole(facts.path.back()).has(Term::year);
  return facts.figures == 0 ? is_whole : facts.all_years || (is_whole && facts.all_integers);
}

// A column without a number yet is what its header says it will be.
ColumnKind kind_of_empty(const ColumnFacts& facts) {
  if (facts.path.empty()) return facts.words + facts.word_amounts > 0 ? ColumnKind::dimension : ColumnKind::blank;
  if (facts.words > 0)
    return facts.own.has(Term::remark) && !facts.own.has(Term::label) ? ColumnKind::remark : ColumnKind::dimension;
  if (facts.continues_merge) return ColumnKind::blank;
  if (facts.own.has(Term::quantity)) return ColumnKind::quantity;
  if (facts.own.has(Term::price) && !facts.own.has(Term::total)) return ColumnKind::price;
  if (facts.own.has(Term::percent)) return ColumnKind::percent;
  if (facts.own.has_any({Term::code, Term::remark, Term::unit}) || names_years(facts)) return ColumnKind::dimension;
  return facts.own.has_any(amount_terms) || is_pure_period(facts) ? ColumnKind::amount : ColumnKind::dimension;
}

bool names_levels(const ColumnFacts& facts) {
  return facts.own.has(Term::level) && terms_of_whole(facts.path.back()).has(Term::level) && facts.all_integers;
}

bool names_codes(const ColumnFacts& facts) {
  // "年初预算" speaks of the beginning of the year, and holds no years.
  if (facts.own.has_any({Term::budget, Term::version}) && !facts.own.has(Term::code) && facts.figures > 0 &&
      !facts.all_years)
    return false;
  if (facts.own.has_any(role_terms) || facts.period) return facts.own.has(Term::code) && !facts.own.has_any(role_terms);
  // "Order amount" over 5.89 and formulas; "Account" over whole numbers.
  if (facts.own.has_any({Term::amount, Term::price, Term::expense}) && facts.figures > 0 && (facts.formulas > 0 || !facts.all_integers)) return false;
  if (names_levels(facts)) return true;
  return (facts.own.has(Term::code) || names_years(facts)) && !facts.own.has_any({Term::total, Term::cumulative});
}

// "登机日期" over 1.14 and 1.26: a date that is written as its owner likes.
bool names_days(const ColumnFacts& facts) {
  const std::string header = plain(facts.path.back());
  for (const std::string_view word : {"date", "datum", "fecha", "日期"}) {
    if (header == word || header.ends_with(word)) return true;
  }
  return false;
}

// "Power (W)", "Length [mm]": a header that ends in a unit of measurement holds no money.
bool measures_in_units(const std::vector<std::string>& path) {
  static constexpr std::string_view units[] = {"v", "a", "w", "mw", "kw", "kwh", "wh", "mah", "ah", "ma", "mm", "cm", "km", "kg", "lb", "lbs", "ml", "h", "hr", "hrs",
                                               "min", "hz", "khz", "mhz", "ghz", "m2", "m²", "m3", "m³", "°c", "bar", "rpm", "gb", "mb", "tb", "km/h", "mph"};
  if (path.empty()) return false;
  const std::string text = folded(path.back());
  const auto open = text.find_last_of("([");
  if (open == std::string::npos || text.size() < open + 3 || (text.back() != ')' && text.back() != ']')) return false;
  const auto unit = std::string_view(text).substr(open + 1, text.size() - open - 2);
  return std::ranges::find(units, unit) != std::end(units);
}

ColumnKind kind_of_figures(const ColumnFacts& facts) {
  constexpr int sure_years = 20;  // of which none is an amount of 2,018
  if (facts.all_years && facts.figures >= sure_years) return ColumnKind::dimension;
  if (names_codes(facts) || names_things(facts)) return ColumnKind::dimension;
  if (facts.all_years && facts.figures >= 2 && !facts.own.has_any(amount_terms) && !facts.period)
    return ColumnKind::dimension;
  if (facts.is_counter && facts.figures >= 3 && !facts.own.has_any(amount_terms) && !is_pure_period(facts))
    return ColumnKind::dimension;
  const bool is_number_of = facts.own.has(Term::quantity) && !facts.own.has_any({Term::amount, Term::price});
  if (is_number_of && !facts.path.empty() && terms_of_whole(facts.path.back()).has(Term::quantity)) return ColumnKind::quantity;
  if (is_pure_period(facts)) return ColumnKind::amount;
  if (facts.own.has(Term::period) && !facts.own.has_any(amount_terms) && (facts.all_integers || names_days(facts)))
    return ColumnKind::period;
  if (is_number_of) return ColumnKind::quantity;
  if (!facts.own.has_any(amount_terms) && measures_in_units(facts.path)) return ColumnKind::quantity;
  if (facts.own.has(Term::price) && !facts.own.has(Term::total)) return ColumnKind::price;
  if (facts.own.has(Term::percent) && !facts.own.has_any({Term::amount, Term::budget, Term::actual, Term::variance}))
    return ColumnKind::percent;
  return ColumnKind::amount;
}

// Words and figures in turn, left of the columns that the header names: a summary that stands beside the table.
bool stands_beside(const ColumnFacts& facts) {
  return facts.is_left_of_header && facts.words >= 1 && facts.figures + facts.errors + facts.percents >= 1;
}

ColumnKind kind_of(const ColumnFacts& facts) {
  if (stands_beside(facts)) return ColumnKind::blank;
  const int numbers = facts.figures + facts.percents + facts.dates + facts.errors;
  const bool claims_amounts = facts.own.has_any(amount_terms) && !facts.own.has(Term::code);
  if (numbers == 0 && facts.digits == 0) return kind_of_empty(facts);
  if (facts.percents > facts.figures) return ColumnKind::percent;
  if (facts.dates > facts.figures && facts.dates >= facts.words) return ColumnKind::period;
  if (facts.digits > facts.figures) {
    return claims_amounts || is_pure_period(facts) ? ColumnKind::amount : ColumnKind::dimension;
  }
  if (facts.words >= 2 && facts.words * 2 > facts.figures && !(claims_amounts && facts.figures >= facts.words))
    return ColumnKind::dimension;
  if (facts.figures == 0 && facts.errors > 0 && !claims_amounts && !is_pure_period(facts)) return ColumnKind::dimension;
  return kind_of_figures(facts);
}

void apply_choices(Draft& draft) {
  for (const ColumnChoice& choice : draft.options.columns) {
    ColumnFacts* facts = choice.sheet == draft.grid.sheet() ? draft.column(choice.column) : nullptr;
    if (facts && choice.is_amount) facts->kind = *choice.is_amount ? ColumnKind::amount : ColumnKind::dimension;
  }
}

// A figure merged over price, number and total stands for the total.
void move_merged_figures(Draft& draft) {
  for (const Area& merge : draft.grid.cells().merges) {
    if (merge.rows() != 1 || merge.columns() < 2 || merge.top < draft.first() || merge.top > draft.last()) continue;
    const ColumnFacts *from = draft.column(merge.left), *to = draft.column(merge.right);
    if (!from || !to || from->is_amount() || !to->is_amount() || !draft.grid.is_figure(merge.top, merge.left)) continue;
    draft.grid.move_figure(merge.top, merge.left, merge.right);
    ++draft.column(merge.right)->figures;
  }
}

// A day or month number is a period only in a row that counts them.
void read_number_headers(Draft& draft) {
  std::vector<ColumnFacts*> counted;
  for (ColumnFacts& facts : draft.columns) {
    if (facts.path.empty() || facts.period) continue;
    const std::string& text = facts.path.back();
    if (!text.empty() && text.size() <= 2 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
      counted.push_back(&facts);
  }
  if (counted.size() < 5) return;
  const PeriodKind kind = counted.size() == 12 ? PeriodKind::month : PeriodKind::day;
  for (ColumnFacts* facts : counted) {
    const int index = std::stoi(facts->path.back());
    facts->period = PeriodText{PeriodName{kind, 0, index, 0, facts->path.back()}, {}, {}};
  }
}

// Whether the mark of ambiguous text amounts is one of decimals, where the user has said so.
void apply_mark_answers(Draft& draft) {
  if (draft.options.answers.empty()) return;
  for (ColumnFacts& facts : draft.columns) {
    for (int row = draft.first(); row <= draft.last() && !facts.is_mark_answered; ++row) {
      if (draft.grid.kind(row, facts.column) != Kind::text_amount) continue;
      const auto text = draft.grid.text(row, facts.column);
      const auto amount = intake::read_amount(text);
      const auto answer = amount && amount->is_ambiguous ? answer_to(draft, "mark", row, facts.column) : std::nullopt;
      if (!answer) continue;
      const bool has_point = text.find('.') != std::string_view::npos, is_decimal = folded(*answer) == "decimal";
      draft.grid.set_mark(facts.column,
                          has_point == is_decimal ? intake::DecimalMark::point : intake::DecimalMark::comma);
      facts.is_mark_answered = true;
    }
  }
}

void mark_left_of_header(Draft& draft) {
  if (draft.block.header_rows.empty()) return;
  const int main = draft.block.header_rows.back();
  for (ColumnFacts& facts : draft.columns) {
    if (!header_text(draft.grid, main, facts.column).empty() || draft.grid.merge(main, facts.column)) return;
    facts.is_left_of_header = true;
  }
}

// "Sum of Number of units", as pivot tables head their columns: what is summed says what it is.
std::string_view without_sum_of(std::string_view header) {
  static constexpr std::string_view words[] = {"sum of ", "sum - ", "summe von ", "somme de ", "suma de ", "求和项:", "求和项：", "average of ", "count of ", "mittelwert von ", "anzahl von "};
  const std::string text = folded(header);
  for (const std::string_view word : words) {
    if (!text.starts_with(word) || header.size() <= word.size()) continue;
    const auto rest = header.substr(word.size());
    return terms_in(rest).none() ? header : rest;
  }
  return header;
}

std::vector<bool> inner_headers(const Block& block) {
  std::vector<bool> skipped(static_cast<std::size_t>(std::max(0, block.area.bottom - block.first_data + 1)));
  for (const int row : block.inner_headers) {
    if (row >= block.first_data && row <= block.area.bottom)
      skipped[static_cast<std::size_t>(row - block.first_data)] = true;
  }
  return skipped;
}

void read_header(const Draft& draft, ColumnFacts& facts) {
  if (!draft.block.header_rows.empty()) {
    const auto* merge = draft.grid.merge(draft.block.header_rows.back(), facts.column);
    facts.continues_merge = merge && merge->left < facts.column;
  }
  facts.path = header_path(draft.grid, draft.block, facts.column);
  for (const int row : draft.block.inner_headers) {
    if (!facts.path.empty()) break;
    if (std::string text = header_text(draft.grid, row, facts.column);
        !text.empty() && draft.grid.is_words(row, facts.column)) {
      facts.path.push_back(std::move(text));
    }
  }
  for (const auto& text : facts.path) facts.all.add(terms_in(text));
  if (facts.path.empty()) return;
  facts.own = terms_in(without_sum_of(facts.path.back()));
  for (std::size_t level = facts.path.size(); level-- > 0;) {
    auto period = read_period(facts.path[level]);
    if (!period) continue;
    if (!facts.period) {
      facts.period = std::move(period);
    } else if (facts.period->period.year == 0 && period->period.year != 0) {
      facts.period->period.year = period->period.year;
      facts.period->year_label = period->year_label;
    }
  }
}

}  // namespace

void read_columns(Draft& draft) {
  const Area& area = draft.block.area;
  const auto skipped = inner_headers(draft.block);
  for (int column = area.left; column <= area.right; ++column) {
    ColumnFacts facts;
    facts.column = column;
    read_header(draft, facts);
    count(draft.grid, draft.block, skipped, facts);
    draft.columns.push_back(std::move(facts));
  }
  apply_mark_answers(draft);
  read_number_headers(draft);
  mark_left_of_header(draft);
  for (ColumnFacts& facts : draft.columns) {
    facts.kind = numbers_outline(draft, facts) ? ColumnKind::dimension : kind_of(facts);
    if (!facts.is_amount() || facts.digits == 0) continue;
    draft.grid.take_digits_as_amounts(facts.column, draft.first(), draft.last());
    facts.figures += facts.digits;
    facts.text_amounts += facts.digits;
  }
  settle_named_amounts(draft);
  read_derivations(draft);
  settle_spread_headers(draft);
  settle_measures(draft);
  apply_choices(draft);
  move_merged_figures(draft);
}

}  // namespace steward::recognise
