#pragma once

#include "matrix.hpp"
#include "result.hpp"

namespace steward::forecast {

/// A correlation ready for simulation: its lower triangular root (root × rootᵀ = correlation), and how much the
/// furthest entry had to be changed to make it possible; 0 when nothing was.
struct CorrelationRoot {
  Matrix<double> root;
  double changed = 0;
};

/// For `lines` amounts: one number is the correlation of every pair, else a square table. A table that no amounts can
/// have (not positive semidefinite) is replaced by the nearest one: negative eigenvalues become 0 and the diagonal is
/// scaled back to 1 (Rebonato & Jäckel 2000).
/// Fault: argument when it is neither, not symmetric to 1e-9, has a diagonal other than 1, or an entry outside −1…1.
Result<CorrelationRoot> correlation_root(const Matrix<double>& correlation, std::size_t lines);

}  // namespace steward::forecast
