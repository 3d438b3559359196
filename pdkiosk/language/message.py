"""Messages as values: a message has its words and arguments, but no language yet.

Two languages are on the screen at once and the letter is rendered in both, so no part of the
program stores a translated sentence. Only the last step, drawing, asks ``Catalogs.text(message,
language)``.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Union

from msgspec import Struct

_NO_ARGS: Mapping[str, Arg] = MappingProxyType({})


class PartialDate(Struct, frozen=True):
    """A date as people remember it: the year alone, year and month, or the whole day.

    ``about`` marks a date that the person is not sure of. Raises ValueError if there is no such
    day, month or year.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        month = 1 if self.month is None else self.month
        datetime.date(self.year, month, 1 if self.day is None else self.day)


class DateRole(enum.Enum):
    """The role of a date in its sentence; languages need different words for each."""

    PLAIN = "plain"  # March 5, 2012
    IN = "in"  # in 2012 / in March 2012 / on March 5, 2012
    SINCE = "since"  # since 2012


class DateArg(Struct, frozen=True):
    """A date inside a sentence, with its role there."""

    date: PartialDate
    role: DateRole = DateRole.PLAIN


class Blank(Struct, frozen=True):
    """A line to write on by hand in place of a missing fact; ``width`` in millimeters."""

    width: float = 40.0


class Own(Struct, frozen=True):
    """Words that the person typed; they are shown as typed and never translated."""

    text: str


class Listing(Struct, frozen=True):
    """A list of things, joined the way the language does it ("a, b and c").

    ``clauses``: whole clauses that contain commas, separated by semicolons only.
    """

    items: tuple[Arg, ...]
    clauses: bool = False


class LanguageName(Struct, frozen=True):
    """The name of the language with this code, for use inside a sentence."""

    code: str


Arg = Union[str, int, Own, Blank, DateArg, LanguageName, Listing, "Message"]


class Message(Struct, frozen=True):
    """A sentence to be said.

    ``text`` is the English source (the msgid), ``context`` a stable identifier (the msgctxt) for
    English words that need different translations in different places. ``{name}`` in the text is an
    argument. With ``plural``, the argument ``n`` decides between the two.
    """

    text: str
    context: str = ""
    args: Mapping[str, Arg] = _NO_ARGS
    plural: str = ""

    def __hash__(self) -> int:
        return hash((self.text, self.context, self.plural))

    def __call__(self, **args: Arg) -> Message:
        """The same message with these arguments added."""
        return Message(
            self.text, self.context, MappingProxyType({**self.args, **args}), self.plural
        )


def counted(one: str, many: str, context: str) -> Message:
    """A message with a count: its argument ``n`` chooses between two (or more) forms."""
    return Message(one, context, plural=many)


_ALONE = "{it}"


def alone(it: Arg) -> Message:
    """A message that consists only of an argument."""
    return Message(_ALONE, args={"it": it})


class RunKind(enum.Enum):
    """The source of a piece of a rendered sentence."""

    TEXT = "text"  # our words, or a formatted date or number
    OWN = "own"  # the person's words
    BLANK = "blank"  # a line to write on
    PROOF = "proof"  # the exhibits that prove a sentence: "(Exhibit A)"


class Run(Struct, frozen=True):
    """A piece of a sentence in one language. ``width`` in millimeters, for blanks only."""

    text: str
    kind: RunKind = RunKind.TEXT
    width: float = 0.0
