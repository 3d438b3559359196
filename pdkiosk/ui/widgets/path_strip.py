"""The strip under the top bar: the sections as stations, and the progress."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start, right_to_left

_STEPS = 1000
_STATION_MM, _HERE_MM = 9.0, 10.4
_SIDE_MM, _LINE_MM, _RING_MM = 7.0, 1.5, 0.9
_LOW_MM = 215.0  # on a lower screen, the name is beside its station


class PathStrip(QProgressBar):
    """A QProgressBar for its role; it paints itself.

    ``names`` of the sections; ``come_to`` sets the place. Other sections are named only if all
    names fit.
    """

    def __init__(
        self,
        look: Look,
        names: Sequence[str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._names = list(names)
        self.filled = (0.0,) * len(self._names)
        self.here = 0
        self._drawn: tuple[object, QPixmap] | None = None
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self._low = look.scale.height_px < _LOW_MM * look.scale.px_per_mm
        self._bold = look.font(TextRole.BAR)
        self._plain = QFont(self._bold)
        self._plain.setBold(False)
        self._line = QFontMetricsF(self._bold).height()
        self._station = look.scale.mm(_STATION_MM)
        self._large = look.scale.mm(_HERE_MM)
        self._pad = look.scale.mm(1.2)
        height = self._large + 2 * self._pad
        self.setFixedHeight(height if self._low else round(height + self._line))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def come_to(self, here: int, filled: Sequence[float]) -> None:
        """``here``: the current section (from 0); ``filled``.

        How much of each section was seen, 0 to 1.
        """
        self.here, self.filled = here, tuple(filled)
        self.setUpdatesEnabled(False)  # otherwise Qt would paint the window at once, and then again
        self.setValue(round(sum(filled) / len(filled) * _STEPS))
        self.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        return QSize(self._look.scale.mm(40), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())

    @property
    def _closest(self) -> float:
        """The distance in pixels that adjacent names need between their stations."""
        plain, bold = QFontMetricsF(self._plain), QFontMetricsF(self._bold)
        widths = [
            (bold if station == self.here else plain).horizontalAdvance(name) + 2
            for station, name in enumerate(self._names)
        ]
        ends = (widths[0], widths[-1])  # the first and last ones are next to the edge of the screen
        return max(*((a + b) / 2 for a, b in pairwise(widths)), *ends)

    def _slot(self) -> float:
        """The width of each section, in pixels."""
        return (self.width() - 2 * self._look.scale.mm(_SIDE_MM)) / len(self._names)

    def _middle(self, station: int) -> float:
        """The middle of a station, in pixels from the leading edge."""
        return self._look.scale.mm(_SIDE_MM) + self._slot() * (station + 0.5)

    def _names_fit(self) -> bool:
        return not self._low and self._closest + self._look.scale.mm(2) <= self._slot()

    def _x(self, start: float, width: float) -> float:
        return from_start(self, round(start), round(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.strip))
        line = self._look.scale.line
        painter.fillRect(0, self.height() - line, self.width(), line, QColor(theme.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        painter.drawPixmap(0, 0, self._stations())

    def _stations(self) -> QPixmap:
        """The stations and their names, cached because most pages do not change them."""
        done = [filled >= 1 for filled in self.filled]
        ratio = self.devicePixelRatio()
        drawn_for = (self.size(), ratio, right_to_left(self), self.here, done)
        if self._drawn is None or self._drawn[0] != drawn_for:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for station in range(len(self._names)):
                self._paint_station(painter, station)
            self._paint_names(painter)
            painter.end()
            self._drawn = (drawn_for, pixmap)
        return self._drawn[1]

    def _paint_bar(self, painter: QPainter) -> None:
        """Paints the bar from the first station on: the whole way, and over it what was seen."""
        theme = self._look.theme
        begin, slot = self._middle(0), self._slot()
        whole = slot * (len(self._names) - 1)
        # The last section has no station after it.
        seen = min(whole, slot * sum(self.filled))
        thick = self._look.scale.mm(_LINE_MM)
        y = self._pad + self._large / 2 - thick / 2
        for width, color in ((whole, theme.track), (seen, theme.primary)):
            painter.fillRect(QRectF(self._x(begin, width), y, width, thick), QColor(color))

    def _paint_station(self, painter: QPainter, station: int) -> None:
        theme = self._look.theme
        here, done = station == self.here, self.filled[station] >= 1
        side = self._large if here else self._station
        box = QRectF(0, self._pad + (self._large - side) / 2, side, side)
        box.moveLeft(self._x(self._middle(station) - side / 2, side))
        ring = self._look.scale.mm(_RING_MM) if here else max(2, self._look.scale.line)
        fill, edge, ink = theme.surface, theme.border, theme.second
        if here:
            fill, edge, ink = theme.accent, theme.on_accent, theme.on_accent
            if theme.name == "contrast-dark":
                edge = theme.text  # a dark ring would not be visible there
        elif done:
            fill, edge, ink = theme.primary, theme.primary, theme.on_primary
        painter.setPen(QPen(QColor(edge), ring))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
        if done and not here:
            size = round(side * 0.62)
            x, y = round(box.center().x() - size / 2), round(box.center().y() - size / 2)
            self._look.paint_icon(painter, "check", ink, x, y, size)
            return
        font = QFont(self._bold)
        font.setPixelSize(round(side * 0.58))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(station + 1))

    def _paint_names(self, painter: QPainter) -> None:
        theme = self._look.theme
        if self._low:
            self._paint_name_beside(painter)
            return
        top = self._pad + self._large + self._pad * 0.4
        fit = self._names_fit()
        for station, name in enumerate(self._names):
            here = station == self.here
            if not here and not fit:
                continue
            painter.setFont(self._bold if here else self._plain)
            painter.setPen(QColor(theme.text if here else theme.second))
            width = QFontMetricsF(painter.font()).horizontalAdvance(name) + 2
            start = min(self._middle(station) - width / 2, self.width() - width - self._pad)
            start = max(start, self._pad)
            box = QRectF(self._x(start, width), top, width, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_name_beside(self, painter: QPainter) -> None:
        """Paints the current section's name right after its station, on a low screen."""
        theme, name = self._look.theme, self._names[self.here]
        width = QFontMetricsF(self._bold).horizontalAdvance(name) + 2
        gap = self._look.scale.mm(1.2)
        begin = self._middle(self.here) + self._large / 2
        if begin + width + 2 * gap > self.width() or self._overlaps(begin, width + 2 * gap):
            return  # the accessible name still says it
        box = QRectF(self._x(begin, width + 2 * gap), 0, width + 2 * gap, self.height())
        box.adjust(0, 0, 0, -2 * self._look.scale.line)
        painter.fillRect(box, QColor(theme.strip))
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _overlaps(self, begin: float, width: float) -> bool:
        if self.here + 1 == len(self._names):
            return False
        return begin + width > self._middle(self.here + 1) - self._station / 2
