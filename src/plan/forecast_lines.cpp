#include <algorithm>

#include "control/line.hpp"
#include "ledger/keys.hpp"
#include "numeral.hpp"
#include "plan/forecast_page.hpp"
#include "plan/formula_parts.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"
#include "words/phrases/report.gen.hpp"

namespace steward::plan {
namespace {

// Columns of the landings by line.
enum Column { line, to_date, landing, lower, upper, budget, variance, flag };

bool has_profiles(const ForecastLines& lines) {
  return std::ranges::any_of(lines.rows, [](const ForecastLineRow& row) { return !row.profile.empty(); });
}
std::size_t natures(const ForecastLines& lines) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.rows.size(); ++i)
    count += i == 0 || lines.rows[i].nature != lines.rows[i - 1].nature ? 1 : 0;
  return count;
}

// Where the actuals behind the lines stand: a calendar row, a header, a row for each line, then their budget.
struct DataPlaces {
  DataPlaces(const ForecastLines& lines, const ForecastPlaces& at)
      : calendar(at.data + 1),
        header(at.data + 2),
        first(at.data + 3),
        last(first + static_cast<int>(lines.rows.size()) - 1),
        keys(1),
        before(keys + static_cast<int>(lines.dimensions.size())),
        ledger(before + static_cast<int>(lines.before_labels.size())),
        end(ledger + static_cast<int>(lines.labels.size()) - 1),
        year(end - static_cast<int>(lines.periods) + 1),
        budget(last + 3) {}
  int calendar, header, first, last;     // rows
  int keys, before, ledger, end, year;   // columns
  int budget;                            // row of the first line's budget
};

class Blocks {
 public:
  Blocks(SheetBuilder& sheet, const ForecastContent& content, const ForecastPlaces& at, Language language)
      : sheet_(sheet), content_(content), lines_(*content.lines), at_(at), data_(lines_, at), language_(language) {}

