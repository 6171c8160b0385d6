#include "dialogs/row_source.hpp"

#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>

#include "commands/file_picker.hpp"
#include "commands/text_file.hpp"
#include "plan/posting_source.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {

RowSource::RowSource(const commands::Scene& scene, Dialog& dialog, const workbook::Snapshot& snapshot, Kind otherwise)
    : scene_(scene), dialog_(dialog), snapshot_(snapshot) {
  std::vector<std::string> titles;
  for (const auto& one : snapshot_.sheets) titles.push_back(one.name());
  dialog_.set_items("sheet", titles);
  const Reference<css::sheet::XCellRangeAddressable> cells(as<css::frame::XModel>(scene_.book.document())->getCurrentSelection(),
                                                           css::uno::UNO_QUERY);
  if (cells.is()) {
    const auto area = cells->getRangeAddress();
    selected_ = {area.Sheet, area.StartRow, area.StartColumn, area.EndRow, area.EndColumn};
  }
  dialog_.choose("source", selected_.rows() > 1 ? selection : otherwise);
  dialog_.choose("sheet", selected_.sheet);
}

void RowSource::follow() { dialog_.enable("sheet", kind() == sheet); }

void RowSource::on_file(std::function<void()> work) {
  const auto take = [this, work = std::move(work)] {
    if (!dialog_.text("file").empty()) dialog_.choose("source", file);
    follow();
    work();
  };
  dialog_.on("file", take);
  dialog_.on("fileBrowse", [this, take] {
    pick_file();
    take();
  });
}

void RowSource::pick_file() {
  if (const auto url = commands::pick_file_to_open(scene_, scene_.say(phrase::choose_csv), "csv")) dialog_.set_text("file", commands::to_path(*url));
}

Result<Table> RowSource::rows() const {
  if (kind() == selection) return plan::posting_rows_in(snapshot_, selected_);
  if (kind() == sheet) return plan::posting_rows_in(snapshot_, plan::used_area(snapshot_, std::max(0, dialog_.chosen("sheet"))));
  const auto path = dialog_.text("file");
  if (path.empty()) return refused(phrase::post_file_first);
  STEWARD_TRY(const auto text, commands::read_text(scene_.context, commands::to_url(path)));
  return plan::posting_rows_of_csv(text);
}

}  // namespace steward::dialogs
