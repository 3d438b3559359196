"""Formats dates and lists the way a language writes them, using Babel."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from functools import cache

from pdkiosk.language.languages import Formats, load_languages
from pdkiosk.language.message import PartialDate


@cache
def _locale(language: str):  # type: ignore[no-untyped-def]
    # Babel is imported in the functions: it is not needed before the first date or list.
    from babel import Locale

    known = load_languages().get(language)
    return Locale.parse((known.locale if known else "") or language)


@cache
def _own(language: str) -> Formats | None:
    known = load_languages().get(language)
    return known.formats if known else None


def warm(languages: Iterable[str]) -> None:
    """Loads what dates and lists of these languages need.

    About 30 ms that nobody has to wait for later.
    """
    for language in languages:
        format_partial_date(PartialDate(2012, 3, 5), language)


def format_partial_date(date: PartialDate, language: str) -> str:
    """The date, as precisely as it is known: "2012", "March 2012" or "March 5, 2012"."""
    if date.month is None:
        return str(date.year)
    own = _own(language)
    if own is not None:
        pattern = own.month if date.day is None else own.day
        return pattern.format(day=date.day, month=own.months[date.month - 1], year=date.year)
    from babel.dates import format_date, format_skeleton

    locale = _locale(language)
    if date.day is None:
        # Spanish needs "de": the skeleton format provides it.
        value = datetime.date(date.year, date.month, 1)
        return format_skeleton("yMMMM", value, locale=locale)
    return format_date(datetime.date(date.year, date.month, date.day), "long", locale=locale)


def format_month(month: int, language: str) -> str:
    """The name of a month (1 to 12), standing alone."""
    own = _own(language)
    if own is not None:
        return own.months[month - 1]
    # Use a copy: Babel writes what it looks up into data that all locales share, and the next
    # locale would get this one's names.
    names: dict[int, str] = _locale(language).months["stand-alone"].copy()["wide"]
    return names[month]


def format_language(code: str, language: str) -> str:
    """The name of a language inside a sentence; failing that, its own name or its code."""
    own = _own(language)
    if own is not None and code in own.languages:
        return own.languages[code]
    name: str | None = _locale(language).languages.get(code)
    known = load_languages().get(code)
    return name or (known.name if known else code)


@cache
def right_to_left(language: str) -> bool:
    """Whether a language, ours or any other, is written from right to left."""
    known = load_languages().get(language)
    if known is not None:
        return known.direction == "rtl"
    order: str = _locale(language).character_order
    return order == "right-to-left"


def format_list(items: list[str], language: str) -> str:
    """Joins the items as in a sentence ("a, b and c")."""
    own = _own(language)
    if own is not None:
        return own.joint.join(filter(None, (", ".join(items[:-1]), *items[-1:])))
    from babel import lists

    return lists.format_list(items, style="standard", locale=_locale(language))


def list_separators(count: int, language: str) -> list[str]:
    """The separators between ``count`` items of a list, ``count - 1`` strings.

    The caller must adapt words that change before a sound (``Language.before_sound``).
    """
    marks = [f"\ue000{i}\ue001" for i in range(count)]
    joined = format_list(marks, language)
    separators = []
    for left, right in itertools.pairwise(marks):
        start = joined.index(left) + len(left)
        separators.append(joined[start : joined.index(right)])
    return separators


def format_number(number: int, language: str) -> str:
    """A whole number with the language's digit grouping."""
    if -1000 < number < 1000:
        # Nothing to group, so the start screen need not wait for Babel.
        return str(number)
    from babel.numbers import format_decimal

    return format_decimal(number, locale=_locale(language))
