#include "workbook/relative.hpp"

#include <gtest/gtest.h>

namespace steward::workbook {
namespace {

struct Case {
  const char* formula;
  int row, column;
  const char* seen;
};

class SeenFrom : public testing::TestWithParam<Case> {};

TEST_P(SeenFrom, ShowsRelativePartsAsDistances) {
  const auto& [formula, row, column, seen] = GetParam();
  EXPECT_EQ(seen_from(formula, row, column), seen);
}

INSTANTIATE_TEST_SUITE_P(
    Formulas, SeenFrom,
    testing::Values(Case{"=A1+B$2-$C3*$D$4", 4, 1, "=R[-4]C[-1]+R1C[0]-R[-2]C2*R3C3"},
                    Case{"=SUM(B5:B9)", 9, 1, "=SUM(R[-5]C[0]:R[-1]C[0])"},
                    Case{"=IF(N(H7)=0;\"A1 of Q1\";H7)", 6, 0, "=IF(N(R[0]C[7])=0;\"A1 of Q1\";R[0]C[7])"},
                    Case{"=$'It''s A1'.B2", 1, 1, "=$'It''s A1'.R[0]C[0]"},
                    Case{"=Q1.B2+$Q1.B2", 1, 1, "=Q1.R[0]C[0]+$Q1.R[0]C[0]"},
                    Case{"=ORG.STEWARD.BUDGET.FUNCTIONS.USED(A2;LOG10(B2))", 1, 0, "=ORG.STEWARD.BUDGET.FUNCTIONS.USED(R[0]C[0];LOG10(R[0]C[1]))"},
                    Case{"=steward_ledger+FY2026_P03+TAX1", 0, 0, "=steward_ledger+FY2026_P03+TAX1"},
                    Case{"=\"left open A1", 0, 0, "=\"left open A1"}, Case{"", 0, 0, ""}));

TEST(SeenFrom, IsTheSameInCellsThatAreFilledFromOneAnother) {
  EXPECT_EQ(seen_from("=C5/$B5-D$1", 4, 4), seen_from("=C905/$B905-D$1", 904, 4));
  EXPECT_NE(seen_from("=C5/$B5-D$1", 4, 4), seen_from("=C905/$B904-D$1", 904, 4));
}

}  // namespace
}  // namespace steward::workbook
