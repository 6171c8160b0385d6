#include "plan/source_keys.hpp"

#include "numeral.hpp"
#include "plan/options.hpp"

namespace steward::plan {
namespace {

constexpr std::string_view long_mark = "row:";

void add(std::string& text, std::string_view part) {
  text += part;
  text += '\x1f';
}

// Everything that makes a row of a file what it is.
void add_content(std::string& text, const ledger::Posting& posting) {
  add(text, std::to_string(posting.day.time_since_epoch().count()));
  add(text, posting.document);
  add(text, code_of(posting.stage));
  add(text, digits_of(posting.amount.minor()));
  add(text, posting.entered ? digits_of(posting.entered->minor()) : std::string());
  add(text, posting.currency);
  add(text, posting.reference);
  add(text, posting.quantity ? numeral(*posting.quantity) : std::string());
  for (const auto part : posting.key) add(text, part);
  add(text, posting.counterparty);
  add(text, posting.memo);
}

// Every bit of the result depends on every bit of the number (the last steps of MurmurHash3, by A. Appleby).
std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ number >> 33) * 0xff51afd7ed558ccdU;
  number = (number ^ number >> 33) * 0xc4ceb9fe1a85ec53U;
  return number ^ number >> 33;
}

std::string counted(int occurrence) { return "#" + std::to_string(occurrence); }

}  // namespace

// 128 bits that every build on every platform makes alike: FNV-1a, and the same over the text read backwards.
SourceKeys::Digest SourceKeys::digest_of(std::string_view text) {
  std::uint64_t forwards = 14695981039346656037U, backwards = forwards ^ text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    forwards = (forwards ^ static_cast<unsigned char>(text[i])) * 1099511628211U;
    backwards = (backwards ^ static_cast<unsigned char>(text[text.size() - 1 - i])) * 1099511628211U;
  }
  return {forwards, backwards};
}

// Eighty bits: among a million rows two different ones share a key once in a million million files.
std::string SourceKeys::short_key(const Digest& digest, int occurrence) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  constexpr int bits = 5, half = 40;
  std::string key = "R";
  for (const auto number : {mixed(digest.forwards), mixed(digest.backwards)})
    for (int shift = 0; shift < half; shift += bits) key += alphabet[number >> shift & 31];
  return occurrence == 1 ? key : key + counted(occurrence);
}

std::string SourceKeys::long_key(const Digest& digest, int occurrence) {
  constexpr std::string_view alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  std::string key(long_mark);
  for (const auto half : {digest.forwards, digest.backwards})
    for (int shift = 0; shift < 64; shift += 6) key += alphabet[half >> shift & 63];
  return key + counted(occurrence);
}

void SourceKeys::remember(std::string_view external_id) {
  if (external_id.empty()) return;
  known_.emplace(external_id);
  has_long_keys_ = has_long_keys_ || external_id.starts_with(long_mark);
}

std::string SourceKeys::key_of(const ledger::Posting& posting) {
  if (!posting.external_id.empty()) return std::string(posting.external_id);
  text_.clear();
  add_content(text_, posting);
  const auto digest = digest_of(text_);
  const int occurrence = ++seen_[digest];
  if (has_long_keys_)
    if (auto key = long_key(digest, occurrence); known_.contains(key)) return key;
  return short_key(digest, occurrence);
}

bool SourceKeys::is_invoice(const ledger::Posting& posting) {
  if (posting.stage != Stage::actual || posting.amount <= Money()) return false;
  if (posting.document != document_) {
    document_ = posting.document;
    number_ = plain_name(posting.document);
  }
  return !number_.empty();
}

std::optional<SourceKeys::Digest> SourceKeys::invoice_of(const ledger::Posting& posting) {
  if (!is_invoice(posting)) return std::nullopt;
  text_ = number_;
  text_ += '\x1f' + digits_of(posting.amount.minor());
  for (const auto part : posting.key) text_ += '\x1f' + std::to_string(parts_.key(part));
  return digest_of(text_);
}

void SourceKeys::remember_invoice(const std::optional<Digest>& invoice) {
  if (invoice) invoices_.insert(*invoice);
}

void SourceKeys::expect(std::size_t rows) {
  invoices_.reserve(invoices_.size() + rows);
  seen_.reserve(rows);
}

}  // namespace steward::plan
