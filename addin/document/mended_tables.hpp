#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Makes every control table what it was before the office itself damaged it. Undo gives back the areas of all tables as
/// they were before the step that is undone, also of those that grew outside the user's undo since (the log, and the
/// fingerprints in Settings): each reaches to its end row again, so that no row of the log is lost or written over. With a
/// sheet that is deleted the office loses the tables of the sheet before it as well: each is found again by the named range
/// over its cells. A table whose end row or sheet is gone stays as it is.
void mend_tables(const Book& book);

}  // namespace steward::document
