#include "plan/check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "control/review.hpp"
#include "control/tempo.hpp"
#include "numeral.hpp"
#include "plan/answer.hpp"
#include "plan/answers.hpp"
#include "plan/commentary.hpp"
#include "plan/draft.hpp"
#include "plan/log_reader.hpp"
#include "plan/log_writer.hpp"
#include "plan/reserve.hpp"
#include "plan/rule_mistakes.hpp"
#include "plan/rule_run.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/tempo.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/commentary.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/log.gen.hpp"
#include "words/phrases/reserve.gen.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using tables::ControlColumn;

enum class Severity { error, stop, warning, note };
constexpr std::array<const char*, 4> severity_words{"error", "stop", "warning", "note"};

struct CheckRow {
  Severity severity;
  std::string line, cell, message;
};

// Looks through one workbook.
class Inspection {
 public:
  Inspection(const Request& request, ControlBook& control) : request_(request), control_(control), tempo_(control) {}

  Result<Plan> run() {
    STEWARD_TRY(control_.replay([&](int, const ledger::Posting& posting) {
      count_unbudgeted(posting);
      tempo_.count(posting);
    }));
    look_at_log();
    look_at_requests();
    look_at_lines();
    look_at_tempo();
    look_at_unbudgeted();
    look_at_draft();
    look_at_settings();
    look_at_reserves();
    look_at_commentary();
    look_at_control_sheet();
    look_outside_tables();
    look_at_rules();
    Plan plan;
    plan.name = phrase::command_check;
    run_rules(plan);
    std::ranges::stable_sort(rows_, {}, &CheckRow::severity);
    plan.answer = answer_with({"severity", "line", "cell", "message"});
    std::array<std::size_t, 4> counts{};
    for (auto& row : rows_) {
      ++counts[static_cast<std::size_t>(row.severity)];
      plan.answer.append(
          {std::string(severity_words[static_cast<std::size_t>(row.severity)]), row.line, row.cell, row.message});
    }
    plan.message = rows_.empty() ? say(phrase::check_clean)
                                 : say(phrase::check_found, {std::to_string(counts[0]), std::to_string(counts[1]),
                                                             std::to_string(counts[2] + counts[3])});
    return plan;
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, request_.now.language, blanks);
  }
  std::string money(Money amount) const { return amount.text(control_.decimals()); }
  std::string name_of(LineNumber line) {
    return control::shown(std::span<const std::string>(control_.lines()[line].key));
  }
  void found(Severity severity, std::string line, std::string cell, std::string message) {
    rows_.push_back({severity, std::move(line), std::move(cell), std::move(message)});
  }
  std::string cell_of(const TableReader& table, int row, std::size_t place) const {
    return workbook::address(request_.book, table.position(row, place));
  }

  void count_unbudgeted(const ledger::Posting& posting) {
    if (!control_.lines().hit_by(posting.key).empty()) return;
    auto& [sum, count] = unbudgeted_[control::shown(std::span<const std::string_view>(posting.key))];
    sum += posting.amount;
    ++count;
  }

  void look_at_log() {
    const auto& log = control_.table(tables::log);
    if (const auto broken = broken_log_row(control_); broken > 0)
      found(Severity::error, "", cell_of(log, static_cast<int>(broken) - 1, 0),
            say(phrase::log_broken, {std::to_string(broken)}));
    for (const auto& finding : reconcile(control_))
      found(Severity::error, "", finding.row > 0 ? cell_of(log, finding.row - 1, 0) : "",
            say(finding.phrase, finding.blanks));
  }

  // The register must say what the log says; what waits too long and who approves whom is reported.
  void look_at_requests() {
    using tables::RequestsColumn;
    const auto& table = control_.table(tables::requests);
    for (int row = 0; row < table.rows(); ++row) {
      const std::string id = table.text(row, RequestsColumn::id), state = table.text(row, RequestsColumn::state);
      const auto* application = control_.requests().find(id);
      const std::string proven = application ? std::string(code_of(application->state)) : "–";
      const auto cell = cell_of(table, row, static_cast<std::size_t>(RequestsColumn::state));
      if (!id.empty() && state != proven)
        found(Severity::error, id, cell, say(phrase::request_state_differs, {id, state, proven}));
      const auto due = written_deadline(table, row);
      if (application && application->state == RequestState::open && due && due->is_over(request_.now.today, request_.now.seconds))
        found(Severity::warning, id, cell,
              say(phrase::request_overdue, {id, shown(*due), table.text(row, RequestsColumn::waiting_for)}));
    }
    report_reciprocal();
  }

  void report_reciprocal() {
    const auto all = control_.requests().all();
    const auto approves = [](const approval::Application& a, const approval::Application& b) {
      return std::ranges::any_of(a.signatures, [&](const auto& signature) {
        return folded(signature.by) == folded(b.requested_by);
      });
    };
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (folded(all[i].requested_by) != folded(all[j].requested_by) && approves(all[i], all[j]) && approves(all[j], all[i]))
          found(Severity::warning, all[i].id, "",
                say(phrase::reciprocal_approval, {all[i].requested_by, all[j].requested_by, all[i].id, all[j].id}));
  }

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
    if (consumed > revised) return found(Severity::warning, name_of(review.line), cell, say(phrase::within_tolerance));
    const double used = static_cast<double>(consumed.minor()) / static_cast<double>(revised.minor());
    const auto level = control::level_of(used, review.rule->levels, Nature::expense);
    if (level == control::AlertLevel::fine || level == control::AlertLevel::over) return;
    const Phrase reached[] = {phrase::yellow_reached, phrase::orange_reached, phrase::red_reached};
    found(Severity::warning, name_of(review.line), cell,
          say(reached[static_cast<int>(level) - 1], {numeral(static_cast<int>(used * 1000) / 10.0)}));
  }

  // Settings that control count as they were approved; what was typed since does not.
  void look_at_settings() {
    const auto drafts = setting_drafts(control_.typed_settings(), control_.settings());
    const auto cell = workbook::address(request_.book, control_.table(tables::settings).area());
    const auto control = workbook::address(request_.book, control_.table(tables::control).area());
    const auto tell = [&](const std::string& text, Phrase setting, Phrase line) {
      const bool is_line = text.starts_with("line ") || text.starts_with("owner ");
      std::string shown = is_line ? text.substr(text.find(" - ") + 3) : text;
      if (is_line) shown.replace(shown.find('='), 1, ": ");
      found(Severity::error, "", is_line ? control : cell, say(is_line ? line : setting, {shown}));
    };
    for (const auto& text : drafts.typed) tell(text, phrase::setting_not_approved, phrase::line_not_approved);
    for (const auto& text : drafts.lost) tell(text, phrase::setting_lost, phrase::line_lost);
  }

  // A reserve is carved out of the total and leaves by transfer only.
  void look_at_reserves() {
    const auto now = control_.timeline().number_of(control_.as_of());
    const auto cell = workbook::address(request_.book, control_.table(tables::settings).area());
    for (const auto& entry : control_.settings().all("reserve")) {
      const auto line = reserve_line(control_, entry.item);
      if (!line || !now) {
        found(Severity::error, entry.item, cell, say(phrase::reserve_unknown, {entry.item}));
        continue;
      }
      const auto reserve = reserve_of(control_, *line, now.value());
      const std::string name = name_of(*line);
      if (reserve.has_error()) {
        found(Severity::error, name, cell, say(reserve.error().sentence, reserve.error().blanks));
        continue;
      }
      const Money held = sum(approved_budget(control_, *line)), pool = reserve.value()->pool;
      if (held != pool)
        found(Severity::note, name, cell,
              say(phrase::reserve_not_carved, {name, money(held), numeral(reserve.value()->share * 100), money(reserve.value()->total), money(pool)}));
      const auto year = control_.timeline().year(now.value());
      if (control_.standings().over(*line, year).consumed(control_.policy().accounting) > Money())
        found(Severity::stop, name, cell, say(phrase::reserve_by_transfer, {name}));
    }
  }

  // Material deviations ask for a cause, an owner and a commentary.
  void look_at_commentary() {
    const auto& table = control_.table(tables::targets);
    for (const auto& deviation : deviations(control_, complete_period(control_))) {
      const auto column = tables::TargetsColumn::commentary;
      const auto cell = deviation.row ? cell_of(table, *deviation.row, table.layout().place(column))
                                      : workbook::address(request_.book, table.area());
      if (!deviation.written_cause.empty() && !deviation.cause)
        found(Severity::warning, deviation.name, cell, say(phrase::cause_unknown, {deviation.written_cause}));
      else if (!deviation.is_explained())
        found(Severity::warning, deviation.name, cell,
              say(phrase::commentary_missing, {deviation.indicator, deviation.name + " " + deviation.period, numeral(deviation.planned),
                                               numeral(deviation.actual), missing_of(deviation, request_.now.language)}));
    }
  }

  void look_at_rules() {
    for (const auto& [rule, cell, fault] : rule_mistakes(control_))
      found(Severity::warning, rule, cell, say(fault.sentence, fault.blanks));
  }

  // When/then rules and the actions of levels. Nothing is built on a log that is broken; that is told already.
  void run_rules(Plan& plan) {
    const auto acts = [](const control::Rule& rule) { return rule.action_at(control::AlertLevel::over).has_value(); };
    if (control_.triggers().empty() && std::ranges::none_of(control_.rules().all(), acts)) return;
    auto desk = Desk::open(request_, control_);
    if (desk.has_error()) return;
    RuleRun run(request_, control_, desk.value());
    run.when_complete(complete_period(control_));
    run.levels();
    for (const auto& [scope, cell, sentence, is_new] : run.findings())
      found(is_new ? Severity::warning : Severity::note, scope, cell, sentence);
    run.add_edits(plan);
    if (desk.value().log().rows().empty()) return;
    plan.edits.push_back(desk.value().log().edit());
    plan.file = File::controlled;
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

  void look_at_unbudgeted() {
    for (const auto& [key, entry] : unbudgeted_)
      found(Severity::warning, key, "",
            say(phrase::unbudgeted_postings, {std::to_string(entry.second), money(entry.first)}));
  }

  // The user's own table is the draft: what differs from the approved version is not approved.
  void look_at_draft() {
    const auto areas = source_areas(request_.book);
    if (areas.empty()) return found(Severity::warning, "", "", say(phrase::draft_gone));
    const auto draft = read_draft(request_, control_);
    if (draft.has_error())
      return found(Severity::warning, "", workbook::address(request_.book, areas.front()),
                   say(phrase::draft_unreadable, {say(draft.error().sentence, draft.error().blanks)}));
    for (const auto& difference : draft.value().differences) report(difference);
  }

  void report(const DraftDifference& difference) {
    const std::string name = control::shown(std::span<const std::string>(difference.key));
    const std::string cell = difference.at ? workbook::address(request_.book, *difference.at) : std::string();
    if (!difference.line)
      found(Severity::warning, name, cell, say(phrase::draft_new_line, {signed_text(difference.total)}));
    else if (!difference.at)
      found(Severity::warning, name, "", say(phrase::draft_lost_line, {money(difference.total)}));
    else if (!difference.total.is_zero())
      found(Severity::warning, name, cell, say(phrase::draft_changed, {signed_text(difference.total)}));
    else
      found(Severity::warning, name, cell, say(phrase::draft_moved));
  }
  std::string signed_text(Money amount) const { return (amount > Money() ? "+" : "") + money(amount); }

  // What Control shows must be what the ledger says, by formulas that are still there.
  void look_at_control_sheet() {
    const auto& table = control_.table(tables::control);
    constexpr std::array columns{std::pair(ControlColumn::committed, Stage::commitment),
                                 std::pair(ControlColumn::actual, Stage::actual),
                                 std::pair(ControlColumn::precommitted, Stage::precommitment)};
    for (LineNumber line = 0; line < control_.lines().size(); ++line) {
      const int row = static_cast<int>(line);
      for (const auto& [period, own] : control_.standings().of(line)) sums_ += own;
      look_for_overwritten(line);
      for (const auto& [column, stage] : columns) {
        const auto cell = table.cell(row, column);
        const auto at = cell_of(table, row, table.layout().place(column));
        if (!cell.has_formula) continue;
        if (cell.kind == workbook::CellKind::number) {
          const auto shown = Money::from(cell.number, control_.decimals());
          if (!shown || shown.value() != sums_.of(stage))
            found(Severity::error, name_of(line), at, say(phrase::figure_stale, {money(sums_.of(stage))}));
        } else if (cell.is_error()) {
          found(Severity::error, name_of(line), at, say(phrase::figure_is_error, {std::string(cell.text)}));
        }
      }
      sums_ = {};
    }
  }

  // Every figure of Control is a formula; the original of a line without a budget is blank.
  void look_for_overwritten(LineNumber line) {
    const auto& table = control_.table(tables::control);
    const int row = static_cast<int>(line);
    const auto first = table.layout().place(ControlColumn::original), last = table.layout().place(ControlColumn::landing);
    for (auto place = first; place <= last; ++place) {
      const auto cell = table.cell(row, place);
      const bool may_be_blank = place == first && cell.is_empty() && !has_original(line);
      if (!cell.has_formula && !may_be_blank)
        found(Severity::error, name_of(line), cell_of(table, row, place), say(phrase::formula_overwritten));
    }
  }
  bool has_original(LineNumber line) const {
    return std::ranges::any_of(control_.figures(), [&](const Figure& figure) {
      return figure.line == line && figure.kind == VersionKind::original;
    });
  }

  // A row below the end row belongs to no table and is counted nowhere; a copied table is not ours.
  void look_outside_tables() {
    for (const auto* description : tables::all) {
      const auto& area = control_.table(*description).area();
      const auto& sheet = request_.book.sheets[static_cast<std::size_t>(area.sheet)];
      for (int row = area.bottom + 1; row < sheet.rows(); ++row) {
        bool any = false;
        for (int column = area.left; column <= area.right; ++column) any = any || !sheet.at(row, column).is_empty();
        if (!any) continue;
        found(Severity::error, "", workbook::address(request_.book, workbook::Position{area.sheet, row, area.left}),
              say(phrase::row_outside, {sheet.name()}));
        break;
      }
    }
    for (const auto& table : request_.book.tables) {
      for (const auto* description : tables::all) {
        if (table.name.starts_with(std::string(description->name) + "_"))
          found(Severity::warning, "", workbook::address(request_.book, table.area),
                say(phrase::table_copied, {table.name}));
      }
    }
  }

  const Request& request_;
  ControlBook& control_;
  Tempo tempo_;
  std::vector<CheckRow> rows_;
  std::map<std::string, std::pair<Money, int>> unbudgeted_;
  control::Standing sums_;
};

}  // namespace

Result<Plan> check_now(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request.book, request.now.language));
  return Inspection(request, *control).run();
}

}  // namespace steward::plan
