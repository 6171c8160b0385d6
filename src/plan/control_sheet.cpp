#include "plan/control_sheet.hpp"

#include <array>

#include "ledger/keys.hpp"
#include "plan/control_places.hpp"
#include "plan/formula_parts.hpp"
#include "plan/mixed_parents.hpp"
#include "plan/recovery_block.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/control_sheet.gen.hpp"
#include "words/phrases/report.gen.hpp"

namespace steward::plan {
namespace {

using namespace control_block;
using tables::ControlColumn;

// The formulas of one line. `row` counts from 0.
class LineFormulas {
 public:
  LineFormulas(const Places& places, int row, Language language) : at_(places), row_(row), language_(language) {}

  Formula in(ControlColumn column) const {
    switch (column) {
      case ControlColumn::original:
        return block(at_.original);
      case ControlColumn::supplements:
        return block(at_.of(Stage::supplement));
      case ControlColumn::transfers_in:
        return block(at_.of(Stage::transfer_in));
      case ControlColumn::transfers_out:
        return block(at_.of(Stage::transfer_out));
      case ControlColumn::carried_in:
        return block(at_.of(Stage::carry_forward));
      case ControlColumn::frozen:
        return block(at_.of(Stage::freeze));
      case ControlColumn::precommitted:
        return block(at_.of(Stage::precommitment));
      case ControlColumn::committed:
        return block(at_.of(Stage::commitment));
      case ControlColumn::actual:
        return block(at_.of(Stage::actual));
      case ControlColumn::revised:
        return revised();
      case ControlColumn::available:
        return {"=IF(" + revised_cell() + "=\"\";-" + consumed() + ";" + revised_cell() + "-" + consumed() + "-" +
                cell(ControlColumn::frozen) + "-" + looked_up(at_.awaiting) + ")"};
      case ControlColumn::used:
        return {"=IF(N(" + revised_cell() + ")=0;\"\";" + our_functions + "USED(" + measured() + ";" + revised_cell() + "))"};
      case ControlColumn::execution:
        return {"=IF(N(" + revised_cell() + ")=0;\"\";" + cell(ControlColumn::actual) + "/" + revised_cell() + ")"};
      case ControlColumn::status:
        return status();
      case ControlColumn::pace:
        return pace();
      default:
        return landing();
    }
  }

  // Of a parent over several natures: whether it is over, and nothing else.
  Formula status_without_used() const {
    return {"=IF(" + revised_cell() + "=\"\";" + word(phrase::status_none) + ";IF(AND(" + cell(ControlColumn::nature) + "<>\"revenue\";" +
            over_by(revised_cell() + "-" + tolerance()) + ">0);IF(" + over_by(revised_cell() + "-" + tolerance() + "-" + relief()) + ">0;" +
            word(phrase::status_over) + ";" + word(phrase::status_awaited) + ");\"\"))"};
  }

  // Sought once for a row: every line sought in every column takes minutes on thousands of lines.
  Formula place() const { return {"=MATCH(" + cell(ControlColumn::line) + ";" + at_.lines(at_.ids) + ";0)"}; }

 private:
  std::string cell(ControlColumn column) const {
    return column_name(static_cast<int>(at_.layout.place(column))) + std::to_string(row_ + 1);
  }
  std::string looked_up(int column) const {
    return "INDEX(" + at_.lines(column) + ";$" + column_name(at_.place) + std::to_string(row_ + 1) + ")";
  }
  Formula block(int column) const { return {"=" + looked_up(column)}; }
  std::string revised_cell() const { return cell(ControlColumn::revised); }
  std::string consumed() const {
    return "SUM(" + cell(ControlColumn::precommitted) + ":" + cell(ControlColumn::actual) + ")";
  }
  std::string is_revenue() const { return cell(ControlColumn::nature) + "=\"revenue\""; }
  // Of revenue what came in, else what was consumed.
  std::string measured() const {
    return "IF(" + is_revenue() + ";" + cell(ControlColumn::actual) + ";" + consumed() + ")";
  }
  std::string word(Phrase phrase) const { return quoted(text(phrase, language_)); }

