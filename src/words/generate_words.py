"""Writes the phrase book as a C++ header: an enumeration and its sentences in both languages."""
import json
import re
import sys

import yaml


def main(source, header):
    with open(source, encoding="utf-8") as file:
        phrases = yaml.safe_load(file)
    for key, entry in phrases.items():
        if set(entry) != {"en", "zh"}:
            sys.exit(f"{source}: {key} needs exactly en and zh")
        blanks = [set(re.findall(r"\{(\d)\}", entry[language])) for language in ("en", "zh")]
        if blanks[0] != blanks[1]:
            sys.exit(f"{source}: {key} has other blanks in en than in zh")
    literal = lambda text: json.dumps(text, ensure_ascii=False)
    lines = [
        "#pragma once", "", "#include <array>", "#include <string_view>", "", "namespace steward {", "",
        "enum class Phrase {", *(f"  {key}," for key in phrases), "};", "",
        "struct PhraseEntry {", "  std::string_view key, english, chinese;", "};", "",
        f"inline constexpr std::array<PhraseEntry, {len(phrases)}> phrase_book{{{{",
        *(f"    {{{literal(key)}, {literal(entry['en'])}, {literal(entry['zh'])}}}," for key, entry in phrases.items()),
        "}};", "", "}  // namespace steward", ""]
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


main(*sys.argv[1:])
