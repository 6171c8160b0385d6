#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// What one key says about the amounts of its row.
struct Saying {
  std::optional<Nature> nature;
  int year = 0;
  std::string year_label, version, currency;
  std::optional<AmountRole> role;
  auto tie() const { return std::tie(nature, year, year_label, version, currency, role); }
  bool operator<(const Saying& other) const { return tie() < other.tie(); }
};

/// A column whose keys say what may be added up: each key once, by where its text stands in memory or by its number.
class SlicingColumn {
 public:
  enum class Kind { nature, year, version, currency };
  /// The column, if its keys tell apart what must not be added up.
  static std::optional<SlicingColumn> of(const Draft& draft, const ColumnFacts& facts, const std::vector<Leaf>& leaves);
  Saying saying(const Draft& draft, int row) const;

  int column = 0;
  Kind kind = Kind::nature;
  std::map<std::string, Saying> sayings;
};

}  // namespace steward::recognise
