#include "plan/posting_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "intake/amount_text.hpp"
#include "ledger/fields.hpp"
#include "ledger/keys.hpp"
#include "plan/key_completion.hpp"
#include "plan/options.hpp"
#include "plan/posting_fields.hpp"
#include "words/phrases/adjustment.gen.hpp"
#include "words/phrases/functions.gen.hpp"
#include "words/phrases/posting.gen.hpp"

namespace steward::plan {
namespace {

constexpr std::size_t field_count = static_cast<std::size_t>(LedgerField::final) + 1;

// Which column of the rows holds what.
struct Columns {
  std::array<std::optional<std::size_t>, field_count> fields;
  std::vector<std::optional<std::size_t>> dimensions;
  const std::optional<std::size_t>& of(LedgerField field) const { return fields[static_cast<std::size_t>(field)]; }
};

Result<Columns> read_header(const Table& rows, const ControlBook& control) {
  Columns columns;
  columns.dimensions.resize(control.dimensions().size());
  for (std::size_t column = 0; column < rows.columns(); ++column) {
    const std::string header = ledger::key_text(rows.at(0, column));
    if (folded(header).empty()) continue;
    const auto dimension =
        std::ranges::find_if(control.dimensions(), [&](const auto& name) { return folded(name) == folded(header); });
    if (dimension != control.dimensions().end()) {
      columns.dimensions[static_cast<std::size_t>(dimension - control.dimensions().begin())] = column;
    } else if (const auto field = ledger::field_of(header)) {
      columns.fields[static_cast<std::size_t>(*field)] = column;
    } else {
      std::string known;
      for (const auto& name : control.dimensions()) known += name + ", ";
      return refused(phrase::unknown_header, {header, known + std::string(codes_of(LedgerField{}))});
    }
  }
  const auto missing = [](std::string name) { return refused(phrase::header_missing, {std::move(name)}); };
  if (!columns.of(LedgerField::date)) return missing("date");
  if (!columns.of(LedgerField::amount) && !columns.of(LedgerField::entered)) return missing("amount");
  const bool names_lines = std::ranges::any_of(columns.dimensions, [](const auto& column) { return column.has_value(); });
  if (!names_lines && !columns.of(LedgerField::line)) return missing(control.dimensions().front());
  return columns;
}

// Reads one row after the other.
class RowReader {
 public:
  RowReader(const Table& rows, const Columns& columns, ControlBook& control)
      : rows_(rows), columns_(columns), control_(control), completion_(control.lines().all(), given(columns)) {}

  IncomingRow read(std::size_t row) {
    incoming_ = IncomingRow{row, {}, {}};
    row_ = row;
    ledger::Posting& posting = incoming_.posting;
    posting.day = day_in(LedgerField::date, true).value_or(Date());
    posting.document_day = day_in(LedgerField::document_date, false);
    posting.due = day_in(LedgerField::due, false);
    read_period();
    posting.stage = stage();
    take_plain_fields<LedgerField>(posting, [&](LedgerField field) { return text_in(field); }, [&](LedgerField field) { return number_in(field); });
    posting.source = source();
    posting.tax = money_in(LedgerField::tax);
    posting.is_final = number_in(LedgerField::final).value_or(0) != 0;
    read_amount();
    read_key();
    return std::move(incoming_);
  }

  bool is_blank_row(std::size_t row) const {
    for (std::size_t column = 0; column < rows_.columns(); ++column)
      if (!is_blank(rows_.at(row, column))) return false;
    return true;
  }

 private:
  const Value* cell(const std::optional<std::size_t>& column) const {
    if (!column || is_blank(rows_.at(row_, *column))) return nullptr;
    return &rows_.at(row_, *column);
  }
  const Value* cell(LedgerField field) const { return cell(columns_.of(field)); }
  void fault(Phrase phrase, std::string blank) {
    if (!incoming_.fault) incoming_.fault = control::Remark{phrase, {std::move(blank)}};
  }

  std::string_view text_of(const Value* value) {
    if (!value) return {};
    if (const auto* text = std::get_if<std::string>(value)) return *text;
    return control_.keep(ledger::key_text(*value));
  }
  std::string_view text_in(LedgerField field) { return text_of(cell(field)); }

