#include "approval/authority.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "cells.hpp"
#include "money/money.hpp"
#include "tables/tables.gen.hpp"
#include "words/keywords.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::approval {
namespace {

using tables::AuthoritiesColumn;

constexpr int decimals = 2;

struct Authority {
  double level = 0;
  std::optional<Money> limit;  ///< none: any amount
  int named = 0;               ///< how much of what is asked for the row names
  Value approver, days;
  bool joint = false;
};

using Asked = std::array<std::pair<AuthoritiesColumn, const std::optional<std::string>*>, 3>;
using Columns = std::map<AuthoritiesColumn, std::size_t>;

std::string text_of(const Value& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text ? folded(*text) : std::string();
}

bool is_heading(const std::string& text, const tables::Column& column) {
  return text == folded(column.english) || text == folded(column.chinese) || text == folded(column.code);
}

Columns columns_of(const Table& table) {
  Columns found;
  for (std::size_t at = 0; at < table.columns() && table.rows() > 0; ++at)
    for (std::size_t c = 0; c < tables::authorities.columns.size(); ++c)
      if (is_heading(text_of(table.at(0, at)), tables::authorities.columns[c]))
        found.try_emplace(static_cast<AuthoritiesColumn>(c), at);
  return found;
}

/// Reads the rows of an authority matrix that fit what is asked for.
class Matrix {
 public:
  Matrix(const Table& table, Columns columns, const Asked& asked) : table_(table), columns_(std::move(columns)), asked_(asked) {}

  Result<std::vector<Authority>> fitting() const {
    std::vector<Authority> rows;
    for (std::size_t row = 1; row < table_.rows(); ++row) {
      if (is_blank(cell(row, AuthoritiesColumn::approver))) continue;
      const auto named = times_named(row);
      if (!named) continue;
      STEWARD_TRY(auto authority, read(row, *named));
      rows.push_back(std::move(authority));
    }
    return rows;
  }

 private:
  const Value& cell(std::size_t row, AuthoritiesColumn column) const {
    static const Value blank{Blank{}};
    const auto found = columns_.find(column);
    return found == columns_.end() ? blank : table_.at(row, found->second);
  }

  // How many of the things asked for a row names; nothing when it speaks of others.
  std::optional<int> times_named(std::size_t row) const {
    int named = 0;
    for (const auto& [column, wanted] : asked_) {
      const std::string says = text_of(cell(row, column));
      if (!*wanted || says.empty() || says == "*") continue;
      if (says != folded(**wanted)) return std::nullopt;
      ++named;
    }
    return named;
  }

  Result<Authority> read(std::size_t row, int named) const {
    Authority authority;
    authority.named = named;
    authority.approver = cell(row, AuthoritiesColumn::approver);
    authority.days = cell(row, AuthoritiesColumn::days);
    STEWARD_TRY(const auto level, number_in(cell(row, AuthoritiesColumn::level)));
    if (!level) return Fault{FaultKind::value, phrase::level_missing, {}};
    authority.level = *level;
    STEWARD_TRY(const auto limit, number_in(cell(row, AuthoritiesColumn::amount)));
    if (limit) {
      STEWARD_TRY(authority.limit, Money::from(*limit, decimals));
    }
    const Value& joint = cell(row, AuthoritiesColumn::joint);
    const auto* number = std::get_if<double>(&joint);
    authority.joint = number ? *number != 0 : !is_blank(joint);
    return authority;
  }

  const Table& table_;
  Columns columns_;
  const Asked& asked_;
};

// Of one level: the rows that name most, and of those that may decide the ones with the lowest limit.
std::vector<Authority> approvers(std::vector<Authority> level, const Money& amount, bool& decides) {
  const int most = std::ranges::max(level, {}, &Authority::named).named;
  std::erase_if(level, [&](const Authority& row) { return row.named < most; });
  const auto suffices = [&](const Authority& row) { return !row.limit || *row.limit >= amount; };
  decides = std::ranges::any_of(level, suffices);
  if (!decides) return level;
  std::erase_if(level, [&](const Authority& row) { return !suffices(row); });
  const auto lower = [](const Authority& a, const Authority& b) { return a.limit && (!b.limit || *a.limit < *b.limit); };
  const Authority lowest = *std::ranges::min_element(level, lower);
  std::erase_if(level, [&](const Authority& row) { return lower(lowest, row); });
  return level;
}

}  // namespace

Result<Table> authority(double amount, const Table& authorities, const std::optional<std::string>& type,
                        const std::optional<std::string>& dimension, const std::optional<std::string>& distance) {
  STEWARD_TRY(const Money asked, Money::from(amount, decimals));
  const auto columns = columns_of(authorities);
  for (const auto needed : {AuthoritiesColumn::level, AuthoritiesColumn::approver, AuthoritiesColumn::amount})
    if (!columns.contains(needed)) return Fault{FaultKind::argument, phrase::authorities_unusable, {}};
  const Asked wanted{{{AuthoritiesColumn::type, &type}, {AuthoritiesColumn::dimension, &dimension}, {AuthoritiesColumn::distance, &distance}}};
  STEWARD_TRY(const auto rows, Matrix(authorities, columns, wanted).fitting());
  std::map<double, std::vector<Authority>> levels;
  for (const Authority& row : rows) levels[row.level].push_back(row);
  Table chain;
  bool decides = false;
  for (const auto& [level, members] : levels) {
    for (const Authority& row : approvers(members, abs(asked), decides))
      chain.append({level, row.approver, row.days, row.joint ? 1.0 : 0.0});
    if (decides) return chain;
  }
  return Fault{FaultKind::not_available, phrase::nobody_may_approve, {asked.text(decimals)}};
}

}  // namespace steward::approval
