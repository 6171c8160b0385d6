#pragma once

#include <future>
#include <map>
#include <span>
#include <string>

#include "plan/control_book.hpp"
#include "plan/log_writer.hpp"

namespace steward::plan {

/// Makes rows of the Ledger table of postings, numbered on from the last one there, and the row of the log that proves
/// them.
class LedgerWriter {
 public:
  /// `sheet_rows`: how many rows a sheet can hold.
  LedgerWriter(ControlBook& control, const Circumstances& now, std::size_t sheet_rows = 1'048'576)
      : control_(control), now_(now), at_(moment(now)), layout_(tables::ledger, control.dimensions().size()), sheet_rows_(sheet_rows),
        columns_(layout_.width()) {}
  /// So many postings may come.
  void expect(std::size_t postings) { columns_ = RowsByColumn(layout_.width(), postings); }

  /// A posting that is in the ledger already: new ones are numbered after it.
  void remember(const ledger::Posting& posting);
  /// The same of every row of the Ledger table.
  void remember_all();
  /// Faults: refused when a day lies outside the calendar, or the sheet has too few rows left.
  Outcome add(std::span<const ledger::Posting> postings);
  /// The same, but the cells of many postings are made by another thread while the caller goes on. What the texts of the
  /// postings look at must stay until finish().
  Outcome add_meanwhile(std::span<const ledger::Posting> postings);
  /// All cells are made.
  void finish();
  bool is_empty() const { return count_ == 0; }
  /// The rows, and what the log says of them. Only when they are finished.
  Edit edit();
  std::string log_text() const;

 private:
  void remember_id(std::string_view id);
  Outcome check_room(std::size_t more) const;
  Outcome queue(std::span<const ledger::Posting> postings);
  void write_waiting();
  void write();
  const std::string& label_of(control::PeriodNumber period);

  // A posting with what is found out while it is added.
  struct Numbered {
    ledger::Posting posting;
    int number;
    std::string_view period;
  };

  ControlBook& control_;
  const Circumstances& now_;
  std::string at_;
  tables::Layout layout_;
  std::size_t sheet_rows_;
  RowsByColumn columns_;
  RowChain chain_;
  Money total_;
  int last_ = 0, count_ = 0;
  std::map<control::PeriodNumber, std::string> labels_;
  std::vector<Numbered> waiting_, in_work_;
  std::vector<Content> row_;
  std::future<void> work_;  ///< touches nothing but what is in work, the columns and the chain
};

}  // namespace steward::plan
