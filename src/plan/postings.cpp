#include "plan/postings.hpp"

#include <algorithm>
#include <map>

#include "plan/answer.hpp"
#include "plan/drill.hpp"
#include "plan/line_named.hpp"
#include "plan/log_writer.hpp"
#include "plan/options.hpp"
#include "words/phrases/postings.gen.hpp"

namespace steward::plan {
namespace {

// Which postings are wanted.
struct Wanted {
  std::optional<control::LineNumber> line;
  std::optional<control::PeriodNumber> first, last;
  std::optional<Stage> stage;
};

// What the cell says, where nothing was said outright.
Outcome read_cell(const Request& request, ControlBook& control, const std::string& address, Wanted& wanted) {
  const auto cells = workbook::references("=" + address, 0, request.book);
  if (cells.size() != 1) return refused(phrase::postings_no_cell, {address});
  STEWARD_TRY(const auto board, Board::read(request.book, request.now.language));
  const auto& area = cells.front();
  const auto meaning = meaning_of(request.book, board, {area.sheet, area.top, area.left});
  if (meaning.line < 0) return refused(phrase::postings_no_line, {address});
  wanted.line = control.lines().by_id(board.lines()[static_cast<std::size_t>(meaning.line)].id);
  wanted.stage = meaning.stage;
  if (meaning.first < 0) return success();
  const auto period = [&](int place) {
    return control.timeline().number_of(calendar::parse_label(control.timeline().calendar(),
                                                              board.periods()[static_cast<std::size_t>(place)]).value());
  };
  wanted.first = period(meaning.first);
  wanted.last = period(meaning.last);
  return success();
}

Result<Wanted> wanted_by(const Request& request, ControlBook& control) {
  const OptionReader options(request);
  Wanted wanted;
  if (const auto at = options.text("at")) {
    STEWARD_TRY(read_cell(request, control, *at, wanted));
  }
  if (const auto line = options.text("line")) {
    STEWARD_TRY(wanted.line, line_named(control, *line));
  }
  if (options.text("period")) {
    STEWARD_TRY(wanted.first, period_named(control, options, "period"));
    wanted.last = wanted.first;
  }
  if (options.text("to")) {
    STEWARD_TRY(wanted.last, period_named(control, options, "to"));
  }
  if (options.text("stage")) {
    STEWARD_TRY(wanted.stage, options.word("stage", Stage::actual));
  }
  return wanted;
}

class Listing {
 public:
  Listing(ControlBook& control, Wanted wanted, Language language)
      : control_(control), wanted_(wanted), language_(language),
        answer_(answer_with({"id", "date", "period", "document", "line", "reference", "stage", "amount", "counterparty", "memo",
                             "source", "by", "cell"})) {}

  void take(int row, const ledger::Posting& posting) {
    if (wanted_.stage && posting.stage != *wanted_.stage) return;
    const auto period = control_.checker().period_of(posting);
    if (wanted_.first && (!period || period.value() < *wanted_.first)) return;
    if (wanted_.last && (!period || period.value() > *wanted_.last)) return;
    if (wanted_.line) {
      const auto& hits = control_.lines().hit_by(posting.key);
      if (std::ranges::find(hits, *wanted_.line) == hits.end()) return;
    }
    sums_[posting.stage] += posting.amount;
    const auto& ledger = control_.table(tables::ledger);
    const auto text = [](std::string_view words) { return Value(std::string(words)); };
    answer_.append({text(posting.id), text(iso(posting.day)), text(period ? control_.timeline().label(period.value()) : std::string()),
                    text(posting.document), text(posting.line), text(posting.reference), text(code_of(posting.stage)),
                    posting.amount.amount(control_.decimals()), text(posting.counterparty), text(posting.memo), text(posting.source),
                    text(ledger.text(row, tables::LedgerColumn::posted_by)),
                    text(workbook::address(control_.book(), ledger.position(row, 0)))});
  }

  Plan plan() {
    Plan plan;
    plan.name = phrase::command_postings;
    plan.message = message();
    plan.answer = std::move(answer_);
    return plan;
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks) const { return filled(phrase, language_, blanks); }

  std::string message() const {
    const std::string line = wanted_.line ? control::shown(std::span<const std::string>(control_.lines()[*wanted_.line].key))
                                          : say(phrase::postings_all_lines, {});
    std::string sums;
    for (const auto& [stage, sum] : sums_)
      sums += (sums.empty() ? "" : say(phrase::postings_and, {})) +
              say(phrase::postings_sum, {say(stage_words(stage), {}), sum.text(control_.decimals())});
    const auto count = std::to_string(answer_.rows() - 1);
    return sums.empty() ? say(phrase::postings_none, {line}) : say(phrase::postings_found, {line, count, sums});
  }

  static Phrase stage_words(Stage stage) {
    switch (stage) {
      case Stage::precommitment: return phrase::posting_precommitment;
      case Stage::commitment: return phrase::posting_commitment;
      case Stage::actual: return phrase::posting_actual;
      case Stage::payment: return phrase::posting_payment;
      case Stage::release: return phrase::posting_release;
      case Stage::supplement: return phrase::posting_supplement;
      case Stage::transfer_in: return phrase::posting_transfer_in;
      case Stage::transfer_out: return phrase::posting_transfer_out;
      case Stage::carry_forward: return phrase::posting_carry_forward;
      case Stage::freeze: return phrase::posting_freeze;
      case Stage::depreciation: return phrase::posting_depreciation;
    }
    return phrase::posting_actual;
  }

  ControlBook& control_;
  Wanted wanted_;
  Language language_;
  Table answer_;
  std::map<Stage, Money> sums_;
};

}  // namespace

Result<Plan> show_postings(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(const auto wanted, wanted_by(request, *control));
  Listing listing(*control, wanted, request.now.language);
  STEWARD_TRY(control->replay([&](int row, const ledger::Posting& posting) { listing.take(row, posting); }));
  return listing.plan();
}

}  // namespace steward::plan
