#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <initializer_list>
#include <sstream>
#include <string>

#include "recognise/recognise.hpp"

/// Workbooks written as text, for tests that a reader can check by eye.
namespace steward::recognise {

/// Writes a sheet from lines of cells between bars: figures as numbers, "15%" as a percentage, "@45000" as a date,
/// "=…" after a figure as its formula, "#REF!" as an error, "*Total" in bold, "€:12" with the unit in its number format,
/// "'12" and everything else as text.
inline void add_sheet(workbook::Snapshot& book, const char* name, std::initializer_list<const char*> lines) {
  auto& cells = book.sheets.emplace_back(name, static_cast<int>(lines.size()), 24);
  int row = 0;
  for (const char* line : lines) {
    std::istringstream in(line);
    int column = 0;
    for (std::string cell; std::getline(in, cell, '|'); ++column) {
      std::string formula, unit;
      if (const auto at = cell.find('='); at != std::string::npos && at > 0) {
        formula = cell.substr(at);
        cell.resize(at);
      }
      if (const auto at = cell.find(':'); at != std::string::npos && at > 0 && at <= 3 && at + 1 < cell.size() &&
                                         (std::isdigit(static_cast<unsigned char>(cell[at + 1])) || cell[at + 1] == '-')) {
        unit = cell.substr(0, at);
        cell = cell.substr(at + 1);
      }
      if (cell.starts_with('*')) {
        cells.bold.emplace_back(row, column);
        cell.erase(0, 1);
      }
      const bool is_percent = cell.ends_with('%') && cell.size() > 1, is_date = cell.starts_with('@');
      const std::string digits = is_percent ? cell.substr(0, cell.size() - 1) : is_date ? cell.substr(1) : cell;
      char* end = nullptr;
      const double number = std::strtod(digits.c_str(), &end);
      const bool is_number = !digits.empty() && *end == 0 && (std::isdigit(static_cast<unsigned char>(digits[0])) ||
                                                              digits[0] == '-' || digits[0] == '.');
      if (cell.starts_with('#')) {
        cells.set_error(row, column, cell);
      } else if (is_number) {
        cells.set_number(row, column, is_percent ? number / 100 : number,
                         is_percent ? workbook::Format::percent : is_date ? workbook::Format::date
                                                                         : workbook::Format::number);
        if (!unit.empty()) cells.unit[{row, column}] = unit;
      } else if (!cell.empty()) {
        cells.set_text(row, column, cell.starts_with('\'') ? cell.substr(1) : cell);
      }
      if (!formula.empty()) cells.set_formula(row, column, formula);
    }
    ++row;
  }
}

inline workbook::Snapshot sheet(std::initializer_list<const char*> lines) {
  workbook::Snapshot book;
  add_sheet(book, "Plan", lines);
  return book;
}

inline void merge(workbook::Snapshot& book, int top, int left, int bottom, int right) {
  book.sheets.front().merges.push_back({0, top, left, bottom, right});
}

inline std::optional<Money> money(double amount) {
  return Money(Minor(static_cast<long long>(amount * 100 + (amount < 0 ? -0.5 : 0.5))));
}

inline bool found(const BudgetTable& table, FindingKind kind) {
  return std::ranges::any_of(table.findings, [&](const Finding& finding) { return finding.kind == kind; });
}

/// Everything that was found, for the message of a failing test.
inline std::string shown(const workbook::Snapshot& book, const Recognition& recognition) {
  const Table table = detect_table(book, recognition, Language::english);
  std::ostringstream out;
  for (std::size_t row = 1; row < table.rows(); ++row) {
    for (std::size_t column = 0; column + 2 < table.columns(); ++column) {
      const Value& value = table.at(row, column);
      if (const auto* number = std::get_if<double>(&value)) out << *number;
      if (const auto* text = std::get_if<std::string>(&value)) out << *text;
      out << " | ";
    }
    out << '\n';
  }
  return out.str();
}

/// What a correct reading finds in a column: its role, its total, and what the workbook states, if anything.
struct Truth {
  const char* column;  ///< by its letter
  AmountRole role;
  double total;
  std::optional<double> stated{};
  std::optional<Nature> nature{};
};

/// Expects that every truth is found, and that no other column claims a total.
inline void expect(const workbook::Snapshot& book, std::initializer_list<Truth> truths, bool nothing_else = true,
                   const Options& options = {}) {
  const Recognition recognition = recognise(book, options);
  std::vector<const AmountColumn*> told;
  for (const Truth& truth : truths) {
    const int at = truth.column[0] - 'A';
    const AmountColumn* match = nullptr;
    for (const BudgetTable& table : recognition.tables) {
      for (const AmountColumn& column : table.columns) {
        const bool is_this = column.column == at && column.role == truth.role && !column.question &&
                             column.total == money(truth.total) && (!truth.nature || column.nature == truth.nature);
        if (is_this && std::ranges::find(told, &column) == told.end()) match = &column;
      }
    }
    EXPECT_TRUE(match) << "column " << truth.column << " " << code_of(truth.role) << " " << truth.total << " in\n"
                       << shown(book, recognition);
    if (!match) continue;
    told.push_back(match);
    if (!truth.stated) continue;
    EXPECT_EQ(match->stated_total, money(*truth.stated)) << shown(book, recognition);
    EXPECT_EQ(match->foots, *truth.stated == truth.total) << shown(book, recognition);
  }
  if (!nothing_else) return;
  for (const BudgetTable& table : recognition.tables) {
    for (const AmountColumn& column : table.columns) {
      const bool is_claim = column.total && !column.question && !column.total->is_zero() &&
                            column.role != AmountRole::variance && column.role != AmountRole::other;
      if (is_claim && std::ranges::find(told, &column) == told.end())
        ADD_FAILURE() << "column " << column.column << " was not expected in\n" << shown(book, recognition);
    }
  }
}

/// The first amount column that was found in a column of any sheet.
inline const AmountColumn* column_of(const Recognition& result, int column) {
  for (const auto& table : result.tables)
    for (const auto& found : table.columns)
      if (found.column == column) return &found;
  return nullptr;
}

/// Whether anything is asked about a column.
inline bool asks(const Recognition& result) {
  return std::ranges::any_of(result.tables, [](const BudgetTable& table) {
    return std::ranges::any_of(table.columns, [](const AmountColumn& column) { return column.question.has_value(); });
  });
}

}  // namespace steward::recognise
