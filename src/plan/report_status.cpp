#include "plan/report_status.hpp"

#include "numeral.hpp"
#include "plan/formula_parts.hpp"
#include "words/phrases/control_sheet.gen.hpp"

namespace steward::plan {
namespace {

std::string rounded(const std::string& term) { return "ROUND(" + term + ";12)"; }
std::string is_above(const std::string& term) { return "ROUND(" + term + ";6)>0"; }
std::string either(const std::string& condition, const std::string& then, const std::string& otherwise) {
  return "IF(" + condition + ";" + then + ";" + otherwise + ")";
}

class Status {
 public:
  Status(const ReportLine& line, const StatusCells& cells, int decimals, Language language)
      : line_(line), cells_(cells), decimals_(decimals), language_(language) {}

  // Attainment to date; shortfalls of 5, 10 and 20 % mirror the alerts of spending.
  std::string of_revenue() const {
    const std::string reached = rounded(cells_.actual_to_date + "/" + cells_.budget_to_date);
    const std::string level = either(reached + "<=0.8", word(phrase::status_red),
                                     either(reached + "<=0.9", word(phrase::status_orange),
                                            either(reached + "<=0.95", word(phrase::status_yellow), word(phrase::status_fine))));
    return either("N(" + cells_.budget_to_date + ")<=0", "\"\"", level);
  }

  std::string of_recovery() const {
    const std::string is_short = rounded(cells_.actual_to_date + "/" + cells_.budget_to_date) + "<=0.95";
    return either("N(" + cells_.budget_to_date + ")>=0", word(phrase::status_fine), either(is_short, word(phrase::status_short), word(phrase::status_fine)));
  }

  std::string of_spending() const {
    const std::string spent = cells_.committed + "+" + cells_.actual;
    const std::string limit = line_.limit == line_.budget ? cells_.budget : number(line_.limit);
    std::string over = word(phrase::status_over);
    if (line_.relief > Money()) over = either(is_above(spent + "-" + limit + "-" + number(line_.relief)), over, word(phrase::status_awaited));
    const std::string of_none = either(spent + ">0", over, word(phrase::status_none));
    const std::string beyond = either(is_above(spent + "-" + limit), over, word(phrase::status_within));
    return either("N(" + cells_.budget + ")=0", of_none, either(is_above(spent + "-" + cells_.budget), beyond, by_level()));
  }

 private:
  std::string by_level() const {
    const auto reached = [&](double share) { return rounded(cells_.used) + ">=" + numeral(share); };
    return either(reached(line_.thresholds.red), word(phrase::status_red),
                  either(reached(line_.thresholds.orange), word(phrase::status_orange),
                         either(reached(line_.thresholds.yellow), word(phrase::status_yellow), word(phrase::status_fine))));
  }
  std::string word(Phrase phrase) const { return quoted(text(phrase, language_)); }
  std::string number(Money money) const { return numeral(money.amount(decimals_)); }

  const ReportLine& line_;
  const StatusCells& cells_;
  int decimals_;
  Language language_;
};

}  // namespace

std::string status_of(const ReportLine& line, const StatusCells& cells, int decimals, Language language) {
  if (line.nature == Nature::statistical || line.nature == Nature::liability) return {};
  const Status status(line, cells, decimals, language);
  const std::string formula = line.nature == Nature::revenue ? status.of_revenue() : line.budget < Money() ? status.of_recovery() : status.of_spending();
  return "=" + formula;
}

}  // namespace steward::plan
