"""Protects identifiers in a text: a line break inside a number would make two wrong numbers."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"

_DIGIT = re.compile("[0-9•]")

_COUNTRY = "EE. UU."
_LEAST_DIGITS = 7  # of a telephone number: "555-0100"
_IDENTIFIER = re.compile(
    r"""(?<!\w)(?:
        # An A-number, also with its first digits hidden: "A 012 345 678", "A# 012-345-678".
        A[ -]?(?:[#][ ]?)?(?:[0-9•]{2,3}[ .-]?)(?:[0-9•]{3}[ .-]?)[0-9•]{3}
        # A telephone number: "1-800-898-7180", "+1 (520) 464 3000 ext. 12", "+502 2425 5000".
      | (?:\+?[0-9]{1,3}[ .-]?)?(?:\([0-9]{2,4}\)|[0-9]{2,4})(?:[ ]?[ .-][ ]?[0-9]{2,4}){1,4}
        (?:,?[ ](?:ext|x|extension|extensión)[.]?[ ]?[0-9]{1,6})?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def unbroken(text: str) -> str:
    """The text, unchanged in length, in which no line can end inside an identifier.

    Nor inside the Spanish abbreviation of the country.
    """
    text = text.replace(_COUNTRY, _COUNTRY.replace(" ", NO_BREAK_SPACE))
    return _IDENTIFIER.sub(_held, text) if _DIGIT.search(text) else text


def _held(found: re.Match[str]) -> str:
    identifier = found[0]
    if sum(map(str.isdigit, identifier)) < _LEAST_DIGITS and "•" not in identifier:
        return identifier
    return identifier.replace(" ", NO_BREAK_SPACE)
