"""Shortens a name to its initials, for pages that others may see."""

from __future__ import annotations

import re
import unicodedata

_INITIAL = re.compile(r"[^\W\d_][\u0300-\u036f]*")


def initials(name: str) -> str:
    """The first letter of each word, with its marks: "Á. L." for "Álvaro (López)".

    A word may begin with a sign that is not a letter: a K'iche' glottal stop ("'Ixkik'"), a
    bracket, a quotation mark. A word without any letter has no initial.
    """
    words = unicodedata.normalize("NFC", name).split()
    found = [_INITIAL.search(word) for word in words]
    return " ".join(f"{letter[0]}." for letter in found if letter) or "…"
