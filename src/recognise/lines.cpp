#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "recognise/draft.hpp"
#include "recognise/natures.hpp"
#include "recognise/roles.hpp"
#include "recognise/signs.hpp"
#include "recognise/slicing.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_slices = 200;

class LineReader {
 public:
  explicit LineReader(Draft& draft) : draft_(draft), grid_(draft.grid), table_(draft.table) {}

  void read() {
    for (int row = draft_.first(); row <= draft_.last(); ++row) {
      if (draft_.row(row) == RowKind::leaf) table_.leaves.push_back({row, 0});
    }
    for (const auto& facts : draft_.columns) {
      if (facts.kind == ColumnKind::dimension || facts.kind == ColumnKind::period) add_dimension(facts);
    }
    add_sections();
    slice();
  }

 private:
  void add_dimension(const ColumnFacts& facts) {
    Dimension dimension;
    dimension.column = facts.column;
    dimension.header = facts.path.empty() ? std::string() : facts.path.back();
    int blanks = 0, filled = 0;
    for (const Leaf& leaf : table_.leaves) {
      int source = -1;
      if (!grid_.is_blank(leaf.row, facts.column)) {
        source = leaf.row;
      } else if (const auto* merge = grid_.merge(leaf.row, facts.column);
                 merge && !grid_.is_blank(merge->top, merge->left)) {
        source = merge->top;
        dimension.is_filled_down = true;
      }
      ++(source < 0 ? blanks : filled);
      dimension.source_rows.push_back(source);
    }
    if (filled == 0) return;
    if (blanks > 0 && may_fill_down(facts, blanks, filled, dimension.source_rows)) fill_down(dimension);
    if (facts.kind == ColumnKind::period) table_.period_dimension = static_cast<int>(table_.dimensions.size());
    if (table_.period_dimension < 0 && months_down(facts))
      table_.period_dimension = static_cast<int>(table_.dimensions.size());
    table_.dimensions.push_back(std::move(dimension));
  }

  bool months_down(const ColumnFacts& facts) const {
    int periods = 0, looked = 0;
    for (const Leaf& leaf : table_.leaves) {
      if (!grid_.is_words(leaf.row, facts.column)) continue;
      const auto period = read_period(grid_.text(leaf.row, facts.column));
      periods += period && period->rest.empty();
      if (++looked == 50) break;
    }
    return looked >= 2 && periods == looked;
  }

  // Groups written once: the outermost key, blank in the rows below it, where the next key is never blank.
  bool may_fill_down(const ColumnFacts& facts, int blanks, int filled, const std::vector<std::int32_t>& sources) const {
    const bool is_outermost =
        std::ranges::all_of(table_.dimensions, [](const Dimension& d) { return d.is_filled_down; });
    if (!is_outermost || sources.empty() || sources.front() < 0 || blanks * 5 < filled) return false;
    for (const auto& next : draft_.columns) {
      if (next.column <= facts.column || next.kind != ColumnKind::dimension) continue;
      const auto missing =
          std::ranges::count_if(table_.leaves, [&](const Leaf& leaf) { return grid_.is_blank(leaf.row, next.column); });
      return missing * 50 <= static_cast<long>(table_.leaves.size());
    }
    return false;
  }

  void fill_down(Dimension& dimension) const {
    dimension.is_filled_down = true;
    std::int32_t source = -1;
    for (auto& own : dimension.source_rows) {
      if (own >= 0) source = own;
      own = source;
    }
  }

  bool is_section(int row, int column) const {
    if (grid_.is_bold(row, column) || grid_.merge(row, column)) return true;
    const auto text = grid_.text(row, column);
    if (text.ends_with(':') || text.ends_with("：") || nature_in(text)) return true;
    int before = row - 1;
    if (before < draft_.first() || draft_.row(before) != RowKind::leaf) return true;
    const auto code = text.substr(0, text.find_first_not_of("0123456789."));
    const auto next = row + 1 <= draft_.last() ? label_of(draft_, row + 1) : std::string_view();
    return !code.empty() && next.starts_with(code) && next.size() > code.size();
  }

