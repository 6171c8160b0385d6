#include "approval/grants.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "cells.hpp"
#include "ledger/keys.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/approval.gen.hpp"

namespace steward::approval {
namespace {

using tables::AuthoritiesColumn;

constexpr std::size_t column_count = tables::authorities_columns.size();

// Which column of the range holds what, by code or header in either language.
class Header {
 public:
  explicit Header(const Table& range) : range_(range) {
    for (std::size_t column = 0; column < range.columns(); ++column) {
      const std::string written = folded(ledger::key_text(range.at(0, column)));
      for (std::size_t i = 0; i < column_count; ++i) {
        const auto& known = tables::authorities_columns[i];
        if (written == known.code || written == folded(known.english) || written == folded(known.chinese))
          places_[i] = column;
      }
    }
  }
  const Value* cell(std::size_t row, AuthoritiesColumn column) const {
    const auto place = places_[static_cast<std::size_t>(column)];
    if (!place || is_blank(range_.at(row, *place))) return nullptr;
    return &range_.at(row, *place);
  }
  bool has(AuthoritiesColumn column) const { return places_[static_cast<std::size_t>(column)].has_value(); }
  std::string text(std::size_t row, AuthoritiesColumn column) const {
    const Value* value = cell(row, column);
    return value ? ledger::key_text(*value) : std::string();
  }
  Result<std::optional<double>> number(std::size_t row, AuthoritiesColumn column) const {
    const Value* value = cell(row, column);
    return value ? number_in(*value) : Result<std::optional<double>>(std::optional<double>());
  }

 private:
  const Table& range_;
  std::array<std::optional<std::size_t>, column_count> places_{};
};

// "4 h", "4 hours", "4小时"; nothing when no unit of hours stands behind a number.
std::optional<double> read_hours(const std::string& written) {
  const std::string text = folded(written);
  double hours = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), hours);
  if (read.ec != std::errc{} || hours < 0) return std::nullopt;
  const std::string unit = folded(std::string(read.ptr, text.data() + text.size()));
  constexpr std::array units = std::to_array<std::string_view>({"h", "hr", "hrs", "hour", "hours", "小时", "时"});
  return std::ranges::find(units, unit) == units.end() ? std::nullopt : std::optional(hours);
}

Result<Grant> read_grant(const Header& header, std::size_t row, int decimals) {
  Grant grant;
  grant.approver = header.text(row, AuthoritiesColumn::approver);
  grant.dimension = header.text(row, AuthoritiesColumn::dimension);
  grant.type = "*";
  if (const auto type = header.text(row, AuthoritiesColumn::type); !type.empty() && folded(type) != "*") {
    STEWARD_TRY(const auto read, read_keyword<RequestType>(type));
    grant.type = code_of(read);
  }
  if (const auto reach = header.text(row, AuthoritiesColumn::distance); !reach.empty()) {
    STEWARD_TRY(grant.reach, read_distance(reach));
  }
  STEWARD_TRY(const auto amount, header.number(row, AuthoritiesColumn::amount));
  if (amount) {
    STEWARD_TRY(grant.up_to, Money::from(*amount, decimals));
  }
  STEWARD_TRY(const auto level, header.number(row, AuthoritiesColumn::level));
  grant.level = static_cast<int>(level.value_or(1));
  grant.hours = read_hours(header.text(row, AuthoritiesColumn::days));
  if (!grant.hours) {
    STEWARD_TRY(grant.days, header.number(row, AuthoritiesColumn::days));
  }
  STEWARD_TRY(const auto joint, header.number(row, AuthoritiesColumn::joint));
  grant.joint = joint.value_or(0) != 0;
  grant.consent = header.text(row, AuthoritiesColumn::consent);
  return grant;
}

// Without levels the rows are levels in the order of their amounts, equal amounts one level.
void number_levels(std::vector<Grant>& grants) {
  const auto is_less = [](const std::optional<Money>& a, const std::optional<Money>& b) {
    return a && (!b || *a < *b);
  };
  std::vector<std::optional<Money>> limits;
  for (const Grant& grant : grants)
    if (std::ranges::find(limits, grant.up_to) == limits.end()) limits.push_back(grant.up_to);
  std::ranges::sort(limits, is_less);
  for (Grant& grant : grants)
    grant.level = static_cast<int>(std::ranges::find(limits, grant.up_to) - limits.begin()) + 1;
}

}  // namespace

Result<Distance> read_distance(std::string_view written) {
  constexpr std::string_view same = "same ";
  const std::string word = folded(written);
  return read_keyword<Distance>(word.starts_with(same) ? std::string_view(word).substr(same.size()) : std::string_view(word));
}

Result<std::vector<Grant>> read_grants(const Table& authorities, int decimals) {
  if (authorities.rows() == 0) return Fault{FaultKind::argument, phrase::authority_header, {}};
  const Header header(authorities);
  if (!header.has(AuthoritiesColumn::approver)) return Fault{FaultKind::argument, phrase::authority_header, {}};
  std::vector<Grant> grants;
  for (std::size_t row = 1; row < authorities.rows(); ++row) {
    if (header.text(row, AuthoritiesColumn::approver).empty()) continue;
    STEWARD_TRY(auto grant, read_grant(header, row, decimals));
    grants.push_back(std::move(grant));
  }
  if (!header.has(AuthoritiesColumn::level)) number_levels(grants);
  return grants;
}

}  // namespace steward::approval
