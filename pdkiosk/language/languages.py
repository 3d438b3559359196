"""The languages that the program can offer, read from ``resources/languages.toml``."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from pdkiosk import resources


class BeforeSound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``word`` becomes ``becomes`` if the text after it matches ``before``.

    ``before`` is a regular expression for the beginning of that text, in lowercase without accents.
    """

    word: str
    becomes: str
    before: str


class Formats(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How dates and lists are written in a language that Babel does not know well enough.

    ``months``: the twelve names as used in a sentence. ``month`` and ``day``: patterns with
    "{day}", "{month}" and "{year}". ``joint``: what separates the last two items of a list; the
    others have commas. ``languages``: the names of languages by their codes.
    """

    months: tuple[str, ...]
    month: str
    day: str
    joint: str
    languages: dict[str, str] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.months) != 12:
            raise ValueError(f"formats: {len(self.months)} months instead of 12")


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language: its code, its name in its own language and in English, and how it is written.

    ``draft``: offered only if the facility wants it (``offer_drafts``) or people have reviewed all
    of it; some texts may still be missing. ``text``: the language shown on screen for a language
    that exists only as a recorded voice; "" for one with its own text. ``locale``: Babel's locale,
    if it differs from the code: the variety that our readers speak. ``voices``: speech locales to
    try, best first, before any other of the language. ``voice_names``: the names of preferred
    voices, if a locale has others too. ``heard``: what a voice reads wrong ("EE. UU."), and what it
    should say instead. ``before_sound``: words that change before a sound. ``formats``: what Babel
    does not know.
    """

    code: str
    name: str
    english_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    text: str = ""
    draft: bool = False
    locale: str = ""
    voices: tuple[str, ...] = ()
    voice_names: tuple[str, ...] = ()
    heard: dict[str, str] = msgspec.field(default_factory=dict)
    before_sound: tuple[BeforeSound, ...] = ()
    formats: Formats | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    language: list[Language]


def load_languages() -> dict[str, Language]:
    """All languages by code, in the order in which they are offered. Do not modify the result.

    Raises msgspec.ValidationError when the list is malformed.
    """
    return read_languages(resources.read("languages.toml"))


@lru_cache(maxsize=4)  # keyed by content: an update brings another list
def read_languages(listed: bytes) -> dict[str, Language]:
    """The languages of a list in TOML, as ``load_languages`` returns them."""
    decoded = msgspec.toml.decode(listed, type=_File)
    found = {language.code: language for language in decoded.language}
    if len(found) < len(decoded.language) or "en" not in found:
        raise msgspec.ValidationError("each language stands in it once, and English does")
    for language in decoded.language:
        if not language.name.strip():
            raise msgspec.ValidationError(f"language {language.code}: it has no name")
        shown_in = found.get(language.text)
        if language.text and (shown_in is None or shown_in.text):
            raise msgspec.ValidationError(
                f"language {language.code}: text = {language.text!r} is no language with a text"
            )
    return found


def settled(languages: dict[str, Language]) -> dict[str, Language]:
    """The languages that are not drafts: they have every text and are offered by default."""
    return {code: language for code, language in languages.items() if not language.draft}


def with_text(languages: dict[str, Language]) -> list[str]:
    """The codes of the languages that have their own text."""
    return [code for code, language in languages.items() if not language.text]
