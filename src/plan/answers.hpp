#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/options.hpp"
#include "recognise/recognise.hpp"

namespace steward::plan {

/// What the user has answered, by the question's key ("sign@$Budget.$A$4") or by its kind alone ("sign").
using Answers = std::map<std::string, std::string>;

/// The option "answers": rows of key and answer, or "sign = yes; scenario = Option 2".
/// Faults: refused when a part of the text has no "=".
Result<Answers> read_answers(const OptionReader& options);

/// A key with its cell told by its place in the first of the areas that holds it, "sign@1#0,2", so that it moves with
/// the table; and back. A key without a cell, or with one outside the areas, stays as it is.
std::string kept_key(const workbook::Snapshot& book, const std::string& key, const std::vector<workbook::Area>& areas);
std::string found_key(const workbook::Snapshot& book, const std::string& key, const std::vector<workbook::Area>& areas);

/// The user's own tables that are under control, by the names that set-up gave them; the first is the main one.
std::vector<workbook::Area> source_areas(const workbook::Snapshot& book);
/// The name of the table at that place, from 0.
std::string source_name(std::size_t index);

/// The answers that a controlled workbook remembers; none where it is not under control.
Answers remembered_answers(const workbook::Snapshot& book);

/// The question as a refusal that says how to answer it.
Fault asked(const recognise::Question& question, Language language);

}  // namespace steward::plan
