#include "recognise/named_budget.hpp"

#include <algorithm>

#include "words/keywords.hpp"

namespace steward::recognise {
namespace {

constexpr std::string_view budget_names[] = {"budget_table", "budget", "haushalt", "presupuesto", "预算表", "预算"};

long cells(const workbook::Area& area) {
  return static_cast<long>(area.rows()) * area.columns();
}

}  // namespace

const workbook::NamedArea* named_budget(const workbook::Snapshot& snapshot) {
  for (const auto wanted : budget_names) {
    for (const auto& name : snapshot.names) {
      if (folded(name.name) == wanted && name.area.rows() >= 2 && name.area.columns() >= 2) return &name;
    }
  }
  return nullptr;
}

bool lie_together(const workbook::Area& a, const workbook::Area& b) {
  if (a.sheet != b.sheet) return false;
  const workbook::Area shared{a.sheet, std::max(a.top, b.top), std::max(a.left, b.left), std::min(a.bottom, b.bottom),
                              std::min(a.right, b.right)};
  if (shared.rows() <= 0 || shared.columns() <= 0) return false;
  return cells(shared) * 2 > std::min(cells(a), cells(b));
}

}  // namespace steward::recognise
