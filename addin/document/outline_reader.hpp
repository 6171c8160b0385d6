#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Adds the outline levels of rows to a snapshot. The office has no property for them: they are read from the file that
/// the workbook came from while it is unchanged, else from a copy written to memory, which leaves the document, its undo
/// and its state as they are. Large workbooks that were changed, or came from another kind of file, are left without.
void read_outlines(const Context& context, const Book& book, workbook::Snapshot& snapshot);

}  // namespace steward::document
