#include "maker.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace steward::support {
namespace {

std::string letters(int column) {
  std::string text;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return text;
}

std::string grouped(Cents cents, bool has_comma) {
  std::string digits = std::to_string(cents / 100);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), has_comma ? "." : ",");
  char rest[8];
  std::snprintf(rest, sizeof rest, "%c%02d", has_comma ? ',' : '.', static_cast<int>(cents % 100));
  return digits + rest;
}

}  // namespace

std::string cell(int row, int column) {
  return letters(column) + std::to_string(row + 1);
}

Maker::Maker(unsigned seed) : tongue(tongues()[seed % tongues().size()]), random_(seed) {
  made.snapshot.sheets.emplace_back("Sheet1", 260, 60);
  made.recipe = tongue.label;
}

Cents Maker::amount() {
  return chance(6) ? pick(1, 900) * 100000LL : pick(1000, 9999999);
}

void Maker::number(int at, int column, Cents cents) {
  sheet().set_number(at, column, static_cast<double>(cents) / 100.0, workbook::Format::number);
}

void Maker::put(int at, int column, Cents cents) {
  if (!texts || !chance(4)) return number(at, column, cents);
  char words[64];
  std::snprintf(words, sizeof words, text_style, grouped(std::abs(cents), tongue.has_comma).c_str());
  text(at, column, cents < 0 ? std::string("(") + words + ")" : std::string(words));
}

std::string Maker::line_name() {
  return std::string(tongue.lines[static_cast<std::size_t>(pick(0, 7))]) + " " + std::to_string(++lines);
}

void Maker::banner() {
  if (chance(2)) {
    text(row, left, tongue.title);
    row += chance(2) ? 1 : 2;
  }
  if (chance(4)) {
    text(row, left, tongue.unit);
    row += 1;
    say("unit");
  }
}

void Maker::style(bool may_have_texts) {
  formulas = chance(2);
  texts = may_have_texts && !formulas && chance(4);
  text_style = tongue.text_styles[static_cast<std::size_t>(pick(0, static_cast<int>(tongue.text_styles.size()) - 1))];
  numeric_codes = chance(2);
  if (formulas) say("formulas");
  if (texts) say(std::string("text amounts ") + text_style);
}

// Codes with leading zeros and labels; the amounts follow.
Layout Maker::columns(int amounts) {
  Layout layout;
  int column = left;
  if (chance(3)) layout.code = column++;
  layout.label = column++;
  for (int i = 0; i < amounts; ++i) layout.amounts.push_back(column++);
  return layout;
}

void Maker::headers(const Layout& layout) {
  if (layout.code >= 0) text(row, layout.code, tongue.code);
  if (!chance(6)) text(row, layout.label, tongue.label);
}

void Maker::name_line(const Layout& layout) {
  if (layout.code >= 0 && numeric_codes) sheet().set_number(row, layout.code, 5000 + lines * 10);
  if (layout.code >= 0 && !numeric_codes) text(row, layout.code, "00" + std::to_string(5100 + lines * 7));
  text(row, layout.label, line_name());
}

void Maker::total_row(const Layout& layout, const std::string& label, const std::vector<Cents>& sums,
                      const std::vector<std::string>& sum_formulas) {
  text(row, layout.label, label);
  if (chance(2)) bold(row, layout.label);
  for (std::size_t i = 0; i < layout.amounts.size(); ++i) {
    number(row, layout.amounts[i], sums[i]);
    if (formulas) formula(row, layout.amounts[i], sum_formulas[i]);
  }
  ++row;
}

std::vector<std::string> Maker::sums_from(const Layout& layout, int top) const {
  std::vector<std::string> result;
  for (const int column : layout.amounts) result.push_back("=SUM(" + cell(top, column) + ":" + cell(row - 1, column) + ")");
  return result;
}

