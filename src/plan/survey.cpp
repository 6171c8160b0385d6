#include "plan/survey.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "money/money.hpp"
#include "numeral.hpp"
#include "plan/answers.hpp"
#include "plan/options.hpp"
#include "plan/set_up.hpp"
#include "plan/table_reader.hpp"
#include "recognise/recognise.hpp"
#include "words/keywords.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/set_up.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::plan {
namespace {

using recognise::AmountColumn;
using recognise::BudgetTable;

constexpr int most_findings = 30;

struct Word {
  std::string_view code;
  Phrase phrase;
};
constexpr std::array answers{
    Word{"budget", phrase::choice_budget},   Word{"actual", phrase::choice_actual},
    Word{"price", phrase::choice_price},     Word{"other", phrase::choice_other},
    Word{"yes", phrase::choice_yes},         Word{"no", phrase::choice_no},
    Word{"decimal", phrase::choice_decimal}, Word{"thousands", phrase::choice_thousands}};
constexpr std::array terms{
    Word{"expense", phrase::word_expense}, Word{"revenue", phrase::word_revenue},
    Word{"asset", phrase::word_asset},     Word{"liability", phrase::word_liability},
    Word{"statistical", phrase::word_statistical}, Word{"actual", phrase::stage_actual},
    Word{"commitment", phrase::stage_commitment}};

template <std::size_t N>
std::string in_words(const std::array<Word, N>& words, std::string_view code, Language language) {
  const auto found = std::ranges::find(words, code, &Word::code);
  return std::string(found == words.end() ? code : text(found->phrase, language));
}

bool holds_budget(const BudgetTable& table) {
  return !table.leaves.empty() && std::ranges::any_of(table.columns, [](const AmountColumn& column) {
    return column.role == AmountRole::budget && column.lines > 0;
  });
}

class Surveyor {
 public:
  explicit Surveyor(const Request& request) : request_(request), language_(request.now.language) {}

  Survey look() {
    find_tables();
    if (const auto wanted = advance(request_.course, 0); wanted.has_error()) {
      line(say(wanted.error().sentence));
      return std::move(survey_);
    }
    auto planned = set_up(request_);
    if (planned.has_error()) {
      explain(planned.error());
    } else if (is_year_assumed(planned.value().answer)) {
      describe(planned.value().answer);
      ask_year();
    } else {
      describe(planned.value().answer);
      survey_.plan = std::move(planned).value();
    }
    return std::move(survey_);
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, language_, blanks);
  }
  void line(const std::string& words) { survey_.found += (survey_.found.empty() ? "" : "\n") + words; }

  void find_tables() {
    const auto& sheets = request_.book.sheets;
    recognition_ = recognise::recognise(request_.book, {.answers = answers_given()});
    for (std::size_t i = 0; i < recognition_.tables.size(); ++i) {
      const auto& table = recognition_.tables[i];
      if (!holds_budget(table)) continue;
      const auto& name =
          table.title.empty() ? sheets[static_cast<std::size_t>(table.area.sheet)].name() : table.title;
      survey_.tables.push_back(
          {std::to_string(i + 1), say(phrase::survey_table, {name, workbook::address(request_.book, table.area)})});
    }
    if (survey_.tables.size() < 2) return;
    survey_.tables.insert(survey_.tables.begin(), {"all", say(phrase::survey_all_tables)});
    survey_.suggested = are_parts_of_one() ? 0 : 1;
  }

  std::map<std::string, std::string> answers_given() const {
    auto given = read_answers(OptionReader(request_));
    return given ? std::move(given).value() : std::map<std::string, std::string>();
  }

  // Income above expenses, or one section beside the other: on one sheet, and no line is in two of them. Scenarios of the
  // same cost, years and departments have their lines in common.
  bool are_parts_of_one() const {
    std::map<std::string, const BudgetTable*> seen;
    const BudgetTable* first = nullptr;
    for (const auto& table : recognition_.tables) {
      if (!holds_budget(table)) continue;
      if (!first) first = &table;
      if (table.area.sheet != first->area.sheet) return false;
      for (const auto& leaf : table.leaves)
        if (seen.emplace(label_of(table, leaf), &table).first->second != &table) return false;
    }
    return true;
  }
  std::string label_of(const BudgetTable& table, const recognise::Leaf& leaf) const {
    const auto& sheet = request_.book.sheets[static_cast<std::size_t>(table.area.sheet)];
    std::string label;
    for (const auto& dimension : table.dimensions) {
      const auto cell = sheet.at(leaf.row, dimension.column);
      if (!dimension.is_section) label += (cell.is_number() ? numeral(cell.number) : folded(cell.text)) + '\n';
    }
    return label;
  }

  // A year that set-up would take because none is written: whoever sits before the window is rather asked.
  static bool is_year_assumed(const Table& answer) {
    for (std::size_t row = 1; row < answer.rows(); ++row) {
      const auto* value = std::get_if<std::string>(&answer.at(row, 1));
      if (answer.at(row, 0) == Value(std::string("assumed year")) && value && value->size() == 4) return true;
    }
    return false;
  }

