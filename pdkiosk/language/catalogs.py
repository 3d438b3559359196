"""Renders a message in a language: looks up the words and fills in the arguments."""

from __future__ import annotations

import contextlib
import itertools
import re
import string
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pdkiosk import shipped_files
from pdkiosk.language import before_sound, formats
from pdkiosk.language.compiled_catalog import CompiledCatalog
from pdkiosk.language.languages import BeforeSound, load_languages
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    DateRole,
    LanguageName,
    Listing,
    Message,
    Own,
    PartialDate,
    Run,
    RunKind,
)

SOURCE_LANGUAGE = "en"
DOMAIN = "pdkiosk"
TEMPLATE_NAME = f"{DOMAIN}.pot"

# Contexts of texts that only staff read, in the template and as keys of a catalog.
_FOR_STAFF_LISTED = re.compile(rb'^msgctxt "(?:staff|facility|setting|update)[."]', re.MULTILINE)
_FOR_STAFF = re.compile(r"(?:staff|facility|setting|update)(?:[.]|$)")

_FORMATTER = string.Formatter()

# The words around a date in a sentence, for each role, for full dates ("on March 5") and for months
# or years ("in March 2012").
_DATE_PHRASES = {
    # Translators: a date inside a sentence, a month or a year: "in March 2012", "in 2012".
    (DateRole.IN, False): Message("in {date}", "date.in.month_or_year"),
    # Translators: a date inside a sentence, a whole day: "on March 5, 2012".
    (DateRole.IN, True): Message("on {date}", "date.in.day"),
    # Translators: "since 2012", "since March 2012".
    (DateRole.SINCE, False): Message("since {date}", "date.since.month_or_year"),
    # Translators: "since March 5, 2012".
    (DateRole.SINCE, True): Message("since {date}", "date.since.day"),
}
# A number that takes the plural in every language.
_SEVERAL = 5
# Numbers spelled out in running text, "{n:words}". "One" is spelled out in the sentence itself,
# because it has a gender in some languages.
_IN_WORDS = {
    # Translators: a number in a running text. Example: I have two children.
    2: Message("two", "number.words"),
    # Translators, for each of these: a number in a running text.
    3: Message("three", "number.words"),
    4: Message("four", "number.words"),
    5: Message("five", "number.words"),
    6: Message("six", "number.words"),
    7: Message("seven", "number.words"),
    8: Message("eight", "number.words"),
    9: Message("nine", "number.words"),
}
_ABOUT_PHRASES = {
    # Translators: a date that the person is not sure of: "in about 2012".
    DateRole.IN: Message("in about {date}", "date.about.in"),
    # Translators: "since about 2012".
    DateRole.SINCE: Message("since about {date}", "date.about.since"),
    # Translators: "about 2012", standing alone.
    DateRole.PLAIN: Message("about {date}", "date.about.plain"),
}
_BLANK_PHRASES = {
    # Translators: {date} is a line where the person writes a year by hand.
    DateRole.IN: Message("in {date}", "date.in.blank"),
    # Translators: {date} is a line where the person writes a year by hand.
    DateRole.SINCE: Message("since {date}", "date.since.blank"),
}

# A specification that is not the role of a date, such as "words", does not change how it is said.
_DATE_ROLES = {role.value: role for role in DateRole}

_ENDS = (".", "!", "?", "…")
"""Marks that can end typed words: no period follows them."""


