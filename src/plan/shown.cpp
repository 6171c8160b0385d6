#include "plan/shown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "control/line.hpp"
#include "money/money.hpp"
#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::plan {
namespace {

struct Term {
  std::string_view code;
  Phrase words;
};
constexpr std::array terms{
    Term{"line", phrase::term_line},           Term{"nature", phrase::term_nature},
    Term{"period", phrase::term_period},       Term{"original", phrase::term_original},
    Term{"supplement", phrase::term_supplement}, Term{"transfer-in", phrase::term_transfer_in},
    Term{"transfer-out", phrase::term_transfer_out}, Term{"carry-forward", phrase::term_carried_in},
    Term{"revised", phrase::term_revised},     Term{"precommitment", phrase::term_precommitted},
    Term{"commitment", phrase::term_committed}, Term{"actual", phrase::term_actual},
    Term{"payment", phrase::term_payment},     Term{"consumed", phrase::term_consumed},
    Term{"frozen", phrase::term_frozen},       Term{"awaiting", phrase::term_awaiting},
    Term{"available", phrase::term_available}, Term{"unproven credit", phrase::term_credit},
    Term{"used", phrase::term_used},           Term{"rule", phrase::term_rule},
    Term{"limit", phrase::term_limit},         Term{"headroom", phrase::term_headroom},
    Term{"postings", phrase::term_postings}};
constexpr std::array words{
    Term{"expense", phrase::word_expense},   Term{"revenue", phrase::word_revenue},
    Term{"asset", phrase::word_asset},       Term{"liability", phrase::word_liability},
    Term{"statistical", phrase::word_statistical}, Term{"Allow", phrase::verdict_allow},
    Term{"Warn", phrase::verdict_warn},        Term{"Stop", phrase::verdict_stop},
    Term{"error", phrase::severity_error},     Term{"warning", phrase::severity_warning},
    Term{"note", phrase::severity_note}};

constexpr std::array stages{
    Term{"actual", phrase::stage_actual},           Term{"commitment", phrase::stage_commitment},
    Term{"precommitment", phrase::stage_precommitment}, Term{"payment", phrase::stage_payment},
    Term{"release", phrase::posting_release},       Term{"supplement", phrase::posting_supplement},
    Term{"transfer-in", phrase::posting_transfer_in}, Term{"transfer-out", phrase::posting_transfer_out},
    Term{"carry-forward", phrase::posting_carry_forward}, Term{"freeze", phrase::posting_freeze},
    Term{"depreciation", phrase::posting_depreciation}};

template <std::size_t N>
std::string in_words(const std::array<Term, N>& known, std::string_view code, Language language) {
  const auto found = std::ranges::find(known, code, &Term::code);
  return std::string(found == known.end() ? code : text(found->words, language));
}

std::string text_of(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return numeral(*number);
  if (const auto* words_given = std::get_if<std::string>(&value)) return *words_given;
  return {};
}

std::string amount_of(const Value& value, int decimals) {
  const auto* number = std::get_if<double>(&value);
  if (!number) return text_of(value);
  const auto money = Money::from(*number, decimals);
  return money ? money.value().text(decimals) : numeral(*number);
}

std::string percent(const Value& value) {
  const auto* number = std::get_if<double>(&value);
  char shown[32];
  std::snprintf(shown, sizeof shown, "%.1f %%", number ? *number * 100 : 0);
  return shown;
}

// "2026-01-10 commitment PO-1": the stage behind the date is a code.
std::string with_stage_in_words(const std::string& details, Language language) {
  const auto begin = details.find(' ');
  if (begin == std::string::npos) return details;
  const auto end = std::min(details.find(' ', begin + 1), details.size());
  const auto code = details.substr(begin + 1, end - begin - 1);
  return details.substr(0, begin + 1) + in_words(stages, code, language) + details.substr(end);
}

std::size_t column(const Table& answer, std::string_view name) {
  for (std::size_t at = 0; at < answer.columns(); ++at)
    if (text_of(answer.at(0, at)) == name) return at;
  return answer.columns();
}

}  // namespace

std::string stage_in_words(Stage stage, Language language) { return in_words(stages, code_of(stage), language); }

