#include "plan/settings_in_force.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "numeral.hpp"
#include "plan/log_fields.hpp"
#include "plan/options.hpp"
#include "words/keywords.hpp"

namespace steward::plan {
namespace {

using tables::LogColumn;

constexpr std::array controlling = std::to_array<std::string_view>(
    {"decimals",    "currency",        "start_month", "pattern",     "year",          "anchor",       "accounting",
     "liquidation", "recoverable_tax", "rate_age",    "rate",        "parent",        "barred",       "ring_fence",
     "role",        "holiday",         "core",        "materiality",   "materiality_amount",
     "reserve",     "reserve_emergency", "reserve_months", "reserve_monthly", "reserve_cap", "papers_above",
     "line",        "owner"});

constexpr const char* what = "setting";
constexpr std::size_t most = 8000;  // characters in a cell of the log

// A text without the marks that part the fields of a setting.
std::string plain(std::string_view text, bool is_item) {
  std::string result = field_text(text);
  if (is_item) std::ranges::replace(result, '=', ':');
  return result;
}

struct SettingRow {
  std::string setting;
  Settings::Entry entry;
};

std::optional<SettingRow> row_in(std::string_view text) {
  const auto first = text.find(' ');
  const auto second = first == std::string_view::npos ? first : text.find(' ', first + 1);
  const auto mark = second == std::string_view::npos ? second : text.find('=', second + 1);
  if (mark == std::string_view::npos) return std::nullopt;
  SettingRow row{std::string(text.substr(0, first)), {}};
  row.entry.since = read_day(text.substr(first + 1, second - first - 1));
  row.entry.item = text.substr(second + 1, mark - second - 1);
  row.entry.text = text.substr(mark + 1);
  if (row.entry.text.starts_with('#')) {
    row.entry.text.erase(0, 1);
    row.entry.number = field_number({{"n", row.entry.text}}, "n");
  }
  return row;
}

std::vector<SettingRow> rows_in(std::string_view text) {
  std::vector<SettingRow> rows;
  while (!text.empty()) {
    const auto end = std::min(text.find("; "), text.size());
    if (auto row = row_in(text.substr(0, end))) rows.push_back(std::move(*row));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return rows;
}

// What a row sets: of rates the date belongs to it, of barred pairs the other side.
std::string place_of(const std::string& setting, const Settings::Entry& entry) {
  return setting + '\x1f' + folded(plain(entry.item, true)) + '\x1f' + (entry.since ? iso(*entry.since) : std::string()) +
         (setting == "barred" ? '\x1f' + folded(entry.text) : std::string());
}

std::vector<SettingRow> logged(const TableReader& log) {
  std::vector<SettingRow> rows;
  for (int at = 0; at < log.rows(); ++at) {
    if (log.text(at, LogColumn::what) != what) continue;
    if (log.text(at, LogColumn::reason) == "1") rows.clear();
    auto more = rows_in(log.text(at, LogColumn::new_));
    std::ranges::move(more, std::back_inserter(rows));
  }
  return rows;
}

bool has_adopted_authorities(const TableReader& log) {
  for (int at = 0; at < log.rows(); ++at)
    if (log.text(at, LogColumn::what) == "authority") return true;
  return false;
}

std::multiset<std::string> texts_of(const Settings& settings) {
  std::multiset<std::string> texts;
  for (const auto setting : controlling)
    for (const auto& entry : settings.all(setting)) texts.insert(setting_text(std::string(setting), entry));
  return texts;
}

}  // namespace

bool is_controlling(std::string_view setting) {
  return std::ranges::find(controlling, setting) != controlling.end();
}

std::string setting_text(const std::string& setting, const Settings::Entry& entry) {
  return setting + " " + (entry.since ? iso(*entry.since) : "-") + " " + plain(entry.item, true) + "=" +
         (entry.number ? "#" + numeral(*entry.number) : plain(entry.text, false));
}

void log_settings(const Settings& settings, LogWriter& log) {
  std::string text;
  int part = 0;
  const auto flush = [&] {
    log.add({"", "", what, "", text, std::to_string(++part)});
    text.clear();
  };
  for (const auto setting : controlling)
    for (const auto& entry : settings.all(setting)) {
      const std::string one = setting_text(std::string(setting), entry);
      if (text.size() + one.size() > most) flush();
      text += (text.empty() ? "" : "; ") + one;
    }
  if (!text.empty() || part == 0) flush();
}

bool has_logged_lines(const TableReader& log) {
  for (int at = 0; at < log.rows(); ++at) {
    if (log.text(at, LogColumn::what) != what) continue;
    const std::string text = log.text(at, LogColumn::new_);
    if (text.starts_with("line - ") || text.find("; line - ") != std::string::npos) return true;
  }
  return false;
}

void log_more_settings(const std::string& setting, const std::vector<Settings::Entry>& entries, const std::string& request, LogWriter& log) {
  std::string text;
  for (const auto& entry : entries) text += (text.empty() ? "" : "; ") + setting_text(setting, entry);
  if (!text.empty()) log.add({"", request, what, "", text, "+"});
}

Settings settings_in_force(const Settings& typed, const TableReader& log) {
  const auto rows = logged(log);
  if (rows.empty()) return typed;
  Settings result = typed;
  std::set<std::string> places;
  for (const auto setting : controlling) result.clear(setting);
  for (const auto& row : rows) {
    places.insert(place_of(row.setting, row.entry));
    if (is_controlling(row.setting)) result.add(row.setting, row.entry);
  }
  // A workbook of a build that did not log its lines has them as they stand.
  const bool has_lines = has_logged_lines(log);
  for (const std::string setting : {"line", "owner"})
    if (!has_lines)
      for (const auto& entry : typed.all(setting)) result.add(setting, entry);
  if (has_adopted_authorities(log)) return result;
  for (const auto setting : controlling)
    for (const auto& entry : typed.all(setting))
      if (setting != "line" && (has_lines || setting != "owner") &&
          !places.contains(place_of(std::string(setting), entry)))
        result.add(std::string(setting), entry);
  return result;
}

SettingDrafts setting_drafts(const Settings& typed, const Settings& in_force) {
  const auto written = texts_of(typed), counting = texts_of(in_force);
  SettingDrafts drafts;
  std::ranges::set_difference(written, counting, std::back_inserter(drafts.typed));
  std::ranges::set_difference(counting, written, std::back_inserter(drafts.lost));
  return drafts;
}

}  // namespace steward::plan
