#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Undo gives back the areas of all tables as they were before the step that is undone, also of those that grew outside the
/// user's undo since: the log, and the fingerprints in Settings. Makes every control table reach to its end row again, so
/// that no row of the log is lost or written over. A table whose end row is gone stays as it is.
void reach_to_end_rows(const Book& book);

}  // namespace steward::document
