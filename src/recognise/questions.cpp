#include <algorithm>
#include <map>
#include <set>

#include "recognise/doubts.hpp"
#include "recognise/draft.hpp"
#include "recognise/evidence.hpp"
#include "recognise/measures.hpp"
#include "recognise/spread_headers.hpp"
#include "recognise/totals.hpp"
#include "recognise/unsummed.hpp"
#include "words/phrases/doubts.gen.hpp"
#include "words/phrases/recognise.gen.hpp"
#include "words/phrases/recurring.gen.hpp"

namespace steward::recognise {
namespace {

// Whole numbers under a word that names no amount, beside columns that do.
bool may_be_code(const Draft& draft, const ColumnFacts& facts, const AmountColumn& column) {
  static constexpr std::initializer_list<Term> money = {
      Term::budget,   Term::revised,  Term::actual, Term::committed, Term::paid,       Term::collected,
      Term::estimate, Term::variance, Term::amount, Term::total,     Term::cumulative, Term::ideal,
      Term::expense,  Term::revenue,  Term::price,  Term::version,   Term::scenario,   Term::surcharge,
      Term::prior,    Term::current,  Term::subtotal};
  const auto tells = [&](const ColumnFacts& of) { return of.all.has_any(money) || of.period.has_value(); };
  const bool names_currency = !facts.path.empty() && unit_in(facts.path.back()).has_value();  // "Salaries ($)"
  if (tells(facts) || names_currency || !facts.all_integers || facts.formulas > 0 || !column.total || column.total->is_zero())
    return false;
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& of) { return of.is_amount() && tells(of); });
}

// "Total cost = start-up + rent × shows": rates and counts stand among the lines, and their sum says nothing.
bool multiplies_lines(const Draft& draft, const AmountColumn& column) {
  return std::ranges::any_of(draft.totals, [&](const TotalFacts& total) {
    if (total.evidence != Evidence::label || !draft.grid.has_formula(total.row, column.column)) return false;
    const VerticalFormula formula = vertical_formula(draft, total.row, column.column);
    return formula.multiplies && formula.column == column.column && formula.rows.size() >= 2;
  });
}

// A column of figures that nothing names and no total adds up may be anything.
bool is_unknown(const Draft& draft, const AmountColumn& column) {
  const ColumnFacts* facts = draft.column(column.column);
  if (facts->path.empty() && column.lines > 0 && multiplies_lines(draft, column)) return true;
  if (may_count_pieces(draft, column)) return true;
  if (column.stated_total || column.lines == 0 || column.is_derived) return false;
  return (facts->path.empty() && !is_added_up(draft, column)) || facts->is_price_or_sum ||
         may_be_code(draft, *facts, column) || tells_nothing_of_money(draft, column) ||
         may_be_shares_or_balance(draft, column);
}

// Another column of the table that says it holds amounts, and of which nothing is doubted.
bool has_certain_amounts(const Draft& draft, const AmountColumn& other_than) {
  return std::ranges::any_of(draft.table.columns, [&](const AmountColumn& column) {
    const ColumnFacts* facts = draft.column(column.column);
    const bool says_money = facts->all.has_any({Term::budget, Term::revised, Term::actual, Term::amount, Term::expense, Term::revenue, Term::estimate,
                                                Term::committed, Term::total});
    return column.column != other_than.column && column.lines > 0 && column.total && !column.question && says_money && !is_unknown(draft, column);
  });
}

// "Department | Budget total | Item | Cost": one figure stands again on every line of its group, under a header that calls it
// a total, beside amounts that differ from line to line.
bool repeats_group_total(const Draft& draft, const AmountColumn& column) {
  constexpr std::size_t fewest_lines = 12;
  const ColumnFacts* facts = draft.column(column.column);
  const auto& leaves = draft.table.leaves;
  if (!facts->own.has_any({Term::total, Term::grand_total}) || facts->formulas > 0 || column.made_of.size() > 0 || column.lines < fewest_lines)
    return false;
  std::size_t runs = 0;
  double last = 0;
  bool is_first = true;
  std::map<int, std::size_t> changes;  // of the other amount columns, from one line to the next
  for (std::size_t at = 0; at < leaves.size(); ++at) {
    if (!draft.grid.is_figure(leaves[at].row, column.column)) return false;
    const double value = draft.grid.value(leaves[at].row, column.column);
    runs += is_first || value != last;
    last = value;
    is_first = false;
    if (at == 0) continue;
    for (const auto& other : draft.columns)
      if (other.is_amount() && other.column != column.column && draft.grid.is_figure(leaves[at].row, other.column))
        changes[other.column] += draft.grid.value(leaves[at].row, other.column) != draft.grid.value(leaves[at - 1].row, other.column);
  }
  return runs * 3 <= leaves.size() && std::ranges::any_of(changes, [&](const auto& other) { return other.second >= runs * 2; });
}

