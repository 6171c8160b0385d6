#include "plan/column_choice.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/keys.hpp"
#include "plan/answers.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

using recognise::AmountColumn;
using recognise::BudgetTable;
using recognise::PeriodKind;
using Columns = std::vector<const AmountColumn*>;

Result<Table> choice_rows(const OptionReader& options) {
  if (const Table* given = options.table("columns")) return *given;
  Table rows;
  const auto text = options.text("columns");
  std::string part;
  for (const char c : text.value_or("") + ",") {
    if (c != ',' && c != ';') {
      part += c;
      continue;
    }
    const auto mark = part.find(':');
    if (mark == std::string::npos) return refused(phrase::option_unreadable, {"columns", *text});
    rows.append({part.substr(0, mark), part.substr(mark + 1)});
    part.clear();
  }
  return rows;
}

// The column that the letters or the place name, in a table.
std::optional<int> column_in(const std::string& where, const workbook::Snapshot& book, const workbook::Area& area) {
  if (where.starts_with('#')) return area.left + std::atoi(where.c_str() + 1);
  const auto cells = workbook::references("=" + where + "1", area.sheet, book);
  return cells.empty() ? std::nullopt : std::optional(cells.front().left);
}

// A figure of last year that stands beside this year's, once for the whole year.
bool is_comparison(const AmountColumn& column) {
  return column.is_of_prior_year && (!column.period || column.period->kind == PeriodKind::year);
}

// "To date" and "of the month" where another column has the year: of actuals the month, as what is there to date counts.
void drop_partial(Columns& columns, AmountRole role) {
  const auto is_left_out = [&](const AmountColumn* column) {
    return column->is_partial && (role == AmountRole::budget || !column->is_to_date);
  };
  if (!std::ranges::all_of(columns, is_left_out)) std::erase_if(columns, is_left_out);
}

bool is_wanted(const AmountColumn& column, const BudgetTable& table, const ColumnWishes& wishes) {
  const bool is_named = std::ranges::any_of(wishes.columns, [&](const recognise::ColumnChoice& choice) {
    return choice.role == column.role && choice.sheet == table.area.sheet;
  });
  if (is_named && std::ranges::none_of(wishes.columns, [&](const recognise::ColumnChoice& choice) {
        return choice.role == column.role && choice.sheet == table.area.sheet && choice.column == column.column;
      }))
    return false;
  if (!is_named && is_comparison(column)) return false;
  if (wishes.year) {
    const int year = fiscal_year_of(column, wishes.calendar);
    if (year != 0 && year != *wishes.year) return false;
  }
  if (!wishes.version.empty() && !column.version.empty() && folded(column.version) != folded(wishes.version) &&
      folded(column.header) != folded(wishes.version))
    return false;
  const std::string currency =
      column.slice < 0 ? std::string() : table.slices[static_cast<std::size_t>(column.slice)].currency;
  return wishes.currency.empty() || currency.empty() || folded(currency) == folded(wishes.currency);
}

// Finest periods first; a column for all time and a column of a year are alike.
int coarseness(const AmountColumn& column) {
  if (!column.period) return 5;
  switch (column.period->kind) {
    case PeriodKind::day: return 0;
    case PeriodKind::week: return 1;
    case PeriodKind::month: return 2;
    case PeriodKind::quarter: return 3;
    case PeriodKind::half: return 4;
    case PeriodKind::year: return 5;
  }
  return 5;
}

Columns finest(const Columns& columns) {
  Columns found;
  int best = 6;
  for (const auto* column : columns) {
    if (column->is_derived || column->lines == 0) continue;
    const int own = coarseness(*column);
    if (own > best) continue;
    if (own < best) found.clear();
    best = own;
    found.push_back(column);
  }
  if (found.empty()) {
    for (const auto* column : columns)
      if (column->lines > 0) found.push_back(column);
    return found;
  }
  if (best < 5) return found;
  // A total over other columns stands for them all, so that nothing is counted twice.
  for (const auto* total : columns) {
    if (!total->is_derived || total->made_of.size() < 2 || total->lines == 0) continue;
    std::erase_if(found, [&](const AmountColumn* part) {
      return part->slice == total->slice && std::ranges::find(total->made_of, part->column) != total->made_of.end();
    });
    found.push_back(total);
  }
  return found;
}

// A column for the whole year that finer columns of the same year do not add up to: the quarters filled in so far, or
// something else than the budget. Nothing where they do.
const AmountColumn* year_that_contradicts(const Columns& candidates, const Columns& taken) {
  if (taken.empty() || coarseness(*taken.front()) == 5) return nullptr;
  for (const auto* year : candidates) {
    if (coarseness(*year) != 5 || year->is_derived || !year->total || year->lines == 0) continue;
    Money sum;
    bool is_same_kind = false;
    for (const auto* part : taken) {
      if (part->slice != year->slice || !part->total) continue;
      if (part->year != 0 && year->year != 0 && part->year != year->year) continue;
      sum += *part->total;
      is_same_kind = true;
    }
    if (is_same_kind && abs(sum - *year->total) > Money(Minor(static_cast<long long>(taken.size() * year->lines))))
      return year;
  }
  return nullptr;
}

std::string headers_of(const Columns& columns) {
  std::string names;
  for (const auto* column : columns) {
    std::string name = column->header;
    if (!column->version.empty() && name.find(column->version) == std::string::npos) name += " " + column->version;
    const std::string place = column_name(column->column);
    names += (names.empty() ? "" : ", ") + (name.empty() ? place : place + " " + name);
  }
  return names;
}

