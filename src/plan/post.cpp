#include "plan/post.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <unordered_map>

#include "plan/ledger_writer.hpp"
#include "plan/log_reader.hpp"
#include "plan/log_writer.hpp"
#include "plan/options.hpp"
#include "plan/override.hpp"
#include "plan/posting_rows.hpp"
#include "plan/source_keys.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {
namespace {

using control::Decision;
using control::RowDecision;
using control::Verdict;

// Posts the rows of one call.
class Poster {
 public:
  Poster(const Request& request, ControlBook& control, PostMode mode)
      : request_(request), control_(control), mode_(mode), overrides_(request, control),
        reason_(OptionReader(request).text("reason").value_or("")), ledger_(control, request.now) {}

  Result<Plan> run(const Table& rows) {
    plan_.name = phrase::command_post;
    plan_.file = File::controlled;
    expect(request_.course, rows.rows() > 0 ? rows.rows() - 1 : 0);
    STEWARD_TRY(incoming_, read_rows(rows, control_));
    STEWARD_TRY(control_.replay([&](int, const ledger::Posting& posting) {
      keys_.remember(posting.external_id);
      keys_.remember_invoice(posting);
      ledger_.remember(posting);
      overrides_.remember(posting);
    }));
    ledger_.expect(incoming_.size() + incoming_.size() / 4);
    keys_.expect(incoming_.size());
    STEWARD_TRY(decide());
    // Neither touches what the other makes, and both take long for a hundred thousand rows.
    auto answered = std::async(incoming_.size() > many_rows ? std::launch::async : std::launch::deferred, [this] { answer(); });
    STEWARD_TRY(write());
    answered.get();
    return std::move(plan_);
  }

 private:
  static constexpr std::size_t many_rows = 5000;

  struct Decided {
    RowDecision decision;
    bool is_known = false;
  };

  // Rows of one document stand together, wherever they come; a row without a document is one of its own.
  std::vector<std::vector<std::size_t>> documents() const {
    std::vector<std::vector<std::size_t>> result;
    ledger::KeyBook numbers;
    std::unordered_map<ledger::KeyBook::Key, std::size_t> by_number;
    auto number = ledger::KeyBook::blank;
    for (std::size_t i = 0; i < incoming_.size(); ++i) {
      // Mostly they stand together already.
      if (i == 0 || incoming_[i].posting.document != incoming_[i - 1].posting.document) number = numbers.key(incoming_[i].posting.document);
      const auto [entry, is_new] = by_number.try_emplace(number, result.size());
      if (is_new || number == ledger::KeyBook::blank) {
        entry->second = result.size();
        result.emplace_back();
      }
      result[entry->second].push_back(i);
    }
    return result;
  }

  Outcome decide() {
    decided_.resize(incoming_.size());
    for (std::size_t i = 0; i < incoming_.size(); ++i) {
      if (incoming_[i].fault) continue;
      auto& posting = incoming_[i].posting;
      posting.external_id = control_.keep(keys_.key_of(posting));
      decided_[i].is_known = keys_.is_known(posting.external_id);
    }
    for (const auto& document : documents()) {
      STEWARD_TRY(advance(request_.course, document.size()));
      STEWARD_TRY(decide_document(document));
    }
    return success();
  }

  Outcome decide_document(const std::vector<std::size_t>& rows) {
    std::vector<ledger::Posting> postings;
    std::vector<std::size_t> fresh;
    postings.reserve(rows.size());
    fresh.reserve(rows.size());
    bool has_fault = false;
    for (const auto row : rows) {
      has_fault = has_fault || incoming_[row].fault.has_value();
      if (decided_[row].is_known) {
        decided_[row].decision.remarks.push_back({phrase::already_posted, {}});
        ++skipped_;
      } else {
        fresh.push_back(row);
        postings.push_back(incoming_[row].posting);
      }
    }
    if (has_fault) refuse(fresh);
    if (has_fault || fresh.empty()) return success();
    Decision decision = control_.checker().check(postings);
    if (decision.verdict == Verdict::stop) {
      if (const auto permission = overrides_.permission(postings, decision))
        decision = control_.checker().check(postings, permission);
    }
    invoices_.clear();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      auto& row = decided_[fresh[i]].decision;
      row = std::move(decision.rows[i]);
      invoices_.push_back(keys_.invoice_of(postings[i]));
      if (row.verdict == Verdict::stop || !keys_.is_probable_duplicate(invoices_.back())) continue;
      row.verdict = Verdict::warn;
      row.remarks.push_back({phrase::probable_duplicate, {std::string(postings[i].document)}});
    }
    if (decision.verdict == Verdict::stop) {
      stopped_ += fresh.size();
      return success();
    }
    for (const auto& invoice : invoices_) keys_.remember_invoice(invoice);
    for (const auto& posting : postings) overrides_.remember(posting);
    stamp_rules(decision, fresh);
    allowed_ += fresh.size();
    return may_write() ? ledger_.add_meanwhile(decision.postings) : success();
  }

