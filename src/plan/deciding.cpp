#include "plan/answer.hpp"
#include "plan/desk.hpp"
#include "plan/new_lines.hpp"
#include "plan/request_words.hpp"
#include "plan/requesting.hpp"
#include "plan/revising.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/virement.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/revision.gen.hpp"

namespace steward::plan {
namespace {

using approval::Application;
using ledger::Posting;
using tables::RequestsColumn;

// Takes one decision and, when it is the last, carries out what was asked for.
class Ruling {
 public:
  Ruling(const Request& request, ControlBook& control, Desk& desk, Application& application)
      : request_(request), options_(request), control_(control), desk_(desk), application_(application),
        ledger_(control, request.now) {}

  Result<Plan> run() {
    plan_.name = phrase::command_decide;
    plan_.file = File::controlled;
    STEWARD_TRY(control_.replay([&](int, const Posting& posting) { ledger_.remember(posting); }));
    STEWARD_TRY(desk_.take_authorities());
    STEWARD_TRY(const auto chain, desk_.chain(application_));
    STEWARD_TRY(const auto decision, options_.word("decision", DecisionWord::approve));
    if (decision == DecisionWord::approve) {
      STEWARD_TRY(desk_.is_as_asked(application_));
    }
    const std::string before(code_of(application_.state));
    const std::string to = options_.text("to").value_or("");
    STEWARD_TRY(const auto seat, approval::decide(application_, chain, {decision, request_.now.user, to}, desk_.roles()));
    log_decision(decision, seat, before, to);
    if (application_.state != RequestState::open) {
      STEWARD_TRY(conclude());
    }
    write_register(approval::awaiting(chain, application_));
    if (!ledger_.is_empty()) {
      plan_.edits.push_back(ledger_.edit());
      desk_.log().add({application_.document, application_.id, "post", "", ledger_.log_text(), ""});
    }
    plan_.edits.push_back(desk_.log().edit());
    answer(chain);
    return std::move(plan_);
  }

 private:
  void log_decision(DecisionWord decision, const approval::Step& seat, const std::string& before, const std::string& to) {
    std::string text = "decision=" + std::string(code_of(decision)) + "; level=" + std::to_string(seat.level) +
                       "; seat=" + field_text(seat.approver) + "; state=" + std::string(code_of(application_.state));
    if (!to.empty()) text += "; to=" + field_text(to);
    desk_.log().add({application_.document, application_.id, "decide", before, text, options_.text("reason").value_or("")});
  }

  Outcome conclude() {
    control_.free_awaiting(application_);
    if (application_.state != RequestState::approved) return let_go();
    control_.approve(application_.id);
    switch (application_.type) {
      case RequestType::transfer:
        if (auto possible = check_transfer(control_, application_, request_.now.today); possible.has_error()) return possible;
        return post(moved());
      case RequestType::supplement:
        return post(application_.changes.empty() ? std::vector{posted(Stage::supplement)} : changed());
      case RequestType::reserve:
        return post(changed());
      case RequestType::revision:
        return post(supplements_of(control_, application_));
      case RequestType::freeze:
        return post({posted(Stage::freeze)});
      case RequestType::unfreeze: {
        Posting posting = posted(Stage::freeze);
        posting.amount = -posting.amount;
        return post({posting});
      }
      case RequestType::spending: {
        Posting order = posted(Stage::commitment);
        order.reference = application_.id;
        return post({order});
      }
      case RequestType::rule:
        adopt_rules(control_, desk_.log());
        return success();
      case RequestType::setting:
        log_settings(control_.typed_settings(), desk_.log());
        remake_control();
        return success();
      case RequestType::authority:
        desk_.adopt_authorities();
        return success();
      case RequestType::reopen:
        desk_.log().add({"", application_.id, "period", "", application_.period + "=open", application_.purpose});
        return success();
      default:
        return success();  // an override or a credit note is a fact that postings refer to
    }
  }

  // Formulas of Control depend on what its lines are: which of them add up.
  void remake_control() {
    const auto drafts = setting_drafts(control_.typed_settings(), control_.settings());
    if (std::ranges::any_of(drafts.typed, [](const std::string& text) { return text.starts_with("line "); }))
      add_lines(control_, {}, plan_.edits);
  }

  // What was set aside for a request that was not granted is free again.
  Outcome let_go() {
    if (application_.type != RequestType::spending) return success();
    Posting release = posted(Stage::release);
    release.reference = application_.id;
    release.is_final = true;
    return post({release});
  }

  Posting posted(Stage stage) {
    Posting posting = posting_for(control_, application_, stage, request_.now.today);
    posting.amount = application_.amount;
    return posting;
  }

