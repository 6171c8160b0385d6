#include "control/levels.hpp"

#include <array>
#include <string_view>

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::control {
namespace {

constexpr double precision = 1e-12;
bool reached(double share, double threshold) {
  return share >= threshold - precision;
}

AlertLevel shortfall_level(double attainment) {
  const double shortfall = 1 - attainment;
  if (reached(shortfall, 0.20)) return AlertLevel::red;
  if (reached(shortfall, 0.10)) return AlertLevel::orange;
  return reached(shortfall, 0.05) ? AlertLevel::yellow : AlertLevel::fine;
}

Outcome check(const Thresholds& given) {
  if (given.yellow < 0 || given.orange < 0 || given.red < 0 || given.tolerance < 0)
    return Fault{FaultKind::number, phrase::negative_threshold, {}};
  return success();
}

Result<std::string> label_at(const Table& labels, AlertLevel level) {
  if (labels.size() != 5) return Fault{FaultKind::argument, phrase::five_labels, {}};
  const Value& label = labels.cells()[static_cast<std::size_t>(level)];
  if (const auto* number = std::get_if<double>(&label)) return numeral(*number);
  const auto* text = std::get_if<std::string>(&label);
  if (!text || text->empty()) return Fault{FaultKind::argument, phrase::five_labels, {}};
  return *text;
}

}  // namespace

AlertLevel level_of(double used, const Thresholds& thresholds, Nature nature) {
  if (nature == Nature::statistical) return AlertLevel::fine;
  if (nature == Nature::revenue) return shortfall_level(used);
  if (used > 1 + thresholds.tolerance + precision) return AlertLevel::over;
  if (reached(used, thresholds.red)) return AlertLevel::red;
  if (reached(used, thresholds.orange)) return AlertLevel::orange;
  return reached(used, thresholds.yellow) ? AlertLevel::yellow : AlertLevel::fine;
}

bool falls_short(double attainment) { return shortfall_level(attainment) != AlertLevel::fine; }

Result<double> level(double used, double yellow, double orange, double red, double tolerance, Nature nature) {
  const Thresholds thresholds{yellow, orange, red, tolerance};
  STEWARD_TRY(check(thresholds));
  return static_cast<double>(level_of(used, thresholds, nature));
}

Result<std::string> status(double used, double yellow, double orange, double red, double tolerance,
                           const std::optional<Table>& labels) {
  const Thresholds thresholds{yellow, orange, red, tolerance};
  STEWARD_TRY(check(thresholds));
  const AlertLevel reached_level = level_of(used, thresholds, Nature::expense);
  if (labels) return label_at(*labels, reached_level);
  constexpr std::array<std::string_view, 5> words{"OK", "Yellow", "Orange", "Red", "Over"};
  return std::string(words[static_cast<std::size_t>(reached_level)]);
}

}  // namespace steward::control
