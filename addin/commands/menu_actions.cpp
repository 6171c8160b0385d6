#include "commands/menu_actions.hpp"

#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <com/sun/star/system/XSystemShellExecute.hpp>

#include "commands/circumstances.hpp"
#include "commands/message.hpp"
#include "commands/runner.hpp"
#include "document/book.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/set_up.gen.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {
namespace {

constexpr std::string_view help = "help", set_up = "setUp", check = "check", report = "report";
constexpr int findings_shown = 12;

Reference<css::uno::XInterface> model_in(const Reference<css::frame::XFrame>& frame) {
  const auto controller = frame.is() ? frame->getController() : nullptr;
  return controller.is() ? Reference<css::uno::XInterface>(controller->getModel()) : nullptr;
}

void open_help(const Context& context, Language language) {
  const auto packages = as<css::deployment::XPackageInformationProvider>(
      context->getValueByName("/singletons/com.sun.star.deployment.PackageInformationProvider").get<Reference<css::uno::XInterface>>());
  const auto page = packages->getPackageLocation("org.steward.budget") +
                    (language == Language::chinese ? rtl::OUString("/help/reference_zh.html") : rtl::OUString("/help/reference_en.html"));
  service<css::system::XSystemShellExecute>(context, "com.sun.star.system.SystemShellExecute")
      ->execute(page, {}, css::system::SystemShellExecuteFlags::URIS_ONLY);
}

void show_sheet(const Reference<css::frame::XFrame>& frame, const document::Book& book, std::string_view title) {
  if (book.has_sheet(title))
    as<css::sheet::XSpreadsheetView>(frame->getController())->setActiveSheet(book.sheet(title));
}

// The last column of a row of findings is its sentence.
std::string listed(const Table& answer) {
  std::string lines;
  for (std::size_t row = 1; row < answer.rows() && row <= findings_shown; ++row)
    if (const auto* sentence = std::get_if<std::string>(&answer.at(row, answer.columns() - 1))) lines += "\n• " + *sentence;
  if (answer.rows() > findings_shown + 1) lines += "\n…";
  return lines;
}

void show_result(const Context& context, const Reference<css::frame::XFrame>& frame, const document::Book& book,
                 std::string_view command, const Done& done, Language language) {
  const bool finds = command == check;
  if (command == set_up)
    if (const auto control = book.table(tables::control.name)) {
      as<css::sheet::XSpreadsheetView>(frame->getController())->setActiveSheet(book.sheet_at(control->Sheet));
    }
  if (command == report) show_sheet(frame, book, done.sheet);
  tell(context, frame, language, done.message + (finds ? listed(done.answer) : std::string()));
}

// An .xlsx is controlled after it has been saved as .ods beside it, when the user agrees.
bool add_ods_url(const Context& context, const Reference<css::frame::XFrame>& frame, const document::Book& book,
                 Language language, Call& call) {
  if (call.command != set_up || book.can_be_controlled_in_place()) return true;
  const rtl::OUString url = as<css::frame::XModel>(book.document())->getURL();
  const rtl::OUString target = url.copy(0, url.lastIndexOf('.')) + ".ods";
  const rtl::OUString name = target.copy(target.lastIndexOf('/') + 1);
  if (!ask(context, frame, language, filled(phrase::save_as_ods_first, language, {{to_utf8(name)}}))) return false;
  call.options["url"] = to_utf8(target);
  return true;
}

// A table that names no year gets this one, when the user agrees.
Result<Done> run_asking(const Context& context, const Reference<css::frame::XFrame>& frame, Call& call,
                        const plan::Circumstances& now) {
  auto done = run(context, call, now);
  if (!done.has_error() || done.error().sentence != phrase::which_fiscal_year) return done;
  const int year = static_cast<int>(std::chrono::year_month_day(now.today).year());
  const std::vector<std::string> blanks{done.error().blanks.front(), std::to_string(year)};
  if (!ask(context, frame, now.language, filled(phrase::assume_fiscal_year, now.language, blanks))) return done;
  call.options["year"] = static_cast<double>(year);
  return run(context, call, now);
}

}  // namespace

bool is_possible(const Reference<css::frame::XFrame>& frame, std::string_view command) {
  if (command == help) return true;
  const auto book = document::Book::of(model_in(frame));
  if (!book) return false;
  const bool controlled = book->table(tables::settings.name).has_value();
  return command == set_up ? !controlled : controlled;
}

void act(const Context& context, const Reference<css::frame::XFrame>& frame, std::string_view command) {
  const auto now = circumstances(context);
  try {
    if (command == help) return open_help(context, now.language);
    Call call{std::string(command), model_in(frame), {}};
    const auto book = document::Book::of(call.document);
    if (book && !add_ods_url(context, frame, *book, now.language, call)) return;
    const auto done = run_asking(context, frame, call, now);
    if (done.has_error())
      return warn(context, frame, now.language, filled(done.error().sentence, now.language, done.error().blanks));
    show_result(context, frame, *book, command, done.value(), now.language);
  } catch (const css::uno::Exception& fault) {
    warn(context, frame, now.language, filled(phrase::office_error, now.language, {{to_utf8(fault.Message)}}));
  }
}

}  // namespace steward::commands
