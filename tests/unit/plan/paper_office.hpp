#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "plan/command.hpp"
#include "plan/sheet_builder.hpp"
#include "plan/table_reader.hpp"

namespace steward::plan {

/// An office on paper: carries out the edits of plans on a snapshot, formulas kept as text, so that commands can follow
/// one another in a test.
class PaperOffice {
 public:
  using Cells = std::map<std::pair<int, int>, Content>;

  PaperOffice() = default;
  /// A workbook that exists: its sheets come first, and no edit may touch their cells.
  explicit PaperOffice(workbook::Snapshot book) : own_(std::move(book)) {
    for (const auto& sheet : own_.sheets) titles_.push_back(sheet.name());
    for (const auto& [name, area] : own_.names) names_[name] = {own_.sheets.at(area.sheet).name(), area};
    for (const auto& [name, area] : own_.tables) tables_[name] = {own_.sheets.at(area.sheet).name(), area};
  }

  void add_sheet(const std::string& title, const std::vector<std::vector<Content>>& rows) {
    titles_.push_back(title);
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < rows[r].size(); ++c)
        cells_[title][{static_cast<int>(r), static_cast<int>(c)}] = rows[r][c];
  }
  Content& cell(const std::string& title, int row, int column) { return cells_[title][{row, column}]; }
  bool has_sheet(const std::string& title) const { return std::ranges::find(titles_, title) != titles_.end(); }
  const std::vector<std::string>& titles() const { return titles_; }
  workbook::Area table(const std::string& name) const { return tables_.at(name).second; }
  std::string sheet_of(const std::string& name) const { return tables_.at(name).first; }
  bool has_table(const std::string& name) const { return tables_.contains(name); }

  workbook::Snapshot snapshot() const {
    workbook::Snapshot book = own_;
    for (std::size_t at = own_.sheets.size(); at < titles_.size(); ++at) book.sheets.push_back(sheet(titles_[at]));
    book.names.clear();
    book.tables.clear();
    for (const auto& [name, place] : tables_) book.tables.push_back({name, area(place)});
    for (const auto& [name, place] : names_) book.names.push_back({name, area(place)});
    return book;
  }

  Result<Plan> plan(std::string_view command, Options options, Circumstances now = circumstances()) {
    const auto book = snapshot();
    return plan::plan(command, {book, std::move(options), std::move(now)});
  }
  /// Plans and carries out; a refusal throws.
  Plan run(std::string_view command, Options options = {}, Circumstances now = circumstances()) {
    auto planned = plan(command, std::move(options), std::move(now));
    if (planned.has_error())
      throw std::runtime_error(filled(planned.error().sentence, Language::english, planned.error().blanks));
    for (const auto& edit : planned.value().edits) carry_out(edit);
    return std::move(planned).value();
  }

  /// Rows of the sheet Authorities, as a user types them.
  void grant(std::vector<Row> rows) {
    AppendRows grants{"steward_authorities", {}};
    for (auto& row : rows) grants.rows.append(std::move(row));
    carry_out(grants);
  }
  /// One edit, as a user makes it by hand.
  void carry_out(const Edit& edit) {
    std::visit([this](const auto& one) { apply(one); }, edit);
  }

  static Circumstances circumstances() { return {Language::english, date(2025, 3, 31), 36000, "Ann Lee", "desk-1"}; }

 private:
  using Place = std::pair<std::string, workbook::Area>;

  workbook::Area area(const Place& place) const {
    auto area = place.second;
    area.sheet = static_cast<int>(std::ranges::find(titles_, place.first) - titles_.begin());
    return area;
  }

  workbook::Sheet sheet(const std::string& title) const {
    int rows = 1, columns = 1;
    const auto found = cells_.find(title);
    if (found == cells_.end()) return {title, rows, columns};
    for (const auto& [at, content] : found->second) {
      rows = std::max(rows, at.first + 1);
      columns = std::max(columns, at.second + 1);
    }
    workbook::Sheet sheet(title, rows, columns);
    for (const auto& [at, content] : found->second) {
      if (const auto* number = std::get_if<double>(&content)) sheet.set_number(at.first, at.second, *number);
      if (const auto* text = std::get_if<std::string>(&content)) sheet.set_text(at.first, at.second, *text);
      if (const auto* formula = std::get_if<Formula>(&content)) sheet.set_formula(at.first, at.second, formula->text);
      if (const auto* day = std::get_if<Date>(&content))
        sheet.set_number(at.first, at.second, static_cast<double>((*day - null_date(own_)).count()),
                         workbook::Format::date);
    }
    return sheet;
  }

  void write(const std::string& title, int row, int column, const Block& block) {
    if (own_.sheet(title)) throw std::runtime_error("writes into the user's sheet " + title);
    for (std::size_t r = 0; r < block.rows(); ++r)
      for (std::size_t c = 0; c < block.columns(); ++c) {
        const std::pair at{row + static_cast<int>(r), column + static_cast<int>(c)};
        if (std::holds_alternative<Blank>(block.at(r, c)))
          cells_[title].erase(at);
        else
          cells_[title][at] = block.at(r, c);
      }
  }

