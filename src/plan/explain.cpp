#include "plan/explain.hpp"

#include <algorithm>

#include "control/review.hpp"
#include "plan/answer.hpp"
#include "plan/line_named.hpp"
#include "plan/log_writer.hpp"
#include "plan/options.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/functions.gen.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {
namespace {

constexpr std::size_t most_postings = 10;

class Explanation {
 public:
  Explanation(ControlBook& control, control::LineNumber line, control::PeriodNumber period, Language language)
      : control_(control), line_(line), period_(period), language_(language) {
    answer_ = answer_with({"what", "value", "note"});
  }

  Table tell(const std::vector<ledger::Posting>& postings) {
    const auto& line = control_.lines()[line_];
    row("line", Value(line.id), control::shown(std::span<const std::string>(line.key)));
    row("nature", std::string(code_of(line.nature)), "");
    row("period", control_.timeline().label(period_), "");
    const control::Review* deciding = nullptr;
    auto reviews =
        control::review_of(line_, control_.lines(), control_.rules(), control_.timeline(), control_.standings(),
                           control_.policy().accounting, control_.timeline().days(period_).last);
    std::erase_if(reviews, [&](const auto& review) { return !review.window.contains(period_); });
    control::tightest_first(reviews);
    if (!reviews.empty()) deciding = &reviews.front();
    const control::Window window = deciding ? deciding->window : control_.timeline().year(period_);
    tell_terms(deciding ? deciding->standing : control_.standings().over(line_, window));
    if (deciding) tell_rule(*deciding);
    tell_postings(postings, window);
    return std::move(answer_);
  }

 private:
  void row(std::string what, Value value, std::string note) {
    answer_.append({std::move(what), std::move(value), std::move(note)});
  }
  Value amount(Money money) const { return money.amount(control_.decimals()); }
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, language_, blanks);
  }

  void tell_terms(const control::Standing& standing) {
    const auto accounting = control_.policy().accounting;
    row("original", standing.original ? amount(*standing.original) : Value(std::string()),
        standing.original ? "" : say(phrase::status_none));
    for (const Stage stage : {Stage::supplement, Stage::transfer_in, Stage::transfer_out, Stage::carry_forward})
      row(std::string(code_of(stage)), amount(standing.of(stage)), "");
    row("revised", amount(standing.revised()), say(phrase::revised_formula));
    for (const Stage stage : {Stage::precommitment, Stage::commitment, Stage::actual, Stage::payment})
      row(std::string(code_of(stage)), amount(standing.of(stage)),
          control::consumes(stage, accounting) ? say(phrase::consumes_budget) : "");
    row("consumed", amount(standing.consumed(accounting)), "");
    row("frozen", amount(standing.of(Stage::freeze)), "");
    row("awaiting", amount(standing.awaiting), say(phrase::awaiting_transfers));
    row("available", amount(standing.available(accounting)), say(phrase::available_formula));
    if (!standing.unproven.is_zero()) row("unproven credit", amount(standing.unproven), say(phrase::credit_unproven));
    const Money revised = standing.revised();
    if (revised > Money() && !control_.lines().is_mixed(line_))
      row("used", static_cast<double>(standing.consumed(accounting).minor()) / static_cast<double>(revised.minor()),
          "");
  }

  void tell_rule(const control::Review& review) {
    row("rule", review.rule->name(),
        word_of(review.rule->basis, language_) + ", " + word_of(review.rule->action, language_));
    row("limit", amount(review.limit), say(phrase::limit_formula));
    row("headroom", amount(-review.excess + review.standing.unproven),
        review.is_over() ? say(phrase::status_over) : "");
  }

  void tell_postings(const std::vector<ledger::Posting>& postings, control::Window window) {
    std::vector<const ledger::Posting*> own;
    for (const auto& posting : postings) {
      const auto& hits = control_.lines().hit_by(posting.key);
      const auto period = control_.checker().period_of(posting);
      if (std::ranges::find(hits, line_) != hits.end() && period && window.contains(period.value()))
        own.push_back(&posting);
    }
    std::ranges::stable_sort(own, [](const auto* a, const auto* b) { return abs(a->amount) > abs(b->amount); });
    row("postings", static_cast<double>(own.size()), "");
    for (std::size_t i = 0; i < std::min(own.size(), most_postings); ++i) {
      const auto& posting = *own[i];
      std::string note =
          iso(posting.day) + " " + std::string(code_of(posting.stage)) + " " + std::string(posting.document);
      if (!posting.reference.empty()) note += " → " + std::string(posting.reference);
      if (!posting.memo.empty()) note += ": " + std::string(posting.memo);
      row("posting " + std::string(posting.id), amount(posting.amount), std::move(note));
    }
  }

  ControlBook& control_;
  control::LineNumber line_;
  control::PeriodNumber period_;
  Language language_;
  Table answer_;
};

}  // namespace

Result<Plan> explain(const Request& request) {
  const OptionReader options(request);
  const auto name = options.text("line");
  if (!name) return refused(phrase::option_needed, {"explain", "line"});
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(const auto line, line_named(*control, *name));
  STEWARD_TRY(const auto period, period_named(*control, options, "period"));
  std::vector<ledger::Posting> postings;
  STEWARD_TRY(control->replay([&](int, const ledger::Posting& posting) { postings.push_back(posting); }));
  Plan plan;
  plan.name = phrase::command_explain;
  plan.answer = Explanation(*control, line, period, request.now.language).tell(postings);
  plan.message = control::shown(std::span<const std::string>(control->lines()[line].key));
  return plan;
}

}  // namespace steward::plan
