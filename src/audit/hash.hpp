#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "result.hpp"
#include "value.hpp"

/// Proof that figures are the ones that were approved, posted or reported.
namespace steward::audit {

/// The one text that a range of cells has, whoever writes it and wherever it was saved:
///
///     <rows>x<columns>;  then for each cell, row by row:  <tag><bytes>:<content>
///
/// with the tag N number, T text, E error, B blank, and the length of the content in bytes of UTF-8. A number is
/// written as `%.15g` in the C locale, −0 as 0, because a saved file keeps 15 digits; a text of no characters is a
/// blank; an error is its English name. Tags and lengths make it unambiguous: no two different ranges share a text.
/// {1.5; "ab" | blank; −0} is `2x2;N3:1.5T2:abB0:N1:0`.
std::string canonical(const Table& table);

/// Appends one cell of the canonical form, for those that write it without a table.
void append_cell(std::string& text, const Value& value);
/// The same by tag and content.
void append_cell(std::string& text, char tag, std::string_view content);

/// SHA-256 (FIPS 180-4) of the canonical form, 64 lower-case hexadecimal digits.
std::string hash(const Table& table);
/// The same of one cell with a text, which may be long: it is not copied. The text must not be empty.
std::string hash_of_text(std::string_view text);

/// SHA-256 of the 64 digits before it, followed by the canonical form: the hash of one row of a log. The first row has
/// the previous hash "". It is taken letter by letter.
std::string chain(std::string_view previous, const Table& table);

/// The row of a log that does not fit its hash, counted from 1 without the header, or 0 when the log is whole.
///
/// The last column holds the hashes, each one chain(hash of the row above, the row's other cells). The first row is a
/// header when its last cell can be no hash: a text shorter than 64 characters that is not made of hexadecimal digits.
/// Rows at the end that are wholly blank, or hold only the end mark of a control table, do not count. A row that was
/// changed, removed, added or moved breaks the chain at that row; a log rewritten from some row on is found out only by
/// a hash that was kept elsewhere.
std::size_t first_broken_row(const Table& log);

/// HASH(range)
Result<std::string> hash_of(const Table& range);
/// CHAIN(previous; range); an empty cell as previous hash (0) begins a chain.
Result<std::string> chain_of(std::string_view previous, const Table& range);
/// CHAIN.VERIFY(log). Faults: argument when the log has fewer than two columns.
Result<double> chain_verify(const Table& log);

}  // namespace steward::audit
