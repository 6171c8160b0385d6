#include "recognise/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ascii.hpp"
#include "recognise/balances.hpp"
#include "recognise/derivation.hpp"
#include "recognise/doubts.hpp"
#include "recognise/gathering.hpp"
#include "recognise/measures.hpp"
#include "words/phrases/evidence.gen.hpp"

namespace steward::recognise {
namespace {

// Words that mean money whatever the figures look like, and those that are said of hours, pieces and marks as well.
constexpr std::initializer_list<Term> certain_terms = {Term::budget, Term::amount, Term::expense, Term::revenue, Term::paid, Term::collected, Term::surcharge, Term::committed};
constexpr std::initializer_list<Term> likely_terms = {Term::revised, Term::actual, Term::estimate, Term::variance, Term::cumulative, Term::ideal,
                                                      Term::version, Term::prior,  Term::current,  Term::scenario, Term::total,    Term::subtotal};

// What is said of plans, but of no total of anything.
constexpr std::initializer_list<Term> stage_terms = {Term::revised, Term::actual, Term::estimate, Term::variance, Term::ideal,
                                                     Term::version, Term::prior,  Term::current,  Term::scenario};

constexpr std::size_t most_lines = 5000;  // of more it is a list that a program wrote
constexpr int most_looked_at = 200;

// "Value" says no more than "figure": of money only where something else does.
bool is_bare_value(const ColumnFacts& facts) {
  static constexpr std::string_view words[] = {"value", "values", "wert", "werte", "valeur", "valeurs", "valor", "valores", "sum", "sums", "数值", "值"};
  return facts.path.size() == 1 && std::ranges::find(words, plain(facts.path.back())) != std::end(words);
}

// "Valor hora", "€/U", "Coste por unidad [EURO/M2]": what one of something costs, whatever else the header says.
bool is_per_unit(const ColumnFacts& facts) {
  static constexpr std::string_view words[] = {"hour", "hora", "heure", "stunde", "unidad", "unidade", "unitat", "unitario", "unitaria", "unite", "unitaire", "stuck", "piece",
                                               "person", "persona", "personne", "pezzo", "m2", "m3", "kg", "ud", "und", "uds", "per unit", "each"};
  static constexpr std::string_view signs[] = {"/u", "/h", "/m2", "/m3", "/m²", "/m³", "/kg", "/ud", "/und", "/un", "/unit", "/pc", "/stk"};
  if (facts.path.empty()) return false;
  const std::string header = folded(facts.path.back()), text = " " + plain(facts.path.back());
  const auto ends = [&](std::string_view word) { return text.ends_with(" " + std::string(word)); };
  const auto stands = [&](std::string_view sign) {
    const auto at = header.find(sign);
    const auto next = at == std::string::npos ? at : at + sign.size();
    return at != std::string::npos && (next == header.size() || !is_letter(header[next]));
  };
  return std::ranges::any_of(words, ends) || std::ranges::any_of(signs, stands);
}

// "Price / year" is what the year costs.
bool is_by_year(const ColumnFacts& facts) {
  static constexpr std::string_view words[] = {"an", "annee", "year", "yr", "annum", "jahr", "ano", "anno", "jaar"};
  const std::string text = facts.path.empty() ? std::string() : " " + plain(facts.path.back());
  return text.ends_with("每年") || std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(" " + std::string(word)); });
}

// What speaks for a column of figures as money, and what against it.
// What heads the keys of a ledger: figures beside accounts and cost centres are money, as long as nothing says other.
bool heads_accounts(const ColumnFacts& facts) {
  static constexpr std::string_view words[] = {"account", "accounts", "cost centre", "cost center", "budget line", "konto",      "kostenstelle", "compte",   "centre de cout",
                                               "cuenta",  "partida",  "conta",       "conto",       "rekening",    "成本中心"};
  if (facts.path.empty() || facts.kind != ColumnKind::dimension) return false;
  const std::string text = " " + plain(facts.path.back()) + " ";
  return facts.own.has(Term::department) || facts.path.back().find("科目") != std::string::npos ||
         std::ranges::any_of(words, [&](std::string_view word) { return text.find(" " + std::string(word) + " ") != std::string::npos; });
}

class Vouching {
 public:
  explicit Vouching(const Draft& draft) : draft_(draft), speaks_of_money_(speaks()), has_large_(has_large_amounts()), has_names_(names_lines()) {}

