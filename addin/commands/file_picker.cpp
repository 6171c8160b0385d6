#include "commands/file_picker.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <com/sun/star/ui/dialogs/XFilePicker3.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <osl/file.hxx>

#include "words/phrases/window.gen.hpp"

namespace steward::commands {
namespace {

namespace pickers = css::ui::dialogs;

Reference<css::ucb::XSimpleFileAccess> files(const Context& context) {
  return service<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
}

Reference<pickers::XFilePicker3> picker_for(const Scene& scene, const std::string& title, const std::string& ending, sal_Int16 kind) {
  const auto picker = service<pickers::XFilePicker3>(scene.context, "com.sun.star.ui.dialogs.FilePicker");
  as<css::lang::XInitialization>(picker)->initialize(sequence<Any>(Any(kind)));
  picker->setTitle(to_office(title));
  picker->appendFilter(to_office(ending == "xlsx" ? "Excel (.xlsx)" : "." + ending), to_office("*." + ending));
  return picker;
}

std::optional<std::string> picked(const Reference<pickers::XFilePicker3>& picker) {
  if (picker->execute() != pickers::ExecutableDialogResults::OK) return std::nullopt;
  const auto chosen = picker->getFiles();
  return chosen.hasElements() ? std::optional(to_utf8(chosen[0])) : std::nullopt;
}

}  // namespace

std::optional<std::string> pick_file_to_save(const Scene& scene, const std::string& title, const std::string& suffix, const std::string& ending) {
  const auto picker = picker_for(scene, title, ending, pickers::TemplateDescription::FILESAVE_AUTOEXTENSION);
  if (ending == "xlsx") picker->appendFilter("ODF (.ods)", "*.ods");
  const auto proposed = free_url_beside(scene, suffix, ending);
  const auto slash = proposed.rfind('/');
  if (slash != std::string::npos) {
    picker->setDisplayDirectory(to_office(proposed.substr(0, slash)));
    picker->setDefaultName(to_office(proposed.substr(slash + 1)));
  }
  return picked(picker);
}

std::optional<std::string> pick_file_to_open(const Scene& scene, const std::string& title, const std::string& ending) {
  return picked(picker_for(scene, title, ending, pickers::TemplateDescription::FILEOPEN_SIMPLE));
}

bool exists(const Context& context, const std::string& url) { return files(context)->exists(to_office(url)); }

std::string free_url_beside(const Scene& scene, const std::string& suffix, const std::string& ending) {
  const rtl::OUString own = as<css::frame::XModel>(scene.book.document())->getURL();
  const auto dot = own.lastIndexOf('.');
  if (dot < 0) return {};
  const std::string stem = to_utf8(own.copy(0, dot)) + suffix;
  std::string url = stem + "." + ending;
  for (int number = 2; exists(scene.context, url); ++number) url = stem + "-" + std::to_string(number) + "." + ending;
  return url;
}

Result<std::string> read_file(const Context& context, const std::string& url) {
  constexpr sal_Int32 at_a_time = 1 << 20;
  try {
    const auto stream = files(context)->openFileRead(to_office(url));
    if (!stream.is()) return refused(phrase::file_is_folder, {to_path(url)});
    std::string bytes;
    Sequence<sal_Int8> block;
    while (stream->readBytes(block, at_a_time) > 0)
      bytes.append(reinterpret_cast<const char*>(block.getConstArray()), static_cast<std::size_t>(block.getLength()));
    stream->closeInput();
    return bytes;
  } catch (const css::uno::Exception& fault) {
    return refused(phrase::file_unreadable, {to_path(url), to_utf8(fault.Message)});
  }
}

std::string to_url(const std::string& path) {
  if (path.find("://") != std::string::npos) return path;
  rtl::OUString url;
  osl::FileBase::getFileURLFromSystemPath(to_office(path), url);
  return to_utf8(url);
}

std::string to_path(const std::string& url) {
  rtl::OUString path;
  return osl::FileBase::getSystemPathFromFileURL(to_office(url), path) == osl::FileBase::E_None ? to_utf8(path) : url;
}

}  // namespace steward::commands
