#include "plan/answers.hpp"

#include <algorithm>
#include <charconv>

#include "ledger/keys.hpp"
#include "plan/settings.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

using workbook::Area;
using workbook::Snapshot;

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

int number_at(std::string_view text, std::size_t& at) {
  int number = -1;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
  at = static_cast<std::size_t>(read.ptr - text.data());
  return number;
}

}  // namespace

Result<Answers> read_answers(const OptionReader& options) {
  Answers answers;
  if (const Table* given = options.table("answers")) {
    for (std::size_t row = 0; row < given->rows() && given->columns() > 1; ++row)
      answers[ledger::key_text(given->at(row, 0))] = ledger::key_text(given->at(row, 1));
    return answers;
  }
  const auto text = options.text("answers");
  if (!text) return answers;
  for (std::size_t from = 0; from < text->size();) {
    const auto end = std::min(text->find_first_of(";\n", from), text->size());
    const std::string part = text->substr(from, end - from);
    from = end + 1;
    if (trimmed(part).empty()) continue;
    const auto mark = part.find('=');
    if (mark == std::string::npos) return refused(phrase::option_unreadable, {"answers", part});
    answers[trimmed(part.substr(0, mark))] = trimmed(part.substr(mark + 1));
  }
  return answers;
}

std::string kept_key(const Snapshot& book, const std::string& key, const std::vector<Area>& areas) {
  const auto mark = key.find('@');
  if (mark == std::string::npos) return key;
  const auto cells = workbook::references("=" + key.substr(mark + 1), 0, book);
  for (std::size_t i = 0; !cells.empty() && i < areas.size(); ++i) {
    const Area& cell = cells.front();
    if (cell.sheet != areas[i].sheet || !areas[i].contains(cell.top, cell.left)) continue;
    return key.substr(0, mark + 1) + std::to_string(i + 1) + "#" + std::to_string(cell.top - areas[i].top) + "," +
           std::to_string(cell.left - areas[i].left);
  }
  return key;
}

std::string found_key(const Snapshot& book, const std::string& key, const std::vector<Area>& areas) {
  const auto mark = key.find('@');
  const auto hash = key.find('#', mark == std::string::npos ? 0 : mark);
  if (mark == std::string::npos || hash == std::string::npos) return key;
  std::size_t at = mark + 1;
  const int table = number_at(key, at);
  if (at != hash || table < 1 || table > static_cast<int>(areas.size())) return key;
  const int row = number_at(key, ++at), column = at < key.size() ? number_at(key, ++at) : -1;
  if (row < 0 || column < 0) return key;
  const Area& area = areas[static_cast<std::size_t>(table) - 1];
  return key.substr(0, mark + 1) +
         workbook::address(book, workbook::Position{area.sheet, area.top + row, area.left + column});
}

std::string source_name(std::size_t index) {
  return index == 0 ? "steward_source" : "steward_source_" + std::to_string(index + 1);
}

std::vector<Area> source_areas(const Snapshot& book) {
  std::vector<Area> areas;
  for (;;) {
    const auto found = std::ranges::find(book.names, source_name(areas.size()), &workbook::NamedArea::name);
    if (found == book.names.end()) return areas;
    areas.push_back(found->area);
  }
}

Answers remembered_answers(const Snapshot& book) {
  Answers answers;
  const auto settings = Settings::read(book, Language::english);
  if (settings.has_error()) return answers;
  const auto areas = source_areas(book);
  for (const auto& entry : settings.value().all("answer")) answers[found_key(book, entry.item, areas)] = entry.text;
  return answers;
}

Fault asked(const recognise::Question& question, Language language) {
  std::string choices;
  for (const auto& choice : question.choices) choices += (choices.empty() ? "" : ", ") + choice;
  return refused(phrase::question_open, {sentence_of(question, language), question.key,
                                         choices.empty() ? std::string("…") : choices});
}

}  // namespace steward::plan
