"""Signs that a page continues: shadows at its edges, two arrows, the rail between them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind, ButtonPaint
from pdkiosk.ui.widgets.pair import NOTHING

_SHADOW, _SHADOW_ALPHA = "#101820", 46


class Edge(QWidget):
    """A shadow, or in high-contrast themes a line, where the page continues below or above."""

    def __init__(self, look: Look, bottom: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._bottom = bottom
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        if theme.name.startswith("contrast"):
            line = 2 * self._look.scale.line
            y = self.height() - line if self._bottom else 0
            painter.fillRect(0, y, self.width(), line, QColor(theme.primary))
            return
        solid = QColor(_SHADOW)
        solid.setAlpha(_SHADOW_ALPHA)
        clear = QColor(_SHADOW)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, clear if self._bottom else solid)
        fade.setColorAt(1, solid if self._bottom else clear)
        painter.fillRect(self.rect(), fade)


class Rail(QWidget):
    """The line between the two buttons that shows which part of the page is visible."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._part = (0.0, 1.0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_part(self, start: float, length: float) -> None:
        """Sets the visible part: its start and length, both 0 to 1."""
        self._part = (start, length)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick = self._look.scale.mm(2.0)
        x = (self.width() - thick) / 2
        painter.setBrush(QColor(self._look.theme.line))
        painter.drawRoundedRect(QRect(round(x), 0, thick, self.height()), thick / 2, thick / 2)
        start, length = self._part
        height = max(thick * 3, round(self.height() * length))
        y = round((self.height() - height) * start)
        painter.setBrush(QColor(self._look.theme.border))
        painter.drawRoundedRect(QRect(round(x), y, thick, height), thick / 2, thick / 2)


class ScrollButton(BigButton):
    """An arrow, dimmed at the end of the page; it stays enabled so as not to lose the focus."""

    def __init__(self, look: Look, icon: str, parent: QWidget) -> None:
        super().__init__(
            look, NOTHING, kind=ButtonKind.OUTLINE, icon=icon, large=False, parent=parent
        )
        self.spent = False

    def set_spent(self, spent: bool) -> None:
        """Whether there is nothing more to see in its direction."""
        if spent != self.spent:
            self.spent = spent
            self.update()

    def colors(self) -> ButtonPaint:
        theme = self.look.theme
        if self.spent:
            return ButtonPaint(theme.paper, theme.line, theme.border, theme.border, theme.focus)
        return super().colors()
