"""Writes the keyword sets as C++ enumerations with their spellings."""
import json
import sys

import yaml


def enumeration(name, entry):
    words = entry["words"]
    spellings = [(word["name"], spelling) for word in words
                 for spelling in [word["code"], word["zh"], *word.get("also", [])]]
    if len({spelling.lower() for _, spelling in spellings}) != len(spellings):
        sys.exit(f"keywords: {name} spells two words alike")
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    return [
        f"/// {entry['meaning']['en']}", f"enum class {name} {{ {', '.join(word['name'] for word in words)} }};",
        f"constexpr auto spellings_of({name}) {{",
        f"  return std::to_array<Spelling<{name}>>({{",
        *(f"      {{{name}::{value}, {quote(spelling)}}}," for value, spelling in spellings), "  });", "}",
        f"constexpr std::string_view code_of({name} value) {{",
        f"  constexpr auto codes = std::to_array<std::string_view>({{{', '.join(quote(w['code']) for w in words)}}});",
        "  return codes[static_cast<std::size_t>(value)];", "}",
        f"constexpr std::string_view chinese_of({name} value) {{",
        f"  constexpr auto words = std::to_array<std::string_view>({{{', '.join(quote(w['zh']) for w in words)}}});",
        "  return words[static_cast<std::size_t>(value)];", "}",
        f"constexpr std::string_view codes_of({name}) {{ return {quote(', '.join(w['code'] for w in words))}; }}", ""]


def main(source, header):
    with open(source, encoding="utf-8") as file:
        sets = yaml.safe_load(file)
    lines = [
        "#pragma once", "", "#include <array>", "#include <string_view>", "", "namespace steward {", "",
        "template <class Word>", "struct Spelling {", "  Word word;", "  std::string_view text;", "};", ""]
    for name, entry in sets.items():
        lines += enumeration(name, entry)
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, "}  // namespace steward", ""]))


main(*sys.argv[1:])
