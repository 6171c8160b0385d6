#include "recognise/gathering.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "recognise/column_proof.hpp"
#include "words/phrases/evidence.gen.hpp"
#include "words/words.hpp"

namespace steward::recognise {
namespace {

// What only concerns the figures of one column, or has a key for the whole table as it is.
bool may_be_gathered(std::string_view kind) {
  return !kind.starts_with(apart_kind) && !kind.starts_with(for_all) && kind != "mark" && kind != "scenario" && kind != "unit" && kind != "factor";
}

std::string kind_of(const Question& question) {
  return question.key.substr(0, question.key.find('@'));
}

std::string key_for_all(const Draft& draft, std::string_view kind) {
  return question_key(draft, std::string(for_all) + std::string(kind), draft.block.area.top, draft.block.area.left);
}

void gather_columns(Draft& draft) {
  std::map<std::string, std::vector<AmountColumn*>> kinds;
  for (AmountColumn& column : draft.table.columns) {
    if (!column.question) continue;
    const std::string kind = kind_of(*column.question);
    if (kind.starts_with(apart_kind)) kinds[column.question->key].push_back(&column);  // the same rows
    else if (may_be_gathered(kind)) kinds[kind].push_back(&column);
  }
  for (auto& [kind, columns] : kinds) {
    const auto is_same = [&](const AmountColumn* column) {
      return column->question->key == columns.front()->question->key && column->question->blanks == columns.front()->question->blanks;
    };
    if (std::ranges::all_of(columns, is_same)) continue;
    Question one = *columns.front()->question;
    std::string last = letters_of(draft, columns.front()->column);
    for (const AmountColumn* column : columns) {
      const std::string letters = letters_of(draft, column->column);
      if (letters != last) one.columns += (one.columns.empty() ? "" : ", ") + letters;
      last = letters;
    }
    if (!kind.starts_with(apart_kind)) one.key = key_for_all(draft, kind);
    for (AmountColumn* column : columns) column->question = one;
  }
}

// Whether most headers of either table stand in the other as well: a form that is repeated.
bool are_of_one_shape(const Draft& one, const Draft& other) {
  const auto headers = [](const Draft& draft) {
    std::set<std::string> texts;
    for (const ColumnFacts& facts : draft.columns)
      if (!facts.path.empty()) texts.insert(facts.path.back());
    return texts;
  };
  const auto own = headers(one), others = headers(other);
  if (own.empty() && others.empty()) return one.columns.size() == other.columns.size();
  const auto shared = static_cast<std::size_t>(std::ranges::count_if(own, [&](const std::string& text) { return others.contains(text); }));
  return shared > 0 && shared * 2 > own.size() && shared * 2 > others.size();
}

std::string kind_in_table(const Question& question) {
  std::string kind = kind_of(question);
  return kind.starts_with(for_all) ? kind.substr(for_all.size()) : kind;
}

// The answer is given under the kind alone, so that no other table may be asked the same.
void gather_tables(const std::vector<Draft*>& drafts) {
  std::map<std::string, std::vector<Draft*>> kinds;
  for (Draft* draft : drafts)
    for (const AmountColumn& column : draft->table.columns) {
      if (!column.question || !may_be_gathered(kind_in_table(*column.question))) continue;
      auto& of_kind = kinds[kind_in_table(*column.question)];
      if (of_kind.empty() || of_kind.back() != draft) of_kind.push_back(draft);
    }
  for (const auto& [kind, of_kind] : kinds) {
    const auto is_alike = [&](const Draft* draft) { return are_of_one_shape(*of_kind.front(), *draft); };
    if (of_kind.size() < 2 || !std::ranges::all_of(of_kind, is_alike)) continue;
    std::string others;
    std::optional<Question> one;
    for (const Draft* draft : of_kind)
      if (draft != of_kind.front()) others += (others.empty() ? "" : ", ") + workbook::address(draft->grid.snapshot(), draft->block.area);
    for (Draft* draft : of_kind)
      for (AmountColumn& column : draft->table.columns) {
        if (!column.question || kind_in_table(*column.question) != kind) continue;
        if (!one) one = Question(*column.question);
        one->key = kind;
        one->tables = others;
        column.question = one;
      }
  }
}

}  // namespace

std::string sentence_of(const Question& question, Language language) {
  std::string text = filled(question.sentence, language, question.blanks);
  const std::string_view gap = language == Language::chinese ? "" : " ";
  if (!question.columns.empty()) text.append(gap).append(filled(phrase::ask_also_columns, language, std::vector{question.columns}));
  if (!question.tables.empty()) text.append(gap).append(filled(phrase::ask_also_tables, language, std::vector{question.tables}));
  return text;
}

std::optional<std::string> answer_for_all(const Draft& draft, std::string_view kind) {
  if (draft.options.answers.empty()) return std::nullopt;
  const auto found = draft.options.answers.find(key_for_all(draft, kind));
  return found == draft.options.answers.end() ? std::nullopt : std::optional(found->second);
}

void gather_questions(const std::vector<Draft*>& drafts) {
  for (Draft* draft : drafts) gather_columns(*draft);
  gather_tables(drafts);
}

}  // namespace steward::recognise
