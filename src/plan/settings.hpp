#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/table_reader.hpp"

namespace steward::plan {

/// The Settings table: a value by the code of its setting, and by item where there are several.
class Settings {
 public:
  struct Entry {
    std::string item, text;
    std::optional<double> number;
    std::optional<Date> since;
  };

  /// Faults: refused when the table is damaged, or was written by a newer version.
  static Result<Settings> read(const workbook::Snapshot& book, Language language);

  /// All entries of a setting in the order of the table.
  const std::vector<Entry>& all(std::string_view setting) const;
  std::string text(std::string_view setting, std::string_view otherwise = {}) const;
  std::optional<double> number(std::string_view setting) const;
  std::optional<Date> date(std::string_view setting) const;
  /// Takes all entries of a setting away; adds one behind those that are there.
  void clear(std::string_view setting);
  void add(const std::string& setting, Entry entry) { entries_[setting].push_back(std::move(entry)); }
  /// The word of a keyword set; the first word of the set when nothing, or nothing readable, stands there.
  template <class Word>
  Word word(std::string_view setting, Word otherwise) const {
    const auto read = read_keyword<Word>(text(setting));
    return read ? read.value() : otherwise;
  }

 private:
  std::map<std::string, std::vector<Entry>, std::less<>> entries_;
  Date null_date_{};
};

}  // namespace steward::plan
