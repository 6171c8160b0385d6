#include "recognise/doubts.hpp"

#include <algorithm>
#include <cmath>

#include "recognise/measures.hpp"
#include "recognise/totals.hpp"
#include "words/phrases/doubts.gen.hpp"

namespace steward::recognise {
namespace {

constexpr int most_rows = 5000;  // beyond that a table is a list, not a calculation

// "Cost / hour", "hourly rate": what nobody adds up.
bool is_per_hour(std::string_view header) {
  static constexpr std::string_view words[] = {"/hour", "/ hour", "/h", "/ h", "per hour", "hourly", "pro stunde", "/stunde", "par heure", "/heure", "por hora",
                                               "/hora", "每小时", "/小时"};
  const std::string text = folded(header);
  return std::ranges::any_of(words, [&](std::string_view word) {
    const auto at = text.find(word);
    const bool is_short = word.ends_with("/h") || word.ends_with(" h");
    return at != std::string::npos && (!is_short || at + word.size() == text.size() || text[at + word.size()] == ')');
  });
}

bool is_line(const Draft& draft, int row) {
  return row >= draft.first() && row <= draft.last() && draft.row(row) == RowKind::leaf;
}

// "Total staff cost = months × salary" is a total by its name only.
bool is_line_or_total(const Draft& draft, int row) {
  return draft.row(row) == RowKind::leaf || draft.row(row) == RowKind::total;
}

// A line that multiplies two other lines of its column: users × share that buys, or divides one by the other.
std::optional<std::pair<int, int>> multiplied_lines(const Draft& draft, int column) {
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most_rows); ++row) {
    if (!is_line_or_total(draft, row) || !draft.grid.has_formula(row, column)) continue;
    const VerticalFormula formula = vertical_formula(draft, row, column);
    if (!formula.multiplies || formula.sums || formula.column != column) continue;
    std::vector<int> factors;
    for (const auto& [top, bottom] : formula.rows)
      if (top == bottom && top != row && is_line(draft, top) && draft.grid.is_figure(top, column)) factors.push_back(top);
    if (factors.size() >= 2) return std::pair{factors.front(), factors[1]};
  }
  return std::nullopt;
}

// A line that is another one of the same column taken more than once: pieces × price, a month × 12. A share of another line,
// or that line and a markup, is money like it.
std::optional<std::pair<int, int>> multiple_of_line(const Draft& draft, int column) {
  constexpr double least = 2;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most_rows); ++row) {
    if (!is_line_or_total(draft, row) || !draft.grid.has_formula(row, column) || !draft.grid.is_figure(row, column)) continue;
    const VerticalFormula formula = vertical_formula(draft, row, column);
    if (!formula.multiplies || formula.sums || formula.subtracts || formula.column != column || formula.rows.size() != 1) continue;
    const auto [top, bottom] = formula.rows.front();
    if (top != bottom || top == row || !is_line(draft, top) || !draft.grid.is_figure(top, column)) continue;
    const double base = std::abs(draft.grid.value(top, column));
    if (base > 0 && std::abs(draft.grid.value(row, column)) >= least * base) return std::pair{std::min(top, row), std::max(top, row)};
  }
  return std::nullopt;
}

// "Conversion rate: 0.15" among amounts that are all greater than one.
std::optional<std::pair<int, int>> rate_among_amounts(const Draft& draft, const AmountColumn& column) {
  int rate = -1, other = -1;
  for (const Leaf& leaf : draft.table.leaves) {
    if (!counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column)) continue;
    const double value = std::abs(draft.grid.value(leaf.row, column.column));
    const bool is_share = value > 0 && value <= 1 && terms_by_place(label_of(draft, leaf.row)).edges.has(Term::percent);
    if (is_share && rate < 0) rate = leaf.row;
    if (!is_share && value > 1) other = leaf.row;
    if (!is_share && value > 0 && value <= 1) return std::nullopt;
  }
  if (rate < 0 || other < 0) return std::nullopt;
  return std::pair{std::min(rate, other), std::max(rate, other)};
}

// A line that only repeats the line below it: the head of a group with one member.
std::optional<std::pair<int, int>> repeated_line(const Draft& draft, int column) {
  for (int row = draft.first(); row < std::min(draft.last(), draft.first() + most_rows); ++row) {
    if (draft.row(row) != RowKind::leaf || !draft.grid.is_figure(row, column) || !draft.grid.has_formula(row, column)) continue;
    const VerticalFormula formula = vertical_formula(draft, row, column);
    const bool repeats = formula.is_sum() && formula.column == column && formula.rows == std::vector<Stretch>{{row + 1, row + 1}};
    if (repeats && is_line(draft, row + 1) && same_amount(draft.grid.value(row, column), draft.grid.value(row + 1, column)))
      return std::pair{row, row + 1};
  }
  return std::nullopt;
}

