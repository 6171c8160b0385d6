#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace steward::plan {

using LogFields = std::map<std::string, std::string>;

/// "postings=3; first=P1; …" by name.
LogFields log_fields(std::string_view text);

/// The number in a field, as numeral() wrote it; nothing when there is none.
std::optional<double> field_number(const LogFields& fields, const std::string& name);

/// A text as a field can hold it: without the mark that ends a field.
std::string field_text(std::string_view text);

}  // namespace steward::plan