  void describe(const Table& answer) {
    std::string lines, title, periods;
    std::vector<std::string> totals, findings;
    for (std::size_t row = 1; row < answer.rows(); ++row) {
      const auto what = std::get<std::string>(answer.at(row, 0));
      const auto& value = answer.at(row, 1);
      const auto note = std::get<std::string>(answer.at(row, 2));
      if (what == "lines") {
        lines = whole(value);
        title = note;
      } else if (what == "periods") {
        periods = whole(value);
        if (!note.empty()) findings.push_back(note);
      } else if (what == "year") {
        survey_.year = whole(value);
      } else if (what.starts_with("approved ")) {
        totals.push_back(say(phrase::survey_approved, {in_words(terms, what.substr(9), language_), money(value)}));
      } else if (what.starts_with("opening ")) {
        totals.push_back(say(phrase::survey_opening, {in_words(terms, what.substr(8), language_), money(value)}));
      } else if (what != "assumed year") {
        findings.push_back(note);
      }
    }
    line(say(phrase::survey_size, {title, lines, periods}));
    say_how_amounts_are_read();
    for (const auto& total : totals) line(total);
    line(say(findings.empty() ? phrase::survey_nothing_odd : phrase::survey_to_look_at));
    for (std::size_t i = 0; i < findings.size() && i < most_findings; ++i) line("• " + findings[i]);
    if (findings.size() > most_findings) line("…");
  }

  // Unit and sign of the first budget column: what is written in the others is the same, or asked about.
  void say_how_amounts_are_read() {
    for (const auto* table : chosen()) {
      const auto column = std::ranges::find_if(table->columns, [](const auto& one) { return one.role == AmountRole::budget && one.lines > 0; });
      if (column == table->columns.end()) continue;
      const bool is_turned = column->sign < 0 || std::ranges::any_of(table->slices, [](const auto& slice) { return slice.sign < 0; });
      const auto unit = column->unit.empty() ? say(phrase::currency_unit) : column->unit;
      const std::string factor = column->unit_factor == 1 ? "" : " × " + numeral(column->unit_factor);
      return line(say(is_turned ? phrase::survey_negative : phrase::survey_positive, {unit + factor}));
    }
  }

  static std::string whole(const Value& value) { return std::to_string(static_cast<long long>(std::get<double>(value))); }
  std::string money(const Value& value) const {
    const auto decimals = OptionReader(request_).number("decimals");
    const int places = decimals ? static_cast<int>(decimals.value().value_or(2)) : 2;
    const auto amount = Money::from(std::get<double>(value), places);
    return amount ? amount.value().text(places) : std::string();
  }

  // What is in the way, and how it may be answered.
  void explain(const Fault& fault) {
    const bool is_open = fault.sentence == phrase::question_open;  // the question itself, its key, its answers
    survey_.question = Inquiry{is_open ? fault.blanks.front() : say(fault.sentence, fault.blanks), {}};
    if (fault.sentence == phrase::which_table) return;
    for (const auto* table : chosen()) {
      for (const auto& column : table->columns)
        if (is_open && column.question && column.question->key == fault.blanks.at(1)) return ask(*column.question);
      for (const auto& question : table->questions)
        if (is_open && question.key == fault.blanks.at(1)) return ask(question);
      if (fault.sentence == phrase::which_column || fault.sentence == phrase::no_budget_column) ask_column(*table);
    }
  }

  std::vector<const BudgetTable*> chosen() const {
    const auto number = OptionReader(request_).text("table");
    std::vector<const BudgetTable*> tables;
    for (std::size_t i = 0; i < recognition_.tables.size(); ++i)
      if (!number || *number == "all" || *number == std::to_string(i + 1)) tables.push_back(&recognition_.tables[i]);
    return tables;
  }

  void ask_year() {
    const auto tables = chosen();
    const std::string name = tables.empty() ? "" : workbook::address(request_.book, tables.front()->area);
    survey_.question = Inquiry{say(phrase::which_year_asked, {name}), {}};
    const int year = static_cast<int>(std::chrono::year_month_day(request_.now.today).year());
    survey_.year = std::to_string(year);
    for (const int offered : {year, year + 1, year - 1})
      survey_.question->choices.push_back({std::to_string(offered), "year", static_cast<double>(offered)});
  }

  void ask(const recognise::Question& question) {
    for (const auto& code : question.choices) {
      Table row;
      row.append({question.key, code});
      survey_.question->choices.push_back({in_words(answers, code, language_), "answers", std::move(row)});
    }
  }

  // One of the columns of figures is the budget; the others are left alone.
  void ask_column(const BudgetTable& table) {
    survey_.question->sentence = say(phrase::which_column_asked);
    for (const auto& column : table.columns) {
      if (column.is_derived || column.lines == 0) continue;
      Table rows;
      for (const auto& other : table.columns) {
        if (other.column == column.column || other.role == AmountRole::budget)
          rows.append({"#" + std::to_string(other.column - table.area.left),
                       std::string(other.column == column.column ? "budget" : "other")});
      }
      survey_.question->choices.push_back({column.header, "columns", std::move(rows)});
    }
  }

  const Request& request_;
  Language language_;
  recognise::Recognition recognition_;
  Survey survey_;
};

}  // namespace

Survey survey(const Request& request) {
  return Surveyor(request).look();
}

void answer(Options& options, const Inquiry::Choice& choice) {
  auto* rows = std::get_if<Table>(&options[choice.option]);
  const auto* more = std::get_if<Table>(&choice.value);
  if (choice.option != "answers" || !rows || !more) {
    options[choice.option] = choice.value;
    return;
  }
  for (std::size_t row = 0; row < more->rows(); ++row) rows->append({more->at(row, 0), more->at(row, 1)});
}

}  // namespace steward::plan