  void write() {
    landings();
    data();
    if (has_profiles(lines_)) budgets();
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, language_, blanks);
  }
  std::string cell(int row, int column) const { return column_name(column) + std::to_string(row + 1); }

  void heading(int row, const std::string& text) {
    sheet_.write(row, 0, {{text}});
    sheet_.paint(row, 0, row, 0, Style::label);
  }

  void landings() {
    heading(at_.lines, lines_.is_live ? say(phrase::forecast_lines)
                                      : say(phrase::forecast_lines_dated, {content_.dated}));
    Row names;
    for (const Phrase name : {phrase::forecast_column_line, phrase::forecast_column_to_date, phrase::forecast_column_landing,
                              phrase::forecast_column_lower, phrase::forecast_column_upper, phrase::forecast_column_budget,
                              phrase::forecast_column_variance, phrase::forecast_column_flag})
      names.emplace_back(say(name));
    sheet_.write(at_.lines + 1, 0, {std::move(names)});
    sheet_.paint(at_.lines + 1, 0, at_.lines + 1, flag, Style::header);
    int row = at_.lines + 2, group = row;
    const int top = row;
    for (std::size_t i = 0; i < lines_.rows.size(); ++i, ++row) {
      write_line(i, row);
      if (i + 1 < lines_.rows.size() && lines_.rows[i + 1].nature == lines_.rows[i].nature) continue;
      write_total(group, ++row, lines_.rows[i].nature);
      group = row + 1;
    }
    sheet_.add(ColourWhere{sheet_.title(), top, flag, row - 1, flag,
                           {{say(phrase::adverse), Style::adverse}, {say(phrase::favourable), Style::favourable}}});
  }

  void write_line(std::size_t i, int row) {
    const auto& one = lines_.rows[i];
    const int data = data_.first + static_cast<int>(i);
    Row cells(flag + 1);
    cells[line] = control::shown(std::span<const std::string>(one.key));
    if (lines_.closed > 0)
      cells[to_date] = Formula{"=SUM(" + range_name(data, data_.year, data, data_.year + static_cast<int>(lines_.closed) - 1) + ")"};
    if (!lines_.is_live)
      for (const auto& [column, value] : {std::pair(landing, one.landing), {lower, one.lower}, {upper, one.upper}})
        if (value) cells[static_cast<std::size_t>(column)] = *value;
    cells[budget] = Formula{"=" + from_control(tables::ControlColumn::revised, lines_.dimensions.size(), one.nature, one.id)};
    finish_row(cells, row, one.nature);
    sheet_.write(row, 0, {std::move(cells)});
    sheet_.paint(row, line, row, line, Style::text);
    sheet_.paint(row, to_date, row, variance, Style::amount);
    if (lines_.is_live && one.landing) sheet_.add(WriteArray{sheet_.title(), row, landing, 1, 3, landing_formula(i, data), true});
  }

  std::string landing_formula(std::size_t i, int data) const {
    const auto& one = lines_.rows[i];
    const std::string prior = data_.year > data_.before ? range_name(data, data_.before, data, data_.year - 1) : "";
    const int planned = data_.budget + static_cast<int>(i);
    const std::string profile =
        one.profile.empty() ? "" : range_name(planned, data_.year, planned, data_.year + static_cast<int>(lines_.periods) - 1);
    return "=" + our_functions + "LANDING(" + range_name(data, data_.year, data, data_.end) + ";" + prior + ";" + profile +
           ";" + numeral(static_cast<double>(lines_.periods)) + ";" + numeral(static_cast<double>(lines_.closed)) + ";" +
           from_control(tables::ControlColumn::committed, lines_.dimensions.size(), one.nature, one.id) + ";" +
           numeral(content_.series.confidence) + ")";
  }

  // Favourable is positive.
  void finish_row(Row& cells, int row, Nature nature) const {
    if (nature == Nature::statistical) return;
    const std::string planned = cell(row, budget), expected = cell(row, landing), difference = cell(row, variance);
    const bool earns = nature == Nature::revenue;
    cells[variance] = Formula{"=" + (earns ? expected + "-" + planned : planned + "-" + expected)};
    cells[flag] = Formula{"=IF(ROUND(" + difference + ";6)=0;\"\";IF(" + difference + ">0;\"" + say(phrase::favourable) +
                          "\";\"" + say(phrase::adverse) + "\"))"};
  }

  // Bounds of several lines cannot be added up.
  void write_total(int from, int row, Nature nature) {
    Row cells(flag + 1);
    cells[line] = say(phrase::forecast_lines_total);
    for (const int column : {to_date, landing, budget})
      cells[static_cast<std::size_t>(column)] = Formula{"=SUM(" + range_name(from, column, row - 1, column) + ")"};
    finish_row(cells, row, nature);
    sheet_.write(row, 0, {std::move(cells)});
    sheet_.paint(row, line, row, line, Style::total_label);
    sheet_.paint(row, to_date, row, variance, Style::total_amount);
    sheet_.paint(row, flag, row, flag, Style::total_label);
  }

  void data() {
    heading(at_.data, say(phrase::forecast_data));
    Row calendar{say(phrase::forecast_calendar)};
    calendar.insert(calendar.end(), lines_.calendar.begin(), lines_.calendar.end());
    sheet_.write(data_.calendar, 0, {std::move(calendar)});
    std::vector<Row> rows{header()};
    for (const auto& one : lines_.rows) {
      Row cells = keys(one);
      for (const auto& amount : one.before_ledger) cells.push_back(amount ? Content(*amount) : Content(Blank{}));
      rows.push_back(std::move(cells));
    }
    for (Row& row : rows) row.resize(static_cast<std::size_t>(data_.ledger));
    sheet_.write(data_.header, 0, std::move(rows));
    for (int column = data_.before; column <= data_.end; ++column) sheet_.width(column, 27);
    Row labels;
    for (const auto& label : lines_.labels) labels.emplace_back(label);
    sheet_.write(data_.header, data_.ledger, {std::move(labels)});
    sheet_.paint(data_.calendar, 0, data_.calendar, static_cast<int>(lines_.calendar.size()), Style::note);
    sheet_.paint(data_.header, 0, data_.header, data_.end, Style::header);
    sheet_.paint(data_.first, 0, data_.last, data_.before - 1, Style::text);
    sheet_.paint(data_.first, data_.before, data_.last, data_.end, Style::amount);
    sheet_.add(WriteArray{sheet_.title(), data_.first, data_.ledger, data_.last - data_.first + 1,
                          data_.end - data_.ledger + 1, actuals_formula()});
  }

  Row header() const {
    Row names{std::string(tables::control_columns[0].header(language_))};
    names.insert(names.end(), lines_.dimensions.begin(), lines_.dimensions.end());
    names.insert(names.end(), lines_.before_labels.begin(), lines_.before_labels.end());
    return names;
  }
  Row keys(const ForecastLineRow& one) const {
    Row cells{one.id};
    for (const auto& part : one.key) cells.push_back(part.empty() ? Content(Blank{}) : Content(part));
    return cells;
  }

  std::string actuals_formula() {
    const int last_key = data_.before - 1;
    std::string tree;
    if (lines_.tree.rows() > 0) {
      std::vector<Row> pairs;
      for (std::size_t i = 0; i < lines_.tree.rows(); ++i)
        pairs.push_back({ledger::key_text(lines_.tree.at(i, 0)), ledger::key_text(lines_.tree.at(i, 1))});
      const int end = data_.first + static_cast<int>(pairs.size()) - 1, column = data_.end + 2;
      sheet_.write(data_.first, column, std::move(pairs));
      tree = range_name(data_.first, column, end, column + 1);
    }
    return "=" + our_functions + "ACTUALS(" + tables::ledger.cells() + ";" + range_name(data_.first, data_.keys, data_.last, last_key) + ";" +
           range_name(data_.header, data_.ledger, data_.header, data_.end) + ";" +
           range_name(data_.header, data_.keys, data_.header, last_key) + ";\"actual\";" + tree + ";;" +
           range_name(data_.calendar, 1, data_.calendar, static_cast<int>(lines_.calendar.size())) + ")";
  }

  void budgets() {
    const int heading_row = data_.budget - 1;
    sheet_.write(heading_row, 0, {{say(phrase::forecast_data_budget) + " (" + content_.dated + ")"}});
    sheet_.paint(heading_row, 0, heading_row, 0, Style::label);
    for (std::size_t i = 0; i < lines_.rows.size(); ++i) {
      const auto& one = lines_.rows[i];
      const int row = data_.budget + static_cast<int>(i);
      sheet_.write(row, 0, {keys(one)});
      if (one.profile.empty()) continue;
      Row cells;
      for (const auto& amount : one.profile) cells.push_back(amount ? Content(*amount) : Content(Blank{}));
      sheet_.write(row, data_.year, {std::move(cells)});
    }
    const int end = data_.budget + static_cast<int>(lines_.rows.size()) - 1;
    sheet_.paint(data_.budget, 0, end, data_.before - 1, Style::text);
    sheet_.paint(data_.budget, data_.year, end, data_.end, Style::amount);
  }

  SheetBuilder& sheet_;
  const ForecastContent& content_;
  const ForecastLines& lines_;
  const ForecastPlaces& at_;
  DataPlaces data_;
  Language language_;
};

}  // namespace