  void add_sections() {
    Dimension sections;
    sections.is_section = true;
    sections.column = -1;
    std::int32_t source = -1;
    bool any = false;
    std::size_t leaf = 0;
    sections.source_rows.assign(table_.leaves.size(), -1);
    const bool inner = !draft_.block.inner_headers.empty();
    for (int row = draft_.first(); row <= draft_.last() && leaf < table_.leaves.size(); ++row) {
      const RowKind kind = draft_.row(row);
      if (kind == RowKind::total) source = -1;
      if (kind == RowKind::heading || (inner && kind == RowKind::header)) {
        for (const auto& facts : draft_.columns) {
          if (!grid_.is_words(row, facts.column)) continue;
          if (kind == RowKind::header || is_section(row, facts.column)) {
            source = row;
            if (sections.column < 0) sections.column = facts.column;
          }
          break;
        }
      }
      if (kind != RowKind::leaf) continue;
      sections.source_rows[leaf++] = source;
      any |= source >= 0;
    }
    if (any) table_.dimensions.insert(table_.dimensions.begin(), std::move(sections));
    if (any && table_.period_dimension >= 0) ++table_.period_dimension;
  }

  void slice() {
    std::vector<SlicingColumn> slicing;
    bool has_nature = false;
    const auto amounts = std::ranges::count_if(
        draft_.columns, [](const auto& facts) { return facts.is_amount() && facts.derivation == Derivation::none; });
    for (const auto& facts : draft_.columns) {
      if (facts.kind != ColumnKind::dimension || table_.leaves.size() < 2) continue;
      auto column = SlicingColumn::of(draft_, facts, table_.leaves);
      if (column && amounts > 1 && !cuts_several(*column)) continue;
      if (!column || (column->kind == SlicingColumn::Kind::nature && std::exchange(has_nature, true))) continue;
      slicing.push_back(std::move(*column));
    }
    std::erase_if(slicing, [&](const SlicingColumn& column) { return column.kind == SlicingColumn::Kind::currency && takes_converted(column); });
    for (const auto& column : slicing) tell(column);
    const auto by_heading = roles_of_sections();
    const bool by_sign = expenses_are_negative(draft_).value_or(false);
    const auto by_place = has_nature ? std::vector<std::optional<Nature>>(table_.leaves.size()) : natures_of(draft_);
    std::map<Saying, std::int32_t> known;
    for (std::size_t i = 0; i < table_.leaves.size(); ++i) {
      Saying saying;
      saying.nature = by_place[i];
      if (!by_heading.empty()) saying.role = by_heading[i];
      for (const auto& column : slicing) merge(saying, column.saying(draft_, table_.leaves[i].row));
      if (by_sign && !saying.nature) saying.nature = nature_by_sign(draft_, table_.leaves[i].row);
      const auto [entry, is_new] = known.try_emplace(saying, static_cast<std::int32_t>(table_.slices.size()));
      if (is_new)
        table_.slices.push_back(
            {saying.nature, saying.year, saying.version, 1, saying.year_label, saying.role, saying.currency});
      table_.leaves[i].slice = entry->second;
      if (known.size() > most_slices) return unslice();
    }
  }

  // "Amount | Currency | Amount EUR": where a column holds all lines in one currency, that is the one that is added up, and
  // what stands in many currencies is only what it was made of.
  bool takes_converted(const SlicingColumn& slicing) {
    if (slicing.sayings.size() < 2) return false;
    const auto is_in_one = [](const ColumnFacts& facts) {
      if (facts.path.empty() || !facts.is_amount()) return false;
      const std::string header = " " + plain(facts.path.back()) + " ";
      for (const auto& [word, ignored] : currency_words)
        if (header.find(" " + std::string(word) + " ") != std::string::npos) return true;
      return false;
    };
    const auto converted = std::ranges::find_if(draft_.columns, is_in_one);
    if (converted == draft_.columns.end() || converted->figures * 10 < static_cast<int>(table_.leaves.size()) * 9) return false;
    bool has_other = false;
    for (ColumnFacts& facts : draft_.columns) {
      if (!facts.is_amount() || is_in_one(facts) || facts.own.has_any({Term::budget, Term::actual, Term::revised, Term::committed})) continue;
      facts.kind = ColumnKind::part;
      has_other = true;
    }
    return has_other;
  }

  // "Projected monthly income" above some lines and "Actual monthly income" above others: what no header tells, the
  // headings do. Empty unless they tell two things of one column.
  std::vector<std::optional<AmountRole>> roles_of_sections() const {
    const bool has_header = std::ranges::any_of(
        draft_.columns, [](const ColumnFacts& facts) { return facts.is_amount() && !facts.path.empty(); });
    if (has_header || table_.dimensions.empty() || !table_.dimensions.front().is_section) return {};
    std::vector<std::optional<AmountRole>> roles;
    std::set<AmountRole> distinct;
    for (const auto row : table_.dimensions.front().source_rows) {
      const AmountRole role = row < 0 ? AmountRole::other : role_of(terms_in(label_of(draft_, row)), AmountRole::other);
      const bool tells = role == AmountRole::budget || role == AmountRole::actual || role == AmountRole::estimate;
      roles.push_back(tells ? std::optional(role) : std::nullopt);
      if (tells) distinct.insert(role);
    }
    return distinct.size() >= 2 ? roles : std::vector<std::optional<AmountRole>>();
  }

