#include "plan/set_up.hpp"

#include <algorithm>
#include <set>

#include "control/rule.hpp"
#include "control/timeline.hpp"
#include "plan/budget_reading.hpp"
#include "plan/control_sheet.hpp"
#include "plan/formula_parts.hpp"
#include "plan/ledger_row.hpp"
#include "plan/lines_in_force.hpp"
#include "plan/log_writer.hpp"
#include "plan/set_up_settings.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/table_reader.hpp"
#include "plan/wishes.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/recognise.gen.hpp"
#include "words/phrases/set_up.gen.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::plan {
namespace {

using tables::RulesColumn;

std::string padded(std::size_t number, std::size_t most) {
  std::string digits = std::to_string(number);
  const std::size_t width = std::max<std::size_t>(3, std::to_string(most).size());
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

/// Rules, authorities, targets and settings are typed; what is typed there counts once it is approved.
constexpr int rows_to_type = 15;

// Makes the plan from what was read and wished.
class SetUp {
 public:
  SetUp(const Request& request, Wishes wishes, BudgetReading reading)
      : request_(request),
        wishes_(std::move(wishes)),
        reading_(std::move(reading)),
        timeline_(reading_.calendar),
        log_("", 0, request.now) {}

  Result<Plan> plan() {
    plan_.name = phrase::command_set_up;
    plan_.file = File::controlled;
    STEWARD_TRY(keep_as_of_within_the_budget());
    for (const auto* description : tables::all)
      plan_.edits.push_back(AddSheet{free_title(request_.book, description->sheet(wishes_.language))});
    for (std::size_t i = 0; i < reading_.lines.size(); ++i) {
      const ReadLine& line = reading_.lines[i];
      lines_.push_back({"L" + padded(i + 1, reading_.lines.size()), line.key, line.nature, {}});
    }
    STEWARD_TRY(write_versions());
    STEWARD_TRY(write_ledger());
    log_.add({"", "", "setUp", "",
              "figures=" + std::to_string(figures_) + "; total=" + text_of(approved_) + "; sha256=" + frozen_.digest(),
              ""});
    settings_ = settings_rows(request_, wishes_, reading_);
    Settings controlling = as_settings(settings_);
    for (const auto& line : lines_) controlling.add("line", line_entry(line));
    log_settings(controlling, log_);
    const Row rule = rule_row();
    log_.add({"", "", "rule", "", rule_text(rule), wishes_.rule.id});
    if (opening_count_ > 0)
      log_.add({std::string(text(phrase::opening_document, wishes_.language)), "", "post", "",
                posted_text(opening_count_, 1, opening_count_, opening_, wishes_.decimals, opened_.digest()), ""});
    write_plain_tables();
    write_settings();
    write_control();
    for (std::size_t i = 0; i < reading_.areas.size(); ++i) {
      const auto& area = reading_.areas[i];
      plan_.edits.push_back(NameArea{source_name(i), request_.book.sheets[static_cast<std::size_t>(area.sheet)].name(),
                                     area.top, area.left, area.bottom, area.right});
    }
    answer();
    return std::move(plan_);
  }

 private:
  std::string text_of(Money money) const { return money.text(wishes_.decimals); }
  std::string phrase(Phrase phrase, std::vector<std::string> blanks = {}) const {
    return filled(phrase, wishes_.language, blanks);
  }
  double amount(Money money) const { return money.amount(wishes_.decimals); }

  SheetBuilder sheet_for(const tables::Description& description) {
    return SheetBuilder(plan_.edits, free_title(request_.book, description.sheet(wishes_.language)), wishes_.language);
  }
  void add_table(const tables::Description& description, std::vector<Row> rows, int open_rows = 0) {
    SheetBuilder sheet = sheet_for(description);
    const NewTable table{&description, reading_.dimensions, std::move(rows), 0, open_rows};
    sheet.table(table);
    const tables::Layout layout(description, reading_.dimensions.size());
    sheet.finish(static_cast<int>(table.rows.size()) + open_rows + 1, static_cast<int>(layout.width()) - 1, 0, 0);
  }

  // Pace and to-date figures of a budget that is over, or has not begun, count to its end or from its beginning.
  Outcome keep_as_of_within_the_budget() {
    std::optional<Date> first, last;
    for (const auto& line : reading_.lines) {
      if (line.budget.empty()) continue;
      first = std::min(first.value_or(Date::max()), line.budget.begin()->first);
      last = std::max(last.value_or(Date::min()), line.budget.rbegin()->first);
    }
    STEWARD_TRY(const auto period, timeline_.number_of(*last));
    wishes_.as_of = std::clamp(wishes_.as_of, *first, timeline_.days(period).last);
    return success();
  }

  Outcome write_versions() {
    std::vector<Row> rows;
    std::set<Date> periods;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (const auto& [day, money] : reading_.lines[i].budget) {
        STEWARD_TRY(const auto period, timeline_.number_of(day));
        rows.push_back({std::string("V1"), std::string(code_of(VersionKind::original)), lines_[i].id,
                        timeline_.label(period), day, amount(money), request_.now.user, at_});
        frozen_.add(rows.back());
        approved_ += money;
        by_nature_[lines_[i].nature] += money;
        periods.insert(day);
      }
      is_budgeted_.push_back(!reading_.lines[i].budget.empty());
      is_recovery_.push_back(std::ranges::any_of(reading_.lines[i].budget, [](const auto& figure) { return figure.second < Money(); }));
    }
    figures_ = rows.size();
    periods_ = periods.size();
    add_table(tables::versions, std::move(rows));
    return success();
  }

  Outcome write_ledger() {
    std::vector<Row> rows;
    const std::string document(text(phrase::opening_document, wishes_.language));
    const tables::Layout layout(tables::ledger, reading_.dimensions.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (const Stage stage : {Stage::actual, Stage::commitment}) {
        for (const auto& [day, money] :
             stage == Stage::actual ? reading_.lines[i].actual : reading_.lines[i].committed) {
          if (money.is_zero()) continue;
          STEWARD_TRY(const auto period, timeline_.number_of(day));
          ledger::Posting posting;
          const Date end = timeline_.days(period).last;
          posting.day = std::min(end, *wishes_.cut_over);
          posting.document = document;
          posting.line = lines_[i].id;
          posting.key.assign(lines_[i].key.begin(), lines_[i].key.end());
          posting.stage = stage;
          posting.amount = money;
          posting.source = "opening";
          rows.push_back(ledger_row(posting, layout,
                                    {++opening_count_, timeline_.label(period), wishes_.decimals, request_.now, at_}));
          opened_.add(rows.back());
          opening_ += money;
          opening_by_stage_[stage] += money;
        }
      }
    }
    add_table(tables::ledger, std::move(rows));
    return success();
  }

  Row rule_row() const {
    const control::Rule& rule = wishes_.rule;
    Row row(tables::Layout(tables::rules, 0).width());
    const auto set = [&](RulesColumn column, Content content) {
      row[static_cast<std::size_t>(column)] = std::move(content);
    };
    set(RulesColumn::rule, rule.id);
    set(RulesColumn::version, rule.version);
    set(RulesColumn::line, std::string("*"));
    set(RulesColumn::stage, std::string("*"));
    set(RulesColumn::basis, std::string(code_of(rule.basis)));
    set(RulesColumn::action, std::string(code_of(rule.action)));
    set(RulesColumn::unbudgeted, std::string(code_of(rule.unbudgeted)));
    if (rule.tolerance.share) set(RulesColumn::tolerance_pct, *rule.tolerance.share);
    if (rule.tolerance.amount) set(RulesColumn::tolerance_amount, amount(*rule.tolerance.amount));
    set(RulesColumn::tolerance_mode, std::string(code_of(rule.tolerance.mode)));
    set(RulesColumn::yellow, rule.levels.yellow);
    set(RulesColumn::orange, rule.levels.orange);
    set(RulesColumn::red, rule.levels.red);
    return row;
  }

  // The rows of Settings as they will be read back.
  Settings as_settings(const std::vector<Row>& rows) const {
    Settings settings;
    for (const Row& row : rows) {
      Settings::Entry entry;
      entry.item = std::get<std::string>(row[1]);
      if (const auto* text = std::get_if<std::string>(&row[2])) entry.text = *text;
      if (const auto* number = std::get_if<double>(&row[2])) entry.number = *number;
      if (const auto* day = std::get_if<Date>(&row[2]))
        entry.number = static_cast<double>((*day - null_date(request_.book)).count());
      if (row.size() > 4)
        if (const auto* since = std::get_if<Date>(&row[4])) entry.since = *since;
      settings.add(std::get<std::string>(row[0]), std::move(entry));
    }
    return settings;
  }

  void write_plain_tables() {
    add_table(tables::rules, {rule_row()}, rows_to_type);
    add_table(tables::authorities, {}, rows_to_type);
    add_table(tables::requests, {});
    add_table(tables::targets, {}, rows_to_type);
    std::vector<Row> log = log_.rows();
    add_table(tables::log, std::move(log));
  }

  void write_settings() {
    std::vector<Row> rows = std::move(settings_);
    const auto as_of =
        std::ranges::find_if(rows, [](const Row& row) { return row[0] == Content(std::string("as_of")); });
    SheetBuilder sheet = sheet_for(tables::settings);
    const int row = static_cast<int>(as_of - rows.begin()) + 1, end = static_cast<int>(rows.size()) + rows_to_type + 1;
    sheet.table({&tables::settings, {}, std::move(rows), 0, rows_to_type});
    sheet.paint(row, 2, row, 2, Style::date);
    sheet.width(3, 110);
    sheet.finish(end, 4, 0, 0);
  }

  void write_control() {
    ControlSheet content{reading_.title, unit(),       reading_.year, reading_.dimensions,
                         lines_,         is_budgeted_, is_recovery_, wishes_.tree};
    SheetBuilder sheet = sheet_for(tables::control);
    add_control_sheet(sheet, content, wishes_.language);
    warn_of_typed_overruns();
  }

  // An amount typed into the ledger is weighed with it written already, so what its line has left is looked at alone, by
  // Calc's own functions: without the extension everything may be typed. Income beyond its plan is welcome.
  void warn_of_typed_overruns() {
    const std::size_t d = reading_.dimensions.size();
    const auto of_ledger = [&](tables::LedgerColumn column) { return static_cast<int>(tables::Layout(tables::ledger, d).place(column)); };
    const auto of_control = [&](tables::ControlColumn column) { return whole_column(column, d); };
    const std::string left = "SUMIFS(" + of_control(tables::ControlColumn::available) + ";" + of_control(tables::ControlColumn::line) + ";$" +
                             column_name(of_ledger(tables::LedgerColumn::line)) + "1;" + of_control(tables::ControlColumn::nature) +
                             ";\"<>revenue\")";
    const int amount = of_ledger(tables::LedgerColumn::amount);
    // The header as well: rows that are inserted below it take after it.
    plan_.edits.push_back(WarnWhenTyped{sheet_for(tables::ledger).title(), 0, amount, opening_count_ + 1, amount,
                                        "IFERROR(ROUND(" + left + ";6)>=0;TRUE())", phrase(phrase::product_name), phrase(phrase::typed_over)});
  }
  std::string unit() const { return wishes_.currency.empty() ? phrase(phrase::currency_unit) : wishes_.currency; }

  void answer() {
    Table& answer = plan_.answer;
    answer.append({std::string("what"), std::string("value"), std::string("note")});
    const auto say = [&](std::string what, Value value, std::string note = {}) {
      answer.append({std::move(what), std::move(value), std::move(note)});
    };
    say("lines", static_cast<double>(lines_.size()), reading_.title);
    say("periods", static_cast<double>(periods_), reading_.is_phased_evenly ? phrase(phrase::phased_evenly) : "");
    for (const auto& [nature, money] : by_nature_) say("approved " + std::string(code_of(nature)), amount(money), "");
    for (const auto& [stage, money] : opening_by_stage_)
      say("opening " + std::string(code_of(stage)), amount(money), iso(*wishes_.cut_over));
    if (reading_.rows_joined > 0)
      say("joined", static_cast<double>(reading_.rows_joined),
          phrase(phrase::same_key_joined, {std::to_string(reading_.rows_joined)}));
    if (reading_.after_cut_over > 0)
      say("after cut-over", static_cast<double>(reading_.after_cut_over),
          phrase(phrase::after_cut_over, {std::to_string(reading_.after_cut_over)}));
    for (const auto& assumed : reading_.assumptions)
      say("assumed " + assumed.what, assumed.value, phrase(assumed.sentence, assumed.blanks));
    for (const auto& finding : reading_.findings)
      say("finding", workbook::address(request_.book, finding.at),
          filled(finding.sentence, wishes_.language, finding.blanks));
    say("year", static_cast<double>(reading_.year));
    // Natures are never added up: the sentence names the largest.
    Money largest;
    for (const auto& [nature, money] : by_nature_) largest = std::max(largest, money);
    plan_.message =
        phrase(phrase::set_up_done, {std::to_string(lines_.size()), std::to_string(periods_), text_of(largest)});
  }

  const Request& request_;
  const std::string at_ = moment(request_.now);
  Wishes wishes_;
  BudgetReading reading_;
  control::Timeline timeline_;
  LogWriter log_;
  Plan plan_;
  std::vector<control::Line> lines_;
  std::vector<bool> is_budgeted_, is_recovery_;
  std::vector<Row> settings_;
  RowChain frozen_, opened_;
  Money approved_, opening_;
  std::map<Nature, Money> by_nature_;
  std::map<Stage, Money> opening_by_stage_;
  std::size_t figures_ = 0, periods_ = 0;
  int opening_count_ = 0;
};

}  // namespace

Result<Plan> set_up(const Request& request) {
  if (is_controlled(request.book)) return refused(phrase::already_controlled);
  STEWARD_TRY(auto wishes, read_wishes(request));
  STEWARD_TRY(auto reading, read_budget(request, {}, wishes.cut_over));
  const auto has_figures = [](const ReadLine& line) {
    return std::ranges::any_of(line.budget, [](const auto& figure) { return !figure.second.is_zero(); });
  };
  if (std::ranges::none_of(reading.lines, has_figures))
    return refused(phrase::nothing_budgeted, {workbook::address(request.book, reading.areas.front())});
  return SetUp(request, std::move(wishes), std::move(reading)).plan();
}

}  // namespace steward::plan
