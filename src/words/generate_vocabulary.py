"""Writes the words of recognition as sorted C++ tables: folded as texts are when they are looked up."""
import json
import sys
import unicodedata

import yaml


def folded(word):
    """As `fold_word` does it: lower case, no accents, anything that is neither letter, digit nor sign a single space."""
    text = unicodedata.normalize("NFKC", str(word)).lower().replace("ß", "ss")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    text = "".join(c if c.isalnum() or c in "%#*$€£¥" else " " for c in text)
    return " ".join(text.split())


def table(name, value_type, entries):
    rows = sorted({(folded(word), value) for word, value in entries if folded(word)})
    lines = [f"inline constexpr auto {name} = std::to_array<WordOf<{value_type}>>({{"]
    return lines + [f"    {{{json.dumps(word, ensure_ascii=False)}, {value}}}," for word, value in rows] + ["});", ""]


def main(source, header):
    with open(source, encoding="utf-8") as file:
        book = yaml.safe_load(file)
    terms = book["terms"]
    lines = ["#pragma once", "", "#include <array>", "#include <cstdint>", "#include <string_view>", "",
             "namespace steward::recognise {", "", "template <class Value>", "struct WordOf {",
             "  std::string_view word;  ///< a trailing * matches any ending", "  Value value;", "};", "",
             f"enum class Term : std::uint8_t {{ {', '.join(terms)} }};", ""]
    lines += table("term_words", "Term", [(w, f"Term::{t}") for t, words in terms.items() for w in words])
    lines += table("unit_words", "double", [(w, f"{f}.0") for f, words in book["units"].items() for w in words])
    lines += table("currency_words", "int", [(w, 0) for w in book["currencies"]])
    for name in ("months", "quarters", "halves"):
        lines += table(f"{name}_words", "int",
                       [(w, i + 1) for i, words in enumerate(book[name]) for w in words])
    for kind, words in book["numbered"].items():
        lines += table(f"numbered_{kind}_words", "int", [(w, 0) for w in words])
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, "}  // namespace steward::recognise", ""]))


main(*sys.argv[1:])
