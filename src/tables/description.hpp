#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "words/words.hpp"

/// What the control tables are: see tables.yaml, from which the descriptions are made.
namespace steward::tables {

enum class ColumnType { id, key, text, code, date, time, period, number, amount, rate, flag, hash, dimension };

/// A keyword that a table keeps, and what it is called.
struct CodeWord {
  std::string_view code, chinese;
};

struct Column {
  ColumnType type;
  std::string_view code, english, chinese, meaning_english, meaning_chinese;
  std::span<const CodeWord> words = {};  ///< of a code: the keywords that it may be, as far as they are of one set
  std::string_view header(Language language) const { return language == Language::chinese ? chinese : english; }
};

struct Description {
  std::string_view code;  ///< "ledger"
  std::string_view name;  ///< stable name of its database range: "steward_ledger"
  std::string_view sheet_english, sheet_chinese;
  std::span<const Column> columns;
  std::size_t first;  ///< how many of them the first build wrote
  /// The named range over the same cells, by which formulas read the table: LibreOffice takes the database ranges of a
  /// sheet away when the sheet behind it is deleted, and leaves named ranges alone.
  std::string cells() const { return std::string(name) + "_cells"; }
  std::string_view sheet(Language language) const {
    return language == Language::chinese ? sheet_chinese : sheet_english;
  }
};

/// What stands in the first cell of the locked row that ends every control table; its other cells are blank.
inline constexpr std::string_view end_mark = "■";

}  // namespace steward::tables