  // A proposal for several lines is one document; what fell into a period that was closed meanwhile goes to the first
  // open one.
  std::vector<Posting> changed() {
    std::vector<Posting> postings;
    for (const auto& change : application_.changes) {
      Application one = application_;
      one.line = change.line;
      const auto period = period_of(control_, change.period);
      const bool is_open = control_.policy().state_of(period) == PeriodState::open;
      const auto open = is_open ? std::optional(period) : control_.checker().first_open(period);
      one.period = control_.timeline().label(open.value_or(period));
      postings.push_back(posting_for(control_, one, Stage::supplement, request_.now.today));
      postings.back().amount = change.amount;
    }
    return postings;
  }

  // Ring-fenced money keeps its tag: both rows of the ledger name it.
  std::vector<Posting> moved() {
    std::vector<Posting> postings{posted(Stage::transfer_out), posted_at_target()};
    const auto from = control_.lines().by_id(application_.line);
    const std::string tag = from ? ring_fence_of(control_, *from) : std::string();
    if (tag.empty()) return postings;
    const std::string memo = application_.purpose + (application_.purpose.empty() ? "[" : " [") + tag + "]";
    for (Posting& posting : postings) posting.memo = control_.keep(memo);
    return postings;
  }

  Posting posted_at_target() {
    Application target = application_;
    target.line = application_.other_line;
    target.period = application_.other_period;
    Posting posting = posting_for(control_, target, Stage::transfer_in, request_.now.today);
    posting.amount = application_.amount;
    return posting;
  }

  Outcome post(const std::vector<Posting>& document) {
    const auto decision = control_.checker().check(document);
    if (decision.verdict != control::Verdict::stop) {
      for (const Posting& posting : document)
        if (auto possible = may_be_cut(posting); possible.has_error()) return possible;
      return ledger_.add(decision.postings);
    }
    std::string why;
    for (const auto& row : decision.rows)
      for (const auto& remark : row.remarks)
        why += (why.empty() ? "" : " ") + filled(remark.phrase, request_.now.language, remark.blanks);
    return refused(phrase::request_over_budget, {why});
  }

  // A budget is not cut below what is used of it, in any window in which it controls.
  Outcome may_be_cut(const Posting& posting) {
    if (posting.stage != Stage::supplement || posting.amount >= Money()) return success();
    const auto hits = control_.checker().hit_by(posting.key);
    STEWARD_TRY(const auto period, control_.timeline().number_of(posting.day));
    if (hits.empty()) return success();
    const Money room = control_.checker().room(hits.front(), period, posting.day, {});
    if (room >= Money()) return success();
    return refused(phrase::cut_below_used, {control::shown(std::span<const std::string>(control_.lines()[hits.front()].key)),
                                            (-room).text(control_.decimals()), control_.timeline().label(period)});
  }

  void write_register(std::span<const approval::Step> waiting) {
    const auto& table = control_.table(tables::requests);
    for (int row = 0; row < table.rows(); ++row) {
      if (table.text(row, RequestsColumn::id) != application_.id) continue;
      const auto set = [&](RequestsColumn column, Content content) {
        const auto at = table.position(row, static_cast<std::size_t>(column));
        plan_.edits.push_back(Write{std::string(table.title()), at.row, at.column, Block(1, 1, std::move(content))});
      };
      const bool is_open = application_.state == RequestState::open;
      set(RequestsColumn::state, std::string(code_of(application_.state)));
      set(RequestsColumn::decided_by, request_.now.user);
      set(RequestsColumn::decided_at, moment(request_.now));
      set(RequestsColumn::reason, options_.text("reason").value_or(""));
      set(RequestsColumn::waiting_for, is_open ? names_of(waiting) : std::string());
      const auto day = is_open ? desk_.decide_by(waiting) : std::nullopt;
      set(RequestsColumn::decide_by, day ? as_content(*day) : Content(Blank{}));
    }
  }

  void answer(std::span<const approval::Step> chain) {
    plan_.answer = answer_with({"what", "value"});
    plan_.answer.append({std::string("request"), application_.id});
    plan_.answer.append({std::string("state"), std::string(code_of(application_.state))});
    if (application_.state == RequestState::open)
      plan_.answer.append({std::string("waiting for"), names_of(approval::awaiting(chain, application_))});
    plan_.message = filled(phrase::request_decided, request_.now.language,
                           std::vector{application_.id, in_words(application_.state, request_.now.language)});
  }

  const Request& request_;
  OptionReader options_;
  ControlBook& control_;
  Desk& desk_;
  Application& application_;
  LedgerWriter ledger_;
  Plan plan_;
};

}  // namespace

Result<Plan> decide(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  const OptionReader options(request);
  const auto id = options.text("request");
  if (!id) return refused(phrase::option_needed, {"decide", "request"});
  auto* application = control->requests().find(*id);
  if (!application) return refused(phrase::unknown_request, {*id});
  if (application->state != RequestState::open)
    return refused(phrase::request_closed, {application->id, in_words(application->state, request.now.language)});
  STEWARD_TRY(auto desk, Desk::open(request, *control));
  return Ruling(request, *control, desk, *application).run();
}

}  // namespace steward::plan
