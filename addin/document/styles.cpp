#include "document/styles.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <deque>

#include "document/unlocked.hpp"

namespace steward::document {
namespace {

using css::table::CellHoriJustify;
using plan::Style;

constexpr sal_Int32 automatic = -1;  // the office's own colour, right on light and on dark
// With high contrast the office leaves papers out and keeps inks: each ink is readable on white and on black.
constexpr sal_Int32 teal = 0x287B75, grey = 0x687480, green = 0x2E7D52, red = 0xC4373D;
constexpr sal_Int32 pale = 0xF1F6F5, tinted = 0xCFE3E0, cream = 0xFFFBEA;

constexpr sal_Int16 text_indent = 100;  // hundredths of a millimetre
constexpr const char* amount_format = "#,##0.00;-#,##0.00";
constexpr const char* rate_format = "0.0%";

struct Look {
  Style style;
  const char* name;
  const char* number_format;
  sal_Int32 ink = automatic, paper = automatic;
  bool bold = false;
  CellHoriJustify align = css::table::CellHoriJustify_STANDARD;
  bool rule_above = false, wrap = false, open = false;
  float size = 10;
};

constexpr auto left = css::table::CellHoriJustify_LEFT;
constexpr auto centre = css::table::CellHoriJustify_CENTER;
constexpr auto standard = css::table::CellHoriJustify_STANDARD;

constexpr std::array looks{
    Look{Style::title, "Steward Title", nullptr, teal, automatic, true, left, false, false, false, 16},
    Look{Style::subtitle, "Steward Subtitle", nullptr, grey, automatic, false, left, false, false, false, 10},
    Look{Style::header, "Steward Header", nullptr, automatic, tinted, true, centre, false, true},
    Look{Style::label, "Steward Label", "@", automatic, automatic, false, left},
    Look{Style::text, "Steward Text", "@", automatic, automatic, false, left},
    Look{Style::amount, "Steward Amount", amount_format},
    Look{Style::rate, "Steward Rate", rate_format},
    Look{Style::date, "Steward Date", "YYYY-MM-DD", automatic, automatic, false, centre},
    // Times are ISO texts: in a cell of another format Calc marks each as text by itself, which takes longer than writing it.
    Look{Style::time, "Steward Time", "@", automatic, automatic, false, centre},
    Look{Style::total_label, "Steward Total Label", nullptr, automatic, pale, true, left, true},
    Look{Style::total_amount, "Steward Total Amount", amount_format, automatic, pale, true, standard, true},
    Look{Style::total_rate, "Steward Total Rate", rate_format, automatic, pale, true, standard, true},
    Look{Style::favourable, "Steward Favourable", nullptr, green, automatic, true, centre},
    Look{Style::adverse, "Steward Adverse", nullptr, red, automatic, true, centre},
    Look{Style::note, "Steward Note", nullptr, grey, automatic, false, left},
    Look{Style::passage, "Steward Passage", "@", automatic, automatic, false, left, false, true},
    Look{Style::sentinel, "Steward End of Table", nullptr, grey, pale, false, left},
    Look{Style::hash, "Steward Hash", "@", grey, automatic, false, left},
    Look{Style::headline, "Steward Headline", "#,##0;-#,##0", teal, pale, true, left, false, false, false, 14},
    Look{Style::headline_rate, "Steward Headline Rate", rate_format, teal, pale, true, left, false, false, false, 14},
    Look{Style::heat_low, "Steward Heat Low", "0%", automatic, 0xE3F1E8, false, centre},
    Look{Style::heat_near, "Steward Heat Near", "0%", automatic, 0xFFF1B8, false, centre},
    Look{Style::heat_over, "Steward Heat Over", "\"▲\"0%", automatic, 0xF9CDB0, true, centre},
    Look{Style::heat_high, "Steward Heat High", "\"▲\"0%", automatic, 0xF4A9A0, true, centre},
    Look{Style::input, "Steward Input", nullptr, automatic, cream, false, standard, false, false, true},
};

const Look& look_of(Style style) {
  for (const Look& look : looks)
    if (look.style == style) return look;
  return looks.front();
}

sal_Int32 number_format(const Book& book, const char* code) {
  const auto formats = as<css::util::XNumberFormatsSupplier>(book.document())->getNumberFormats();
  const css::lang::Locale locale("en", "US", rtl::OUString());
  const auto text = to_office(code);
  const sal_Int32 known = formats->queryKey(text, locale, false);
  return known >= 0 ? known : formats->addNew(text, locale);
}

void dress(const Book& book, const css::uno::BaseReference& style, const Look& look) {
  if (look.number_format) set_property(style, "NumberFormat", Any(number_format(book, look.number_format)));
  set_property(style, "CharColor", Any(look.ink));
  // A style that colours by what a cell shows would lay even "no paper" over the cell's own.
  if (look.paper != automatic) set_property(style, "CellBackColor", Any(look.paper));
  for (const char* weight : {"CharWeight", "CharWeightAsian"})
    set_property(style, weight, Any(look.bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::NORMAL));
  for (const char* height : {"CharHeight", "CharHeightAsian"}) set_property(style, height, Any(look.size));
  set_property(style, "HoriJustify", Any(look.align));
  // Words that follow a column of amounts keep a little distance from it.
  if (look.align == left) set_property(style, "ParaIndent", Any(text_indent));
  set_property(style, "VertJustify", Any(css::table::CellVertJustify2::CENTER));
  set_property(style, "IsTextWrapped", Any(look.wrap));
  css::util::CellProtection protection(!look.open, false, false, false);
  set_property(style, "CellProtection", Any(protection));
  if (look.rule_above) {
    css::table::BorderLine2 line;
    line.Color = teal;
    line.LineWidth = 26;
    line.OuterLineWidth = 26;
    set_property(style, "TopBorder2", Any(line));
  }
}

Reference<css::container::XNameContainer> cell_styles(const Book& book) {
  const auto families = as<css::style::XStyleFamiliesSupplier>(book.document())->getStyleFamilies();
  return as<css::container::XNameContainer>(families->getByName("CellStyles").get<Reference<css::uno::XInterface>>());
}

Reference<css::style::XStyle> new_style(const Book& book, const Reference<css::container::XNameContainer>& styles, const rtl::OUString& name) {
  const auto style = made_by<css::style::XStyle>(book.document(), "com.sun.star.style.CellStyle");
  styles->insertByName(name, Any(style));
  return style;
}

std::deque<Unlocked> all_unlocked(const Book& book) {
  std::deque<Unlocked> sheets;
  const auto count = as<css::container::XIndexAccess>(book.document()->getSheets())->getCount();
  for (sal_Int32 at = 0; at < count; ++at) sheets.emplace_back(book.sheet_at(at));
  return sheets;
}

}  // namespace

rtl::OUString Styles::name(Style style) { return rtl::OUString::createFromAscii(look_of(style).name); }

sal_Int32 Styles::text_format(const Book& book) { return number_format(book, "@"); }

bool Styles::are_complete() const {
  const auto styles = cell_styles(book_);
  return std::ranges::all_of(looks, [&](const Look& look) { return styles->hasByName(name(look.style)); });
}

void Styles::make_missing() {
  if (are_complete()) return;
  const auto unlocked = all_unlocked(book_);
  const auto styles = cell_styles(book_);
  for (const Look& look : looks)
    if (!styles->hasByName(name(look.style))) dress(book_, new_style(book_, styles, name(look.style)), look);
}

rtl::OUString Styles::name_of_word(const std::string& word) { return "Steward Word " + to_office(word); }

void Styles::make_words(const std::set<std::string>& words) {
  const auto styles = cell_styles(book_);
  const auto is_there = [&](const std::string& word) { return bool(styles->hasByName(name_of_word(word))); };
  if (std::ranges::all_of(words, is_there) || book_.sheet_with_password()) return;
  const auto unlocked = all_unlocked(book_);
  for (const auto& word : words) {
    if (is_there(word)) continue;
    const std::string format = "General;General;General;\"" + word + "\"";
    set_property(new_style(book_, styles, name_of_word(word)), "NumberFormat", Any(number_format(book_, format.c_str())));
  }
}

}  // namespace steward::document
