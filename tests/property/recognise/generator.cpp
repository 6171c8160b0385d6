#include "generator.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

namespace steward::support {
namespace {

struct Tongue {
  const char *label, *code, *budget, *actual, *variance, *total, *subtotal, *income, *expense, *type, *year, *amount,
      *title, *quantity, *price, *unit;
  std::array<const char*, 12> months;
  std::array<const char*, 8> lines;
};

constexpr std::array<Tongue, 5> tongues{{
    {"Item",
     "Account No",
     "Budget",
     "Actual",
     "Variance",
     "Total",
     "Subtotal",
     "Income",
     "Expenses",
     "Type",
     "Fiscal Year",
     "Amount",
     "Operating budget",
     "Quantity",
     "Unit price",
     "in thousands of EUR",
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     {"Salaries", "Rent", "Travel", "Training", "Insurance", "Software", "Postage", "Cleaning"}},
    {"项目",
     "科目编码",
     "预算",
     "实际",
     "差异",
     "合计",
     "小计",
     "收入",
     "支出",
     "收支类型",
     "年度",
     "金额",
     "年度经营预算",
     "数量",
     "单价",
     "单位：万元",
     {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
     {"工资", "房租", "差旅", "培训", "保险", "软件", "快递", "保洁"}},
    {"Bezeichnung",
     "Kontonummer",
     "Plan",
     "Ist",
     "Abweichung",
     "Summe",
     "Zwischensumme",
     "Einnahmen",
     "Ausgaben",
     "Art",
     "Jahr",
     "Betrag",
     "Haushaltsplan",
     "Menge",
     "Einzelpreis",
     "Angaben in TEUR",
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember"},
     {"Gehälter", "Miete", "Reisen", "Schulung", "Versicherung", "Software", "Porto", "Reinigung"}},
    {"Libellé",
     "Code",
     "Budget",
     "Réalisé",
     "Écart",
     "Total",
     "Sous-total",
     "Recettes",
     "Dépenses",
     "Nature",
     "Exercice",
     "Montant",
     "Budget prévisionnel",
     "Quantité",
     "Prix unitaire",
     "en milliers EUR",
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre"},
     {"Salaires", "Loyer", "Voyages", "Formation", "Assurance", "Logiciels", "Affranchissement", "Nettoyage"}},
    {"Concepto",
     "Código",
     "Presupuesto",
     "Ejecutado",
     "Diferencia",
     "Total",
     "Subtotal",
     "Ingresos",
     "Gastos",
     "Tipo",
     "Ejercicio",
     "Importe",
     "Presupuesto anual",
     "Cantidad",
     "Precio unitario",
     "miles de EUR",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre"},
     {"Salarios", "Alquiler", "Viajes", "Formación", "Seguros", "Programas", "Correo", "Limpieza"}},
}};

std::string letters(int column) {
  std::string text;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return text;
}

std::string cell(int row, int column) {
  return letters(column) + std::to_string(row + 1);
}

std::string grouped(long long cents, bool european) {
  std::string digits = std::to_string(cents / 100);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), european ? "." : ",");
  char rest[8];
  std::snprintf(rest, sizeof rest, "%c%02d", european ? ',' : '.', static_cast<int>(cents % 100));
  return digits + rest;
}

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed), tongue_(tongues[seed % tongues.size()]) {
    made_.snapshot.sheets.emplace_back("Sheet1", 200, 40);
    made_.recipe = std::string(tongue_.label);
  }

  GeneratedWorkbook make() {
    left_ = chance(3) ? 1 : 0;
    row_ = pick(0, 2);
    banner();
    switch (pick(0, 4)) {
      case 0:
        months();
        break;
      case 1:
        versions();
        break;
      case 2:
        long_list();
        break;
      case 3:
        parts_list();
        break;
      default:
        income_and_expenses();
        break;
    }
    return std::move(made_);
  }

 private:
  workbook::Sheet& sheet() { return made_.snapshot.sheets.front(); }
  int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  bool chance(int one_in) { return pick(1, one_in) == 1; }
  long long amount() { return chance(6) ? pick(1, 900) * 100000LL : pick(1000, 9999999); }
  void say(const std::string& step) { made_.recipe += ", " + step; }
  void text(int row, int column, const std::string& words) { sheet().set_text(row, column, words); }
  void number(int row, int column, long long cents) {
    sheet().set_number(row, column, static_cast<double>(cents) / 100.0, workbook::Format::number);
  }

  void banner() {
    if (chance(2)) {
      text(row_, left_, tongue_.title);
      row_ += chance(2) ? 1 : 2;
    }
    if (chance(4)) {
      text(row_, left_, tongue_.unit);
      row_ += 1;
      say("unit");
    }
  }

  struct Layout {
    int code = -1, label = 0;
    std::vector<int> amounts;
  };

  // Codes with leading zeros and labels; the amounts follow.
  Layout columns(int amounts) {
    Layout layout;
    int column = left_;
    if (chance(3)) layout.code = column++;
    layout.label = column++;
    for (int i = 0; i < amounts; ++i) layout.amounts.push_back(column++);
    if (layout.code >= 0) no_amounts_.push_back(layout.code);
    return layout;
  }

  void headers(const Layout& layout) {
    if (layout.code >= 0) text(row_, layout.code, tongue_.code);
    if (!chance(6)) text(row_, layout.label, tongue_.label);
  }

  std::string line_name() {
    return std::string(tongue_.lines[static_cast<std::size_t>(pick(0, 7))]) + " " + std::to_string(++lines_);
  }

  void name_line(const Layout& layout, bool numeric_codes) {
    if (layout.code >= 0 && numeric_codes) sheet().set_number(row_, layout.code, 5000 + lines_ * 10);
    if (layout.code >= 0 && !numeric_codes) text(row_, layout.code, "00" + std::to_string(5100 + lines_ * 7));
    text(row_, layout.label, line_name());
  }

  void put_amount(int row, int column, long long cents) {
    if (texts_ && chance(4)) {
      text(row, column, grouped(cents, &tongue_ - tongues.data() >= 2));
    } else {
      number(row, column, cents);
    }
  }

  struct Sums {
    std::vector<long long> group, all, last_line;
    std::vector<int> subtotal_rows;
    int group_top = 0, first = -1, last = -1;
  };

  // A total row: formulas over rows, or typed figures.
  void total_row(const Layout& layout, const std::string& label, const std::vector<long long>& sums,
                 const std::vector<std::string>& formulas) {
    text(row_, layout.label, label);
    if (chance(2)) sheet().bold.emplace_back(row_, layout.label);
    for (std::size_t i = 0; i < layout.amounts.size(); ++i) {
      if (layout.amounts[i] < 0) continue;
      number(row_, layout.amounts[i], sums[i]);
      if (formulas_) sheet().set_formula(row_, layout.amounts[i], formulas[i]);
    }
    ++row_;
  }

  std::vector<std::string> group_formulas(const Layout& layout, int top) const {
    std::vector<std::string> formulas;
    for (const int column : layout.amounts)
      formulas.push_back("=SUM(" + cell(top, column) + ":" + cell(row_ - 1, column) + ")");
    return formulas;
  }

  // Groups of lines with headings and subtotals, then the grand total, which may be typed wrong.
  Sums body(const Layout& layout, bool derive_last_by_sum) {
    Sums sums;
    sums.all.assign(layout.amounts.size(), 0);
    const int groups = pick(1, 4);
    const bool subtotals = groups > 1 && !chance(4), headings = groups > 1 && chance(2), gaps = chance(3),
               numeric_codes = chance(2);
    say(std::to_string(groups) + " groups" + (subtotals ? " subtotals" : "") + (headings ? " headings" : "") +
        (gaps ? " gaps" : ""));
    for (int group = 0; group < groups; ++group) {
      if (headings) text(row_++, layout.label, std::string(1, static_cast<char>('A' + group)) + " " + line_name());
      sums.group.assign(layout.amounts.size(), 0);
      sums.group_top = row_;
      if (sums.first < 0) sums.first = row_;
      const int lines = pick(2, 7);
      for (int i = 0; i < lines; ++i) {
        name_line(layout, numeric_codes);
        long long across = 0;
        sums.last_line.clear();
        for (std::size_t c = 0; c < layout.amounts.size(); ++c) {
          const bool derived = derive_last_by_sum && c + 1 == layout.amounts.size();
          const long long cents = derived ? across : amount();
          across += cents;
          if (derived) {
            number(row_, layout.amounts[c], cents);
            if (formulas_)
              sheet().set_formula(
                  row_, layout.amounts[c],
                  "=SUM(" + cell(row_, layout.amounts[0]) + ":" + cell(row_, layout.amounts[c] - 1) + ")");
          } else {
            put_amount(row_, layout.amounts[c], cents);
          }
          sums.group[c] += cents;
          sums.last_line.push_back(cents);
        }
        sums.last = row_++;
      }
      for (std::size_t c = 0; c < sums.all.size(); ++c) sums.all[c] += sums.group[c];
      if (subtotals) {
        sums.subtotal_rows.push_back(row_);
        total_row(
            layout,
            std::string(tongue_.subtotal) + (chance(2) ? " " + std::string(1, static_cast<char>('A' + group)) : ""),
            sums.group, group_formulas(layout, sums.group_top));
      }
      if (gaps && group + 1 < groups) ++row_;
    }
    return sums;
  }

  // The grand total over all lines. One in five is wrong in one column.
  void grand_total(const Layout& layout, const Sums& sums, std::vector<TrueColumn>& truths) {
    if (chance(5)) return say("no total");
    if (chance(3)) ++row_;
    std::vector<long long> stated = sums.all;
    const bool wrong = !formulas_ && chance(4);
    if (wrong) stated[0] += pick(1, 99999) * 100LL;
    std::vector<std::string> formulas;
    for (const int column : layout.amounts) {
      std::string formula = "=";
      for (const int row : sums.subtotal_rows) formula += (formula.size() > 1 ? "+" : "") + cell(row, column);
      if (sums.subtotal_rows.empty())
        formula = "=SUM(" + cell(sums.first, column) + ":" + cell(sums.last, column) + ")";
      formulas.push_back(std::move(formula));
    }
    const bool short_range =
        formulas_ && sums.subtotal_rows.empty() && sums.last > sums.first + 3 && !sums.last_line.empty() && chance(4);
    if (short_range) {
      say("formula misses the last line");
      for (std::size_t c = 0; c < stated.size(); ++c) {
        stated[c] -= sums.last_line[c];
        formulas[c] =
            "=SUM(" + cell(sums.first, layout.amounts[c]) + ":" + cell(sums.last - 1, layout.amounts[c]) + ")";
      }
    }
    if (wrong) say("wrong total");
    total_row(layout, tongue_.total, stated, formulas);
    for (std::size_t c = 0; c < truths.size(); ++c) truths[c].stated = stated[c];
    if (chance(4)) memo(layout);
  }

  // Remarks below the total, one of them with a figure: no line of the budget.
  void memo(const Layout& layout) {
    say("memo");
    row_ += 2;
    text(row_++, layout.label, "Memo:");
    text(row_, layout.label, line_name());
    number(row_++, layout.amounts[0], amount());
  }

  std::vector<TrueColumn> truths_of(const Layout& layout, const Sums& sums) const {
    std::vector<TrueColumn> truths;
    for (std::size_t c = 0; c < layout.amounts.size(); ++c)
      truths.push_back({layout.amounts[c], sums.first, sums.last, {}, 0, sums.all[c], {}});
    return truths;
  }

  void style() {
    formulas_ = chance(2);
    texts_ = !formulas_ && chance(4);
    if (formulas_) say("formulas");
    if (texts_) say("text amounts");
  }

  void finish(const Layout& layout, const Sums& sums) {
    auto truths = truths_of(layout, sums);
    grand_total(layout, sums, truths);
    made_.columns.insert(made_.columns.end(), truths.begin(), truths.end());
  }

  void months() {
    say("months");
    style();
    const bool with_total = chance(2);
    const Layout layout = columns(with_total ? 13 : 12);
    headers(layout);
    const std::string year = chance(3) ? " 2025" : "";
    for (int month = 0; month < 12; ++month)
      text(row_, layout.amounts[static_cast<std::size_t>(month)],
           tongue_.months[static_cast<std::size_t>(month)] + year);
    if (with_total) text(row_, layout.amounts[12], tongue_.total);
    ++row_;
    finish(layout, body(layout, with_total));
  }

  void versions() {
    say("versions");
    style();
    const Layout layout = columns(2);
    headers(layout);
    text(row_, layout.amounts[0], tongue_.budget);
    text(row_, layout.amounts[1], tongue_.actual);
    ++row_;
    finish(layout, body(layout, false));
  }

  // Type, year and one amount: what may be added up is a combination of both.
  void long_list() {
    say("long");
    style();
    const int type = left_, year = left_ + 1, label = left_ + 2, amounts = left_ + 3;
    text(row_, type, tongue_.type);
    text(row_, year, tongue_.year);
    text(row_, label, tongue_.label);
    text(row_++, amounts, tongue_.amount);
    no_amounts_ = {year};
    std::array<std::array<long long, 2>, 2> sums{};
    std::array<std::array<int, 2>, 2> lines{};
    const int count = pick(12, 60), top = row_;
    for (int i = 0; i < count; ++i, ++row_) {
      const int is_income = pick(0, 1), which = pick(0, 1);
      const long long cents = amount();
      text(row_, type, is_income ? tongue_.income : tongue_.expense);
      sheet().set_number(row_, year, 2024 + which);
      text(row_, label, line_name());
      put_amount(row_, amounts, cents);
      sums[static_cast<std::size_t>(is_income)][static_cast<std::size_t>(which)] += cents;
      ++lines[static_cast<std::size_t>(is_income)][static_cast<std::size_t>(which)];
    }
    for (std::size_t income = 0; income < 2; ++income) {
      for (std::size_t which = 0; which < 2; ++which) {
        if (lines[income][which] == 0) continue;
        made_.columns.push_back({amounts,
                                 top,
                                 row_ - 1,
                                 income ? Nature::revenue : Nature::expense,
                                 2024 + static_cast<int>(which),
                                 sums[income][which],
                                 {}});
      }
    }
  }

  // Categories in bold above their lines, each the sum of them.
  void parents_above() {
    say("parents above");
    style();
    texts_ = false;
    const Layout layout = columns(2);
    headers(layout);
    text(row_, layout.amounts[0], tongue_.budget);
    text(row_++, layout.amounts[1], tongue_.actual);
    Sums sums;
    sums.all.assign(2, 0);
    sums.first = row_;
    const int groups = pick(2, 5);
    std::vector<int> parents;
    for (int group = 0; group < groups; ++group) {
      const int parent = row_++, lines = pick(2, 6);
      parents.push_back(parent);
      text(parent, layout.label, line_name());
      sheet().bold.emplace_back(parent, layout.label);
      std::vector<long long> under(2);
      for (int i = 0; i < lines; ++i, ++row_) {
        name_line(layout, false);
        for (std::size_t c = 0; c < 2; ++c) {
          const long long cents = amount();
          number(row_, layout.amounts[c], cents);
          under[c] += cents;
        }
      }
      for (std::size_t c = 0; c < 2; ++c) {
        number(parent, layout.amounts[c], under[c]);
        if (formulas_)
          sheet().set_formula(
              parent, layout.amounts[c],
              "=SUM(" + cell(parent + 1, layout.amounts[c]) + ":" + cell(row_ - 1, layout.amounts[c]) + ")");
        sums.all[c] += under[c];
      }
    }
    sums.last = row_ - 1;
    sums.subtotal_rows = parents;
    finish(layout, sums);
  }

  // Two years as merged banners, each over four quarters.
  void quarters_of_two_years() {
    say("quarters");
    style();
    const Layout layout = columns(8);
    for (int year = 0; year < 2; ++year) {
      const int first = layout.amounts[static_cast<std::size_t>(year) * 4];
      text(row_, first, std::to_string(2024 + year));
      sheet().merges.push_back({0, row_, first, row_, first + 3});
    }
    ++row_;
    headers(layout);
    for (int i = 0; i < 8; ++i)
      text(row_, layout.amounts[static_cast<std::size_t>(i)], "Q" + std::to_string(i % 4 + 1));
    ++row_;
    const Sums sums = body(layout, false);
    auto truths = truths_of(layout, sums);
    for (std::size_t i = 0; i < 8; ++i) truths[i].year = 2024 + static_cast<int>(i / 4);
    grand_total(layout, sums, truths);
    made_.columns.insert(made_.columns.end(), truths.begin(), truths.end());
  }

  // A department written once for its lines, merged or blank below.
  void departments() {
    say("departments");
    style();
    const int department = left_, label = left_ + 1, amounts = left_ + 2, top = row_ + 1;
    text(row_, department, "Department");
    text(row_, label, tongue_.label);
    text(row_++, amounts, tongue_.budget);
    const bool merged = chance(2);
    long long sum = 0;
    for (int group = 0; group < pick(2, 4); ++group) {
      const int first = row_, lines = pick(2, 5);
      text(first, department, "Department " + std::to_string(group + 1));
      for (int i = 0; i < lines; ++i, ++row_) {
        text(row_, label, line_name());
        const long long cents = amount();
        put_amount(row_, amounts, cents);
        sum += cents;
      }
      if (merged) sheet().merges.push_back({0, first, department, row_ - 1, department});
    }
    Layout layout;
    layout.label = department;
    layout.amounts = {amounts};
    Sums sums;
    sums.all = {sum};
    sums.first = top;
    sums.last = row_ - 1;
    finish(layout, sums);
  }

  // Quantity × price = amount.
  void parts_list() {
    say("parts");
    style();
    texts_ = false;
    Layout layout = columns(0);
    const int quantity = layout.label + 1, price = layout.label + 2, total = layout.label + 3;
    headers(layout);
    text(row_, quantity, tongue_.quantity);
    text(row_, price, tongue_.price);
    text(row_++, total, tongue_.amount);
    no_amounts_.insert(no_amounts_.end(), {quantity, price});
    const int lines = pick(4, 14), top = row_;
    const bool codes = chance(2);
    long long sum = 0;
    for (int i = 0; i < lines; ++i, ++row_) {
      const int count = pick(2, 40);
      const long long each = pick(100, 99999);
      name_line(layout, codes);
      sheet().set_number(row_, quantity, count);
      number(row_, price, each);
      number(row_, total, count * each);
      if (formulas_) sheet().set_formula(row_, total, "=" + cell(row_, quantity) + "*" + cell(row_, price));
      sum += count * each;
    }
    layout.amounts = {total};
    Sums sums;
    sums.all = {sum};
    sums.first = top;
    sums.last = row_ - 1;
    finish(layout, sums);
  }

  // Two sections in one table, each with its own total: never one sum.
  void income_and_expenses() {
    say("income and expenses");
    style();
    const Layout layout = columns(2);
    headers(layout);
    text(row_, layout.amounts[0], tongue_.budget);
    text(row_++, layout.amounts[1], tongue_.actual);
    const bool with_totals = chance(2);
    for (const auto& [name, nature] :
         {std::pair{tongue_.income, Nature::revenue}, std::pair{tongue_.expense, Nature::expense}}) {
      sheet().bold.emplace_back(row_, layout.label);
      text(row_++, layout.label, name);
      const int top = row_, lines = pick(2, 6);
      std::vector<long long> sums(2);
      for (int i = 0; i < lines; ++i, ++row_) {
        name_line(layout, false);
        for (std::size_t c = 0; c < 2; ++c) {
          const long long cents = amount();
          put_amount(row_, layout.amounts[c], cents);
          sums[c] += cents;
        }
      }
      const int bottom = row_ - 1;
      if (with_totals) total_row(layout, std::string(tongue_.total) + " " + name, sums, group_formulas(layout, top));
      for (std::size_t c = 0; c < 2; ++c) {
        made_.columns.push_back(
            {layout.amounts[c], top, bottom, nature, 0, sums[c], with_totals ? std::optional(sums[c]) : std::nullopt});
      }
      if (chance(2)) ++row_;
    }
  }

  std::mt19937 random_;
  const Tongue& tongue_;
  GeneratedWorkbook made_;
  int left_ = 0, right_ = 0, row_ = 0, lines_ = 0;
  std::vector<int> no_amounts_;
  bool formulas_ = false, texts_ = false;
};

}  // namespace

GeneratedWorkbook generate_workbook(unsigned seed) {
  return Maker(seed).make();
}

}  // namespace steward::support
