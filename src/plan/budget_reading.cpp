#include "plan/budget_reading.hpp"

#include <algorithm>
#include <set>

#include "allocation/share.hpp"
#include "ledger/fields.hpp"
#include "ledger/keys.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

using recognise::AmountColumn;
using recognise::BudgetTable;
using recognise::PeriodKind;
using workbook::Snapshot;

bool may_be_budget(const AmountColumn& column) {
  return column.role == AmountRole::budget && column.lines > 0;
}

bool holds_budget(const BudgetTable& table) {
  return !table.leaves.empty() && std::ranges::any_of(table.columns, may_be_budget);
}

std::string name_of(const Snapshot& book, const BudgetTable& table) {
  return table.title.empty() ? book.sheets[static_cast<std::size_t>(table.area.sheet)].name() : table.title;
}

Fault asked(const recognise::Question& question) {
  return refused(question.sentence, question.blanks);
}

// What the option "columns" says: rows of column, role and optionally nature and year, or "D:budget, E:actual".
Result<std::vector<recognise::ColumnChoice>> column_choices(const OptionReader& options, const Snapshot& book,
                                                            const workbook::Area& area) {
  Table rows;
  if (const Table* given = options.table("columns")) {
    rows = *given;
  } else if (const auto text = options.text("columns")) {
    std::string part;
    for (const char c : *text + ",") {
      if (c != ',' && c != ';') {
        part += c;
        continue;
      }
      const auto mark = part.find(':');
      if (mark == std::string::npos) return refused(phrase::option_unreadable, {"columns", *text});
      rows.append({part.substr(0, mark), part.substr(mark + 1)});
      part.clear();
    }
  }
  std::vector<recognise::ColumnChoice> choices;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const std::string where = folded(ledger::key_text(rows.at(row, 0)));
    recognise::ColumnChoice choice;
    choice.sheet = area.sheet;
    const auto cells = workbook::references("=" + where + "1", area.sheet, book);
    if (where.starts_with('#'))
      choice.column = area.left + std::atoi(where.c_str() + 1);
    else if (!cells.empty())
      choice.column = cells.front().left;
    else
      return refused(phrase::option_unreadable, {"columns", where});
    const auto role = read_keyword<AmountRole>(ledger::key_text(rows.at(row, 1)));
    if (!role) return refused(role.error().sentence, role.error().blanks);
    choice.role = role.value();
    choice.is_amount = true;
    if (rows.columns() > 2 && !is_blank(rows.at(row, 2))) {
      STEWARD_TRY(const auto nature, read_keyword<Nature>(ledger::key_text(rows.at(row, 2))));
      choice.nature = nature;
    }
    choices.push_back(choice);
  }
  return choices;
}

// How many cells two areas share.
long shared_cells(const workbook::Area& a, const workbook::Area& b) {
  if (a.sheet != b.sheet) return 0;
  const long rows = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) + 1;
  const long columns = std::min(a.right, b.right) - std::max(a.left, b.left) + 1;
  return rows > 0 && columns > 0 ? rows * columns : 0;
}

// The budget table that was read before: the one that lies most where it lay.
Result<const BudgetTable*> table_near(const recognise::Recognition& found, const workbook::Area& area) {
  const BudgetTable* nearest = nullptr;
  for (const BudgetTable& table : found.tables) {
    if (!holds_budget(table) || shared_cells(table.area, area) == 0) continue;
    if (!nearest || shared_cells(table.area, area) > shared_cells(nearest->area, area)) nearest = &table;
  }
  if (!nearest) return refused(phrase::no_budget_table);
  return nearest;
}

// The option "table": a number as detect gives it, an address, or the name of a sheet.
Result<const BudgetTable*> chosen_table(const Snapshot& book, const recognise::Recognition& found,
                                        const OptionReader& options, const std::optional<workbook::Area>& near) {
  if (near) return table_near(found, *near);
  std::vector<const BudgetTable*> candidates;
  const auto wanted = options.text("table");
  const bool is_number = wanted && std::ranges::all_of(*wanted, [](char c) { return c >= '0' && c <= '9'; });
  const auto number = is_number ? static_cast<std::size_t>(std::atoi(wanted->c_str())) : 0;
  for (std::size_t i = 0; i < found.tables.size(); ++i) {
    const BudgetTable& table = found.tables[i];
    const auto& sheet = book.sheets[static_cast<std::size_t>(table.area.sheet)].name();
    if (number > 0 && i + 1 != number) continue;
    const bool is_address = wanted && !workbook::references("=" + *wanted, 0, book).empty();
    if (wanted && number == 0 && folded(sheet) != folded(*wanted) && !is_address) continue;
    if (number > 0 || holds_budget(table)) candidates.push_back(&table);
  }
  if (candidates.empty()) return refused(phrase::no_budget_table);
  if (candidates.size() == 1) return candidates.front();
  std::string names;
  for (const auto* table : candidates) names += (names.empty() ? "" : ", ") + workbook::address(book, table->area);
  return refused(phrase::which_table, {names});
}

