#include "commands/watcher.hpp"

#include <algorithm>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <chrono>
#include <map>

#include "commands/circumstances.hpp"
#include "commands/information_bar.hpp"
#include "commands/runner.hpp"
#include "commands/window_thread.hpp"
#include "document/edit_writer.hpp"
#include "document/mended_tables.hpp"
#include "document/places.hpp"
#include "document/snapshot_reader.hpp"
#include "plan/answers.hpp"
#include "plan/board.hpp"
#include "plan/fingerprints.hpp"
#include "tables/layout.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::commands {
namespace {

// Every open workbook has one watcher; the office calls us for each with nothing but the document in hand.
std::map<css::uno::XInterface*, rtl::Reference<Watcher>>& watchers() {
  static std::map<css::uno::XInterface*, rtl::Reference<Watcher>> all;
  return all;
}

css::uno::XInterface* identity(const document::Book& book) {
  return Reference<css::uno::XInterface>(book.document(), css::uno::UNO_QUERY).get();
}

// The log is its own witness: its rows prove one another.
constexpr std::array watched_tables{&tables::ledger,   &tables::rules,   &tables::authorities, &tables::requests,
                                    &tables::versions, &tables::targets, &tables::settings};

constexpr std::chrono::seconds longest_wait{20};

std::string title_of(const document::Book& book, sal_Int32 sheet) {
  return to_utf8(as<css::container::XNamed>(book.sheet_at(sheet))->getName());
}

// The user's own tables that are under control; one that was deleted keeps its name, and no cells.
std::vector<std::optional<css::table::CellRangeAddress>> sources_of(const document::Book& book) {
  std::vector<std::optional<css::table::CellRangeAddress>> sources;
  for (;;) {
    const auto name = plan::source_name(sources.size());
    if (!book.has_name(name)) return sources;
    sources.push_back(book.named_area(name));
  }
}

Sequence<Sequence<Any>> data(const document::Book& book, sal_Int32 sheet, sal_Int32 column, sal_Int32 top, sal_Int32 bottom) {
  return as<css::sheet::XCellRangeData>(book.sheet_at(sheet)->getCellRangeByPosition(column, top, column, bottom))->getDataArray();
}

tables::Layout control_layout(const css::table::CellRangeAddress& area) {
  return tables::Layout(tables::control, static_cast<std::size_t>(area.EndColumn - area.StartColumn + 2) - tables::control_columns.size());
}

Reference<css::container::XNameAccess> tables_of(const document::Book& book) {
  return as<css::container::XNameAccess>(document::database_ranges(book));
}

std::vector<std::string> table_names(const document::Book& book) {
  std::vector<std::string> names;
  for (const auto& name : tables_of(book)->getElementNames()) names.push_back(to_utf8(name));
  return names;
}

// A copied sheet brings its tables along under numbered names.
bool is_copy(const std::string& table) {
  return std::ranges::any_of(tables::all, [&](const auto* own) { return table.starts_with(std::string(own->name) + "_"); });
}

BarKind bar_of(plan::NoticeKind kind) { return kind == plan::NoticeKind::breach ? BarKind::danger : BarKind::warning; }

}  // namespace

void Watcher::attach(const Context& context, const Reference<css::frame::XModel>& model) {
  const auto book = document::Book::of(model);
  if (!book || watchers().contains(identity(*book))) return;
  WindowThread::find(context);
  const rtl::Reference<Watcher> watcher(new Watcher(context, *book));
  watchers()[identity(*book)] = watcher;
  as<css::util::XModifyBroadcaster>(model)->addModifyListener(watcher.get());
  if (!book->is_read_only()) document::mend_tables(*book);
  if (!watcher->is_controlled()) return;
  watcher->begin();
  watcher->compare_fingerprints();
}

rtl::Reference<Watcher> Watcher::of(const document::Book& book) {
  const auto found = watchers().find(identity(book));
  return found == watchers().end() ? rtl::Reference<Watcher>() : found->second;
}

Watcher::OwnWriting::OwnWriting(const document::Book& book) : watcher_(Watcher::of(book)) {
  if (watcher_.is()) ++watcher_->own_writing_;
}

