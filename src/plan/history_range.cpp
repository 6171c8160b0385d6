#include "plan/history_range.hpp"

#include <algorithm>
#include <chrono>

#include "plan/table_reader.hpp"
#include "recognise/periods.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"

namespace steward::plan {
namespace {

using recognise::PeriodKind;
using workbook::Area;
using workbook::Cell;
using workbook::Snapshot;

// An area seen along its periods: `lane` is a column of a history that runs down, a row of one that runs across.
class Lanes {
 public:
  Lanes(const Snapshot& book, Area area, bool across)
      : sheet_(book.sheets[static_cast<std::size_t>(area.sheet)]), area_(area), across_(across) {}

  int lanes() const { return across_ ? area_.rows() : area_.columns(); }
  int length() const { return across_ ? area_.columns() : area_.rows(); }
  Cell at(int lane, int place) const {
    return across_ ? sheet_.at(area_.top + lane, area_.left + place) : sheet_.at(area_.top + place, area_.left + lane);
  }
  Area part(int lane, int first, int last) const {
    return across_ ? Area{area_.sheet, area_.top + lane, area_.left + first, area_.top + lane, area_.left + last}
                   : Area{area_.sheet, area_.top + first, area_.left + lane, area_.top + last, area_.left + lane};
  }
  const std::string& sheet() const { return sheet_.name(); }

 private:
  const workbook::Sheet& sheet_;
  Area area_;
  bool across_;
};

// A period as a whole number, so that the next one is one step further.
struct Mark {
  enum class Unit { month, day } unit = Unit::month;
  int number = 0;       // months since year 0, or days
  bool has_year = true;
};

std::optional<Mark> mark_of(const Cell& cell) {
  if (cell.is_date()) return Mark{Mark::Unit::day, static_cast<int>(cell.number), true};
  if (cell.is_number() && recognise::is_year(cell.number)) return Mark{Mark::Unit::month, 12 * static_cast<int>(cell.number)};
  if (!cell.is_text()) return std::nullopt;
  const auto read = recognise::read_period(cell.text);
  if (!read || !read->rest.empty()) return std::nullopt;
  const auto& period = read->period;
  const int year = period.kind == PeriodKind::year ? period.index : period.year;
  switch (period.kind) {
    case PeriodKind::year: return Mark{Mark::Unit::month, 12 * year};
    case PeriodKind::half: return Mark{Mark::Unit::month, 12 * year + 6 * (period.index - 1), year != 0};
    case PeriodKind::quarter: return Mark{Mark::Unit::month, 12 * year + 3 * (period.index - 1), year != 0};
    case PeriodKind::month: return Mark{Mark::Unit::month, 12 * year + period.index - 1, year != 0};
    default: return std::nullopt;
  }
}

Date day_of(const Snapshot& book, int serial) {
  return date(book.null_year, static_cast<unsigned>(book.null_month), static_cast<unsigned>(book.null_day)) +
         std::chrono::days(serial);
}

int month_number(Date day) {
  const std::chrono::year_month_day parts(day);
  return 12 * static_cast<int>(parts.year()) + static_cast<int>(static_cast<unsigned>(parts.month())) - 1;
}

Date first_of_month(int number) { return date(number / 12, static_cast<unsigned>(number % 12 + 1), 1); }

// Where month names carry no year, December is followed by January.
void count_through_years(std::vector<Mark>& marks) {
  int years = 0;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    if (marks[i].has_year) return;
    if (marks[i].number + 12 * years <= marks[i - 1].number) ++years;
    marks[i].number += 12 * years;
  }
}

// Dates that lie months apart are counted in months.
void count_dates_in_months(std::vector<Mark>& marks, const Snapshot& book) {
  std::vector<Mark> months(marks);
  for (auto& mark : months) {
    if (mark.unit != Mark::Unit::day) return;
    mark = {Mark::Unit::month, month_number(day_of(book, mark.number)), true};
  }
  for (std::size_t i = 1; i < months.size(); ++i)
    if (months[i].number <= months[i - 1].number) return;
  marks = std::move(months);
}

std::string shown(const Cell& cell, const Snapshot& book) {
  return cell.is_date() ? recognise::date_text(cell.number, book) : TableReader::text_of(cell);
}

// The periods beside a stretch of amounts; nothing when the lane does not hold periods throughout.
std::optional<std::vector<Mark>> marks_in(const Lanes& lanes, const Snapshot& book, int lane, int first, int last) {
  std::vector<Mark> marks;
  for (int place = first; place <= last; ++place) {
    const auto mark = mark_of(lanes.at(lane, place));
    if (!mark || (!marks.empty() && mark->unit != marks.front().unit)) return std::nullopt;
    marks.push_back(*mark);
  }
  count_through_years(marks);
  count_dates_in_months(marks, book);
  return marks;
}

// Fills in what the periods say. Every step must be the same: a missing period would shift the season in silence.
Outcome read_periods(HistoryRange& history, const Lanes& lanes, const Snapshot& book, int lane, int first,
                     const std::vector<Mark>& marks) {
  int step = 0;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    const int here = marks[i].number - marks[i - 1].number;
    if (here > 0 && (step == 0 || here < step)) step = here;
  }
  for (std::size_t i = 1; i < marks.size(); ++i) {
    if (marks[i].number - marks[i - 1].number == step) continue;
    const int place = first + static_cast<int>(i);
    return refused(phrase::forecast_periods_broken,
                   {shown(lanes.at(lane, place - 1), book), shown(lanes.at(lane, place), book)});
  }
  const bool by_month = marks.front().unit == Mark::Unit::month;
  (by_month ? history.periodicity.months : history.periodicity.days) = step;
  if (marks.front().has_year)
    history.first_day = by_month ? first_of_month(marks.front().number) : day_of(book, marks.front().number);
  for (int place = first; place < first + static_cast<int>(marks.size()); ++place) {
    const Cell cell = lanes.at(lane, place);
    Content& label = history.labels[static_cast<std::size_t>(place - first)];
    if (cell.is_date())
      label = day_of(book, static_cast<int>(cell.number));
    else
      label = TableReader::text_of(cell);
  }
  return success();
}

