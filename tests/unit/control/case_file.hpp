#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "intake/csv.hpp"
#include "ledger/keys.hpp"

namespace steward::control {

/// A row of a table of cases, by column.
using CaseRow = std::map<std::string, std::string>;

inline std::vector<CaseRow> case_rows(const std::string& name) {
  std::ifstream file(std::string(STEWARD_SOURCE) + "/tests/cases/" + name);
  std::stringstream text;
  text << file.rdbuf();
  const auto table = intake::read_csv(text.str());
  std::vector<CaseRow> rows;
  if (table.has_error()) return rows;
  const Table& cells = table.value();
  for (std::size_t row = 1; row < cells.rows(); ++row) {
    CaseRow found;
    for (std::size_t column = 0; column < cells.columns(); ++column)
      found[ledger::key_text(cells.at(0, column))] = ledger::key_text(cells.at(row, column));
    rows.push_back(std::move(found));
  }
  return rows;
}

/// The parts of a text between marks, without the blanks around them.
inline std::vector<std::string> parts(const std::string& text, const std::string& mark) {
  std::vector<std::string> found;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find(mark, from), text.size());
    std::string part = text.substr(from, end - from);
    const auto first = part.find_first_not_of(' ');
    if (first != std::string::npos) found.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
    from = end + mark.size();
  }
  return found;
}

/// One row of a document: stage, account, amount, day and what else was said.
struct CasePosting {
  std::string stage, account, amount, day;
  std::map<std::string, std::string> more;
};
struct CaseDocument {
  std::string name, verdict;
  std::vector<CasePosting> rows;
};

/// "D1: actual a 60 0310 ; actual b 5 0310 ref=O1 -> Stop | D2: …"
inline std::vector<CaseDocument> documents(const std::string& text) {
  std::vector<CaseDocument> found;
  for (const auto& one : parts(text, " | ")) {
    const auto halves = parts(one, " -> ");
    const auto colon = halves.at(0).find(':');
    CaseDocument document{halves[0].substr(0, colon), halves.at(1), {}};
    for (const auto& row : parts(halves[0].substr(colon + 1), " ; ")) {
      std::istringstream words(row);
      CasePosting posting;
      words >> posting.stage >> posting.account >> posting.amount >> posting.day;
      for (std::string word; words >> word;) posting.more[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
      document.rows.push_back(std::move(posting));
    }
    found.push_back(std::move(document));
  }
  return found;
}

}  // namespace steward::control
