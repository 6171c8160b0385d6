#include "plan/self_test_report.hpp"

#include <algorithm>

#include "plan/answer.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/self_test.gen.hpp"

namespace steward::plan {
namespace {

constexpr int header_row = 9, columns = 7;

Table answer_of(std::span<const audit::Tried> cases) {
  Table answer = answer_with({"function", "case", "formula", "expected", "found", "passed", "source"});
  for (const auto& one : cases)
    answer.append({one.function, one.name, one.formula, one.expected, one.found, one.passed ? 1.0 : 0.0, one.source});
  return answer;
}

std::string word(Phrase phrase, Language language) { return std::string(text(phrase, language)); }

std::vector<Row> head(std::span<const audit::Tried> cases, const Installation& installation, const Circumstances& now) {
  const auto passed = static_cast<double>(std::ranges::count(cases, true, &audit::Tried::passed));
  const auto all = static_cast<double>(cases.size());
  const auto said = [&](Phrase phrase, Content content) { return Row{word(phrase, now.language), std::move(content)}; };
  return {{word(phrase::self_test_title, now.language), Blank{}},
          said(phrase::self_test_date, now.today),
          said(phrase::self_test_steward, installation.steward),
          said(phrase::self_test_office, installation.office),
          said(phrase::self_test_system, installation.system),
          said(phrase::self_test_user, now.user + " @ " + now.machine),
          said(phrase::self_test_cases, all),
          said(phrase::self_test_passed, passed),
          said(phrase::self_test_failed, all - passed)};
}

std::vector<Row> body(std::span<const audit::Tried> cases, Language language) {
  std::vector<Row> rows{{}};
  for (const Phrase title : {phrase::self_test_function, phrase::self_test_case, phrase::self_test_formula, phrase::self_test_expected,
                             phrase::self_test_found, phrase::self_test_verdict, phrase::self_test_source})
    rows.front().emplace_back(word(title, language));
  for (const auto& one : cases)
    rows.push_back({"BUDGET." + one.function, one.name, one.formula, one.expected, one.found,
                    word(one.passed ? phrase::self_test_pass : phrase::self_test_fail, language), one.source});
  return rows;
}

}  // namespace

Plan self_test_report(std::span<const audit::Tried> cases, const Installation& installation, const Circumstances& now) {
  Plan plan;
  plan.name = phrase::command_self_test;
  plan.answer = answer_of(cases);
  const std::string title = word(phrase::self_test_sheet, now.language);
  plan.edits.emplace_back(AddSheet{title});
  SheetBuilder sheet(plan.edits, title, now.language);
  const int bottom = header_row + static_cast<int>(cases.size());
  sheet.paint(0, 0, 0, 0, Style::title);
  sheet.paint(1, 0, header_row - 1, 0, Style::label);
  sheet.paint(1, 1, 1, 1, Style::date);
  sheet.paint(header_row, 0, header_row, columns - 1, Style::header);
  sheet.paint(header_row + 1, 0, bottom, columns - 1, Style::text);
  int column = 0;
  for (const double width : {45.0, 62.0, 90.0, 45.0, 45.0, 18.0, 60.0}) sheet.width(column++, width);
  sheet.write(0, 0, head(cases, installation, now));
  sheet.write(header_row, 0, body(cases, now.language));
  sheet.add(ColourWhere{title, header_row + 1, 5, bottom, 5, {{word(phrase::self_test_fail, now.language), Style::adverse}}});
  sheet.add(Freeze{title, header_row + 1, 1});
  sheet.finish(bottom, columns - 1, header_row, header_row);
  plan.file_sheet = title;
  const auto failed = std::to_string(std::ranges::count(cases, false, &audit::Tried::passed));
  plan.message = filled(phrase::self_test_done, now.language, {{std::to_string(cases.size()), failed}});
  return plan;
}

}  // namespace steward::plan