Watcher::OwnWriting::OwnWriting(const document::Book& book, const plan::Plan& plan) : OwnWriting(book) {
  if (watcher_.is() && watcher_->is_watching_)
    appended_ = std::async(std::launch::async, [&plan, null_date = document::null_date(book)] { return document::appended_rows(plan, null_date); });
}

Watcher::OwnWriting::~OwnWriting() {
  const auto appended = appended_.valid() ? appended_.get() : std::nullopt;
  if (!watcher_.is() || --watcher_->own_writing_ > 0) return;
  if (watcher_->is_controlled() != watcher_->is_watching_) {
    if (watcher_->is_watching_) watcher_->end();
    else watcher_->begin();
    return;
  }
  watcher_->accept_own(appended ? &*appended : nullptr);
}

Watcher::Turn::Turn(const document::Book& book)
    : watcher_(Watcher::of(book)), is_ours_(!watcher_.is() || watcher_->take_turn()) {
  if (!watcher_.is() || !is_ours_) return;
  if (watcher_->turns_++ == 0 && watcher_->is_look_due_) watcher_->look_now();
}

bool Watcher::take_turn() {
  return WindowThread::is_this() ? busy_.try_lock() : busy_.try_lock_for(longest_wait);
}

Watcher::Turn::~Turn() {
  if (!watcher_.is() || !is_ours_) return;
  --watcher_->turns_;
  watcher_->busy_.unlock();
  // Asked only now: whoever finds the lock taken has said before that he missed his look.
  if (watcher_->was_look_missed_.exchange(false)) watcher_->look_later();
}

// Steward writes into its own tables only: what changed in the user's cells meanwhile was changed by somebody else.
void Watcher::accept_own(const document::AppendedRows* appended) {
  bool is_news = false;
  for (const auto& part : parts_) {
    if (plan::is_source(part->part())) is_news = part->is_marked() || is_news;
    else part->accept(appended);
  }
  if (is_watching_) {
    lines_ = read_lines();
    tables_ = table_names(book_);
  }
  if (is_news) look_later();
}

bool Watcher::is_controlled() const {
  return book_.table(tables::settings.name) && book_.table(tables::log.name) && book_.table(tables::control.name);
}

void Watcher::begin() {
  parts_.clear();
  for (const auto* description : watched_tables) {
    // Header and end row are watched as well: rows inserted between them make the range grow.
    const auto area = book_.table(description->name);
    if (!area) continue;
    parts_.push_back(std::make_unique<document::Shadow>(
        book_, plan::WatchedPart{std::string(description->code), title_of(book_, area->Sheet), {}, 0, 0, 0}, *area, this));
  }
  watch_control();
  const auto sources = sources_of(book_);
  for (std::size_t at = 0; at < sources.size(); ++at) {
    if (!sources[at]) continue;
    parts_.push_back(std::make_unique<document::Shadow>(
        book_, plan::WatchedPart{plan::watched_source(at), title_of(book_, sources[at]->Sheet), {}, 0, 0, 0}, *sources[at], this));
  }
  lines_ = read_lines();
  tables_ = table_names(book_);
  is_watching_ = true;
}

// What the lines are, and that their figures are formulas still; owner and note are the user's own.
void Watcher::watch_control() {
  const auto area = book_.table(tables::control.name);
  if (!area) return;
  const auto layout = control_layout(*area);
  const auto watch = [&](const char* code, tables::ControlColumn first, tables::ControlColumn last) {
    auto columns = *area;
    columns.StartColumn = area->StartColumn + static_cast<sal_Int32>(layout.place(first));
    columns.EndColumn = area->StartColumn + static_cast<sal_Int32>(layout.place(last));
    parts_.push_back(std::make_unique<document::Shadow>(book_, plan::WatchedPart{code, title_of(book_, area->Sheet), {}, 0, 0, 0},
                                                        columns, this, document::Shadow::Formulas::as_such));
  };
  watch("control", tables::ControlColumn::line, tables::ControlColumn::nature);
  watch("control_figures", tables::ControlColumn::original, tables::ControlColumn::landing);
}

