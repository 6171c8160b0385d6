#include "workbook/outline.hpp"

#include <algorithm>
#include <charconv>

namespace steward::workbook {
namespace {

constexpr int most_rows_of_group = 100000;  // a group of all the empty rows below a table tells nothing

// Reads tags from left to right; what stands between them does not matter.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Outline> read() {
    for (std::size_t at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at + 1)) {
      const auto end = text_.find('>', at);
      if (end == std::string_view::npos) break;
      tag(text_.substr(at + 1, end - at - 1));
    }
    return std::move(found_);
  }

 private:
  static std::string_view name_of(std::string_view tag) { return tag.substr(0, tag.find_first_of(" \n\t/")); }

  void tag(std::string_view tag) {
    const bool closes = tag.starts_with('/'), is_whole = tag.ends_with('/');
    if (closes) tag.remove_prefix(1);
    const auto name = name_of(tag);
    // A document within the document is a chart with a table of its own; shapes lie between a sheet and its rows.
    if (name == "draw:object" || name == "table:shapes") within_ += is_whole ? 0 : closes ? -1 : 1;
    if (within_ > 0) return;
    if (name == "table:table" && !closes) {
      found_.emplace_back();
      row_ = level_ = 0;
    } else if (name == "table:table-row-group" && !is_whole) {
      level_ += closes ? -1 : 1;
    } else if (name == "table:table-row" && !closes && !found_.empty()) {
      add_rows(repeated(tag));
    }
  }

  static int repeated(std::string_view tag) {
    constexpr std::string_view name = "table:number-rows-repeated=\"";
    const auto at = tag.find(name);
    int count = 1;
    if (at != std::string_view::npos)
      std::from_chars(tag.data() + at + name.size(), tag.data() + tag.size(), count);
    return std::max(count, 1);
  }

  void add_rows(int count) {
    if (level_ > 0 && count <= most_rows_of_group)
      for (int i = 0; i < count; ++i) found_.back()[row_ + i] = level_;
    row_ += count;
  }

  std::string_view text_;
  std::vector<Outline> found_;
  int row_ = 0, level_ = 0, within_ = 0;
};

}  // namespace

std::vector<Outline> outlines(std::string_view flat_document) {
  return Reader(flat_document).read();
}

}  // namespace steward::workbook
