#pragma once

#include "recognise/grid.hpp"

namespace steward::recognise {

/// The column in which a second table begins beside the first one under the same header row: labels right of figures
/// and left of figures, after a blank column, or under a header that begins again ("Item | Budget | Item | Budget",
/// "Charges | Montant | Produits | Montant"). −1 where there is only one table.
int second_table(const Grid& grid, const workbook::Area& area, int header);

/// The column in which a second list begins beside the first, where no header says so: "Receipts | | Expenses |" over labels
/// and amounts, labels and amounts. −1 where there is none.
int second_list(const Grid& grid, const workbook::Area& area);

}  // namespace steward::recognise
