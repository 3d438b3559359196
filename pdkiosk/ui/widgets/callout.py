"""A box for what must be noticed: a bar, an icon and a word show its kind, besides color."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole, ToneColors
from pdkiosk.ui.widgets.geometry import MirroredMargins, from_start
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.surface import Compactable

_COMPACT_PAD_MM, _COMPACT_LINE_PAD_MM = 3.0, 1.6  # the second for a title alone


class Tone(enum.Enum):
    """The kind of a callout; the value is its icon."""

    STOP = "octagon-alert"
    WARNING = "triangle-alert"
    NOTE = "info"
    DONE = "circle-check"


def tone_colors(look: Look, tone: Tone) -> ToneColors:
    """The colors of a tone in a look."""
    theme = look.theme
    return {
        Tone.STOP: theme.stop,
        Tone.WARNING: theme.warning,
        Tone.NOTE: theme.note,
        Tone.DONE: theme.done,
    }[tone]


def paint_tint(
    widget: QWidget, painter: QPainter, look: Look, colors: ToneColors, bar_px: int
) -> None:
    """Fills a widget with the background of a tone and paints the bar at its leading edge."""
    box = QRectF(widget.rect())
    corner = look.radius * 0.7
    path = QPainterPath()
    path.addRoundedRect(box, corner, corner)
    painter.setClipPath(path)
    painter.fillRect(box, QColor(colors.back))
    painter.fillRect(
        QRectF(from_start(widget, 0, bar_px), 0, bar_px, widget.height()), QColor(colors.bar)
    )
    painter.setClipping(False)
    if look.theme.name.startswith("contrast"):
        # Its background is nearly that of the page, so an edge makes the box visible.
        painter.strokePath(path, QColor(colors.bar))


class Callout(Compactable, MirroredMargins):
    """A title and words on a tinted background. ``column`` takes more widgets below the words."""

    def __init__(
        self,
        look: Look,
        tone: Tone,
        title: Pair,
        body: Sequence[Pair] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._colors = tone_colors(look, tone)
        self._icon = tone.value
        scale = look.scale
        self._bar = scale.mm(3.4)
        self._pad_x, self._pad_y = scale.mm(6.0), scale.mm(5.0)
        self._icon_px = max(scale.mm(9.0), round(look.body_px * 1.3))
        self._words_x = self._bar + self._pad_x + self._icon_px + scale.mm(4.5)
        self.column = QVBoxLayout(self)
        self.set_margins(self._words_x, self._pad_y, self._pad_x, self._pad_y)
        self.column.setSpacing(scale.mm(2.0))
        self._title = TextPair(
            look,
            title,
            TextRole.CARD,
            color=self._colors.text,
            max_chars=80,
            inline=True,
            parent=self,
        )
        self.column.addWidget(self._title)
        self.body: list[TextPair] = []
        for pair in body:
            words = TextPair(
                look,
                pair,
                second_color=look.theme.second,
                max_chars=80,
                inline=True,
                parent=self,
            )
            self.column.addWidget(words)
            self.body.append(words)
        self.setAccessibleName(title.spoken())

    def compact_gain(self, width: int) -> int:
        return 2 * (self._pad_y - self._compact_pad)

    @property
    def _compact_pad(self) -> int:
        return self._look.scale.mm(_COMPACT_PAD_MM if self.body else _COMPACT_LINE_PAD_MM)

    def compact(self) -> None:
        self._pad_y = self._compact_pad
        self.set_margins(self._words_x, self._pad_y, self._pad_x, self._pad_y)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tint(self, painter, self._look, self._colors, self._bar)
        x = from_start(self, self._bar + self._pad_x, self._icon_px)
        # Beside the first line of the title, not in the middle of a long text.
        line = self._look.font(TextRole.CARD).pixelSize() * 1.3
        y = max(self._pad_y // 2, round(self._pad_y + line / 2 - self._icon_px / 2))
        self._look.paint_icon(painter, self._icon, self._colors.text, x, y, self._icon_px)
