#include "functions/uno/indexes.hpp"

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XCellRangesAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <map>
#include <mutex>

#include "functions/parameter.hpp"
#include "functions/uno/answer.hpp"
#include "functions/uno/range_ledger.hpp"
#include "uno.hpp"
#include "words/phrases/ledger.gen.hpp"

namespace steward::functions {
namespace {

using Document = Reference<css::uno::XInterface>;
using ledger::SharedIndex;

/// The stores of all open documents. Calls come on any thread, so each holds the lock as long as it looks or keeps; no
/// call to the office is made under it.
class Stores {
 public:
  /// Lives as long as the office does: documents are disposed after statics would be.
  static Stores& all() {
    static auto& stores = *new Stores;
    return stores;
  }

  void keep(const Document& document, SharedIndex index);
  SharedIndex find(const Document& document, std::string_view hash);
  void drop(css::uno::XInterface* document) {
    const std::lock_guard lock(mutex_);
    stores_.erase(document);
  }

 private:
  // The weak reference tells a document from a later one at the same place in memory.
  struct Store {
    css::uno::WeakReference<css::uno::XInterface> document;
    ledger::IndexStore indexes;
  };

  std::mutex mutex_;
  std::map<css::uno::XInterface*, Store> stores_;
};

/// Drops the store of a document that is closed.
class Closing final : public cppu::WeakImplHelper1<css::lang::XEventListener> {
 public:
  explicit Closing(css::uno::XInterface* document) : document_(document) {}
  void SAL_CALL disposing(const css::lang::EventObject&) override { Stores::all().drop(document_); }

 private:
  css::uno::XInterface* document_;
};

void Stores::keep(const Document& document, SharedIndex index) {
  bool is_new = false;
  {
    const std::lock_guard lock(mutex_);
    const auto found = stores_.find(document.get());
    if (found != stores_.end() && found->second.document.get() != document) stores_.erase(found);
    auto& store = stores_[document.get()];
    is_new = !store.document.get().is();
    if (is_new) store.document = document;
    store.indexes.keep(std::move(index));
  }
  const Reference<css::lang::XComponent> closes(document, css::uno::UNO_QUERY);
  if (is_new && closes.is()) closes->addEventListener(new Closing(document.get()));
}

SharedIndex Stores::find(const Document& document, std::string_view hash) {
  const std::lock_guard lock(mutex_);
  const auto found = stores_.find(document.get());
  if (found == stores_.end() || found->second.document.get() != document) return nullptr;
  return found->second.indexes.find(hash);
}

using Range = Reference<css::table::XCellRange>;

Result<SharedIndex> index_of(const Range& range) {
  rtl::OUString address;
  as<css::beans::XPropertySet>(range)->getPropertyValue("AbsoluteName") >>= address;
  // Days stay numbers in an index: whoever asks says from which day they count.
  const RangeLedger source(range, NullDate{}.day);
  STEWARD_TRY(auto index, ledger::LedgerIndex::from(source, to_utf8(address)));
  return std::make_shared<const ledger::LedgerIndex>(std::move(index));
}

// The range of an address, then those of the same place on every sheet. An address that is none in this document has
// no range.
std::vector<Range> ranges_at(const Document& document, const rtl::OUString& address) {
  std::vector<Range> ranges;
  const auto sheets = as<css::sheet::XSpreadsheetDocument>(document)->getSheets();
  try {
    for (const auto& range : as<css::sheet::XCellRangesAccess>(sheets)->getCellRangesByName(address)) ranges.push_back(range);
  } catch (const css::uno::Exception&) {
  }
  const rtl::OUString place = address.copy(address.lastIndexOf('.') + 1);
  for (const auto& name : sheets->getElementNames()) {
    try {
      ranges.push_back(sheets->getByName(name).get<Range>()->getCellRangeByName(place));
    } catch (const css::uno::Exception&) {
    }
  }
  return ranges;
}

Result<SharedIndex> found_again(const Document& document, const ledger::Handle& handle) {
  for (const Range& range : ranges_at(document, to_office(handle.address))) {
    const auto index = index_of(range);
    if (index.has_error() || index.value()->hash() != handle.hash) continue;
    Stores::all().keep(document, index.value());
    return index;
  }
  return Fault{FaultKind::not_available, phrase::index_unknown, {}};
}

}  // namespace

Argument to_index(const Range& ledger, const Reference<css::beans::XPropertySet>& document) {
  if (!ledger.is()) return Omitted();
  const auto index = index_of(ledger);
  if (index && document.is()) Stores::all().keep(Document(document, css::uno::UNO_QUERY), index.value());
  return index;
}

Argument to_index(const Any& handle, const Reference<css::beans::XPropertySet>& document) {
  const Argument given = to_argument(handle);
  if (std::holds_alternative<Omitted>(given)) return given;
  const auto text = read_single<std::string>(given, "index", {});
  if (text.has_error()) return Result<SharedIndex>(text.error());
  const auto wanted = text.value() ? ledger::read_handle(*text.value()) : std::nullopt;
  if (!wanted || !document.is()) return Result<SharedIndex>(Fault{FaultKind::not_available, phrase::index_unknown, {}});
  const Document identity(document, css::uno::UNO_QUERY);
  if (const auto index = Stores::all().find(identity, wanted->hash)) return Result<SharedIndex>(index);
  return found_again(identity, *wanted);
}

}  // namespace steward::functions