void Watcher::find_copies(std::vector<plan::WatchedChange>& changes) {
  auto now = table_names(book_);
  for (const auto& name : now) {
    if (!is_copy(name) || std::ranges::find(tables_, name) != tables_.end()) continue;
    const auto area = book_.table(name);
    if (!area) continue;
    const plan::WatchedPart part{"copy", title_of(book_, area->Sheet), {}, area->Sheet, area->StartRow, area->StartColumn};
    changes.push_back({part, {{""}}, {{name}}});
  }
  tables_ = std::move(now);
}

void Watcher::end() {
  parts_.clear();
  lines_.clear();
  tables_.clear();
  is_watching_ = false;
}

std::vector<Watcher::LineState> Watcher::read_lines() const {
  const auto area = book_.table(tables::control.name);
  if (!area || area->EndRow - area->StartRow < 2) return {};
  const auto available = area->StartColumn + static_cast<sal_Int32>(control_layout(*area).place(tables::ControlColumn::available));
  const auto ids = data(book_, area->Sheet, area->StartColumn, area->StartRow + 1, area->EndRow - 1);
  const auto amounts = data(book_, area->Sheet, available, area->StartRow + 1, area->EndRow - 1);
  std::vector<LineState> lines(static_cast<std::size_t>(ids.getLength()));
  for (sal_Int32 row = 0; row < ids.getLength(); ++row) {
    auto& line = lines[static_cast<std::size_t>(row)];
    rtl::OUString id;
    double amount = 0;
    if (ids[row][0] >>= id) line.id = to_utf8(id);
    if (amounts[row][0] >>= amount) line.available = amount;
  }
  return lines;
}

std::vector<plan::Headroom> Watcher::changed_lines() {
  auto now = read_lines();
  std::map<std::string, std::optional<double>, std::less<>> before;
  std::vector<plan::Headroom> changed;
  const bool same_rows = now.size() == lines_.size();
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (same_rows && now[i].id == lines_[i].id && now[i].available == lines_[i].available) continue;
    if (before.empty())
      for (const auto& line : lines_) before[line.id] = line.available;
    const auto known = before.find(now[i].id);
    if (known == before.end() || known->second == now[i].available) continue;
    changed.push_back({now[i].id, now[i].id, known->second, now[i].available, {}});
  }
  lines_ = std::move(now);
  return changed;
}

void Watcher::modified(const css::lang::EventObject& event) {
  bool is_ours = false;
  for (const auto& part : parts_) is_ours = part->mark(event.Source) || is_ours;
  if (own_writing_ > 0 || is_look_due_) return;
  if (!is_ours && !is_news_beside_parts() && is_watching_ == is_controlled()) return;
  look_later();
}

bool Watcher::is_calculation_off() const { return !as<css::sheet::XCalculatable>(book_.document())->isAutomaticCalculationEnabled(); }

// A table that came or went with its sheet, or calculation that is on again: no cell that is watched tells of these.
bool Watcher::is_news_beside_parts() const {
  if (!is_watching_) return false;
  if (was_calculation_off_ && !is_calculation_off()) return true;
  return tables_of(book_)->getElementNames().getLength() != static_cast<sal_Int32>(tables_.size());
}

// The document is in the middle of its change; it is looked at when that is over.
void Watcher::look_later() {
  is_look_due_ = true;
  service<css::awt::XRequestCallback>(context_, "com.sun.star.awt.AsyncCallback")->addCallback(this, Any());
}

void Watcher::disposing(const css::lang::EventObject& event) {
  const rtl::Reference<Watcher> keep(this);
  if (Reference<css::uno::XInterface>(event.Source, css::uno::UNO_QUERY).get() != identity(book_)) return;
  end();
  watchers().erase(identity(book_));
}

void Watcher::notify(const Any&) {
  was_look_missed_ = true;
  const std::unique_lock<std::recursive_timed_mutex> lock(busy_, std::try_to_lock);
  if (!lock || turns_ > 0) return;
  was_look_missed_ = false;
  look_now();
}

void Watcher::look_now() {
  is_look_due_ = false;
  try {
    look();
  } catch (const css::uno::Exception&) {
    // The workbook was closed, or a range is gone with its sheet: what is left is watched from the next change on.
    end();
  }
}

