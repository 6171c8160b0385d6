#include "plan/report.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "numeral.hpp"
#include "plan/commentary.hpp"
#include "plan/formula_parts.hpp"
#include "plan/log_reader.hpp"
#include "plan/options.hpp"
#include "plan/report_answer.hpp"
#include "plan/report_data.hpp"
#include "plan/report_status.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/commentary.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/report.gen.hpp"

namespace steward::plan {
namespace {

// English words begin a heading with a capital; Chinese has none.
std::string as_heading(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

// Columns behind the dimensions.
enum Column {
  budget_to_date,
  actual_to_date,
  variance,
  variance_pct,
  flag,
  budget,
  committed,
  actual,
  available,
  used,
  pace,
  status,
  column_count
};
constexpr std::array<const char*, column_count> codes{"budget_to_date", "actual_to_date", "variance",  "variance_pct",
                                                      "flag",           "budget",         "committed", "actual",
                                                      "available",      "used",           "pace",      "status"};
constexpr std::array headers{phrase::report_budget,       phrase::report_actual, phrase::report_variance,
                             phrase::report_variance_pct, phrase::report_flag,   phrase::report_budget,
                             phrase::report_committed,    phrase::report_actual, phrase::report_available,
                             phrase::report_used,         phrase::report_pace,   phrase::report_status};
constexpr int header_row = 5, first_row = header_row + 2;  // two rows: the blocks, then the columns

class Report {
 public:
  Report(const Request& request, ControlBook& control, ReportData data, Date as_of)
      : request_(request),
        control_(control),
        data_(std::move(data)),
        as_of_(as_of),
        language_(control.language()),
        first_(static_cast<int>(control.dimensions().size())),
        last_(first_ + column_count - 1),
        title_(free_title(request.book, filled(phrase::report_sheet, language_,
                                               std::vector{control.timeline().label(data_.period)}))),
        sheet_(plan_.edits, title_, language_) {}

  Result<Plan> make() {
    plan_.name = phrase::command_report;
    plan_.file = File::report;
    plan_.file_sheet = title_;
    plan_.edits.push_back(AddSheet{title_});
    head();
    for (const Nature nature :
         {Nature::revenue, Nature::expense, Nature::asset, Nature::liability, Nature::statistical})
      block(nature);
    write_body();
    foot();
    finish();
    plan_.answer = report_answer(control_, data_, language_, codes);
    plan_.message = say(phrase::report_done, {title_, iso(as_of_)});
    return std::move(plan_);
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, language_, blanks);
  }
  double amount(Money money) const { return money.amount(control_.decimals()); }
  int at(Column column) const { return first_ + column; }
  std::string name(int row, Column column) const { return column_name(at(column)) + std::to_string(row + 1); }

  void head() {
    const OptionReader options(request_);
    const auto unit = control_.policy().currency.empty() ? say(phrase::currency_unit) : control_.policy().currency;
    const std::string title = options.text("title").value_or(control_.settings().text("title"));
    sheet_.write(0, 0,
                 {{say(phrase::report_title, {title})},
                  {say(phrase::report_prepared_by, {options.text("preparedBy").value_or("")})},
                  {say(phrase::report_period, {control_.timeline().label(data_.period), iso(as_of_)}) + "    " +
                   say(phrase::report_unit, {unit})},
                  {say(phrase::report_sign)}});
    sheet_.paint(0, 0, 0, 0, Style::title);
    sheet_.paint(1, 0, 2, 0, Style::subtitle);
    sheet_.paint(3, 0, 3, 0, Style::note);
    Row blocks(static_cast<std::size_t>(last_ + 1)), names;
    blocks[static_cast<std::size_t>(at(budget_to_date))] = say(phrase::report_to_date);
    blocks[static_cast<std::size_t>(at(budget))] = say(phrase::report_full_year);
    for (const auto& dimension : control_.dimensions()) names.emplace_back(dimension);
    for (const Phrase header : headers) names.emplace_back(say(header));
    sheet_.write(header_row, 0, {std::move(blocks), std::move(names)});
    sheet_.paint(header_row, 0, header_row + 1, last_, Style::header);
  }

  // The amounts of one line, and what follows from them.
  Row line_row(const ReportLine& line, int row) const {
    Row cells;
    for (const auto& part : line.key) cells.push_back(part.empty() ? Content(Blank{}) : Content(part));
    cells.emplace_back(line.is_budgeted ? Content(amount(line.budget_to_date)) : Content(Blank{}));
    cells.emplace_back(amount(line.actual_to_date));
    const bool earns = line.nature == Nature::revenue;
    const std::string sooner = name(row, earns ? actual_to_date : budget_to_date),
                      later = name(row, earns ? budget_to_date : actual_to_date);
    const bool has_variance = line.nature != Nature::statistical;
    cells.emplace_back(has_variance ? Content(Formula{"=" + sooner + "-" + later}) : Content(Blank{}));
    add_derived(cells, row, has_variance);
    cells.insert(cells.end(), {line.is_budgeted ? Content(amount(line.budget)) : Content(Blank{}),
                               amount(line.committed), amount(line.actual)});
    add_year(cells, row, earns);
    if (line.is_mixed) cells.back() = Blank{};
    cells.emplace_back(pace_formula(line, row));
    cells.emplace_back(line.is_mixed ? Content(Blank{}) : status_formula(line, row));
    return cells;
  }

  void add_derived(Row& cells, int row, bool has_variance) const {
    if (!has_variance) {
      cells.resize(cells.size() + 2);
      return;
    }
    const std::string difference = name(row, variance), base = name(row, budget_to_date);
    cells.emplace_back(Formula{"=IF(N(" + base + ")=0;\"\";" + difference + "/ABS(" + base + "))"});
    cells.emplace_back(Formula{"=IF(" + difference + "=0;\"\";IF(" + difference + ">0;" +
                               quoted(say(phrase::favourable)) + ";" + quoted(say(phrase::adverse)) + "))"});
  }

  void add_year(Row& cells, int row, bool earns) const {
    const std::string spent = earns ? name(row, actual) : "(" + name(row, committed) + "+" + name(row, actual) + ")";
    cells.emplace_back(Formula{"=N(" + name(row, budget) + ")-" + spent});
    cells.emplace_back(Formula{"=IF(N(" + name(row, budget) + ")=0;\"\";" + spent + "/" + name(row, budget) + ")"});
  }

  // What was spent to date against the budget to the very day; the column beside shows the period in full.
  Content pace_formula(const ReportLine& line, int row) const {
    if (!has_pace(line)) return Blank{};
    const bool is_accrual = control_.policy().accounting == control::Accounting::accrual;
    const std::string spent = is_accrual ? name(row, actual_to_date) : numeral(amount(line.spent_to_date));
    return Formula{"=" + spent + "/" + numeral(amount(*line.phased))};
  }

  Content status_formula(const ReportLine& line, int row) const {
    const auto formula = status_of(line, {name(row, budget_to_date), name(row, actual_to_date), name(row, budget), name(row, committed), name(row, actual), name(row, used)},
                                   control_.decimals(), language_);
    return formula.empty() ? Content(Blank{}) : Content(Formula{formula});
  }

  // A total over rows; SUBTOTAL leaves out the subtotals among them, so that nothing counts twice.
  Row total_row(const std::string& label, int from, std::span<const ReportLine* const> lines) const {
    const int to = row() - 1, row = to + 1;
    const auto outermost = outermost_of(lines);
    ReportLine sum_of_lines = *lines.front();
    sum_of_lines.is_mixed = false;
    sum_of_lines.limit = sum_of_lines.relief = sum_of_lines.budget = sum_of_lines.spent_to_date = Money();
    sum_of_lines.phased.reset();
    for (const auto* line : outermost) {
      if (line->phased) sum_of_lines.phased = sum_of_lines.phased.value_or(Money()) + *line->phased;
      sum_of_lines.spent_to_date += line->spent_to_date;
      sum_of_lines.limit += line->limit;
      sum_of_lines.relief += line->relief;
      sum_of_lines.budget += line->budget;
    }
    const Nature nature = sum_of_lines.nature;
    const auto sum = [&](Column column) {
      if (outermost.size() < lines.size()) return Formula{"=" + sum_over(outermost, column)};
      return Formula{"=SUBTOTAL(9;" + name(from, column) + ":" + name(to, column) + ")"};
    };
    Row cells(control_.dimensions().size());
    cells.front() = label;
    cells.insert(cells.end(), {sum(budget_to_date), sum(actual_to_date), sum(variance)});
    add_derived(cells, row, nature != Nature::statistical);
    cells.insert(cells.end(), {sum(budget), sum(committed), sum(actual)});
    add_year(cells, row, nature == Nature::revenue);
    cells.emplace_back(pace_formula(sum_of_lines, row));
    cells.emplace_back(status_formula(sum_of_lines, row));
    return cells;
  }

  // Those that do not count in another of them already.
  std::vector<const ReportLine*> outermost_of(std::span<const ReportLine* const> lines) const {
    std::vector<const ReportLine*> result;
    for (const auto* line : lines) {
      bool is_within = false;
      for (auto above = line->within; above && !is_within; above = data_.lines[*above].within)
        is_within = std::ranges::find(lines, &data_.lines[*above]) != lines.end();
      if (!is_within) result.push_back(line);
    }
    return result;
  }
  // Rows that follow one another as one range.
  std::string sum_over(const std::vector<const ReportLine*>& lines, Column column) const {
    std::string formula;
    for (std::size_t at = 0; at < lines.size();) {
      std::size_t end = at + 1;
      while (end < lines.size() && rows_.at(lines[end]) == rows_.at(lines[at]) + static_cast<int>(end - at)) ++end;
      formula += (formula.empty() ? "SUM(" : "+SUM(") + name(rows_.at(lines[at]), column) + ":" + name(rows_.at(lines[end - 1]), column) + ")";
      at = end;
    }
    return formula;
  }

  // Lines of one nature, with a subtotal behind each group of the first dimension when there are several.
  void block(Nature nature) {
    std::vector<const ReportLine*> lines;
    for (const auto& line : data_.lines)
      if (line.nature == nature) lines.push_back(&line);
    if (lines.empty()) return;
    const auto grouping = dimension_of_groups(lines);
    const auto group_of = [&](std::size_t i) -> std::string_view { return grouping ? lines[i]->key[*grouping] : std::string_view(); };
    if (grouping) gather_groups(lines, *grouping);
    headings_.push_back(row());
    body_.push_back({as_heading(say(name_of_nature(nature)))});
    const int from = row();
    int group = from;
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      rows_[lines[i]] = row();
      body_.push_back(line_row(*lines[i], row()));
      if (!grouping || (i + 1 < lines.size() && group_of(i + 1) == group_of(i))) continue;
      // The subtotal of a line alone would only say it again.
      if (i > first && has_total(nature)) close(group, say(phrase::subtotal_of, {std::string(group_of(i))}), std::span(lines).subspan(first, i + 1 - first));
      group = row();
      first = i + 1;
    }
    if (has_total(nature)) close(from, say(phrase::total_of, {say(name_of_nature(nature))}), lines);
  }
  // The first dimension that puts lines together: a code of its own for each line makes no groups, nor does the same for all.
  std::optional<std::size_t> dimension_of_groups(const std::vector<const ReportLine*>& lines) const {
    for (std::size_t dimension = 0; dimension + 1 < control_.dimensions().size(); ++dimension) {
      std::set<std::string_view> groups;
      for (const auto* line : lines) groups.insert(line->key[dimension]);
      if (groups.size() > 1 && groups.size() < lines.size()) return dimension;
    }
    return std::nullopt;
  }
  // Lines of one group stand together; groups come in the order of their first line.
  static void gather_groups(std::vector<const ReportLine*>& lines, std::size_t dimension) {
    std::map<std::string_view, std::size_t> order;
    for (const auto* line : lines) order.try_emplace(line->key[dimension], order.size());
    std::ranges::stable_sort(lines, {}, [&](const ReportLine* line) { return order.at(line->key[dimension]); });
  }
  void close(int from, const std::string& label, std::span<const ReportLine* const> lines) {
    totals_.push_back(row());
    body_.push_back(total_row(label, from, lines));
  }
  int row() const { return first_row + static_cast<int>(body_.size()); }