void Maker::group(const Layout& layout, Sums& sums, int count, bool last_is_sum) {
  sums.group.assign(layout.amounts.size(), 0);
  if (sums.first < 0) sums.first = row;
  for (int i = 0; i < count; ++i) {
    name_line(layout);
    Cents across = 0;
    sums.last_line.clear();
    for (std::size_t c = 0; c < layout.amounts.size(); ++c) {
      const bool derived = last_is_sum && c + 1 == layout.amounts.size();
      const Cents cents = derived ? across : amount();
      across += cents;
      derived ? number(row, layout.amounts[c], cents) : put(row, layout.amounts[c], cents);
      if (derived && formulas)
        formula(row, layout.amounts[c],
                "=SUM(" + cell(row, layout.amounts[0]) + ":" + cell(row, layout.amounts[c] - 1) + ")");
      sums.group[c] += cents;
      sums.last_line.push_back(cents);
    }
    sums.last = row++;
  }
  for (std::size_t c = 0; c < sums.all.size(); ++c) sums.all[c] += sums.group[c];
}

Sums Maker::body(const Layout& layout, bool last_is_sum) {
  Sums sums;
  sums.all.assign(layout.amounts.size(), 0);
  const int groups = pick(1, 4);
  const bool subtotals = groups > 1 && !chance(4), headings = groups > 1 && chance(2), gaps = chance(3);
  say(std::to_string(groups) + " groups" + (subtotals ? " subtotals" : "") + (headings ? " headings" : "") +
      (gaps ? " gaps" : ""));
  for (int at = 0; at < groups; ++at) {
    const std::string letter(1, static_cast<char>('A' + at));
    if (headings) text(row++, layout.label, letter + " " + line_name());
    const int top = row;
    group(layout, sums, pick(2, 7), last_is_sum);
    if (subtotals) {
      const auto sum_formulas = sums_from(layout, top);
      sums.subtotal_rows.push_back(row);
      total_row(layout, std::string(tongue.subtotal) + (chance(2) ? " " + letter : ""), sums.group, sum_formulas);
    }
    if (gaps && at + 1 < groups) ++row;
  }
  return sums;
}

void Maker::grand_total(const Layout& layout, const Sums& sums, std::vector<TrueColumn>& truths) {
  if (chance(5)) return say("no total");
  if (chance(3)) ++row;
  std::vector<Cents> stated = sums.all;
  const bool wrong = !formulas && chance(4);
  if (wrong) stated[0] += pick(1, 99999) * 100LL;
  if (wrong) say("wrong total");
  std::vector<std::string> sum_formulas;
  for (const int column : layout.amounts) {
    std::string parts = "=";
    for (const int part : sums.subtotal_rows) parts += (parts.size() > 1 ? "+" : "") + cell(part, column);
    if (sums.subtotal_rows.empty()) parts = "=SUM(" + cell(sums.first, column) + ":" + cell(sums.last, column) + ")";
    sum_formulas.push_back(std::move(parts));
  }
  const bool is_short =
      formulas && sums.subtotal_rows.empty() && sums.last > sums.first + 3 && !sums.last_line.empty() && chance(4);
  if (is_short) {
    say("formula misses the last line");
    for (std::size_t c = 0; c < stated.size(); ++c) {
      stated[c] -= sums.last_line[c];
      sum_formulas[c] = "=SUM(" + cell(sums.first, layout.amounts[c]) + ":" + cell(sums.last - 1, layout.amounts[c]) + ")";
    }
  }
  total_row(layout, tongue.total, stated, sum_formulas);
  for (std::size_t c = 0; c < truths.size(); ++c) truths[c].stated = stated[c];
  if (chance(4)) memo(layout);
}

// Remarks below the total, one of them with a figure: no line of the budget.
void Maker::memo(const Layout& layout) {
  say("memo");
  row += 2;
  text(row++, layout.label, "Memo:");
  text(row, layout.label, line_name());
  number(row++, layout.amounts[0], amount());
}

std::vector<TrueColumn> Maker::truths_of(const Layout& layout, const Sums& sums) const {
  std::vector<TrueColumn> truths;
  for (std::size_t c = 0; c < layout.amounts.size(); ++c)
    truths.push_back({layout.amounts[c], sums.first, sums.last, {}, 0, sums.all[c], {}});
  return truths;
}

void Maker::finish(const Layout& layout, const Sums& sums) {
  auto truths = truths_of(layout, sums);
  grand_total(layout, sums, truths);
  made.columns.insert(made.columns.end(), truths.begin(), truths.end());
}

}  // namespace steward::support
