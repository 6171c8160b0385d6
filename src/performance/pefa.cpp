#include "performance/pefa.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::performance {
namespace {

constexpr double precision = 1e-9;
constexpr std::size_t years = 3;
using Yearly = std::array<double, years>;
using Marks = std::vector<std::optional<PefaExclusion>>;

// Scores as points: A 4, B 3, C 2, D 1.
std::string letter(int points) {
  return std::string(1, "?DCBA"[points]);
}

Result<Marks> marks_of(const std::optional<Table>& excluded, std::size_t rows) {
  Marks marks(rows);
  if (!excluded) return marks;
  STEWARD_TRY(same_size(*excluded, rows));
  for (std::size_t row = 0; row < rows; ++row) {
    const Value& cell = excluded->cells()[row];
    if (is_blank(cell)) continue;
    const auto* word = std::get_if<std::string>(&cell);
    STEWARD_TRY(marks[row], read_keyword<PefaExclusion>(word ? *word : "?"));
  }
  return marks;
}

class Figures {
 public:
  Figures(const Matrix<double>& budget, const Matrix<double>& outturn, Marks marks)
      : budget_(budget), outturn_(outturn), marks_(std::move(marks)) {}

  using Chosen = std::function<bool(const std::optional<PefaExclusion>&)>;

  Result<Yearly> outturn_over_budget() const {
    return each_year([&](std::size_t year) -> Result<double> {
      return share(total(outturn_, year, everything), total(budget_, year, everything));
    });
  }

  Result<Yearly> contingency_share() const {
    return each_year([&](std::size_t year) -> Result<double> {
      const Chosen contingency = [](const auto& mark) { return mark == PefaExclusion::contingency; };
      return share(total(outturn_, year, contingency), total(budget_, year, everything));
    });
  }

  Result<Yearly> composition(const Chosen& counts) const {
    return each_year([&](std::size_t year) -> Result<double> {
      STEWARD_TRY(const double growth, share(total(outturn_, year, counts), total(budget_, year, counts)));
      double deviation = 0;
      for (std::size_t row = 0; row < marks_.size(); ++row)
        if (counts(marks_[row])) deviation += std::abs(outturn_.at(row, year) - budget_.at(row, year) * growth);
      return share(deviation, total(outturn_, year, counts));  // adjusted budgets add up to the outturn
    });
  }

  static bool everything(const std::optional<PefaExclusion>&) { return true; }
  static bool by_function(const std::optional<PefaExclusion>& mark) { return !mark; }
  static bool by_type(const std::optional<PefaExclusion>& mark) { return mark != PefaExclusion::contingency; }

 private:
  static Result<double> share(double part, double base) {
    if (base == 0) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
    return part / base;
  }
  double total(const Matrix<double>& amounts, std::size_t year, const Chosen& counts) const {
    double sum = 0;
    for (std::size_t row = 0; row < marks_.size(); ++row)
      if (counts(marks_[row])) sum += amounts.at(row, year);
    return sum;
  }
  static Result<Yearly> each_year(const std::function<Result<double>(std::size_t)>& figure) {
    Yearly figures{};
    for (std::size_t year = 0; year < years; ++year) {
      STEWARD_TRY(figures[year], figure(year));
    }
    return figures;
  }

  const Matrix<double>& budget_;
  const Matrix<double>& outturn_;
  Marks marks_;
};

struct Band {
  double low, high;
};

// The best of A, B, C whose band holds two of the three years.
int score_within(const Yearly& figures, const std::array<Band, 3>& bands, bool includes_high) {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const double high = bands[i].high + (includes_high ? precision : -precision);
    const auto held = std::ranges::count_if(
        figures, [&](double figure) { return figure >= bands[i].low - precision && figure <= high; });
    if (held >= 2) return 4 - static_cast<int>(i);
  }
  return 1;
}

int score_of_composition(const Yearly& figures) {
  return score_within(figures, {{{0, 0.05}, {0, 0.10}, {0, 0.15}}}, false);
}

int score_of_contingency(const Yearly& figures) {
  const double mean = (figures[0] + figures[1] + figures[2]) / 3;
  if (mean < 0.03 - precision) return 4;
  if (mean <= 0.06 + precision) return 3;
  return mean < 0.10 - precision ? 2 : 1;
}

// Method M2: dimensions D to A are averaged by the framework's conversion table.
std::string averaged(int one, int other) {
  constexpr std::array<std::array<const char*, 4>, 4> conversion{
      {{"D", "D+", "C", "C+"}, {"D+", "C", "C+", "B"}, {"C", "C+", "B", "B+"}, {"C+", "B", "B+", "A"}}};
  return conversion[static_cast<std::size_t>(one - 1)][static_cast<std::size_t>(other - 1)];
}

constexpr std::array<Band, 3> expenditure_bands{{{0.95, 1.05}, {0.90, 1.10}, {0.85, 1.15}}};
constexpr std::array<Band, 3> revenue_bands{{{0.97, 1.06}, {0.94, 1.12}, {0.92, 1.16}}};

}  // namespace

Result<std::string> pefa(PefaIndicator indicator, const Matrix<double>& budget, const Matrix<double>& outturn,
                         const std::optional<Table>& excluded) {
  if (budget.columns() != years || outturn.columns() != years || budget.rows() != outturn.rows())
    return Fault{FaultKind::argument, phrase::three_years, {}};
  STEWARD_TRY(auto marks, marks_of(excluded, budget.rows()));
  const Figures figures(budget, outturn, std::move(marks));
  switch (indicator) {
    case PefaIndicator::pi_1: {
      STEWARD_TRY(const auto shares, figures.outturn_over_budget());
      return letter(score_within(shares, expenditure_bands, true));
    }
    case PefaIndicator::pi_21:
    case PefaIndicator::pi_22: {
      const bool by_function = indicator == PefaIndicator::pi_21;
      STEWARD_TRY(const auto shares, figures.composition(by_function ? Figures::by_function : Figures::by_type));
      return letter(score_of_composition(shares));
    }
    case PefaIndicator::pi_23: {
      STEWARD_TRY(const auto shares, figures.contingency_share());
      return letter(score_of_contingency(shares));
    }
    case PefaIndicator::pi_3:
    case PefaIndicator::pi_31:
    case PefaIndicator::pi_32:
      break;
  }
  STEWARD_TRY(const auto totals, figures.outturn_over_budget());
  const int aggregate = score_within(totals, revenue_bands, true);
  if (indicator == PefaIndicator::pi_31) return letter(aggregate);
  STEWARD_TRY(const auto shares, figures.composition(Figures::everything));
  const int composition = score_of_composition(shares);
  return indicator == PefaIndicator::pi_32 ? letter(composition) : averaged(aggregate, composition);
}

}  // namespace steward::performance
