"""The basic parts of the guide: texts, conditions, drawings.

Texts are English (type ``Words``) and become messages only when shown.
"""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

from pdkiosk.guide.vocabulary import Rule
from pdkiosk.language.message import Message

Words = NewType("Words", str)
"""A text to be translated, in English."""

Way = Literal["short", "full"]
Tone = Literal["stop", "warning", "note", "done"]
PointTone = Literal["", "hope", "care", "do", "never"]
Source = Literal["guide", "law", "house"]
"""Who says it: the source guide, the safety notes on current law, or this program."""

UNKNOWN = "unknown"
"""Identifier of the choice "I do not know" in conditions."""


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all guide data: immutable, and an unknown key is an error."""


def said(words: str) -> Message:
    """The text of the guide as a message."""
    return Message(words)


class When(Strict, frozen=True, kw_only=True):
    """A condition on the answers, in a closed vocabulary.

    Exactly one of ``question`` (with one of ``equals``, ``has``, ``answered``), ``rule``,
    ``all``, ``any`` or ``none`` is set.
    """

    question: str = ""
    equals: str | list[str] | None = msgspec.field(default=None, name="is")
    has: str | list[str] | None = None
    answered: bool | None = None
    rule: Rule | Literal[""] = ""
    all: list[When] = []
    any: list[When] = []
    none: list[When] = []


class Figure(Strict, frozen=True, kw_only=True):
    """A drawing of ``guide/drawings.py`` with its caption."""

    drawing: str
    caption: Words


class Text(Strict, frozen=True, kw_only=True):
    """A paragraph, a bullet or a point, with its source and the statements that it conveys.

    A point has a large ``icon`` or ``drawing`` before it. ``tone`` colors its background: hope,
    caution, something to do, or something never to do; the words say it too. ``law``: the entries
    that it rests on, if its source is the law.
    """

    text: Words
    bullet: bool = False
    icon: str = ""
    drawing: str = ""
    tone: PointTone = ""
    ledger: list[str] = []
    source: Source = "guide"
    law: list[str] = []
    when: When | None = None


class Callout(Strict, frozen=True, kw_only=True):
    """A box that stands out: stop, warning, note or done.

    Color is never the only sign: ``title`` says it.
    """

    tone: Tone
    title: Words
    text: list[Text] = []
    ledger: list[str] = []
    when: When | None = None
