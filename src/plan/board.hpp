#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/fiscal_calendar.hpp"
#include "plan/plan.hpp"
#include "plan/roles.hpp"
#include "tables/layout.hpp"

namespace steward::plan {

/// A budget line as the window shows it; figures as the Control sheet has them, nothing where the cell is blank.
struct BoardLine {
  std::string id, name, owner, status;
  std::vector<std::string> key;
  std::optional<double> revised, available, used, execution, pace, landing;
  workbook::Position at;  ///< of its row on the Control sheet
  bool is_revenue = false;
  bool is_over() const { return available && *available < 0; }
};

/// The Control sheet as the window shows it: lists of lines and periods, the figures of a line, the lines at risk.
/// It is read from the tables Control, Settings and Authorities alone, so that it is there at once beside any number of postings.
class Board {
 public:
  /// Faults: refused when the workbook is not under control or a table is damaged.
  static Result<Board> read(const workbook::Snapshot& book, Language language);

  const std::string& title() const { return title_; }
  int decimals() const { return decimals_; }
  const std::vector<BoardLine>& lines() const { return lines_; }
  const std::vector<std::string>& dimensions() const { return dimensions_; }
  const std::vector<std::string>& periods() const { return periods_; }
  int period_now() const { return period_now_; }  ///< place among the periods of the as-of date
  int year() const { return year_; }
  const calendar::FiscalCalendar& calendar() const { return calendar_; }
  /// Place among the periods of a day, −1 for one outside the year.
  int period_of(Date day) const;
  /// The column of the Control table that a cell stands in; nothing for a cell elsewhere, or in a dimension.
  std::optional<tables::ControlColumn> column_at(const workbook::Position& position) const;
  /// Places of the lines that need attention, worst first: those that are over by their share, then by used %. Somebody
  /// whose role it is to look after lines of his own sees those first.
  std::vector<int> at_risk(std::size_t most, const std::string& user = {}) const;
  std::optional<Role> role_of(const std::string& user) const { return roles_.of(user); }

  /// Texts of one row of a sheet, from left to right.
  using RowTexts = std::function<std::vector<std::string>(int row)>;
  /// The line that a cell speaks of, −1 for none: on the Control sheet that of its row; anywhere else the one whose key
  /// stands in the row, what the row leaves out being taken from the rows above it.
  int line_at(const workbook::Position& position, const RowTexts& texts) const;
  int line_by_id(std::string_view id) const;
  /// The first line that spends, which is what most postings do; the first one when there is none.
  int first_spending() const;

  /// "1,234.50"; empty for nothing.
  std::string amount(const std::optional<double>& figure) const;
  /// "98.4 %"; empty for nothing.
  static std::string share(const std::optional<double>& figure);

 private:
  std::vector<int> matching(const std::vector<std::string>& row, std::vector<int> among) const;

  std::string title_;
  int decimals_ = 2;
  std::vector<BoardLine> lines_;
  RoleBook roles_;
  std::vector<std::string> dimensions_, periods_;
  int period_now_ = 0;
  calendar::FiscalCalendar calendar_;
  int year_ = 0;
  std::vector<calendar::Days> days_;
  int sheet_ = -1, left_ = 0;
  std::unordered_map<std::string, std::vector<int>> by_part_;
};

/// A number as a key is written: without trailing zeros.
std::string number_as_key(double number);

}  // namespace steward::plan
