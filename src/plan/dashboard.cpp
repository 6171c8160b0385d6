#include "plan/dashboard.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ledger/keys.hpp"
#include "plan/answer.hpp"
#include "plan/control_book.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/dashboard.gen.hpp"

namespace steward::plan {
namespace {

using tables::ControlColumn;

constexpr const char* area_name = "steward_dashboard";
constexpr std::size_t risks_shown = 8, heat_lines = 18;
constexpr int bridge_steps = 6;
// What the figures by period are made of, in the order of its blocks.
constexpr std::array posted_stages{Stage::supplement, Stage::transfer_in, Stage::carry_forward, Stage::transfer_out, Stage::actual};

// Columns of the part that is seen; the figures behind it stand to the right.
constexpr int last_column = 13, block = 16;
// Rows, from top to bottom.
constexpr int figures = 3, risks = 6, charts = risks + static_cast<int>(risks_shown) + 2, chart_rows = 17,
              heat = charts + chart_rows + 1;

const std::string our = "ORG.STEWARD.BUDGET.FUNCTIONS.";
const std::string control_cells = tables::control.cells(), ledger_cells = tables::ledger.cells(), versions_cells = tables::versions.cells(),
                  settings_cells = tables::settings.cells();
const std::string as_of = "INDEX(" + settings_cells + ";MATCH(\"as_of\";INDEX(" + settings_cells + ";0;1);0);3)";

std::string quoted(std::string_view words) {
  std::string result = "\"";
  for (const char c : words) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + '"';
}

class Dashboard {
 public:
  Dashboard(const Request& request, ControlBook& control)
      : request_(request), control_(control), language_(request.now.language),
        layout_(tables::control, control.dimensions().size()), title_(sheet_title()), sheet_(plan_.edits, title_, language_) {}

  Result<Plan> make() {
    plan_.name = phrase::command_dashboard;
    plan_.file_sheet = title_;
    remove_earlier();
    plan_.edits.push_back(AddSheet{title_});
    choose_lines();
    place_blocks();
    head();
    headline_figures();
    lines_at_risk();
    blocks();
    trend();
    bridge();
    heat_map();
    finish();
    plan_.answer = answer_with({"what", "value"});
    plan_.answer.append({std::string("lines"), static_cast<double>(lines_.size())});
    plan_.answer.append({std::string("summed"), static_cast<double>(tops_)});
    plan_.message = say(phrase::dashboard_done, {title_});
    return std::move(plan_);
  }

 private:
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, language_, blanks); }

  const workbook::NamedArea* earlier() const {
    const auto found = std::ranges::find(request_.book.names, std::string(area_name), &workbook::NamedArea::name);
    return found == request_.book.names.end() ? nullptr : &*found;
  }
  std::string sheet_title() const {
    const auto* old = earlier();
    return old ? request_.book.sheets[static_cast<std::size_t>(old->area.sheet)].name()
               : free_title(request_.book, say(phrase::dashboard_sheet));
  }
  void remove_earlier() {
    if (!earlier()) return;
    plan_.edits.push_back(RemoveName{area_name});
    plan_.edits.push_back(RemoveSheet{title_});
  }

  std::string key_of(control::LineNumber line) const {
    return control::shown(std::span<const std::string>(control_.lines()[line].key));
  }

  // A whole column of the Control table, by its stable name.
  std::string column(ControlColumn wanted) const {
    return "INDEX(" + control_cells + ";0;" + std::to_string(layout_.place(wanted) + 1) + ")";
  }
  // Where no line lies within another, the sum over the natures; else over the outermost lines one by one.
  std::string sum(ControlColumn wanted) const {
    if (tops_ < lines_.size()) return "SUMPRODUCT(SUMIF(" + column(ControlColumn::line) + ";" + tops(ids_) + ";" + column(wanted) + "))";
    std::string formula;
    for (const Nature nature : natures_)
      formula += (formula.empty() ? "" : "+") + std::string("SUMIFS(") + column(wanted) + ";" + column(ControlColumn::nature) + ";\"" +
                 std::string(code_of(nature)) + "\")";
    return formula;
  }

