"""What a page can request from the window: a tool over the step, a question, or an action."""

from __future__ import annotations

import enum
from typing import TypeAlias

from msgspec import Struct


class ToolKind(enum.Enum):
    """The kinds of pages that are opened over a step."""

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
    """A page to open over the step. ``about``: the id of its term, chapter or question."""

    kind: ToolKind
    about: str = ""
    card: int | None = None

    @property
    def name(self) -> str:
        """Its name as a place, such as "help", "term:nta", "card:people:0"."""
        parts = (self.kind.value, self.about, "" if self.card is None else str(self.card))
        return ":".join(part for part in parts if part)


class Change(Struct, frozen=True):
    """Go to the question with this id, and later back to the same row of this page."""

    question: str
    row: str = "change"  # the first part of the row's name; the question is the second


class Reveal(Struct, frozen=True):
    """Scroll to the widget with this name."""

    name: str


class Act(enum.Enum):
    """An action of the window."""

    CLOSE = enum.auto()  # close the tool on top
    CLOSE_ALL = enum.auto()  # close all tools
    SKIP = enum.auto()  # go to the next step even if this one would object
    BACK_TO_GATE = enum.auto()  # go to the question whose answer ended the interview
    LEAVE = enum.auto()  # end the session
    HIDE = enum.auto()  # hide the screen until four squares are touched
    TO_PRINT = enum.auto()  # go back to the page that prints
    LOOK = enum.auto()  # languages, sizes or colors have changed
    PRIMARY = enum.auto()  # the text of the primary button has changed
    PRINTING = enum.auto()  # printing has started
    SAVE = enum.auto()
    SAVE_AS_NEW = enum.auto()
    SAVE_AGAIN = enum.auto()
    OPEN_WORK = enum.auto()
    DELETE_WORK = enum.auto()


Request: TypeAlias = Tool | Change | Reveal | Act