// Columns of one role with one and the same granularity: months if there are any, else quarters, else whole years.
std::vector<const AmountColumn*> columns_of(const BudgetTable& table, AmountRole role, int year) {
  std::vector<const AmountColumn*> found;
  for (const auto kind : {PeriodKind::month, PeriodKind::quarter}) {
    for (const auto& column : table.columns) {
      const bool is_of_year =
          year == 0 || column.year == 0 || column.year == year || !column.period || column.period->year == 0;
      if (column.role == role && !column.is_derived && column.period && column.period->kind == kind && is_of_year)
        found.push_back(&column);
    }
    if (!found.empty()) return found;
  }
  for (const auto& column : table.columns) {
    const bool is_annual = !column.period || column.period->kind == PeriodKind::year;
    if (column.role == role && is_annual && column.lines > 0 && (year == 0 || column.year == 0 || column.year == year))
      found.push_back(&column);
  }
  return found;
}

// Annual columns that say different things about the same lines: years, versions, scenarios.
bool is_ambiguous(const std::vector<const AmountColumn*>& columns) {
  std::set<std::pair<int, std::string>> seen;
  for (const auto* column : columns) {
    const std::string period = column->period ? column->period->label : std::string();
    if (!seen.emplace(column->slice, period).second) return true;
  }
  return false;
}

std::string headers_of(const std::vector<const AmountColumn*>& columns) {
  std::string names;
  for (const auto* column : columns) names += (names.empty() ? "" : ", ") + column->header;
  return names;
}

// Reads one table into lines.
class Reader {
 public:
  Reader(const Request& request, const OptionReader& options, const BudgetTable& table, std::optional<Date> cut_over)
      : book_(request.book), language_(request.now.language), options_(options), table_(table), cut_over_(cut_over) {}

  Result<BudgetReading> read() {
    reading_.area = table_.area;
    reading_.title = name_of(book_, table_);
    reading_.findings = table_.findings;
    STEWARD_TRY(read_calendar());
    STEWARD_TRY(const auto columns, budget_columns());
    STEWARD_TRY(read_dimensions());
    STEWARD_TRY(read_year(columns));
    STEWARD_TRY(read_column_set(columns, &ReadLine::budget));
    if (cut_over_) {
      STEWARD_TRY(read_column_set(columns_of(table_, AmountRole::actual, reading_.year), &ReadLine::actual));
      STEWARD_TRY(read_column_set(columns_of(table_, AmountRole::committed, reading_.year), &ReadLine::committed));
    }
    return std::move(reading_);
  }

  Result<std::vector<ReadLine>> read_prior() {
    STEWARD_TRY(read_calendar());
    STEWARD_TRY(const auto columns, budget_columns());
    STEWARD_TRY(read_dimensions());
    STEWARD_TRY(read_year(columns));
    const bool quarterly = reading_.calendar.pattern == PeriodPattern::quarterly;
    STEWARD_TRY(const auto start, calendar::days_of(reading_.calendar,
                                                    {reading_.year, 1, quarterly ? calendar::Period::Kind::quarter
                                                                                 : calendar::Period::Kind::period}));
    cut_over_ = start.first - std::chrono::days(1);
    std::vector<const AmountColumn*> earlier;
    for (const auto* column : columns_of(table_, AmountRole::actual, 0)) {
      STEWARD_TRY(const auto day, first_day(column->period));
      if (day && *day <= *cut_over_) earlier.push_back(column);
    }
    STEWARD_TRY(read_column_set(earlier, &ReadLine::actual));
    return std::move(reading_.lines);
  }

 private:
  Outcome read_calendar() {
    STEWARD_TRY(const auto month, options_.number("startMonth"));
    STEWARD_TRY(reading_.calendar.pattern, options_.word("pattern", PeriodPattern::monthly));
    reading_.calendar.start_month = static_cast<int>(month.value_or(1));
    STEWARD_TRY(const auto decimals, options_.number("decimals"));
    decimals_ = static_cast<int>(decimals.value_or(2));
    const auto valid = calendar::check(reading_.calendar);
    if (valid.has_error()) return refused(valid.error().sentence, valid.error().blanks);
    return success();
  }

