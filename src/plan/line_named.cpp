#include "plan/line_named.hpp"

#include "words/phrases/functions.gen.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {

Result<control::LineNumber> line_named(ControlBook& control, const std::string& name) {
  if (const auto line = control.lines().by_id(name)) return *line;
  for (control::LineNumber line = 0; line < control.lines().size(); ++line) {
    if (folded(control::shown(std::span<const std::string>(control.lines()[line].key))) == folded(name)) return line;
  }
  const std::string_view key[] = {name};
  if (control.dimensions().size() == 1) {
    if (const auto& hits = control.lines().hit_by(key); !hits.empty()) return hits.front();
  }
  return refused(phrase::unknown_line, {name});
}

Result<control::PeriodNumber> period_named(ControlBook& control, const OptionReader& options, std::string_view option) {
  const auto given = options.text(option);
  if (!given) return control.timeline().number_of(control.as_of());
  if (const auto label = calendar::parse_label(control.timeline().calendar(), *given))
    return control.timeline().number_of(label.value());
  const auto day = options.day(option);
  if (day && day.value()) return control.timeline().number_of(*day.value());
  return refused(phrase::no_period_label, {*given});
}

}  // namespace steward::plan