  bool vouches_for(const AmountColumn& column) const {
    const ColumnFacts& facts = *draft_.column(column.column);
    if (is_said(column) || column.total->is_zero()) return true;
    if (is_remainder(column)) return false;
    const bool is_unit = is_unit_price(facts) && facts.derivation == Derivation::none && !is_by_year(facts);
    if (!is_unit && is_named(column, facts)) return true;
    const bool is_stated = column.stated_total || (draft_.table.leaves.size() <= most_lines && recognise::is_added_up(draft_, column));
    if (is_unit && !is_stated && !are_single_pieces()) return false;
    if (is_unit && is_named(column, facts)) return true;
    if (facts.all.has(Term::quantity)) return has_cents(column);
    if (facts.period && has_names_ && has_large_ && has_several_periods()) return !states_worth(column);
    if (counts_up(column) && !facts.all.has_any(stage_terms)) return false;
    const bool is_likely = facts.all.has_any(likely_terms) || facts.own.has(Term::price) || column.nature || goes_into_total(column);
    if (!has_large_ && holds_small_counts(column)) return (facts.period && (is_titled() || column.foots.value_or(false))) || (column.foots.value_or(false) && speaks_of_money_ && is_likely);
    // "Total confirmed": of cases, where nothing speaks of money.
    const bool is_any_total = !is_stated && !speaks_of_money_ && !column.nature && !facts.all.has_any(stage_terms) && !facts.own.has(Term::price);
    if (is_any_total && !has_cents(column)) return false;
    if (is_stated || is_likely) return !states_worth(column) && (!holds_small_counts(column) || facts.period || is_likely);
    return speaks_of_money_ && (facts.period || facts.derivation != Derivation::none);
  }

 private:
  // Named as the budget, or answered to a doubt about its lines that they are to be added up.
  bool is_said(const AmountColumn& column) const {
    const int sheet = draft_.grid.sheet();
    const auto of_column = [&](const ColumnChoice& choice) {
      return choice.sheet == sheet && choice.column == column.column && (choice.is_amount || choice.role || choice.nature);
    };
    if (std::ranges::any_of(draft_.options.columns, of_column)) return true;
    return std::ranges::any_of(draft_.options.answers, [&](const auto& answer) {
      const auto mark = answer.first.find('@');
      if (mark == std::string::npos || answer.first.starts_with(for_all) || answer.first.starts_with("column@") || !says_yes(answer.second)) return false;
      const auto areas = workbook::references("=" + answer.first.substr(mark + 1), sheet, draft_.grid.snapshot());
      return std::ranges::any_of(areas, [&](const workbook::Area& area) {
        return area.sheet == sheet && area.left == column.column && draft_.block.area.top <= area.top && area.top <= draft_.last();
      });
    });
  }

  bool is_named(const AmountColumn& column, const ColumnFacts& facts) const {
    const bool is_of_slice = column.slice >= 0 && draft_.table.slices[static_cast<std::size_t>(column.slice)].role.has_value();
    if (!facts.all.has_any(certain_terms) && !names_entries(facts) && !has_currency(column) && !is_of_slice) return false;
    return speaks_of_money_ || has_names_ || !is_bare_value(facts);
  }
  bool names_entries(const ColumnFacts& facts) const { return !facts.path.empty() && recognise::names_entries(facts.path.back()); }
  bool has_currency(const AmountColumn& column) const {
    if (!column.unit.empty()) return true;
    int money = 0, looked = 0;
    for (const Leaf& leaf : draft_.table.leaves) {
      if (!counts(column, leaf) || !draft_.grid.is_figure(leaf.row, column.column)) continue;
      money += draft_.grid.cells().at(leaf.row, column.column).format == workbook::Format::currency;
      if (++looked >= most_looked_at) break;
    }
    return money * 2 > looked;
  }
  bool is_unit_price(const ColumnFacts& facts) const { return is_per_unit(facts) || (facts.own.has(Term::price) && !facts.own.has_any({Term::amount, Term::total, Term::budget, Term::expense})); }
  bool goes_into_total(const AmountColumn& column) const {
    return std::ranges::any_of(draft_.table.columns, [&](const AmountColumn& of) {
      const Terms& terms = draft_.column(of.column)->all;
      return std::ranges::find(of.made_of, column.column) != of.made_of.end() && (terms.has_any(certain_terms) || (terms.has(Term::total) && speaks_of_money_));
    });
  }

