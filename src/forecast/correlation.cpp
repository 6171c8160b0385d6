#include "forecast/correlation.hpp"

#include <algorithm>
#include <cmath>

#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {
namespace {

bool is_correlation(const Matrix<double>& c) {
  for (std::size_t i = 0; i < c.rows(); ++i)
    for (std::size_t j = 0; j < c.columns(); ++j) {
      if (!(std::abs(c.at(i, j)) <= 1) || std::abs(c.at(i, j) - c.at(j, i)) > 1e-9) return false;
      if (i == j && std::abs(c.at(i, i) - 1) > 1e-9) return false;
    }
  return true;
}

// Cholesky's decomposition; false when the matrix is not positive semidefinite. A column that is decided by those
// before it has root 0.
bool decompose(const Matrix<double>& c, Matrix<double>& root) {
  constexpr double nothing = 1e-10;
  const std::size_t n = c.rows();
  root = Matrix<double>(n, n);
  for (std::size_t j = 0; j < n; ++j) {
    double rest = c.at(j, j);
    for (std::size_t k = 0; k < j; ++k) rest -= root.at(j, k) * root.at(j, k);
    if (rest < -nothing) return false;
    const double pivot = rest > nothing ? std::sqrt(rest) : 0;
    root.at(j, j) = pivot;
    for (std::size_t i = j + 1; i < n; ++i) {
      double sum = c.at(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= root.at(i, k) * root.at(j, k);
      if (pivot == 0 && std::abs(sum) > 1e-6) return false;
      root.at(i, j) = pivot > 0 ? sum / pivot : 0;
    }
  }
  return true;
}

// One rotation of Jacobi's method: makes entry (p, q) of a 0 and turns the vectors with it.
void rotate(Matrix<double>& a, Matrix<double>& vectors, std::size_t p, std::size_t q) {
  const double theta = (a.at(q, q) - a.at(p, p)) / (2 * a.at(p, q));
  const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double cosine = 1 / std::sqrt(t * t + 1), sine = t * cosine;
  const auto turn = [&](double& x, double& y) {
    const double turned = cosine * x - sine * y;
    y = sine * x + cosine * y;
    x = turned;
  };
  for (std::size_t k = 0; k < a.rows(); ++k) turn(a.at(k, p), a.at(k, q));
  for (std::size_t k = 0; k < a.rows(); ++k) turn(a.at(p, k), a.at(q, k));
  for (std::size_t k = 0; k < a.rows(); ++k) turn(vectors.at(k, p), vectors.at(k, q));
}

// Eigenvalues on the diagonal of what is returned, eigenvectors in the columns of `vectors`.
Matrix<double> diagonal_of(Matrix<double> a, Matrix<double>& vectors) {
  const std::size_t n = a.rows();
  vectors = Matrix<double>(n, n);
  for (std::size_t i = 0; i < n; ++i) vectors.at(i, i) = 1;
  for (int sweep = 0; sweep < 60; ++sweep) {
    double off = 0;
    for (std::size_t p = 0; p < n; ++p)
      for (std::size_t q = p + 1; q < n; ++q) {
        if (std::abs(a.at(p, q)) < 1e-15) continue;
        off += a.at(p, q) * a.at(p, q);
        rotate(a, vectors, p, q);
      }
    if (off < 1e-24) break;
  }
  return a;
}

Matrix<double> nearest(const Matrix<double>& c) {
  const std::size_t n = c.rows();
  Matrix<double> vectors;
  const Matrix<double> values = diagonal_of(c, vectors);
  Matrix<double> result(n, n);
  for (std::size_t k = 0; k < n; ++k) {
    const double value = std::max(values.at(k, k), 1e-9);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) result.at(i, j) += value * vectors.at(i, k) * vectors.at(j, k);
  }
  std::vector<double> scale(n);
  for (std::size_t i = 0; i < n; ++i) scale[i] = 1 / std::sqrt(result.at(i, i));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) result.at(i, j) *= scale[i] * scale[j];
  return result;
}

}  // namespace

Result<CorrelationRoot> correlation_root(const Matrix<double>& correlation, std::size_t lines) {
  Matrix<double> c = correlation;
  if (correlation.size() == 1 && lines > 1) {
    c = Matrix<double>(lines, lines, correlation.at(0, 0));
    for (std::size_t i = 0; i < lines; ++i) c.at(i, i) = 1;
  }
  if (c.rows() != lines || c.columns() != lines || !is_correlation(c))
    return Fault{FaultKind::argument, phrase::correlation_unusable, {numeral(static_cast<double>(lines))}};
  CorrelationRoot result;
  if (decompose(c, result.root)) return result;
  const Matrix<double> possible = nearest(c);
  for (std::size_t i = 0; i < c.size(); ++i)
    result.changed = std::max(result.changed, std::abs(possible.cells()[i] - c.cells()[i]));
  if (!decompose(possible, result.root))
    return Fault{FaultKind::number, phrase::correlation_unusable, {numeral(static_cast<double>(lines))}};
  return result;
}

}  // namespace steward::forecast
