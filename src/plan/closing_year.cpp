#include "plan/closing_year.hpp"

#include <algorithm>

#include "control/year_end.hpp"
#include "ledger/keys.hpp"
#include "plan/answer.hpp"
#include "plan/control_book.hpp"
#include "plan/ledger_writer.hpp"
#include "plan/line_named.hpp"
#include "plan/log_reader.hpp"
#include "plan/posting_rows.hpp"
#include "plan/virement.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/closing.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/year_end.gen.hpp"

namespace steward::plan {
namespace {

using control::HandedOn;
using control::LineNumber;
using control::PeriodNumber;
using control::Window;

Result<Window> year_to_close(ControlBook& control, const OptionReader& options) {
  const auto horizon = control.standings().horizon();
  if (!horizon) return refused(phrase::no_period_to_close);
  STEWARD_TRY(const auto given, options.number("year"));
  for (PeriodNumber period = horizon->first; period <= horizon->last; ++period) {
    const bool is_open = control.policy().state_of(period) != PeriodState::closed;
    if (given ? control.timeline().period(period).year == static_cast<int>(*given) : is_open) {
      const Window year = control.timeline().year(period);
      for (PeriodNumber one = year.first; one <= year.last; ++one)
        if (control.policy().state_of(one) != PeriodState::closed) return year;
      return refused(phrase::year_closed_already, {std::to_string(control.timeline().period(period).year)});
    }
  }
  return refused(phrase::no_period_to_close);
}

Result<control::CarryTerms> terms_of(const OptionReader& options) {
  control::CarryTerms terms;
  STEWARD_TRY(terms.policy, options.word("policy", CarryPolicy::none));
  STEWARD_TRY(const auto cap, options.number("cap"));
  STEWARD_TRY(const auto floor, options.number("floor"));
  terms.cap = cap.value_or(0);
  terms.floor = floor.value_or(0);
  return terms;
}

// Makes the rows that the next year's workbook takes over.
class HandOver {
 public:
  HandOver(ControlBook& control, Window year) : control_(control), year_(year) {
    next_ = control.timeline().days(year.last).last + std::chrono::days(1);
    document_ = "CARRY FY" + std::to_string(control.timeline().period(year.last).year);
    std::vector<Value> header{std::string("date"), std::string("document"), std::string("stage"), std::string("amount"),
                              std::string("reference"), std::string("due"), std::string("memo")};
    for (const auto& name : control.dimensions()) header.emplace_back(name);
    rows_.append(std::move(header));
  }

  void carry(const std::vector<HandedOn>& handed, std::optional<LineNumber> to) {
    if (to) {
      Money pool;
      for (const auto& one : handed)
        if (is_top(one, handed)) pool += one.carried;
      // What is ring-fenced stays where it is, unless the pool has the same tag.
      const std::string tag = ring_fence_of(control_, *to);
      for (const auto& one : handed) {
        const std::string own = ring_fence_of(control_, one.line);
        if (own.empty() || folded(own) == folded(tag)) continue;
        pool -= one.own;
        carried_ += one.own;
        if (!one.own.is_zero()) add(Stage::carry_forward, document_, one.own, "", {}, control_.lines()[one.line].key);
      }
      if (!pool.is_zero()) add(Stage::carry_forward, document_, pool, "", {}, control_.lines()[*to].key);
      carried_ += pool;
      return;
    }
    for (const auto& one : handed) {
      if (!one.own.is_zero()) add(Stage::carry_forward, document_, one.own, "", {}, control_.lines()[one.line].key);
      carried_ += one.own;
    }
  }

  // A commitment of the year moves with its budget; one that falls due later has its budget there.
  Outcome move_commitments() {
    for (const auto& order : control_.checker().commitments().all()) {
      if (order.amount <= Money() || order.stage != Stage::commitment) continue;
      STEWARD_TRY(const auto period, control_.timeline().number_of(order.due.value_or(order.day)));
      if (period <= year_.last) {
        add(Stage::carry_forward, document_, order.amount, order.document, {}, order.key);
        encumbered_ += order.amount;
      }
      add(Stage::commitment, order.document, order.amount, "", order.due, order.key);
    }
    return success();
  }