  // Days, under what they cost.
  bool states_worth(const AmountColumn& column) const {
    constexpr double least = 5;
    if (!column.stated_total || column.foots.value_or(true) || !holds_small_counts(column)) return false;
    const int decimals = draft_.options.decimals;
    return std::abs(column.stated_total->amount(decimals)) > std::abs(column.total->amount(decimals)) * least;
  }

  // "Left = income - expenses": every figure sets off totals that stand in other rows and columns.
  bool is_remainder(const AmountColumn& column) const {
    const Grid& grid = draft_.grid;
    if (column.role == AmountRole::variance || column.stated_total) return false;
    return std::ranges::all_of(draft_.table.leaves, [&](const Leaf& leaf) {
      if (!counts(column, leaf) || !grid.is_figure(leaf.row, column.column)) return true;
      const auto formula = grid.formula(leaf.row, column.column);
      const FormulaShape shape = shape_of(formula);
      if (formula.empty() || !shape.subtracts || shape.multiplies) return false;
      const auto areas = workbook::references(formula, grid.sheet(), grid.snapshot());
      const auto is_apart = [&](const workbook::Area& area) { return area.sheet == grid.sheet() && area.left != column.column && !(area.top <= leaf.row && leaf.row <= area.bottom); };
      return std::ranges::count_if(areas, is_apart) >= 2;
    });
  }

  // Days of the month down the side, and a few figures below them.
  bool counts_up(const AmountColumn& column) const {
    int last = 0, steps = 0, lines = 0;
    for (const Leaf& leaf : draft_.table.leaves) {
      if (!counts(column, leaf) || !draft_.grid.is_figure(leaf.row, column.column)) continue;
      const double value = draft_.grid.value(leaf.row, column.column);
      steps += lines > 0 && value == last + 1;
      last = value == std::floor(value) && std::abs(value) < 1000 ? static_cast<int>(value) : -1000;
      ++lines;
    }
    return lines >= 8 && steps * 3 >= lines * 2;
  }

  // A price beside pieces of which there is one each.
  bool are_single_pieces() const {
    return std::ranges::any_of(draft_.columns, [&](const ColumnFacts& facts) {
      if (facts.kind != ColumnKind::quantity || facts.figures == 0) return false;
      return std::ranges::all_of(draft_.table.leaves, [&](const Leaf& leaf) { return !draft_.grid.is_figure(leaf.row, facts.column) || draft_.grid.value(leaf.row, facts.column) == 1; });
    });
  }

  bool holds_small_counts(const AmountColumn& column) const {
    constexpr double most = 100;
    return std::ranges::all_of(draft_.table.leaves, [&](const Leaf& leaf) {
      if (!counts(column, leaf) || !draft_.grid.is_figure(leaf.row, column.column)) return true;
      const double value = std::abs(draft_.grid.value(leaf.row, column.column));
      return value < most && value == std::floor(value);
    });
  }

  bool has_cents(const AmountColumn& column) const {
    return std::ranges::any_of(draft_.table.leaves, [&](const Leaf& leaf) {
      if (!counts(column, leaf) || !draft_.grid.is_figure(leaf.row, column.column)) return false;
      const double cents = std::abs(draft_.grid.value(leaf.row, column.column)) * 100;
      return same_amount(cents, std::nearbyint(cents)) && std::fmod(std::nearbyint(cents), 10) != 0;
    });
  }

  // A month in which little was spent says nothing: the other columns speak for it.
  bool has_large_amounts() const {
    return std::ranges::any_of(draft_.table.columns, [&](const AmountColumn& column) {
      const ColumnFacts& facts = *draft_.column(column.column);
      const bool says = facts.period || facts.all.has_any(certain_terms) || facts.all.has_any(likely_terms) || column.stated_total;
      return column.lines > 0 && says && !holds_small_counts(column);
    });
  }

  // Named lines by months is how a budget is laid out.
  bool has_several_periods() const {
    constexpr int several = 3;
    return std::ranges::count_if(draft_.table.columns, [&](const AmountColumn& column) { return draft_.column(column.column)->period.has_value(); }) >= several;
  }