// "=B9*C9" is reckoned where it stands, and taken from nowhere.
bool reads_its_row(const Draft& draft, int row, int column) {
  const auto areas = workbook::references(draft.grid.formula(row, column), draft.grid.sheet(), draft.grid.snapshot());
  return areas.empty() || std::ranges::any_of(areas, [&](const workbook::Area& area) {
           return area.sheet == draft.grid.sheet() && area.top <= row && row <= area.bottom;
         });
}

// A figure taken from elsewhere that comes to what the lines right above it do, where no total says that it is a line.
std::optional<int> hidden_subtotal(const Draft& draft, const AmountColumn& column) {
  constexpr std::size_t most_above = 200;
  const auto& leaves = draft.table.leaves;
  for (std::size_t at = 2; at < std::min<std::size_t>(leaves.size(), most_rows); ++at) {
    const int row = leaves[at].row;
    if (!counts(column, leaves[at]) || !draft.grid.is_figure(row, column.column) || !draft.grid.has_formula(row, column.column)) continue;
    if (!vertical_formula(draft, row, column.column).rows.empty() || reads_its_row(draft, row, column.column)) continue;
    const double value = draft.grid.value(row, column.column);
    double sum = 0;
    int figures = 0;
    for (std::size_t above = at; value != 0 && above-- > 0 && at - above <= most_above;) {
      if (!counts(column, leaves[above]) || !draft.grid.is_figure(leaves[above].row, column.column)) continue;
      const double addend = draft.grid.value(leaves[above].row, column.column);
      sum += addend;
      figures += addend != 0;
      if (figures >= 2 && same_amount(sum, value)) return row;
    }
  }
  return std::nullopt;
}

// "Option | Year 1": rows of which one will be chosen. "Option 1" names all its rows.
const ColumnFacts* alternatives(const Draft& draft, const AmountColumn& column) {
  if (column.stated_total || column.slice >= 0 || column.lines < 2) return nullptr;
  for (const auto& facts : draft.columns)
    if (facts.kind == ColumnKind::dimension && facts.words >= 2 && facts.own.has(Term::scenario) &&
        facts.path.back().find_first_of("0123456789") == std::string::npos)
      return &facts;
  return nullptr;
}

// Two rows that both say "Grand total", over lines that have nothing in common, and no total over both.
std::optional<std::pair<int, int>> closed_tables(const Draft& draft, const AmountColumn& column) {
  const TotalFacts* first = nullptr;
  for (const TotalFacts& total : draft.totals) {
    const bool closes = total.covers_by_formula && !total.covers.empty() && terms_of_whole(total.label).has(Term::grand_total) &&
                        draft.grid.is_figure(total.row, column.column);
    if (!closes) continue;
    if (first && total.covers.front().first > first->covers.back().second) return std::pair{first->row, total.row};
    first = &total;
  }
  return std::nullopt;
}

// The column of which this one mostly states sums, where it holds lines of its own as well: details stand one column aside.
std::optional<int> summed_aside(const Draft& draft, const AmountColumn& column) {
  constexpr int fewest_sums = 3;
  int sums = 0, of = -1;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most_rows); ++row) {
    if (!draft.grid.has_formula(row, column.column)) continue;
    const VerticalFormula formula = vertical_formula(draft, row, column.column);
    if (!formula.is_sum() || !formula.sums || formula.column == column.column) continue;
    const ColumnFacts* summed = draft.column(formula.column);
    if (!summed || !summed->is_amount() || (of >= 0 && of != formula.column)) continue;
    of = formula.column;
    ++sums;
  }
  return sums >= fewest_sums && column.lines > 0 ? std::optional(of) : std::nullopt;
}

