"""The languages that the program can offer, read from ``resources/languages.toml``."""

from __future__ import annotations

from typing import Literal

import msgspec

from pdkiosk import resources


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language: its code, its name in itself and in English, and how it is written.

    ``text``: a language that is offered by recorded voice alone is shown in the words of this
    other one; "" for one with a text of its own. ``heard``: what a voice reads wrong ("EE. UU."),
    and what it is to say instead.
    """

    code: str
    name: str
    english_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    text: str = ""
    heard: dict[str, str] = msgspec.field(default_factory=dict)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    language: list[Language]


def load_languages() -> dict[str, Language]:
    """All languages by code, in the order in which they are offered.

    Raises msgspec.ValidationError when the list is malformed.
    """
    return read_languages(resources.read("languages.toml"))


def read_languages(listed: bytes) -> dict[str, Language]:
    """The languages of a list in TOML, as ``load_languages`` gives them."""
    decoded = msgspec.toml.decode(listed, type=_File)
    found = {language.code: language for language in decoded.language}
    for language in decoded.language:
        shown_in = found.get(language.text)
        if language.text and (shown_in is None or shown_in.text):
            raise msgspec.ValidationError(
                f"language {language.code}: text = {language.text!r} is no language with a text"
            )
    return found


def with_text(languages: dict[str, Language]) -> list[str]:
    """The codes of the languages that have a text of their own."""
    return [code for code, language in languages.items() if not language.text]
