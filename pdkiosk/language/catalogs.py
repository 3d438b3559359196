"""Says a message in a language: looks the words up and puts the arguments in."""

from __future__ import annotations

import gettext
import string
import struct
from collections.abc import Iterable
from pathlib import Path

from pdkiosk.language import formats
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    DateRole,
    Listing,
    Message,
    Own,
    PartialDate,
    Run,
    RunKind,
)
from pdkiosk.language.seal import is_sealed

SOURCE_LANGUAGE = "en"
DOMAIN = "pdkiosk"

_FORMATTER = string.Formatter()

# How a date stands in a sentence, for each role and for whole days ("on March 5") and
# months or years ("in March 2012").
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


class Catalogs:
    """The translations of all offered languages, loaded when first asked for."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds ``<language>/LC_MESSAGES/pdkiosk.mo``."""
        self._folder = folder
        self._loaded: dict[str, gettext.NullTranslations] = {}

    def _catalog(self, language: str) -> gettext.NullTranslations:
        if language not in self._loaded:
            if language == SOURCE_LANGUAGE:
                self._loaded[language] = gettext.NullTranslations()
            else:
                # fallback: a missing or broken catalog shows English, never nothing.
                try:
                    self._loaded[language] = gettext.translation(
                        DOMAIN, self._folder, [language], fallback=True
                    )
                except (OSError, ValueError, EOFError, struct.error, LookupError):
                    self._loaded[language] = gettext.NullTranslations()
        return self._loaded[language]

    def is_whole(self, language: str) -> bool:
        """Whether the language can be spoken: its catalog is there and can be read.

        Nothing is kept of one that nobody has asked for: most are never chosen.
        """
        if language == SOURCE_LANGUAGE:
            return True
        if language not in self._loaded and self._is_sealed(language):
            return True
        # It carries no check sum of ours, or a wrong one: only reading it tells.
        return isinstance(self._catalog(language), gettext.GNUTranslations)

    def _is_sealed(self, language: str) -> bool:
        try:
            file = gettext.find(DOMAIN, self._folder, [language])
            return file is not None and is_sealed(Path(file).read_bytes())
        except OSError:
            return False

    def pattern(self, message: Message, language: str) -> str:
        """The translated text of a message with its placeholders still in it."""
        catalog = self._catalog(language)
        number = message.args.get("n")
        if message.plural and isinstance(number, int):
            if message.context:
                return catalog.npgettext(message.context, message.text, message.plural, number)
            return catalog.ngettext(message.text, message.plural, number)
        if message.context:
            return catalog.pgettext(message.context, message.text)
        return catalog.gettext(message.text)

    def runs(self, message: Message, language: str) -> list[Run]:
        """The message in pieces that tell our words, the person's, and blanks apart."""
        pieces: list[Run] = []
        for literal, name, spec, _ in _parsed(self.pattern(message, language), message):
            if literal:
                pieces.append(Run(literal))
            if name is not None:
                pieces.extend(self._argument(message.args[name], spec or "", language))
        return _merged(pieces)

    def text(self, message: Message, language: str) -> str:
        """The message as one string; blanks are drawn with low lines."""
        return "".join(run.text for run in self.runs(message, language))

    def _argument(self, value: Arg, spec: str, language: str) -> list[Run]:
        if spec == "start":
            return _capitalised(self._argument(value, "", language))
        if isinstance(value, Message):
            return self.runs(value, language)
        if isinstance(value, Own):
            return [Run(value.text, RunKind.OWN)]
        if isinstance(value, Blank):
            return self._blank(value, spec, language)
        if isinstance(value, DateArg):
            role = DateRole(spec) if spec else value.role
            return [Run(self._date(value.date, role, language))]
        if isinstance(value, Listing):
            return self._listing(value, language)
        if isinstance(value, int):
            return [Run(formats.format_number(value, language))]
        return [Run(value)]

    def _blank(self, value: Blank, spec: str, language: str) -> list[Run]:
        run = Run("_" * max(4, round(value.width / 2.5)), RunKind.BLANK, value.width)
        phrase = _BLANK_PHRASES.get(DateRole(spec)) if spec else None
        if phrase is None:
            return [run]
        before, after = self.pattern(phrase, language).split("{date}")
        return [piece for piece in (Run(before), run, Run(after)) if piece.text]

    def _date(self, date: PartialDate, role: DateRole, language: str) -> str:
        if date.about:
            # Nobody says "about March 5": the day is left out.
            date = PartialDate(date.year, date.month, None, about=True)
        shown = formats.format_partial_date(date, language)
        if date.about:
            phrase = _ABOUT_PHRASES[role]
        elif role is DateRole.PLAIN:
            return shown
        else:
            phrase = _DATE_PHRASES[role, date.day is not None]
        return self.pattern(phrase, language).replace("{date}", shown)

    def _listing(self, value: Listing, language: str) -> list[Run]:
        if not value.items:
            return []
        joints = formats.listing_joints(len(value.items), language)
        pieces = self._argument(value.items[0], "", language)
        for joint, item in zip(joints, value.items[1:], strict=True):
            following = self._argument(item, "", language)
            first = following[0].text.lstrip().lower() if following else ""
            if (
                language == "es"
                and joint.strip(", ") == "y"
                and first.startswith(("i", "í", "hi"))
                and not first.startswith(("hia", "hie", "hio"))
            ):
                # "Sofía e Inés": the rule of Spanish for "y" before the sound of i.
                joint = joint.replace("y", "e")
            pieces.append(Run(joint))
            pieces.extend(following)
        return pieces


def _parsed(pattern: str, message: Message) -> list[tuple[str, str | None, str | None, str | None]]:
    """The pieces of a pattern; of the English one where a damaged catalog gave another."""
    try:
        pieces = list(_FORMATTER.parse(pattern))
        if all(name is None or name in message.args for _, name, _, _ in pieces):
            return pieces
    except ValueError:
        if pattern == message.text:
            raise
    return list(_FORMATTER.parse(message.text))


def _capitalised(pieces: list[Run]) -> list[Run]:
    """The pieces as the start of a sentence; what the person typed stays as typed."""
    if not pieces or pieces[0].kind is not RunKind.TEXT:
        return pieces
    first = pieces[0].text
    return [Run(first[:1].upper() + first[1:]), *pieces[1:]]


def _merged(pieces: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and piece.kind is last.kind and piece.kind is not RunKind.BLANK:
            merged[-1] = Run(last.text + piece.text, piece.kind)
        else:
            merged.append(piece)
    return merged
