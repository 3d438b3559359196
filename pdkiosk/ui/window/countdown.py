"""Covers the screen if nobody is there: a countdown and two buttons."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.language.message import Message, counted
from pdkiosk.session.saved_work import State
from pdkiosk.ui import wording
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
from pdkiosk.ui.widgets.ring import Ring

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

_RING_MM, _RING_PART = 76.0, 0.26  # the maximum size of the ring, also relative to the height


class _Way(NamedTuple):
    """A layout. The ring says no more than the words do; ``tight``: without large letters."""

    ring: bool = False
    side_by_side: bool = False
    tight: bool = False


# Layouts to try until one fits. The last is used even if it does not fit.
_WAYS = (
    _Way(ring=True),
    _Way(),
    _Way(side_by_side=True),
    _Way(side_by_side=True, tight=True),
)


class Countdown(Surface):
    """Covers the whole screen, so that nothing of what the person wrote can be read.

    ``here``: the person is there; ``erase``: they want everything erased now. ``made_for``: the
    look of the screen whose size it fits.
    """

    here = Signal()
    erase = Signal()

    def __init__(self, context: Context, parent: QWidget, seconds: float | None = None) -> None:
        """``seconds``: the time left; None: the facility's setting."""
        super().__init__(context.look, SurfaceKind.TOP_BAR, parent)
        self._context = context
        self.made_for = context.look
        self._left = math.ceil(context.facility.countdown_seconds if seconds is None else seconds)
        self._count = _PLAIN_COUNT if context.hidden else _COUNT
        self._face = self._first_that_fits()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._face)
        self._face.here.activated.connect(self.here)
        if self._face.now is not None:
            self._face.now.activated.connect(self.erase)
        self._face.here.setFocus(Qt.FocusReason.MouseFocusReason)
        there = (context.for_anybody(_THERE), context.for_anybody(self._count(n=self._left)))
        announce(self, " ".join(pair.spoken() for pair in there))

    def _first_that_fits(self) -> _Face:
        """The first layout that fits: nothing scrolls here, so the words have priority."""
        count = self._count(n=self._left)
        face = _Face(self._context, self, count, _WAYS[0])
        for way in _WAYS[1:]:
            if face.fits:
                break
            face.deleteLater()
            face = _Face(self._context, self, count, way)
        face.show_left(self._left)
        return face

    def show_left(self, seconds: float) -> None:
        left = math.ceil(seconds)
        if left != self._left:
            self._left = left
            self._face.show_left(left)
            self._face.words.set_pair(self._context.for_anybody(self._count(n=left)))


class _Face(QWidget):
    """A layout.

    ``words`` show the countdown; ``here`` and ``now`` are buttons (``now`` None if hidden).
    """

    now: ToolButton | None = None

    def __init__(self, context: Context, parent: QWidget, count: Message, way: _Way) -> None:
        super().__init__(parent)
        self._context = context
        self._way = way
        scale = context.look.scale
        self._column = QVBoxLayout(self)
        side = scale.mm(3 if way.tight else 24)
        above = min(side, round(scale.height_px * 0.03))
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(min(scale.mm(7), round(scale.height_px * 0.018)))
        self._column.addStretch(1)
        self._ring = self._add_ring() if way.ring else None
        if way.tight:
            self._say(_THERE, TextRole.SUBHEADING)
        else:
            self._add_heading()
        self.words = self._say(count, TextRole.BODY if way.tight else TextRole.SUBHEADING)
        if not context.hidden:  # then nobody must know that there is anything to save
            self._say_whether_saved()
        self.here = self._add_buttons(scale.width_px - 2 * side)
        self._column.addStretch(2)

    def _say_whether_saved(self) -> None:
        saving = self._context.saving
        if saving.settled is State.FAILING:
            self._say(wording.LAST_NOT_SAVED, TextRole.BODY)
        elif saving.settled is State.SAVED:
            self._say(_SAVED, TextRole.BODY)

    @property
    def fits(self) -> bool:
        """Whether the layout fits the screen in both directions, so that no buttons overlap."""
        scale = self._context.look.scale
        high = self._column.totalHeightForWidth(scale.width_px) <= scale.height_px
        return high and self._column.totalMinimumSize().width() <= scale.width_px

    def show_left(self, seconds: int) -> None:
        """Updates the ring, if there is one, to this many seconds."""
        if self._ring is not None:
            self._ring.show_left(seconds)

    def _add_ring(self) -> Ring:
        look = self._context.look
        side_mm = min(_RING_MM, look.scale.height_px * _RING_PART / look.scale.px_per_mm)
        whole = self._context.facility.countdown_seconds
        ring = Ring(look, whole, side_mm=side_mm, on_top=True, parent=self)
        self._column.addWidget(ring, 0, Qt.AlignmentFlag.AlignHCenter)
        return ring

    def _add_heading(self) -> None:
        look = self._context.look
        heading = HeadingLabel(
            look,
            self._context.for_anybody(_THERE),
            display=True,
            centered=True,
            color=look.theme.on_top,
            second_color=look.theme.on_top_second,
            parent=self,
        )
        self._column.addWidget(heading)

    def _say(self, words: Message, role: TextRole) -> TextPair:
        look = self._context.look
        label = TextPair(
            look,
            self._context.for_anybody(words),
            role,
            centered=True,
            color=look.theme.on_top,
            second_color=look.theme.on_top_second,
            parent=self,
        )
        self._column.addWidget(label)
        return label

    def _add_buttons(self, room: int) -> BigButton:
        context, look, way = self._context, self._context.look, self._way
        role = TextRole.CARD_LARGE if way.side_by_side else TextRole.DISPLAY
        button = BigButton(
            look,
            context.for_anybody(_HERE),
            kind=ButtonKind.WARM,
            icon="hand",
            role=TextRole.BUTTON if way.tight else role,
            parent=self,
        )
        button.setObjectName("here")
        if not way.tight:
            wide = min(look.scale.mm(150 if way.side_by_side else 200), room)
            button.setMinimumSize(wide, min(look.scale.mm(52), round(look.scale.height_px * 0.17)))
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.LeftToRight if way.side_by_side else ways.TopToBottom)
        row.setSpacing(look.scale.mm(6))
        self._column.addLayout(row)
        row.addStretch(1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        if not context.hidden:  # then nobody must know that there is anything to erase
            self.now = ToolButton(look, context.for_anybody(_NOW), icon="eraser", parent=self)
            self.now.setObjectName("erase.now")
            row.addWidget(self.now, 0, Qt.AlignmentFlag.AlignCenter)
        row.addStretch(1)
        return button
