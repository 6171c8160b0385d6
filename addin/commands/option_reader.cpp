#include "commands/option_reader.hpp"

#include "rows.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {
namespace {

Value to_value(const Any& cell) {
  double number = 0;
  rtl::OUString text;
  bool yes = false;
  if (cell >>= text) return text.isEmpty() ? Value(Blank()) : Value(to_utf8(text));
  if (cell >>= number) return number;
  if (cell >>= yes) return yes ? 1.0 : 0.0;
  return Blank();
}

// Clients in other languages send rows as sequences of sequences of anything, or as anything that holds sequences.
std::optional<Table> to_table(const Any& value) {
  Sequence<Any> lines;
  Sequence<Sequence<Any>> rows;
  if (value >>= lines) {
    rows.realloc(lines.getLength());
    for (sal_Int32 at = 0; at < lines.getLength(); ++at)
      if (!(lines[at] >>= rows.getArray()[at])) return std::nullopt;
  } else if (!(value >>= rows)) {
    return std::nullopt;
  }
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, static_cast<std::size_t>(row.getLength()));
  Table table(static_cast<std::size_t>(rows.getLength()), columns);
  for (sal_Int32 r = 0; r < rows.getLength(); ++r)
    for (sal_Int32 c = 0; c < rows[r].getLength(); ++c)
      table.at(static_cast<std::size_t>(r), static_cast<std::size_t>(c)) = to_value(rows[r][c]);
  return table;
}

std::optional<plan::Option> to_option(const Any& any) {
  const Value value = to_value(any);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (any.getValueTypeClass() == css::uno::TypeClass_STRING) return std::string();
  if (auto table = to_table(any)) return std::move(*table);
  return std::nullopt;
}

Any to_any(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return Any(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return Any(to_office(*text));
  if (const auto* error = std::get_if<CellError>(&value)) return Any(to_office(error->name));
  return Any(rtl::OUString());
}

}  // namespace

Result<Call> read_call(const Sequence<css::beans::NamedValue>& arguments) {
  Call call;
  for (const auto& [name, value] : arguments) {
    const std::string key = to_utf8(name);
    if (key == "document") {
      value >>= call.document;
    } else if (key == "command") {
      rtl::OUString command;
      value >>= command;
      call.command = to_utf8(command);
    } else {
      auto option = to_option(value);
      if (!option) return refused(phrase::option_kind_unknown, {key});
      call.options.insert_or_assign(key, std::move(*option));
    }
  }
  return call;
}

Any to_rows(const Table& table) {
  return steward::to_rows(table, [](const Value& value) { return to_any(value); });
}

}  // namespace steward::commands