// A sum over several columns, one of which is read as names though it holds figures there: income of two earners.
std::optional<std::pair<workbook::Position, int>> left_out(const Draft& draft) {
  const Grid& grid = draft.grid;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most_rows); ++row) {
    for (const auto& at : draft.columns) {
      const auto formula = grid.formula(row, at.column);
      if (!formula.starts_with("=SUM(")) continue;
      for (const auto& area : workbook::references(formula, grid.sheet(), grid.snapshot())) {
        if (area.sheet != grid.sheet() || area.left == area.right || area.rows() < 2 || area.rows() > most_rows) continue;
        int dropped = -1;
        bool adds_amounts = false;
        for (int column = area.left; column <= area.right; ++column) {
          const ColumnFacts* facts = draft.column(column);
          if (!facts) continue;
          adds_amounts |= facts->is_amount();
          if (facts->kind != ColumnKind::dimension && facts->kind != ColumnKind::blank) continue;
          for (int line = area.top; line <= area.bottom && dropped < 0; ++line)
            if (is_line(draft, line) && grid.is_figure(line, column)) dropped = column;
        }
        if (adds_amounts && dropped >= 0) return std::pair{workbook::Position{grid.sheet(), row, at.column}, dropped};
      }
    }
  }
  return std::nullopt;
}

std::string row_name(int row) {
  return std::to_string(row + 1);
}

void ask_of_column(Draft& draft, AmountColumn& column) {
  auto pair = multiplied_lines(draft, column.column);
  if (!pair) pair = multiple_of_line(draft, column.column);
  if (!pair) pair = rate_among_amounts(draft, column);
  if (pair) {
    ask_whether(draft, column, "unlike", pair->first, phrase::ask_unlike_rows,
                {row_name(pair->first), row_name(pair->second), letters_of(draft, column.column)});
    return;
  }
  if (const auto repeated = repeated_line(draft, column.column)) {
    ask_whether(draft, column, "repeated", repeated->first, phrase::ask_repeated_line,
                {row_name(repeated->first), row_name(repeated->second), letters_of(draft, column.column)});
    return;
  }
  if (const auto row = hidden_subtotal(draft, column)) {
    ask_whether(draft, column, "hidden subtotal", *row, phrase::ask_hidden_subtotal, {row_name(*row)});
    return;
  }
  if (const auto* options = alternatives(draft, column)) {
    ask_whether(draft, column, "alternatives", draft.first(), phrase::ask_alternatives, {options->path.back()});
    return;
  }
  if (draft.column(column.column)->own.has(Term::cumulative)) return;
  if (const auto aside = summed_aside(draft, column)) {
    ask_whether(draft, column, "aside", draft.first(), phrase::ask_summed_aside,
                {letters_of(draft, column.column), letters_of(draft, *aside)});
    return;
  }
  if (const auto closed = closed_tables(draft, column))
    ask_whether(draft, column, "closed", closed->first, phrase::ask_closed_tables, {row_name(closed->first), row_name(closed->second)});
}

}  // namespace

bool names_entries(std::string_view header) {
  static constexpr std::string_view words[] = {"debit", "debits", "credit", "credits", "withdrawal", "withdrawals", "deposit", "deposits", "soll", "haben",
                                               "debe",  "haber",  "cargo",  "abono",   "depense",    "recette",     "借方",    "贷方",
                                               "tax",   "taxes",  "vat",    "mwst",    "tva",     "iva",      "salary",     "salaries",    "wage",    "wages",
                                               "pay",   "fee",    "fees",   "gehalt",  "lohn",    "salaire",  "salario",    "税",          "税金",    "工资"};
  const std::string text = plain(header);
  return std::ranges::any_of(words, [&](std::string_view word) { return text == word || text.starts_with(std::string(word) + " "); });
}

bool tells_nothing_of_money(const Draft& draft, const AmountColumn& column) {
  static constexpr std::initializer_list<Term> money = {Term::expense, Term::revenue, Term::price,    Term::version,
                                                        Term::prior,   Term::current, Term::scenario, Term::surcharge};
  const ColumnFacts* facts = draft.column(column.column);
  const auto tells = [](const Terms& terms) { return terms.has_any(amount_terms) || terms.has_any(money); };
  if (facts->path.empty() || names_entries(facts->path.back()) || tells(facts->all) || facts->period || column.stated_total || !column.unit.empty()) return false;
  if (facts->formulas > 0 || facts->derivation != Derivation::none || column.lines == 0) return false;
  const auto adds_it = [&](const AmountColumn& of) { return std::ranges::find(of.made_of, column.column) != of.made_of.end(); };
  if (std::ranges::any_of(draft.table.columns, adds_it)) return false;
  // Under a title of money whole numbers may still be distances or pieces, where no header says which of them are amounts.
  const auto says_money = [&](const ColumnFacts& of) { return of.is_amount() && (tells(of.all) || of.period || of.derivation != Derivation::none); };
  const auto names_money = [&](const ColumnFacts& of) { return !of.is_amount() && tells(of.all); };
  const bool may_count = facts->all_integers && std::ranges::none_of(draft.columns, says_money) && std::ranges::none_of(draft.columns, names_money) && draft.table.totals.empty() &&
                         draft.table.slices.size() <= 1;
  if (column.nature && !may_count) return false;
  if (!may_count && (tells(terms_in(draft.block.title)) || tells(terms_in(draft.grid.cells().name())))) return false;
  return std::ranges::none_of(draft.totals, [&](const TotalFacts& total) {
    return total.is_proven && total.evidence == Evidence::formula && draft.grid.is_figure(total.row, column.column);
  });
}