  void paint_rows(int top, int bottom, bool is_total) {
    const auto text = is_total ? Style::total_label : Style::text,
               money = is_total ? Style::total_amount : Style::amount,
               share = is_total ? Style::total_rate : Style::rate;
    const auto paint = [&](int left, int right, Style style) { sheet_.paint(top, left, bottom, right, style); };
    paint(0, first_ - 1, text);
    paint(at(budget_to_date), at(variance), money);
    paint(at(variance_pct), at(variance_pct), share);
    paint(at(flag), at(flag), text);
    paint(at(budget), at(available), money);
    paint(at(used), at(pace), share);
    paint(at(status), at(status), text);
  }

  void write_body() {
    row_ = row();
    paint_rows(first_row, row_ - 1, false);
    for (const int row : headings_) sheet_.paint(row, 0, row, last_, Style::label);
    for (const int row : totals_) paint_rows(row, row, true);
    for (Row& cells : body_) cells.resize(static_cast<std::size_t>(last_ + 1));
    for (int column = 0; column < first_; ++column) sheet_.width_for(column, body_, 24, 75);
    sheet_.write(first_row, 0, std::move(body_));
  }

  // What was written about deviations up to the period, and what is still missing.
  void commentary() {
    const auto all = deviations(control_, data_.period);
    if (all.empty()) return;
    std::vector<Row> rows{{say(phrase::commentary_heading)}};
    for (const auto& one : all) {
      const std::string cause = one.cause ? word_of(*one.cause, language_) : "–";
      const std::string words = one.commentary.empty() ? say(phrase::commentary_open) : one.commentary;
      rows.push_back({one.name + " · " + one.indicator + " · " + one.period + ": " + numeral(one.planned) + " → " + numeral(one.actual) +
                      "; " + cause + (one.owner.empty() ? "" : ", " + one.owner) + ". " + words});
    }
    sheet_.paint(row_, 0, row_, 0, Style::label);
    sheet_.write(row_, 0, std::move(rows));
    row_ += static_cast<int>(all.size()) + 2;
  }

