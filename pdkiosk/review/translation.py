"""What a translator checks: every text of a language as the program says it.

Read from the compiled catalog, which is what people see; whether a text has changed is known
without the sources, in a few milliseconds.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pdkiosk import shipped_files
from pdkiosk.language.catalogs import DOMAIN
from pdkiosk.review.statement import number, seal

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")
_ENTRY = struct.Struct("<2I")


class Translated(NamedTuple):
    """A text of the catalog: its context, its English, and its forms in the language."""

    context: str
    english: str
    plural: str
    forms: tuple[str, ...]

    def number(self, language: str) -> str:
        """Which text it is."""
        return number(language, self.context, self.english)

    def seal(self, language: str) -> str:
        """What it says. Not when: the same words are right or wrong wherever they stand."""
        return seal(language, self.context, self.english, self.plural, list(self.forms))


def translated(folder: Path, language: str) -> list[Translated]:
    """The texts of a language below a folder of translations.

    Raises OSError where there is no catalog, ValueError where it is damaged.
    """
    data = shipped_files.read(folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo")
    try:
        return [entry for entry in _entries(data) if entry.english]
    except (struct.error, UnicodeDecodeError, IndexError) as error:
        raise ValueError(f"{language}: the catalog is damaged") from error


def _entries(data: bytes) -> Iterator[Translated]:
    """The entries of a file in the format of GNU gettext (its manual, "MO Files")."""
    magic, _version, count, originals, translations, *_hash = _HEAD.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError("no catalog of this machine")
    for index in range(count):
        original = _string(data, originals + index * _ENTRY.size)
        translation = _string(data, translations + index * _ENTRY.size)
        context, _, text = original.rpartition("\x04")
        english, _, plural = text.partition("\0")
        yield Translated(context, english, plural, tuple(translation.split("\0")))


def _string(data: bytes, at: int) -> str:
    length, start = _ENTRY.unpack_from(data, at)
    if start + length > len(data):
        raise IndexError(start)
    return data[start : start + length].decode()
