#include "document/outline_reader.hpp"

#include <algorithm>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/io/XOutputStream.hpp>
#include <com/sun/star/io/XSequenceOutputStream.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include "workbook/outline.hpp"

namespace steward::document {
namespace {

using workbook::Outline;

constexpr std::size_t most_cells_copied = 40000;         // about a third of a second
constexpr std::size_t most_bytes_read = 128'000'000;  // of one part of a file; a larger one is left without

std::string read_all(const Reference<css::io::XInputStream>& stream) {
  constexpr sal_Int32 at_a_time = 1 << 20;
  std::string text;
  Sequence<sal_Int8> bytes;
  for (sal_Int32 read = at_a_time; read == at_a_time && text.size() <= most_bytes_read;) {
    read = stream->readBytes(bytes, at_a_time);
    text.append(reinterpret_cast<const char*>(bytes.getConstArray()), static_cast<std::size_t>(read));
  }
  return text.size() > most_bytes_read ? std::string() : text;
}

// The parts of a workbook's file, which is a package.
class Package {
 public:
  Package(const Context& context, const rtl::OUString& url)
      : parts_(service<css::container::XNameAccess>(context, "com.sun.star.packages.zip.ZipFileAccess")) {
    as<css::lang::XInitialization>(parts_)->initialize(sequence<Any>(Any(url)));
  }

  std::string part(const std::string& name) const {
    const auto key = to_office(name);
    if (name.empty() || !parts_->hasByName(key)) return {};
    return read_all(as<css::io::XInputStream>(parts_->getByName(key).get<Reference<css::uno::XInterface>>()));
  }

 private:
  Reference<css::container::XNameAccess> parts_;
};

std::vector<Outline> outlines_in_file(const Context& context, const rtl::OUString& url) {
  const Package package(context, url);
  if (const std::string content = package.part("content.xml"); !content.empty()) return workbook::outlines(content);
  std::vector<Outline> found;
  for (const auto& part : workbook::worksheet_parts(package.part("xl/workbook.xml"), package.part("xl/_rels/workbook.xml.rels")))
    found.push_back(workbook::outline_of_worksheet(package.part(part)));
  return found;
}

std::vector<Outline> outlines_in_copy(const Context& context, const Book& book) {
  const auto copy = service<css::io::XSequenceOutputStream>(context, "com.sun.star.io.SequenceOutputStream");
  as<css::frame::XStorable>(book.document())->storeToURL(
      "private:stream", properties(named("FilterName", Any(rtl::OUString("OpenDocument Spreadsheet Flat XML"))),
                                   named("OutputStream", Any(as<css::io::XOutputStream>(copy)))));
  const auto bytes = copy->getWrittenBytes();
  return workbook::outlines({reinterpret_cast<const char*>(bytes.getConstArray()), static_cast<std::size_t>(bytes.getLength())});
}

bool is_unchanged_package(const Book& book) {
  const rtl::OUString url = as<css::frame::XModel>(book.document())->getURL().toAsciiLowerCase();
  const auto ends = [&](const char* ending) { return url.endsWith(rtl::OUString::createFromAscii(ending)); };
  return url.startsWith("file:") && !as<css::util::XModifiable>(book.document())->isModified() &&
         (ends(".ods") || ends(".ots") || ends(".xlsx") || ends(".xlsm") || ends(".xltx"));
}

std::size_t cells_in(const workbook::Snapshot& snapshot) {
  std::size_t cells = 0;
  for (const auto& sheet : snapshot.sheets)
    cells += static_cast<std::size_t>(sheet.rows()) * static_cast<std::size_t>(sheet.columns());
  return cells;
}

std::vector<Outline> find_outlines(const Context& context, const Book& book, const workbook::Snapshot& snapshot) {
  try {
    if (is_unchanged_package(book)) {
      auto found = outlines_in_file(context, as<css::frame::XModel>(book.document())->getURL());
      if (found.size() == snapshot.sheets.size()) return found;
    }
    if (cells_in(snapshot) <= most_cells_copied) return outlines_in_copy(context, book);
  } catch (const css::uno::Exception&) {
    // An encrypted file, or one that went away: the levels of its rows are not known, as in any other office.
  }
  return {};
}

}  // namespace

void read_outlines(const Context& context, const Book& book, workbook::Snapshot& snapshot) {
  auto found = find_outlines(context, book, snapshot);
  if (found.size() != snapshot.sheets.size()) return;
  for (std::size_t at = 0; at < found.size(); ++at) {
    auto& sheet = snapshot.sheets[at];
    std::erase_if(found[at], [&](const auto& row) { return row.first >= sheet.rows(); });
    sheet.row_outline = std::move(found[at]);
  }
}

}  // namespace steward::document
