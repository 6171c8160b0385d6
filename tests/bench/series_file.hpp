#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace steward::bench {

/// One line of a file of test series: id,source,domain,period,m,h,sy,ss,n,train,test; train and test are numbers
/// separated by blanks.
struct TestSeries {
  std::string id;
  std::size_t season, horizon;
  std::vector<double> history, future;
};

inline std::vector<double> numbers_in(const std::string& text) {
  std::istringstream in(text);
  std::vector<double> result;
  for (double value; in >> value;) result.push_back(value);
  return result;
}

inline std::vector<TestSeries> read_series(const std::string& path) {
  std::ifstream file(path);
  std::vector<TestSeries> result;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream in(line);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    if (cells.size() < 11) continue;
    result.push_back(
        {cells[0], std::stoul(cells[4]), std::stoul(cells[5]), numbers_in(cells[9]), numbers_in(cells[10])});
  }
  return result;
}

}  // namespace steward::bench