  // A row that cannot be read stops its whole document.
  void refuse(const std::vector<std::size_t>& rows) {
    for (const auto row : rows) {
      auto& decision = decided_[row].decision;
      decision.verdict = Verdict::stop;
      if (incoming_[row].fault)
        decision.remarks.push_back(*incoming_[row].fault);
      else
        decision.remarks.push_back({phrase::document_stopped, {std::string(incoming_[row].posting.document)}});
    }
    stopped_ += rows.size();
  }

  // Every posting carries the version of the rule that it met.
  void stamp_rules(Decision& decision, const std::vector<std::size_t>& rows) {
    std::size_t next = 0;
    for (auto& posting : decision.postings) {
      while (next < rows.size() && incoming_[rows[next]].posting.external_id != posting.external_id) ++next;
      if (next == rows.size()) next = 0;
      if (const auto* rule = decided_[rows[next]].decision.rule) posting.rule_version = name_of(*rule);
    }
  }

  const std::string& name_of(const control::Rule& rule) {
    auto& name = rule_names_[&rule];
    if (name.empty()) name = rule.name();
    return name;
  }

  // As far as it is known.
  bool may_write() const { return mode_ == PostMode::post_allowed || (mode_ == PostMode::post && stopped_ == 0); }

  Outcome write() {
    ledger_.finish();
    if (!may_write() || ledger_.is_empty()) return success();
    plan_.edits.push_back(ledger_.edit());
    STEWARD_TRY(auto log, continue_log(control_, request_.now));
    const std::string document(incoming_.size() == 1 ? incoming_.front().posting.document : std::string_view());
    log.add({document, "", "post", "", ledger_.log_text(), reason_});
    plan_.edits.push_back(log.edit());
    return success();
  }

  std::string say(Phrase phrase, const std::vector<std::string>& blanks) const {
    return filled(phrase, request_.now.language, blanks);
  }

  std::array<Value, 8> answer_row(std::size_t i) const {
    const RowDecision& decision = decided_[i].decision;
    const auto money = [&](const std::optional<Money>& amount) {
      return amount ? Value(amount->amount(control_.decimals())) : Value(std::string());
    };
    std::string message;
    for (const auto& remark : decision.remarks)
      message += (message.empty() ? "" : " ") + say(remark.phrase, remark.blanks);
    std::string line, period;
    if (decision.line) line = control::shown(std::span<const std::string>(control_.lines()[*decision.line].key));
    if (decision.period != 0) period = control_.timeline().label(decision.period);
    return {static_cast<double>(incoming_[i].row),
            control::verdict_word(decision.verdict),
            std::move(line),
            std::move(period),
            money(decision.available),
            money(decision.excess),
            decision.rule ? decision.rule->name() : std::string(),
            std::move(message)};
  }

  void answer() {
    constexpr std::array columns{"row", "verdict", "line", "period", "available", "excess", "rule", "message"};
    plan_.answer = Table(incoming_.size() + 1, columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) plan_.answer.at(0, c) = std::string(columns[c]);
    for (std::size_t i = 0; i < incoming_.size(); ++i) {
      auto row = answer_row(i);
      for (std::size_t c = 0; c < columns.size(); ++c) plan_.answer.at(i + 1, c) = std::move(row[c]);
    }
    const std::string all = std::to_string(incoming_.size()), allowed = std::to_string(allowed_),
                      stopped = std::to_string(stopped_), skipped = std::to_string(skipped_);
    if (mode_ == PostMode::check)
      plan_.message = say(phrase::checked_only, {all, stopped});
    else if (stopped_ == 0)
      plan_.message = say(phrase::posted_all, {allowed, skipped});
    else if (mode_ == PostMode::post)
      plan_.message = say(phrase::posted_none, {stopped, all});
    else
      plan_.message = say(phrase::posted_some, {allowed, stopped, skipped});
  }

  const Request& request_;
  ControlBook& control_;
  PostMode mode_;
  Overrides overrides_;
  std::string reason_;  ///< why a limit was passed
  Plan plan_;
  std::vector<IncomingRow> incoming_;
  std::vector<Decided> decided_;
  std::unordered_map<const control::Rule*, std::string> rule_names_;  ///< as the ledger gets them
  SourceKeys keys_;
  std::vector<std::optional<SourceKeys::Digest>> invoices_;  ///< of the document that is decided about
  std::size_t allowed_ = 0, stopped_ = 0, skipped_ = 0;
  // Last, so that it goes first: when posting is cancelled, rows in work still look at the names of the rules.
  LedgerWriter ledger_;
};

}  // namespace

Result<Plan> post(const Request& request) {
  const OptionReader options(request);
  const Table* rows = options.table("rows");
  if (!rows) return refused(phrase::option_needed, {"post", "rows"});
  STEWARD_TRY(const auto mode, options.word("mode", PostMode::check));
  STEWARD_TRY(const auto control, ControlBook::read(request));
  return Poster(request, *control, mode).run(*rows);
}

}  // namespace steward::plan
