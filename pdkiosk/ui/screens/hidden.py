"""A neutral page that replaces everything when someone comes near."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pdkiosk.language.message import Message
from pdkiosk.session.hide_pattern import LENGTH, Answer
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import (
    NOTHING,
    BigButton,
    ButtonKind,
    HeadingLabel,
    Surface,
    SurfaceKind,
    TapButton,
    TextPair,
)
from pdkiosk.ui.widgets.due import Due
from pdkiosk.ui.widgets.geometry import spaced

# Translators: the page that hides the screen when somebody comes near. It must not say that
# there is anything behind it, nor what this program is about.
_RESTING = Message("This screen is resting", "hidden.title")
# Translators: on the hidden page, the first time: the person chooses the way back.
_CHOOSE = Message("Touch 4 squares. The same 4 bring you back.", "hidden.set")
# Translators: on the hidden page, right after the four squares were chosen.
_CHOSEN = Message("To come back, touch the same 4 squares.", "hidden.chosen")
# Translators: on the hidden page: these were other squares than the ones chosen.
_AGAIN = Message("Try again.", "hidden.again")
# Translators: on the hidden page, after several wrong tries.
_WAIT = Message("Please wait a moment.", "hidden.wait")
# Translators: on the hidden page, a small button: erases everything for the next person.
_START_AGAIN = Message("Start again", "hidden.start_again")
# Translators: asks before everything is erased, without that word: others may stand by.
_SURE = Message("Start again? Nothing is kept.", "hidden.sure")
# Translators: the button that really starts again.
_YES = Message("Yes, start again", "hidden.yes")
# Translators: the button that leaves the resting page as it is; larger than the one that erases.
_NO = Message("No, keep resting", "hidden.no")
# Translators: one of nine plain squares, for a screen reader; {n} is its number.
_SQUARE = Message("Square {n}", "hidden.square")

_SIDE = 3
# Then the page says nothing any more: someone who reads it later must not learn the way back.
_WORDS_SECONDS = 30.0


class HiddenScreen(Surface):
    """Nine squares. ``back``: the right four were touched; ``erased``: start again."""

    back = Signal()
    erased = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, SurfaceKind.PAPER)
        self._context = context
        self._way = context.hide_pattern
        self._touched: list[int] = []
        look = context.look
        wide = look.scale.width_px > look.scale.height_px
        self._words = TextPair(look, NOTHING, centered=True, parent=self)
        self._dots = Dots(look, self)
        self._grid = QWidget(self)
        squares = QGridLayout(self._grid)
        squares.setContentsMargins(0, 0, 0, 0)
        squares.setSpacing(look.scale.gap)
        for n in range(_SIDE * _SIDE):
            square = Square(look, self._grid)
            square.setObjectName(f"square.{n + 1}")
            square.setAccessibleName(context.pair(_SQUARE(n=n + 1)).spoken())
            square.activated.connect(lambda n=n: self._touch(n))
            squares.addWidget(square, n // _SIDE, n % _SIDE)
        words = spaced(QVBoxLayout(), look.scale.mm(5))
        words.addStretch(1)
        words.addWidget(HeadingLabel(look, context.pair(_RESTING), centered=True, parent=self))
        words.addWidget(self._words)
        words.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(1)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        both = QBoxLayout(way)
        both.setSpacing(look.scale.mm(8))
        both.addLayout(words, 1)
        both.addWidget(self._grid, 0 if wide else 1, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        side = look.scale.mm(12)
        column.setContentsMargins(side, side, side, look.scale.mm(4))
        column.addLayout(both, 1)
        column.addLayout(self._last_row())
        self.forget = Due(lambda: self._say(None), self)
        self._rest = Due(self._rested, self, self._way.clock)
        self._ask(False)
        if self._way.rest:
            self._wait()
        elif not self._way.chosen:
            self._say(_CHOOSE)

    def _last_row(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), self._context.look.scale.mm(5))
        self._start = self._button("hidden.start", _START_AGAIN, ButtonKind.PLAIN)
        self._start.activated.connect(lambda: self._ask(True))
        self._no = self._button("hidden.no", _NO, ButtonKind.PRIMARY, large=True)
        self._no.activated.connect(lambda: self._ask(False))
        self._yes = self._button("hidden.yes", _YES, ButtonKind.DANGER)
        self._yes.activated.connect(self.erased)
        for button in (self._start, self._no):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._yes)
        return row

    def _button(
        self, name: str, words: Message, kind: ButtonKind, *, large: bool = False
    ) -> BigButton:
        look, pair = self._context.look, self._context.pair(words)
        button = BigButton(look, pair, kind=kind, large=large, bar=True, parent=self)
        button.setObjectName(name)
        return button

    def _ask(self, sure: bool) -> None:
        """Asks whether to start again, or returns from that question."""
        for button, shown in ((self._start, not sure), (self._no, sure), (self._yes, sure)):
            button.setVisible(shown)
        self._say(_SURE if sure else None)

    def _say(self, words: Message | None) -> None:
        self._words.set_pair(self._context.pair(words) if words else NOTHING)
        self._words.setVisible(words is not None)
        self.forget.stop()
        if words is not None and words is not _SURE:
            self.forget.start(_WORDS_SECONDS)

    def _touch(self, square: int) -> None:
        self._ask(False)
        self._touched.append(square)
        self._dots.set_filled(len(self._touched))
        if len(self._touched) < LENGTH:
            return
        squares, self._touched = self._touched, []
        answer = self._way.touch(squares)
        if answer is Answer.BACK:
            self.back.emit()
            return
        # Show the fourth dot for a moment, or the last touch would seem to be lost.
        QTimer.singleShot(400, self._dots, self._empty)
        if self._way.rest:
            self._wait()
        else:
            self._say(_CHOSEN if answer is Answer.CHOSEN else _AGAIN)

    def _empty(self) -> None:
        self._dots.set_filled(len(self._touched))

    def _wait(self) -> None:
        self._grid.setEnabled(False)
        self._say(_WAIT)
        self._rest.start(self._way.rest)

    def _rested(self) -> None:
        self._grid.setEnabled(True)
        self._say(_AGAIN)


class Square(TapButton):
    """A plain square to touch."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, repeat_ms=150, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        scale = self.look.scale
        # Large, but small enough for three of them and the words on the smallest screen.
        side = max(scale.main_target, min(scale.mm(38), scale.height_px // 6))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        fill = theme.primary if self.isDown() else theme.surface
        edge = theme.border if self.isEnabled() else theme.line
        self.paint_frame(QPainter(self), fill, edge, self.look.scale.line * 1.5)


class Dots(QWidget):
    """Dots that show how many of the four touches were made."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filled = 0
        self._dot = look.scale.mm(4.5)
        self.setFixedSize(self._dot * (2 * LENGTH - 1) + 4, self._dot + 4)

    def set_filled(self, filled: int) -> None:
        self._filled = filled
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._look.theme.primary)
        painter.setPen(QPen(color, self._look.scale.line))
        for n in range(LENGTH):
            painter.setBrush(color if n < self._filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(2 + n * 2 * self._dot, 2, self._dot, self._dot))
