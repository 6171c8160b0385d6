#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plan/command.hpp"

namespace steward::plan {

/// The options of a call, read into what they mean. Names are compared without case and without marks: "cut-over",
/// "cut_over" and "cutOver" are one option.
class OptionReader {
 public:
  explicit OptionReader(const Request& request);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  /// A text, or a number as its digits; nothing when it was not given or is blank.
  std::optional<std::string> text(std::string_view name) const;
  /// A number, or a text that is one. Faults: refused when it is neither.
  Result<std::optional<double>> number(std::string_view name) const;
  /// A date as yyyy-mm-dd, yyyy/m/d, yyyy年m月d日 or as a number of the workbook.
  Result<std::optional<Date>> day(std::string_view name) const;
  const Table* table(std::string_view name) const;
  template <class Word>
  Result<Word> word(std::string_view name, Word otherwise) const {
    const auto given = text(name);
    if (!given) return otherwise;
    auto read = read_keyword<Word>(*given);
    if (read.has_error()) return refused(read.error().sentence, read.error().blanks);
    return read.value();
  }

 private:
  const Option* find(std::string_view name) const;

  const Request& request_;
};

/// A name of an option as it is compared.
std::string plain_name(std::string_view name);

/// Reads a day from a text: 2025-03-31, 2025/3/31, 2025.3.31, 20250331, 2025年3月31日.
std::optional<Date> read_day(std::string_view text);

}  // namespace steward::plan