  // Beside several amounts, years cut a table whose columns name none, and versions one whose columns have no role.
  bool cuts_several(const SlicingColumn& slicing) const {
    if (slicing.kind != SlicingColumn::Kind::year && slicing.kind != SlicingColumn::Kind::version) return true;
    const bool by_year = slicing.kind == SlicingColumn::Kind::year;
    if (slicing.sayings.size() < 2 || !(lines_come_again(slicing) || (by_year && names_budget_year(slicing)))) return false;
    return std::ranges::none_of(draft_.columns, [&](const ColumnFacts& facts) {
      if (!facts.is_amount()) return false;
      const bool has_year = facts.period && facts.period->period.year != 0;
      return by_year ? has_year
                     : facts.own.has_any({Term::budget, Term::actual, Term::revised, Term::committed, Term::estimate,
                                          Term::variance, Term::version});
    });
  }

  // "Financial year", "Haushaltsjahr": not any year that has to do with the line, as that in which a project began.
  bool names_budget_year(const SlicingColumn& slicing) const {
    const ColumnFacts* facts = draft_.column(slicing.column);
    if (facts == nullptr || facts->path.empty()) return false;
    if (!terms_of_whole(facts->path.back()).has(Term::year)) return false;
    const std::string header = plain(facts->path.back());
    constexpr std::string_view words[] = {"fiscal", "financial", "budget", "haushalts", "geschafts", "exercice",
                                          "ejercicio", "预算", "财"};
    return std::ranges::any_of(words, [&](std::string_view word) { return header.find(word) != std::string::npos; });
  }

  // Whether most lines stand once for each year or version: the same account in 2024 and in 2025. Where every line
  // stands once, its year is only one more thing about it.
  bool lines_come_again(const SlicingColumn& slicing) const {
    constexpr std::size_t most_compared = 4000;
    std::map<std::string, std::set<std::string>> seen;
    for (std::size_t i = 0; i < std::min(table_.leaves.size(), most_compared); ++i) {
      std::string key, own;
      for (const Dimension& dimension : table_.dimensions) {
        const int row = dimension.source_rows[i];
        const std::string part = row < 0 ? std::string() : key_text(row, dimension.column);
        (dimension.column == slicing.column && !dimension.is_section ? own : key) += part + "\x1f";
      }
      seen[key].insert(own);
    }
    const auto again = std::ranges::count_if(seen, [](const auto& line) { return line.second.size() > 1; });
    return again * 2 >= static_cast<long>(seen.size());
  }

  std::string key_text(int row, int column) const {
    if (grid_.kind(row, column) == Kind::amount || grid_.kind(row, column) == Kind::date)
      return std::to_string(grid_.value(row, column));
    return std::string(grid_.text(row, column));
  }

  void tell(const SlicingColumn& column) {
    constexpr Tells words[] = {Tells::nature, Tells::year, Tells::version, Tells::currency};
    for (Dimension& dimension : table_.dimensions)
      if (dimension.column == column.column && !dimension.is_section)
        dimension.tells = words[static_cast<std::size_t>(column.kind)];
  }

  static void merge(Saying& into, const Saying& from) {
    if (from.nature) into.nature = from.nature;
    if (from.year != 0) {
      into.year = from.year;
      into.year_label = from.year_label;
    }
    if (!from.version.empty()) into.version = into.version.empty() ? from.version : into.version + " " + from.version;
    if (from.role) into.role = from.role;
    if (!from.currency.empty()) into.currency = from.currency;
  }

  void unslice() {
    table_.slices.assign(1, Slice{});
    for (Dimension& dimension : table_.dimensions) dimension.tells = Tells::nothing;
    for (Leaf& leaf : table_.leaves) leaf.slice = 0;
  }

  Draft& draft_;
  const Grid& grid_;
  BudgetTable& table_;
};

}  // namespace

void read_lines(Draft& draft) {
  LineReader(draft).read();
  settle_signs(draft);
  for (const TotalFacts& total : draft.totals) {
    draft.table.totals.push_back({total.row, total.kind, total.evidence, total.label, total.covers});
  }
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (draft.row(row) != RowKind::balance) continue;
    const std::string label(label_of(draft, row));
    const TotalKind kind = leads_or_ends(label, Term::of_which) ? TotalKind::of_which : TotalKind::balance;
    draft.table.totals.push_back({row, kind, Evidence::label, label, {}});
  }
  std::ranges::sort(draft.table.totals, {}, &TotalRow::row);
}

}  // namespace steward::recognise