  Result<std::vector<const AmountColumn*>> budget_columns() {
    STEWARD_TRY(const auto year, options_.number("year"));
    auto columns = columns_of(table_, AmountRole::budget, static_cast<int>(year.value_or(0)));
    for (const auto* column : columns)
      if (column->question) return asked(*column->question);
    if (columns.empty()) return refused(phrase::no_budget_column, {reading_.title});
    if (is_ambiguous(columns)) return refused(phrase::which_column, {headers_of(columns)});
    if (columns.front()->period && columns.front()->period->kind == PeriodKind::quarter)
      reading_.calendar.pattern = PeriodPattern::quarterly;
    reading_.unit = columns.front()->unit;
    return columns;
  }

  Outcome read_dimensions() {
    std::set<std::string> used;
    for (std::size_t i = 0; i < table_.dimensions.size(); ++i) {
      if (static_cast<int>(i) == table_.period_dimension) continue;
      const auto& dimension = table_.dimensions[i];
      std::string name = dimension.header;
      if (folded(name).empty())
        name = text(dimension.is_section ? phrase::group_header : phrase::item_header, language_);
      if (ledger::field_of(name)) name = filled(phrase::dimension_suffix, language_, std::vector{name});
      for (int number = 2; !used.insert(folded(name)).second; ++number)
        name = dimension.header + " " + std::to_string(number);
      reading_.dimensions.push_back(name);
      dimension_indices_.push_back(i);
    }
    return reading_.dimensions.empty() ? Outcome(refused(phrase::no_key_column, {reading_.title})) : success();
  }

  Outcome read_year(const std::vector<const AmountColumn*>& columns) {
    STEWARD_TRY(const auto given, options_.number("year"));
    int year = static_cast<int>(given.value_or(0));
    for (const auto* column : columns) {
      if (year == 0 && column->period && column->period->kind == PeriodKind::month && column->period->year != 0) {
        const Date first = date(column->period->year, static_cast<unsigned>(column->period->index), 1);
        STEWARD_TRY(const auto period, calendar::period_of(reading_.calendar, first));
        year = period.year;
      }
      if (year == 0 && column->period) year = column->period->year;
      if (year == 0) year = column->year;
    }
    if (year == 0) return refused(phrase::which_fiscal_year, {reading_.title});
    reading_.year = year;
    return success();
  }

  // The first day of the period that a header or a key names; of an annual figure nothing.
  Result<std::optional<Date>> first_day(const std::optional<recognise::PeriodName>& name) const {
    if (!name || name->kind == PeriodKind::year) return std::optional<Date>();
    const auto& calendar = reading_.calendar;
    if (name->kind == PeriodKind::month || name->kind == PeriodKind::day) {
      const int month = name->kind == PeriodKind::day ? name->month : name->index;
      int year = name->year;
      if (year == 0) year = reading_.year + (month < calendar.start_month ? 1 : 0);
      if (month < 1 || month > 12) return refused(phrase::periods_unusable, {reading_.title, name->label});
      return std::optional(date(year, static_cast<unsigned>(month), 1));
    }
    if (name->kind == PeriodKind::quarter) {
      STEWARD_TRY(const auto days, calendar::days_of(calendar, {name->year == 0 ? reading_.year : name->year,
                                                                name->index, calendar::Period::Kind::quarter}));
      return std::optional(days.first);
    }
    return refused(phrase::periods_unusable, {reading_.title, name->label});
  }

  std::optional<std::size_t> line_of(std::size_t leaf, const AmountColumn& column) {
    std::vector<std::string> key;
    bool any = false;
    for (const auto dimension : dimension_indices_) {
      key.push_back(recognise::key_of(book_, table_, leaf, dimension));
      any = any || !folded(key.back()).empty();
    }
    if (!any) return std::nullopt;
    std::string compared;
    for (const auto& part : key) compared += folded(part) + '\x1f';
    const auto [entry, is_new] = by_key_.try_emplace(compared, reading_.lines.size());
    const int row = table_.leaves[leaf].row;
    if (is_new) {
      ReadLine line{std::move(key), Nature::expense, row, {}, {}, {}};
      const auto& slice = table_.slices.empty()
                              ? std::nullopt
                              : table_.slices[static_cast<std::size_t>(table_.leaves[leaf].slice)].nature;
      const auto nature = options_.word("nature", column.nature.value_or(slice.value_or(Nature::expense)));
      if (nature) line.nature = nature.value();
      reading_.lines.push_back(std::move(line));
    } else if (table_.period_dimension < 0 && rows_seen_.emplace(row).second &&
               reading_.lines[entry->second].row != row) {
      ++reading_.rows_joined;
    }
    return entry->second;
  }

