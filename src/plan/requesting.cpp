#include "plan/requesting.hpp"

#include "plan/answer.hpp"
#include "plan/carving.hpp"
#include "plan/desk.hpp"
#include "plan/request_words.hpp"
#include "plan/rule_mistakes.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/virement.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using approval::Application;

bool names_a_line(RequestType type) {
  return type != RequestType::rule && type != RequestType::authority && type != RequestType::reopen && type != RequestType::carry &&
         type != RequestType::setting;
}

// Of a reserve the amount follows from its terms.
bool names_an_amount(RequestType type) { return names_a_line(type) && type != RequestType::reserve; }

// A rule that nobody can read controls nothing, so it is not approved either.
Outcome rules_can_be_approved(const Request& request, ControlBook& control) {
  const auto mistakes = rule_mistakes(control);
  if (mistakes.empty()) return has_rule_drafts(control) ? success() : Outcome(refused(phrase::nothing_to_approve));
  const auto& [rule, cell, fault] = mistakes.front();
  return refused(phrase::rules_have_mistakes, {cell, filled(fault.sentence, request.now.language, fault.blanks)});
}

// Takes in one application.
class Intake {
 public:
  Intake(const Request& request, ControlBook& control, Desk& desk)
      : request_(request), options_(request), control_(control), desk_(desk), ledger_(control, request.now) {}

  Result<Plan> run(RequestType type) {
    plan_.name = type == RequestType::transfer ? phrase::command_transfer : phrase::command_request;
    plan_.file = File::controlled;
    STEWARD_TRY(control_.replay([&](int, const ledger::Posting& posting) { ledger_.remember(posting); }));
    STEWARD_TRY(desk_.take_authorities());
    STEWARD_TRY(read(type));
    STEWARD_TRY(check());
    STEWARD_TRY(const auto chain, desk_.chain(application_));
    const auto waiting = approval::awaiting(chain, application_);
    desk_.log().add({application_.document, application_.id, "request", "",
                     application_text(application_, control_.decimals()) + draft_text(), application_.purpose});
    AppendRows rows{std::string(tables::requests.name), {}};
    rows.rows.append(desk_.row_of(application_, waiting));
    plan_.edits.push_back(std::move(rows));
    if (!ledger_.is_empty()) {
      plan_.edits.push_back(ledger_.edit());
      desk_.log().add({application_.document, application_.id, "post", "", ledger_.log_text(), ""});
    }
    plan_.edits.push_back(desk_.log().edit());
    answer(waiting);
    return std::move(plan_);
  }

 private:
  Outcome read(RequestType type) {
    application_.id = control_.requests().next_id();
    application_.type = type;
    application_.document = options_.text("document").value_or("");
    application_.purpose = options_.text("purpose").value_or("");
    application_.requested_by = request_.now.user;
    application_.requested_on = request_.now.today;
    application_.attachments = options_.text("attachments").value_or("");
    application_.third_party = options_.text("consent").value_or("");
    const bool needs_reason = type == RequestType::override_ || type == RequestType::reopen;
    if (needs_reason && folded(application_.purpose).empty()) return refused(phrase::reason_needed, {in_words(type, request_.now.language)});
    if (!application_.third_party.empty() && folded(application_.third_party) == folded(request_.now.user))
      return refused(phrase::self_approval, {request_.now.user});
    STEWARD_TRY(const auto amount, options_.number("amount"));
    STEWARD_TRY(application_.amount, Money::from(type == RequestType::reserve ? 0 : amount.value_or(0), control_.decimals()));
    STEWARD_TRY(const auto period, period_named(control_, options_, "period"));
    application_.period = control_.timeline().label(period);
    if (type == RequestType::carry && !amount) return refused(phrase::option_needed, {"request", "amount"});
    if (!names_a_line(type)) return success();
    if (names_an_amount(type) && !amount) return refused(phrase::option_needed, {"request", "amount"});
    const auto name = options_.text("line");
    if (!name) return refused(phrase::option_needed, {"request", "line"});
    STEWARD_TRY(const auto line, line_named(control_, *name));
    application_.line = control_.lines()[line].id;
    if (type == RequestType::reserve) {
      STEWARD_TRY(application_.changes, carving(control_, line, period));
      for (const auto& change : application_.changes) application_.amount += std::max(change.amount, Money());
    }
    return type == RequestType::transfer ? read_target(line) : success();
  }