  void apply(const AddSheet& edit) {
    if (has_sheet(edit.title)) throw std::runtime_error("sheet exists: " + edit.title);
    titles_.push_back(edit.title);
  }
  void apply(const Write& edit) { write(edit.sheet, edit.row, edit.column, edit.block); }
  void apply(const FillDown& edit) {
    for (int row = 0; row < edit.rows; ++row)
      for (std::size_t c = 0; c < edit.formulas.size(); ++c)
        cells_[edit.sheet][{edit.row + row, edit.column + static_cast<int>(c)}] = edit.formulas[c];
  }
  void apply(const WriteArray& edit) { cells_[edit.sheet][{edit.row, edit.column}] = Formula{edit.formula}; }
  void apply(const NameTable& edit) {
    tables_[edit.name] = {edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right}};
  }
  void apply(const NameArea& edit) {
    names_[edit.name] = {edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right}};
  }
  void apply(const AppendRows& edit) {
    auto& [title, area] = tables_.at(edit.table);
    const int more = static_cast<int>(edit.rows.rows());
    if (more == 0) return;
    for (int column = area.left; column <= area.right; ++column) {
      auto& cells = cells_[title];
      if (const auto end = cells.extract({area.bottom, column})) cells[{area.bottom + more, column}] = end.mapped();
    }
    write(title, area.bottom, area.left, edit.rows);
    area.bottom += more;
  }
  void apply(const AppendColumns& edit) { apply(AppendRows{edit.table, edit.rows.block()}); }
  void apply(const RemoveSheet& edit) {
    std::erase(titles_, edit.title);
    cells_.erase(edit.title);
  }
  void apply(const RenameSheet& edit) {
    if (has_sheet(edit.to)) throw std::runtime_error("sheet exists: " + edit.to);
    *std::ranges::find(titles_, edit.title) = edit.to;
    cells_[edit.to] = std::move(cells_.extract(edit.title).mapped());
    for (auto* places : {&tables_, &names_})
      for (auto& [name, place] : *places)
        if (place.first == edit.title) place.first = edit.to;
  }
  void apply(const RemoveTable& edit) { tables_.erase(edit.name); }
  void apply(const RemoveName& edit) { names_.erase(edit.name); }
  template <class Other>
  void apply(const Other&) {}

  workbook::Snapshot own_;
  std::vector<std::string> titles_;
  std::map<std::string, Cells> cells_;
  std::map<std::string, Place> tables_, names_;
};

/// The value of a column in a row of an answer, rows counted from 1 below the header.
inline Value cell_of(const Table& answer, std::size_t row, const std::string& column) {
  for (std::size_t c = 0; c < answer.columns(); ++c)
    if (answer.at(0, c) == Value(column)) return answer.at(row, c);
  throw std::runtime_error("no column " + column);
}

inline std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return std::holds_alternative<double>(value) ? std::to_string(std::get<double>(value)) : std::string();
}

/// Every cell of an answer in one text, to look for a sentence in.
inline std::string all_text(const Table& answer) {
  std::string text;
  for (const Value& value : answer.cells()) text += text_of(value) + " | ";
  return text;
}

/// The circumstances of a test, under another user.
inline Circumstances person(const std::string& name) {
  auto now = PaperOffice::circumstances();
  now.user = name;
  return now;
}

inline Table rows(std::initializer_list<std::initializer_list<Value>> given) {
  Table table;
  for (const auto& row : given) table.append(row);
  return table;
}

inline std::string operator""_s(const char* text, std::size_t size) {
  return {text, size};
}

/// Twelve months across, three lines, a total that foots.
inline PaperOffice budget_office() {
  PaperOffice office;
  std::vector<std::vector<Content>> rows{{"Operating budget 2025"_s}, {"Department"_s, "Account"_s}};
  for (const char* month : {"Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025", "Jul 2025",
                            "Aug 2025", "Sep 2025", "Oct 2025", "Nov 2025", "Dec 2025"})
    rows[1].emplace_back(std::string(month));
  const std::vector<std::pair<std::pair<std::string, std::string>, double>> lines{
      {{"Sales", "Travel"}, 100}, {{"Sales", "Advertising"}, 200}, {{"IT", "Licences"}, 1000}};
  for (const auto& [key, amount] : lines) {
    rows.push_back({key.first, key.second});
    for (int month = 0; month < 12; ++month) rows.back().emplace_back(amount);
  }
  rows.push_back({"Total"_s, Blank{}});
  for (char column = 'C'; column < 'C' + 12; ++column) rows.back().emplace_back(1300.0);
  office.add_sheet("Budget", rows);
  return office;
}

}  // namespace steward::plan