  // An accrual is taken back on the first day of the next year, so that its invoice needs no budget there.
  void reverse(const std::vector<ledger::Posting>& accruals) {
    for (const auto& accrual : accruals)
      add(Stage::actual, std::string(accrual.document), -accrual.amount, "", {}, {accrual.key.begin(), accrual.key.end()});
  }

  void name_seal(const std::string& head) {
    for (std::size_t row = 1; row < rows_.rows(); ++row) rows_.at(row, 6) = document_ + " " + head;
  }
  const Table& rows() const { return rows_; }
  Money carried() const { return carried_; }
  Money encumbered() const { return encumbered_; }

 private:
  bool is_top(const HandedOn& one, const std::vector<HandedOn>& handed) {
    const auto& key = control_.lines()[one.line].key;
    for (const LineNumber above : control_.lines().hit_by(std::vector<std::string_view>(key.begin(), key.end())))
      if (above != one.line && std::ranges::find(handed, above, &HandedOn::line) != handed.end()) return false;
    return true;
  }
  void add(Stage stage, const std::string& document, Money amount, const std::string& reference, std::optional<Date> due,
           const std::vector<std::string>& key) {
    std::vector<Value> row{iso(next_),          document, std::string(code_of(stage)), amount.amount(control_.decimals()),
                           reference,           due ? Value(iso(*due)) : Value(std::string()), std::string()};
    for (const auto& part : key) row.emplace_back(part);
    rows_.append(std::move(row));
  }

  ControlBook& control_;
  Window year_;
  Date next_{};
  std::string document_;
  Table rows_;
  Money carried_, encumbered_;
};

// The rows of the option accruals, dated on the last day of the year. Texts of the postings are those of `rows`.
Result<std::vector<ledger::Posting>> read_accruals(ControlBook& control, const OptionReader& options, Window year, Table& rows) {
  std::vector<ledger::Posting> accruals;
  const Table* given = options.table("accruals");
  if (!given || given->rows() == 0) return accruals;
  const Date last = control.timeline().days(year.last).last;
  for (std::size_t row = 0; row < given->rows(); ++row) {
    std::vector<Value> cells{row == 0 ? Value(std::string("date")) : Value(iso(last))};
    for (std::size_t column = 0; column < given->columns(); ++column) {
      if (folded(ledger::key_text(given->at(0, column))) == "date") continue;
      cells.push_back(given->at(row, column));
    }
    rows.append(std::move(cells));
  }
  STEWARD_TRY(const auto incoming, read_rows(rows, control));
  const std::string_view document = control.keep("ACCRUAL FY" + std::to_string(control.timeline().period(year.last).year));
  for (const auto& row : incoming) {
    if (row.fault) return refused(phrase::accrual_stopped, {std::to_string(row.row), filled(row.fault->phrase, control.language(), row.fault->blanks)});
    accruals.push_back(row.posting);
    accruals.back().stage = Stage::actual;
    accruals.back().document = document;
  }
  return accruals;
}

// Posts them as one document: all or none.
Outcome post_accruals(ControlBook& control, const std::vector<ledger::Posting>& accruals, LedgerWriter& ledger) {
  if (accruals.empty()) return success();
  const auto decision = control.checker().check(accruals);
  for (std::size_t i = 0; i < decision.rows.size(); ++i) {
    if (decision.rows[i].verdict != control::Verdict::stop) continue;
    std::string why;
    for (const auto& remark : decision.rows[i].remarks)
      why += (why.empty() ? "" : " ") + filled(remark.phrase, control.language(), remark.blanks);
    return refused(phrase::accrual_stopped, {std::to_string(i + 1), why});
  }
  return ledger.add(decision.postings);
}

Content content_of(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return ledger::key_text(value);
}

void write_sheet(ControlBook& control, const std::string& title, const Table& rows,
                 const std::string& heading, std::vector<Edit>& edits) {
  edits.push_back(AddSheet{title});
  SheetBuilder sheet(edits, title, control.language());
  std::vector<Row> content{{heading}, {}};
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    Row line;
    for (std::size_t column = 0; column < rows.columns(); ++column) line.push_back(content_of(rows.at(row, column)));
    content.push_back(std::move(line));
  }
  const int bottom = static_cast<int>(content.size()) - 1, right = static_cast<int>(rows.columns()) - 1;
  sheet.paint(0, 0, 0, 0, Style::title);
  sheet.paint(2, 0, 2, right, Style::header);
  sheet.paint(3, 3, std::max(bottom, 3), 3, Style::amount);
  sheet.write(0, 0, std::move(content));
  for (int column = 0; column <= right; ++column) sheet.width(column, column == 6 ? 60 : 30);
  sheet.finish(bottom, right, 2, 2);
}

std::string digest_of(const Table& rows) {
  RowChain chain;
  for (std::size_t row = 1; row < rows.rows(); ++row) {
    std::vector<Content> contents;
    for (std::size_t column = 0; column < rows.columns(); ++column) contents.push_back(content_of(rows.at(row, column)));
    chain.add(contents);
  }
  return chain.digest();
}

}  // namespace

