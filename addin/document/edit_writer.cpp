#include "document/edit_writer.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <optional>
#include <span>
#include <vector>

#include "document/cell_rules.hpp"
#include "document/cell_writer.hpp"
#include "document/chart_writer.hpp"
#include "document/page_setup.hpp"
#include "document/pieces.hpp"
#include "document/places.hpp"
#include "document/row_heights.hpp"
#include "document/undo.hpp"
#include "document/unlocked.hpp"
#include "plan/log_edit.hpp"
#include "plan/effort.hpp"
#include "tables/layout.hpp"

namespace steward::document {
namespace {

using css::table::CellRangeAddress;

CellRangeAddress address_on(const Reference<css::sheet::XSpreadsheet>& sheet, int top, int left, int bottom, int right) {
  return as<css::sheet::XCellRangeAddressable>(sheet->getCellRangeByPosition(left, top, right, bottom))->getRangeAddress();
}

Reference<css::sheet::XNamedRanges> named_ranges(const Book& book) {
  return as<css::sheet::XNamedRanges>(property<Reference<css::uno::XInterface>>(book.document(), "NamedRanges"));
}

}  // namespace

void EditWriter::carry_out(const plan::Edit& edit) {
  std::visit([this](const auto& one) { (*this)(one); }, edit);
  lock_again();
  if (!course_) return;
  course_->advance_to(done_ += plan::effort(edit));
  piece_done(course_, 0);
}

void EditWriter::lock_again() {
  if (!locked_.is()) return;
  locked_->unlock();
  locked_->lock();
}

void EditWriter::operator()(const plan::AddSheet& edit) {
  const auto sheets = book_.document()->getSheets();
  const auto end = as<css::container::XIndexAccess>(sheets)->getCount();
  // To be taken away by undo as the first one, for the reason that RemoveSheet has.
  sheets->insertNewByName(to_office(edit.title), 0);
  sheets->moveByName(to_office(edit.title), static_cast<sal_Int16>(end + 1));
}

void EditWriter::operator()(const plan::Write& edit) {
  const auto sheet = book_.sheet(edit.sheet);
  const Unlocked unlocked(sheet, locked_);
  lock_again();
  write_block(book_, sheet, edit.row, edit.column, edit.block, course_);
}

void EditWriter::operator()(const plan::FillDown& edit) {
  const auto sheet = book_.sheet(edit.sheet);
  const Unlocked unlocked(sheet);
  const auto right = edit.column + static_cast<int>(edit.formulas.size()) - 1;
  Sequence<rtl::OUString> formulas(static_cast<sal_Int32>(edit.formulas.size()));
  std::ranges::transform(edit.formulas, formulas.getArray(), [](const auto& formula) { return to_office(formula.text); });
  const auto first = sheet->getCellRangeByPosition(edit.column, edit.row, right, edit.row);
  as<css::sheet::XCellRangeFormula>(first)->setFormulaArray(Sequence<Sequence<rtl::OUString>>(&formulas, 1));
  if (edit.rows < 2) return;
  const HeightsAsTheyAre heights(book_);
  const auto all = sheet->getCellRangeByPosition(edit.column, edit.row, right, edit.row + edit.rows - 1);
  as<css::sheet::XCellSeries>(all)->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
}

void EditWriter::operator()(const plan::WriteArray& edit) {
  const auto sheet = book_.sheet(edit.sheet);
  const Unlocked unlocked(sheet, locked_);
  lock_again();
  const auto range = sheet->getCellRangeByPosition(edit.column, edit.row, edit.column + edit.columns - 1, edit.row + edit.rows - 1);
  as<css::sheet::XArrayFormulaRange>(range)->setArrayFormula(to_office(edit.formula));
}

void EditWriter::operator()(const plan::Paint& edit) {
  const auto range = book_.range(edit.sheet, {0, edit.top, edit.left, edit.bottom, edit.right});
  constexpr int many_rows = 500;
  std::optional<HeightsAsTheyAre> heights;
  if (edit.bottom - edit.top >= many_rows) heights.emplace(book_);
  set_property(range, "CellStyle", Any(Styles::name(edit.style)));
}

void EditWriter::operator()(const plan::NameTable& edit) {
  const auto ranges = database_ranges(book_);
  const auto names = as<css::container::XNameAccess>(ranges);
  const auto address = address_on(book_.sheet(edit.sheet), edit.top, edit.left, edit.bottom, edit.right);
  // A table that is made again keeps its name, so that formulas which use it follow.
  if (names->hasByName(to_office(edit.name)))
    as<css::sheet::XDatabaseRange>(names->getByName(to_office(edit.name)).get<Reference<css::uno::XInterface>>())->setDataArea(address);
  else
    ranges->addNewByName(to_office(edit.name), address);
}

void EditWriter::operator()(const plan::NameArea& edit) {
  const auto area = address_on(book_.sheet(edit.sheet), edit.top, edit.left, edit.bottom, edit.right);
  const std::string address = workbook::address(
      {{workbook::Sheet(edit.sheet, 0, 0)}, {}, {}}, workbook::Area{0, area.StartRow, area.StartColumn, area.EndRow, area.EndColumn});
  const auto ranges = named_ranges(book_);
  const auto names = as<css::container::XNameAccess>(ranges);
  if (names->hasByName(to_office(edit.name)))
    as<css::sheet::XNamedRange>(names->getByName(to_office(edit.name)).get<Reference<css::uno::XInterface>>())->setContent(to_office(address));
  else
    ranges->addNewByName(to_office(edit.name), to_office(address), css::table::CellAddress(area.Sheet, 0, 0), 0);
}

void EditWriter::operator()(const plan::ColourWhere& edit) { colour_where(book_, edit); }
void EditWriter::operator()(const plan::ShowWords& edit) { show_words(book_, edit); }
void EditWriter::operator()(const plan::WarnWhenTyped& edit) { warn_when_typed(book_, edit); }

void EditWriter::operator()(const plan::ColumnWidth& edit) {
  const auto columns = as<css::table::XColumnRowRange>(book_.sheet(edit.sheet))->getColumns();
  set_property(columns->getByIndex(edit.column).get<Reference<css::uno::XInterface>>(), "Width",
               Any(static_cast<sal_Int32>(edit.millimetres * 100)));
}

void EditWriter::operator()(const plan::Passage& edit) {
  const auto range = book_.sheet(edit.sheet)->getCellRangeByPosition(edit.left, edit.row, edit.right, edit.row);
  as<css::util::XMergeable>(range)->merge(true);
  const auto rows = as<css::table::XColumnRowRange>(range)->getRows();
  set_property(rows->getByIndex(0).get<Reference<css::uno::XInterface>>(), "Height", Any(static_cast<sal_Int32>(edit.millimetres * 100)));
}

void EditWriter::operator()(const plan::Freeze& edit) {
  const auto controller = as<css::frame::XModel>(book_.document())->getCurrentController();
  const Reference<css::sheet::XSpreadsheetView> view(controller, css::uno::UNO_QUERY);
  if (!view.is()) return;
  const auto shown = view->getActiveSheet();
  view->setActiveSheet(book_.sheet(edit.sheet));
  as<css::sheet::XViewFreezable>(controller)->freezeAtPosition(edit.columns, edit.rows);
  view->setActiveSheet(shown);
}

void EditWriter::operator()(const plan::Protect& edit) {
  as<css::util::XProtectable>(book_.sheet(edit.sheet))->protect(rtl::OUString());
}

void EditWriter::operator()(const plan::PrintSetup& edit) { set_up_page(book_, edit); }

void EditWriter::operator()(const plan::AddChart& edit) { add_chart(context_, book_, edit); }

void EditWriter::operator()(const plan::KeepValues& edit) {
  const auto sheet = book_.sheet(edit.sheet);
  const Unlocked unlocked(sheet, locked_);
  lock_again();
  const auto end = last_used(sheet);
  const auto used = sheet->getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow);
  auto values = as<css::sheet::XCellRangeData>(used)->getDataArray();
  for (sal_Int32 row = 0; row < values.getLength(); ++row)
    for (sal_Int32 column = 0; column < values[row].getLength(); ++column)
      // An error has no value; what it shows is kept.
      if (!values[row][column].hasValue())
        values.getArray()[row].getArray()[column] <<= as<css::text::XText>(sheet->getCellByPosition(column, row))->getString();
  as<css::sheet::XCellRangeData>(used)->setDataArray(values);
}

