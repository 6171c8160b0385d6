#include "plan/dashboard.hpp"

#include <algorithm>
#include <array>

#include "plan/answer.hpp"
#include "plan/dashboard_sheet.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/dashboard.gen.hpp"

namespace steward::plan {

using namespace dashboard_places;
using tables::ControlColumn;

namespace {

constexpr const char* area_name = "steward_dashboard";
constexpr int used_column = 7;

}  // namespace

DashboardSheet::DashboardSheet(const Request& request, ControlBook& control)
    : request_(request), control_(control), language_(request.now.language), title_(sheet_title()), sheet_(plan_.edits, title_, language_) {}

Result<Plan> DashboardSheet::make() {
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
  way_back();
  plan_.answer = answer_with({"what", "value"});
  plan_.answer.append({std::string("lines"), static_cast<double>(lines_.size())});
  plan_.answer.append({std::string("summed"), static_cast<double>(tops_)});
  plan_.message = say(phrase::dashboard_done, {title_});
  return std::move(plan_);
}

const workbook::NamedArea* DashboardSheet::earlier() const {
  const auto found = std::ranges::find(request_.book.names, std::string(area_name), &workbook::NamedArea::name);
  return found == request_.book.names.end() ? nullptr : &*found;
}

std::string DashboardSheet::sheet_title() const {
  const auto* old = earlier();
  return old ? request_.book.sheets[static_cast<std::size_t>(old->area.sheet)].name()
             : free_title(request_.book, say(phrase::dashboard_sheet));
}

void DashboardSheet::remove_earlier() {
  if (!earlier()) return;
  plan_.edits.push_back(RemoveName{area_name});
  plan_.edits.push_back(RemoveSheet{title_});
}

// Where no line lies within another, the sum over the natures; else over the outermost lines one by one.
std::string DashboardSheet::sum(ControlColumn wanted) const {
  if (tops_ < lines_.size()) return "SUMPRODUCT(SUMIF(" + column(ControlColumn::line) + ";" + tops(ids_) + ";" + column(wanted) + "))";
  std::string formula;
  for (const Nature nature : natures_)
    formula += (formula.empty() ? "" : "+") + std::string("SUMIFS(") + column(wanted) + ";" + column(ControlColumn::nature) + ";\"" +
               std::string(code_of(nature)) + "\")";
  return formula;
}

// The outermost lines first, the largest budget first among them: the order of blocks and heat map.
void DashboardSheet::choose_lines() {
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

void DashboardSheet::place_blocks() {
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

void DashboardSheet::head() {
  const auto unit = control_.policy().currency.empty() ? say(phrase::currency_unit) : control_.policy().currency;
  sheet_.write(0, 0, {{say(phrase::dashboard_title, {control_.settings().text("title")})},
                      {Formula{"=" + quoted(say(phrase::dashboard_subtitle, {unit})) + "&TEXT(" + as_of() + ";\"YYYY-MM-DD\")"}}});
  sheet_.paint(0, 0, 0, 0, Style::title);
  sheet_.paint(1, 0, 1, 0, Style::subtitle);
}

// Seven figures: one above the names, the others across two columns each.
void DashboardSheet::headline_figures() {
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
void DashboardSheet::lines_at_risk() {
  const int rows = static_cast<int>(control_.lines().size()) + 2;
  const std::string used = column(ControlColumn::used), available = column(ControlColumn::available), revised = column(ControlColumn::revised);
  const std::string number = "IF(ISNUMBER(" + available + ");" + available + ";0)";
  const std::string measure = "IF(" + number + "<0;1000+IF(ISNUMBER(" + revised + ");IF(" + revised + ">0;-" + number + "/" + revised +
                              ";0);0);IF(ISNUMBER(" + used + ");" + used + ";0))";
  sheet_.add(WriteArray{title_, heat, block, rows, 1,
                        "=IF(" + column(ControlColumn::nature) + "=\"revenue\";-1;" + measure + "-ROW(" + used + ")/10^9)"});
  const std::string ranks = range_name(heat, block, heat + rows - 1, block);
  const int first = risks + 1, last = risks + risks_shown;
  std::vector<Row> cells{risk_header()};
  for (int k = 1; k <= risks_shown; ++k) cells.push_back(risk_row(k, ranks));
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

Row DashboardSheet::risk_header() const {
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
Row DashboardSheet::risk_row(int k, const std::string& ranks) const {
  const std::string value = "LARGE(" + ranks + ";" + std::to_string(k) + ")", row = "MATCH(" + value + ";" + ranks + ";0)";
  const auto shown = [&](const std::string& formula) { return Formula{"=IFERROR(IF(" + value + "<=0;\"\";" + formula + ");\"\")"}; };
  const auto of = [&](ControlColumn wanted) { return table_cells(wanted, control_.dimensions().size(), row); };
  const tables::Layout layout(tables::control, control_.dimensions().size());
  std::string name;
  for (std::size_t d = 0; d < control_.dimensions().size(); ++d)
    name += (d == 0 ? "" : "&\" / \"&") + std::string("INDEX(" + tables::control.cells() + ";") + row + ";" +
            std::to_string(layout.place(ControlColumn::dimensions) + d + 1) + ")";
  Row cells(static_cast<std::size_t>(ids_) + 1);
  cells[0] = shown(link(of(ControlColumn::line), name));
  cells[1] = shown(of(ControlColumn::owner) + "&\"\"");
  cells[3] = shown(of(ControlColumn::revised));
  cells[5] = shown(of(ControlColumn::available));
  cells[7] = shown(of(ControlColumn::used));
  cells[8] = shown(of(ControlColumn::status));
  cells[10] = shown(of(ControlColumn::landing));
  cells[12] = shown(postings_of(of(ControlColumn::line)));
  cells[static_cast<std::size_t>(ids_)] = shown(of(ControlColumn::line));
  return cells;
}

std::string DashboardSheet::postings_of(const std::string& line) const {
  return "HYPERLINK(\"org.steward.budget:postings.\"&" + line + ";" + quoted("▸ " + say(phrase::dashboard_postings)) + ")";
}

// Above the lines of Control, to which the dashboard leads.
void DashboardSheet::way_back() {
  const auto* control = request_.book.table(tables::control.name);
  if (!control) return;
  constexpr int row = 2, column = 4;  // beside the check totals
  const auto& title = request_.book.sheets[static_cast<std::size_t>(control->area.sheet)].name();
  const std::string here = link(std::string("INDEX(") + area_name + ";1;1)", quoted("◂ " + say(phrase::dashboard_sheet)));
  plan_.edits.push_back(Write{title, row, column, Block(1, 1, Formula{"=IFERROR(" + here + ";\"\")"})});
  plan_.edits.push_back(Paint{title, row, column, row, column, Style::note});
}

void DashboardSheet::finish() {
  sheet_.width(0, 84);
  for (int column = 1; column <= last_column; ++column) sheet_.width(column, column == used_column ? 28 : 16);
  PrintSetup print{title_};
  print.bottom = bottom_;
  print.right = last_column;
  print.one_page = true;
  print.header = control_.settings().text("title");
  sheet_.add(NameArea{area_name, title_, 0, 0, bottom_, last_column});
  sheet_.add(std::move(print));
  sheet_.add(Protect{title_});
}

Result<Plan> dashboard(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  return DashboardSheet(request, *control).make();
}

}  // namespace steward::plan
