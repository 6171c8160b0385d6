#include <algorithm>
#include <cmath>

#include "recognise/recognise.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

using Row = std::vector<Value>;

Value money_or_blank(const std::optional<Money>& money, int decimals) {
  return money ? Value(money->amount(decimals)) : Value(std::string());
}

struct Place {
  bool first_of_table, first_of_sheet;
};

// What is wrong on a sheet without a table is told with the first table of the workbook.
bool has_table(const Recognition& recognition, int sheet) {
  return std::ranges::any_of(recognition.tables, [&](const BudgetTable& table) { return table.area.sheet == sheet; });
}

std::string notes_of(const AmountColumn& column, const BudgetTable& table, const Recognition& recognition, Place place,
                     Language language) {
  const auto [first_of_table, first_of_sheet] = place;
  std::string notes;
  const auto add = [&](Phrase phrase, const std::vector<std::string>& blanks) {
    if (!notes.empty()) notes += language == Language::chinese ? "" : " ";
    notes += filled(phrase, language, blanks);
  };
  for (const auto& [phrase, blanks] : column.notes) add(phrase, blanks);
  std::size_t shown = 0;
  for (const Finding& finding : table.findings) {
    const bool stands_elsewhere =
        std::ranges::none_of(table.columns, [&](const AmountColumn& of) { return of.column == finding.at.column; });
    const bool here = finding.at.column == column.column || (first_of_table && stands_elsewhere);
    if (here && shown++ < 20) add(finding.sentence, finding.blanks);
  }
  if (first_of_table)
    for (const Question& question : table.questions) add(phrase::note_will_ask, {sentence_of(question, language)});
  if (!first_of_sheet) return notes;
  const bool is_very_first = &table == &recognition.tables.front();
  for (const Finding& finding : recognition.findings) {
    const bool is_here = finding.at.sheet == table.area.sheet;
    if (is_here || (is_very_first && !has_table(recognition, finding.at.sheet))) add(finding.sentence, finding.blanks);
  }
  return notes;
}

Value year_of(const AmountColumn& column) {
  if (!column.year_label.empty()) return column.year_label;
  return column.year != 0 ? Value(static_cast<double>(column.year)) : Value(std::string());
}

// The column's own question, or what set-up will ask about its table.
const Question* question_of(const AmountColumn& column, const BudgetTable& table, Place place) {
  if (column.question) return &*column.question;
  return place.first_of_table && !table.questions.empty() ? &table.questions.front() : nullptr;
}

std::string joined(const std::vector<std::string>& choices) {
  std::string text;
  for (const auto& choice : choices) text += (text.empty() ? "" : "; ") + choice;
  return text;
}

Row row_of(const workbook::Snapshot& snapshot, const Recognition& recognition, std::size_t number,
           const AmountColumn& column, Place place, Language language) {
  const BudgetTable& table = recognition.tables[number];
  const int top = column.first_row >= 0 ? column.first_row : table.area.top, bottom = std::max(top, column.last_row);
  const workbook::Area range{table.area.sheet, top, column.column, bottom, column.column};
  const Question* asked = question_of(column, table, place);
  const std::string question =
      column.question ? sentence_of(*column.question, language) : std::string();
  return {static_cast<double>(number + 1),
          snapshot.sheets[static_cast<std::size_t>(table.area.sheet)].name(),
          workbook::address(snapshot, range),
          static_cast<double>(column.column + 1),
          column.header,
          std::string(code_of(column.role)),
          column.nature ? std::string(code_of(*column.nature)) : std::string(),
          column.unit,
          year_of(column),
          column.version,
          static_cast<double>(column.lines),
          column.question ? Value(std::string()) : money_or_blank(column.total, recognition.decimals),
          money_or_blank(column.stated_total, recognition.decimals),
          column.foots ? Value(*column.foots ? 1.0 : 0.0) : Value(std::string()),
          std::round(column.confidence * 100) / 100,
          question,
          notes_of(column, table, recognition, place, language),
          asked ? asked->key : std::string(),
          asked ? joined(asked->choices) : std::string()};
}

}  // namespace

Table detect_table(const workbook::Snapshot& snapshot, const Recognition& recognition, Language language) {
  Table answer;
  Row names;
  for (const char* name : {"table", "sheet", "range", "column", "header", "role", "nature", "unit", "year", "version",
                           "lines", "total", "stated_total", "foots", "confidence", "question", "notes", "answer_key", "choices"}) {
    names.emplace_back(std::string(name));
  }
  answer.append(std::move(names));
  for (std::size_t number = 0; number < recognition.tables.size(); ++number) {
    bool first = true;
    const bool first_of_sheet =
        number == 0 || recognition.tables[number - 1].area.sheet != recognition.tables[number].area.sheet;
    for (const AmountColumn& column : recognition.tables[number].columns) {
      answer.append(row_of(snapshot, recognition, number, column, {first, first && first_of_sheet}, language));
      first = false;
    }
  }
  return answer;
}

}  // namespace steward::recognise
