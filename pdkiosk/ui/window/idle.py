"""Notices that nobody is there: a countdown after the facility's time, then all is erased."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from pdkiosk.language.message import Message, counted
from pdkiosk.ui.accessible import announce
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    HeadingLabel,
    Surface,
    SurfaceKind,
    TextPair,
    ToolButton,
)
from pdkiosk.ui.widgets.cover import Level, arrange, cover, uncover
from pdkiosk.ui.widgets.ring import Ring
from pdkiosk.ui.widgets.touch_watch import TouchWatch

# Translators: heading of the full-screen countdown.
_THERE = Message("Are you still here?", "idle.title")
# Translators: the countdown; {n} is a number.
_COUNT = counted(
    "In {n} second, all you wrote will be erased.",
    "In {n} seconds, all you wrote will be erased.",
    "idle.count",
)
# Translators: under the countdown, when the work is saved.
_SAVED = Message("Your saved work stays saved.", "idle.saved")
# Translators: the countdown while the screen is hidden: it must not say that there is
# anything to erase; {n} is a number.
_PLAIN_COUNT = counted(
    "This screen will start over in {n} second.",
    "This screen will start over in {n} seconds.",
    "idle.plain_count",
)
# Translators: the large button that stops the countdown.
_HERE = Message("I am still here", "idle.here")
# Translators: under it, a small button: does not wait for the countdown.
_NOW = Message("Erase now", "idle.now")

_RING_MM, _RING_PART = 76.0, 0.26  # the most that the ring takes, and as part of the height
_LOW_EMS = 19.0  # on a screen that is lower, the ring goes and the buttons stand side by side


class IdleGuard(QObject):
    """Watches over one window: when nobody touches it, a countdown covers it, then ``expired``.

    ``erased``: somebody wants it all gone before that.

    ``warn`` comes after so many seconds without a touch; a touch starts them again. ``covered``
    carries the countdown that has come up. Sleep of the machine counts as time without a touch,
    and what is due by then happens before the window paints or takes a touch.
    """

    warn = Signal()
    covered = Signal(QWidget)
    expired = Signal()
    erased = Signal()

    def __init__(self, seconds: float, window: QWidget, context: Callable[[], Context]) -> None:
        """``context`` gives the session whose languages and look the countdown speaks in."""
        super().__init__(window)
        self._seconds = seconds
        self._window = window
        self._context = context
        self._countdown: Countdown | None = None
        self._focus_before: QWidget | None = None
        self.watch = TouchWatch(self._act, window)
        self.warn.connect(self._cover)

    def restart(self) -> None:
        """Somebody is there: no countdown."""
        self._uncover()
        self.watch.restart()

    def attend(self) -> None:
        """Somebody is listening: as good as a touch, unless the countdown is up already."""
        if self.watch.running and not self.watch.look() and not self.covering:
            self.watch.restart()

    def stay(self) -> None:
        """Pages of theirs are coming out: as good as a touch, even during the countdown."""
        if self.watch.running and self._left(self.watch.seconds) > 0:
            self.restart()

    def stop(self) -> None:
        """Nothing is to be erased: the start screen is shown."""
        self.watch.stop()
        self._uncover()
        self._focus_before = None

    def _left(self, seconds: float) -> float:
        """Seconds until all is erased; the last of them are those of the countdown."""
        return self._seconds + self._context().facility.countdown_seconds - seconds

    def _act(self, seconds: float) -> bool:
        left = self._left(seconds)
        if left <= 0:
            self.expired.emit()
            return True
        if self._countdown is not None:
            self._countdown.show_left(left)
            return False
        if left <= self._context().facility.countdown_seconds:
            self.warn.emit()
            return True
        return False

    @property
    def covering(self) -> bool:
        """Whether the countdown lies over the page: then no page may be built under it."""
        return self._countdown is not None

    def fit(self) -> None:
        """The window has another size."""
        if self._countdown is not None:
            self._countdown.setGeometry(self._window.rect())

    def _cover(self) -> None:
        if self._countdown is not None or not self.watch.running:
            return
        self.watch.at_least(self._seconds)
        self._focus_before = QApplication.focusWidget()
        self.watch.held = True
        self._countdown = Countdown(self._context(), self._window, self._left(self.watch.seconds))
        self._countdown.here.connect(self._still_here)
        self._countdown.erase.connect(self.erased)
        self.fit()
        self._countdown.show()
        cover(self._window, self._countdown, Level.COUNTDOWN)
        self.covered.emit(self._countdown)

    def stay_over(self) -> None:
        """The window has another page: a countdown stays over it."""
        if self._countdown is not None:
            self._focus_before = None  # went with the old page
            arrange(self._window)

    def _still_here(self) -> None:
        self.restart()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    def _uncover(self) -> None:
        self.watch.held = False
        if self._countdown is None:
            return
        gone, self._countdown = self._countdown, None
        uncover(self._window, gone)


class Countdown(Surface):
    """Covers the whole screen: nothing of what the person wrote can be read behind it.

    ``here`` when the person is there; ``erase`` when they want it all gone now.
    """

    here = Signal()
    erase = Signal()

    def __init__(self, context: Context, parent: QWidget, seconds: float | None = None) -> None:
        """``seconds`` are left; None: as many as the facility gives."""
        super().__init__(context.look, SurfaceKind.TOP_BAR, parent)
        self._context = context
        whole = context.facility.countdown_seconds
        self._left = math.ceil(whole if seconds is None else seconds)
        self._count = _PLAIN_COUNT if context.hidden else _COUNT
        look = context.look
        self._column = QVBoxLayout(self)
        # Nothing can be scrolled here: on a low screen the words need the room.
        pad, high = look.scale.mm(24), look.scale.height_px
        above = min(pad, round(high * 0.03))
        self._column.setContentsMargins(pad, above, pad, above)
        self._column.setSpacing(min(look.scale.mm(7), round(high * 0.018)))
        self._column.addStretch(1)
        self._low = high < look.body_px * _LOW_EMS
        self._ring: Ring | None = None
        if not self._low:  # the words say the number too
            side_mm = min(_RING_MM, high * _RING_PART / look.scale.px_per_mm)
            self._ring = Ring(look, whole, side_mm=side_mm, on_top=True, parent=self)
            self._ring.show_left(self._left)
            self._column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        heading = HeadingLabel(
            look,
            context.for_anybody(_THERE),
            display=True,
            centred=True,
            colour=look.theme.on_top,
            second_colour=look.theme.on_top_second,
            parent=self,
        )
        self._column.addWidget(heading)
        self._words = self._say(self._count(n=self._left), TextRole.SUBHEADING)
        if context.saving.handle is not None:
            self._say(_SAVED, TextRole.BODY)
        self._add_buttons()
        self._column.addStretch(2)
        there = (context.for_anybody(_THERE), context.for_anybody(_COUNT(n=self._left)))
        announce(self, " ".join(pair.spoken() for pair in there))

    def _say(self, words: Message, role: TextRole) -> TextPair:
        look = self._context.look
        label = TextPair(
            look,
            self._context.for_anybody(words),
            role,
            centred=True,
            colour=look.theme.on_top,
            second_colour=look.theme.on_top_second,
            parent=self,
        )
        self._column.addWidget(label)
        return label

    def _add_buttons(self) -> None:
        context, look = self._context, self._context.look
        button = BigButton(
            look,
            context.for_anybody(_HERE),
            kind=ButtonKind.WARM,
            icon="hand",
            role=TextRole.CARD_LARGE if self._low else TextRole.DISPLAY,
            parent=self,
        )
        button.setObjectName("here")
        high = look.scale.height_px
        side = self._column.contentsMargins().left()
        wide = min(look.scale.mm(150 if self._low else 200), look.scale.width_px - 2 * side)
        button.setMinimumSize(wide, min(look.scale.mm(52), round(high * 0.17)))
        button.activated.connect(self.here)
        way = QBoxLayout.Direction.LeftToRight if self._low else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way)
        row.setSpacing(look.scale.mm(6))
        self._column.addLayout(row)
        row.addStretch(1)
        centre = Qt.AlignmentFlag.AlignCenter
        row.addWidget(button, 0, centre)
        if not context.hidden:  # then nobody may know that there is anything to erase
            now = ToolButton(look, context.for_anybody(_NOW), icon="eraser", parent=self)
            now.setObjectName("erase.now")
            now.activated.connect(self.erase)
            row.addWidget(now, 0, centre)
        row.addStretch(1)
        button.setFocus(Qt.FocusReason.MouseFocusReason)

    def show_left(self, seconds: float) -> None:
        """Says how many seconds are left."""
        left = math.ceil(seconds)
        if left != self._left:
            self._left = left
            if self._ring is not None:
                self._ring.show_left(left)
            self._words.set_pair(self._context.for_anybody(self._count(n=left)))
