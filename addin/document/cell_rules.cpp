#include "document/cell_rules.hpp"

#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/ValidationAlertStyle.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>

#include "document/styles.hpp"
#include "document/unlocked.hpp"
#include "plan/formula_parts.hpp"

namespace steward::document {
namespace {

// Of cells that hold the text.
void add_style(const Reference<css::sheet::XSheetConditionalEntries>& entries, const std::string& text, const rtl::OUString& style) {
  entries->addNew(properties(named("Operator", Any(css::sheet::ConditionOperator_EQUAL)), named("Formula1", Any(to_office(plan::quoted(text)))),
                             named("StyleName", Any(style))));
}

}  // namespace

void colour_where(const Book& book, const plan::ColourWhere& edit) {
  const auto range = book.range(edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right});
  const auto entries = property<Reference<css::sheet::XSheetConditionalEntries>>(range, "ConditionalFormat");
  for (const auto& [text, style] : edit.words) add_style(entries, text, Styles::name(style));
  for (const auto& [limit, style] : edit.limits) {
    // A text is above every number, for Calc.
    const auto cell = property<rtl::OUString>(range->getCellRangeByPosition(0, 0, 0, 0), "AbsoluteName").replaceAll("$", rtl::OUString());
    const auto condition = "AND(ISNUMBER(" + cell.copy(cell.lastIndexOf('.') + 1) + ");" + cell.copy(cell.lastIndexOf('.') + 1) + ">=" +
                           rtl::OUString::number(limit) + ")";
    entries->addNew(properties(named("Operator", Any(css::sheet::ConditionOperator_FORMULA)), named("Formula1", Any(condition)),
                               named("SourcePosition", Any(as<css::sheet::XCellAddressable>(range->getCellByPosition(0, 0))->getCellAddress())),
                               named("StyleName", Any(Styles::name(style)))));
  }
  set_property(range, "ConditionalFormat", Any(entries));
}

void show_words(const Book& book, const plan::ShowWords& edit) {
  const auto range = book.range(edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right});
  const auto entries = property<Reference<css::sheet::XSheetConditionalEntries>>(range, "ConditionalFormat");
  for (const auto& [code, word] : edit.words) add_style(entries, code, Styles::name_of_word(word));
  set_property(range, "ConditionalFormat", Any(entries));
}

void warn_when_typed(const Book& book, const plan::WarnWhenTyped& edit) {
  const auto range = book.range(edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right});
  const Unlocked unlocked(book.sheet(edit.sheet));
  const auto validation = property<Reference<css::beans::XPropertySet>>(range, "Validation");
  set_property(validation, "Type", Any(css::sheet::ValidationType_CUSTOM));
  set_property(validation, "ErrorAlertStyle", Any(css::sheet::ValidationAlertStyle_WARNING));
  set_property(validation, "ShowErrorMessage", Any(true));
  set_property(validation, "ErrorTitle", Any(to_office(edit.title)));
  set_property(validation, "ErrorMessage", Any(to_office(edit.message)));
  const auto condition = as<css::sheet::XSheetCondition>(validation);
  condition->setOperator(css::sheet::ConditionOperator_FORMULA);  // of any other operator a custom rule lets nothing pass
  condition->setFormula1(to_office(edit.formula));
  condition->setSourcePosition(as<css::sheet::XCellAddressable>(range->getCellByPosition(0, 0))->getCellAddress());
  set_property(range, "Validation", Any(validation));
}

}  // namespace steward::document