bool is_year_lane(const Lanes& lanes, const Snapshot& book, int lane, int first, int last) {
  const auto marks = marks_in(lanes, book, lane, first, last);
  for (std::size_t i = 1; marks && i < marks->size(); ++i)
    if ((*marks)[i].number <= (*marks)[i - 1].number) return false;
  return marks.has_value();
}

// First and last amount of a lane; nothing with less than two.
std::optional<std::pair<int, int>> amounts_in(const Lanes& lanes, int lane) {
  int first = -1, last = -1, count = 0;
  for (int place = 0; place < lanes.length(); ++place) {
    if (!lanes.at(lane, place).is_number()) continue;
    if (first < 0) first = place;
    last = place;
    ++count;
  }
  return count >= 2 ? std::optional(std::pair(first, last)) : std::nullopt;
}

// The lane that holds amounts, when it is the only one.
std::optional<int> amount_lane(const Lanes& lanes, const Snapshot& book) {
  std::optional<int> found;
  for (int lane = 0; lane < lanes.lanes(); ++lane) {
    const auto span = amounts_in(lanes, lane);
    if (!span || (lanes.lanes() > 1 && is_year_lane(lanes, book, lane, span->first, span->second))) continue;
    if (found) return std::nullopt;
    found = lane;
  }
  return found;
}

Result<HistoryRange> read_lane(const Lanes& lanes, const Snapshot& book, int lane) {
  const auto span = amounts_in(lanes, lane);
  const auto [first, last] = *span;
  HistoryRange history;
  history.area = lanes.part(lane, first, last);
  history.title = lanes.sheet();
  if (first > 0 && lanes.at(lane, first - 1).is_text()) history.title = lanes.at(lane, first - 1).text;
  history.labels.resize(static_cast<std::size_t>(last - first + 1), std::string());
  for (int place = first; place <= last; ++place) {
    const Cell cell = lanes.at(lane, place);
    if (!cell.is_number() && !cell.is_empty() && !(cell.is_text() && cell.text.empty()))
      return refused(phrase::forecast_text_amount,
                     {workbook::address(book, lanes.part(lane, place, place)), shown(cell, book)});
    history.values.push_back(cell.is_number() ? std::optional(cell.number) : std::nullopt);
  }
  for (int other = lane; other-- > 0;)
    if (const auto marks = marks_in(lanes, book, other, first, last)) {
      STEWARD_TRY(read_periods(history, lanes, book, other, first, *marks));
      break;
    }
  return history;
}

// Stretches of five periods or more in a lane.
std::vector<std::pair<int, int>> period_stretches(const Lanes& lanes, int lane) {
  constexpr int shortest = 5;
  std::vector<std::pair<int, int>> stretches;
  int first = 0;
  std::optional<Mark> before;
  for (int place = 0; place <= lanes.length(); ++place) {
    const auto mark = place < lanes.length() ? mark_of(lanes.at(lane, place)) : std::nullopt;
    if (mark && before && mark->unit == before->unit) continue;
    if (before && place - first >= shortest) stretches.emplace_back(first, place - 1);
    first = place;
    before = mark;
  }
  return stretches;
}

