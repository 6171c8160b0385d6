#include "recognise/contradictions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "recognise/recognise.hpp"
#include "recognise/vocabulary.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_tables = 200;
constexpr std::size_t longest_summary = 40;  // lines

// What a block is called, without the words that say it is a total.
std::string bare_name(std::string_view label) {
  std::string name;
  std::istringstream words(plain(label));
  for (std::string word; words >> word;) {
    const Terms terms = terms_of_whole(word);
    if (!terms.has_any({Term::total, Term::grand_total, Term::subtotal})) name += (name.empty() ? "" : " ") + word;
  }
  for (const std::string_view mark : {"合计", "总计", "小计"})
    if (name.ends_with(mark)) name.resize(name.size() - mark.size());
  return name;
}

std::set<std::string> names_of(const BudgetTable& table) {
  std::set<std::string> names{bare_name(table.title)};
  for (const TotalRow& total : table.totals)
    if (total.kind == TotalKind::total) names.insert(bare_name(total.label));
  if (!table.dimensions.empty()) names.insert(bare_name(table.dimensions.front().header));
  names.erase("");
  return names;
}

// The only column of a role that has a total.
const AmountColumn* only_column(const BudgetTable& table, AmountRole role) {
  const AmountColumn* only = nullptr;
  for (const AmountColumn& column : table.columns) {
    if (column.role != role || !column.total || column.question) continue;
    if (only) return nullptr;
    only = &column;
  }
  return only;
}

struct Match {
  std::size_t leaf;
  const BudgetTable* table;
};

class Comparison {
 public:
  Comparison(const workbook::Snapshot& snapshot, const std::vector<BudgetTable>& tables, int decimals)
      : snapshot_(snapshot), decimals_(decimals) {
    for (const BudgetTable& table : tables)
      for (const auto& name : names_of(table)) named_[name].insert(&table);
  }

  std::vector<Match> matches(const BudgetTable& summary) const {
    std::vector<Match> found;
    std::set<const BudgetTable*> told;
    for (std::size_t leaf = 0; leaf < summary.leaves.size(); ++leaf) {
      for (std::size_t dimension = 0; dimension < summary.dimensions.size(); ++dimension) {
        const auto tables = named_.find(bare_name(key_of(snapshot_, summary, leaf, dimension)));
        if (tables == named_.end() || tables->second.size() != 1 || *tables->second.begin() == &summary) continue;
        told.insert(*tables->second.begin());
        found.push_back({leaf, *tables->second.begin()});
        break;
      }
    }
    return told.size() >= 2 ? found : std::vector<Match>();
  }

  std::vector<Finding> compared(const BudgetTable& summary, const Match& match) const {
    std::vector<Finding> findings;
    for (const AmountColumn& column : summary.columns) {
      const AmountColumn* other = only_column(*match.table, column.role);
      const auto figure = figure_of(snapshot_, summary, column, match.leaf);
      if (!other || !figure || other->unit_factor != column.unit_factor) continue;
      const double total = other->total->amount(decimals_);
      if (std::abs(std::abs(*figure) - std::abs(total)) < 0.01) continue;
      const auto stated = Money::from(*figure, decimals_);
      if (!stated) continue;
      const workbook::Position at{summary.area.sheet, summary.leaves[match.leaf].row, column.column};
      findings.push_back({FindingKind::contradiction, at, other->total, stated.value(), phrase::found_contradiction,
                          {workbook::address(snapshot_, at), stated.value().text(decimals_),
                           workbook::address(snapshot_, match.table->area), other->total->text(decimals_)}});
    }
    return findings;
  }

 private:
  const workbook::Snapshot& snapshot_;
  int decimals_;
  std::map<std::string, std::set<const BudgetTable*>> named_;
};

}  // namespace

void find_contradictions(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals) {
  if (tables.size() < 3 || tables.size() > most_tables) return;
  const Comparison comparison(snapshot, tables, decimals);
  for (BudgetTable& summary : tables) {
    if (summary.leaves.size() > longest_summary) continue;
    for (const Match& match : comparison.matches(summary)) {
      auto findings = comparison.compared(summary, match);
      summary.findings.insert(summary.findings.end(), findings.begin(), findings.end());
    }
  }
}

}  // namespace steward::recognise