std::string versions_of(const Columns& columns) {
  std::set<std::string> versions;
  for (const auto* column : columns) versions.insert(column->version);
  std::string names;
  for (const auto& version : versions) names += (names.empty() ? "" : ", ") + version;
  return names;
}

// What may stand beside each other about the same lines without contradiction: time, and natures in different rows.
std::pair<int, std::string> moment_of(const AmountColumn& column, const ColumnWishes& wishes) {
  const std::string period = column.period ? column.period->label : std::string();
  return {fiscal_year_of(column, wishes.calendar), period};
}

bool are_lines(const BudgetTable& table, const Columns& columns) {
  std::set<std::string> headers;
  std::set<Nature> natures;
  for (const auto* column : columns) {
    if (!column->scenario.empty() || !column->version.empty() || column->slice >= 0) return false;
    headers.insert(folded(column->header));
    if (column->nature) natures.insert(*column->nature);
  }
  if (headers.size() != columns.size() || headers.contains("")) return false;
  return table.period_dimension >= 0 || natures.size() == columns.size();
}

// The user has named every one of them: each is a line of its own.
bool all_are_named(const BudgetTable& table, const Columns& columns, const ColumnWishes& wishes) {
  return std::ranges::all_of(columns, [&](const AmountColumn* column) {
    return std::ranges::any_of(wishes.columns, [&](const recognise::ColumnChoice& choice) {
      return choice.sheet == table.area.sheet && choice.column == column->column && choice.role == column->role;
    });
  });
}

Outcome tell_slices_apart(const Columns& columns, const ColumnWishes& wishes) {
  std::map<std::tuple<int, std::optional<Nature>, int>, Columns> alike;
  for (const auto* column : columns)
    alike[{column->column, column->nature, fiscal_year_of(*column, wishes.calendar)}].push_back(column);
  for (const auto& [what, same] : alike) {
    std::set<std::string> versions, units;
    for (const auto* column : same) {
      versions.insert(column->version);
      units.insert(column->unit);
    }
    if (versions.size() > 1) return refused(phrase::which_version, {versions_of(same)});
    if (units.size() > 1) {
      std::string names;
      for (const auto& unit : units) names += (names.empty() ? "" : ", ") + unit;
      return refused(phrase::which_currency, {names});
    }
  }
  return success();
}

}  // namespace

Result<std::vector<recognise::ColumnChoice>> column_choices(const OptionReader& options, const workbook::Snapshot& book,
                                                            const std::vector<workbook::Area>& areas) {
  std::vector<recognise::ColumnChoice> choices;
  if (!options.has("columns")) return choices;
  STEWARD_TRY(const auto rows, choice_rows(options));
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const std::string where = folded(ledger::key_text(rows.at(row, 0)));
    STEWARD_TRY(const auto role, read_keyword<AmountRole>(ledger::key_text(rows.at(row, 1))));
    std::optional<Nature> nature;
    if (rows.columns() > 2 && !is_blank(rows.at(row, 2))) {
      STEWARD_TRY(nature, read_keyword<Nature>(ledger::key_text(rows.at(row, 2))));
    }
    for (const auto& area : areas) {
      const auto column = column_in(where, book, area);
      if (!column) return refused(phrase::option_unreadable, {"columns", where});
      if (areas.size() > 1 && (*column < area.left || *column > area.right)) continue;
      recognise::ColumnChoice choice;
      choice.sheet = area.sheet;
      choice.column = *column;
      choice.role = role;
      choice.is_amount = true;
      choice.nature = nature;
      choices.push_back(choice);
    }
  }
  return choices;
}

int fiscal_year_of(const AmountColumn& column, const calendar::FiscalCalendar& calendar) {
  if (column.period && column.period->kind == PeriodKind::month && column.period->year != 0 &&
      column.period->index >= 1 && column.period->index <= 12) {
    const Date first = date(column.period->year, static_cast<unsigned>(column.period->index), 1);
    const auto period = calendar::period_of(calendar, first);
    if (period) return period.value().year;
  }
  if (column.period && column.period->year != 0) return column.period->year;
  return column.year;
}

Result<ColumnSet> columns_of(const BudgetTable& table, AmountRole role, const ColumnWishes& wishes) {
  Columns candidates;
  for (const auto& column : table.columns)
    if (column.role == role && is_wanted(column, table, wishes)) candidates.push_back(&column);
  if (wishes.columns.empty()) drop_partial(candidates, role);
  for (const auto* column : candidates)
    if (column->question && column->lines > 0) return asked(*column->question, wishes.language);
  ColumnSet set{finest(candidates), false};
  if (const auto* year = wishes.columns.empty() ? year_that_contradicts(candidates, set.columns) : nullptr) {
    Columns both = set.columns;
    both.push_back(year);
    return refused(phrase::which_column, {headers_of(both)});
  }
  STEWARD_TRY(tell_slices_apart(set.columns, wishes));
  std::map<std::pair<int, std::pair<int, std::string>>, Columns> alike;
  for (const auto* column : set.columns) alike[{column->slice, moment_of(*column, wishes)}].push_back(column);
  for (const auto& [what, same] : alike) {
    if (same.size() < 2) continue;
    const bool has_scenarios =
        std::ranges::any_of(same, [](const AmountColumn* column) { return !column->scenario.empty(); });
    for (const auto& question : table.questions)
      if (has_scenarios && question.kind == recognise::QuestionKind::scenario) return asked(question, wishes.language);
    if (!are_lines(table, same) && !all_are_named(table, same, wishes))
      return refused(phrase::which_column, {headers_of(same)});
    set.are_lines = true;
  }
  if (table.dimensions.empty() || (table.dimensions.size() == 1 && table.period_dimension == 0)) set.are_lines = true;
  return set;
}

}  // namespace steward::plan
