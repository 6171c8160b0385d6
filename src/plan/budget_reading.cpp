#include "plan/budget_reading.hpp"

#include <algorithm>
#include <set>

#include "plan/column_choice.hpp"
#include "plan/line_reader.hpp"
#include "plan/table_choice.hpp"
#include "recognise/periods.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

using recognise::BudgetTable;
using recognise::PeriodKind;
using workbook::Area;

// A fiscal year that spans two calendar years begins in July, unless somebody says otherwise.
constexpr int usual_start_of_split_years = 7;

// Reads the tables that were chosen.
class Reader {
 public:
  Reader(const Request& request, const OptionReader& options, std::vector<const BudgetTable*> tables,
         std::optional<Date> cut_over)
      : request_(request), options_(options), tables_(std::move(tables)), cut_over_(cut_over) {}

  Result<BudgetReading> read(std::vector<recognise::ColumnChoice> columns) {
    for (const auto* table : tables_) reading_.areas.push_back(table->area);
    reading_.title = name_of(request_.book, *tables_.front());
    wishes_.columns = std::move(columns);
    wishes_.language = request_.now.language;
    STEWARD_TRY(read_wishes());
    for (const auto* table : tables_) {
      reading_.findings.insert(reading_.findings.end(), table->findings.begin(), table->findings.end());
      STEWARD_TRY(choose_columns(*table));
    }
    reading_.unit = chosen_.front().budget.columns.front()->unit;
    choose_pattern();
    STEWARD_TRY(choose_year());
    LineReader lines(request_, options_, reading_, cut_over_);
    STEWARD_TRY(lines.read(chosen_));
    return std::move(reading_);
  }

 private:
  Outcome read_wishes() {
    STEWARD_TRY(const auto month, options_.number("startMonth"));
    STEWARD_TRY(reading_.calendar.pattern, options_.word("pattern", PeriodPattern::monthly));
    reading_.calendar.start_month = static_cast<int>(month.value_or(1));
    const auto valid = calendar::check(reading_.calendar);
    if (valid.has_error()) return refused(valid.error().sentence, valid.error().blanks);
    if (const auto year = options_.text("year")) {
      const auto period = recognise::read_period(*year);
      if (!period || period->period.year == 0) return refused(phrase::option_unreadable, {"year", *year});
      wishes_.year = period->period.year;
    }
    wishes_.version = options_.text("version").value_or("");
    wishes_.currency = options_.text("currency").value_or("");
    split_years();
    wishes_.calendar = reading_.calendar;
    return success();
  }

  // "FY13-14" is the year that ends in 2014.
  void split_years() {
    const auto is_split = [](const recognise::AmountColumn& column) {
      return column.role == AmountRole::budget && column.year_label.find('-') != std::string::npos;
    };
    const auto split = [&](const BudgetTable* table) -> const recognise::AmountColumn* {
      const auto found = std::ranges::find_if(table->columns, is_split);
      return found == table->columns.end() ? nullptr : &*found;
    };
    for (const auto* table : tables_) {
      const auto* column = split(table);
      if (!column) continue;
      reading_.calendar.year = FiscalYear::end;
      if (options_.has("startMonth")) return;
      reading_.calendar.start_month = usual_start_of_split_years;
      reading_.assumptions.push_back({"startMonth", std::to_string(usual_start_of_split_years),
                                      phrase::assumed_start_month, {column->year_label}});
      return;
    }
  }

  Outcome choose_columns(const BudgetTable& table) {
    const auto role = budget_role(table);
    if (!role) return refused(phrase::no_budget_column, {name_of(request_.book, table)});
    ChosenTable chosen{&table, {}, {}, {}};
    STEWARD_TRY(chosen.budget, columns_of(table, *role, wishes_));
    if (chosen.budget.columns.empty()) return refused(phrase::no_budget_column, {name_of(request_.book, table)});
    for (const auto& question : table.questions)
      if (question.kind == recognise::QuestionKind::sign) return asked(question, wishes_.language);
    if (cut_over_) {
      STEWARD_TRY(chosen.actual, columns_of(table, AmountRole::actual, wishes_));
      STEWARD_TRY(chosen.committed, columns_of(table, AmountRole::committed, wishes_));
    }
    chosen_.push_back(std::move(chosen));
    return success();
  }