  // A list of dates and figures may be a series of anything.
  bool names_lines() const {
    return std::ranges::any_of(draft_.columns, [](const ColumnFacts& facts) { return facts.kind == ColumnKind::dimension && facts.words > 0; });
  }

  // Title, name of the sheet, headers and labels: whether any of them says that this is about money.
  bool is_titled() const {
    return terms_in(draft_.block.title).has_any(certain_terms) || terms_in(draft_.grid.cells().name()).has_any(certain_terms) ||
           std::ranges::any_of(draft_.columns, heads_accounts);
  }

  bool speaks() const {
    const auto tells = [](const Terms& terms) { return terms.has_any(certain_terms); };
    if (is_titled()) return true;
    for (const ColumnFacts& facts : draft_.columns)
      if (facts.kind != ColumnKind::remark && !is_bare_value(facts) && (tells(facts.all) || facts.all.has(Term::price))) return true;
    for (const AmountColumn& column : draft_.table.columns)
      if (has_currency(column)) return true;
    for (int row = draft_.first(); row <= std::min(draft_.last(), draft_.first() + most_looked_at); ++row)
      if (tells(terms_in(label_of(draft_, row)))) return true;
    return false;
  }

  const Draft& draft_;
  bool speaks_of_money_;
  bool has_large_, has_names_;
};

}  // namespace

bool is_added_up(const Draft& draft, const AmountColumn& column) {
  std::size_t covered = 0;
  const bool has_total = std::ranges::any_of(draft.totals, [&](const TotalFacts& total) {
    return total.is_proven && total.evidence == Evidence::formula && draft.grid.is_figure(total.row, column.column);
  });
  const auto balances = has_total ? balances_of(draft) : std::vector<Balance>();
  for (std::size_t i = 0; i < draft.table.leaves.size(); ++i) {
    const Leaf& leaf = draft.table.leaves[i];
    if (!counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column)) continue;
    const bool in_balance = std::ranges::any_of(balances, [&](const Balance& balance) { return balance.sides[i] != 0; });
    covered += in_balance || std::ranges::any_of(draft.totals, [&](const TotalFacts& total) {
      return total.is_proven && draft.grid.is_figure(total.row, column.column) &&
             std::ranges::any_of(total.covers, [&](const Stretch& s) { return s.first <= leaf.row && leaf.row <= s.second; });
    });
  }
  return covered > 0 && covered == column.lines;
}

void ask_evidence(Draft& draft) {
  if (draft.options.area || draft.table.is_named_budget) return;  // somebody has said what the table is
  const Vouching vouching(draft);
  std::vector<AmountColumn*> columns;
  std::string letters;
  for (AmountColumn& column : draft.table.columns) {
    if (column.question || !column.total || column.lines == 0 || column.is_derived || draft.column(column.column)->is_running || vouching.vouches_for(column)) continue;
    columns.push_back(&column);
    const std::string letter = letters_of(draft, column.column);
    if (!letters.ends_with(letter)) letters += (letters.empty() ? "" : ", ") + letter;
  }
  if (columns.empty()) return;
  const int top = draft.block.area.top, left = draft.block.area.left;
  const auto answer = answer_to(draft, "money", top, left);
  // A table of which it is asked what its columns hold asks this with it.
  const auto of_roles = std::ranges::find_if(draft.table.columns, [](const AmountColumn& of) { return of.question && of.question->key.starts_with("column@"); });
  const bool asks_roles = of_roles != draft.table.columns.end();
  for (AmountColumn* column : columns) {
    const auto role = answer_to(draft, "column", draft.first(), column->column);
    if (const auto said = role ? read_keyword<AmountRole>(*role) : Result<AmountRole>(AmountRole::other); role && said && said.value() != AmountRole::other) {
      column->role = said.value();
      continue;
    }
    if (!role && answer && says_yes(*answer)) continue;
    column->total.reset();
    column->foots.reset();
    column->confidence = std::min(column->confidence, 0.4);
    if (role || answer) {
      column->role = AmountRole::other;
    } else if (asks_roles) {
      column->question = of_roles->question;
      column->question->key = question_key(draft, "column", draft.first(), column->column);
      column->question->blanks = {letters_of(draft, column->column)};
    } else {
      column->question = Question{QuestionKind::role, question_key(draft, "money", top, left), phrase::ask_money, {letters, draft.grid.cells().name()}, {"yes", "no"}};
    }
  }
}

}  // namespace steward::recognise
