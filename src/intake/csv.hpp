#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "result.hpp"
#include "value.hpp"

/// Tables that come as text, from whatever program wrote them.
namespace steward::intake {

/// How the bytes of a text file stand for letters. Converting needs tables of letters and is the caller's work.
enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, gb18030, windows1252 };

/// From the mark at the beginning, else from what the bytes can be: valid UTF-8; zero bytes in every other place; pairs of
/// bytes as Chinese programs write them; else Western European.
Encoding encoding_of(std::string_view bytes);

/// Reads comma-separated values, UTF-8, with or without its mark: fields divided by comma, semicolon, tab or bar,
/// whichever cuts the lines most evenly (a first line "sep=;" decides); fields in quotes may hold marks, doubled quotes and
/// line ends (RFC 4180); any line end. Every cell is a text or blank: a text that begins with "=" is a text. Empty lines are
/// left out. The first line is the header. Faults: refused when a quote is never closed (with its line), when a line has
/// more cells than the header, or when nothing is there.
Result<Table> read_csv(std::string_view text);

/// Makes numbers of the amounts in a column of texts, when every one that is there is an amount: a column is written with
/// one decimal mark, so one text that proves the mark decides about "1.234" in the others, and "1.234" stays a text where
/// none does. Leaves the column as it is when a text is no amount.
void read_amounts(Table& rows, std::size_t column);

/// Makes yyyy-mm-dd of dates with the year last: "31.12.2025", "12/31/25". Whether day or month comes first is decided for
/// the whole column, by a number above 12 or by the dot; the column is left as it is when nothing or both is proven.
void read_days(Table& rows, std::size_t column);

}  // namespace steward::intake
