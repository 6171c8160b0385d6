#include "plan/report_answer.hpp"

#include <array>
#include <map>

#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/report.gen.hpp"

namespace steward::plan {
namespace {

class Answer {
 public:
  Answer(const ControlBook& control, const ReportData& data, Language language) : control_(control), data_(data), language_(language) {}

  Table table(std::span<const char* const> codes) const {
    Table answer;
    std::vector<Value> header{std::string("line"), std::string("nature")};
    for (const char* code : codes) header.emplace_back(std::string(code));
    answer.append(std::move(header));
    std::map<Nature, ReportLine> totals;
    for (const auto& line : data_.lines) {
      answer.append(figures(line, control::shown(std::span<const std::string>(line.key))));
      if (is_within_nature(line) || !has_total(line.nature)) continue;
      ReportLine& total = totals[line.nature];
      total.nature = line.nature;
      total.is_budgeted = true;
      for (const auto member : {&ReportLine::budget_to_date, &ReportLine::actual_to_date, &ReportLine::budget,
                                &ReportLine::committed, &ReportLine::actual, &ReportLine::limit, &ReportLine::relief, &ReportLine::spent_to_date})
        total.*member += line.*member;
      if (line.phased) total.phased = total.phased.value_or(Money()) + *line.phased;
    }
    for (const auto& [nature, total] : totals)
      answer.append(figures(total, say(phrase::total_of, {say(name_of_nature(nature))})));
    return answer;
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, language_, blanks); }
  double amount(Money money) const { return money.amount(control_.decimals()); }

  // Whether it counts in a line of its own nature already.
  bool is_within_nature(const ReportLine& line) const {
    for (auto above = line.within; above; above = data_.lines[*above].within)
      if (data_.lines[*above].nature == line.nature) return true;
    return false;
  }

  std::vector<Value> figures(const ReportLine& line, std::string name) const {
    const bool earns = line.nature == Nature::revenue;
    const Money gap = earns ? line.actual_to_date - line.budget_to_date : line.budget_to_date - line.actual_to_date;
    const Money spent = earns ? line.actual : line.committed + line.actual;
    const auto share = [](Money part, Money whole) {
      return whole.is_zero() ? Value(std::string())
                             : Value(static_cast<double>(part.minor()) / static_cast<double>(abs(whole).minor()));
    };
    const std::string favour = gap.is_zero() || line.nature == Nature::statistical ? "" : gap > Money() ? "F" : "U";
    return {std::move(name),
            std::string(code_of(line.nature)),
            amount(line.budget_to_date),
            amount(line.actual_to_date),
            amount(gap),
            share(gap, line.budget_to_date),
            favour,
            amount(line.budget),
            amount(line.committed),
            amount(line.actual),
            amount(line.budget - spent),
            line.is_mixed ? Value(std::string()) : share(spent, line.budget),
            has_pace(line) ? share(line.spent_to_date, *line.phased) : Value(std::string()),
            line.is_mixed ? std::string() : status_word(line, spent)};
  }

  std::string status_word(const ReportLine& line, Money spent) const {
    constexpr std::array words{phrase::status_fine, phrase::status_yellow, phrase::status_orange, phrase::status_red,
                               phrase::status_over};
    const bool earns = line.nature == Nature::revenue;
    const Money part = earns ? line.actual_to_date : spent, whole = earns ? line.budget_to_date : line.budget;
    if (line.nature == Nature::statistical || line.nature == Nature::liability) return {};
    if (!earns && whole < Money()) return say(is_short(line) ? phrase::status_short : phrase::status_fine);
    if (!earns && spent > line.budget) return say(status_above(line, spent));
    if (whole <= Money()) return say(phrase::status_none);
    const double ratio = static_cast<double>(part.minor()) / static_cast<double>(whole.minor());
    return say(words[static_cast<std::size_t>(control::level_of(ratio, line.thresholds, line.nature))]);
  }

  static bool is_short(const ReportLine& line) {
    if (line.budget_to_date >= Money()) return false;
    return control::falls_short(static_cast<double>(line.actual_to_date.minor()) / static_cast<double>(line.budget_to_date.minor()));
  }

  static Phrase status_above(const ReportLine& line, Money spent) {
    if (spent <= line.limit) return phrase::status_within;
    return spent <= line.limit + line.relief ? phrase::status_awaited : phrase::status_over;
  }

  const ControlBook& control_;
  const ReportData& data_;
  Language language_;
};

}  // namespace

Table report_answer(const ControlBook& control, const ReportData& data, Language language, std::span<const char* const> codes) {
  return Answer(control, data, language).table(codes);
}

bool has_total(Nature nature) { return nature != Nature::statistical; }

bool has_pace(const ReportLine& line) {
  const bool is_measured = line.nature == Nature::revenue || line.nature == Nature::expense || line.nature == Nature::asset;
  return is_measured && !line.is_mixed && line.phased && *line.phased > Money();
}

Phrase name_of_nature(Nature nature) {
  switch (nature) {
    case Nature::revenue:
      return phrase::nature_revenue;
    case Nature::asset:
      return phrase::nature_asset;
    case Nature::liability:
      return phrase::nature_liability;
    case Nature::statistical:
      return phrase::nature_statistical;
    default:
      return phrase::nature_expense;
  }
}

}  // namespace steward::plan