  std::optional<double> number_in(LedgerField field) {
    const Value* value = cell(field);
    if (!value) return std::nullopt;
    if (const auto* number = std::get_if<double>(value)) return *number;
    const std::string text = ledger::key_text(*value);
    const auto amount = intake::read_amount(text);
    if (amount && !amount->is_ambiguous) return amount->value;
    fault(phrase::not_a_number, text);
    return std::nullopt;
  }
  std::optional<Money> money_in(LedgerField field) {
    const auto number = number_in(field);
    if (!number) return std::nullopt;
    const auto money = Money::from(*number, control_.decimals());
    if (money) return money.value();
    fault(phrase::amount_too_large, {});
    return std::nullopt;
  }
  std::optional<Date> day_in(LedgerField field, bool needed) {
    const Value* value = cell(field);
    if (!value) {
      if (needed) fault(phrase::no_amount, std::string(code_of(field)));
      return std::nullopt;
    }
    if (const auto* number = std::get_if<double>(value)) {
      if (*number > -800000 && *number < 3000000)
        return null_date(control_.book()) + std::chrono::days(static_cast<int>(std::floor(*number)));
    } else if (const auto day = read_day(ledger::key_text(*value))) {
      return day;
    }
    fault(phrase::not_a_date, ledger::key_text(*value));
    return std::nullopt;
  }

  // The date decides the period. A period named as an adjustment ("FY2026-ADJ") says that it may be closed softly; it
  // must be the one of the date.
  void read_period() {
    const std::string_view written = text_in(LedgerField::period);
    const std::string name = folded(written), mark = "-adj";
    if (!name.ends_with(mark)) return;
    const auto& calendar = control_.timeline().calendar();
    const auto period = calendar::parse_label(calendar, written.substr(0, written.size() - mark.size()));
    const auto days = period ? calendar::days_of(calendar, period.value()) : Result<calendar::Days>(period.error());
    ledger::Posting& posting = incoming_.posting;
    if (!days || posting.day < days.value().first || posting.day > days.value().last)
      return fault(phrase::adjustment_elsewhere, std::string(written));
    posting.adjustment = control_.keep(calendar::label(period.value()) + "-ADJ");
  }

  // Marks that commands leave mean something to the ledger; a row that brings one along must not borrow it.
  std::string_view source() {
    const std::string_view given = text_in(LedgerField::source);
    constexpr std::array marks{ledger::liquidation, ledger::carried, frozen_by_rule, std::string_view("request"), std::string_view("opening")};
    const bool is_mark = std::ranges::any_of(marks, [&](std::string_view mark) { return folded(given) == mark; });
    return is_mark ? control_.keep("import: " + std::string(given)) : given;
  }

  Stage stage() {
    if (!columns_.of(LedgerField::stage)) return Stage::actual;
    const Value* value = cell(LedgerField::stage);
    if (!value) {
      fault(phrase::no_amount, std::string(code_of(LedgerField::stage)));
      return Stage::actual;
    }
    const auto read = read_keyword<Stage>(ledger::key_text(*value));
    if (read) return read.value();
    if (!incoming_.fault) incoming_.fault = control::Remark{read.error().sentence, read.error().blanks};
    return Stage::actual;
  }

  void read_amount() {
    ledger::Posting& posting = incoming_.posting;
    posting.entered = money_in(LedgerField::entered);
    const auto amount = money_in(LedgerField::amount);
    if (amount)
      posting.amount = *amount;
    else if (!posting.entered && posting.stage != Stage::release && !incoming_.fault)
      fault(phrase::no_amount, std::string(code_of(LedgerField::amount)));
    const auto valued = control::value(posting, amount.has_value(), control_.rates(), control_.policy());
    if (valued.has_error() && !incoming_.fault)
      incoming_.fault = control::Remark{valued.error().sentence, valued.error().blanks};
  }

  void read_key() {
    ledger::Posting& posting = incoming_.posting;
    for (const auto& column : columns_.dimensions) posting.key.push_back(text_of(cell(column)));
    const auto id = text_in(LedgerField::line);
    const bool is_blank_key = std::ranges::all_of(posting.key, [](std::string_view part) { return part.empty(); });
    if (!is_blank_key) return completion_.complete(posting.key);
    if (const auto line = control_.lines().by_id(id)) {
      const auto& key = control_.lines()[*line].key;
      posting.key.assign(key.begin(), key.end());
    } else {
      fault(id.empty() ? phrase::no_amount : phrase::unknown_line,
            id.empty() ? control_.dimensions().front() : std::string(id));
    }
  }

  static std::vector<bool> given(const Columns& columns) {
    std::vector<bool> result;
    for (const auto& column : columns.dimensions) result.push_back(column.has_value());
    return result;
  }

  const Table& rows_;
  const Columns& columns_;
  ControlBook& control_;
  KeyCompletion completion_;
  IncomingRow incoming_;
  std::size_t row_ = 0;
};

}  // namespace

Result<std::vector<IncomingRow>> read_rows(const Table& rows, ControlBook& control) {
  if (rows.rows() == 0) return refused(phrase::header_missing, {"date"});
  STEWARD_TRY(const auto columns, read_header(rows, control));
  std::vector<IncomingRow> incoming;
  incoming.reserve(rows.rows());
  RowReader reader(rows, columns, control);
  for (std::size_t row = 1; row < rows.rows(); ++row)
    if (!reader.is_blank_row(row)) incoming.push_back(reader.read(row));
  return incoming;
}

}  // namespace steward::plan