class Catalogs:
    """The translations of all offered languages, loaded on first use."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds ``<language>/LC_MESSAGES/pdkiosk.mo``."""
        self._folder = folder
        self._loaded: dict[str, CompiledCatalog | None] = {}
        self._lacking: dict[str, bool] = {}
        self._before_sound: dict[str, tuple[BeforeSound, ...]] = {}

    def _catalog(self, language: str) -> CompiledCatalog | None:
        """The catalog of a language; None for English, or if it is missing or damaged.

        Then English is shown.
        """
        if language not in self._loaded:
            self._loaded[language] = None
            if language != SOURCE_LANGUAGE:
                with contextlib.suppress(OSError, ValueError):
                    data = shipped_files.read(self._path(language))
                    self._loaded[language] = CompiledCatalog(data)
        return self._loaded[language]

    def is_whole(self, language: str) -> bool:
        """Whether the language can be used: its catalog exists and can be read."""
        return language == SOURCE_LANGUAGE or self._catalog(language) is not None

    def lacks_texts(self, language: str) -> bool:
        """Whether some texts of the language are not translated yet and so appear in English.

        Texts for staff do not count: they are not part of what a person reads.
        """
        if language == SOURCE_LANGUAGE:
            return False
        if language not in self._lacking:
            catalog = self._catalog(language)
            try:
                template = shipped_files.read(self._folder / TEMPLATE_NAME)
            except OSError:
                return True
            # The first entry is the header.
            wanted = template.count(b"\nmsgid ") - 1 - len(_FOR_STAFF_LISTED.findall(template))
            contexts = catalog.contexts() if catalog else iter(())
            found = sum(not _FOR_STAFF.match(context) for context in contexts)
            self._lacking[language] = found < wanted
        return self._lacking[language]

    def has(self, message: Message, language: str) -> bool:
        """Whether a message is translated into the language; otherwise it appears in English."""
        if language == SOURCE_LANGUAGE:
            return True
        catalog = self._catalog(language)
        return catalog is not None and catalog.has(message.context, message.text, message.plural)

    def _path(self, language: str) -> Path:
        return self._folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"

    def pattern(self, message: Message, language: str) -> str:
        """The translated text of a message with its placeholders still in it."""
        catalog = self._catalog(language)
        context, text, plural, n = message.context, message.text, message.plural, _count(message)
        found = catalog.text(context, text, plural, n) if catalog else ""
        if not found.strip():  # a text of only spaces is no translation either
            return _english(message)
        # "One year" in a form that is also used for 21, or for every number.
        if catalog and plural and n != 1 and _counts(plural) and not _counts(found):
            return found if catalog.writes_out(n) else plural
        return found

    def runs(self, message: Message, language: str) -> list[Run]:
        """The message in pieces, which distinguish our words, the person's words, and blanks."""
        pattern = self.pattern(message, language)
        if pattern and "{" not in pattern and "}" not in pattern:  # most messages have no argument
            return [Run(pattern)]
        pieces: list[Run] = []
        for literal, name, spec in _parsed(
            pattern, message.text, message.plural, _english(message)
        ):
            if literal:
                pieces.append(Run(literal))
            if name is not None:
                argument = self._argument(message.args[name], spec, language)
                if literal and argument:
                    pieces[-1] = Run(self._adapted(literal, argument[0].text, language))
                pieces.extend(argument)
        return _one_stop(_merged(pieces))

    def text(self, message: Message, language: str) -> str:
        """The message as one string; blanks are drawn with low lines."""
        return "".join(run.text for run in self.runs(message, language))

    def _adapted(self, before: str, following: str, language: str) -> str:
        """Our own words, adapted to the words that follow."""
        rules = self._before_sound.get(language)
        if rules is None:
            known = load_languages().get(language)
            rules = self._before_sound[language] = known.before_sound if known else ()
        return before_sound.adapted(before, following, rules) if rules else before

    def _argument(self, value: Arg, spec: str, language: str) -> list[Run]:
        if spec == "start":
            return _capitalized(self._argument(value, "", language))
        if isinstance(value, Message):
            return self.runs(value, language)
        if isinstance(value, Own):
            # A letter and a combining mark typed after it are one letter to the reader.
            return [Run(unicodedata.normalize("NFC", value.text), RunKind.OWN)]
        if isinstance(value, Blank):
            return self._blank(value, spec, language)
        if isinstance(value, DateArg):
            role = _DATE_ROLES.get(spec, value.role)
            return [Run(self._date(value.date, role, language))]
        if isinstance(value, Listing):
            return self._listing(value, language)
        if isinstance(value, LanguageName):
            return [Run(formats.format_language(value.code, language))]
        if isinstance(value, int):
            if spec == "words" and value in _IN_WORDS:
                return [Run(self.pattern(_IN_WORDS[value], language))]
            return [Run(formats.format_number(value, language))]
        return [Run(value)]

    def _blank(self, value: Blank, spec: str, language: str) -> list[Run]:
        run = Run("_" * max(4, round(value.width / 2.5)), RunKind.BLANK, value.width)
        role = _DATE_ROLES.get(spec)
        if role not in _BLANK_PHRASES:
            return [run]
        phrase = _BLANK_PHRASES[role]
        before, _, after = self._phrase(phrase, language).partition("{date}")
        return [piece for piece in (Run(before), run, Run(after)) if piece.text]

    def _date(self, date: PartialDate, role: DateRole, language: str) -> str:
        if date.about:
            # Nobody says "about March 5": leave out the day.
            date = PartialDate(date.year, date.month, None, about=True)
        shown = formats.format_partial_date(date, language)
        if date.about:
            phrase = _ABOUT_PHRASES[role]
        elif role is DateRole.PLAIN:
            return shown
        else:
            phrase = _DATE_PHRASES[role, date.day is not None]
        return self._phrase(phrase, language).replace("{date}", shown)

    def _phrase(self, phrase: Message, language: str) -> str:
        """The words around a date.

        The English ones if a damaged catalog has lost the placeholder.
        """
        pattern = self.pattern(phrase, language)
        return pattern if "{date}" in pattern else phrase.text

    def _listing(self, value: Listing, language: str) -> list[Run]:
        if not value.items:
            return []
        separators = formats.list_separators(len(value.items), language)
        if value.clauses:
            separators = ["; " for _separator in separators]
        pieces = self._argument(value.items[0], "", language)
        for separator, item in zip(separators, value.items[1:], strict=True):
            following = self._argument(item, "", language)
            if following:
                separator = self._adapted(separator, following[0].text, language)
            pieces.append(Run(separator))
            pieces.extend(following)
        return pieces


