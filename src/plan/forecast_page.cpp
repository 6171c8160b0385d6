#include "plan/forecast_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "forecast/back_test.hpp"
#include "forecast/explanation.hpp"
#include "forecast/pace.hpp"
#include "numeral.hpp"
#include "plan/formula_parts.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"
#include "words/phrases/report.gen.hpp"

namespace steward::plan {
namespace {

// Columns of the series block; the last three are for the chart.
enum Column { period, actual, lower, centre, upper, budget, chart_line, chart_edge, chart_band, column_count };

constexpr int chart_rows = 19;
// Beyond this length an explanation or a back-test takes longer than a recalculation may; they are values then.
constexpr std::size_t longest_live = 1000;
constexpr int most_leads = 12, origins = 12;
constexpr double first_width = 72, other_width = 27;  // of the columns, in millimetres

// How many lines a text takes at 10 points within a width in millimetres; Chinese letters are twice as wide.
int lines_of(const std::string& text, double width) {
  double letters = 0;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x80) letters += 1;
    else if (byte >= 0xE0) letters += 2;
    else if (byte >= 0xC0) letters += 1;
  }
  constexpr double letter_width = 1.95;
  return std::max(1, static_cast<int>(std::ceil(letters * letter_width / width)));
}

class Page {
 public:
  Page(SheetBuilder& sheet, const ForecastContent& content, Language language)
      : sheet_(sheet), content_(content), series_(content.series), language_(language), known_(series_.values.size()) {
    if (!series_.goes_by_profile()) {
      auto method = forecast::explain_forecast(series_.values, static_cast<int>(series_.season), language);
      if (method) method_ = std::move(method).value();
      auto tested = forecast::backtest(series_.values, leads(), static_cast<int>(series_.season),
                                       ForecastMethod::automatic, origins);
      if (tested) back_test_ = std::move(tested).value();
    } else {
      explain_profile();
    }
    place();
  }

