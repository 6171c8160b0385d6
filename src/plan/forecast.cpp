#include "plan/forecast.hpp"

#include "forecast/history.hpp"
#include "forecast/landing.hpp"
#include "numeral.hpp"
#include "plan/forecast_frame.hpp"
#include "plan/history_range.hpp"
#include "plan/log_writer.hpp"
#include "plan/options.hpp"
#include "plan/table_reader.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"
#include "words/table_language.hpp"

namespace steward::plan {
namespace {

Result<ForecastWishes> read_wishes(const Request& request) {
  const OptionReader options(request);
  ForecastWishes wishes;
  wishes.range = options.text("range");
  wishes.line = options.text("line");
  const auto whole = [&](const char* name, const auto& read) -> Result<std::optional<std::size_t>> {
    STEWARD_TRY(const auto number, options.number(name));
    if (!number) return std::optional<std::size_t>();
    if (!(std::abs(*number) < 1e6)) return refused(phrase::option_unreadable, {name, numeral(*number)});
    const Result<std::size_t> count = read(static_cast<int>(*number));
    if (count.has_error()) return as_refusal(count.error());
    return std::optional(count.value());
  };
  STEWARD_TRY(wishes.horizon, whole("horizon", forecast::read_horizon));
  STEWARD_TRY(wishes.season, whole("season", forecast::read_season));
  STEWARD_TRY(const auto confidence, options.number("confidence"));
  if (confidence) {
    const auto share = forecast::read_confidence(*confidence > 1 ? *confidence / 100 : *confidence);
    if (share.has_error()) return as_refusal(share.error());
    wishes.confidence = share.value();
  }
  const auto language = table_language(options.text("language"), request.now.language);
  if (language.has_error()) return as_refusal(language.error());
  wishes.language = language.value();
  STEWARD_TRY(wishes.as_of, options.day("asOf"));
  STEWARD_TRY(const auto month, options.number("startMonth"));
  wishes.start_month = static_cast<int>(month.value_or(1));
  if (wishes.start_month < 1 || wishes.start_month > 12)
    return refused(phrase::option_unreadable, {"startMonth", numeral(*month)});
  return wishes;
}

// A history of one range, and its sheet.
class RangeForecast : private ForecastFrame {
 public:
  RangeForecast(const Request& request, const ForecastWishes& wishes, HistoryRange history)
      : ForecastFrame(request, wishes), history_(std::move(history)) {}

  Result<Plan> plan() {
    describe();
    fill_series();
    const std::string title = add_sheet();
    STEWARD_TRY(answer());
    return finished(say(phrase::forecast_done, {title, count(series().horizon), count(series().values.size())}));
  }

 private:
  void describe() {
    const auto own = history_.periodicity.season();
    series().season = wishes_.season.value_or(own.value_or(12));
    series().horizon = wishes_.horizon.value_or(std::max<std::size_t>(series().season > 1 ? series().season : 5, 1));
    series().periods = series().season;
    series().confidence = wishes_.confidence;
    const Phrase why = wishes_.season ? phrase::season_given : own ? phrase::season_from_labels : phrase::season_assumed;
    content_.title = say(phrase::forecast_title, {history_.title});
    content_.source = say(phrase::forecast_of, {workbook::address(request_.book, history_.area),
                                                count(history_.values.size()), count(series().season), say(why)});
    content_.dated = say(phrase::forecast_dated, {iso(request_.now.today)});
    std::string last = label_text(history_.labels.back());
    if (last.empty()) last = workbook::address(request_.book, workbook::Area{history_.area.sheet, history_.area.bottom,
                                                                             history_.area.right, history_.area.bottom,
                                                                             history_.area.right});
    content_.made = say(phrase::forecast_made, {iso(request_.now.today), last, numeral(100 * wishes_.confidence)});
  }

