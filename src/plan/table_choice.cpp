#include "plan/table_choice.hpp"

#include <algorithm>
#include <set>

#include "ledger/keys.hpp"
#include "words/phrases/recognise.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

using recognise::AmountColumn;
using recognise::BudgetTable;
using workbook::Area;
using workbook::Snapshot;
using Tables = std::vector<const BudgetTable*>;

// How many cells two areas share.
long shared_cells(const Area& a, const Area& b) {
  if (a.sheet != b.sheet) return 0;
  const long rows = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) + 1;
  const long columns = std::min(a.right, b.right) - std::max(a.left, b.left) + 1;
  return rows > 0 && columns > 0 ? rows * columns : 0;
}

const BudgetTable* nearest(const recognise::Recognition& found, const Area& area) {
  const BudgetTable* best = nullptr;
  for (const BudgetTable& table : found.tables) {
    if (!holds_budget(table) || shared_cells(table.area, area) == 0) continue;
    if (!best || shared_cells(table.area, area) > shared_cells(best->area, area)) best = &table;
  }
  return best;
}

const std::string& sheet_of(const Snapshot& book, const BudgetTable& table) {
  return book.sheets[static_cast<std::size_t>(table.area.sheet)].name();
}

// The table that a name of the workbook calls the budget.
const BudgetTable* named_as_budget(const recognise::Recognition& found) {
  const auto is_it = [](const BudgetTable& table) { return table.is_named_budget && holds_budget(table); };
  const auto table = std::ranges::find_if(found.tables, is_it);
  return table == found.tables.end() ? nullptr : &*table;
}

constexpr std::size_t most_looked_at = 400;  // cells of a table, to see whether it only shows others

// The tables that a formula reads, among those that hold a budget.
void add_tables_read(const Snapshot& book, const Tables& tables, const BudgetTable& own, std::string_view formula,
                     std::set<const BudgetTable*>& read) {
  for (const Area& area : workbook::references(formula, own.area.sheet, book)) {
    for (const auto* table : tables)
      if (table != &own && shared_cells(area, table->area) > 0) read.insert(table);
  }
}

// Tables that a table takes its figures from; empty where most of them are its own.
std::set<const BudgetTable*> sources_of(const Snapshot& book, const Tables& tables, const BudgetTable& table) {
  const auto& cells = book.sheets[static_cast<std::size_t>(table.area.sheet)];
  std::set<const BudgetTable*> sources;
  std::size_t looked = 0, taken = 0;
  const auto role = budget_role(table);
  for (const AmountColumn& column : table.columns) {
    if (column.role != role || column.is_partial) continue;
    for (const auto& leaf : table.leaves) {
      if (!recognise::counts(column, leaf) || cells.at(leaf.row, column.column).is_empty()) continue;
      if (++looked > most_looked_at) break;
      std::set<const BudgetTable*> read;
      add_tables_read(book, tables, table, cells.formula(leaf.row, column.column), read);
      taken += !read.empty();
      sources.insert(read.begin(), read.end());
    }
  }
  return taken * 10 >= looked * 8 ? sources : std::set<const BudgetTable*>{};
}

// A summary of other budgets is no rival of them.
void drop_summaries(const Snapshot& book, Tables& tables) {
  if (tables.size() < 2) return;
  const Tables all = tables;
  std::erase_if(tables, [&](const BudgetTable* table) { return !sources_of(book, all, *table).empty(); });
  if (tables.empty()) tables = all;
}

// Where one table says that it is the budget, one that only estimates is none.
void drop_estimates(Tables& tables) {
  const auto estimates = [](const BudgetTable* table) { return budget_role(*table) == AmountRole::estimate; };
  if (!std::ranges::all_of(tables, estimates)) std::erase_if(tables, estimates);
}

Tables all_with_budget(const Snapshot& book, const recognise::Recognition& found) {
  Tables visible, hidden;
  for (const BudgetTable& table : found.tables) {
    if (!holds_budget(table)) continue;
    const bool is_hidden = book.sheets[static_cast<std::size_t>(table.area.sheet)].hidden;
    (is_hidden ? hidden : visible).push_back(&table);
  }
  Tables tables = visible.empty() ? hidden : visible;
  drop_summaries(book, tables);
  drop_estimates(tables);
  return tables;
}

