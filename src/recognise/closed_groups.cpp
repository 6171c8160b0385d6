#include "recognise/closed_groups.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "recognise/levels.hpp"
#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

double figure(const Draft& draft, int row, int column) {
  return draft.grid.is_figure(row, column) ? draft.grid.value(row, column) : 0;
}

// Signs alone ("∑", "—") call nothing.
bool has_key(const Draft& draft, int row) {
  for (const auto& facts : draft.columns) {
    if (facts.kind != ColumnKind::dimension || draft.grid.is_blank(row, facts.column)) continue;
    const auto text = draft.grid.text(row, facts.column);
    const bool is_sign = draft.grid.is_words(row, facts.column) && (text == "∑" || text == "Σ" || plain(text).empty());
    if (!is_sign) return true;
  }
  return false;
}

// A line without a key, or in bold under plain ones, that equals the sum of its group in every column.
class GroupReader {
 public:
  explicit GroupReader(Draft& draft)
      : draft_(draft),
        columns_(plain_columns(draft)),
        sums_(columns_.size()),
        any_bold_(!draft.grid.cells().bold.empty()),
        from_(draft.first()) {}

  void read() {
    for (int row = draft_.first(); row <= draft_.last(); ++row)
      if (draft_.row(row) == RowKind::leaf) last_leaf_ = row;
    again_ = repeated_sums();
    for (int row = draft_.first(); row <= draft_.last(); ++row) {
      const RowKind kind = draft_.row(row);
      if (kind == RowKind::total || kind == RowKind::balance || kind == RowKind::heading || kind == RowKind::header)
        reset(row + 1);
      if (kind != RowKind::leaf) continue;
      if (lines_ >= 2 && equals_group(row) && stands_out(row)) {
        make_total(draft_, row, has_key(draft_, row) ? Evidence::arithmetic : Evidence::key, {{from_, row - 1}});
        reset(row + 1);
        continue;
      }
      const bool comes_again = std::ranges::find(again_, row) != again_.end();
      if (lines_ >= 2 && equals_group(row) && (comes_again || is_suspicious(row))) suspect(row);
      if (comes_again && draft_.row(row) == RowKind::leaf) {
        reset(row + 1);
        continue;
      }
      if (draft_.row(row) == RowKind::total) {
        reset(row + 1);
        continue;
      }
      for (std::size_t i = 0; i < columns_.size(); ++i) sums_[i] += figure(draft_, row, columns_[i]);
      ++lines_;
      plain_ |= any_bold_ && !label_is_bold(draft_, row);
    }
  }

 private:
  void reset(int from) {
    from_ = from;
    lines_ = 0;
    plain_ = false;
    std::ranges::fill(sums_, 0.0);
  }

  bool equals_group(int row) const {
    bool telling = false;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const double value = figure(draft_, row, columns_[i]);
      if (!same_amount(value, sums_[i])) return false;
      telling |= value != 0;
    }
    return telling;
  }

  // Lines and their sum, lines and their sum, to the last row: what happens again and again is no chance.
  std::vector<int> repeated_sums() const {
    std::vector<int> sums;
    double sum = 0;
    int lines = 0;
    if (columns_.empty()) return {};
    for (int row = draft_.first(); row <= draft_.last(); ++row) {
      if (draft_.row(row) == RowKind::blank) continue;
      if (draft_.row(row) != RowKind::leaf) return {};
      const double value = figure(draft_, row, columns_.front());
      if (lines >= 2 && value != 0 && same_amount(sum, value)) {
        sums.push_back(row);
        sum = lines = 0;
        continue;
      }
      sum += value;
      ++lines;
    }
    return lines == 0 && sums.size() >= 2 ? sums : std::vector<int>();
  }

  // One column of small figures adds up by chance; several, or many lines, hardly do.
  bool is_suspicious(int row) const {
    int telling = 0;
    for (const int column : columns_) telling += figure(draft_, row, column) != 0;
    return telling >= 2 || lines_ >= 4 || may_be_total(row);
  }

  // The last line of all, and as much as all of them: a total under a word that nobody knows. "50, 50, 100" may be chance.
  bool may_be_total(int row) const {
    if (row != last_leaf_ || from_ != draft_.first()) return false;
    return std::ranges::any_of(columns_, [&](int column) { return std::abs(figure(draft_, row, column)) >= 100.5; });
  }

  void suspect(int row) {
    if (first_suspect_ < 0) first_suspect_ = row;  // one question for all of them
    const auto answer = answer_to(draft_, "subtotals", first_suspect_, draft_.block.area.left);
    if (!answer) draft_.suspects.push_back(row);
    if (!answer || !says_yes(*answer)) return;
    make_total(draft_, row, Evidence::answer, {{from_, row - 1}});
  }

  bool stands_out(int row) const {
    return !has_key(draft_, row) || (any_bold_ && plain_ && label_is_bold(draft_, row));
  }

  Draft& draft_;
  std::vector<int> columns_, again_;
  std::vector<double> sums_;
  bool any_bold_;
  int from_ = 0, lines_ = 0, first_suspect_ = -1, last_leaf_ = -1;
  bool plain_ = false;
};

}  // namespace

bool label_is_bold(const Draft& draft, int row) {
  for (const auto& facts : draft.columns) {
    if (draft.grid.is_words(row, facts.column)) return draft.grid.is_bold(row, facts.column);
  }
  return false;
}

void find_closed_groups(Draft& draft) {
  GroupReader(draft).read();
}

}  // namespace steward::recognise