  void write() {
    head();
    series();
    key_figures();
    chart();
    if (content_.lines) write_line_blocks(sheet_, content_, at_, language_);
    method();
    back_test();
    accuracy();
    finish();
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, language_, blanks);
  }
  int leads() const { return static_cast<int>(std::min<std::size_t>(series_.horizon, most_leads)); }
  bool is_live() const { return known_ <= longest_live && !series_.goes_by_profile(); }
  std::string known_cells() const { return at_.cells(actual, 0, known_ - 1); }

  void place() {
    int row = at_.chart + chart_rows + 1;
    const auto take = [&](int& place, int height) {
      place = row;
      if (height > 0) row += height + 1;
    };
    take(at_.lines, content_.lines ? height_of_lines(*content_.lines) : 0);
    take(at_.method, static_cast<int>(method_.rows()) + 2);
    take(at_.back_test, back_test_.rows() > 0 ? static_cast<int>(back_test_.rows()) + 2 : 0);
    take(at_.accuracy, content_.accuracy ? static_cast<int>(std::max<std::size_t>(content_.accuracy->rows(), 1)) + 2 : 0);
    take(at_.series, static_cast<int>(known_ + series_.horizon) + 2);
    take(at_.data, content_.lines ? height_of_data(*content_.lines) : 0);
    at_.end = row;
  }

  void explain_profile() {
    forecast::Values known, planned;
    std::size_t first = 0;
    while (first < known_ && !series_.values[first]) ++first;
    for (std::size_t t = first; t < known_; ++t) {
      known.push_back(series_.values[t].value_or(0));
      planned.push_back(series_.profile[t].value_or(0));
    }
    const auto pace = forecast::pace_after(known, planned);
    const double shown = pace ? std::round(pace.value() * 1000) / 1000 : 1;
    method_.append({say(phrase::forecast_choice), say(phrase::forecast_by_profile, {numeral(shown)}), Blank(), Blank()});
  }

  void heading(int row, const std::string& text) {
    sheet_.write(row, 0, {{text}});
    sheet_.paint(row, 0, row, 0, Style::label);
  }
  void header(int row, std::vector<Phrase> names) {
    Row cells;
    for (const Phrase name : names) cells.emplace_back(say(name));
    const int right = static_cast<int>(cells.size()) - 1;
    sheet_.write(row, 0, {std::move(cells)});
    sheet_.paint(row, 0, row, right, Style::header);
  }

  void head() {
    sheet_.write(0, 0, {{content_.title}, {content_.source}, {content_.made}, {say(phrase::forecast_reading)}});
    sheet_.paint(0, 0, 0, 0, Style::title);
    sheet_.paint(1, 0, 1, 0, Style::subtitle);
    sheet_.paint(2, 0, 3, 0, Style::note);
  }

  // The range of the year's budget, which begins with the first period known.
  std::string profile_cells() const { return at_.cells(budget, 0, series_.season - 1); }

  void series() {
    heading(at_.series, say(phrase::forecast_series));
    const std::string percent = numeral(std::round(series_.confidence * 1000) / 10);
    Row names;
    for (const Phrase name : {phrase::forecast_column_period, phrase::forecast_column_actual, phrase::forecast_column_lower,
                              phrase::forecast_column_forecast, phrase::forecast_column_upper})
      names.emplace_back(say(name));
    names.emplace_back(series_.budget.empty() ? std::string() : say(phrase::forecast_column_budget));
    for (const std::string& name : {say(phrase::forecast_chart_line), say(phrase::forecast_chart_edge),
                                    say(phrase::forecast_chart_band, {percent})})
      names.emplace_back(name);
    std::vector<Row> rows{std::move(names)};
    for (std::size_t t = 0; t < known_ + series_.horizon; ++t) rows.push_back(series_row(t));
    const int top = at_.series + 2, end = top + static_cast<int>(known_ + series_.horizon) - 1;
    sheet_.write(top - 1, 0, std::move(rows));
    sheet_.paint(top - 1, 0, top - 1, upper + (series_.budget.empty() ? 0 : 1), Style::header);
    sheet_.paint(top - 1, chart_line, end, chart_band, Style::note);
    sheet_.paint(top, period, end, period, std::holds_alternative<Date>(series_.labels.front()) ? Style::date : Style::text);
    sheet_.paint(top, actual, end, budget, Style::amount);
    forecast_formula(top + static_cast<int>(known_));
  }

  Row series_row(std::size_t t) const {
    const int row = at_.series + 2 + static_cast<int>(t);
    const auto cell = [&](Column column) { return column_name(column) + std::to_string(row + 1); };
    Row cells(column_count);
    cells[period] = series_.labels[t];
    if (t < series_.budget.size()) cells[budget] = series_.budget[t];
    if (t < known_) {
      cells[actual] = content_.lines ? Content(sum_of_lines(*content_.lines, at_, t, series_.nature, series_.line))
                                     : series_.actuals[t];
      if (t + 1 == known_) cells[chart_line] = Formula{"=" + cell(actual)};
      cells[chart_edge] = Formula{"=N(" + cell(actual) + ")"};
      cells[chart_band] = 0.0;
    } else {
      cells[chart_line] = Formula{"=" + cell(centre)};
      cells[chart_edge] = Formula{"=N(" + cell(lower) + ")"};
      cells[chart_band] = Formula{"=N(" + cell(upper) + ")-N(" + cell(lower) + ")"};
    }
    return cells;
  }

  void forecast_formula(int row) {
    const int horizon = static_cast<int>(series_.horizon);
    const std::string steps = ";" + numeral(horizon) + ";", season = numeral(static_cast<double>(series_.season));
    const std::string profile = series_.goes_by_profile() ? ";\"auto\";;" + profile_cells() : "";
    std::size_t amounts = 0;
    for (const auto& value : series_.values) amounts += value ? 1 : 0;
    if (amounts < 2 && profile.empty()) {
      sheet_.add(WriteArray{sheet_.title(), row, centre, horizon, 1,
                            "=" + our_functions + "FORECAST(" + known_cells() + steps + season + ")", true});
      return;
    }
    sheet_.add(WriteArray{sheet_.title(), row, lower, horizon, 3,
                          "=" + our_functions + "FORECASTINTERVAL(" + known_cells() + steps + numeral(series_.confidence) +
                              ";" + season + profile + ")", true});
  }

  void key_figures() {
    const int row = at_.key + 1;
    std::vector<Phrase> names{phrase::forecast_key, phrase::forecast_column_to_date, phrase::forecast_column_landing,
                              phrase::forecast_column_lower, phrase::forecast_column_upper};
    const bool has_budget = !series_.year_budget.empty();
    if (has_budget)
      names.insert(names.end(),
                   {phrase::forecast_column_budget, phrase::forecast_column_variance, phrase::forecast_column_flag});
    if (!series_.closed) {
      next_periods(row);
      return;
    }
    header(at_.key, names);
    const std::size_t closed = *series_.closed, first = known_ - closed;
    const std::string year = closed > 0 ? at_.cells(actual, first, known_ - 1) : at_.cells(actual, known_, known_);
    Row cells{series_.year, closed > 0 ? Content(Formula{"=SUM(" + year + ")"}) : Content(0.0)};
    if (has_budget) {
      const auto cell = [&](int column) { return column_name(column) + std::to_string(row + 1); };
      cells.resize(5);
      cells.emplace_back(Formula{"=" + series_.year_budget});
      const bool earns = series_.nature == Nature::revenue;
      cells.emplace_back(Formula{"=" + (earns ? cell(2) + "-" + cell(5) : cell(5) + "-" + cell(2))});
      cells.emplace_back(Formula{"=IF(ROUND(" + cell(6) + ";6)=0;\"\";IF(" + cell(6) + ">0;\"" + say(phrase::favourable) +
                                 "\";\"" + say(phrase::adverse) + "\"))"});
    }
    sheet_.write(row, 0, {std::move(cells)});
    std::string formula = "=" + our_functions + "LANDING(" + year + ";" + (first > 0 ? at_.cells(actual, 0, first - 1) : "") +
                          ";" + (series_.goes_by_profile() ? profile_cells() : "") + ";" +
                          numeral(static_cast<double>(series_.periods)) + ";" + numeral(static_cast<double>(closed)) + ";" +
                          series_.committed + ";" + numeral(series_.confidence) + ")";
    sheet_.add(WriteArray{sheet_.title(), row, 2, 1, 3, std::move(formula), true});
    sheet_.paint(row, 0, row, 0, Style::total_label);
    sheet_.paint(row, 1, row, has_budget ? 6 : 4, Style::total_amount);
    if (has_budget) sheet_.paint(row, 7, row, 7, Style::total_label);
  }

  void next_periods(int row) {
    header(at_.key, {phrase::forecast_column_period, phrase::forecast_column_forecast});
    sheet_.write(row, 0,
                 {{say(phrase::forecast_next, {numeral(static_cast<double>(series_.horizon))}),
                   Formula{"=SUM(" + at_.cells(centre, known_, known_ + series_.horizon - 1) + ")"}}});
    sheet_.paint(row, 0, row, 0, Style::total_label);
    sheet_.paint(row, 1, row, 1, Style::total_amount);
  }

  void chart() {
    // Three years before the forecast are enough to see the season.
    const std::size_t shown = std::min(known_, std::max<std::size_t>(3 * series_.season, 24));
    const int top = at_.series + 2 + static_cast<int>(known_ - shown),
              end = at_.series + 1 + static_cast<int>(known_ + series_.horizon);
    const auto column = [&](int place) { return ChartCells{top, place, end, place}; };
    const auto name = [&](int place) { return ChartCells{at_.series + 1, place, at_.series + 1, place}; };
    AddChart edit{sheet_.title(), sheet_.title(), {at_.chart, 0, at_.chart + chart_rows - 1, chart_edge}};
    edit.title = content_.title;
    edit.up = say(phrase::forecast_axis, {content_.unit});
    if (content_.unit.empty()) edit.up.clear();
    edit.categories = column(period);
    const bool has_interval = known_ > 1 || series_.goes_by_profile();
    if (has_interval) {
      edit.series.push_back({SeriesKind::stacked_area, SeriesLook::none, SeriesColour::main, column(chart_edge)});
      edit.series.push_back({SeriesKind::stacked_area, SeriesLook::pale, SeriesColour::main, column(chart_band), name(chart_band)});
    }
    if (!series_.budget.empty())
      edit.series.push_back({SeriesKind::line, SeriesLook::solid, SeriesColour::neutral, column(budget), name(budget)});
    edit.series.push_back({SeriesKind::line, SeriesLook::solid, SeriesColour::main, column(actual), name(actual)});
    edit.series.push_back({SeriesKind::line, SeriesLook::dashed, SeriesColour::main, column(chart_line), name(centre)});
    sheet_.add(std::move(edit));
  }

  // The words stand last, where a long sentence has room.
  void method() {
    heading(at_.method, say(phrase::forecast_method_title));
    header(at_.method + 1, {phrase::forecast_method_what, phrase::forecast_method_error, phrase::forecast_method_test,
                            phrase::forecast_method_detail});
    const int top = at_.method + 2, rows = static_cast<int>(method_.rows());
    constexpr std::array<int, 4> source{0, 2, 3, 1};
    sheet_.paint(top, 0, top + rows - 1, 0, Style::text);
    sheet_.paint(top, 1, top + rows - 1, 2, Style::amount);
    passages(top, rows);
    const std::string call = our_functions + "FORECASTMETHOD(" + known_cells() + ";" +
                             numeral(static_cast<double>(series_.season)) + ";\"" +
                             (language_ == Language::chinese ? "zh" : "en") + "\")";
    for (int column = 0; column < 4; ++column) {
      const int from = source[static_cast<std::size_t>(column)];
      if (is_live())
        sheet_.add(WriteArray{sheet_.title(), top, column, rows, 1, "=INDEX(" + call + ";0;" + std::to_string(from + 1) + ")", true});
      else
        sheet_.write(top, column, values_of(method_, from));
    }
    if (!is_live()) sheet_.write(at_.method, 3, {{content_.dated}});
    sheet_.paint(at_.method, 3, at_.method, 3, Style::note);
  }

  // The reasons wrap within the columns up to the edge of the printed page.
  void passages(int top, int rows) {
    sheet_.paint(top, 3, top + rows - 1, chart_band, Style::passage);
    const double width = other_width * (chart_band - 3 + 1) - 4;
    for (int row = 0; row < rows; ++row) {
      const auto* text = std::get_if<std::string>(&method_.at(static_cast<std::size_t>(row), 1));
      sheet_.add(Passage{sheet_.title(), top + row, 3, chart_band, 1 + 4.2 * lines_of(text ? *text : std::string(), width)});
    }
  }

  static std::vector<Row> values_of(const Table& table, int column) {
    std::vector<Row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const Value& value = table.at(row, static_cast<std::size_t>(column));
      const auto* number = std::get_if<double>(&value);
      const auto* text = std::get_if<std::string>(&value);
      rows.push_back({number ? Content(*number) : text ? Content(*text) : Content(Blank{})});
    }
    return rows;
  }

  void back_test() {
    if (back_test_.rows() == 0) return;
    heading(at_.back_test, say(phrase::forecast_back_test));
    header(at_.back_test + 1, {phrase::forecast_lead, phrase::forecast_count, phrase::forecast_bias, phrase::forecast_error,
                               phrase::forecast_square, phrase::forecast_symmetric, phrase::forecast_scaled});
    const int top = at_.back_test + 2, rows = static_cast<int>(back_test_.rows());
    paint_errors(top, rows);
    sheet_.paint(top, 6, top + rows - 1, 6, Style::amount);
    const std::string season = numeral(static_cast<double>(series_.season));
    if (is_live())
      sheet_.add(WriteArray{sheet_.title(), top, 0, rows, 7,
                            "=" + our_functions + "BACKTEST(" + known_cells() + ";" + numeral(leads()) + ";" + season +
                                ";\"auto\";" + numeral(origins) + ")", true});
    else
      for (int column = 0; column < 7; ++column) sheet_.write(top, column, values_of(back_test_, column));
  }

  void paint_errors(int top, int rows) {
    sheet_.paint(top, 0, top + rows - 1, 1, Style::text);
    sheet_.paint(top, 2, top + rows - 1, 4, Style::amount);
    sheet_.paint(top, 5, top + rows - 1, 5, Style::rate);
  }

  void accuracy() {
    if (!content_.accuracy) return;
    heading(at_.accuracy, content_.accuracy_title);
    const int rows = static_cast<int>(content_.accuracy->rows());
    if (rows == 0) {
      sheet_.write(at_.accuracy + 1, 0, {{say(phrase::forecast_no_vintage)}});
      sheet_.paint(at_.accuracy + 1, 0, at_.accuracy + 1, 0, Style::note);
      return;
    }
    header(at_.accuracy + 1, {phrase::forecast_lead, phrase::forecast_count, phrase::forecast_bias, phrase::forecast_error,
                              phrase::forecast_square, phrase::forecast_symmetric});
    paint_errors(at_.accuracy + 2, rows);
    for (int column = 0; column < 6; ++column)
      sheet_.write(at_.accuracy + 2, column, values_of(*content_.accuracy, column));
  }

  void finish() {
    sheet_.width(0, first_width);
    for (int column = 1; column < column_count; ++column) sheet_.width(column, other_width);
    PrintSetup print;
    print.sheet = sheet_.title();
    print.bottom = at_.end - 1;
    print.right = column_count - 1;
    print.header = content_.title;
    sheet_.add(std::move(print));
    sheet_.add(Protect{sheet_.title()});
  }

  SheetBuilder& sheet_;
  const ForecastContent& content_;
  const ForecastSeries& series_;
  Language language_;
  std::size_t known_;
  Table method_, back_test_;
  ForecastPlaces at_;
};

}  // namespace

void write_forecast_page(SheetBuilder& sheet, const ForecastContent& content, Language language) {
  Page(sheet, content, language).write();
}

}  // namespace steward::plan
