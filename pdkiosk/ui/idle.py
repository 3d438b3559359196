"""Notices that nobody is there: a countdown after the facility's time, then all is erased."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme import TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    HeadingLabel,
    Surface,
    SurfaceKind,
    TextPair,
)

# Translators: heading of the full-screen countdown.
_THERE = Message("Are you still here?", "idle.title")
# Translators: the countdown; {seconds} is a number.
_COUNT = Message("In {seconds} seconds everything that you wrote will be erased.", "idle.count")
# Translators: the large button that stops the countdown.
_HERE = Message("I am still here", "idle.here")

_ACTIVITY = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.Wheel,
    }
)


class IdleClock(QObject):
    """``warn`` when nobody has touched anything for so many seconds. A touch starts it anew."""

    warn = Signal()

    def __init__(self, seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.warn)

    def restart(self) -> None:
        """Somebody is there."""
        application = QCoreApplication.instance()
        if application is not None and not self._timer.isActive():
            # Only now: every event of the program passes through a filter in Python.
            application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nothing is to be erased: the start screen is shown."""
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and self._timer.isActive():
            self._timer.start()
        return False


class Countdown(Surface):
    """Covers the whole screen; ``here`` when the person is there, ``expired`` at zero."""

    here = Signal()
    expired = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.look, SurfaceKind.PAPER, parent)
        self._context = context
        self._left = context.facility.countdown_seconds
        look = context.look
        column = QVBoxLayout(self)
        pad = look.scale.mm(24)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.scale.mm(8))
        column.addStretch(1)
        column.addWidget(
            HeadingLabel(look, context.pair(_THERE), display=True, centred=True, parent=self)
        )
        self._words = TextPair(
            look,
            context.pair(_COUNT(seconds=self._left)),
            TextRole.SUBHEADING,
            centred=True,
            parent=self,
        )
        column.addWidget(self._words)
        button = BigButton(
            look,
            context.pair(_HERE),
            kind=ButtonKind.PRIMARY,
            icon="hand",
            role=TextRole.CARD_LARGE,
            parent=self,
        )
        button.setObjectName("here")
        button.setMinimumSize(look.scale.mm(150), look.scale.mm(40))
        button.activated.connect(self.here)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        button.setFocus(Qt.FocusReason.MouseFocusReason)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.expired.emit()
            return
        self._words.set_pair(self._context.pair(_COUNT(seconds=self._left)))
