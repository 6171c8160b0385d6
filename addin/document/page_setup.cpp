#include "document/page_setup.hpp"

#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>

namespace steward::document {
namespace {

// A4 in hundredths of a millimetre.
constexpr sal_Int32 short_edge = 21000, long_edge = 29700, margin = 1500;

void append_field(const Book& book, const Reference<css::text::XText>& text, const char* field) {
  const auto content = made_by<css::text::XTextContent>(book.document(), field);
  text->insertTextContent(text->getEnd(), content, false);
}

void write_header_footer(const Book& book, const css::uno::BaseReference& style, const plan::PrintSetup& setup) {
  for (const char* side : {"HeaderIsOn", "FooterIsOn"}) set_property(style, side, Any(true));
  const auto header = property<Reference<css::sheet::XHeaderFooterContent>>(style, "RightPageHeaderContent");
  header->getCenterText()->setString(rtl::OUString());
  header->getLeftText()->setString(to_office(setup.header));
  set_property(style, "RightPageHeaderContent", Any(header));
  const auto footer = property<Reference<css::sheet::XHeaderFooterContent>>(style, "RightPageFooterContent");
  footer->getCenterText()->setString(rtl::OUString());
  footer->getLeftText()->setString(to_office(setup.footer));
  const auto right = footer->getRightText();
  append_field(book, right, "com.sun.star.text.TextField.PageNumber");
  right->insertString(right->getEnd(), " / ", false);
  append_field(book, right, "com.sun.star.text.TextField.PageCount");
  set_property(style, "RightPageFooterContent", Any(footer));
}

void write_paper(const css::uno::BaseReference& style, bool landscape, bool one_page) {
  set_property(style, "IsLandscape", Any(landscape));
  set_property(style, "Width", Any(landscape ? long_edge : short_edge));
  set_property(style, "Height", Any(landscape ? short_edge : long_edge));
  for (const char* side : {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"}) set_property(style, side, Any(margin));
  set_property(style, "ScaleToPagesX", Any(sal_Int16(1)));
  set_property(style, "ScaleToPagesY", Any(static_cast<sal_Int16>(one_page ? 1 : 0)));
  set_property(style, "CenterHorizontally", Any(true));
}

}  // namespace

void set_up_page(const Book& book, const plan::PrintSetup& setup) {
  const auto sheet = book.sheet(setup.sheet);
  const auto families = as<css::style::XStyleFamiliesSupplier>(book.document())->getStyleFamilies();
  const auto pages = as<css::container::XNameContainer>(families->getByName("PageStyles").get<Reference<css::uno::XInterface>>());
  const auto name = to_office("Steward " + setup.sheet);
  if (!pages->hasByName(name))
    pages->insertByName(name, Any(made_by<css::uno::XInterface>(book.document(), "com.sun.star.style.PageStyle")));
  const auto style = pages->getByName(name).get<Reference<css::uno::XInterface>>();
  write_paper(style, setup.landscape, setup.one_page);
  write_header_footer(book, style, setup);
  set_property(sheet, "PageStyle", Any(name));

  const auto areas = as<css::sheet::XPrintAreas>(sheet);
  const auto area = sheet->getCellRangeByPosition(0, 0, setup.right, setup.bottom);
  areas->setPrintAreas(sequence<css::table::CellRangeAddress>(as<css::sheet::XCellRangeAddressable>(area)->getRangeAddress()));
  if (setup.repeat_bottom >= setup.repeat_top) {
    const auto rows = sheet->getCellRangeByPosition(0, setup.repeat_top, 0, setup.repeat_bottom);
    areas->setTitleRows(as<css::sheet::XCellRangeAddressable>(rows)->getRangeAddress());
    areas->setPrintTitleRows(true);
  }
}

}  // namespace steward::document
