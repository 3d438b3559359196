"""A key: paints what it types or does. The keyboard decides when it has been touched."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from pdkiosk.ui.keyboard.layout import Action, KeySpec
from pdkiosk.ui.keyboard.wording import Face
from pdkiosk.ui.theme.look import Look, TextRole

_SIGN_CAP = (5.6, 8.5)  # millimeters: the smallest and the largest height of a capital on a key
_SIGN_TO_BODY = 1.25
_ROW_MM = 15.5  # where a single language would need less
_LEADING = 1.1  # of the font's size, from the first language's baseline to the second's
_ROOM_MM = 4.8  # above and below the words, together
_SIDE_MM = 1.6
_LEAST_SHRINK_OF_TWO = 0.8  # on a low key; if smaller, only the first language is shown
_ICON_TO_FONT = 1.05
_STEP_TO_ICON = 0.27  # between icon and words
_ARABIC_BASE = (
    "\u0640"  # the line that joins letters; in other scripts a dotted circle appears by itself
)
_LEAST_SHRINK = 0.6  # for words that are too long; the icon is dropped first


class Fonts:
    """The fonts of the keys in one look, and the row height that they need."""

    def __init__(self, look: Look) -> None:
        scale = look.scale
        self.first = look.font(TextRole.KEY)
        self.second = look.font(TextRole.KEY, second=True)
        least, greatest = _SIGN_CAP
        cap_mm = min(greatest, max(least, scale.text_size.value * _SIGN_TO_BODY))
        self.sign = QFont(look.font(TextRole.BODY))
        ratio = QFontMetricsF(self.sign).capHeight() / self.sign.pixelSize()
        self.sign.setPixelSize(round(cap_mm * scale.px_per_mm / ratio))
        self.two_lines_mm = self._two_lines(scale.px_per_mm)
        self.one_line_mm = max(_ROW_MM, QFontMetricsF(self.sign).height() / scale.px_per_mm + 2)

    def _two_lines(self, px_per_mm: float) -> float:
        cap = QFontMetricsF(self.first).capHeight()
        step = self.second.pixelSize() * _LEADING
        return (cap + step + QFontMetricsF(self.second).descent() * 0.5) / px_per_mm + _ROOM_MM


class Paint(NamedTuple):
    """The colors of a key in one state, "#RRGGBB"."""

    fill: str
    edge: str
    words: str


class Key(QAbstractButton):
    """A key of the keyboard; reused for other pages. It never has the focus.

    Touches pass through to the keyboard; ``clicked`` comes only from a screen reader.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.spec = KeySpec()
        self._sign = ""
        self._form = ""  # what a key for forms shows
        self._face: Face | None = None
        self._locked = False
        self._live = True

    def become(self, look: Look, fonts: Fonts, spec: KeySpec, face: Face | None) -> None:
        """Becomes a different key; ``face`` is for a key that does something."""
        self._look, self._fonts = look, fonts
        self.spec, self._face = spec, face
        self._sign, self._form = spec.text, ""
        self._locked = False
        self._live = True
        self.setDown(False)
        self.setCheckable(spec.action is Action.SHIFT)
        self.setObjectName(f"key.{spec.name}")
        self.setAccessibleName(face.spoken if face else spec.shown or spec.text)
        self.update()

    @property
    def sign(self) -> str:
        """What the key types now, or "" for a key that does something."""
        return self._sign

    def set_capital(self, capital: bool) -> None:
        """Shows and types its capital, or not."""
        sign = self.spec.shifted if capital else self.spec.text
        if sign != self._sign:
            self._sign = sign
            self.setAccessibleName(self._shown)
            self.update()

    def set_form(self, form: str, *, live: bool) -> None:
        """Shows another form of the letter before the cursor.

        If not ``live``, that letter has no such form: the key shows a possible form, but has no
        effect.
        """
        if (form if live else "", form, live) != (self._sign, self._form, self._live):
            self._sign, self._form, self._live = form if live else "", form, live
            self.setAccessibleName(form or "–")
            self.update()

    @property
    def _shown(self) -> str:
        """The text to paint for what the key types: a mark is shown on a base of its script."""
        if self._form or self.spec.form:
            return self._form
        if self.spec.shown and self._sign == self.spec.text:
            return self.spec.shown
        if self._sign and unicodedata.category(self._sign[0]) == "Mn":
            return (_ARABIC_BASE if "\u0600" <= self._sign < "\u0700" else "") + self._sign
        return self._sign

    def set_shift(self, on: bool, locked: bool, spoken: str) -> None:
        """For the Shift key: whether capitals are on, for one letter or for all."""
        if (on, locked) != (self.isChecked(), self._locked):
            self._locked = locked
            self.setChecked(on)
            self.setAccessibleName(spoken)
            self.update()

    # The keyboard handles touches.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def nextCheckState(self) -> None:
        """Does nothing: the keyboard decides what is checked."""

    def sizeHint(self) -> QSize:
        return self.size()

    # Painting

    def _paint(self) -> Paint:
        theme = self._look.theme
        action = self.spec.action
        main = action is Action.DONE
        if self.isDown():  # inverted colors, visible around a finger
            if main:
                return Paint(theme.on_primary, theme.primary, theme.primary)
            return Paint(theme.primary, theme.primary, theme.on_primary)
        if not self._live:
            return Paint(theme.paper, theme.line, theme.second)
        if main or self._locked:
            return Paint(theme.primary, theme.primary, theme.on_primary)
        if self.isCheckable() and self.isChecked():
            return Paint(theme.chosen, theme.primary, theme.on_chosen)
        if action is None or action is Action.SPACE:
            return Paint(theme.surface, theme.border, theme.text)
        return Paint(theme.chosen, theme.border, theme.on_chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._paint()
        scale = self._look.scale
        edge = float(scale.line)
        if self.isCheckable() and self.isChecked():
            edge *= 2
        corner = scale.mm(2.2)
        painter.setPen(QPen(QColor(paint.edge), edge))
        painter.setBrush(QColor(paint.fill))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, corner, corner)
        painter.setPen(QColor(paint.words))
        if self._face is None:
            self._paint_sign(painter)
        else:
            self._paint_words(painter, self._face, paint.words)

    def _paint_sign(self, painter: QPainter) -> None:
        font, shown = self._fonts.sign, self._shown
        room = self.width() - 2 * self._look.scale.mm(_SIDE_MM)
        wide = QFontMetricsF(font).horizontalAdvance(shown)
        if wide > room:
            font = _shrunk(font, room / wide)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x = (self.width() - metrics.horizontalAdvance(shown)) / 2
        # A little above the middle, because lowercase letters and descenders weigh below it.
        y = (self.height() + metrics.capHeight()) / 2 - metrics.descent() * 0.12
        painter.drawText(QPointF(x, y), shown)

    def _paint_words(self, painter: QPainter, face: Face, color: str) -> None:
        icon = "lock" if self._locked else face.icon
        room = self.width() - 2 * self._look.scale.mm(_SIDE_MM)
        fonts = self._fonts.first, self._fonts.second
        first, second = face.label.first, face.label.second
        side = round(fonts[0].pixelSize() * _ICON_TO_FONT)
        beside = round(side * (1 + (_STEP_TO_ICON if first else 0))) if icon else 0
        one, two, together = self._widths(first, second)
        on_one_line = bool(second) and self.height() < self._least_for_two()
        words = together if on_one_line else max(one, two)
        if on_one_line and beside + words > room / _LEAST_SHRINK_OF_TWO:
            words, second = one, ""
        if first and (beside + words) * _LEAST_SHRINK > room:
            icon, beside = "", 0
        shrink = max(_LEAST_SHRINK, min(1.0, room / max(1.0, beside + words)))
        if shrink < 1:
            fonts = _shrunk(fonts[0], shrink), _shrunk(fonts[1], shrink)
            side, beside, words = int(side * shrink), int(beside * shrink), words * shrink
        x = (self.width() - words - beside) / 2
        if icon:
            y = (self.height() - side) // 2
            self._look.paint_icon(painter, icon, color, round(x), y, side)
        if on_one_line:
            self._paint_line(painter, first, second, fonts, x + beside)
        else:
            self._paint_pair(painter, first, second, fonts, x + beside, words)

    def _paint_pair(
        self,
        painter: QPainter,
        first: str,
        second: str,
        fonts: tuple[QFont, QFont],
        x: float,
        width: float,
    ) -> None:
        metrics = QFontMetricsF(fonts[0]), QFontMetricsF(fonts[1])
        cap = metrics[0].capHeight()
        step = fonts[1].pixelSize() * _LEADING if second else 0.0
        y = (self.height() - cap - step) / 2 + cap
        if not second:
            y -= metrics[0].descent() * 0.12
        for text, font, measure, at in zip(
            (first, second), fonts, metrics, (y, y + step), strict=True
        ):
            if text:
                painter.setFont(font)
                shift = (width - measure.horizontalAdvance(text)) / 2
                painter.drawText(QPointF(x + shift, at), text)

    def _least_for_two(self) -> int:
        return self._look.scale.mm(self._fonts.two_lines_mm - _ROOM_MM + 1.6)

    def _widths(self, first: str, second: str) -> tuple[float, float, float]:
        """The widths, in pixels, of the first language, the second, and both on one line."""
        one = QFontMetricsF(self._fonts.first).horizontalAdvance(first)
        two = QFontMetricsF(self._fonts.second).horizontalAdvance(second)
        return one, two, one + two + QFontMetricsF(self._fonts.second).horizontalAdvance(" · ")

    def _paint_line(
        self, painter: QPainter, first: str, second: str, fonts: tuple[QFont, QFont], x: float
    ) -> None:
        """For a low key: both languages side by side; ``second`` is "" if they do not fit."""
        metrics = QFontMetricsF(fonts[0])
        y = (self.height() + metrics.capHeight()) / 2 - metrics.descent() * 0.12
        painter.setFont(fonts[0])
        painter.drawText(QPointF(x, y), first)
        if second:
            painter.setFont(fonts[1])
            painter.drawText(QPointF(x + metrics.horizontalAdvance(first), y), f" · {second}")


def _shrunk(font: QFont, by: float) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(max(8, int(font.pixelSize() * by)))
    return smaller
