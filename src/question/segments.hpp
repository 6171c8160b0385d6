#pragma once

#include <vector>

#include "question/terms.hpp"

namespace steward::question {

/// Every way to cut a question into terms of the grammar with no more pieces than needed, and `spare` more: each with
/// its tokens in order. None when a word belongs to no term, or when there are too many ways to tell.
std::vector<std::vector<Token>> segmentations(const std::string& question, const std::vector<Term>& of_table, int spare);

}  // namespace steward::question
