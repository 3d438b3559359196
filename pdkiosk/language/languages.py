"""The languages that the program can offer, read from ``resources/languages.toml``."""

from __future__ import annotations

from typing import Literal

import msgspec

from pdkiosk import resources


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language: its code, its name in itself and in English, and how it is written.

    ``review`` says honestly whether a person has checked the translation.
    """

    code: str
    name: str
    english_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    review: Literal["source", "drafted", "reviewed"] = "drafted"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    language: list[Language]


def load_languages() -> dict[str, Language]:
    """All languages by code, in the order in which they are offered.

    Raises msgspec.ValidationError when the list is malformed.
    """
    decoded = msgspec.toml.decode(resources.read("languages.toml"), type=_File)
    return {language.code: language for language in decoded.language}
