#include "commands/self_test.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <osl/file.hxx>
#include <rtl/bootstrap.hxx>

#include "document/book.hpp"
#include "document/edit_writer.hpp"
#include "functions/calc_error.hpp"
#include "functions/call.hpp"
#include "plan/self_test_report.hpp"
#include "words/phrases/self_test.gen.hpp"

namespace steward::commands {
namespace {

constexpr sal_Int32 result_column = 30;
const Date null_date = functions::NullDate{}.day;

Reference<css::deployment::XPackageInformationProvider> packages(const Context& context) {
  return as<css::deployment::XPackageInformationProvider>(
      context->getValueByName("/singletons/com.sun.star.deployment.PackageInformationProvider").get<Reference<css::uno::XInterface>>());
}

std::optional<std::string> file_content(const rtl::OUString& url) {
  osl::File file(url);
  if (file.open(osl_File_OpenFlag_Read) != osl::FileBase::E_None) return std::nullopt;
  sal_uInt64 size = 0, read = 0;
  file.getSize(size);
  std::string content(static_cast<std::size_t>(size), '\0');
  const auto done = file.read(content.data(), size, read);
  file.close();
  if (done != osl::FileBase::E_None || read != size) return std::nullopt;
  return content;
}

document::Book new_book(const Context& context, bool hidden) {
  const auto loader = service<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
  return *document::Book::of(loader->loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(named("Hidden", Any(hidden)))));
}

/// A sheet on which one case after the other is calculated.
class Bench {
 public:
  explicit Bench(const Context& context) : book_(new_book(context, true)), sheet_(book_.sheet_at(0)) {}
  ~Bench() { as<css::util::XCloseable>(book_.document())->close(true); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  Table result_of(const audit::CellTrial& trial) {
    namespace Flags = css::sheet::CellFlags;
    as<css::sheet::XSheetOperation>(sheet_)->clearContents(Flags::VALUE | Flags::DATETIME | Flags::STRING | Flags::FORMULA);
    for (const auto& [row, cells] : trial.inputs) write(row, cells);
    const auto rows = static_cast<sal_Int32>(trial.expected.rows()), columns = static_cast<sal_Int32>(trial.expected.columns());
    const auto target = sheet_->getCellRangeByPosition(result_column, 0, result_column + columns - 1, rows - 1);
    as<css::sheet::XArrayFormulaRange>(target)->setArrayFormula(to_office(trial.formula));
    Table found(trial.expected.rows(), trial.expected.columns());
    for (sal_Int32 row = 0; row < rows; ++row)
      for (sal_Int32 column = 0; column < columns; ++column)
        found.at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)) = content(target->getCellByPosition(column, row));
    return found;
  }

 private:
  void write(int top, const Table& cells) {
    for (std::size_t row = 0; row < cells.rows(); ++row)
      for (std::size_t column = 0; column < cells.columns(); ++column)
        write(sheet_->getCellByPosition(static_cast<sal_Int32>(column), top + static_cast<sal_Int32>(row)), cells.at(row, column));
  }

  static void write(const Reference<css::table::XCell>& cell, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) cell->setValue(*number);
    if (const auto* text = std::get_if<std::string>(&value)) as<css::text::XText>(cell)->setString(to_office(*text));
    if (const auto* error = std::get_if<CellError>(&value))
      cell->setFormula(error->name == "#DIV/0!" ? rtl::OUString("=1/0") : error->name == "#VALUE!" ? rtl::OUString("=VALUE(\"x\")") : rtl::OUString("=NA()"));
  }

  static Value content(const Reference<css::table::XCell>& cell) {
    if (const auto code = cell->getError()) return CellError{functions::calc_error_name(code)};
    if (property<sal_Int32>(cell, "FormulaResultType2") == css::sheet::FormulaResult::VALUE) return cell->getValue();
    return to_utf8(as<css::text::XText>(cell)->getString());
  }

  document::Book book_;
  Reference<css::sheet::XSpreadsheet> sheet_;
};

Result<std::vector<audit::Tried>> try_all(const Context& context) {
  const rtl::OUString folder = packages(context)->getPackageLocation("org.steward.budget") + "/vectors/";
  Bench bench(context);
  std::vector<audit::Tried> all;
  for (const auto& function : functions::functions()) {
    const auto csv = file_content(folder + to_office(std::string(function.name)) + ".csv");
    if (!csv) return refused(phrase::vectors_missing, {std::string(function.name)});
    for (const auto& one : audit::read_vectors(*csv, {function.parameters.begin(), function.parameters.end()})) {
      const auto trial = audit::trial_of(function.name, one, null_date);
      const Table found = bench.result_of(trial);
      all.push_back({std::string(function.name), one.name, trial.formula, audit::shown(trial.expected), audit::shown(found), one.source,
                     audit::agrees(trial.expected, found)});
    }
  }
  return all;
}

std::string product(const Context& context, const char* name) {
  const auto provider = service<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
  const css::beans::NamedValue path("nodepath", Any(rtl::OUString("/org.openoffice.Setup/Product")));
  const auto access = as<css::container::XNameAccess>(
      provider->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", sequence<Any>(path)));
  rtl::OUString value;
  if (access->hasByName(rtl::OUString::createFromAscii(name))) access->getByName(rtl::OUString::createFromAscii(name)) >>= value;
  return to_utf8(value);
}

plan::Installation installation(const Context& context) {
  plan::Installation known;
  for (const auto& entry : packages(context)->getExtensionList())
    if (entry.getLength() > 1 && entry[0] == "org.steward.budget") known.steward = to_utf8(entry[1]);
  known.office = product(context, "ooName") + " " + product(context, "ooSetupVersionAboutBox");
  rtl::OUString system("$_OS $_ARCH");
  rtl::Bootstrap::expandMacros(system);
  known.system = to_utf8(system);
  return known;
}

}  // namespace

Result<Done> self_test(const Context& context, const plan::Circumstances& now, bool shows_report) {
  STEWARD_TRY(const auto cases, try_all(context));
  const plan::Plan report = plan::self_test_report(cases, installation(context), now);
  if (shows_report) {
    const auto book = new_book(context, false);
    document::carry_out(book, report, to_office(text(report.name, now.language)));
    // The empty sheet of a new workbook has nothing to say.
    document::EditWriter(book).carry_out(plan::RemoveSheet{to_utf8(as<css::container::XNamed>(book.sheet_at(0))->getName())});
  }
  return Done{report.answer, report.message, report.file_sheet};
}

}  // namespace steward::commands
