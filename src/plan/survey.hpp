#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/command.hpp"

namespace steward::plan {

/// A table that set-up may take as the budget.
struct Candidate {
  std::string number;   ///< as the option "table" takes it
  std::string caption;  ///< title and address
};

/// Something set-up has to ask. `choices` may be empty: any text is an answer then.
struct Inquiry {
  struct Choice {
    std::string words;
    std::string option;  ///< which option it sets
    Option value;
  };
  std::string sentence;
  std::vector<Choice> choices;
};

/// What a user sees of a workbook before it is put under control.
struct Survey {
  /// Those that hold a budget, in the order of the workbook; where there are several, all of them together stand first.
  std::vector<Candidate> tables;
  std::size_t suggested = 0;      ///< the one to begin with
  std::string found;              ///< lines, periods, totals and findings of the chosen table, a line each
  std::string year;               ///< the fiscal year that was recognised; while it is asked for, the present one
  std::optional<Inquiry> question;
  std::optional<Plan> plan;  ///< of the command setUp; nothing while something is open
};

/// Reads the workbook as setUp would with these options, without writing anything. Answers given before stand in the
/// options: a choice of an inquiry is put there under its `option`, rows of "answers" one below the other.
Survey survey(const Request& request);

/// Adds the choice to the options of a call, as a user's answer.
void answer(Options& options, const Inquiry::Choice& choice);

}  // namespace steward::plan
