#include "ledger/fields.hpp"
#include "words/phrases/ledger.gen.hpp"

#include <algorithm>

namespace steward::ledger {
namespace {

template <class Fits>
std::optional<std::size_t> first_where(const std::vector<std::string>& headers, Fits fits) {
  const auto found = std::ranges::find_if(headers, fits);
  if (found == headers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - headers.begin());
}

}  // namespace

std::optional<LedgerField> field_of(std::string_view header) {
  auto field = read_keyword<LedgerField>(header);
  return field ? std::optional(field.value()) : std::nullopt;
}

std::optional<std::size_t> column_of(const std::vector<std::string>& headers, std::string_view name) {
  const std::string wanted = folded(name);
  const auto same = first_where(headers, [&](const std::string& header) { return folded(header) == wanted; });
  const auto field = field_of(name);
  if (same || !field) return same;
  return first_where(headers, [&](const std::string& header) { return field_of(header) == field; });
}

Result<std::size_t> required_column(const std::vector<std::string>& headers, std::string_view name) {
  if (const auto column = column_of(headers, name)) return *column;
  return Fault{FaultKind::argument, phrase::ledger_without_column, {std::string(name)}};
}

std::optional<std::size_t> first_dimension(const std::vector<std::string>& headers) {
  return first_where(headers, [](const std::string& header) { return !folded(header).empty() && !field_of(header); });
}

}  // namespace steward::ledger