  // The outermost lines first, the largest budget first among them: the order of blocks and heat map.
  void choose_lines() {
    auto& book = control_.lines();
    std::vector<Money> budget(book.size());
    for (const auto& figure : control_.figures())
      if (figure.kind == VersionKind::original) budget[figure.line] += figure.amount;
    natures_ = {Nature::expense, Nature::asset};
    const auto is_shown = [&](control::LineNumber line) { return natures_.contains(book[line].nature); };
    std::vector<control::LineNumber> all(book.size()), within;
    for (control::LineNumber line = 0; line < book.size(); ++line) all[line] = line;
    if (!all.empty() && std::ranges::none_of(all, is_shown)) natures_ = {book[0].nature};
    for (const auto line : all) {
      if (!is_shown(line)) continue;
      const std::vector<std::string_view> key(book[line].key.begin(), book[line].key.end());
      (book.hit_by(key).size() > 1 ? within : lines_).push_back(line);
    }
    tops_ = lines_.size();
    for (auto* part : {&lines_, &within}) std::ranges::stable_sort(*part, [&](auto a, auto b) { return budget[a] > budget[b]; });
    lines_.insert(lines_.end(), within.begin(), within.end());
  }

  void place_blocks() {
    periods_ = control_.timeline().periods_in_year();
    const int d = static_cast<int>(control_.dimensions().size());
    ids_ = block + 1;
    keys_ = ids_ + 1;
    budget_ = keys_ + d;
    actual_ = budget_ + periods_;
    trend_ = actual_ + periods_ + 1;
    names_ = trend_ + 5;
    steps_ = names_ + 4;
    tree_ = steps_ + 12;
    posted_ = tree_ + 3;
  }
  int first_row() const { return heat + 1; }
  int last_row() const { return heat + static_cast<int>(lines_.size()); }
  int last_top() const { return heat + static_cast<int>(tops_); }
  std::string tops(int column) const { return range_name(first_row(), column, last_top(), column); }

  void head() {
    const auto unit = control_.policy().currency.empty() ? say(phrase::currency_unit) : control_.policy().currency;
    sheet_.write(0, 0, {{say(phrase::dashboard_title, {control_.settings().text("title")})},
                        {Formula{"=" + quoted(say(phrase::dashboard_subtitle, {unit})) + "&TEXT(" + as_of + ";\"YYYY-MM-DD\")"}}});
    sheet_.paint(0, 0, 0, 0, Style::title);
    sheet_.paint(1, 0, 1, 0, Style::subtitle);
  }