// With a sheet the office deletes the database ranges of the sheet before it as well; the first one has none before it.
void EditWriter::operator()(const plan::RemoveSheet& edit) {
  const auto sheets = book_.document()->getSheets();
  sheets->moveByName(to_office(edit.title), 0);
  sheets->removeByName(to_office(edit.title));
}

void EditWriter::operator()(const plan::RenameSheet& edit) { as<css::container::XNamed>(book_.sheet(edit.title))->setName(to_office(edit.to)); }
void EditWriter::operator()(const plan::RemoveTable& edit) { database_ranges(book_)->removeByName(to_office(edit.name)); }
void EditWriter::operator()(const plan::RemoveName& edit) { named_ranges(book_)->removeByName(to_office(edit.name)); }

namespace {

// No repainting and no calculation until everything is written.
class Quiet {
 public:
  explicit Quiet(const Book& book)
      : model_(as<css::frame::XModel>(book.document())), calculation_(as<css::sheet::XCalculatable>(book.document())),
        was_automatic_(calculation_->isAutomaticCalculationEnabled()) {
    model_->lockControllers();
    calculation_->enableAutomaticCalculation(false);
  }
  // Computes what was written so far, still without following every change.
  void calculate() const {
    if (was_automatic_) calculation_->calculate();
  }
  ~Quiet() {
    calculation_->enableAutomaticCalculation(was_automatic_);
    if (was_automatic_) calculation_->calculate();
    model_->unlockControllers();
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  Reference<css::frame::XModel> model_;
  Reference<css::sheet::XCalculatable> calculation_;
  bool was_automatic_;
};

// The office keeps as many actions of one step as the user keeps steps (100 unless changed) and silently forgets the rest,
// so that undo would leave half a set-up behind. A step within a step counts as one action: edits are nested in eights.
class NestedSteps {
 public:
  NestedSteps(EditWriter& writer, const Reference<css::document::XUndoManager>& manager, const rtl::OUString& title)
      : writer_(writer), manager_(manager), title_(title) {}

