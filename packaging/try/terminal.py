"""Tables in a terminal."""
import unicodedata

WIDEST = 44


def heading(text):
    print(f"\n{text}\n{'-' * width(text)}")


def width(text):
    """Columns that a text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def fitted(text):
    if width(text) <= WIDEST:
        return text
    shortened = text
    while width(shortened) >= WIDEST:
        shortened = shortened[:-1]
    return shortened + "…"


def shown(value):
    if isinstance(value, float):
        return f"{value:,.0f}" if value == int(value) and abs(value) < 100 else f"{value:,.2f}"
    return str(value)


def print_table(rows, chosen=None):
    """Prints a command's answer; of `chosen` columns the last is shown in full on a line of its own."""
    header, *body = rows
    if not body:
        print("  nothing to report")
        return
    places = [header.index(name) for name in chosen if name in header] if chosen else list(range(len(header)))
    full = places.pop() if chosen else None
    cells = [[fitted(shown(row[place])) for place in places] for row in rows]
    widths = [max(width(row[at]) for row in cells) for at in range(len(places))]
    numeric = [any(isinstance(row[place], float) for row in body) for place in places]
    for index, row in enumerate(cells):
        print("  " + "  ".join(pad(text, widths[at], numeric[at]) for at, text in enumerate(row)).rstrip())
        if full is not None and index and rows[index][full]:
            print(f"      {rows[index][full]}")


def pad(text, columns, right):
    space = " " * (columns - width(text))
    return space + text if right else text + space
