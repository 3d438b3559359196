"""The texts of a widget for reading aloud, and where they are highlighted."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pdkiosk.ui.widgets.pair import Pair
    from pdkiosk.ui.widgets.text_block import TextBlock

LANGUAGE = "language"
"""The dynamic property of a widget whose words are in a different language: its code."""

SILENT = "silent"
"""The dynamic property of a widget that is not read aloud."""

SPEAKING = "speaking"
"""The dynamic property of an editor while its words are being read."""

PRIVATE = "private"
"""The dynamic property of a widget whose words are the person's answers."""

ANSWERS = "answers"
"""The dynamic property of a widget for answering that has no mark.

Without headphones, whether answered or not, it is read as "answers are only on the screen".
"""

FOLLOWS = "follows"
"""The dynamic property of a widget that is shown because of the person's answers.

It applies to everything inside the widget, unless a child sets it to False.
"""


class Mark(enum.Enum):
    """The mark of a card or box: whether it is chosen."""

    CHOSEN = enum.auto()
    NOT_CHOSEN = enum.auto()


class Spoken(Struct, frozen=True):
    """A text of a widget. ``mark`` is said after the text.

    ``private``: it is the person's answer, or the place for it.
    """

    pair: Pair
    block: TextBlock
    private: bool = False
    mark: Mark | None = None


class Speaks(Protocol):
    """A widget with its own texts; the texts of its children are not used."""

    def spoken(self) -> list[Spoken]:
        """Its texts in reading order."""


def speaks(widget: QWidget) -> bool:
    """Whether it has its own texts. (Checking the protocol would take 40 times as long.)"""
    return hasattr(type(widget), "spoken")


def own_texts(widget: QWidget) -> list[Spoken]:
    """The widget's own texts, or none."""
    return cast("Speaks", widget).spoken() if speaks(widget) else []


def follows(widget: QWidget) -> bool:
    """Whether a widget is shown because of the person's answers."""
    place: QWidget | None = widget
    while place is not None:
        value = place.property(FOLLOWS)
        if value is not None:
            return bool(value)
        place = place.parentWidget()
    return False
