#include "allocation/credit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

using Credits = std::vector<double>;

struct Path {
  std::vector<std::size_t> channels;
  double converted = 1, lost = 0;
};

struct Journeys {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Path> paths;

  std::size_t channel(std::string_view name) {
    const auto [entry, is_new] = places.try_emplace(folded(name), names.size());
    if (is_new) {
      const auto first = name.find_first_not_of(" \t"), last = name.find_last_not_of(" \t");
      names.emplace_back(name.substr(first, last - first + 1));
    }
    return entry->second;
  }

  void add_contacts(Path& path, std::string_view text) {
    while (true) {
      const auto end = text.find('>');
      const std::string_view name = text.substr(0, end);
      if (!folded(name).empty()) path.channels.push_back(channel(name));
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }
};

Result<Journeys> journeys_in(const Table& table) {
  Journeys journeys;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Path path;
    std::vector<double> counts;
    for (std::size_t column = 0; column < table.columns(); ++column) {
      const Value& cell = table.at(row, column);
      if (std::holds_alternative<CellError>(cell)) return Fault{FaultKind::value, phrase::text_among_numbers, {}};
      if (const auto* text = std::get_if<std::string>(&cell)) journeys.add_contacts(path, *text);
      if (const auto* count = std::get_if<double>(&cell)) counts.push_back(*count);
    }
    if (std::ranges::any_of(counts, [](double count) { return count < 0; }))
      return Fault{FaultKind::number, phrase::negative_value, {}};
    if (!counts.empty()) path.converted = counts[0];
    if (counts.size() > 1)
      path.lost = counts[1];
    else if (path.converted == 0)
      path.lost = 1;
    if (!path.channels.empty()) journeys.paths.push_back(std::move(path));
  }
  if (journeys.paths.empty()) return Fault{FaultKind::not_available, phrase::no_path, {}};
  return journeys;
}

Credits by_contacts(const Journeys& journeys, CreditMethod method) {
  Credits credits(journeys.names.size());
  for (const Path& path : journeys.paths) {
    std::vector<std::size_t> sharing = path.channels;
    if (method == CreditMethod::first) sharing = {path.channels.front()};
    if (method == CreditMethod::last) sharing = {path.channels.back()};
    if (method == CreditMethod::shapley) {
      const std::set<std::size_t> distinct(sharing.begin(), sharing.end());
      sharing.assign(distinct.begin(), distinct.end());
    }
    for (const std::size_t channel : sharing) credits[channel] += path.converted / static_cast<double>(sharing.size());
  }
  return credits;
}

/// From where to where the paths went: channels, then the start; to channels, or to a conversion.
class Chain {
 public:
  explicit Chain(const Journeys& journeys)
      : size_(journeys.names.size()), to_((size_ + 1) * size_), converted_(size_ + 1), left_(size_ + 1) {
    for (const Path& path : journeys.paths) {
      const double weight = path.converted + path.lost;
      std::size_t from = size_;
      for (const std::size_t channel : path.channels) {
        to_[from * size_ + channel] += weight;
        left_[from] += weight;
        from = channel;
      }
      converted_[from] += path.converted;
      left_[from] += weight;
    }
  }

  /// The probability that a path converts when one channel leads nowhere.
  double conversion_without(std::optional<std::size_t> removed) const {
    // (I − Q) p = r over the channels, by elimination with pivots.
    std::vector<std::vector<double>> rows(size_, std::vector<double>(size_ + 1));
    for (std::size_t i = 0; i < size_; ++i) {
      rows[i][i] = 1;
      if (i == removed || left_[i] == 0) continue;
      for (std::size_t k = 0; k < size_; ++k)
        if (k != removed) rows[i][k] -= to_[i * size_ + k] / left_[i];
      rows[i][size_] = converted_[i] / left_[i];
    }
    const auto probability = solved(std::move(rows));
    double all = 0;
    for (std::size_t k = 0; k < size_; ++k)
      if (k != removed && left_[size_] > 0) all += to_[size_ * size_ + k] / left_[size_] * probability[k];
    return all;
  }

 private:
  static std::vector<double> solved(std::vector<std::vector<double>> rows) {
    const std::size_t size = rows.size();
    for (std::size_t at = 0; at < size; ++at) {
      const auto pivot =
          std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.end(),
                           [&](const auto& a, const auto& b) { return std::abs(a[at]) < std::abs(b[at]); });
      std::swap(rows[at], *pivot);
      if (rows[at][at] == 0) continue;
      for (std::size_t row = 0; row < size; ++row) {
        const double factor = row == at ? 0 : rows[row][at] / rows[at][at];
        if (factor == 0) continue;
        for (std::size_t k = at; k <= size; ++k) rows[row][k] -= factor * rows[at][k];
      }
    }
    std::vector<double> solution(size);
    for (std::size_t i = 0; i < size; ++i) solution[i] = rows[i][i] == 0 ? 0 : rows[i][size] / rows[i][i];
    return solution;
  }

  std::size_t size_;
  std::vector<double> to_, converted_, left_;
};

Result<Credits> by_removal(const Journeys& journeys, double conversions) {
  constexpr std::size_t most_channels = 100;
  if (journeys.names.size() > most_channels) return Fault{FaultKind::number, phrase::too_much_work, {}};
  Credits credits(journeys.names.size());
  const Chain chain(journeys);
  const double all = chain.conversion_without(std::nullopt);
  for (std::size_t channel = 0; channel < credits.size(); ++channel)
    credits[channel] = all == 0 ? 0 : 1 - chain.conversion_without(channel) / all;
  const double effects = std::accumulate(credits.begin(), credits.end(), 0.0);
  for (double& each : credits) each = effects == 0 ? 0 : each / effects * conversions;
  return credits;
}

}  // namespace

Result<Table> credit(const Table& paths, CreditMethod method) {
  STEWARD_TRY(const auto journeys, journeys_in(paths));
  double conversions = 0;
  for (const Path& path : journeys.paths) conversions += path.converted;
  Credits credits;
  if (method == CreditMethod::markov) {
    STEWARD_TRY(credits, by_removal(journeys, conversions));
  } else {
    credits = by_contacts(journeys, method);
  }
  Table table;
  for (std::size_t channel = 0; channel < credits.size(); ++channel)
    table.append({journeys.names[channel], credits[channel], conversions == 0 ? 0.0 : credits[channel] / conversions});
  return table;
}

}  // namespace steward::allocation
