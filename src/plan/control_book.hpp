#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "control/checker.hpp"
#include "control/trigger.hpp"
#include "control/valuation.hpp"
#include "plan/command.hpp"
#include "plan/register.hpp"
#include "plan/settings.hpp"

namespace steward::plan {

/// A frozen figure of a version of the budget.
struct Figure {
  control::LineNumber line = 0;
  control::PeriodNumber period = 0;
  Money amount;
  VersionKind kind = VersionKind::original;
  std::string version;
};

/// A workbook under control, read back from its tables into what they mean.
class ControlBook {
 public:
  /// Reads everything but the ledger. Faults: refused when the workbook is not under control, a table is damaged, or a
  /// newer version wrote it.
  static Result<std::unique_ptr<ControlBook>> read(const workbook::Snapshot& book, Language language);
  /// The same for a command, on whose course the rows of the ledger count.
  static Result<std::unique_ptr<ControlBook>> read(const Request& request);
  /// Gives every row of the ledger, in its order, to the checker and to `each`. Faults: refused at the first row that
  /// cannot be read, and when the command was cancelled.
  Outcome replay(const std::function<void(int row, const ledger::Posting&)>& each = {});

  const workbook::Snapshot& book() const { return book_; }
  /// The settings in force, as the log proves them; and those that stand on the sheet.
  const Settings& settings() const { return settings_; }
  const Settings& typed_settings() const { return typed_settings_; }
  const std::vector<std::string>& dimensions() const { return dimensions_; }
  const control::Policy& policy() const { return policy_; }
  control::Timeline& timeline() { return timeline_; }
  control::LineBook& lines() { return *lines_; }
  const control::RuleBook& rules() const { return rules_; }
  /// When/then rules in force, a version each.
  const std::vector<control::Trigger>& triggers() const { return triggers_; }
  const control::Standings& standings() const { return *standings_; }
  control::Checker& checker() { return *checker_; }
  const control::RateTable& rates() const { return rates_; }
  const std::vector<Figure>& figures() const { return figures_; }
  /// Requests and decisions as the log proves them.
  Register& requests() { return register_; }
  /// What an open transfer holds back of its source is free again: it is decided now.
  void free_awaiting(const approval::Application& application);
  /// From here on postings may rest on this request.
  void approve(const std::string& request) { policy_.approved_requests.insert(request); }
  /// The table of that kind; it was found whole when the book was read.
  const TableReader& table(const tables::Description& description) const;
  Language language() const { return language_; }
  int decimals() const { return policy_.decimals; }
  Date as_of() const { return as_of_; }

  /// One row of the ledger. Texts are views of the workbook, or kept by this book.
  Result<ledger::Posting> posting(int row);
  /// A text that lives as long as this book.
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

 private:
  ControlBook(const workbook::Snapshot& book, Settings settings, Language language)
      : book_(book), settings_(settings), typed_settings_(std::move(settings)), language_(language) {}
  Outcome open_tables();
  Outcome read_policy();
  Outcome read_lines();
  Outcome read_rules();
  void add_trigger(control::Trigger trigger);
  Outcome read_versions();
  void read_requests();
  void read_reserves();
  void hold_back(const approval::Application& application, Money amount);
  void read_period_states();
  void set_period_state(const std::string& label, const std::string& state);
  std::string_view text(const TableReader& table, int row, std::size_t place);

  const workbook::Snapshot& book_;
  Settings settings_, typed_settings_;
  Language language_;
  Date as_of_{};
  std::vector<std::string> dimensions_;
  std::vector<std::pair<const tables::Description*, TableReader>> tables_;
  control::Policy policy_;
  control::RateTable rates_;
  control::Timeline timeline_;
  std::unique_ptr<control::LineBook> lines_;
  control::RuleBook rules_;
  std::vector<control::Trigger> triggers_;
  std::unique_ptr<control::Standings> standings_;
  std::unique_ptr<control::Checker> checker_;
  std::vector<Figure> figures_;
  Register register_;
  std::deque<std::string> kept_;
  Course* course_ = nullptr;
};

}  // namespace steward::plan