int height_of_lines(const ForecastLines& lines) {
  return 2 + static_cast<int>(lines.rows.size() + natures(lines));
}

int height_of_data(const ForecastLines& lines) {
  const int rows = static_cast<int>(std::max(lines.rows.size(), lines.tree.rows()));
  return 3 + rows + (has_profiles(lines) ? 2 + static_cast<int>(lines.rows.size()) : 0);
}

void write_line_blocks(SheetBuilder& sheet, const ForecastContent& content, const ForecastPlaces& at,
                       Language language) {
  Blocks(sheet, content, at, language).write();
}

Formula sum_of_lines(const ForecastLines& lines, const ForecastPlaces& at, std::size_t period, Nature nature,
                     const std::string& line) {
  const DataPlaces data(lines, at);
  const int column = data.before + static_cast<int>(period);
  const auto is_meant = [&](const ForecastLineRow& row) { return line.empty() ? row.nature == nature : row.id == line; };
  const auto first = std::ranges::find_if(lines.rows, is_meant);
  const auto end = std::find_if_not(first, lines.rows.end(), is_meant);
  const int top = data.first + static_cast<int>(first - lines.rows.begin());
  const int bottom = data.first + static_cast<int>(end - lines.rows.begin()) - 1;
  return {"=SUM(" + range_name(top, column, bottom, column) + ")"};
}

std::string from_control(tables::ControlColumn column, std::size_t dimensions, Nature nature, const std::string& line) {
  const auto whole = [&](tables::ControlColumn one) { return whole_column(one, dimensions); };
  const bool one_line = !line.empty();
  return "SUMIF(" + whole(one_line ? tables::ControlColumn::line : tables::ControlColumn::nature) + ";\"" +
         (one_line ? line : std::string(code_of(nature))) + "\";" + whole(column) + ")";
}

}  // namespace steward::plan
