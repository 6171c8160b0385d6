#include "forecast/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "forecast/outlook.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {
namespace {

constexpr std::array<Phrase, member_count> member_names{
    phrase::model_dynamic_theta, phrase::model_fixed_theta, phrase::model_autoregression,
    phrase::model_ces,           phrase::model_ets,         phrase::model_last_year};

std::string three_digits(double value) {
  if (value == 0) return "0";
  const double step = std::pow(10, std::floor(std::log10(std::abs(value))) - 2);
  return numeral(through_fifteen_digits(std::round(value / step) * step));
}
std::string count(std::size_t value) {
  return numeral(static_cast<double>(value));
}

std::string reason(const Outlook& outlook, Language language) {
  switch (outlook.approach) {
    case Approach::constant:
      return filled(phrase::approach_constant, language, {});
    case Approach::last_value:
      return filled(phrase::approach_last_value, language, {});
    case Approach::usual_level:
      return filled(phrase::approach_usual_level, language, {});
    case Approach::first_year:
      return filled(phrase::approach_first_year, language, {});
    case Approach::lumps: {
      const std::string cycle = count(outlook.cycle);
      return filled(phrase::approach_lumps, language, {&cycle, 1});
    }
    case Approach::intermittent:
      return filled(phrase::approach_intermittent, language, {});
    default:
      return filled(phrase::approach_models, language, {});
  }
}

std::string season_in_words(const Outlook& outlook, Language language) {
  const SeasonalPattern& pattern = outlook.scale.pattern();
  if (pattern.is_flat()) return std::string(text(phrase::forecast_no_season, language));
  const double unit = pattern.multiplicative ? 1 : outlook.unit;
  const std::array<std::string, 2> ends{three_digits(unit * std::ranges::min(pattern.index)),
                                        three_digits(unit * std::ranges::max(pattern.index))};
  return filled(pattern.multiplicative ? phrase::forecast_season_by_factor : phrase::forecast_season_by_sum, language,
                ends);
}

std::string shift_in_words(const Outlook& outlook, Language language) {
  if (!outlook.shift) return std::string(text(phrase::forecast_level_kept, language));
  const std::array<std::string, 3> blanks{count(outlook.skipped + outlook.shift->at + 1),
                                          three_digits(outlook.unit * outlook.shift->before),
                                          three_digits(outlook.unit * outlook.shift->after)};
  return filled(phrase::forecast_level_changed, language, blanks);
}

std::string theta_parameters(const ThetaModel& model) {
  const std::string theta = model.weight < 1 ? three_digits(1 / (1 - model.weight)) : "∞";
  return "α = " + three_digits(model.alpha) + ", θ = " + theta;
}

std::string ets_parameters(const EtsModel& model) {
  std::string result = model.form.name() + ", α = " + three_digits(model.alpha) + ", β = " + three_digits(model.beta);
  if (model.form.season != EtsSeason::none) result += ", γ = " + three_digits(model.gamma);
  return result + ", φ = " + three_digits(model.phi);
}

std::string parameters_of(const Ensemble& e, Member member) {
  switch (member) {
    case Member::dynamic_theta:
      return theta_parameters(e.dynamic_theta);
    case Member::fixed_theta:
      return theta_parameters(e.fixed_theta);
    case Member::autoregression: {
      std::string result = "p = " + count(e.autoregression.coefficients.size());
      for (const double a : e.autoregression.coefficients) result += ", " + three_digits(a);
      return result;
    }
    case Member::ces:
      return "α0 = " + three_digits(e.ces.parameters[0]) + ", α1 = " + three_digits(e.ces.parameters[1]);
    case Member::ets:
      return ets_parameters(e.ets);
    default:
      return "";
  }
}

// Errors of one step on the straightened scale, as amounts: the mean of |amount − amount without its error|.
double mean_error(const Straightened& scale, Series errors, std::size_t first) {
  double sum = 0;
  for (std::size_t t = first; t < errors.size(); ++t)
    sum += std::abs(scale.amount(scale.values()[t], t) - scale.amount(scale.values()[t] - errors[t], t));
  return errors.size() > first ? sum / static_cast<double>(errors.size() - first) : 0;
}

Values autoregression_errors(const Autoregression& model, Series x) {
  const std::size_t p = model.coefficients.size();
  Values errors(x.size(), 0.0);
  for (std::size_t t = p + 1; t < x.size(); ++t) {
    double change = model.drift;
    for (std::size_t k = 1; k <= p; ++k) change += model.coefficients[k - 1] * (x[t - k] - x[t - k - 1] - model.drift);
    errors[t] = x[t] - x[t - 1] - change;
  }
  return errors;
}

std::array<double, member_count> errors_inside(const Outlook& outlook, std::size_t season) {
  const Ensemble& e = *outlook.models;
  const Series s = e.scale.values();
  double ets = 0;
  for (const double error : e.ets.errors) ets += std::abs(error) / static_cast<double>(s.size());
  std::array<double, member_count> result{
      mean_error(e.scale, e.dynamic_theta.errors, 2),
      mean_error(e.scale, e.fixed_theta.errors, 2),
      mean_error(e.scale, autoregression_errors(e.autoregression, s), e.autoregression.coefficients.size() + 1),
      mean_error(e.scale, e.ces.errors, 0),
      ets,
      mean_change(outlook.past, season)};
  for (double& error : result) error *= std::abs(outlook.unit);
  return result;
}

struct Tested {
  double count = 0, choice = 0;
  std::array<double, member_count> members{};
  bool with_members = true;
};

// Forecasts again from three earlier ends: one, two and three thirds of the distance before the end.
Tested test_again(Series x, std::size_t season, std::size_t ahead) {
  Tested result;
  for (const std::size_t back : {ahead, (2 * ahead + 2) / 3, (ahead + 2) / 3}) {
    if (x.size() < back + 2) continue;
    const Outlook outlook = look_ahead(x.first(x.size() - back), season, back);
    result.with_members = result.with_members && outlook.models.has_value();
    for (std::size_t h = 0; h < back; ++h) {
      const double actual = x[x.size() - back + h];
      result.count += 1;
      result.choice += std::abs(actual - outlook.forecast[h]);
      for (std::size_t m = 0; m < member_count && outlook.models; ++m)
        result.members[m] += std::abs(actual - outlook.unit * outlook.models->said[m][h]);
    }
  }
  return result;
}

Value mean_or_blank(double sum, double number) {
  return number > 0 ? Value(sum / number) : Value(Blank());
}

void add_models(Table& table, const Outlook& outlook, const Tested& tested, std::size_t season, Language language) {
  const auto inside = errors_inside(outlook, season);
  for (std::size_t m = 0; m < member_count; ++m)
    table.append({std::string(text(member_names[m], language)), parameters_of(*outlook.models, static_cast<Member>(m)),
                  inside[m], mean_or_blank(tested.members[m], tested.with_members ? tested.count : 0)});
}

// One step ahead over the last year, or half of a shorter history.
Value choice_inside(Series x, std::size_t season) {
  double sum = 0, number = 0;
  const std::size_t steps = std::min(x.size() / 2, season > 1 ? season : std::size_t{4});
  for (std::size_t back = 1; back <= steps; ++back) {
    const Outlook outlook = look_ahead(x.first(x.size() - back), season, 1);
    sum += std::abs(x[x.size() - back] - outlook.forecast[0]);
    number += 1;
  }
  return mean_or_blank(sum, number);
}

}  // namespace

