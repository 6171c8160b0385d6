#include "plan/wishes.hpp"

#include "intake/amount_text.hpp"
#include "ledger/keys.hpp"
#include "ledger/tree.hpp"
#include "numeral.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::plan {
namespace {

// "80 %; 90; 0.95" or a row of three numbers.
Result<control::Thresholds> read_thresholds(const OptionReader& options) {
  control::Thresholds levels;
  std::vector<double> given;
  if (const Table* table = options.table("thresholds")) {
    for (const Value& value : table->cells())
      if (const auto* number = std::get_if<double>(&value)) given.push_back(*number);
  } else if (const auto text = options.text("thresholds")) {
    std::string part;
    for (const char c : *text + ";") {
      if (c != ';' && c != ',' && c != '/') {
        if (c != '%') part += c;
        continue;
      }
      if (const auto amount = intake::read_amount(part)) given.push_back(amount->value);
      part.clear();
    }
    if (given.size() != 3) return refused(phrase::option_unreadable, {"thresholds", *text});
  }
  if (given.empty()) return levels;
  for (double& share : given)
    if (share > 2) share /= 100;
  if (given.size() != 3 || given[0] > given[1] || given[1] > given[2] || given[0] < 0)
    return refused(phrase::option_unreadable, {"thresholds", options.text("thresholds").value_or("")});
  return control::Thresholds{given[0], given[1], given[2], 0};
}

// "10 %", "500", "10 %; 500", "10 %; 500; higher"; a number alone is a share.
Result<control::Tolerance> read_tolerance(const OptionReader& options, int decimals) {
  control::Tolerance tolerance;
  const auto text = options.text("tolerance");
  if (!text) return tolerance;
  std::string part;
  for (const char c : *text + ";") {
    if (c != ';') {
      part += c;
      continue;
    }
    const bool is_percent = part.find('%') != std::string::npos;
    std::erase(part, '%');
    if (const auto amount = intake::read_amount(part)) {
      if (amount->value < 0) return refused(phrase::option_unreadable, {"tolerance", *text});
      if (is_percent)
        tolerance.share = amount->value / 100;
      else if (amount->value < 1)
        tolerance.share = amount->value;
      else {
        STEWARD_TRY(tolerance.amount, Money::from(amount->value, decimals));
      }
    } else if (const auto mode = read_keyword<LimitMode>(part)) {
      tolerance.mode = mode.value();
    } else {
      return refused(phrase::option_unreadable, {"tolerance", *text});
    }
    part.clear();
  }
  return tolerance;
}

// One of two words; the first when nothing is given.
Result<std::string> one_of(const OptionReader& options, std::string_view name, std::string first, std::string second) {
  const auto given = options.text(name);
  if (!given || folded(*given) == first) return first;
  if (folded(*given) == second) return second;
  return refused(phrase::unknown_keyword, {*given, first + ", " + second});
}

// Rows below a header whose columns are filled; the header is told by the text where a number or a parent belongs.
Table rows_of(const OptionReader& options, std::string_view name, std::size_t columns) {
  Table rows;
  const Table* given = options.table(name);
  for (std::size_t row = 0; given && given->columns() >= columns && row < given->rows(); ++row) {
    std::vector<Value> cells;
    for (std::size_t column = 0; column < columns; ++column) cells.push_back(given->at(row, column));
    if (!is_blank(cells.front()) && !is_blank(cells.back())) rows.append(std::move(cells));
  }
  return rows;
}

Outcome read_policy(const OptionReader& options, Wishes& wishes) {
  STEWARD_TRY(wishes.accounting, one_of(options, "accounting", "accrual", "cash"));
  STEWARD_TRY(wishes.liquidation, one_of(options, "liquidation", "amount", "quantity"));
  STEWARD_TRY(const auto tax, options.number("recoverableTax"));
  wishes.recoverable_tax = tax.value_or(0);
  if (wishes.recoverable_tax < 0 || wishes.recoverable_tax > 1)
    return refused(phrase::option_unreadable, {"recoverableTax", numeral(*tax)});
  STEWARD_TRY(wishes.rate_age, options.number("rateAge"));
  {
    const Table cells = rows_of(options, "rates", 3);
    for (std::size_t row = 0; row < cells.rows(); ++row) {
      if (std::holds_alternative<double>(cells.at(row, 2)))
        wishes.rates.append({cells.at(row, 0), cells.at(row, 1), cells.at(row, 2)});
    }
  }
  wishes.tree = rows_of(options, "tree", 2);
  ledger::KeyBook keys;
  if (wishes.tree.rows() > 0) {
    const auto tree = ledger::Tree::from(wishes.tree, keys);
    if (tree.has_error()) return refused(tree.error().sentence, tree.error().blanks);
  }
  return success();
}

}  // namespace

Result<Wishes> read_wishes(const Request& request) {
  const OptionReader options(request);
  Wishes wishes;
  wishes.language = request.now.language;
  if (const auto language = options.text("language"))
    wishes.language = language->starts_with("zh") ? Language::chinese : Language::english;
  STEWARD_TRY(const auto decimals, options.number("decimals"));
  wishes.decimals = static_cast<int>(decimals.value_or(2));
  if (wishes.decimals < 0 || wishes.decimals > 6)
    return refused(phrase::option_unreadable, {"decimals", numeral(*decimals)});
  wishes.currency = options.text("currency").value_or("");
  STEWARD_TRY(wishes.cut_over, options.day("cutOver"));
  STEWARD_TRY(const auto as_of, options.day("asOf"));
  wishes.as_of = as_of.value_or(request.now.today);
  STEWARD_TRY(read_policy(options, wishes));
  control::Rule& rule = wishes.rule;
  rule.id = "R1";
  rule.version = "1";
  STEWARD_TRY(rule.basis, options.word("basis", Basis::year));
  STEWARD_TRY(rule.action, options.word("action", CheckAction::stop));
  STEWARD_TRY(rule.unbudgeted, options.word("unbudgeted", CheckAction::stop));
  STEWARD_TRY(rule.levels, read_thresholds(options));
  STEWARD_TRY(rule.tolerance, read_tolerance(options, wishes.decimals));
  return wishes;
}

}  // namespace steward::plan
