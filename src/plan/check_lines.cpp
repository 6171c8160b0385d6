#include <algorithm>
#include <cmath>

#include "control/review.hpp"
#include "control/tempo.hpp"
#include "numeral.hpp"
#include "plan/inspector.hpp"
#include "plan/rule_run.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using tables::ControlColumn;

class LineCheck : private Inspector {
 public:
  LineCheck(const Request& request, ControlBook& control, Tempo& tempo, std::vector<Found>& rows)
      : Inspector(request, control, rows), tempo_(tempo) {}

  void look_at_lines() {
    auto& lines = control_.lines();
    if (const auto twins = lines.twins())
      found(Severity::error, name_of(twins->first),
            cell_of(control_.table(tables::control), static_cast<int>(twins->second), 0),
            say(phrase::line_twice, {lines[twins->first].id, lines[twins->second].id}));
    for (LineNumber line = 0; line < lines.size(); ++line) {
      auto reviews = control::review_of(line, lines, control_.rules(), control_.timeline(), control_.standings(),
                                        control_.policy().accounting, control_.as_of());
      control::tightest_first(reviews);
      if (reviews.empty()) continue;
      const auto cell = cell_of(control_.table(tables::control), static_cast<int>(line),
                                control_.table(tables::control).layout().place(ControlColumn::available));
      look_at_under_use(reviews, cell);
      if (reviews.front().is_over())
        report_breach(reviews.front(), cell);
      else
        report_level(reviews.front(), cell);
    }
  }

  // Too slow for the time that has passed, and revenue that falls short of it.
  void look_at_tempo() {
    constexpr std::size_t most_slow = 20;
    const auto& table = control_.table(tables::control);
    std::size_t slow = 0;
    for (const auto& [line, phrase, blanks] : tempo_.findings()) {
      const bool earns = control_.lines()[line].nature == Nature::revenue;
      if (!earns && ++slow > most_slow) continue;
      found(earns ? Severity::warning : Severity::note, name_of(line),
            cell_of(table, static_cast<int>(line), table.layout().place(ControlColumn::pace)), say(phrase, blanks));
    }
    if (slow > most_slow) found(Severity::note, "", "", say(phrase::under_used_more, {std::to_string(slow - most_slow)}));
  }

 private:
  void report_breach(const control::Review& review, const std::string& cell) {
    const auto action = review.is_unbudgeted ? review.rule->unbudgeted : review.rule->action;
    const auto severity = action == CheckAction::stop   ? Severity::stop
                          : action == CheckAction::warn ? Severity::warning
                                                        : Severity::note;
    const Money consumed = review.standing.consumed(control_.policy().accounting);
    const std::string period = control_.timeline().label(review.period);
    if (review.is_unbudgeted)
      found(severity, name_of(review.line), cell, say(phrase::breach_unbudgeted, {money(consumed), period}));
    else
      found(severity, name_of(review.line), cell,
            say(phrase::breach_over,
                {money(consumed), money(review.limit), money(review.excess), period, review.rule->name()}));
  }

  void report_level(const control::Review& review, const std::string& cell) {
    const Money revised = review.standing.revised(), consumed = review.standing.consumed(control_.policy().accounting);
    if (revised <= Money()) return;
    if (consumed > review.limit) return;  // recoveries below it are still to come in
    if (consumed > revised) return found(Severity::warning, name_of(review.line), cell, say(phrase::within_tolerance));
    const double used = static_cast<double>(consumed.minor()) / static_cast<double>(revised.minor());
    const auto level = control::level_of(used, review.rule->levels, Nature::expense);
    if (level == control::AlertLevel::fine || level == control::AlertLevel::over) return;
    const Phrase reached[] = {phrase::yellow_reached, phrase::orange_reached, phrase::red_reached};
    found(Severity::warning, name_of(review.line), cell,
          say(reached[static_cast<int>(level) - 1], {numeral(static_cast<int>(used * 1000) / 10.0)}));
  }

  // What was not consumed of a period that is over, and what was consumed all at once at the end of the year.
  void look_at_under_use(const std::vector<control::Review>& reviews, const std::string& cell) {
    const auto accounting = control_.policy().accounting;
    const auto complete = complete_period(control_);
    for (const auto& review : reviews)
      if (review.window.last <= complete && review.is_under(accounting))
        found(Severity::warning, name_of(review.line), cell,
              say(phrase::under_run, {money(review.standing.consumed(accounting)),
                                      window_label(control_.timeline(), review.rule->basis, review.window),
                                      money(review.floor), review.rule->name()}));
    const auto watched = std::ranges::find_if(reviews, [](const auto& review) { return review.rule->spike.has_value(); });
    if (watched != reviews.end()) report_spike(*watched, cell);
  }

  void report_spike(const control::Review& review, const std::string& cell) {
    const auto year = control_.timeline().year(review.period);
    std::vector<Money> spent;
    for (auto period = year.first; period <= year.last; ++period)
      spent.push_back(control_.standings().over(review.line, {period, period}).of(Stage::actual));
    const auto times = control::last_against_average(spent);
    if (!times || *times <= *review.rule->spike) return;
    found(Severity::warning, name_of(review.line), cell,
          say(phrase::year_end_spike, {money(spent.back()), control_.timeline().label(year.last),
                                       numeral(std::round(*times * 100) / 100), numeral(*review.rule->spike), review.rule->name()}));
  }

  Tempo& tempo_;
};

}  // namespace

void check_lines(const Request& request, ControlBook& control, Tempo& tempo, std::vector<Found>& rows) {
  LineCheck check(request, control, tempo, rows);
  check.look_at_lines();
  check.look_at_tempo();
}

}  // namespace steward::plan
