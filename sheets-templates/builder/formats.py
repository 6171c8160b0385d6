"""Number formats, written as an accountant of either language would write them."""

from .xml import escape, tag

ENGLISH, CHINESE = "en-US", "zh-CN"


def _digits(decimals, grouping=True):
    return tag("number:number", {"number:decimal-places": decimals, "number:min-decimal-places": decimals,
                                 "number:min-integer-digits": 1, "number:grouping": "true" if grouping else None})


def _text(text):
    return tag("number:text", None, escape(text))


def _signed(kind, name, locale, positive, negative, zero):
    """Three sections: above zero, below zero, and zero (which also shows text as it is)."""
    parts = [tag(kind, {"style:name": f"{name}P{index}", "style:volatile": "true"} | locale, section)
             for index, section in enumerate((positive, negative))]
    maps = [tag("style:map", {"style:condition": condition, "style:apply-style-name": f"{name}P{index}"})
            for index, condition in enumerate(("value()>0", "value()<0"))]
    return "".join(parts) + tag(kind, {"style:name": name} | locale, zero, *maps)


def _amount(name, language, locale, decimals, unit=""):
    kind = "number:percentage-style" if unit == "%" else "number:number-style"
    body = _digits(decimals) + (_text(unit) if unit else "")
    if language == CHINESE:
        return _signed(kind, name, locale, body, _text("-") + body, _text("–"))
    return _signed(kind, name, locale, body + _text(" "), _text("(") + body + _text(")"), _text("– "))


def _plain(name, locale, decimals, grouping=False, unit=""):
    kind = "number:percentage-style" if unit == "%" else "number:number-style"
    return tag(kind, {"style:name": name} | locale, _digits(decimals, grouping), _text(unit) if unit else "")


def _date(name, language, locale, day):
    year = tag("number:year", {"number:style": "long"})
    if language == CHINESE:
        parts = [year, _text("年"), tag("number:month"), _text("月")]
        parts += [tag("number:day"), _text("日")] if day else []
    else:
        parts = [tag("number:month", {"number:textual": "true"}), _text(" "), year]
        parts = [tag("number:day"), _text(" ")] + parts if day else parts
    return tag("number:date-style", {"style:name": name} | locale, *parts)


def data_style(format_name, language):
    """The data style of a format name used in template sources; its style name is `N-<format>`."""
    code, country = language.split("-")
    locale = {"number:language": code, "number:country": country}
    name = f"N-{format_name}"
    makers = {
        "amount": lambda: _amount(name, language, locale, 0),
        "cents": lambda: _amount(name, language, locale, 2),
        "percent": lambda: _amount(name, language, locale, 1, "%"),
        "share": lambda: _plain(name, locale, 0, unit="%"),
        "ratio": lambda: _plain(name, locale, 2, grouping=True),
        "score": lambda: _plain(name, locale, 1, grouping=True),
        "integer": lambda: _plain(name, locale, 0),
        "month": lambda: _date(name, language, locale, day=False),
        "date": lambda: _date(name, language, locale, day=True),
        "text": lambda: tag("number:text-style", {"style:name": name}, tag("number:text-content")),
    }
    return makers[format_name]()


FORMATS = ("amount", "cents", "percent", "share", "ratio", "score", "integer", "month", "date", "text")
