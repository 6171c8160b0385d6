#include "plan/source_keys.hpp"

#include <cstdint>

#include "numeral.hpp"
#include "plan/options.hpp"

namespace steward::plan {
namespace {

// Everything that makes a row of a file what it is.
std::string content_of(const ledger::Posting& posting) {
  std::string text;
  const auto add = [&](std::string_view part) {
    text += part;
    text += '\x1f';
  };
  add(std::to_string(posting.day.time_since_epoch().count()));
  add(posting.document);
  add(code_of(posting.stage));
  add(digits_of(posting.amount.minor()));
  add(posting.entered ? digits_of(posting.entered->minor()) : std::string());
  add(posting.currency);
  add(posting.reference);
  add(posting.quantity ? numeral(*posting.quantity) : std::string());
  for (const auto part : posting.key) add(part);
  add(posting.counterparty);
  add(posting.memo);
  return text;
}

// 128 bits that every build on every platform makes alike: FNV-1a, and the same over the text read backwards.
std::string digest_of(std::string_view text) {
  std::uint64_t forwards = 14695981039346656037U, backwards = forwards ^ text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    forwards = (forwards ^ static_cast<unsigned char>(text[i])) * 1099511628211U;
    backwards = (backwards ^ static_cast<unsigned char>(text[text.size() - 1 - i])) * 1099511628211U;
  }
  constexpr std::string_view alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  std::string digits;
  for (const auto half : {forwards, backwards})
    for (int shift = 0; shift < 64; shift += 6) digits += alphabet[half >> shift & 63];
  return digits;
}

std::string invoice_of(const ledger::Posting& posting) {
  std::string text = plain_name(posting.document);
  text += '\x1f' + digits_of(posting.amount.minor());
  for (const auto part : posting.key) text += '\x1f' + folded(part);
  return text;
}

bool is_invoice(const ledger::Posting& posting) {
  return posting.stage == Stage::actual && posting.amount > Money() && !plain_name(posting.document).empty();
}

}  // namespace

std::string SourceKeys::key_of(const ledger::Posting& posting) {
  if (!posting.external_id.empty()) return std::string(posting.external_id);
  std::string key = "row:" + digest_of(content_of(posting));
  return key + "#" + std::to_string(++seen_[key]);
}

void SourceKeys::remember_invoice(const ledger::Posting& posting) {
  if (is_invoice(posting)) invoices_.insert(invoice_of(posting));
}

bool SourceKeys::is_probable_duplicate(const ledger::Posting& posting) const {
  return is_invoice(posting) && invoices_.contains(invoice_of(posting));
}

}  // namespace steward::plan