  Outcome read_column_set(const std::vector<const AmountColumn*>& columns, std::map<Date, Money> ReadLine::*figures) {
    for (const auto* column : columns) {
      for (std::size_t leaf = 0; leaf < table_.leaves.size(); ++leaf) {
        if (!recognise::counts(*column, table_.leaves[leaf])) continue;
        STEWARD_TRY(const auto amount, recognise::amount_of(book_, table_, *column, leaf, decimals_));
        const auto line = line_of(leaf, *column);
        if (!amount || !line) continue;
        const auto period = table_.period_dimension >= 0 ? recognise::period_of(book_, table_, leaf) : column->period;
        STEWARD_TRY(const auto day, first_day(period));
        STEWARD_TRY(add(reading_.lines[*line].*figures, day, *amount, figures == &ReadLine::budget));
      }
    }
    return success();
  }

  Outcome add(std::map<Date, Money>& figures, std::optional<Date> day, Money amount, bool is_budget) {
    if (!is_budget) {
      if (day && *day > *cut_over_)
        ++reading_.after_cut_over;
      else
        figures[day.value_or(*cut_over_)] += amount;
      return success();
    }
    if (day) {
      figures[*day] += amount;
      return success();
    }
    reading_.is_phased_evenly = true;
    const int periods = calendar::periods_in_year(reading_.calendar.pattern);
    const std::vector<double> equal(static_cast<std::size_t>(periods), 1.0);
    STEWARD_TRY(const auto parts, allocation::share(amount, equal));
    const auto kind = periods == 4 ? calendar::Period::Kind::quarter : calendar::Period::Kind::period;
    for (int i = 0; i < periods; ++i) {
      STEWARD_TRY(const auto days, calendar::days_of(reading_.calendar, {reading_.year, i + 1, kind}));
      figures[days.first] += parts[static_cast<std::size_t>(i)];
    }
    return success();
  }

  const Snapshot& book_;
  Language language_;
  const OptionReader& options_;
  const BudgetTable& table_;
  std::optional<Date> cut_over_;
  int decimals_ = 2;
  BudgetReading reading_;
  std::vector<std::size_t> dimension_indices_;
  std::map<std::string, std::size_t> by_key_;
  std::set<int> rows_seen_;
};

// What recognition finds of the table that the options name.
struct Found {
  recognise::Recognition recognition;
  recognise::Options wishes;
  std::size_t at = 0;
  const BudgetTable& table() const { return recognition.tables[at]; }
};

Result<Found> find_table(const Request& request, const OptionReader& options,
                         const std::optional<workbook::Area>& near) {
  Found result;
  auto& [recognition, wishes, at] = result;
  STEWARD_TRY(const auto decimals, options.number("decimals"));
  wishes.decimals = static_cast<int>(decimals.value_or(2));
  if (near) wishes.sheet = near->sheet;
  if (options.text("table")) {
    const auto cells = workbook::references("=" + *options.text("table"), 0, request.book);
    if (!cells.empty()) wishes.area = near ? *near : cells.front();
  }
  if (const Table* answers = options.table("answers")) {
    for (std::size_t row = 0; row < answers->rows() && answers->columns() > 1; ++row)
      wishes.answers[ledger::key_text(answers->at(row, 0))] = ledger::key_text(answers->at(row, 1));
  }
  recognition = recognise::recognise(request.book, wishes);
  if (options.has("columns")) {
    const auto first = chosen_table(request.book, recognition, options, near);
    const auto home = first ? first.value()->area : wishes.area.value_or(workbook::Area{});
    STEWARD_TRY(wishes.columns, column_choices(options, request.book, home));
    recognition = recognise::recognise(request.book, wishes);
  }
  STEWARD_TRY(const auto* chosen, chosen_table(request.book, recognition, options, near));
  at = static_cast<std::size_t>(chosen - recognition.tables.data());
  return result;
}

}  // namespace

Result<BudgetReading> read_budget(const Request& request, std::optional<workbook::Area> near,
                                  std::optional<Date> cut_over) {
  const OptionReader options(request);
  STEWARD_TRY(const Found found, find_table(request, options, near));
  STEWARD_TRY(auto reading, Reader(request, options, found.table(), cut_over).read());
  for (const auto& choice : found.wishes.columns) {
    reading.columns_chosen += (reading.columns_chosen.empty() ? "#" : ", #") +
                              std::to_string(choice.column - found.table().area.left) + ":" +
                              std::string(code_of(*choice.role));
  }
  return reading;
}

Result<std::vector<ReadLine>> read_prior_actuals(const Request& request, const workbook::Area& near) {
  const OptionReader options(request);
  STEWARD_TRY(const Found found, find_table(request, options, near));
  return Reader(request, options, found.table(), std::nullopt).read_prior();
}

}  // namespace steward::plan
