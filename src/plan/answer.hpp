#pragma once

#include <initializer_list>
#include <string>

#include "money/money.hpp"
#include "value.hpp"

namespace steward::plan {

/// The table that a command returns, begun with its header.
inline Table answer_with(std::initializer_list<const char*> columns) {
  std::vector<Value> header;
  for (const char* column : columns) header.emplace_back(std::string(column));
  Table answer;
  answer.append(std::move(header));
  return answer;
}

}  // namespace steward::plan
