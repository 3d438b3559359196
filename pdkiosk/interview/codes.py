"""A short code for each question, the same on its screen and on the answer sheet: "4C".

The number is that of the step, the letter counts its questions in the order of the guide. A code
depends only on the guide, never on answers: the answer sheet of one day fits the screens of the
next.
"""

from __future__ import annotations

from pdkiosk.guide.lookup import asked_on
from pdkiosk.guide.model import Guide

# Without I and O, which look like digits.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def question_codes(guide: Guide) -> dict[str, str]:
    """Maps question ids to codes, for all questions that have their own screen."""
    codes: dict[str, str] = {}
    for number, section in enumerate(guide.section, 1):
        pages = [page for page in guide.page if page.section == section.id]
        asked = [question for page in pages for question in asked_on(guide, page)]
        for place, question in enumerate(asked):
            codes[question.id] = f"{number}{_letters(place)}"
    return codes


def _letters(place: int) -> str:
    """A … Z, then AA, AB …"""
    rounds, rest = divmod(place, len(_LETTERS))
    return (_LETTERS[rounds - 1] if rounds else "") + _LETTERS[rest]
