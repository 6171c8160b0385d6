#pragma once

#include "ledger/posting.hpp"

namespace steward::plan {

/// Takes over what stands in a row as it is, whether the row lies in our ledger or is one that is to be posted. `Field` is
/// the enumeration of its columns; `text` and `number` give what stands in one of them.
template <class Field, class Text, class Number>
void take_plain_fields(ledger::Posting& posting, const Text& text, const Number& number) {
  posting.document = text(Field::document);
  posting.reference = text(Field::reference);
  posting.currency = text(Field::currency);
  posting.counterparty = text(Field::counterparty);
  posting.memo = text(Field::memo);
  posting.external_id = text(Field::external_id);
  posting.request = text(Field::request);
  posting.quantity = number(Field::quantity);
  posting.rate = number(Field::rate);
}

}  // namespace steward::plan
