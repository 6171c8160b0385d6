#include "plan/watch.hpp"

#include <algorithm>
#include <span>

#include "audit/hash.hpp"
#include "money/money.hpp"
#include "plan/log_writer.hpp"
#include "workbook/snapshot.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::plan {
namespace {

constexpr std::size_t most_rows = 40;
constexpr const char* by_hand = "edit";
constexpr const char* absent = "edit without Steward";

// Rows that differ, once what is equal at the beginning and at the end is left out.
struct Middle {
  std::size_t first;
  std::span<const WatchedRow> before, after;
};

Middle middle_of(const WatchedChange& change) {
  std::span<const WatchedRow> before(change.before), after(change.after);
  std::size_t first = 0;
  while (!before.empty() && !after.empty() && before.front() == after.front()) {
    before = before.subspan(1);
    after = after.subspan(1);
    ++first;
  }
  while (!before.empty() && !after.empty() && before.back() == after.back()) {
    before = before.first(before.size() - 1);
    after = after.first(after.size() - 1);
  }
  return {first, before, after};
}

std::string joined(const WatchedRow& row) {
  std::string text;
  for (const auto& cell : row)
    if (!cell.empty()) text += (text.empty() ? "" : "; ") + cell;
  return text;
}

std::string cell_name(const WatchedPart& part, std::size_t row, std::size_t column) {
  std::string letters;
  for (int at = part.left + static_cast<int>(column); at >= 0; at = at / 26 - 1) letters.insert(letters.begin(), static_cast<char>('A' + at % 26));
  std::string title;
  for (const char letter : part.title) title += letter == '\'' ? std::string("''") : std::string(1, letter);
  return "$'" + title + "'.$" + letters + "$" + std::to_string(part.top + static_cast<int>(row) + 1);
}

class Watcher {
 public:
  Watcher(const Observation& seen, const Circumstances& now)
      : seen_(seen), now_(now), log_(seen.last_hash, seen.last_id, now) {}

  Watched tell() {
    for (const auto& change : seen_.changes) record(change);
    Watched result;
    if (!log_.rows().empty()) result.log = log_.edit();
    result.notice = notice();
    return result;
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks) const { return filled(phrase, now_.language, blanks); }
  std::string money(double amount) const {
    const auto money = Money::from(amount, seen_.decimals);
    return money ? money.value().text(seen_.decimals) : std::string();
  }

  void add(std::string where, std::string before, std::string after) {
    log_.add({std::move(where), "", seen_.while_absent ? absent : by_hand, std::move(before), std::move(after), ""});
  }

  void record(const WatchedChange& change) {
    const auto [first, before, after] = middle_of(change);
    if (before.empty() && after.empty()) return;
    const std::size_t already = log_.rows().size();
    std::size_t left_out = 0;
    const auto note = [&](std::string where, std::string old_text, std::string new_text) {
      if (first_cell_.empty() || (!is_source(change.part) && is_only_draft_)) {
        first_cell_ = where;
        first_title_ = change.part.title;
      }
      is_only_draft_ = is_only_draft_ && is_source(change.part);
      if (log_.rows().size() - already < most_rows) add(std::move(where), std::move(old_text), std::move(new_text));
      else ++left_out;
    };
    if (before.size() == after.size()) {
      for (std::size_t row = 0; row < before.size(); ++row) {
        const std::size_t width = std::max(before[row].size(), after[row].size());
        for (std::size_t column = 0; column < width; ++column) {
          const std::string old_text = column < before[row].size() ? before[row][column] : std::string();
          const std::string new_text = column < after[row].size() ? after[row][column] : std::string();
          if (old_text != new_text) note(cell_name(change.part, first + row, column), old_text, new_text);
        }
      }
    } else {
      for (std::size_t row = 0; row < before.size(); ++row) note(cell_name(change.part, first + row, 0), joined(before[row]), "");
      for (std::size_t row = 0; row < after.size(); ++row) note(cell_name(change.part, first + row, 0), "", joined(after[row]));
    }
    if (left_out > 0) add(change.part.title, "", say(phrase::watch_more, {std::to_string(left_out)}));
  }

  Notice notice() const {
    const Headroom* worst = nullptr;
    bool is_cured = false;
    for (const auto& line : seen_.lines) {
      const double before = line.before.value_or(0), after = line.after.value_or(0);
      const bool grew = after < 0 && (before >= 0 || after < before);
      is_cured = is_cured || (before < 0 && after >= 0);
      if (grew && (!worst || after < *worst->after)) worst = &line;
    }
    if (worst)
      return {NoticeKind::breach, say(phrase::watch_breach, {worst->name, money(-*worst->after), money(*worst->after)}), worst->address};
    if (!first_cell_.empty() && seen_.while_absent)
      return {NoticeKind::warning, say(phrase::watch_absent, {std::to_string(log_.rows().size()), first_title_}), first_cell_};
    if (!first_cell_.empty() && !is_only_draft_)
      return {NoticeKind::warning, say(phrase::watch_by_hand, {first_title_}), first_cell_};
    return {is_cured ? NoticeKind::cured : NoticeKind::none, {}, {}};
  }

  const Observation& seen_;
  const Circumstances& now_;
  LogWriter log_;
  std::string first_cell_, first_title_;
  bool is_only_draft_ = true;
};

}  // namespace

std::string watched_source(std::size_t index) {
  return index == 0 ? "budget" : "budget_" + std::to_string(index + 1);
}

bool is_source(const WatchedPart& part) {
  return part.table.starts_with("budget");
}

Watched watch(const Observation& seen, const Circumstances& now) {
  return Watcher(seen, now).tell();
}

std::string fingerprint(const std::vector<WatchedRow>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (const auto& cell : row) text += std::to_string(cell.size()) + ":" + cell;
    text += '\n';
  }
  Table whole(1, 1);
  whole.at(0, 0) = std::move(text);
  return audit::hash(whole);
}

}  // namespace steward::plan