Result<Table> explain_forecast(Gaps history, int season, Language language) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const History read, read_history(history, periods));
  const Series x = read.values;
  const Outlook outlook = look_ahead(x, periods, 1);
  const std::size_t ahead = periods > 1 ? std::min<std::size_t>(periods, 12) : 4;
  const Tested tested = test_again(x, periods, ahead);
  const auto word = [&](Phrase phrase) { return std::string(text(phrase, language)); };
  const std::array<std::string, 3> read_in_words{count(x.size()), count(read.filled), count(outlook.one_offs.size())};
  Table table;
  table.append({word(phrase::forecast_choice), reason(outlook, language), choice_inside(x, periods),
                mean_or_blank(tested.choice, tested.count)});
  table.append({word(phrase::forecast_history), filled(phrase::forecast_history_read, language, read_in_words), Blank(),
                Blank()});
  table.append({word(phrase::forecast_season), season_in_words(outlook, language), Blank(), Blank()});
  table.append({word(phrase::forecast_level), shift_in_words(outlook, language), Blank(), Blank()});
  if (outlook.models) add_models(table, outlook, tested, periods, language);
  return table;
}

Result<Table> forecast_method(Gaps history, int season, const std::optional<std::string>& language,
                              Language of_document) {
  STEWARD_TRY(const Language spoken, table_language(language, of_document));
  return explain_forecast(history, season, spoken);
}

}  // namespace steward::forecast