  // Where nothing is finer than quarters, the year is cut into quarters.
  void choose_pattern() {
    if (options_.has("pattern")) return;
    for (const auto& chosen : chosen_) {
      for (const auto* column : chosen.budget.columns)
        if (!column->period || column->period->kind != PeriodKind::quarter) return;
    }
    reading_.calendar.pattern = PeriodPattern::quarterly;
  }

  std::set<int> years_told() const {
    std::set<int> years;
    for (const auto& chosen : chosen_) {
      for (const auto* column : chosen.budget.columns)
        if (const int year = fiscal_year_of(*column, reading_.calendar); year != 0) years.insert(year);
      if (!years.empty() || chosen.table->period_dimension < 0) continue;
      for (std::size_t leaf = 0; leaf < chosen.table->leaves.size(); ++leaf) {
        const auto period = recognise::period_of(request_.book, *chosen.table, leaf);
        if (!period || period->year == 0) continue;
        recognise::AmountColumn column;
        column.period = period;
        if (period->kind == PeriodKind::day) column.period = {PeriodKind::month, period->year, period->month, 0, ""};
        years.insert(fiscal_year_of(column, reading_.calendar));
      }
    }
    return years;
  }

  Outcome choose_year() {
    if (wishes_.year) {
      reading_.year = *wishes_.year;
      return success();
    }
    STEWARD_TRY(const auto as_of, options_.day("asOf"));
    STEWARD_TRY(const auto now, calendar::period_of(reading_.calendar, as_of.value_or(request_.now.today)));
    const auto years = years_told();
    if (years.empty()) {
      reading_.year = now.year;
      reading_.assumptions.push_back({"year", std::to_string(now.year), phrase::assumed_year, {}});
    } else {
      reading_.year = years.contains(now.year) ? now.year : *years.begin();
      if (years.size() > 1)
        reading_.assumptions.push_back({"year", std::to_string(*years.begin()) + "–" + std::to_string(*years.rbegin()),
                                        phrase::assumed_several_years, {}});
    }
    return success();
  }

  const Request& request_;
  const OptionReader& options_;
  std::vector<const BudgetTable*> tables_;
  std::optional<Date> cut_over_;
  ColumnWishes wishes_;
  std::vector<ChosenTable> chosen_;
  BudgetReading reading_;
};

// An address that is not a table of recognition is read as the user has marked it, wherever it lies now.
std::optional<Area> marked_area(const Request& request, const OptionReader& options,
                                const recognise::Recognition& found, const std::vector<Area>& near) {
  const auto wanted = options.text("table");
  if (!wanted || request.book.sheet(*wanted)) return std::nullopt;
  const auto cells = workbook::references("=" + *wanted, 0, request.book);
  if (cells.size() != 1 || cells.front().rows() < 2) return std::nullopt;
  if (near.size() > 1) return std::nullopt;
  const Area area = near.empty() ? cells.front() : near.front();
  const auto is_this = [&](const BudgetTable& table) { return table.area == area; };
  return std::ranges::any_of(found.tables, is_this) ? std::nullopt : std::optional(area);
}

std::string columns_text(const std::vector<recognise::ColumnChoice>& columns, const Area& area) {
  std::string text;
  for (const auto& choice : columns) {
    if (choice.sheet != area.sheet || choice.column < area.left || choice.column > area.right) continue;
    text += (text.empty() ? "#" : ", #") + std::to_string(choice.column - area.left) + ":" +
            std::string(code_of(*choice.role));
  }
  return text;
}