  void fill_series() {
    auto& s = series();
    s.values = history_.values;
    s.labels = history_.labels;
    for (std::size_t t = 0; t < s.values.size(); ++t) {
      if (label_text(s.labels[t]).empty()) s.labels[t] = count(t + 1);
      const bool across = history_.area.rows() == 1 && history_.area.columns() > 1;
      const int step = static_cast<int>(t);
      const workbook::Area cell{history_.area.sheet, history_.area.top + (across ? 0 : step),
                                history_.area.left + (across ? step : 0), history_.area.top + (across ? 0 : step),
                                history_.area.left + (across ? step : 0)};
      const std::string name = workbook::address(request_.book, cell);
      s.actuals.push_back(Formula{"=IF(" + name + "=\"\";\"\";" + name + ")"});
    }
    for (std::size_t h = 0; h < s.horizon; ++h) s.labels.push_back(history_.label_ahead(h, language_));
    find_year();
  }

  // How far the year has come that the periods name.
  void find_year() {
    auto& s = series();
    const int months = history_.periodicity.months;
    if (!history_.first_day || months == 0 || months == 12 || s.season != static_cast<std::size_t>(12 / months)) return;
    const std::chrono::year_month_day first(*history_.first_day);
    const int last = 12 * static_cast<int>(first.year()) + static_cast<int>(static_cast<unsigned>(first.month())) - 1 +
                     months * static_cast<int>(s.values.size() - 1);
    const int since_start = (last - (wishes_.start_month - 1)) % 12;
    if (since_start % months != 0) return;
    const std::size_t known = static_cast<std::size_t>(since_start / months) + 1;
    // A year that is over is known: the next one is forecast.
    s.closed = known == s.season ? 0 : std::min(known, s.values.size());
    const int start = last - since_start + (known == s.season ? 12 : 0), year = start / 12;
    s.year = std::to_string(year) + (wishes_.start_month > 1 ? "/" + std::to_string((year + 1) % 100) : "");
    if (known != s.season && known > s.values.size()) s.closed.reset();  // part of the year lies before the history
  }

  Outcome answer() {
    answer_.add({"source", "", {}, {}, {}, {}, {}, static_cast<double>(series().values.size()), {}, {}, content_.source});
    const auto made = answer_.add_series(series(), history_.title);
    if (made.has_error()) return as_refusal(made.error());
    if (!series().closed) return success();
    const std::size_t closed = *series().closed, before = series().values.size() - closed;
    const auto from = series().values.begin() + static_cast<std::ptrdiff_t>(before);
    forecast::Year year{series().season, closed, {from, series().values.end()}, {series().values.begin(), from}, {}, {}};
    const auto landing = forecast::land(year, wishes_.confidence);
    if (landing.has_error()) return success();
    ForecastAnswer::Cells cells{"landing", history_.title, series().year};
    double to_date = 0;
    for (auto value = from; value != series().values.end(); ++value) to_date += value->value_or(0);
    cells.actual = to_date;
    cells.forecast = landing.value().estimate;
    if (landing.value().bounds) cells.lower = (*landing.value().bounds)[0], cells.upper = (*landing.value().bounds)[1];
    answer_.add(std::move(cells));
    return success();
  }

  HistoryRange history_;
};

}  // namespace

Result<Plan> forecast_range(const Request& request, const ForecastWishes& wishes) {
  if (!wishes.range) {
    STEWARD_TRY(auto found, find_history(request.book));
    return RangeForecast(request, wishes, std::move(found)).plan();
  }
  const auto areas = workbook::references("=" + *wishes.range, 0, request.book);
  if (areas.size() != 1) return refused(phrase::option_unreadable, {"range", *wishes.range});
  STEWARD_TRY(auto history, read_history_range(request.book, areas.front()));
  return RangeForecast(request, wishes, std::move(history)).plan();
}

Result<Plan> forecast(const Request& request) {
  STEWARD_TRY(const auto wishes, read_wishes(request));
  if (wishes.range || !is_controlled(request.book)) return forecast_range(request, wishes);
  return forecast_control(request, wishes);
}

}  // namespace steward::plan
