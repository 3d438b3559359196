"""Touchable words within a text: finds which one a finger means, and whether it was a tap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.page_scroll import DRIFT_MM
from pdkiosk.ui.widgets.text_lines import Span


class WordLink(NamedTuple):
    """A part of a text, and the name of its target."""

    span: Span
    name: str


class WordLinks:
    """The linked words of a text pair. ``places`` returns the current boxes of a word, in pixels.

    For a finger, a word is as large as a button: the surrounding text does nothing, so touches
    there count for the word, or for the nearer of two words.
    """

    def __init__(
        self,
        look: Look,
        first: Sequence[WordLink],
        second: Sequence[WordLink],
        places: Callable[[Span, bool], list[QRectF]],
    ) -> None:
        self._look = look
        self.words = [(word, False) for word in first] + [(word, True) for word in second]
        self._places = places
        self._pressed: tuple[str, QPointF] | None = None

    def at(self, point: QPointF) -> str:
        """The target of the word that a finger at this point means, or ""."""
        reach = self._look.scale.target / 2
        nearest, name = reach, ""
        for word, second in self.words:
            for box in self._places(word.span, second):
                across = max(box.left() - point.x(), point.x() - box.right(), 0.0)
                down = max(box.top() - point.y(), point.y() - box.bottom(), 0.0)
                if max(across, down) < nearest:
                    nearest, name = max(across, down), word.name
        return name

    def press(self, event: QMouseEvent) -> bool:
        """A finger comes down; returns whether it is on a word."""
        name = "" if self._look.taps.held else self.at(event.position())
        self._pressed = (name, event.globalPosition()) if name else None
        return bool(name)

    def release(self, event: QMouseEvent) -> str:
        """The finger is lifted; returns the target of the word that it tapped, or ""."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return ""
        # In screen coordinates: a text being scrolled moves with the finger.
        way = event.globalPosition() - pressed[1]
        drift = DRIFT_MM * self._look.scale.px_per_mm + 1
        return pressed[0] if max(abs(way.x()), abs(way.y())) <= drift else ""
