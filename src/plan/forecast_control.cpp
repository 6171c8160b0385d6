#include <algorithm>
#include <map>

#include "forecast/forecast.hpp"
#include "forecast/landing.hpp"
#include "numeral.hpp"
#include "plan/budget_reading.hpp"
#include "plan/forecast.hpp"
#include "plan/forecast_frame.hpp"
#include "plan/log_reader.hpp"
#include "plan/vintages.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using control::PeriodNumber;

// Landings of more lines than this are values: as formulas they would be recomputed at every posting.
constexpr std::size_t most_live_lines = 30;
// One forecast takes as long as reading about so many postings.
constexpr std::size_t steps_of_forecast = 1000;

// A controlled budget: its lines forecast one by one, and one series of them together.
class ControlForecast : private ForecastFrame {
 public:
  ControlForecast(const Request& request, const ForecastWishes& wishes, ControlBook& control)
      : ForecastFrame(request, wishes), control_(control) {}

  Result<Plan> plan() {
    expect(request_.course, control_.lines().size() * steps_of_forecast);
    STEWARD_TRY(read_actuals());
    STEWARD_TRY(choose_lines());
    describe();
    const std::string title = add_sheet();
    answer_.add({"source", "", {}, {}, {}, {}, {}, static_cast<double>(series().values.size()), {}, {}, content_.source});
    STEWARD_TRY(forecast_lines());
    STEWARD_TRY(forecast_together());
    STEWARD_TRY(const std::string kept, keep_vintage());
    return finished(say(is_new_ ? phrase::forecast_done_vintage : phrase::forecast_done_same,
                        {title, count(series().horizon), count(series().values.size()), kept}));
  }

 private:
  std::size_t per_year() const { return static_cast<std::size_t>(control_.timeline().periods_in_year()); }
  double amount(Money money) const { return money.amount(control_.decimals()); }
  std::size_t known() const { return static_cast<std::size_t>(last_ - first_ + 1); }

  control::Standing whole(LineNumber line) const {
    const auto horizon = control_.standings().horizon();
    return horizon ? control_.standings().over(line, *horizon) : control::Standing();
  }

  // Actuals by line and period: of the ledger, and of earlier years what the user's own table has.
  Outcome read_actuals() {
    auto& timeline = control_.timeline();
    auto& lines = control_.lines();
    const Date as_of = wishes_.as_of.value_or(control_.as_of());
    STEWARD_TRY(const PeriodNumber current, timeline.number_of(as_of));
    actuals_.resize(lines.size());
    std::optional<PeriodNumber> first, last;
    STEWARD_TRY(control_.replay([&](int, const ledger::Posting& posting) {
      if (posting.stage != Stage::actual) return;
      const auto period = timeline.number_of(posting.day);
      if (!period) return;
      for (const LineNumber line : lines.hit_by(posting.key)) actuals_[line][period.value()] += posting.amount;
      if (period.value() > current) return;
      first = std::min(first.value_or(period.value()), period.value());
      last = std::max(last.value_or(period.value()), period.value());
    }));
    const PeriodNumber closed = timeline.days(current).last <= as_of ? current : current - 1;
    ledger_first_ = first.value_or(current);
    read_prior();
    const auto earliest = prior_first_ ? std::optional(*prior_first_) : first;
    last_ = std::min(closed, last.value_or(prior_first_ ? ledger_first_ - 1 : closed));
    if (!earliest || last_ < *earliest) return refused(phrase::forecast_nothing_posted, {iso(as_of)});
    first_ = *earliest;
    year_ = timeline.year(last_);
    // A year that is over is known: the next one is forecast.
    if (last_ == year_.last) year_ = timeline.year(last_ + 1);
    // With less than a year the budget gives the shape, and the history begins with its first period.
    if (known() < per_year()) first_ = std::min(first_, year_.first);
    ledger_first_ = prior_first_ ? ledger_first_ : first_;
    return success();
  }

