#pragma once

#include <string>
#include <vector>

#include "plan/command.hpp"
#include "plan/control_book.hpp"
#include "plan/tempo.hpp"

/// The parts of Check Now: each looks at one side of a workbook that was replayed, and adds what it finds.
namespace steward::plan {

enum class Severity { error, stop, warning, note };

/// One row of the answer.
struct Found {
  Severity severity;
  std::string line, cell, message;
};

/// What every part needs.
class Inspector {
 protected:
  Inspector(const Request& request, ControlBook& control, std::vector<Found>& rows)
      : request_(request), control_(control), rows_(rows) {}

  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const {
    return filled(phrase, request_.now.language, blanks);
  }
  std::string money(Money amount) const { return amount.text(control_.decimals()); }
  std::string name_of(control::LineNumber line) {
    return control::shown(std::span<const std::string>(control_.lines()[line].key));
  }
  void found(Severity severity, std::string line, std::string cell, std::string message) {
    rows_.push_back({severity, std::move(line), std::move(cell), std::move(message)});
  }
  std::string cell_of(const TableReader& table, int row, std::size_t place) const {
    return workbook::address(request_.book, table.position(row, place));
  }

  const Request& request_;
  ControlBook& control_;

 private:
  std::vector<Found>& rows_;
};

/// Lines against their rules: breaches, alert levels, under-runs, spikes, pace and attainment.
void check_lines(const Request& request, ControlBook& control, Tempo& tempo, std::vector<Found>& rows);

/// The user's own table against the approved version, the formulas of Control, and what lies outside of tables.
void check_sheets(const Request& request, ControlBook& control, std::vector<Found>& rows);

}  // namespace steward::plan