void Watcher::look() {
  if (is_watching_) document::mend_tables(book_);
  if (is_controlled() != is_watching_) {
    if (is_watching_) {
      end();
      remove_bar(as<css::frame::XModel>(book_.document())->getCurrentController());
    } else {
      begin();
    }
    return;
  }
  plan::Observation seen;
  for (const auto& part : parts_) part->compare(seen.changes);
  find_copies(seen.changes);
  was_calculation_off_ = is_calculation_off();
  seen.lines = changed_lines();
  if (!seen.changes.empty() || !seen.lines.empty()) tell(seen, false);
}

void Watcher::tell(const plan::Observation& observed, bool while_absent) {
  const auto now = circumstances(context_);
  auto seen = observed;
  seen.while_absent = while_absent;
  const auto snapshot = document::read_tables(book_, {tables::control.name, tables::settings.name});
  const auto board = plan::Board::read(snapshot, now.language);
  if (board) {
    seen.decimals = board.value().decimals();
    for (auto& line : seen.lines) {
      const int at = board.value().line_by_id(line.id);
      if (at < 0) continue;
      line.name = board.value().lines()[static_cast<std::size_t>(at)].name;
      line.address = workbook::address(snapshot, board.value().lines()[static_cast<std::size_t>(at)].at);
    }
  }
  if (const auto log = book_.table(tables::log.name); log && log->EndRow - log->StartRow > 1) {
    const auto cells = as<css::sheet::XCellRangeData>(book_.sheet_at(log->Sheet)->getCellRangeByPosition(
                           log->StartColumn, log->EndRow - 1, log->EndColumn, log->EndRow - 1))->getDataArray();
    double id = 0;
    rtl::OUString hash;
    cells[0][0] >>= id;
    cells[0][cells[0].getLength() - 1] >>= hash;
    seen.last_id = static_cast<int>(id);
    seen.last_hash = to_utf8(hash);
  }
  const auto told = plan::watch(seen, now);
  if (told.log) {
    plan::Plan plan;
    plan.edits.push_back(*told.log);
    const OwnWriting own(book_);
    document::carry_out(book_, plan, rtl::OUString());
  }
  const auto controller = as<css::frame::XModel>(book_.document())->getCurrentController();
  if (told.notice.kind == plan::NoticeKind::cured) remove_bar(controller);
  if (told.notice.sentence.empty()) return;
  std::vector<BarButton> buttons;
  if (!while_absent) buttons.emplace_back(text(phrase::bar_undo, now.language), ".uno:Undo");
  buttons.emplace_back(text(phrase::bar_show, now.language), "org.steward.budget:show." + told.notice.address);
  show_bar(controller, bar_of(told.notice.kind), std::string(text(phrase::product_name, now.language)), told.notice.sentence, buttons);
}

void Watcher::compare_fingerprints() {
  const auto snapshot = document::read_tables(book_, {tables::settings.name});
  const auto kept = plan::kept_fingerprints(snapshot, circumstances(context_).language);
  plan::Observation seen;
  for (const auto& part : parts_) {
    const auto before = kept.find(part->part().table);
    if (before == kept.end()) continue;
    const auto now = plan::fingerprint_of(part->part().table, part->contents());
    if (now == before->second) continue;
    seen.changes.push_back({part->part(), {{"sha256=" + before->second}}, {{"sha256=" + now}}});
  }
  if (!seen.changes.empty()) tell(seen, true);
}

void Watcher::keep_fingerprints(const Context& context, const Reference<css::frame::XModel>& model) {
  const auto book = document::Book::of(model);
  const auto watcher = book ? of(*book) : rtl::Reference<Watcher>();
  if (!watcher.is() || !watcher->is_watching_) return;
  const Turn turn(*book);
  std::map<std::string, std::string> found;
  for (const auto& part : watcher->parts_) found[part->part().table] = plan::fingerprint_of(part->part().table, part->contents());
  const auto snapshot = document::read_tables(*book, {tables::settings.name});
  plan::Plan plan;
  plan.edits = plan::fingerprint_edits(snapshot, found, circumstances(context).language);
  plan.is_bookkeeping = true;
  const OwnWriting own(*book);
  document::carry_out(*book, plan, rtl::OUString());
}

}  // namespace steward::commands
