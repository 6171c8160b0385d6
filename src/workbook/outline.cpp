#include "workbook/outline.hpp"

#include <algorithm>
#include <charconv>

namespace steward::workbook {
namespace {

constexpr int most_rows_of_group = 100000;  // a group of all the empty rows below a table tells nothing

template <class Visit>
void for_each_tag(std::string_view text, Visit visit) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const auto end = text.find('>', at);
    if (end == std::string_view::npos) break;
    visit(text.substr(at + 1, end - at - 1));
  }
}

std::string_view name_of(std::string_view tag) {
  return tag.substr(0, tag.find_first_of(" \n\r\t/"));
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool begins = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t' || tag[at - 1] == '\r');
    const auto mark = at + name.size() + 1;
    if (!begins || mark >= tag.size() || tag[mark - 1] != '=') continue;
    const auto end = tag.find(tag[mark], mark + 1);
    return end == std::string_view::npos ? std::string_view() : tag.substr(mark + 1, end - mark - 1);
  }
  return {};
}

int number(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Reads tags from left to right; what stands between them does not matter.
class Reader {
 public:
  void tag(std::string_view tag) {
    const bool closes = tag.starts_with('/'), is_whole = tag.ends_with('/');
    if (closes) tag.remove_prefix(1);
    const auto name = name_of(tag);
    // A document within the document is a chart with a table of its own; shapes lie between a sheet and its rows.
    if (name == "draw:object" || name == "table:shapes") within_ += is_whole ? 0 : closes ? -1 : 1;
    if (within_ > 0) return;
    if (name == "table:table" && !closes) {
      found.emplace_back();
      row_ = level_ = 0;
    } else if (name == "table:table-row-group" && !is_whole) {
      level_ += closes ? -1 : 1;
    } else if (name == "table:table-row" && !closes && !found.empty()) {
      add_rows(std::max(number(attribute(tag, "table:number-rows-repeated"), 1), 1));
    }
  }

  std::vector<Outline> found;

 private:
  void add_rows(int count) {
    if (level_ > 0 && count <= most_rows_of_group)
      for (int i = 0; i < count; ++i) found.back()[row_ + i] = level_;
    row_ += count;
  }

  int row_ = 0, level_ = 0, within_ = 0;
};

// "worksheets/sheet1.xml" beside the workbook, "/xl/worksheets/sheet1.xml" from the root of the package.
std::string part_of(std::string_view target) {
  return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

}  // namespace

std::vector<Outline> outlines(std::string_view open_document) {
  Reader reader;
  for_each_tag(open_document, [&](std::string_view tag) { reader.tag(tag); });
  return std::move(reader.found);
}

Outline outline_of_worksheet(std::string_view worksheet) {
  Outline outline;
  int row = 0;
  for_each_tag(worksheet, [&](std::string_view tag) {
    if (name_of(tag) != "row") return;
    row = number(attribute(tag, "r"), row + 1);
    const int level = number(attribute(tag, "outlineLevel"), 0);
    if (level > 0 && row > 0) outline[row - 1] = level;
  });
  return outline;
}

std::vector<std::string> worksheet_parts(std::string_view workbook, std::string_view relations) {
  std::map<std::string_view, std::string_view> targets;
  for_each_tag(relations, [&](std::string_view tag) {
    if (name_of(tag) == "Relationship") targets.emplace(attribute(tag, "Id"), attribute(tag, "Target"));
  });
  std::vector<std::string> parts;
  for_each_tag(workbook, [&](std::string_view tag) {
    if (name_of(tag) != "sheet") return;
    const auto target = targets.find(attribute(tag, "r:id"));
    parts.push_back(target == targets.end() ? std::string() : part_of(target->second));
  });
  return parts;
}

}  // namespace steward::workbook
