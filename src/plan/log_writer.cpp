#include "plan/log_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "audit/hash.hpp"
#include "numeral.hpp"
#include "plan/log_fields.hpp"
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
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t last, unsigned number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(std::clamp(static_cast<int>(parts.year()), 0, 9999)));
  put(6, static_cast<unsigned>(parts.month()));
  put(9, static_cast<unsigned>(parts.day()));
  return text;
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

std::string rule_text(const std::vector<Content>& row) {
  std::string text;
  for (std::size_t place = 1; place < row.size() && place < tables::rules_columns.size(); ++place) {
    std::string value;
    if (const auto* number = std::get_if<double>(&row[place]))
      value = numeral(*number);
    else if (const auto* words = std::get_if<std::string>(&row[place]))
      value = field_text(*words);
    else if (const auto* day = std::get_if<Date>(&row[place]))
      value = iso(*day);
    if (value.empty()) continue;
    text += (text.empty() ? "" : "; ") + std::string(tables::rules_columns[place].code) + "=" + value;
  }
  return text;
}

void RowChain::add(std::span<const Content> row) {
  const std::size_t known = before_.size();
  before_.resize(row.size());
  for (std::size_t place = 0; place < row.size(); ++place) {
    const Content& content = row[place];
    if (place < known && content == before_[place]) {
      text_ += "\x1d\x1f";
      continue;
    }
    if (const auto* number = std::get_if<double>(&content))
      (text_ += 'N') += numeral(*number);
    else if (const auto* words = std::get_if<std::string>(&content); words && !words->empty())
      (text_ += 'T') += *words;
    else if (const auto* day = std::get_if<Date>(&content))
      (text_ += 'D') += iso(*day);
    text_ += '\x1f';
    before_[place] = content;
  }
  text_ += '\x1e';
}

std::string RowChain::digest() const { return audit::hash_of_text(text_); }

}  // namespace steward::plan