// What one word of the option names.
Tables named(const Snapshot& book, const recognise::Recognition& found, const std::string& word) {
  Tables tables;
  if (folded(word) == "all" || word == "*" || word == "全部") return all_with_budget(book, found);
  const bool is_number = !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  if (is_number && word.size() < 9) {
    const auto number = static_cast<std::size_t>(std::stoul(word));
    if (number >= 1 && number <= found.tables.size()) return {&found.tables[number - 1]};
  }
  for (const BudgetTable& table : found.tables)
    if (folded(sheet_of(book, table)) == folded(word) && holds_budget(table)) tables.push_back(&table);
  if (!tables.empty()) return tables;
  const auto cells = workbook::references("=" + word, 0, book);
  if (cells.empty()) return {};
  const BudgetTable* table = nearest(found, cells.front());
  return table ? Tables{table} : Tables{};
}

// Parts between commas that stand in no quotes.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'') quoted = !quoted;
    if ((c == ',' || c == ';') && !quoted)
      words.emplace_back();
    else if (c != ' ' || !words.back().empty())
      words.back() += c;
  }
  return words;
}

Fault which_table(const Snapshot& book, const recognise::Recognition& found, const Tables& tables) {
  std::string names;
  for (const auto* table : tables)
    names += (names.empty() ? "" : "; ") + std::to_string(table - found.tables.data() + 1) + " = " +
             workbook::address(book, table->area) + " " + name_of(book, *table);
  return refused(phrase::which_table, {names});
}

bool is_empty_template(const BudgetTable& table) {
  const auto plans = [](const AmountColumn& column) { return column.role == AmountRole::budget && column.lines == 0; };
  return std::ranges::any_of(table.columns, plans);
}

}  // namespace

std::optional<AmountRole> budget_role(const BudgetTable& table) {
  for (const auto role : {AmountRole::budget, AmountRole::revised, AmountRole::estimate}) {
    const auto plans = [&](const AmountColumn& column) { return column.role == role && column.lines > 0; };
    if (std::ranges::any_of(table.columns, plans)) return role;
  }
  return std::nullopt;
}

bool holds_budget(const BudgetTable& table) {
  return !table.leaves.empty() && budget_role(table).has_value();
}

std::string name_of(const Snapshot& book, const BudgetTable& table) {
  return table.title.empty() ? sheet_of(book, table) : table.title;
}

Result<Tables> chosen_tables(const Snapshot& book, const recognise::Recognition& found, const OptionReader& options) {
  const auto wanted = options.text("table");
  Tables tables;
  if (!wanted) {
    if (const auto* table = named_as_budget(found)) return Tables{table};
    tables = all_with_budget(book, found);
    if (tables.size() == 1) return tables;
  } else {
    tables = named(book, found, *wanted);
    if (tables.size() == 1 || (!tables.empty() && folded(*wanted) == "all")) return tables;
    if (tables.empty()) {
      for (const auto& word : words_of(*wanted)) {
        const Tables more = named(book, found, word);
        if (more.size() != 1) return more.empty() ? refused(phrase::no_such_table, {word}) : which_table(book, found, more);
        if (std::ranges::find(tables, more.front()) == tables.end()) tables.push_back(more.front());
      }
      return tables;
    }
  }
  if (!tables.empty()) return which_table(book, found, tables);
  const auto empty = std::ranges::find_if(found.tables, is_empty_template);
  if (empty != found.tables.end()) return refused(phrase::nothing_budgeted, {workbook::address(book, empty->area)});
  return refused(phrase::no_budget_table);
}

Result<Tables> tables_near(const recognise::Recognition& found, const std::vector<Area>& areas) {
  Tables tables;
  for (const Area& area : areas) {
    const BudgetTable* table = nearest(found, area);
    if (!table) return refused(phrase::no_budget_table);
    tables.push_back(table);
  }
  return tables;
}

}  // namespace steward::plan
