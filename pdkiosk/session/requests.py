"""What a page can ask the window for: a tool over the step, a question, or something to be done."""

from __future__ import annotations

import enum
from typing import TypeAlias

from msgspec import Struct


class ToolKind(enum.Enum):
    """The pages that are opened over a step."""

    LANGUAGE = "language"
    LOOK = "look"
    HELP = "help"
    HEADPHONES = "headphones"
    TODAY = "today"
    LICENSES = "licenses"
    TERM = "term"
    WORDS = "words"
    CHAPTER = "chapter"
    CARD = "card"
    CARD_MORE = "card:more"
    ANSWERS = "answers"
    ERASE = "erase"
    TROUBLE = "trouble"
    SAVE = "save"
    SAVE_WORDS = "save:words"
    SAVE_OWN = "save:own"
    SAVE_TELL = "save:tell"
    SAVE_FAILED = "save:failed"
    SAVED = "saved"
    SAVED_DELETE = "saved:delete"
    SLIP = "slip"
    OPEN = "open"
    OPEN_NUMBER = "open:number"
    OPEN_WORDS = "open:words"
    OPENED = "opened"
    DELETED = "deleted"
    SAVING = "working:save"
    OPENING = "working:open"
    DELETING = "working:delete"


class Tool(Struct, frozen=True):
    """A page over the step. ``about``: the id of its term, chapter or question."""

    kind: ToolKind
    about: str = ""
    card: int | None = None

    @property
    def name(self) -> str:
        """Its name as a place: "help", "term:nta", "card:people:0"."""
        parts = (self.kind.value, self.about, "" if self.card is None else str(self.card))
        return ":".join(part for part in parts if part)


class Change(Struct, frozen=True):
    """To the question with this id, and from it back to here: to the row that says so."""

    question: str
    row: str = "change"  # the first part of its name; the question is the second


class Reveal(Struct, frozen=True):
    """Scroll to what has this name."""

    name: str


class Act(enum.Enum):
    """Something to be done."""

    CLOSE = enum.auto()  # the tool on top goes
    CLOSE_ALL = enum.auto()  # all tools go
    SKIP = enum.auto()  # on to the next step, whatever this one would want first
    BACK_TO_GATE = enum.auto()  # to the question whose answer ended the interview
    LEAVE = enum.auto()  # the session ends
    HIDE = enum.auto()  # the screen, until four squares are touched
    TO_PRINT = enum.auto()  # back to the page that prints
    LOOK = enum.auto()  # languages, sizes or colors are others now
    PRIMARY = enum.auto()  # the primary button says something else now
    PRINTING = enum.auto()  # pages are on their way
    SAVE = enum.auto()
    SAVE_AS_NEW = enum.auto()
    SAVE_AGAIN = enum.auto()
    OPEN_WORK = enum.auto()
    DELETE_WORK = enum.auto()


Request: TypeAlias = Tool | Change | Reveal | Act