// "Total = (C11+C14+C18)*C6" under days of work, beside a column of amounts that foots: the total is money and the lines are not.
bool is_valued_in_total(const Draft& draft, const AmountColumn& column) {
  if (!column.stated_total || column.foots.value_or(true) || !draft.grid.has_formula(column.stated_row, column.column)) return false;
  const ColumnFacts& facts = *draft.column(column.column);
  if (facts.own.has_any(amount_terms) || facts.own.has_any({Term::expense, Term::revenue}) || facts.period) return false;
  const VerticalFormula formula = vertical_formula(draft, column.stated_row, column.column);
  const auto foots = [](const AmountColumn& other) { return other.foots.value_or(false) && !other.total->is_zero(); };
  return formula.multiplies && formula.column == column.column && std::ranges::any_of(draft.table.columns, foots);
}

// Whole numbers beside amounts, a "Total" that is the sum of nothing, what no sum takes in: left out with a word, as the
// budget is elsewhere.
bool leave_out(const Draft& draft, AmountColumn& column) {
  const ColumnFacts* facts = draft.column(column.column);
  const bool is_valued = is_valued_in_total(draft, column);
  if ((column.stated_total && !is_valued) || column.is_derived || facts->path.empty()) return false;
  if (answer_to(draft, "column", draft.first(), column.column)) return false;
  const bool is_no_amount = !facts->is_price_or_sum && (may_be_code(draft, *facts, column) || is_total_of_nothing(draft, column)) && has_certain_amounts(draft, column);
  if (!is_valued && !is_no_amount && !is_unsummed_beside_amount(draft, column)) return false;
  column.role = AmountRole::other;
  column.total.reset();
  column.foots.reset();
  column.confidence = std::min(column.confidence, 0.5);
  column.notes.emplace_back(phrase::note_left_out, std::vector{letters_of(draft, column.column)});
  return true;
}

// Asks what a column holds, or does what was answered; whether it is a price, and no amount at all.
bool ask_role(Draft& draft, AmountColumn& column) {
  const auto answer = answer_to(draft, "column", draft.first(), column.column);
  if (!answer) {
    column.question = Question{QuestionKind::role,
                               question_key(draft, "column", draft.first(), column.column),
                               phrase::ask_column,
                               {letters_of(draft, column.column)},
                               {"budget", "actual", "price", "other"}};
    return false;
  }
  const auto role = read_keyword<AmountRole>(*answer);
  if (role) column.role = role.value();
  return folded(*answer) == "price" || *answer == "单价";
}

void ask_roles(Draft& draft) {
  for (AmountColumn& column : draft.table.columns) {
    if (!column.total || !repeats_group_total(draft, column)) continue;
    column.role = AmountRole::other;
    column.total.reset();
    column.foots.reset();
    column.notes.emplace_back(phrase::note_repeated_total, std::vector{letters_of(draft, column.column)});
  }
  std::set<const AmountColumn*> prices;
  for (AmountColumn& column : draft.table.columns)
    if (!leave_out(draft, column) && is_unknown(draft, column) && ask_role(draft, column)) prices.insert(&column);
  std::vector<AmountColumn> kept;
  for (AmountColumn& column : draft.table.columns)
    if (!prices.contains(&column)) kept.push_back(std::move(column));
  draft.table.columns = std::move(kept);
}

// Months over merged cells that hold an amount in each part: the headers belong to other columns.
void ask_periods(Draft& draft) {
  const auto spread = spread_headers(draft);
  if (!spread || answer_to(draft, "periods", draft.block.area.top, spread->first)) return;
  for (AmountColumn& column : draft.table.columns) {
    if (column.column < spread->first || column.column >= std::max(spread->last + 1, spread->first + spread->run))
      continue;
    column.question = Question{QuestionKind::header,
                               question_key(draft, "periods", draft.block.area.top, spread->first),
                               phrase::ask_periods,
                               {letters_of(draft, spread->first), letters_of(draft, spread->last)},
                               {"in order"}};
  }
}