  void read_prior() {
    const auto source =
        std::ranges::find(request_.book.names, std::string_view("steward_source"), &workbook::NamedArea::name);
    if (source == request_.book.names.end()) return;
    Options options;
    for (const auto& entry : control_.settings().all("read")) options[entry.item] = entry.text;
    options["decimals"] = static_cast<double>(control_.decimals());
    options["startMonth"] = control_.settings().number("start_month").value_or(1);
    const auto prior = read_prior_actuals({request_.book, options, request_.now}, source->area);
    if (prior.has_error()) return;
    prior_.resize(control_.lines().size());
    for (const auto& read : prior.value()) {
      const std::vector<std::string_view> key(read.key.begin(), read.key.end());
      const auto& hits = control_.lines().hit_by(key);
      if (hits.empty()) continue;
      for (const auto& [day, money] : read.actual) {
        const auto period = control_.timeline().number_of(day);
        if (!period || period.value() >= ledger_first_) continue;
        prior_[hits.front()][period.value()] += money;
        prior_first_ = std::min(prior_first_.value_or(period.value()), period.value());
      }
    }
  }

  // Rows of one nature together, the largest budget first; the series is that nature, or the line asked for.
  Outcome choose_lines() {
    std::map<Nature, Money> budgets;
    for (LineNumber line = 0; line < control_.lines().size(); ++line)
      budgets[control_.lines()[line].nature] += abs(whole(line).revised());
    std::vector<std::pair<Nature, Money>> natures(budgets.begin(), budgets.end());
    std::ranges::stable_sort(natures, [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [nature, money] : natures)
      for (LineNumber line = 0; line < control_.lines().size(); ++line)
        if (control_.lines()[line].nature == nature) order_.push_back(line);
    series().nature = natures.front().first;
    if (wishes_.line) {
      const auto wanted = folded(*wishes_.line);
      const auto found = std::ranges::find_if(order_, [&](LineNumber line) {
        const auto& one = control_.lines()[line];
        return folded(one.id) == wanted || folded(control::shown(std::span<const std::string>(one.key))) == wanted ||
               std::ranges::any_of(one.key, [&](const auto& part) { return folded(part) == wanted; });
      });
      if (found == order_.end()) return refused(phrase::forecast_unknown_line, {*wishes_.line});
      shown_ = {*found};
      series().line = control_.lines()[*found].id;
      series().nature = control_.lines()[*found].nature;
    } else {
      for (const LineNumber line : order_)
        if (control_.lines()[line].nature == series().nature) shown_.push_back(line);
    }
    return success();
  }

  std::string label(PeriodNumber number) {
    if (control_.timeline().calendar().pattern != PeriodPattern::monthly) return control_.timeline().label(number);
    return iso(control_.timeline().days(number).first).substr(0, 7);
  }

  void describe() {
    auto& s = series();
    s.season = wishes_.season.value_or(per_year());
    s.periods = per_year();
    s.confidence = wishes_.confidence;
    const auto rest = static_cast<std::size_t>(year_.last - last_);
    s.horizon = std::max(wishes_.horizon.value_or(rest), rest);
    s.closed = static_cast<std::size_t>(std::max(0, last_ - year_.first + 1));
    s.year = control_.timeline().label(year_.first).substr(0, 6);
    const std::string& title = control_.settings().text("title");
    const std::string name = s.line.empty() ? title : title + ", " + control::shown(std::span<const std::string>(control_.lines()[shown_.front()].key));
    content_.title = say(phrase::forecast_title, {name});
    content_.unit = control_.policy().currency.empty() ? say(phrase::currency_unit) : control_.policy().currency;
    content_.source = say(phrase::forecast_of_ledger,
                          {control_.timeline().label(last_), count(known()), count(s.season),
                           say(wishes_.season ? phrase::season_given : phrase::season_from_calendar)});
    content_.made = say(phrase::forecast_made, {iso(request_.now.today), iso(control_.timeline().days(last_).last),
                                                numeral(100 * wishes_.confidence)});
    content_.dated = say(phrase::forecast_dated, {iso(request_.now.today)});
    content_.accuracy_title = say(phrase::forecast_vintages, {iso(control_.timeline().days(last_).last)});
    for (PeriodNumber period = first_; period <= last_ + static_cast<int>(s.horizon); ++period) s.labels.emplace_back(label(period));
    s.committed = from_control(tables::ControlColumn::committed, control_.dimensions().size(), s.nature, s.line);
    s.year_budget = from_control(tables::ControlColumn::revised, control_.dimensions().size(), s.nature, s.line);
    content_.lines = ForecastLines{};
    auto& lines = *content_.lines;
    lines.dimensions = control_.dimensions();
    for (PeriodNumber period = first_; period < ledger_first_; ++period) lines.before_labels.push_back(control_.timeline().label(period));
    for (PeriodNumber period = ledger_first_; period <= year_.last; ++period) lines.labels.push_back(control_.timeline().label(period));
    lines.periods = per_year();
    lines.closed = *s.closed;
    const auto& calendar = control_.timeline().calendar();
    lines.calendar = {static_cast<double>(calendar.start_month), std::string(code_of(calendar.pattern)), std::string(code_of(calendar.year))};
    if (calendar.anchor) lines.calendar.emplace_back(*calendar.anchor);
    for (const auto& entry : control_.settings().all("parent")) lines.tree.append({entry.item, entry.text});
    lines.is_live = order_.size() <= most_live_lines;
  }

  // Amounts of a line from the first known period; before its first posting there is none while the budget is the shape.
  std::vector<std::optional<double>> history_of(LineNumber line) const {
    std::vector<std::optional<double>> values;
    for (PeriodNumber period = first_; period <= last_; ++period) {
      const auto posted = actuals_[line].find(period);
      const auto& of_table = prior_.empty() ? actuals_[line] : prior_[line];
      const auto before = of_table.find(period);
      if (period < ledger_first_)
        values.push_back(before == of_table.end() ? std::nullopt : std::optional(amount(before->second)));
      else
        values.push_back(posted == actuals_[line].end() ? 0.0 : amount(posted->second));
    }
    return values;
  }

  std::vector<std::optional<double>> budget_of(LineNumber line, PeriodNumber from, std::size_t periods) const {
    std::vector<std::optional<double>> values;
    for (std::size_t t = 0; t < periods; ++t) {
      const PeriodNumber period = from + static_cast<int>(t);
      const auto standing = control_.standings().over(line, {period, period});
      values.push_back(standing.is_budgeted() ? std::optional(amount(standing.revised())) : std::nullopt);
    }
    return values;
  }

  // The budget gives the shape while less than a year is known, and it has amounts for what is known and what comes.
  std::vector<std::optional<double>> profile_of(const std::vector<std::optional<double>>& budget) {
    if (known() >= series().season || series().season != per_year() || first_ != year_.first) return {};
    double so_far = 0, all = 0;
    for (std::size_t t = 0; t < budget.size(); ++t) {
      all += budget[t].value_or(0);
      if (t < known()) so_far += budget[t].value_or(0);
    }
    return so_far > 0 && all > so_far ? budget : std::vector<std::optional<double>>();
  }

  Outcome forecast_lines() {
    const int horizon = static_cast<int>(series().horizon), season = static_cast<int>(series().season);
    for (const LineNumber line : order_) {
      STEWARD_TRY(advance(request_.course, steps_of_forecast));
      const auto& one = control_.lines()[line];
      ForecastLineRow row{one.id, one.key, one.nature, {}, 0, 0, {}, {}, {}, {}};
      const auto history = history_of(line);
      row.profile = profile_of(budget_of(line, year_.first, per_year()));
      const auto profile = row.profile.empty() ? std::nullopt : std::optional(row.profile);
      for (PeriodNumber period = first_; period < ledger_first_; ++period)
        row.before_ledger.push_back(history[static_cast<std::size_t>(period - first_)]);
      const auto made = forecast::forecast(history, horizon, season, ForecastMethod::automatic, 0, {}, profile);
      if (made.has_error()) return as_refusal(made.error());
      LineForecast kept{line, {}};
      for (const double value : made.value()) {
        STEWARD_TRY(const Money money, Money::from(value, control_.decimals()));
        kept.amounts.push_back(money);
      }
      forecasts_.push_back(std::move(kept));
      land(line, history, row);
      content_.lines->rows.push_back(std::move(row));
    }
    return success();
  }

  void land(LineNumber line, const std::vector<std::optional<double>>& history, ForecastLineRow& row) {
    const std::size_t closed = *series().closed, before = history.size() - closed;
    const auto from = history.begin() + static_cast<std::ptrdiff_t>(before);
    const auto standing = whole(line);
    forecast::Year year{per_year(), closed, {from, history.end()}, {history.begin(), from}, row.profile,
                        {amount(standing.of(Stage::commitment))}};
    for (PeriodNumber period = last_ + 1; period <= year_.last; ++period) {
      const auto posted = actuals_[line].find(period);
      year.actuals.push_back(posted == actuals_[line].end() ? std::optional<double>() : amount(posted->second));
    }
    for (std::size_t t = 0; t < closed; ++t) row.to_date += year.actuals[t].value_or(0);
    row.year_budget = amount(standing.revised());
    const auto landing = forecast::land(year, wishes_.confidence);
    ForecastAnswer::Cells cells{"landing", control::shown(std::span<const std::string>(row.key)), series().year};
    cells.actual = row.to_date;
    if (landing) {
      row.landing = cells.forecast = landing.value().estimate;
      if (landing.value().bounds) {
        row.lower = cells.lower = (*landing.value().bounds)[0];
        row.upper = cells.upper = (*landing.value().bounds)[1];
      }
    }
    answer_.add(std::move(cells));
  }

  // The lines that the chart shows, together as one series.
  Outcome forecast_together() {
    auto& s = series();
    s.values.assign(known(), std::nullopt);
    const std::size_t all = known() + s.horizon, before_year = static_cast<std::size_t>(std::max(0, year_.first - first_));
    std::vector<std::optional<double>> budget(all);
    for (const LineNumber line : shown_) {
      const auto history = history_of(line), planned = budget_of(line, first_, all);
      for (std::size_t t = 0; t < known(); ++t)
        if (history[t]) s.values[t] = s.values[t].value_or(0) + *history[t];
      for (std::size_t t = 0; t < all; ++t)
        if (planned[t]) budget[t] = budget[t].value_or(0) + *planned[t];
    }
    for (const auto& value : budget) s.budget.push_back(value ? Content(*value) : Content(Blank{}));
    if (before_year == 0 && all >= per_year())
      s.profile = profile_of({budget.begin(), budget.begin() + static_cast<std::ptrdiff_t>(per_year())});
    const std::string name = s.line.empty() ? say(phrase::forecast_lines_total) : s.line;
    const auto made = answer_.add_series(s, name);
    if (made.has_error()) return as_refusal(made.error());
    return success();
  }

  Result<std::string> keep_vintage() {
    Vintages vintages(control_);
    content_.accuracy = accuracy_by_lead(vintages.kept(shown_, first_), series().values);
    answer_.add_accuracy(*content_.accuracy, series().line);
    if (const auto same = vintages.same_as_last(last_ + 1, forecasts_)) {
      is_new_ = false;
      answer_.add({"vintage", *same});
      return *same;
    }
    STEWARD_TRY(auto log, continue_log(control_, request_.now));
    const std::string name = vintages.add(last_ + 1, forecasts_, request_.now, plan_.edits, log);
    plan_.edits.push_back(log.edit());
    answer_.add({"vintage", name});
    return name;
  }

  ControlBook& control_;
  std::vector<std::map<PeriodNumber, Money>> actuals_, prior_;
  std::optional<PeriodNumber> prior_first_;
  PeriodNumber ledger_first_ = 0, first_ = 0, last_ = 0;
  control::Window year_{0, 0};
  std::vector<LineNumber> order_, shown_;
  std::vector<LineForecast> forecasts_;
  bool is_new_ = true;
};

}  // namespace

Result<Plan> forecast_control(const Request& request, const ForecastWishes& wishes) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  return ControlForecast(request, wishes, *control).plan();
}

}  // namespace steward::plan
