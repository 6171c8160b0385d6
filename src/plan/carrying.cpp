#include <algorithm>

#include "plan/answer.hpp"
#include "plan/closing_year.hpp"
#include "plan/ledger_writer.hpp"
#include "plan/log_reader.hpp"
#include "plan/options.hpp"
#include "plan/posting_rows.hpp"
#include "plan/shown.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/year_end.gen.hpp"

namespace steward::plan {
namespace {

using ledger::Posting;

// Takes over what another workbook handed on.
class TakeOver {
 public:
  TakeOver(const Request& request, ControlBook& control)
      : request_(request), options_(request), control_(control), ledger_(control, request.now) {}

  Result<Plan> run(const Table& rows) {
    STEWARD_TRY(const auto incoming, read_rows(rows, control_));
    const std::string id = options_.text("request").value_or("");
    bool is_used = false;
    STEWARD_TRY(control_.replay([&](int, const Posting& posting) {
      ledger_.remember(posting);
      is_used = is_used || (!id.empty() && posting.request == id);
    }));
    STEWARD_TRY(sort(incoming, id));
    STEWARD_TRY(is_covered_by(id, is_used));
    STEWARD_TRY(take(budget_));
    STEWARD_TRY(take(commitments_));
    STEWARD_TRY(take(reversals_));
    return plan(id);
  }

 private:
  struct Part {
    std::vector<Posting> postings;
    std::vector<std::size_t> rows;
    Money total;
  };

  Outcome sort(const std::vector<IncomingRow>& incoming, const std::string& id) {
    for (const auto& row : incoming) {
      if (row.fault) return stopped(row.row, {*row.fault});
      Posting posting = row.posting;
      const bool is_reversal = posting.stage == Stage::actual && posting.amount < Money();
      if (posting.stage != Stage::carry_forward && posting.stage != Stage::commitment && !is_reversal)
        return refused(phrase::carry_stage, {std::to_string(row.row), stage_in_words(posting.stage, request_.now.language)});
      posting.source = ledger::carried;
      posting.request = control_.keep(id);
      Part& part = is_reversal ? reversals_ : posting.stage == Stage::commitment ? commitments_ : budget_;
      part.postings.push_back(posting);
      part.rows.push_back(row.row);
      part.total += posting.amount;
    }
    return success();
  }

  Outcome is_covered_by(const std::string& id, bool is_used) {
    const auto text = [&](Money amount) { return amount.text(control_.decimals()); };
    const auto* application = control_.requests().find(id);
    if (!application || application->type != RequestType::carry || application->state != RequestState::approved)
      return refused(phrase::carry_needs_request, {text(budget_.total)});
    if (is_used) return refused(phrase::carried_already, {id});
    if (budget_.total > application->amount)
      return refused(phrase::carry_beyond_request, {id, text(application->amount), text(budget_.total)});
    return success();
  }

  Outcome take(const Part& part) {
    if (part.postings.empty()) return success();
    const auto decision = control_.checker().check(part.postings);
    for (std::size_t i = 0; i < decision.rows.size(); ++i)
      if (decision.rows[i].verdict == control::Verdict::stop) return stopped(part.rows[i], decision.rows[i].remarks);
    return ledger_.add(decision.postings);
  }

  Fault stopped(std::size_t row, const std::vector<control::Remark>& remarks) const {
    std::string why;
    for (const auto& remark : remarks)
      why += (why.empty() ? "" : " ") + filled(remark.phrase, request_.now.language, remark.blanks);
    return refused(phrase::carry_stopped, {std::to_string(row), why});
  }

  Result<Plan> plan(const std::string& id) {
    Plan plan;
    plan.name = phrase::command_carry;
    plan.file = File::controlled;
    plan.answer = answer_with({"what", "value"});
    plan.answer.append({std::string("budget"), budget_.total.amount(control_.decimals())});
    plan.answer.append({std::string("commitments"), commitments_.total.amount(control_.decimals())});
    if (!reversals_.postings.empty())
      plan.answer.append({std::string("accruals reversed"), reversals_.total.amount(control_.decimals())});
    if (!ledger_.is_empty()) {
      STEWARD_TRY(auto log, continue_log(control_, request_.now));
      plan.edits.push_back(ledger_.edit());
      log.add({"", id, "post", "", ledger_.log_text(), options_.text("reason").value_or(memo())});
      plan.edits.push_back(log.edit());
    }
    plan.message = filled(phrase::was_carried, request_.now.language,
                          std::vector{budget_.total.text(control_.decimals()), commitments_.total.text(control_.decimals())});
    return plan;
  }

  // The link to the log that closed the year before stands in the memo of its rows.
  std::string memo() const {
    const auto& postings = budget_.postings.empty() ? commitments_.postings : budget_.postings;
    return postings.empty() ? std::string() : std::string(postings.front().memo);
  }

  const Request& request_;
  OptionReader options_;
  ControlBook& control_;
  LedgerWriter ledger_;
  Part budget_, commitments_, reversals_;
};

}  // namespace

Result<Plan> carry_in(const Request& request) {
  const OptionReader options(request);
  const Table* rows = options.table("rows");
  if (!rows) return refused(phrase::option_needed, {"carry", "rows"});
  STEWARD_TRY(const auto control, ControlBook::read(request));
  return TakeOver(request, *control).run(*rows);
}

}  // namespace steward::plan
