"""Drawings side by side, each with its caption under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.surface import TriedOut
from pdkiosk.ui.widgets.text_block import TextBlock

_WIDE_MM, _SHAPE, _GAP_MM = 64.0, 0.7, 5.0
_STEP_MM, _NUMBER_MM, _NUMBER_EMS = 44.0, 9.0, 1.5
_COMPACT = 0.5  # smallest part of their size, if a page has little room
_BESIDE_FROM_EMS = 34  # if the screen is this wide, they are side by side


def _share(least: Sequence[int], room: int) -> float:
    """How wide each drawing can be, pixels: words that need more than their part take it from all.

    A pixel less for each, as widths of millimeters are rounded.
    """
    left, others = room, len(least)
    for width in sorted(least, reverse=True):
        if width * others <= left:
            break
        left, others = left - width, others - 1
    return (left / others if others else min(least)) - 1


class StepNumber(QWidget):
    """The number of a step in a filled circle, shown above the step's words."""

    def __init__(self, look: Look, number: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._number = look, number
        side = max(look.scale.mm(_NUMBER_MM), round(look.body_px * _NUMBER_EMS))
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.primary))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(theme.on_primary))
        painter.setFont(self._look.font(TextRole.BUTTON))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class FigureRow(TriedOut):
    """``figures``: the name of each drawing, what it shows, and its caption.

    ``room``: their total width in pixels, if that is only part of the page. ``steps``: they are
    consecutive steps, each with its number and with words in the page's text size.
    """

    def __init__(
        self,
        look: Look,
        figures: Sequence[tuple[str, Pair, Pair]],
        *,
        room: int = 0,
        steps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        role = TextRole.POINT if steps else TextRole.SMALL
        blocks = [TextBlock(look, caption, role, inline=True) for _n, _s, caption in figures]
        least = [block.least_width(ems=12) for block in blocks]
        gaps = look.scale.mm(_GAP_MM) * max(0, len(figures) - 1)
        has_room = look.scale.width_px >= look.body_px * _BESIDE_FROM_EMS
        beside = sum(least) + gaps <= room if room else has_room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = spaced(QBoxLayout(direction, self), look.scale.mm(_GAP_MM))
        wide = _STEP_MM if steps else _WIDE_MM
        if room and figures:
            wide = min(wide, _share(least, room - gaps) / look.scale.px_per_mm)
        self._drawings: list[DrawingView] = []
        self._columns: list[QVBoxLayout] = []
        for (name, shows, caption), narrowest in zip(figures, least, strict=True):
            column = spaced(QVBoxLayout(), look.scale.mm(2.0))
            drawing = DrawingView(
                look, name, shows, width_mm=wide, height_mm=wide * _SHAPE, parent=self
            )
            self._drawings.append(drawing)
            self._columns.append(column)
            column.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
            if steps:
                number = StepNumber(look, len(self._columns), parent=self)
                column.addWidget(number, 0, Qt.AlignmentFlag.AlignHCenter)
            words = TextPair(look, caption, role, centered=True, inline=True, parent=self)
            if beside:
                words.setMinimumWidth(narrowest)
            column.addWidget(words)
            column.addStretch(1)
            row.addLayout(column, 1)

    def set_compact(self, compact: bool) -> None:
        for drawing, column in zip(self._drawings, self._columns, strict=True):
            drawing.set_part(_COMPACT if compact else 1.0)
            column.invalidate()
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