  // Seven figures: one above the names, the others across two columns each.
  void headline_figures() {
    const std::string revised = sum(ControlColumn::revised), actual = sum(ControlColumn::actual),
                      consumed = sum(ControlColumn::precommitted) + "+" + sum(ControlColumn::committed) + "+" + actual;
    const auto share = [&](const std::string& part) { return "IF(N(" + revised + ")=0;\"\";(" + part + ")/(" + revised + "))"; };
    const std::array<std::pair<Phrase, std::string>, 7> shown{{{phrase::dashboard_revised, revised},
                                                               {phrase::dashboard_consumed, consumed},
                                                               {phrase::dashboard_available, sum(ControlColumn::available)},
                                                               {phrase::dashboard_used, share(consumed)},
                                                               {phrase::dashboard_execution, share(actual)},
                                                               {phrase::dashboard_landing, sum(ControlColumn::landing)},
                                                               {phrase::dashboard_over, "COUNTIFS(" + column(ControlColumn::available) + ";\"<0\")"}}};
    for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
      const int at = i == 0 ? 0 : 2 * i - 1, right = i == 0 ? 0 : 2 * i;
      sheet_.write(figures, at, {{say(shown[static_cast<std::size_t>(i)].first)}, {Formula{"=" + shown[static_cast<std::size_t>(i)].second}}});
      sheet_.paint(figures, at, figures, right, Style::note);
      sheet_.paint(figures + 1, at, figures + 1, right, i == 3 || i == 4 ? Style::headline_rate : Style::headline);
      if (right > at) {
        sheet_.add(Passage{title_, figures, at, right, 5});
        sheet_.add(Passage{title_, figures + 1, at, right, 9});
      }
    }
  }

  // What is over budget by its share of it, then by used %: a rank beside the Control table, spending alone.
  void lines_at_risk() {
    const int rows = static_cast<int>(control_.lines().size()) + 2;
    const std::string used = column(ControlColumn::used), available = column(ControlColumn::available), revised = column(ControlColumn::revised);
    const std::string number = "IF(ISNUMBER(" + available + ");" + available + ";0)";
    const std::string measure = "IF(" + number + "<0;1000+IF(ISNUMBER(" + revised + ");IF(" + revised + ">0;-" + number + "/" + revised +
                                ";0);0);IF(ISNUMBER(" + used + ");" + used + ";0))";
    sheet_.add(WriteArray{title_, heat, block, rows, 1,
                          "=IF(" + column(ControlColumn::nature) + "=\"revenue\";-1;" + measure + "-ROW(" + used + ")/10^9)"});
    const std::string ranks = range_name(heat, block, heat + rows - 1, block);
    const int first = risks + 1, last = risks + static_cast<int>(risks_shown);
    std::vector<Row> cells{risk_header()};
    for (std::size_t k = 1; k <= risks_shown; ++k) cells.push_back(risk_row(k, ranks));
    sheet_.write(risks, 0, std::move(cells));
    sheet_.paint(risks, 0, risks, last_column, Style::header);
    sheet_.paint(first, 0, last, last_column, Style::text);
    sheet_.paint(first, 3, last, 6, Style::amount);
    sheet_.paint(first, 7, last, 7, Style::rate);
    sheet_.paint(first, 10, last, 11, Style::amount);
    for (int row = risks; row <= last; ++row)
      for (const int left : {1, 3, 5, 8, 10, 12}) sheet_.add(Passage{title_, row, left, left + 1, row == risks ? 9.0 : 5.0});
    ColourWhere status{title_, first, 8, last, 8, {}};
    for (const Phrase word : {phrase::status_over, phrase::status_within, phrase::status_red, phrase::status_orange})
      status.words.emplace_back(say(word), Style::adverse);
    sheet_.add(std::move(status));
  }

  Row risk_header() const {
    Row header(last_column + 1);
    header[0] = say(phrase::dashboard_risks);
    header[1] = say(phrase::dashboard_owner);
    header[3] = say(phrase::dashboard_revised);
    header[5] = say(phrase::dashboard_available);
    header[7] = say(phrase::dashboard_used);
    header[8] = say(phrase::dashboard_status);
    header[10] = say(phrase::dashboard_landing);
    header[12] = say(phrase::dashboard_postings);
    return header;
  }

  // The id stands beside, where Show Postings finds it.
  Row risk_row(std::size_t k, const std::string& ranks) const {
    const std::string value = "LARGE(" + ranks + ";" + std::to_string(k) + ")", row = "MATCH(" + value + ";" + ranks + ";0)";
    const auto shown = [&](const std::string& formula) { return Formula{"=IFERROR(IF(" + value + "<=0;\"\";" + formula + ");\"\")"}; };
    const auto of = [&](ControlColumn wanted) { return "INDEX(" + control_cells + ";" + row + ";" + std::to_string(layout_.place(wanted) + 1) + ")"; };
    std::string name;
    for (std::size_t d = 0; d < control_.dimensions().size(); ++d)
      name += (d == 0 ? "" : "&\" / \"&") + std::string("INDEX(" + control_cells + ";") + row + ";" +
              std::to_string(layout_.place(ControlColumn::dimensions) + d + 1) + ")";
    Row cells(static_cast<std::size_t>(ids_) + 1);
    cells[0] = shown(link(of(ControlColumn::line), name));
    cells[1] = shown(of(ControlColumn::owner) + "&\"\"");
    cells[3] = shown(of(ControlColumn::revised));
    cells[5] = shown(of(ControlColumn::available));
    cells[7] = shown(of(ControlColumn::used));
    cells[8] = shown(of(ControlColumn::status));
    cells[10] = shown(of(ControlColumn::landing));
    cells[12] = shown(first_posting(of(ControlColumn::line)));
    cells[static_cast<std::size_t>(ids_)] = shown(of(ControlColumn::line));
    return cells;
  }
  static std::string link(const std::string& cell, const std::string& words) {
    return "HYPERLINK(\"#\"&CELL(\"ADDRESS\";" + cell + ");" + words + ")";
  }
  std::string first_posting(const std::string& line) const {
    const tables::Layout ledger(tables::ledger, control_.dimensions().size());
    const std::string lines = "INDEX(" + ledger_cells + ";0;" + std::to_string(ledger.place(tables::LedgerColumn::line) + 1) + ")";
    return link("INDEX(" + ledger_cells + ";MATCH(" + line + ";" + lines + ";0);1)", quoted("▸ " + say(phrase::dashboard_postings)));
  }

  // Budget and actual of every line by period: two arrays, from which trend, bridge and heat map are made.
  void blocks() {
    auto& timeline = control_.timeline();
    const auto year = static_cast<int>(control_.settings().number("fiscal_year").value_or(0));
    const auto kind = periods_ == 4 ? calendar::Period::Kind::quarter : calendar::Period::Kind::period;
    Row labels, firsts, lasts;
    for (int i = 1; i <= periods_; ++i) {
      const auto number = timeline.number_of(calendar::Period{year, i, kind});
      labels.emplace_back(timeline.label(number));
      firsts.emplace_back(timeline.days(number).first);
      lasts.emplace_back(timeline.days(number).last);
    }
    for (const int left : {budget_, actual_}) {
      sheet_.write(heat - 2, left, {firsts, lasts, labels});
      sheet_.paint(heat - 2, left, heat - 1, left + periods_ - 1, Style::date);
    }
    Row fields{std::string(tables::control_columns[0].header(language_))};
    for (const auto& dimension : control_.dimensions()) fields.emplace_back(dimension);
    std::vector<Row> keys{std::move(fields)};
    for (const auto line : lines_) {
      keys.push_back({control_.lines()[line].id});
      for (const auto& part : control_.lines()[line].key) keys.back().push_back(part.empty() ? Content(Blank{}) : Content(part));
    }
    sheet_.write(heat, ids_, std::move(keys));
    sheet_.paint(heat, block, last_row(), budget_ - 1, Style::note);
    sheet_.paint(first_row(), budget_, last_row(), actual_ + periods_ - 1, Style::amount);
    write_sums();
  }

  // The budget by period is the original and whatever changed it since.
  void write_sums() {
    const int d = static_cast<int>(control_.dimensions().size()), rows = static_cast<int>(lines_.size());
    const std::string days = range_name(heat - 2, budget_, heat - 1, budget_ + periods_ - 1),
                      ids = range_name(first_row(), ids_, last_row(), ids_), fields = range_name(heat, keys_, heat, keys_ + d - 1),
                      keys = range_name(first_row(), keys_, last_row(), keys_ + d - 1), kinds = range_name(heat - 2, ids_, heat - 2, ids_ + 1);
    // The header as the workbook has it, which may have been set up in another language than the office's.
    sheet_.write(heat - 2, ids_, {{Formula{"=INDEX(" + versions_cells + ";1;2)"}, std::string(code_of(VersionKind::original))}});
    const std::string tree = write_tree();
    // One formula for all stages: the ledger is read once whenever it changes.
    std::string wanted;
    for (const Stage stage : posted_stages) wanted += (wanted.empty() ? "" : "|") + quoted(code_of(stage));
    sheet_.add(WriteArray{title_, first_row(), posted_, rows, periods_ * static_cast<int>(posted_stages.size()),
                          "=" + our + "ACTUALS(" + ledger_cells + ";" + keys + ";" + days + ";" + fields + ";{" + wanted + "}" + tree + ")"});
    std::string budget = "=" + our + "ACTUALS(" + versions_cells + ";" + ids + ";" + days + ";\"line\";\"actual\";;" + kinds + ")";
    for (const Stage stage : {Stage::supplement, Stage::transfer_in, Stage::carry_forward}) budget += "+" + posted(stage);
    sheet_.add(WriteArray{title_, first_row(), budget_, rows, periods_, budget + "-" + posted(Stage::transfer_out)});
    sheet_.add(WriteArray{title_, first_row(), actual_, rows, periods_, "=" + posted(Stage::actual)});
  }

  // The cells with the sums of a stage, a row for each line and a column for each period.
  std::string posted(Stage stage) const {
    const int left = posted_ + periods_ * static_cast<int>(std::ranges::find(posted_stages, stage) - posted_stages.begin());
    return range_name(first_row(), left, last_row(), left + periods_ - 1);
  }

  std::string write_tree() {
    std::vector<Row> pairs;
    for (const auto& entry : control_.settings().all("parent")) pairs.push_back({entry.item, entry.text});
    if (pairs.empty()) return {};
    const int end = heat + static_cast<int>(pairs.size()) - 1;
    sheet_.write(heat, tree_, std::move(pairs));
    return ";" + range_name(heat, tree_, end, tree_ + 1);
  }

  // By period: budget, actual up to the as-of date, and from there what is left to the landing, phased as the budget is.
  void trend() {
    const int top = charts + 1, end = charts + periods_;
    const std::string to_go = "SUMIF(" + range_name(heat - 2, budget_, heat - 2, budget_ + periods_ - 1) + ";\">\"&" + as_of + ";" +
                              range_name(end + 1, budget_, end + 1, budget_ + periods_ - 1) + ")";
    Row sums;
    for (int i = 0; i < periods_; ++i) sums.emplace_back(Formula{"=SUM(" + tops(budget_ + i) + ")"});
    sheet_.write(end + 1, budget_, {std::move(sums)});
    sheet_.paint(end + 1, budget_, end + 1, budget_ + periods_ - 1, Style::amount);
    std::vector<Row> rows{{Blank{}, say(phrase::dashboard_budget), say(phrase::dashboard_actual), say(phrase::dashboard_forecast)}};
    for (int i = 0; i < periods_; ++i) {
      const std::string first = cell_name(heat - 2, budget_ + i), budget = cell_name(end + 1, budget_ + i),
                        reached = "SUM(" + range_name(top, trend_ + 2, end, trend_ + 2) + ")";
      rows.push_back({Formula{"=RIGHT(" + cell_name(heat, budget_ + i) + ";3)"}, Formula{"=" + budget},
                      Formula{"=IF(" + first + "<=" + as_of + ";SUM(" + tops(actual_ + i) + ");\"\")"},
                      Formula{"=IF(OR(" + first + "<=" + as_of + ";" + to_go + "=0);\"\";(" + cell_name(figures + 1, 9) + "-" + reached + ")*" +
                              budget + "/" + to_go + ")"}});
    }
    sheet_.write(charts, trend_, std::move(rows));
    sheet_.paint(top, trend_ + 1, end, trend_ + 3, Style::amount);
    AddChart chart{title_, title_ + " 1", {charts, 0, charts + chart_rows - 1, 5}, say(phrase::dashboard_trend), "", "",
                   {top, trend_, end, trend_}, {}};
    const auto series = [&](int column, SeriesLook look, SeriesColour colour) {
      chart.series.push_back({SeriesKind::columns, look, colour, {top, trend_ + column, end, trend_ + column},
                              ChartCells{charts, trend_ + column, charts, trend_ + column}});
    };
    series(1, SeriesLook::outline, SeriesColour::neutral);
    series(2, SeriesLook::solid, SeriesColour::main);
    series(3, SeriesLook::hatched, SeriesColour::main);
    sheet_.add(std::move(chart));
  }

  // To date, line by line, as BRIDGE gives it: what is under a step is not drawn.
  void bridge() {
    std::vector<Row> cells;
    for (int row = first_row(); row <= last_top(); ++row) {
      const auto to_date = [&](int left) {
        return Formula{"=SUMIF(" + range_name(heat - 2, budget_, heat - 2, budget_ + periods_ - 1) + ";\"<=\"&" + as_of + ";" +
                       range_name(row, left, row, left + periods_ - 1) + ")"};
      };
      cells.push_back({short_name(lines_[static_cast<std::size_t>(row - first_row())]), to_date(budget_), to_date(actual_)});
    }
    const int count = static_cast<int>(cells.size()), steps = std::min(count, bridge_steps) + (count > bridge_steps ? 1 : 0) + 2,
              top = charts + 1, end = charts + steps;
    sheet_.write(first_row(), names_, std::move(cells));
    sheet_.paint(first_row(), names_ + 1, last_top(), names_ + 2, Style::amount);
    sheet_.add(WriteArray{title_, top, steps_, steps, 8,
                          "=" + our + "BRIDGE(" + tops(names_) + ";" + tops(names_ + 1) + ";" + tops(names_ + 2) + ";\"" +
                              std::string(code_of(*natures_.begin())) + "\";" + std::to_string(bridge_steps) + ")", true});
    std::vector<Row> totals{{say(phrase::dashboard_budget), say(phrase::dashboard_actual), Blank{}}};
    totals.resize(static_cast<std::size_t>(steps) + 1, Row(3));
    for (int row = top; row <= end; ++row) totals[static_cast<std::size_t>(row - charts)][2] = step_name(row, top, end);
    totals[1][0] = Formula{"=" + cell_name(top, steps_ + 7)};
    totals.back()[1] = Formula{"=" + cell_name(end, steps_ + 7)};
    sheet_.write(charts, steps_ + 8, std::move(totals));
    sheet_.write(charts, steps_ + 2, {{say(phrase::dashboard_less), Blank{}, say(phrase::dashboard_more)}});
    sheet_.paint(top, steps_ + 1, end, steps_ + 9, Style::amount);
    AddChart chart{title_, title_ + " 2", {charts, 6, charts + chart_rows - 1, last_column}, say(phrase::dashboard_bridge), "", "",
                   {top, steps_ + 10, end, steps_ + 10}, {}};
    const auto series = [&](int column, SeriesLook look, SeriesColour colour, bool is_named = true) {
      chart.series.push_back({SeriesKind::stacked_columns, look, colour, {top, steps_ + column, end, steps_ + column},
                              is_named ? std::optional(ChartCells{charts, steps_ + column, charts, steps_ + column}) : std::nullopt});
    };
    series(1, SeriesLook::none, SeriesColour::neutral, false);
    series(8, SeriesLook::outline, SeriesColour::neutral);
    series(2, SeriesLook::pale, SeriesColour::favourable);
    series(4, SeriesLook::solid, SeriesColour::adverse);
    series(9, SeriesLook::solid, SeriesColour::main);
    sheet_.add(std::move(chart));
  }

  // The most specific part of a key, as far as there is room below a column.
  std::string short_name(control::LineNumber line) const {
    constexpr std::size_t most_bytes = 18;
    std::string name;
    for (const auto& part : control_.lines()[line].key)
      if (!part.empty()) name = part;
    if (name.size() <= most_bytes) return name;
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end) + "…";
  }

  // BRIDGE calls its first and last step From and To, and what it folds Other.
  Content step_name(int row, int top, int end) const {
    if (row == top) return say(phrase::dashboard_budget);
    if (row == end) return say(phrase::dashboard_actual);
    const std::string name = cell_name(row, steps_);
    // A text out of an add-in's array equals no other until it is joined to one (LibreOffice 7.4).
    return Formula{"=IF(" + name + "&\"\"=\"Other\";" + quoted(say(phrase::dashboard_other)) + ";" + name + ")"};
  }

  // Actual as a share of the budget of each period: the figure stands in its colour, with a mark where it is over.
  void heat_map() {
    const int rows = static_cast<int>(std::min(lines_.size(), heat_lines));
    Row header{say(lines_.size() > heat_lines ? phrase::dashboard_heat_largest : phrase::dashboard_heat, {std::to_string(heat_lines)})};
    for (int i = 0; i < periods_; ++i) header.emplace_back(Formula{"=RIGHT(" + cell_name(heat, budget_ + i) + ";3)"});
    std::vector<Row> cells{std::move(header)};
    for (int row = 0; row < rows; ++row) {
      const int at = first_row() + row;
      const std::string id = cell_name(at, ids_), place = "INDEX(" + control_cells + ";MATCH(" + id + ";" + column(ControlColumn::line) + ";0);1)";
      Row line{Formula{"=" + link(place, quoted(key_of(lines_[static_cast<std::size_t>(row)])))}};
      for (int i = 0; i < periods_; ++i) {
        const std::string budget = cell_name(at, budget_ + i), actual = cell_name(at, actual_ + i);
        line.emplace_back(Formula{"=IF(N(" + actual + ")=0;\"\";IF(N(" + budget + ")=0;" + quoted(say(phrase::status_none)) + ";" + actual + "/" +
                                  budget + "))"});
      }
      cells.push_back(std::move(line));
    }
    bottom_ = heat + rows;
    sheet_.write(heat, 0, std::move(cells));
    sheet_.paint(heat, 0, heat, last_column, Style::header);
    sheet_.paint(first_row(), 0, bottom_, 0, Style::text);
    sheet_.paint(first_row(), 1, bottom_, periods_, Style::rate);
    ColourWhere colours{title_, first_row(), 1, bottom_, periods_, {{say(phrase::status_none), Style::adverse}}};
    colours.limits = {{1.1, Style::heat_high}, {1.0 + 1e-9, Style::heat_over}, {0.8, Style::heat_near}, {0.0, Style::heat_low}};
    sheet_.add(std::move(colours));
  }

  void finish() {
    sheet_.width(0, 84);
    for (int column = 1; column <= last_column; ++column) sheet_.width(column, 16);
    PrintSetup print{title_};
    print.bottom = bottom_;
    print.right = last_column;
    print.one_page = true;
    print.header = control_.settings().text("title");
    sheet_.add(NameArea{area_name, title_, 0, 0, bottom_, last_column});
    sheet_.add(std::move(print));
    sheet_.add(Protect{title_});
  }

  const Request& request_;
  ControlBook& control_;
  Language language_;
  tables::Layout layout_;
  Plan plan_;
  std::string title_;
  SheetBuilder sheet_;
  std::set<Nature> natures_;
  std::vector<control::LineNumber> lines_;
  std::size_t tops_ = 0;  ///< lines that lie within no other
  int periods_ = 12, ids_ = 0, keys_ = 0, budget_ = 0, actual_ = 0, trend_ = 0, names_ = 0, steps_ = 0, tree_ = 0, posted_ = 0, bottom_ = 0;
};

}  // namespace

Result<Plan> dashboard(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request.book, request.now.language));
  return Dashboard(request, *control).make();
}

}  // namespace steward::plan