  Formula revised() const {
    const std::string changes = "SUM(" + cell(ControlColumn::supplements) + ":" + cell(ControlColumn::transfers_in) +
                                ")-" + cell(ControlColumn::transfers_out) + "+" + cell(ControlColumn::carried_in);
    return {"=IF(AND(" + cell(ControlColumn::original) + "=\"\";" + changes + "=0);\"\";N(" +
            cell(ControlColumn::original) + ")+" + changes + ")"};
  }

  // What the default rule lets pass beyond the budget.
  std::string tolerance() const {
    const std::string share = cell_name(0, at_.checks), amount = cell_name(1, at_.checks),
                      mode = cell_name(2, at_.checks);
    const std::string part = share + "*" + revised_cell();
    return "IF(AND(" + share + "=\"\";" + amount + "=\"\");0;IF(" + share + "=\"\";" + amount + ";IF(" + amount +
           "=\"\";" + part + ";IF(" + mode + "=\"higher\";MAX(" + amount + ";" + part + ");MIN(" + amount + ";" + part +
           ")))))";
  }

  Formula status() const {
    const std::string levels =
        looked_up(at_.levels) + ";" + looked_up(at_.levels + 1) + ";" + looked_up(at_.levels + 2);
    const std::string ratio =
        "IF(" + is_revenue() + ";N(" + cell(ControlColumn::pace) + ");" + cell(ControlColumn::used) + ")";
    const std::string level = our_functions + "LEVEL(" + ratio + ";" + levels + ";0;" + cell(ControlColumn::nature) + ")";
    const std::string words = word(phrase::status_fine) + ";" + word(phrase::status_yellow) + ";" +
                              word(phrase::status_orange) + ";" + word(phrase::status_red) + ";" +
                              word(phrase::status_over);
    const std::string by_level = "CHOOSE(" + level + "+1;" + words + ")", nature = cell(ControlColumn::nature);
    const std::string of_nothing = "IF(" + consumed() + ">0;" + over_or_awaited("0") + ";" + word(phrase::status_none) + ")";
    const std::string above = "IF(" + over_by(revised_cell() + "-" + tolerance()) + "<=0;" + word(phrase::status_within) + ";" +
                              over_or_awaited(revised_cell() + "-" + tolerance()) + ")";
    return {"=IF(" + revised_cell() + "=\"\";" + word(phrase::status_none) + ";IF(" + revised_cell() + "=0;" + of_nothing + ";IF(AND(" +
            revised_cell() + "<0;OR(" + nature + "=\"expense\";" + nature + "=\"asset\"));" + status_of_recovery() + ";IF(AND(" + nature +
            "<>\"revenue\";" + over_by(revised_cell()) + ">0);" + above + ";" + by_level + "))))"};
  }

  std::string over_by(const std::string& limit) const { return "ROUND(" + consumed() + "-" + limit + ";6)"; }
  std::string relief() const { return "N(" + looked_up(at_.relief) + ")"; }
  // Recoveries below the line that are not in yet leave it room.
  std::string over_or_awaited(const std::string& limit) const {
    return "IF(" + over_by(limit + "-" + relief()) + ">0;" + word(phrase::status_over) + ";" + word(phrase::status_awaited) + ")";
  }
  // What comes back is measured as income is, by attainment to date.
  std::string status_of_recovery() const {
    const std::string pace = cell(ControlColumn::pace);
    return "IF(ISNUMBER(" + pace + ");IF(" + our_functions + "LEVEL(" + pace + ";;;;;\"revenue\")>0;" + word(phrase::status_short) + ";" +
           word(phrase::status_fine) + ");" + word(phrase::status_fine) + ")";
  }

  Formula pace() const {
    const std::string phased = looked_up(at_.to_date) + "+" + looked_up(at_.to_date + 1) + "*" + cell_name(2, at_.keys);
    return {"=IF(ROUND(" + phased + ";6)=0;\"\";" + looked_up(at_.actual_to_date()) + "/(" + phased + "))"};
  }

  // At the pace so far, and never less than what is spent and committed, or has come back, already.
  Formula landing() const {
    const std::string pace = cell(ControlColumn::pace), at_pace = consumed() + ";" + pace + "*" + revised_cell();
    return {"=IF(OR(" + revised_cell() + "=\"\";" + pace + "=\"\");" + consumed() + ";IF(" + revised_cell() + "<0;MIN(" + at_pace + ");MAX(" +
            at_pace + ")))"};
  }

