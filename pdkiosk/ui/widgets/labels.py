"""Text on a page.

Pairs of plain texts that wrap, are never clipped, and are highlighted when read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start, right_to_left, take_height_for_width
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_lines import Span

if TYPE_CHECKING:
    from pdkiosk.ui.widgets.word_links import WordLink, WordLinks


class TextPair(QLabel):
    """A pair of texts. It is a QLabel only for its accessible role; it paints itself.

    ``link_touched``: the name of a touched word from ``set_links``. ``bullet``: with a mark before
    it. ``max_chars``: the approximate maximum of letters in a line. ``color``: of both texts,
    "#RRGGBB". ``inline``: both on one line if they fit.
    """

    link_touched = Signal(str)
    links: WordLinks | None = None

    def __init__(
        self,
        look: Look,
        pair: Pair,
        role: TextRole = TextRole.BODY,
        *,
        centered: bool = False,
        emphasis: bool = False,
        color: str | None = None,
        second_color: str | None = None,
        max_chars: int = 70,
        bullet: bool = False,
        inline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # The lines of a bullet are indented after its mark.
        self._indent = round(look.body_px * 1.1) if bullet else 0
        self._look = look
        self._dot = max(3, round(look.body_px * 0.16))
        self._first_line = look.font(role).pixelSize() * 1.25
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._block = TextBlock(
            look, pair, role, centered=centered, emphasis=emphasis, inline=inline
        )
        self._colors = (
            color or look.theme.text,
            second_color or color or look.theme.second,
        )
        self._centered = centered
        letter = QFontMetricsF(look.font(role, emphasis=emphasis)).averageCharWidth()
        self._max_width = round(letter * max_chars)
        take_height_for_width(self)
        self.setAccessibleName(pair.spoken())

    @property
    def pair(self) -> Pair:
        return self._block.pair

    def set_pair(self, pair: Pair) -> None:
        """Shows other texts, without links."""
        self._block.set_pair(pair)
        self.links = None
        self.setAccessibleName(pair.spoken())
        self.updateGeometry()
        self.update()

    def least_width(self) -> int:
        """The smallest width, in pixels, at which no word is broken."""
        return self._indent + self._block.least_width(ems=14)

    def spoken(self) -> list[Spoken]:
        return [Spoken(self.pair, self._block)]

    def mark(self, first: Span | None = None, second: Span | None = None) -> None:
        """Highlights a part (start, length) of each text; none removes the highlight."""
        self._block.mark(first, second)
        self.update()

    def set_links(self, first: Sequence[WordLink], second: Sequence[WordLink]) -> None:
        """Underlines words of each text, which can be touched from now on."""
        from pdkiosk.ui.widgets.word_links import WordLinks  # most texts have none

        self._block.mark_links([w.span for w in first], [w.span for w in second])
        self.links = WordLinks(self._look, first, second, self.word_places)
        self.update()

    def word_places(self, span: Span, second: bool) -> list[QRectF]:
        """The boxes, in pixels, of a part of the first or second text: one for each line."""
        x, width = self._place()
        mirrored = right_to_left(self)
        boxes = self._block.places(span, width, second=second, right_to_left=mirrored)
        return [box.translated(x, 0) for box in boxes]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self.links is not None and self.links.press(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        name = self.links.release(event) if self.links is not None else ""
        event.setAccepted(bool(name))
        if name:
            self.link_touched.emit(name)

    def heightForWidth(self, width: int) -> int:
        return self._block.height(self._room(width))

    def _room(self, width: int) -> int:
        """The maximum width of a line, in pixels, in a widget of this width."""
        return max(1, min(width - self._indent, self._max_width))

    def sizeHint(self) -> QSize:
        width = min(self._block.natural_width(), self._max_width)
        return QSize(width + self._indent, self._block.height(width))

    def minimumSizeHint(self) -> QSize:
        # Small enough that a long word typed by the person cannot widen the page.
        return QSize(self._block.least_width(ems=4) + self._indent, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = right_to_left(self)
        if self._indent:
            middle = self.width() - self._indent / 2 if mirrored else self._indent / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colors[0]))
            painter.drawEllipse(QPointF(middle, self._first_line / 2), self._dot, self._dot)
        x, width = self._place()
        first, second = self._colors
        self._block.draw(painter, x, 0, width, first, second, right_to_left=mirrored)

    def _place(self) -> tuple[int, int]:
        """The start and the width of the lines, in pixels."""
        width = self._room(self.width())
        if self._centered:
            return (self.width() - width) // 2, width
        return from_start(self, self._indent, width), width


class HeadingLabel(TextPair):
    """The heading of a page: a question or an idea.

    A new page focuses it, so that a screen reader says it; Tab goes on from there.
    ``ring_changed``: whether the page should show the focus ring, because a keyboard is in use.
    """

    ring_changed = Signal()
    ring_shown = False

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        display: bool = False,
        question: bool = False,
        **style: Any,
    ) -> None:
        """``display``, ``question``: even larger; ``style`` as for TextPair."""
        role = TextRole.DISPLAY if display else TextRole.HEADING
        role = TextRole.QUESTION if question else role
        super().__init__(look, pair, role, max_chars=60, **style)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(event.reason() is Qt.FocusReason.TabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_ring(False)
        super().focusOutEvent(event)

    def _show_ring(self, shown: bool) -> None:
        self.ring_shown = shown
        self.ring_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        event.ignore()
