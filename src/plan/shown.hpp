#pragma once

#include <string>
#include <vector>

#include "plan/board.hpp"
#include "value.hpp"
#include "words/words.hpp"

/// Answers of commands as dialogs show them: amounts with their thousands grouped, codes in words.
namespace steward::plan {

using ShownRow = std::vector<std::string>;

/// A stage as a user says it.
std::string stage_in_words(Stage stage, Language language);

/// What `explain` answers.
struct ShownExplanation {
  std::string headline;             ///< name, what is available or over, and the revised budget
  std::vector<ShownRow> terms;      ///< term, amount, note
  std::vector<ShownRow> postings;   ///< id, amount, details
};
ShownExplanation shown_explanation(const Table& answer, int decimals, Language language);

/// What `post` answers: verdict, row, line, period, available, excess, message.
std::vector<ShownRow> shown_verdicts(const Table& answer, int decimals, Language language);

/// What `postings` answers: id, date, stage, amount, document, reference, counterparty, memo.
std::vector<ShownRow> shown_postings(const Table& answer, int decimals, Language language);

/// Rows of postings that are to come in, by the names of their columns: row, stage, line by its key, amount, document.
std::vector<ShownRow> shown_incoming(const Table& rows, const Board& board, Language language);

/// What `check` answers: kind, line, cell, message.
std::vector<ShownRow> shown_findings(const Table& answer, Language language);

}  // namespace steward::plan
