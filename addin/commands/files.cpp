#include "commands/files.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <osl/file.hxx>

#include "document/edit_writer.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {
namespace {

template <class Work>
Outcome writing(const std::string& url, const Work& work) {
  try {
    work();
    return success();
  } catch (const css::uno::Exception& fault) {
    return refused(phrase::cannot_store, {url, to_utf8(fault.Message)});
  }
}

// A file of its own that goes when it is no longer needed.
class TemporaryFile {
 public:
  TemporaryFile() { osl::FileBase::createTempFile(nullptr, nullptr, &url_); }
  ~TemporaryFile() { osl::File::remove(url_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const rtl::OUString& url() const { return url_; }

 private:
  rtl::OUString url_;
};

void keep_values_everywhere(const document::Book& copy) {
  document::EditWriter writer(copy);
  const auto sheets = as<css::container::XIndexAccess>(copy.document()->getSheets());
  for (sal_Int32 at = 0; at < sheets->getCount(); ++at)
    writer.carry_out(plan::KeepValues{to_utf8(as<css::container::XNamed>(copy.sheet_at(at))->getName())});
}

}  // namespace

Outcome store_as_ods(const document::Book& book, const std::string& url) {
  return writing(url, [&] {
    as<css::frame::XStorable>(book.document())->storeAsURL(to_office(url), properties(named("FilterName", Any(rtl::OUString("calc8")))));
  });
}

Outcome export_pdf(const document::Book& book, const std::string& sheet, const std::string& url) {
  return writing(url, [&] {
    const auto filter = properties(named("Selection", Any(Reference<css::uno::XInterface>(book.sheet(sheet)))));
    as<css::frame::XStorable>(book.document())->storeToURL(
        to_office(url), properties(named("FilterName", Any(rtl::OUString("calc_pdf_Export"))), named("FilterData", Any(filter))));
  });
}

Outcome export_values(const Context& context, const document::Book& book, const std::string& url) {
  return writing(url, [&] {
    const TemporaryFile between;
    as<css::frame::XStorable>(book.document())->storeToURL(between.url(), properties(named("FilterName", Any(rtl::OUString("calc8")))));
    const auto loader = service<css::frame::XComponentLoader>(context, "com.sun.star.frame.Desktop");
    const auto opened = loader->loadComponentFromURL(between.url(), "_blank", 0,
        properties(named("Hidden", Any(true)), named("FilterName", Any(rtl::OUString("calc8")))));
    const auto copy = document::Book::of(opened);
    if (!copy) throw css::io::IOException("the copy could not be opened", {});
    keep_values_everywhere(*copy);
    const auto target = to_office(url);
    const char* filter = target.toAsciiLowerCase().endsWith(".xlsx") ? "Calc MS Excel 2007 XML" : "calc8";
    as<css::frame::XStorable>(opened)->storeToURL(target, properties(named("FilterName", Any(rtl::OUString::createFromAscii(filter)))));
    as<css::util::XCloseable>(opened)->close(true);
  });
}

}  // namespace steward::commands