_Pieces = tuple[tuple[str, str | None, str], ...]
"""The text before a placeholder, the name of the placeholder, and its format specification."""


def _counts(pattern: str) -> bool:
    """Whether a pattern has a placeholder for the number."""
    return "{n}" in pattern or "{n:" in pattern


def _count(message: Message) -> int:
    """The number that decides the plural form of a message."""
    number = message.args.get("n")
    # A number to be filled in by hand can be any number: "one year" would be wrong.
    return _SEVERAL if isinstance(number, Blank) else number if isinstance(number, int) else 1


def _english(message: Message) -> str:
    """The English words of a message, in the form for its number."""
    return message.plural if message.plural and _count(message) != 1 else message.text


@lru_cache(maxsize=4096)
def _parsed(pattern: str, text: str, plural: str, english: str) -> _Pieces:
    """The pieces of a pattern, or of ``english`` if a damaged catalog has other placeholders.

    Raises ValueError if ``english`` is malformed.
    """
    known = _placeholders(_split(text)) | _placeholders(_split(plural))
    try:
        pieces = _split(pattern)
    except ValueError:
        return _split(english)
    return pieces if _placeholders(pieces) <= known else _split(english)


def _split(pattern: str) -> _Pieces:
    return tuple((before, name, spec or "") for before, name, spec, _ in _FORMATTER.parse(pattern))


def _placeholders(pieces: _Pieces) -> set[tuple[str, str]]:
    return {(name, spec) for _, name, spec in pieces if name is not None}


def _capitalized(pieces: list[Run]) -> list[Run]:
    """The pieces, capitalized for the start of a sentence; typed words stay as typed."""
    if not pieces or pieces[0].kind is not RunKind.TEXT:
        return pieces
    first = pieces[0].text
    return [Run(first[:1].upper() + first[1:]), *pieces[1:]]


def _one_stop(runs: list[Run]) -> list[Run]:
    """Removes a second period after words that were typed with one ("Sol Inc.")."""
    shown = runs[:1]
    for before, run in itertools.pairwise(runs):
        typed = before.kind is RunKind.OWN and before.text.rstrip().endswith(_ENDS)
        if typed and run.kind is RunKind.TEXT and run.text.startswith("."):
            run = Run(run.text[1:])
        shown.append(run)
    return [run for run in shown if run.text]


def _merged(pieces: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and piece.kind is last.kind and piece.kind is not RunKind.BLANK:
            merged[-1] = Run(last.text + piece.text, piece.kind)
        else:
            merged.append(piece)
    return merged
