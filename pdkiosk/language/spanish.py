"""The two words of Spanish that change before a sound: "y" (and), "o" (or)."""

from __future__ import annotations

import re
import unicodedata

_CONJUNCTION = re.compile(r"(?<!\S)([yo])(\s+)$")
# "Inés", "Hilda", "Ysabel", "Íngrid"; not "hielo", "Yolanda", "Yhon".
_SOUND_OF_I = re.compile(r"i|hi(?![aeou])|y(?![aeiouh])")
# "Óscar", "Holanda"; and the numbers that are said "ocho …" and "once".
_SOUND_OF_O = re.compile(r"h?o|8|11(?!\d)")


def conjunction(before: str, following: str) -> str:
    """``before`` with its last word "y" as "e", "o" as "u", where ``following`` asks for it.

    The rule of the Academies (Diccionario panhispánico de dudas, "y", "o"): "Sofía e Inés",
    "siete u ocho".
    """
    found = _CONJUNCTION.search(before)
    if found is None:
        return before
    plain = unicodedata.normalize("NFD", following.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    first = re.sub(r"^\W+", "", plain)
    if found[1] == "y" and _SOUND_OF_I.match(first):
        other = "e"
    elif found[1] == "o" and _SOUND_OF_O.match(first):
        other = "u"
    else:
        return before
    return before[: found.start(1)] + other + found[2]