  void foot() {
    const int end = row_ - 1;
    ColourWhere flags{title_, header_row + 2, at(flag), end, at(flag), {}};
    for (const auto& [word, style] :
         {std::pair(phrase::adverse, Style::adverse), {phrase::favourable, Style::favourable}})
      flags.words.emplace_back(say(word), style);
    sheet_.add(std::move(flags));
    ColourWhere statuses{title_, header_row + 2, at(status), end, at(status), {}};
    for (const Phrase word : {phrase::status_over, phrase::status_red, phrase::status_orange, phrase::status_short})
      statuses.words.emplace_back(say(word), Style::adverse);
    sheet_.add(std::move(statuses));
    ++row_;
    if (!data_.unbudgeted.is_zero()) {
      Row cells(static_cast<std::size_t>(at(actual_to_date) + 1));
      cells.front() = say(phrase::unbudgeted_total);
      cells.back() = amount(data_.unbudgeted);
      sheet_.write(row_, 0, {std::move(cells)});
      sheet_.paint(row_, at(actual_to_date), row_, at(actual_to_date), Style::amount);
      row_ += 2;
    }
    commentary();
    Row hands(static_cast<std::size_t>(last_ + 1));
    hands.front() = say(phrase::preparer);
    hands[static_cast<std::size_t>(at(actual_to_date))] = say(phrase::reviewer);
    hands[static_cast<std::size_t>(at(committed))] = say(phrase::approver);
    sheet_.write(row_, 0, {std::move(hands), {say(phrase::report_seal, {log_head(control_)})}});
    sheet_.paint(row_, 0, row_, last_, Style::label);
    sheet_.paint(row_ + 1, 0, row_ + 1, 0, Style::note);
    row_ += 2;
  }

