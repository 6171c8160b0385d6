#include "plan/ledger_row.hpp"

namespace steward::plan {

using tables::LedgerColumn;

Row ledger_row(const ledger::Posting& posting, const tables::Layout& layout, const Stamp& stamp) {
  Row row(layout.width());
  write_ledger_row(posting, layout, stamp, row);
  return row;
}

void write_ledger_row(const ledger::Posting& posting, const tables::Layout& layout, const Stamp& stamp, std::span<Content> row) {
  const auto set = [&](LedgerColumn column, Content content) { row[layout.place(column)] = std::move(content); };
  const auto set_text = [&](LedgerColumn column, std::string_view text) {
    if (!text.empty()) set(column, std::string(text));
  };
  const auto set_money = [&](LedgerColumn column, const std::optional<Money>& money) {
    if (money) set(column, money->amount(stamp.decimals));
  };
  set(LedgerColumn::id, "P" + std::to_string(stamp.number));
  set(LedgerColumn::date, posting.day);
  if (posting.document_day) set(LedgerColumn::document_date, *posting.document_day);
  set_text(LedgerColumn::period, stamp.period);
  set_text(LedgerColumn::document, posting.document);
  set_text(LedgerColumn::line, posting.line);
  set_text(LedgerColumn::reference, posting.reference);
  for (std::size_t i = 0; i < posting.key.size(); ++i)
    if (!posting.key[i].empty()) row[layout.place(LedgerColumn::dimensions) + i] = std::string(posting.key[i]);
  set_text(LedgerColumn::stage, code_of(posting.stage));
  if (posting.quantity) set(LedgerColumn::quantity, *posting.quantity);
  set_money(LedgerColumn::entered, posting.entered);
  set_money(LedgerColumn::tax, posting.tax);
  set_text(LedgerColumn::currency, posting.currency);
  if (posting.rate) set(LedgerColumn::rate, *posting.rate);
  set_money(LedgerColumn::amount, posting.amount);
  if (posting.due) set(LedgerColumn::due, *posting.due);
  set_text(LedgerColumn::counterparty, posting.counterparty);
  set_text(LedgerColumn::memo, posting.memo);
  set_text(LedgerColumn::source, posting.source);
  set_text(LedgerColumn::external_id, posting.external_id);
  set_text(LedgerColumn::posted_by, stamp.now.user);
  set_text(LedgerColumn::posted_at, stamp.at);
  set_text(LedgerColumn::posted_on, stamp.now.machine);
  set_text(LedgerColumn::request, posting.request);
  set_text(LedgerColumn::rule_version, posting.rule_version);
  if (posting.is_final) set(LedgerColumn::final_, 1.0);
}

std::string posted_text(int count, int first, int last, Money total, int decimals, const std::string& hash) {
  return "postings=" + std::to_string(count) + "; first=P" + std::to_string(first) + "; last=P" + std::to_string(last) +
         "; total=" + total.text(decimals) + "; sha256=" + hash;
}

}  // namespace steward::plan