// A lane of amounts beside a lane of periods: the block from one to the other, the amounts in its last lane.
struct Candidate {
  Area block;
  bool across;
  Lanes lanes(const Snapshot& book) const { return {book, block, across}; }
  int lane(const Snapshot& book) const { return lanes(book).lanes() - 1; }
};

void add_candidates(const Snapshot& book, int sheet, bool across, std::vector<Candidate>& found) {
  const auto& cells = book.sheets[static_cast<std::size_t>(sheet)];
  const Lanes lanes(book, Area{sheet, 0, 0, cells.rows() - 1, cells.columns() - 1}, across);
  for (int lane = 0; lane < lanes.lanes(); ++lane)
    for (const auto& [first, last] : period_stretches(lanes, lane))
      for (int other = lane + 1; other < lanes.lanes(); ++other) {
        int count = 0;
        for (int place = first; place <= last; ++place) count += lanes.at(other, place).is_number() ? 1 : 0;
        if (count == 0) break;
        if (count < 5 || is_year_lane(lanes, book, other, first, last)) continue;
        const Area from = lanes.part(lane, std::max(0, first - 1), last), to = lanes.part(other, first, last);
        found.push_back({{sheet, from.top, from.left, to.bottom, to.right}, across});
      }
}

}  // namespace

std::optional<std::size_t> Periodicity::season() const {
  if (months > 0 && 12 % months == 0) return static_cast<std::size_t>(12 / months);
  if (days == 7) return 52;
  if (days == 1) return 7;
  return std::nullopt;
}

Content HistoryRange::label_ahead(std::size_t ahead, Language language) const {
  const int steps = static_cast<int>(values.size() + ahead);
  if (!first_day) return "+" + std::to_string(ahead + 1);
  if (periodicity.months == 0) return *first_day + std::chrono::days(steps * periodicity.days);
  const int month = month_number(*first_day) + steps * periodicity.months, year = month / 12, place = month % 12;
  if (const auto* last = std::get_if<Date>(&labels.back())) {
    // The last day of a month is followed by the last day of a month.
    const bool at_end = month_number(*last + std::chrono::days(1)) != month_number(*last);
    const auto day = static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(*last).day()));
    if (at_end && day > 27) return first_of_month(month + 1) - std::chrono::days(1);
    return first_of_month(month) + std::chrono::days(day - 1);
  }
  const bool chinese = language == Language::chinese;
  if (periodicity.months == 12) return std::to_string(year);
  if (periodicity.months == 3)
    return std::to_string(year) + (chinese ? "年第" : " Q") + std::to_string(place / 3 + 1) + (chinese ? "季度" : "");
  const std::string digits = std::to_string(place + 1);
  return std::to_string(year) + (chinese ? "年" + digits + "月" : (place < 9 ? "-0" : "-") + digits);
}

Result<HistoryRange> read_history_range(const Snapshot& book, const Area& area) {
  const auto& sheet = book.sheets[static_cast<std::size_t>(area.sheet)];
  Area used = area;
  used.bottom = std::min(used.bottom, sheet.rows() - 1);
  used.right = std::min(used.right, sheet.columns() - 1);
  for (const bool across : {false, true}) {
    if (used.rows() < 1 || used.columns() < 1) break;
    const Lanes lanes(book, used, across);
    if (const auto lane = amount_lane(lanes, book)) return read_lane(lanes, book, *lane);
  }
  return refused(phrase::forecast_range_unusable, {workbook::address(book, area)});
}

Result<HistoryRange> find_history(const Snapshot& book) {
  constexpr std::size_t most_named = 6;
  std::vector<Candidate> found;
  for (int sheet = 0; sheet < static_cast<int>(book.sheets.size()); ++sheet)
    for (const bool across : {false, true}) add_candidates(book, sheet, across, found);
  if (found.empty()) return refused(phrase::forecast_no_range);
  if (found.size() == 1) return read_lane(found.front().lanes(book), book, found.front().lane(book));
  std::string names;
  for (std::size_t i = 0; i < std::min(found.size(), most_named); ++i) {
    const Lanes lanes = found[i].lanes(book);
    names += (i > 0 ? ", " : "") + workbook::address(book, lanes.part(lanes.lanes() - 1, 0, lanes.length() - 1));
  }
  return refused(phrase::forecast_which_range, {names + (found.size() > most_named ? ", …" : "")});
}

}  // namespace steward::plan