  void carry_out(std::span<const plan::Edit* const> edits) {
    const OneStep step(manager_, title_);
    if (edits.size() == 1) return writer_.carry_out(*edits.front());
    const std::size_t part = (edits.size() + most - 1) / most;
    for (std::size_t at = 0; at < edits.size(); at += part) carry_out(edits.subspan(at, std::min(part, edits.size() - at)));
  }

 private:
  static constexpr std::size_t most = 8;

  EditWriter& writer_;
  Reference<css::document::XUndoManager> manager_;
  rtl::OUString title_;
};

// While others have their turns between two pieces, the office may save what was changed for recovery. A workbook that does
// not count as changed it leaves alone, and what is written while nothing is painted does not count before the end: half a
// ledger is in no file.
class NotSavedMeanwhile {
 public:
  explicit NotSavedMeanwhile(const Book& book) : model_(as<css::util::XModifiable>(book.document())), was_modified_(model_->isModified()) {
    model_->setModified(false);
  }
  ~NotSavedMeanwhile() { model_->setModified(was_modified_ || is_written_); }
  void is_written() { is_written_ = true; }
  NotSavedMeanwhile(const NotSavedMeanwhile&) = delete;
  NotSavedMeanwhile& operator=(const NotSavedMeanwhile&) = delete;

 private:
  Reference<css::util::XModifiable> model_;
  bool was_modified_, is_written_ = false;
};

// What a cancelled step wrote is taken back, and does not stand there to be done again. There is such a step: nobody is asked
// whether to go on before a piece was written.
void take_back(const Reference<css::document::XUndoManager>& manager, const rtl::OUString& title) {
  if (!manager->isUndoPossible() || manager->getCurrentUndoActionTitle() != title) return;
  manager->undo();
  manager->clearRedo();
}

bool waits(const plan::Edit& edit) {
  const auto* array = std::get_if<plan::WriteArray>(&edit);
  return array && array->reads_formulas;
}

// A chart keeps what its cells show when it is made, and no later calculation tells it otherwise.
bool is_drawn(const plan::Edit& edit) { return std::holds_alternative<plan::AddChart>(edit); }

std::set<std::string> words_in(const plan::Plan& plan) {
  std::set<std::string> words;
  for (const auto& edit : plan.edits)
    if (const auto* shown = std::get_if<plan::ShowWords>(&edit))
      for (const auto& [code, word] : shown->words) words.insert(word);
  return words;
}

}  // namespace

void carry_out(const Book& book, const plan::Plan& plan, const rtl::OUString& title, const Context& context, plan::Course* course) {
  if (plan.edits.empty()) return;
  plan::begin(course, plan::Phase::writing, plan::effort(plan));
  const auto manager = undo_manager(book);
  std::optional<NotSavedMeanwhile> not_saved;
  if (course) not_saved.emplace(book);
  const Quiet quiet(book);
  {
    const OutsideUndo styles_stay(manager);
    Styles(book).make_missing();
    Styles(book).make_words(words_in(plan));
  }
  std::vector<const plan::Edit*> edits, waiting, drawn, log;
  for (const auto& edit : plan.edits) (plan::is_log(edit) ? log : waits(edit) ? waiting : is_drawn(edit) ? drawn : edits).push_back(&edit);
  const auto carry_out_all = [](EditWriter& writer, const std::vector<const plan::Edit*>& some) {
    for (const auto* edit : some) writer.carry_out(*edit);
  };
  const auto in_parts = [&](const auto& some_of) {
    some_of(edits);
    for (const auto* part : {&waiting, &drawn}) {
      if (part->empty()) continue;
      quiet.calculate();
      some_of(*part);
    }
  };
  if (plan.is_bookkeeping || !book.has_window()) {
    const OutsideUndo hidden(manager);
    EditWriter writer(book, manager, context);
    in_parts([&](const auto& some) { carry_out_all(writer, some); });
  } else if (!edits.empty()) {
    try {
      EditWriter writer(book, {}, context, course);
      const OneStep step(manager, title);
      in_parts([&](const auto& some) { NestedSteps(writer, manager, title).carry_out(some); });
    } catch (const Cancelled&) {
      take_back(manager, title);
      throw;
    }
  }
  if (not_saved) not_saved->is_written();
  plan::begin(course, plan::Phase::finishing);
  const OutsideUndo always(manager);
  EditWriter writer(book, manager, context);
  carry_out_all(writer, log);
}

}  // namespace steward::document
