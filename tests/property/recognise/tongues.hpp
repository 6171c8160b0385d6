#pragma once

#include <array>
#include <vector>

namespace steward::support {

/// The words of budget workbooks in one language.
struct Tongue {
  const char *label, *code, *budget, *revised, *committed, *actual, *variance, *total, *subtotal, *income, *expense, *type,
      *year, *amount, *title, *quantity, *price, *unit, *of_which, *option, *opening, *closing, *quarter, *net, *level;
  std::array<const char*, 12> months;
  std::array<const char*, 8> lines;
  bool has_comma;                        ///< 1.234,56
  std::vector<const char*> text_styles;  ///< of amounts that are text, with "%s" for the grouped digits
};

const std::vector<Tongue>& tongues();

}  // namespace steward::support
