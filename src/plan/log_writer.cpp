#include "plan/log_writer.hpp"

#include <array>
#include <cstdio>

#include "audit/hash.hpp"
#include "numeral.hpp"
#include "tables/tables.gen.hpp"

namespace steward::plan {
namespace {

Value as_value(const Content& content) {
  if (const auto* number = std::get_if<double>(&content)) return *number;
  if (const auto* text = std::get_if<std::string>(&content)) return *text;
  if (const auto* day = std::get_if<Date>(&content)) return iso(*day);
  return Blank{};
}

}  // namespace

std::string iso(Date day) {
  const std::chrono::year_month_day parts{day};
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(parts.year()),
                static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
  return text.data();
}

std::string moment(const Circumstances& now) {
  const int seconds = static_cast<int>(now.seconds);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), " %02d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
  return iso(now.today) + text.data();
}

void LogWriter::add(const LogEntry& entry) {
  std::vector<Content> row{static_cast<double>(++id_),
                           moment(now_),
                           now_.user,
                           now_.machine,
                           entry.document,
                           entry.request,
                           entry.what,
                           entry.old_value,
                           entry.new_value,
                           entry.reason};
  Table cells(1, row.size());
  for (std::size_t i = 0; i < row.size(); ++i) cells.at(0, i) = as_value(row[i]);
  hash_ = audit::chain(hash_, cells);
  row.emplace_back(hash_);
  rows_.push_back(std::move(row));
}

AppendRows LogWriter::edit() const {
  AppendRows edit{std::string(tables::log.name), {}};
  for (const auto& row : rows_) edit.rows.append(row);
  return edit;
}

void RowChain::add(const std::vector<Content>& row) {
  std::string text;
  for (const Content& content : row) {
    if (const auto* number = std::get_if<double>(&content))
      text += 'N' + numeral(*number);
    else if (const auto* words = std::get_if<std::string>(&content))
      text += words->empty() ? std::string() : 'T' + *words;
    else if (const auto* day = std::get_if<Date>(&content))
      text += 'D' + iso(*day);
    text += '\x1f';
  }
  digest_ = audit::chain(digest_, Table(1, 1, Value(std::move(text))));
}

}  // namespace steward::plan