bool may_count_pieces(const Draft& draft, const AmountColumn& column) {
  constexpr double most = 100;
  static constexpr std::initializer_list<Term> money = {Term::expense, Term::revenue, Term::price, Term::version, Term::scenario, Term::surcharge, Term::subtotal};
  const ColumnFacts& facts = *draft.column(column.column);
  const auto tells = [](const Terms& terms) { return terms.has_any(amount_terms) || terms.has_any(money); };
  if (!column.stated_total || facts.path.empty() || tells(facts.all) || facts.period || !column.unit.empty() || column.nature || !facts.all_integers) return false;
  const auto says_money = [&](const ColumnFacts& of) { return tells(of.all) || of.period; };
  if (std::ranges::any_of(draft.columns, says_money) || tells(terms_in(draft.block.title)) || tells(terms_in(draft.grid.cells().name()))) return false;
  return std::ranges::all_of(draft.table.leaves, [&](const Leaf& leaf) {
    const bool is_typed = !draft.grid.has_formula(leaf.row, column.column);
    return !draft.grid.is_figure(leaf.row, column.column) || (is_typed && std::abs(draft.grid.value(leaf.row, column.column)) < most);
  });
}

bool may_be_shares_or_balance(const Draft& draft, const AmountColumn& column) {
  const ColumnFacts* facts = draft.column(column.column);
  if (!column.stated_total && !facts->path.empty() && is_per_hour(facts->path.back()) && column.lines >= 2) return true;
  if (column.stated_total || !column.total || facts->formulas > 0 || facts->derivation != Derivation::none || facts->period) return false;
  constexpr std::size_t fewest_shares = 4;
  double sum = 0;
  for (const Leaf& leaf : draft.table.leaves)
    if (counts(column, leaf) && draft.grid.is_figure(leaf.row, column.column)) sum += draft.grid.value(leaf.row, column.column);
  const bool is_whole = std::abs(sum - 100) < 0.03 || std::abs(sum - 1) < 0.0003;
  if (is_whole && !facts->all_integers && column.unit.empty() && column.lines >= fewest_shares) return true;
  return is_total_of_nothing(draft, column);
}

bool is_total_of_nothing(const Draft& draft, const AmountColumn& column) {
  constexpr std::size_t fewest_lines = 4;
  const ColumnFacts* facts = draft.column(column.column);
  if (column.stated_total || facts->formulas > 0 || facts->derivation != Derivation::none || facts->period) return false;
  const bool says_total_only = facts->own.has(Term::total) && !facts->own.has_any({Term::amount, Term::budget, Term::price, Term::expense, Term::revenue}) &&
                               !facts->own.has_any(role_terms);
  return says_total_only && column.lines >= fewest_lines && std::ranges::any_of(draft.columns, [&](const ColumnFacts& other) {
    return &other != facts && other.is_amount() && other.own.has(Term::amount) && other.figures > 0;
  });
}

bool ask_whether(Draft& draft, AmountColumn& column, std::string_view kind, int row, Phrase sentence, std::vector<std::string> blanks) {
  if (const auto answer = answer_to(draft, kind, row, column.column)) {
    if (says_yes(*answer)) return false;
    column.role = AmountRole::other;
    column.total.reset();
    column.foots.reset();
    return true;
  }
  column.question =
      Question{QuestionKind::subtotals, question_key(draft, kind, row, column.column), sentence, std::move(blanks), {"yes", "no"}};
  return true;
}

void ask_doubts(Draft& draft) {
  for (AmountColumn& column : draft.table.columns)
    if (!column.question && column.total && !column.foots.value_or(false) && !column.is_derived) ask_of_column(draft, column);
  const auto dropped = left_out(draft);
  if (!dropped) return;
  const auto& [at, names] = *dropped;
  for (AmountColumn& column : draft.table.columns) {
    if (column.question || !column.total || column.foots.value_or(false)) continue;
    ask_whether(draft, column, "left out", at.row, phrase::ask_left_out, {cell_name(draft, at.row, at.column), letters_of(draft, names)});
  }
}

}  // namespace steward::recognise
