#include "plan/fingerprints.hpp"

#include "plan/table_reader.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::plan {
namespace {

using tables::SettingsColumn;
constexpr std::string_view setting = "fingerprint";

}  // namespace

std::map<std::string, std::string> kept_fingerprints(const workbook::Snapshot& book, Language language) {
  std::map<std::string, std::string> kept;
  const auto table = TableReader::open(book, tables::settings, 0, language);
  if (table.has_error()) return kept;
  for (int row = 0; row < table.value().rows(); ++row)
    if (table.value().text(row, SettingsColumn::setting) == setting)
      kept[table.value().text(row, SettingsColumn::item)] = table.value().text(row, SettingsColumn::value);
  return kept;
}

std::string fingerprint_of(std::string_view table, std::vector<WatchedRow> rows) {
  if (table == tables::settings.code)
    std::erase_if(rows, [](const WatchedRow& row) { return !row.empty() && row.front() == setting; });
  return fingerprint(rows);
}

std::vector<Edit> fingerprint_edits(const workbook::Snapshot& book, const std::map<std::string, std::string>& found,
                                    Language language) {
  std::vector<Edit> edits;
  const auto opened = TableReader::open(book, tables::settings, 0, language);
  if (opened.has_error()) return edits;
  const auto& table = opened.value();
  auto fresh = found;
  for (int row = 0; row < table.rows(); ++row) {
    if (table.text(row, SettingsColumn::setting) != setting) continue;
    const auto known = fresh.extract(table.text(row, SettingsColumn::item));
    if (known.empty() || table.text(row, SettingsColumn::value) == known.mapped()) continue;
    const auto at = table.position(row, table.layout().place(SettingsColumn::value));
    Block block(1, 1);
    block.at(0, 0) = known.mapped();
    edits.emplace_back(Write{std::string(table.title()), at.row, at.column, std::move(block)});
  }
  if (fresh.empty()) return edits;
  Block rows(fresh.size(), table.layout().width());
  std::size_t row = 0;
  for (const auto& [part, hash] : fresh) {
    rows.at(row, table.layout().place(SettingsColumn::setting)) = std::string(setting);
    rows.at(row, table.layout().place(SettingsColumn::item)) = part;
    rows.at(row, table.layout().place(SettingsColumn::value)) = hash;
    rows.at(row, table.layout().place(SettingsColumn::explanation)) = std::string(text(phrase::setting_fingerprint, language));
    ++row;
  }
  edits.emplace_back(AppendRows{std::string(tables::settings.name), std::move(rows)});
  return edits;
}

}  // namespace steward::plan
