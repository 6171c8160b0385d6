#include "plan/set_up_settings.hpp"

#include "ledger/keys.hpp"
#include "plan/answers.hpp"
#include "plan/table_reader.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

class SettingsWriter {
 public:
  SettingsWriter(const Request& request, const Wishes& wishes, const BudgetReading& reading)
      : request_(request), wishes_(wishes), reading_(reading) {}

  std::vector<Row> rows() {
    add_budget();
    add_calendar();
    add_policy();
    add_rates_and_tree();
    for (std::size_t i = 0; i < reading_.dimensions.size(); ++i)
      set("dimension", std::to_string(i + 1), reading_.dimensions[i], phrase::setting_dimension);
    add_reading();
    return std::move(rows_);
  }

 private:
  void set(std::string setting, std::string item, Content value, Phrase explanation) {
    rows_.push_back({std::move(setting), std::move(item), std::move(value), filled(explanation, wishes_.language, {})});
  }

  void add_budget() {
    set("schema", "", static_cast<double>(tables::schema), phrase::setting_schema);
    set("language", "", std::string(wishes_.language == Language::chinese ? "zh" : "en"), phrase::setting_language);
    set("title", "", reading_.title, phrase::setting_title);
    set("decimals", "", static_cast<double>(wishes_.decimals), phrase::setting_decimals);
    set("currency", "", wishes_.currency, phrase::setting_currency);
    set("unit", "", reading_.unit, phrase::setting_unit);
  }

  void add_calendar() {
    const auto& calendar = reading_.calendar;
    set("fiscal_year", "", static_cast<double>(reading_.year), phrase::setting_fiscal_year);
    set("start_month", "", static_cast<double>(calendar.start_month), phrase::setting_start_month);
    set("pattern", "", std::string(code_of(calendar.pattern)), phrase::setting_pattern);
    set("year", "", std::string(code_of(calendar.year)), phrase::setting_year);
    set("as_of", "", wishes_.as_of, phrase::setting_as_of);
    if (reading_.is_phased_evenly) set("phasing", "", std::string("even"), phrase::phased_evenly);
    if (wishes_.cut_over) set("cut_over", "", *wishes_.cut_over, phrase::setting_cut_over);
  }

  void add_policy() {
    set("accounting", "", wishes_.accounting, phrase::setting_accounting);
    set("liquidation", "", wishes_.liquidation, phrase::setting_liquidation);
    set("recoverable_tax", "", wishes_.recoverable_tax, phrase::setting_recoverable_tax);
    if (wishes_.rate_age) set("rate_age", "", *wishes_.rate_age, phrase::setting_rate_age);
  }

  void add_rates_and_tree() {
    for (std::size_t i = 0; i < wishes_.rates.rows(); ++i) {
      set("rate", ledger::key_text(wishes_.rates.at(i, 0)), std::get<double>(wishes_.rates.at(i, 2)),
          phrase::setting_rate);
      rows_.back().emplace_back(rate_day(i));
    }
    for (std::size_t i = 0; i < wishes_.tree.rows(); ++i)
      set("parent", ledger::key_text(wishes_.tree.at(i, 0)), ledger::key_text(wishes_.tree.at(i, 1)),
          phrase::setting_parent);
  }

  Content rate_day(std::size_t row) const {
    const Value& since = wishes_.rates.at(row, 1);
    if (const auto* number = std::get_if<double>(&since))
      return null_date(request_.book) + std::chrono::days(static_cast<int>(*number));
    if (const auto day = read_day(ledger::key_text(since))) return *day;
    return Blank{};
  }

  // How the table was read, so that the draft can be read in the same way; columns and cells by their place in the
  // table, which moves with it.
  void add_reading() {
    const OptionReader options(request_);
    for (const auto name : reading_options) {
      const auto given = options.text(name);
      if (name == "columns" && options.has(name))
        set("read", std::string(name), reading_.columns_chosen, phrase::setting_read);
      else if (given)
        set("read", std::string(name), *given, phrase::setting_read);
    }
    for (const auto& assumed : reading_.assumptions)  // today's year must not become next year's when it is read again
      if (assumed.sentence == phrase::assumed_year) set("read", assumed.what, assumed.value, phrase::setting_read);
    for (const auto& [key, answer] : reading_.answers)
      set("answer", kept_key(request_.book, key, reading_.areas), answer, phrase::setting_answer);
  }

  const Request& request_;
  const Wishes& wishes_;
  const BudgetReading& reading_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> settings_rows(const Request& request, const Wishes& wishes, const BudgetReading& reading) {
  return SettingsWriter(request, wishes, reading).rows();
}

}  // namespace steward::plan
