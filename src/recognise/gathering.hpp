#pragma once

#include <string_view>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Begins the key of what is asked of several columns of a table.
inline constexpr std::string_view for_all = "all ";

/// Questions of one kind about several columns of a table become one, and so do those that tables of one shape repeat over
/// the sheets: it is answered under a key of its own, for all of them. A column's own key is still obeyed, and goes before it.
void gather_questions(const std::vector<Draft*>& drafts);

/// What was answered about all columns of the table to the questions of a kind.
std::optional<std::string> answer_for_all(const Draft& draft, std::string_view kind);

}  // namespace steward::recognise