  const Places& at_;
  int row_;
  Language language_;
};

constexpr std::array computed{
    ControlColumn::original,   ControlColumn::supplements, ControlColumn::transfers_in, ControlColumn::transfers_out,
    ControlColumn::carried_in, ControlColumn::revised,     ControlColumn::frozen,       ControlColumn::precommitted,
    ControlColumn::committed,  ControlColumn::actual,      ControlColumn::available,    ControlColumn::used,
    ControlColumn::execution,  ControlColumn::status,      ControlColumn::pace,         ControlColumn::landing};

constexpr std::array by_stage{std::pair(ControlColumn::supplements, Stage::supplement), std::pair(ControlColumn::transfers_in, Stage::transfer_in),
                              std::pair(ControlColumn::transfers_out, Stage::transfer_out), std::pair(ControlColumn::carried_in, Stage::carry_forward),
                              std::pair(ControlColumn::frozen, Stage::freeze), std::pair(ControlColumn::precommitted, Stage::precommitment),
                              std::pair(ControlColumn::committed, Stage::commitment), std::pair(ControlColumn::actual, Stage::actual)};

std::vector<Row> line_rows(const ControlSheet& content, const Places& at) {
  std::vector<Row> rows;
  for (const auto& line : content.lines) {
    Row row(at.layout.width());
    row[at.layout.place(ControlColumn::line)] = line.id;
    for (std::size_t d = 0; d < line.key.size(); ++d)
      if (!line.key[d].empty()) row[at.layout.place(ControlColumn::dimensions) + d] = line.key[d];
    row[at.layout.place(ControlColumn::nature)] = std::string(code_of(line.nature));
    if (!line.owner.empty()) row[at.layout.place(ControlColumn::owner)] = line.owner;
    rows.push_back(std::move(row));
  }
  return rows;
}

// The computed columns of all lines. A line without a budget keeps its original blank: no budget is not 0.
void write_formulas(SheetBuilder& sheet, const ControlSheet& content, const Places& at, Language language) {
  const int first = static_cast<int>(at.layout.place(computed.front())), lines = static_cast<int>(content.lines.size());
  const LineFormulas formulas(at, at.first, language);
  FillDown fill{sheet.title(), at.first, first, lines, {}};
  for (const auto column : computed) fill.formulas.push_back(formulas.in(column));
  sheet.add(FillDown{sheet.title(), at.first, at.place, lines, {formulas.place()}});
  sheet.paint(at.first, at.place, at.last, at.place, Style::note);
  sheet.add(std::move(fill));
  for (int line = 0; line < lines;) {
    int end = line;
    while (end < lines && !content.is_budgeted[static_cast<std::size_t>(end)]) ++end;
    if (end > line) sheet.write(at.first + line, first, std::vector<Row>(static_cast<std::size_t>(end - line), Row(1)));
    line = end + 1;
  }
}

// A parent over lines of several natures counts its own alone, and shows no used % nor what follows from it: its figures
// are taken from the block without the subtrees of another nature.
void write_mixed_parents(SheetBuilder& sheet, control::LineBook& lines, const Places& at, Language language) {
  for (const MixedParent& parent : mixed_parents(lines)) {
    const int row = at.first + static_cast<int>(parent.line);
    const LineFormulas formulas(at, row, language);
    const auto set = [&](ControlColumn column, Formula formula) {
      sheet.write(row, static_cast<int>(at.layout.place(column)), {{std::move(formula)}});
    };
    for (const auto& [column, stage] : by_stage) set(column, {sum_of_parts(parent, at.of(stage), at.first)});
    for (const auto column : {ControlColumn::used, ControlColumn::execution, ControlColumn::pace, ControlColumn::landing})
      set(column, {"=\"\""});
    set(ControlColumn::status, formulas.status_without_used());
  }
}

// Ids and keys of the block, its header, and the two rows for what no line takes and for everything.
void write_block_frame(SheetBuilder& sheet, const ControlSheet& content, const Places& at, Language language) {
  std::vector<Row> rows(1);
  rows[0].emplace_back(std::string(tables::control_columns[0].header(language)));
  for (const auto& name : content.dimensions) rows[0].emplace_back(name);
  rows[0].emplace_back(std::string(code_of(VersionKind::original)));
  for (const Stage stage : stages) {
    rows[0].emplace_back(std::string(code_of(stage)));
    rows[0].emplace_back(std::string(code_of(stage)) + "/" + std::string(text(phrase::report_to_date, language)));
  }
  for (const auto& line : content.lines) {
    Row row{line.id};
    for (const auto& key : line.key) row.push_back(key.empty() ? Content(Blank{}) : Content(key));
    rows.push_back(std::move(row));
  }
  for (const char* mark : {"?", "*"}) rows.push_back({std::string(mark), std::string(mark)});
  sheet.paint(control_header_row, at.ids, control_header_row, at.checks - 1, Style::note);
  sheet.paint(at.first, at.ids, at.last + 2, at.keys + static_cast<int>(content.dimensions.size()) - 1, Style::note);
  sheet.paint(at.first, at.original, at.last + 2, at.to_date + 1, Style::amount);
  sheet.write(control_header_row, at.ids, std::move(rows));
}

// As-of date, its period, the share of it that has passed, and the stretches that the to-date columns cover.
void write_dates(SheetBuilder& sheet, const Places& at, Language language) {
  const std::string as_of = cell_name(0, at.keys), label = cell_name(1, at.keys);
  const std::string calendar = setting_cell("start_month") + ";" + setting_cell("pattern") + ";" + setting_cell("year");
  const std::string start = our_functions + "PERIODSTART(" + label + ";" + calendar + ")",
                    end = our_functions + "PERIODEND(" + label + ";" + calendar + ")";
  const std::string year = our_functions + "PERIODSTART(LEFT(" + label + ";6);" + calendar + ")";
  sheet.write(0, at.ids,
              {{std::string(text(phrase::as_of_date, language)), Formula{"=" + setting_cell("as_of")}},
               {std::string(tables::ledger_columns[3].header(language)),
                Formula{"=" + our_functions + "PERIOD(" + as_of + ";" + calendar + ")"}},
               {std::string("%"), Formula{"=" + our_functions + "ELAPSED(" + as_of + ";" + start + ";" + end + ")"}}});
  sheet.paint(0, at.keys, 0, at.keys, Style::date);
  sheet.write(1, at.to_date, {{Formula{"=" + year}, Formula{"=" + start}}, {Formula{"=" + start + "-1"}, Formula{"=" + as_of}}});
  sheet.paint(1, at.to_date, 2, at.to_date + 1, Style::date);
  // Without a day to look from, what is there to date stays blank; the balances do not depend on it.
  sheet.write(1, at.periods(), {{std::string("*"), Formula{"=IFERROR(" + year + ";\"\")"}}, {Content(Blank{}), Formula{"=IFERROR(" + as_of + ";\"\")"}}});
  sheet.paint(1, at.periods() + 1, 2, at.periods() + 1, Style::date);
}

void write_arrays(SheetBuilder& sheet, const ControlSheet& content, const Places& at, Language language) {
  const int rows = at.last + 2 - at.first + 1, d = static_cast<int>(content.dimensions.size());
  const std::string ids = at.lines_and_rest(at.ids, at.ids), keys = at.lines_and_rest(at.keys, at.keys + d - 1);
  const std::string fields = range_name(control_header_row, at.keys, control_header_row, at.keys + d - 1);
  const std::string kinds = range_name(1, at.original, 1, at.original + 1);
  // The header as the table has it: the sheet may be written anew in another language than the one it was set up in.
  sheet.write(1, at.original, {{Formula{"=" + header_cell(tables::VersionsColumn::kind, content.dimensions.size())}, std::string(code_of(VersionKind::original))}});
  const auto fill = [&](int column, int columns, const std::string& formula) {
    sheet.add(WriteArray{sheet.title(), at.first, column, rows, columns, formula});
  };
  std::string tree;
  if (content.tree.rows() > 0) {
    std::vector<Row> pairs;
    for (std::size_t i = 0; i < content.tree.rows(); ++i)
      pairs.push_back({ledger::key_text(content.tree.at(i, 0)), ledger::key_text(content.tree.at(i, 1))});
    const int end = at.first + static_cast<int>(pairs.size()) - 1;
    sheet.write(at.first, at.tree, std::move(pairs));
    tree = ";" + range_name(at.first, at.tree, end, at.tree + 1);
  }
  const std::string versions = "=" + our_functions + "ACTUALS(" + tables::versions.cells() + ";" + ids + ";";
  fill(at.original, 1, versions + "\"*\";\"line\";\"actual\";;" + kinds + ")");
  const std::string periods = range_name(1, at.periods(), 2, at.periods() + 1);
  fill(at.balances, 2 * static_cast<int>(stages.size()),
       "=" + our_functions + "ACTUALS(" + tables::ledger.cells() + ";" + keys + ";" + periods + ";" + fields + ";" + array_of(stages) + tree + ")");
  fill(at.to_date, 2, versions + range_name(1, at.to_date, 2, at.to_date + 1) + ";\"line\";\"actual\";;" + kinds + ")");
  using tables::RequestsColumn;
  const auto request = [&](RequestsColumn column) { return whole_column(column, content.dimensions.size()); };
  sheet.write(control_header_row, at.awaiting, {{std::string(text(phrase::awaiting_transfers, language))}});
  sheet.paint(control_header_row, at.awaiting, control_header_row, at.awaiting, Style::note);
  sheet.paint(at.first, at.awaiting, at.last, at.awaiting, Style::amount);
  sheet.add(WriteArray{sheet.title(), at.first, at.awaiting, static_cast<int>(content.lines.size()), 1,
                       "=SUMIFS(" + request(RequestsColumn::amount) + ";" + request(RequestsColumn::type) + ";" + quoted(code_of(RequestType::transfer)) +
                           ";" + request(RequestsColumn::state) + ";" + quoted(code_of(RequestState::open)) + ";" +
                           request(RequestsColumn::line) + ";" + at.lines(at.ids) + ")"});
  const auto rule_place = [](tables::RulesColumn column) {
    return static_cast<int>(tables::Layout(tables::rules, 0).place(column)) + 1;
  };
  const int line = rule_place(tables::RulesColumn::line), red = rule_place(tables::RulesColumn::red);
  const std::string rules = tables::rules.cells();
  for (int i = 0; i < 3; ++i) {
    const int column = rule_place(tables::RulesColumn::yellow) + i;
    sheet.add(WriteArray{sheet.title(), at.first, at.levels + i, static_cast<int>(content.lines.size()), 1,
                         "=IFERROR(VLOOKUP(" + at.lines(at.ids) + ";INDEX(" + rules + ";0;" + std::to_string(line) +
                             "):INDEX(" + rules + ";0;" + std::to_string(red) + ");" +
                             std::to_string(column - line + 1) + ";0);INDEX(" + rules + ";2;" + std::to_string(column) +
                             "))"});
  }
}

// Sums that must agree when no row was lost: all postings, all approved figures, the lines.
void write_checks(SheetBuilder& sheet, const ControlSheet& content, const Places& at, Language language) {
  const std::size_t d = content.dimensions.size();
  const auto rule = [&](tables::RulesColumn column) {
    const std::string cell =
        "INDEX(" + tables::rules.cells() + ";2;" + std::to_string(tables::Layout(tables::rules, 0).place(column) + 1) + ")";
    return Formula{"=IF(ISBLANK(" + cell + ");\"\";" + cell + ")"};
  };
  using tables::RulesColumn;
  std::string all;
  for (const Stage stage : stages) all += (all.empty() ? "" : ";") + cell_name(at.last + 2, at.of(stage));
  const std::string everything = cell_name(at.last + 2, at.original), unlisted = cell_name(at.last + 1, at.original);
  const std::string approved = "SUMIFS(" + whole_column(tables::VersionsColumn::amount, d) + ";" +
                               whole_column(tables::VersionsColumn::kind, d) + ";\"original\")";
  const int own = static_cast<int>(at.layout.place(ControlColumn::original));
  const std::string ledger = "=SUM(" + whole_column(tables::LedgerColumn::amount, d) + ")-SUM(" + all + ")";
  const std::string versions = "=" + approved + "-SUM(" + at.lines(own) + ")-" + unlisted;
  const std::string lines = "=ROWS(" + tables::control.cells() + ")-2-" + std::to_string(content.lines.size()) + "+ROUND(" + approved +
                            "-" + everything + ";6)";
  sheet.write(0, at.checks,
              {{rule(RulesColumn::tolerance_pct), Formula{ledger}},
               {rule(RulesColumn::tolerance_amount), Formula{versions}},
               {rule(RulesColumn::tolerance_mode), Formula{lines}}});
  const std::string differences = range_name(0, at.checks + 1, 2, at.checks + 1);
  const std::string agree = "=IF(SUMPRODUCT(ABS(" + differences + "))<0.005;" +
                            quoted(text(phrase::checks_agree, language)) + ";" +
                            quoted(text(phrase::checks_differ, language)) + ")";
  std::string rest;
  for (const Stage stage : {Stage::precommitment, Stage::commitment, Stage::actual})
    rest += (rest.empty() ? "" : ";") + cell_name(at.last + 1, at.of(stage));
  sheet.write(2, 0,
              {{std::string(text(phrase::check_totals, language)), Formula{agree},
                std::string(text(phrase::unbudgeted_total, language)), Formula{"=SUM(" + rest + ")"}}});
  sheet.paint(2, 0, 2, 2, Style::note);
  sheet.paint(2, 3, 2, 3, Style::amount);
  sheet.add(ColourWhere{sheet.title(), 2, 1, 2, 1, {{std::string(text(phrase::checks_differ, language)), Style::adverse}}});
}

void colour(SheetBuilder& sheet, const Places& at, Language language) {
  const int status = static_cast<int>(at.layout.place(ControlColumn::status));
  ColourWhere colours{sheet.title(), at.first, status, at.last, status, {}};
  for (const Phrase word : {phrase::status_over, phrase::status_red, phrase::status_orange, phrase::status_short})
    colours.words.emplace_back(text(word, language), Style::adverse);
  colours.words.emplace_back(text(phrase::status_fine, language), Style::favourable);
  sheet.add(std::move(colours));
}

void write_lines(SheetBuilder& sheet, const ControlSheet& content, const Places& at, Language language) {
  control::LineBook lines(content.lines, content.tree);
  write_formulas(sheet, content, at, language);
  write_mixed_parents(sheet, lines, at, language);
  write_recoveries(sheet, content, lines, at);
}

}  // namespace

void renew_formulas(SheetBuilder& sheet, const ControlSheet& content, Language language) {
  write_lines(sheet, content, Places(content.lines.size(), content.dimensions.size()), language);
}

void add_control_sheet(SheetBuilder& sheet, const ControlSheet& content, Language language) {
  const Places at(content.lines.size(), content.dimensions.size());
  sheet.write(0, 0,
              {{filled(phrase::control_title, language, std::vector{content.title})},
               {filled(phrase::control_subtitle, language, std::vector{std::to_string(content.year), content.unit})}});
  sheet.paint(0, 0, 0, 0, Style::title);
  sheet.paint(1, 0, 1, 0, Style::subtitle);
  write_block_frame(sheet, content, at, language);
  write_dates(sheet, at, language);
  // Before the rows that read them: an array that is entered later tells each of its readers for every one of its cells.
  write_arrays(sheet, content, at, language);
  sheet.table({&tables::control, content.dimensions, line_rows(content, at), control_header_row});
  sheet.width(0, 27);  // the words of the check totals stand above the ids
  write_lines(sheet, content, at, language);
  for (const auto column : {ControlColumn::owner, ControlColumn::note}) {
    const int place = static_cast<int>(at.layout.place(column));
    sheet.paint(at.first, place, at.last, place, Style::input);
  }
  write_checks(sheet, content, at, language);
  colour(sheet, at, language);
  sheet.finish(at.last + 1, static_cast<int>(at.layout.width()) - 1, 0, control_header_row);
}

}  // namespace steward::plan