ShownExplanation shown_explanation(const Table& answer, int decimals, Language language) {
  ShownExplanation shown;
  std::string name, available, revised;
  bool is_over = false;
  for (std::size_t row = 1; row < answer.rows(); ++row) {
    const auto what = text_of(answer.at(row, 0));
    const auto& value = answer.at(row, 1);
    const auto note = text_of(answer.at(row, 2));
    if (what.starts_with("posting ")) {
      shown.postings.push_back({what.substr(8), amount_of(value, decimals), with_stage_in_words(note, language)});
      continue;
    }
    if (what == "line") name = note;
    if (what == "revised") revised = amount_of(value, decimals);
    if (what == "available") {
      const auto* number = std::get_if<double>(&value);
      is_over = number && *number < 0;
      available = number ? amount_of(std::abs(*number), decimals) : std::string();
    }
    std::string figure = what == "nature"                       ? in_words(words, text_of(value), language)
                         : what == "used"                       ? percent(value)
                         : what == "postings" || what == "line" ? text_of(value)
                                                                : amount_of(value, decimals);
    shown.terms.push_back({in_words(terms, what, language), std::move(figure), note});
  }
  const std::vector<std::string> blanks{name, available, revised};
  shown.headline = filled(is_over ? phrase::headline_over : phrase::headline_available, language, blanks);
  return shown;
}

std::vector<ShownRow> shown_verdicts(const Table& answer, int decimals, Language language) {
  std::vector<ShownRow> rows;
  const auto at = [&](std::size_t row, std::string_view name) -> const Value& { return answer.at(row, column(answer, name)); };
  for (std::size_t row = 1; row < answer.rows(); ++row)
    rows.push_back({in_words(words, text_of(at(row, "verdict")), language), text_of(at(row, "row")), text_of(at(row, "line")),
                    text_of(at(row, "period")), amount_of(at(row, "available"), decimals),
                    amount_of(at(row, "excess"), decimals), text_of(at(row, "message"))});
  return rows;
}

std::vector<ShownRow> shown_postings(const Table& answer, int decimals, Language language) {
  std::vector<std::size_t> places;
  for (const char* name : {"id", "date", "stage", "amount", "document", "reference", "counterparty", "memo"})
    places.push_back(column(answer, name));
  std::vector<ShownRow> rows;
  for (std::size_t row = 1; row < answer.rows(); ++row) {
    auto& shown = rows.emplace_back();
    for (const auto place : places) shown.push_back(amount_of(answer.at(row, place), decimals));
    shown[2] = in_words(stages, shown[2], language);
  }
  return rows;
}

std::vector<ShownRow> shown_incoming(const Table& rows, const Board& board, Language language) {
  std::vector<ShownRow> shown;
  const auto place = [&](std::string_view name) {
    for (std::size_t at = 0; at < rows.columns(); ++at)
      if (folded(text_of(rows.at(0, at))) == folded(name)) return at;
    return rows.columns();
  };
  const auto cell = [&](std::size_t row, std::size_t at) { return at < rows.columns() ? rows.at(row, at) : Value(); };
  const auto stage = place("stage"), amount = place("amount"), document = place("document");
  for (std::size_t row = 1; row < rows.rows(); ++row) {
    std::vector<std::string> key;
    for (const auto& dimension : board.dimensions()) key.push_back(text_of(cell(row, place(dimension))));
    shown.push_back({std::to_string(row), in_words(stages, text_of(cell(row, stage)), language),
                     control::shown(std::span<const std::string>(key)), amount_of(cell(row, amount), board.decimals()),
                     text_of(cell(row, document))});
  }
  return shown;
}

std::vector<ShownRow> shown_findings(const Table& answer, Language language) {
  std::vector<ShownRow> rows;
  for (std::size_t row = 1; row < answer.rows(); ++row)
    rows.push_back({in_words(words, text_of(answer.at(row, column(answer, "severity"))), language),
                    text_of(answer.at(row, column(answer, "line"))), text_of(answer.at(row, column(answer, "cell"))),
                    text_of(answer.at(row, column(answer, "message")))});
  return rows;
}

}  // namespace steward::plan
