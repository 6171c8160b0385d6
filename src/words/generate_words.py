"""Writes one room of the phrase book as a C++ header: a constant for each sentence, in both languages."""
import json
import re
import sys

import yaml


def check(source, phrases):
    for key, entry in phrases.items():
        if set(entry) != {"en", "zh"}:
            sys.exit(f"{source}: {key} needs exactly en and zh")
        blanks = [set(re.findall(r"\{(\d)\}", entry[language])) for language in ("en", "zh")]
        if blanks[0] != blanks[1]:
            sys.exit(f"{source}: {key} has other blanks in en than in zh")


def constant(key, entry):
    words = ", ".join(json.dumps(text, ensure_ascii=False) for text in (key, entry["en"], entry["zh"]))
    return [f"inline constexpr PhraseEntry {key}_entry{{{words}}};", f"inline constexpr Phrase {key}{{{key}_entry}};"]


def main(source, header):
    with open(source, encoding="utf-8") as file:
        phrases = yaml.safe_load(file)
    check(source, phrases)
    lines = ["#pragma once", "", '#include "words/phrase.hpp"', "", "namespace steward::phrase {", ""]
    for key, entry in phrases.items():
        lines += constant(key, entry)
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, "", "}  // namespace steward::phrase", ""]))


main(*sys.argv[1:])