Result<Plan> close_year(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(control->replay());
  const OptionReader options(request);
  STEWARD_TRY(const auto year, year_to_close(*control, options));
  const auto waiting = std::ranges::count(control->requests().all(), RequestState::open, &approval::Application::state);
  if (waiting > 0) return refused(phrase::requests_wait, {std::to_string(waiting)});
  STEWARD_TRY(const auto terms, terms_of(options));
  LedgerWriter ledger(*control, request.now);
  ledger.remember_all();
  Table accrual_rows;
  STEWARD_TRY(const auto accruals, read_accruals(*control, options, year, accrual_rows));
  STEWARD_TRY(post_accruals(*control, accruals, ledger));
  STEWARD_TRY(const auto handed, control::hand_on(control->lines(), control->standings(), year,
                                                  control->policy().accounting, terms, control->decimals()));
  std::optional<LineNumber> to;
  if (const auto name = options.text("to")) {
    STEWARD_TRY(to, line_named(*control, *name));
  }
  STEWARD_TRY(auto log, continue_log(*control, request.now));
  HandOver over(*control, year);
  over.carry(handed, to);
  STEWARD_TRY(over.move_commitments());
  over.reverse(accruals);

  Plan plan;
  plan.name = phrase::command_close_year;
  plan.file = File::controlled;
  const std::string reason = options.text("reason").value_or("");
  const std::string label = "FY" + std::to_string(control->timeline().period(year.last).year);
  if (!ledger.is_empty()) {
    plan.edits.push_back(ledger.edit());
    log.add({"ACCRUAL " + label, "", "post", "", ledger.log_text(), reason});
  }
  AppendRows states{std::string(tables::settings.name), {}};
  for (PeriodNumber period = year.first; period <= year.last; ++period) {
    if (control->policy().state_of(period) == PeriodState::closed) continue;
    const std::string name = control->timeline().label(period), closed(code_of(PeriodState::closed));
    log.add({"", "", "period", "", name + "=" + closed, reason});
    states.rows.append({std::string("period"), name, closed,
                        std::string(text(phrase::setting_period_state, control->language())), Blank{}});
  }
  Money lapsed;
  for (const auto& one : handed) lapsed += one.lapsed;
  const auto money = [&](Money amount) { return amount.text(control->decimals()); };
  log.add({"", "", "closeYear", "",
           "year=" + label + "; policy=" + std::string(code_of(terms.policy)) + "; carried=" + money(over.carried()) +
               "; encumbered=" + money(over.encumbered()) + "; sha256=" + digest_of(over.rows()),
           reason});
  over.name_seal(log.head());
  const std::string title = free_title(request.book, filled(phrase::closing_sheet, control->language(), std::vector{label}));
  write_sheet(*control, title, over.rows(),
              filled(phrase::closing_heading, control->language(), std::vector{label}), plan.edits);
  plan.edits.push_back(std::move(states));
  plan.edits.push_back(log.edit());
  plan.file_sheet = title;
  plan.answer = over.rows();
  plan.message = filled(phrase::year_was_closed, request.now.language,
                        std::vector{label, money(over.carried()), money(over.encumbered()), money(lapsed), title});
  return plan;
}

}  // namespace steward::plan
