#include "plan/settings.hpp"
#include "words/phrases/book.gen.hpp"

namespace steward::plan {

using tables::SettingsColumn;

Result<Settings> Settings::read(const workbook::Snapshot& book, Language language) {
  if (!is_controlled(book)) return refused(phrase::not_under_control);
  STEWARD_TRY(const auto table, TableReader::open(book, tables::settings, 0, language));
  Settings settings;
  settings.null_date_ = table.null_date();
  for (int row = 0; row < table.rows(); ++row) {
    const std::string setting = table.text(row, SettingsColumn::setting);
    if (setting.empty()) continue;
    settings.entries_[setting].push_back({table.text(row, SettingsColumn::item), table.text(row, SettingsColumn::value),
                                          table.number(row, SettingsColumn::value),
                                          table.date(row, SettingsColumn::since)});
  }
  const auto schema = settings.number("schema");
  if (!schema) return refused(phrase::schema_unreadable);
  if (*schema > tables::schema)
    return refused(phrase::schema_newer, {settings.text("schema"), std::to_string(tables::schema)});
  return settings;
}

const std::vector<Settings::Entry>& Settings::all(std::string_view setting) const {
  static const std::vector<Entry> none;
  const auto found = entries_.find(setting);
  return found == entries_.end() ? none : found->second;
}

void Settings::clear(std::string_view setting) {
  if (const auto found = entries_.find(setting); found != entries_.end()) entries_.erase(found);
}

std::string Settings::text(std::string_view setting, std::string_view otherwise) const {
  const auto& entries = all(setting);
  return entries.empty() ? std::string(otherwise) : entries.front().text;
}

std::optional<double> Settings::number(std::string_view setting) const {
  const auto& entries = all(setting);
  return entries.empty() ? std::nullopt : entries.front().number;
}

std::optional<Date> Settings::date(std::string_view setting) const {
  const auto days = number(setting);
  return days ? std::optional(null_date_ + std::chrono::days(static_cast<int>(*days))) : std::nullopt;
}

}  // namespace steward::plan
