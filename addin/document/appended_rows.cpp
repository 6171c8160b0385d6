#include "document/appended_rows.hpp"

#include <algorithm>
#include <cmath>

#include "plan/log_edit.hpp"

namespace steward::document {
namespace {

// A line break makes a cell of paragraphs, and what is no UTF-8 comes back as something else.
bool comes_back(const std::string& text) {
  constexpr std::size_t longest = 30'000;
  if (text.size() > longest) return false;
  const auto is_plain = [](char letter) { return letter >= ' ' && letter < '\x7F'; };
  const auto is_control = [](char letter) { return (letter >= 0 && letter < ' ') || letter == '\x7F'; };
  if (std::ranges::all_of(text, is_plain)) return true;
  return std::ranges::none_of(text, is_control) && to_utf8(to_office(text)) == text;
}

// Packs one cell after the other; false where one may come back otherwise.
class Packer {
 public:
  Packer(PackedRows& rows, Date null_date) : rows_(rows), null_date_(null_date) {}

  bool operator()(Blank) const { return packed(std::string_view()); }
  bool operator()(double number) const { return std::isfinite(number) && packed(number); }
  bool operator()(const std::string& text) const { return comes_back(text) && packed(std::string_view(text)); }
  bool operator()(Date day) const { return packed(static_cast<double>((day - null_date_).count())); }
  bool operator()(const plan::Formula&) const { return false; }

 private:
  template <class Cell>
  bool packed(Cell cell) const {
    rows_.add(cell);
    return true;
  }

  PackedRows& rows_;
  Date null_date_;
};

const plan::AppendColumns* only_rows(const plan::Plan& plan) {
  const plan::AppendColumns* found = nullptr;
  for (const auto& edit : plan.edits) {
    if (plan::is_log(edit)) continue;
    const auto* rows = std::get_if<plan::AppendColumns>(&edit);
    if (!rows || found) return nullptr;
    found = rows;
  }
  return found;
}

}  // namespace

std::optional<AppendedRows> appended_rows(const plan::Plan& plan, Date null_date) {
  const auto* edit = only_rows(plan);
  if (!edit) return std::nullopt;
  const auto description = std::ranges::find(tables::all, edit->table, [](const auto* one) { return one->name; });
  if (description == std::end(tables::all)) return std::nullopt;
  AppendedRows appended{std::string((*description)->code), {}};
  const Packer packer(appended.rows, null_date);
  for (std::size_t row = 0; row < edit->rows.rows(); ++row) {
    for (std::size_t column = 0; column < edit->rows.columns(); ++column)
      if (!std::visit(packer, edit->rows.at(row, column))) return std::nullopt;
    appended.rows.end_row();
  }
  return appended;
}

}  // namespace steward::document