  void finish() {
    for (int column = first_; column <= last_; ++column)
      sheet_.width(column, column == at(status) ? 30 : column == at(flag) ? 16 : 25);
    sheet_.add(Freeze{title_, header_row + 2, first_});
    PrintSetup print{title_};
    print.repeat_top = header_row;
    print.repeat_bottom = header_row + 1;
    print.bottom = row_ - 1;
    print.right = last_;
    print.header = control_.settings().text("title");
    print.footer = say(phrase::report_seal, {log_head(control_).substr(0, 16)});
    sheet_.add(std::move(print));
  }

  const Request& request_;
  ControlBook& control_;
  ReportData data_;
  Date as_of_;
  Language language_;
  int first_, last_;
  std::string title_;
  Plan plan_;
  SheetBuilder sheet_;
  std::vector<Row> body_;
  std::vector<int> headings_, totals_;
  std::map<const ReportLine*, int> rows_;
  int row_ = 0;
};

}  // namespace

Result<Plan> report(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  const OptionReader options(request);
  STEWARD_TRY(const auto wanted, options.day("asOf"));
  const Date as_of = wanted.value_or(control->as_of());
  STEWARD_TRY(auto data, report_data(*control, as_of));
  return Report(request, *control, std::move(data), as_of).make();
}

}  // namespace steward::plan
