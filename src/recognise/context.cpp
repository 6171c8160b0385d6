#include "recognise/context.hpp"

#include <vector>

namespace steward::recognise {
namespace {

std::optional<PeriodName> part_of_year(std::string_view text) {
  const auto period = read_period(text);
  const bool is_part = period && period->rest.empty() && period->period.kind != PeriodKind::year;
  return is_part ? std::optional(period->period) : std::nullopt;
}

}  // namespace

Context context_of(const Draft& draft) {
  Context context;
  std::vector<std::string> texts = draft.block.context;
  texts.insert(texts.begin(), draft.block.title);
  texts.push_back(draft.grid.cells().name());
  for (const auto& text : texts) {
    if (!context.unit) context.unit = unit_in(text);
    if (!context.terms.has_any(telling_terms)) context.terms.add(terms_in(text));
    const auto period = read_period(text);
    if (context.year == 0 && period && period->period.year != 0) {
      context.year = period->period.year;
      context.year_label = period->year_label;
    }
    if (!context.period) context.period = part_of_year(text);
  }
  const auto of_sheet = part_of_year(draft.grid.cells().name());
  if (of_sheet && of_sheet->kind == PeriodKind::month) context.sheet_period = of_sheet;
  for (const auto& facts : draft.columns) {  // the corner above the labels often holds the year
    if (facts.kind == ColumnKind::amount || context.year != 0) break;
    if (facts.period && facts.period->period.kind == PeriodKind::year && facts.period->rest.empty())
      context.year = facts.period->period.year;
  }
  return context;
}

}  // namespace steward::recognise