void add_findings_of_sheets(const recognise::Recognition& found, BudgetReading& reading) {
  for (const auto& finding : found.findings) {
    const auto is_here = [&](const Area& area) { return area.sheet == finding.at.sheet; };
    const auto is_on_it = [&](const BudgetTable& table) { return is_here(table.area); };
    const bool has_no_table = std::ranges::none_of(found.tables, is_on_it);  // what it says may be read by the tables
    const bool is_error = finding.kind == recognise::FindingKind::error_cell;
    if (std::ranges::any_of(reading.areas, is_here) || (has_no_table && is_error)) reading.findings.push_back(finding);
  }
}

}  // namespace

Result<recognise::Options> recognition_options(const Request& request) {
  const OptionReader options(request);
  recognise::Options wishes;
  STEWARD_TRY(const auto decimals, options.number("decimals"));
  wishes.decimals = static_cast<int>(decimals.value_or(2));
  STEWARD_TRY(auto answers, read_answers(options));
  wishes.answers = std::move(answers);
  for (auto& [key, answer] : remembered_answers(request.book)) wishes.answers.try_emplace(key, answer);
  for (const auto& table : request.book.tables)
    if (table.name.starts_with("steward_")) wishes.skipped_sheets.insert(table.area.sheet);
  return wishes;
}

Result<BudgetReading> read_budget(const Request& request, const std::vector<Area>& near,
                                  std::optional<Date> cut_over) {
  const OptionReader options(request);
  STEWARD_TRY(auto wishes, recognition_options(request));
  auto found = recognise::recognise(request.book, wishes);
  wishes.area = marked_area(request, options, found, near);
  if (wishes.area) found = recognise::recognise(request.book, wishes);
  const auto choose = [&]() {
    if (!near.empty()) return tables_near(found, near);
    if (wishes.area && !found.tables.empty())
      return Result<std::vector<const BudgetTable*>>(std::vector<const BudgetTable*>{&found.tables.front()});
    return chosen_tables(request.book, found, options);
  };
  if (options.has("columns")) {
    std::vector<Area> areas = near;
    if (near.empty()) {
      // The role of a column may be what makes its table one that can be chosen.
      const auto first = choose();
      if (!first.has_error())
        for (const auto* table : first.value()) areas.push_back(table->area);
      else if (found.tables.size() == 1)
        areas.push_back(found.tables.front().area);
      else
        return first.error();
    }
    STEWARD_TRY(wishes.columns, column_choices(options, request.book, areas));
    found = recognise::recognise(request.book, wishes);
  }
  STEWARD_TRY(auto tables, choose());
  STEWARD_TRY(auto reading, Reader(request, options, tables, cut_over).read(wishes.columns));
  reading.columns_chosen = columns_text(wishes.columns, reading.areas.front());
  STEWARD_TRY(reading.answers, read_answers(options));
  add_findings_of_sheets(found, reading);
  return reading;
}

Result<std::vector<ReadLine>> read_prior_actuals(const Request& request, const Area& near) {
  STEWARD_TRY(const auto budget, read_budget(request, {near}));
  const bool quarterly = budget.calendar.pattern == PeriodPattern::quarterly;
  STEWARD_TRY(const auto start, calendar::days_of(budget.calendar,
                                                  {budget.year, 1, quarterly ? calendar::Period::Kind::quarter
                                                                             : calendar::Period::Kind::period}));
  STEWARD_TRY(auto reading, read_budget(request, {near}, start.first - std::chrono::days(1)));
  for (ReadLine& line : reading.lines) {
    line.budget.clear();
    line.committed.clear();
    std::erase_if(line.actual, [&](const auto& figure) { return figure.first >= start.first; });
  }
  std::erase_if(reading.lines, [](const ReadLine& line) { return line.actual.empty(); });
  return std::move(reading.lines);
}

}  // namespace steward::plan
