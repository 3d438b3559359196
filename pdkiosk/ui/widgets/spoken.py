"""What a widget says when the page is read aloud: its texts, and where they are highlighted."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pdkiosk.ui.widgets.pair import Pair
    from pdkiosk.ui.widgets.text_block import TextBlock

LANGUAGE = "language"
"""The dynamic property of a widget whose words are in a language of their own: its code."""

SILENT = "silent"
"""The dynamic property of a widget that is not read."""

SPEAKING = "speaking"
"""The dynamic property of an editor while its words are read."""

PRIVATE = "private"
"""The dynamic property of a widget whose words are the person's answers."""

ANSWERS = "answers"
"""The dynamic property of a widget by which the person answers, where that has no mark.

Without headphones it is said of it, answered or not, that answers are only on the screen.
"""

FOLLOWS = "follows"
"""The dynamic property of a widget that is there because of what the person answered.

It holds for all that is in the widget, as far as nothing in it says False.
"""


class Mark(enum.Enum):
    """What is seen of a card or a box without words: whether it is chosen."""

    CHOSEN = enum.auto()
    NOT_CHOSEN = enum.auto()


class Spoken(Struct, frozen=True):
    """A text of a widget. ``mark`` is said after the text.

    ``private``: it is the person's answer, or is where that will be.
    """

    pair: Pair
    block: TextBlock
    private: bool = False
    mark: Mark | None = None


class Speaks(Protocol):
    """A widget with texts of its own; those of the widgets in it are not asked for."""

    def spoken(self) -> list[Spoken]:
        """Its texts in the order in which they are read."""


def speaks(widget: QWidget) -> bool:
    """Whether it has texts of its own. (To ask the protocol itself takes 40 times as long.)"""
    return hasattr(type(widget), "spoken")


def own_texts(widget: QWidget) -> list[Spoken]:
    """The texts of a widget that has any, else none."""
    return cast("Speaks", widget).spoken() if speaks(widget) else []


def follows(widget: QWidget) -> bool:
    """Whether a widget is there because of what the person answered."""
    place: QWidget | None = widget
    while place is not None:
        value = place.property(FOLLOWS)
        if value is not None:
            return bool(value)
        place = place.parentWidget()
    return False
