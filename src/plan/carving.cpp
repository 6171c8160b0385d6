#include "plan/carving.hpp"

#include <algorithm>

#include "allocation/share.hpp"
#include "plan/measuring.hpp"
#include "plan/reserve.hpp"
#include "words/phrases/reserve.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using control::PeriodNumber;

// What a line has left in each open period, and in all of them not more than the year has.
struct Source {
  LineNumber line = 0;
  std::vector<double> by_period;
  Money left;
};

class Carving {
 public:
  Carving(ControlBook& control, LineNumber reserve, PeriodNumber from) : control_(control), reserve_(reserve) {
    const auto last = control.timeline().year(from).last;
    for (PeriodNumber period = from; period <= last; ++period)
      if (control.policy().state_of(period) == PeriodState::open) periods_.push_back(period);
  }

  Result<std::vector<approval::Change>> changes(Money wanted) {
    std::vector<double> weights;
    Money left;
    for (const Source& source : sources()) {
      weights.push_back(source.left.amount(control_.decimals()));
      left += source.left;
      sources_.push_back(source);
    }
    if (left < wanted) return refused(phrase::reserve_nothing_left, {wanted.text(control_.decimals()), left.text(control_.decimals())});
    STEWARD_TRY(const auto parts, allocation::share(wanted, weights));
    std::vector<approval::Change> changes;
    std::vector<Money> gained(periods_.size());
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      STEWARD_TRY(const auto amounts, allocation::share(parts[i], sources_[i].by_period));
      for (std::size_t at = 0; at < amounts.size(); ++at) {
        add(changes, sources_[i].line, periods_[at], -amounts[at]);
        gained[at] += amounts[at];
      }
    }
    for (std::size_t at = 0; at < gained.size(); ++at) add(changes, reserve_, periods_[at], gained[at]);
    return changes;
  }

 private:
  std::vector<Source> sources() {
    Scope all{"*", {}};
    for (LineNumber line = 0; line < control_.lines().size(); ++line)
      if (line != reserve_) all.lines.push_back(line);
    const Measuring measuring(control_);
    const auto year = periods_.empty() ? control::Window{0, -1} : control_.timeline().year(periods_.front());
    std::vector<Source> found;
    for (const LineNumber line : measuring.tops(all, [&](LineNumber at) { return measuring.is_spending(at) && measuring.is_budgeted(at, year); })) {
      Source source{line, {}, {}};
      for (const PeriodNumber period : periods_) {
        const Money left = std::max(control_.standings().over(line, {period, period}).headroom(control_.policy().accounting), Money());
        source.by_period.push_back(left.amount(control_.decimals()));
        source.left += left;
      }
      source.left = std::min(source.left, std::max(control_.standings().over(line, year).headroom(control_.policy().accounting), Money()));
      if (source.left > Money()) found.push_back(std::move(source));
    }
    return found;
  }
  void add(std::vector<approval::Change>& changes, LineNumber line, PeriodNumber period, Money amount) const {
    if (!amount.is_zero()) changes.push_back({control_.lines()[line].id, control_.timeline().label(period), amount});
  }

  ControlBook& control_;
  LineNumber reserve_;
  std::vector<PeriodNumber> periods_;
  std::vector<Source> sources_;
};

}  // namespace

Result<std::vector<approval::Change>> carving(ControlBook& control, LineNumber reserve, PeriodNumber from) {
  const std::string name = control::shown(std::span<const std::string>(control.lines()[reserve].key));
  STEWARD_TRY(const auto terms, reserve_of(control, reserve, from));
  if (!terms) return refused(phrase::reserve_no_terms, {name});
  const Money held = control.standings().over(reserve, control.timeline().year(from)).revised() + terms->released;
  if (held >= terms->pool) return refused(phrase::reserve_holds_it, {name, held.text(control.decimals()), terms->pool.text(control.decimals())});
  return Carving(control, reserve, from).changes(terms->pool - held);
}

}  // namespace steward::plan
