"""What all fields share: a label above, and a place for an error message."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.ui.accessible import announce
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import MirroredMargins, from_start, spaced
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.spoken import FOLLOWS

# An input method must not learn, predict or store what is typed here.
PRIVATE_HINTS = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData


class ErrorLine(MirroredMargins):
    """An error message: what is wrong with an answer and how to fix it, with an icon."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty(FOLLOWS, False)  # how to fix it is the same for everyone
        self._icon_px = round(look.body_px * 1.25)
        column = QVBoxLayout(self)
        self.set_margins(self._icon_px + look.scale.mm(2.5), 0, 0, 0)
        self._words = TextPair(
            look, NOTHING, emphasis=True, color=look.theme.stop.text, parent=self
        )
        column.addWidget(self._words)

    @property
    def pair(self) -> Pair:
        return self._words.pair

    def set_pair(self, pair: Pair) -> None:
        """Shows other words, and lets a screen reader say them."""
        self._words.set_pair(pair)
        self.setAccessibleName(pair.spoken())
        announce(self, pair.spoken())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, side = self._look, self._icon_px
        line = look.font(TextRole.BODY).pixelSize() * 1.3
        x, y = from_start(self, 0, side), max(0, round((line - side) / 2))
        look.paint_icon(QPainter(self), "circle-alert", look.theme.stop.text, x, y, side)


class Field(QWidget):
    """A labeled field. Subclasses put a control into ``body`` and have a ``changed`` signal."""

    def __init__(self, look: Look, label: Pair, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.label = label
        self._column = spaced(QVBoxLayout(self), look.scale.mm(2.0))
        if label:
            words = TextPair(look, label, TextRole.BODY, emphasis=True, inline=True, parent=self)
            self._column.addWidget(words)
        self.body = spaced(QVBoxLayout(), look.scale.mm(3.0))
        self._column.addLayout(self.body)
        self._error_line: ErrorLine | None = None
        self._error: Pair | None = None
        self.setAccessibleName(label.spoken())

    def error(self) -> Pair | None:
        """The error shown, or None."""
        return self._error

    def set_error(self, error: Pair | None) -> None:
        """Shows below the control what is wrong and how to fix it; None removes the message."""
        self._error = error
        if error is None:
            if self._error_line is not None:
                self._error_line.hide()
        else:
            if self._error_line is None:
                self._error_line = ErrorLine(self.look, self)
                self._column.addWidget(self._error_line)
            self._error_line.set_pair(error)
            self._error_line.show()
        self.show_invalid(error is not None, error or NOTHING)

    def show_invalid(self, invalid: bool, words: Pair = NOTHING) -> None:
        """Sets whether the control looks, and is described, as invalid."""
        control = self.control()
        control.setProperty("invalid", "true" if invalid else "false")
        control.setAccessibleDescription(words.spoken())
        control.style().unpolish(control)
        control.style().polish(control)
        control.update()

    def control(self) -> QWidget:
        """The widget that takes the keyboard focus."""
        raise NotImplementedError

    def focus_field(self) -> None:
        """Moves the keyboard focus into the field."""
        self.control().setFocus(Qt.FocusReason.OtherFocusReason)