  // Of what is typed on a sheet the log keeps the hash: nothing that is typed later is approved with it.
  std::string draft_text() const {
    const auto draft = desk_.draft_of(application_.type);
    return draft.empty() ? draft : "; draft=" + draft;
  }

  Outcome read_target(control::LineNumber from) {
    const auto name = options_.text("to");
    STEWARD_TRY(const auto to, name ? line_named(control_, *name) : Result<control::LineNumber>(from));
    STEWARD_TRY(const auto period, period_named(control_, options_, options_.has("toPeriod") ? "toPeriod" : "period"));
    application_.other_line = control_.lines()[to].id;
    application_.other_period = control_.timeline().label(period);
    application_.distance = distance_of(control_, from, to);
    return success();
  }

  // What could never be granted is refused before anybody is asked.
  Outcome check() {
    switch (application_.type) {
      case RequestType::transfer:
        return check_transfer(control_, application_, request_.now.today);
      case RequestType::spending:
        return reserve();
      case RequestType::authority:
        return desk_.authorities_differ() ? success() : Outcome(refused(phrase::nothing_to_approve));
      case RequestType::rule:
        return rules_can_be_approved(request_, control_);
      case RequestType::setting:
        return setting_drafts(control_.typed_settings(), control_.settings()).empty()
                   ? Outcome(refused(phrase::nothing_to_approve))
                   : success();
      default:
        return desk_.authorities_differ() ? Outcome(refused(phrase::authorities_changed)) : success();
    }
  }

  // The first gate: what is asked for is set aside until it is decided.
  Outcome reserve() {
    ledger::Posting posting = posting_for(control_, application_, Stage::precommitment, request_.now.today);
    posting.amount = application_.amount;
    const ledger::Posting document[] = {posting};
    const auto decision = control_.checker().check(document);
    if (decision.verdict != control::Verdict::stop) return ledger_.add(decision.postings);
    std::string why;
    for (const auto& remark : decision.rows.front().remarks)
      why += (why.empty() ? "" : " ") + filled(remark.phrase, request_.now.language, remark.blanks);
    return refused(phrase::request_over_budget, {why});
  }

  void answer(std::span<const approval::Step> waiting) {
    plan_.answer = answer_with({"what", "value"});
    plan_.answer.append({std::string("request"), application_.id});
    plan_.answer.append({std::string("state"), std::string(code_of(application_.state))});
    plan_.answer.append({std::string("waiting for"), names_of(waiting)});
    if (const auto day = desk_.decide_by(waiting)) plan_.answer.append({std::string("decide by"), shown(*day)});
    plan_.message =
        filled(phrase::request_made, request_.now.language, std::vector{application_.id, names_of(waiting)});
  }

  const Request& request_;
  OptionReader options_;
  ControlBook& control_;
  Desk& desk_;
  LedgerWriter ledger_;
  Application application_;
  Plan plan_;
};

Result<Plan> take_in(const Request& request, RequestType type) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(auto desk, Desk::open(request, *control));
  return Intake(request, *control, desk).run(type);
}

}  // namespace

Result<Plan> request(const Request& request) {
  const OptionReader options(request);
  STEWARD_TRY(const auto type, options.word("type", RequestType::spending));
  if (type == RequestType::revision) return refused(phrase::request_by_command, {"revise"});
  return take_in(request, type);
}

Result<Plan> transfer(const Request& request) {
  return take_in(request, RequestType::transfer);
}

}  // namespace steward::plan