// "Monthly" over the only budget: a twelfth of the year, or the year under a careless name.
void ask_each_month(Draft& draft) {
  static constexpr std::string_view words[] = {"monthly", "per month", "each month", "a month",  "monthly amount", "monthly cost",
                                               "月度",    "每月",      "月均",       "monatlich", "pro monat",      "mensuel",
                                               "par mois", "mensual",  "al mes",     "por mes"};
  const auto is_budget = [](const AmountColumn& column) { return column.role == AmountRole::budget && !column.is_derived; };
  if (std::ranges::count_if(draft.table.columns, is_budget) != 1) return;
  AmountColumn& column = *std::ranges::find_if(draft.table.columns, is_budget);
  const std::string header = folded(column.header);
  if (column.period || column.question || std::ranges::find(words, header) == std::end(words)) return;
  if (answer_to(draft, "year", draft.first(), column.column)) return;
  column.question = Question{QuestionKind::header,
                             question_key(draft, "year", draft.first(), column.column),
                             phrase::ask_each_month,
                             {letters_of(draft, column.column), column.header},
                             {"yes"}};
}

void ask_rows(Draft& draft) {
  const bool foots =
      std::ranges::any_of(draft.table.columns, [](const auto& column) { return column.foots.value_or(false); });
  for (AmountColumn& column : draft.table.columns) {
    if (column.question) continue;
    if (!draft.suspects.empty() && !foots) {
      column.question = Question{QuestionKind::subtotals,
                                 question_key(draft, "subtotals", draft.suspects.front(), draft.block.area.left),
                                 phrase::ask_subtotals,
                                 {row_numbers(draft.suspects)},
                                 {"yes", "no"}};
    } else if (!draft.below_total.empty()) {
      column.question = Question{QuestionKind::subtotals,
                                 question_key(draft, "below", draft.closing_row, draft.block.area.left),
                                 phrase::ask_below_total,
                                 {row_numbers(draft.below_total), std::to_string(draft.closing_row + 1)},
                                 {"yes", "no"}};
    }
  }
}

// An amount as text of which nobody can say whether its mark is one of decimals.
void ask_marks(Draft& draft) {
  for (AmountColumn& column : draft.table.columns) {
    const ColumnFacts* facts = draft.column(column.column);
    if (column.question || facts->text_amounts == 0 || facts->is_mark_answered || column.mark != intake::DecimalMark::unknown ||
        facts->figures > facts->text_amounts)
      continue;
    for (const Leaf& leaf : draft.table.leaves) {
      if (draft.grid.kind(leaf.row, column.column) != Kind::text_amount) continue;
      const auto text = draft.grid.text(leaf.row, column.column);
      const auto amount = intake::read_amount(text);
      if (!amount || !amount->is_ambiguous || text.find('.') == std::string_view::npos) continue;
      column.question = Question{QuestionKind::unit,
                                 question_key(draft, "mark", leaf.row, column.column),
                                 phrase::ask_decimal_mark,
                                 {std::string(text), cell_name(draft, leaf.row, column.column)},
                                 {"decimal", "thousands"}};
      break;
    }
  }
}

}  // namespace

std::string row_numbers(const std::vector<int>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size() && i < 8; ++i) text += (i == 0 ? "" : ", ") + std::to_string(rows[i] + 1);
  return rows.size() > 8 ? text + ", …" : text;
}

void ask_questions(Draft& draft) {
  ask_roles(draft);
  ask_periods(draft);
  ask_each_month(draft);
  ask_rows(draft);
  ask_marks(draft);
  ask_doubts(draft);
  for (AmountColumn& column : draft.table.columns) {
    const ColumnFacts* facts = draft.column(column.column);
    const ColumnFacts* first = facts->derivation == Derivation::sum && !facts->sources.empty() ? draft.column(facts->sources.front()) : nullptr;
    if (facts->is_running || (first && first->is_running)) {
      column.total.reset();
      column.foots.reset();
      column.notes.emplace_back(phrase::note_running, std::vector<std::string>{});
    }
    if (column.question) {
      column.total.reset();
      column.foots.reset();
      column.confidence = std::min(column.confidence, 0.4);
    }
  }
}

}  // namespace steward::recognise
