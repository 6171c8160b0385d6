#include "plan/drill.hpp"

#include <algorithm>

#include "plan/period_places.hpp"
#include "plan/table_reader.hpp"
#include "recognise/periods.hpp"

namespace steward::plan {
namespace {

using tables::ControlColumn;
using workbook::Cell;
using workbook::Position;
using workbook::Snapshot;

std::vector<std::string> texts_of_row(const workbook::Sheet& sheet, int row) {
  std::vector<std::string> texts;
  for (int column = 0; column < sheet.columns(); ++column)
    if (const auto cell = sheet.at(row, column); !cell.is_empty()) texts.push_back(TableReader::text_of(cell));
  return texts;
}

// The periods that a cell names, as first and last place on the board.
std::optional<std::pair<int, int>> periods_named(const Snapshot& book, const Board& board, const Cell& cell) {
  std::optional<recognise::PeriodName> name;
  if (cell.is_date()) name = recognise::period_of_date(cell.number, book);
  else if (cell.is_text()) {
    const auto own = std::ranges::find(board.periods(), std::string(cell.text));
    if (own != board.periods().end()) {
      const int place = static_cast<int>(own - board.periods().begin());
      return std::pair(place, place);
    }
    if (const auto read = recognise::read_period(cell.text)) name = read->period;
  }
  if (!name) return std::nullopt;
  const auto days = PeriodPlaces(board.calendar(), board.year(), {}).of(name, 0);
  if (days.has_error() || days.value().empty()) return std::nullopt;
  const int first = board.period_of(days.value().front()), last = board.period_of(days.value().back());
  return first < 0 || last < first ? std::nullopt : std::optional(std::pair(first, last));
}

std::optional<std::pair<int, int>> periods_of(const Snapshot& book, const Board& board, const Position& at) {
  const auto& sheet = book.sheets[static_cast<std::size_t>(at.sheet)];
  for (int row = at.row; row >= 0; --row)
    if (const auto found = periods_named(book, board, sheet.at(row, at.column))) return found;
  for (int column = 0; column < sheet.columns(); ++column) {
    const auto cell = sheet.at(at.row, column);
    if (cell.is_text() && std::ranges::find(board.periods(), std::string(cell.text)) != board.periods().end())
      return periods_named(book, board, cell);
  }
  return std::nullopt;
}

std::optional<Stage> stage_of(ControlColumn column) {
  switch (column) {
    case ControlColumn::supplements: return Stage::supplement;
    case ControlColumn::transfers_in: return Stage::transfer_in;
    case ControlColumn::transfers_out: return Stage::transfer_out;
    case ControlColumn::carried_in: return Stage::carry_forward;
    case ControlColumn::frozen: return Stage::freeze;
    case ControlColumn::precommitted: return Stage::precommitment;
    case ControlColumn::committed: return Stage::commitment;
    case ControlColumn::actual:
    case ControlColumn::execution: return Stage::actual;
    default: return std::nullopt;
  }
}

}  // namespace

int line_of_cell(const Snapshot& book, const Board& board, const Position& position) {
  if (position.sheet < 0 || position.sheet >= static_cast<int>(book.sheets.size())) return -1;
  const auto& sheet = book.sheets[static_cast<std::size_t>(position.sheet)];
  return board.line_at(position, [&](int row) { return texts_of_row(sheet, row); });
}

CellMeaning meaning_of(const Snapshot& book, const Board& board, const Position& position) {
  CellMeaning meaning;
  meaning.line = line_of_cell(book, board, position);
  if (meaning.line < 0 && (position.sheet < 0 || position.sheet >= static_cast<int>(book.sheets.size()))) return meaning;
  if (const auto column = board.column_at(position)) {
    meaning.stage = stage_of(*column);
    return meaning;
  }
  if (const auto periods = periods_of(book, board, position)) std::tie(meaning.first, meaning.last) = *periods;
  return meaning;
}

}  // namespace steward::plan
