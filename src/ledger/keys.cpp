#include "ledger/keys.hpp"

#include "numeral.hpp"
#include "words/keywords.hpp"

namespace steward::ledger {

std::string key_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return numeral(*number);
  if (const auto* error = std::get_if<CellError>(&value)) return error->name;
  return {};
}

KeyBook::Key KeyBook::key(std::string_view written) {
  if (const auto known = as_written_.find(written); known != as_written_.end()) return known->second;
  std::string compared = folded(written);
  Key key = blank;
  if (!compared.empty()) {
    const auto [entry, is_new] = as_compared_.try_emplace(compared, static_cast<Key>(texts_.size()));
    if (is_new) texts_.push_back(std::move(compared));
    key = entry->second;
  }
  as_written_.emplace(written, key);
  return key;
}

KeyBook::Key KeyBook::key(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return key(std::string_view(*text));
  return std::holds_alternative<Blank>(value) ? blank : key(std::string_view(key_text(value)));
}

}  // namespace steward::ledger
