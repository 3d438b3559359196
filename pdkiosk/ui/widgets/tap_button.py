"""The base of everything that can be touched: acts once, on release, and shows the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import from_start, right_to_left, take_height_for_width
from pdkiosk.ui.widgets.text_block import TextBlock

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_DASHES = [4.0, 2.0]  # in widths of the line
_QUIET_REASONS = (Qt.FocusReason.MouseFocusReason,)
_PASSING_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ArrowMover(QWidget):
    """A parent of buttons that moves the focus with arrow keys."""

    def move_focus(self, button: QWidget, key: Qt.Key) -> bool:
        """Moves the focus from ``button`` by an arrow key; returns whether there was a target."""
        raise NotImplementedError


class TapButton(QAbstractButton):
    """A button that a shaking hand cannot press twice by accident.

    ``activated`` is emitted when a finger is lifted inside it, or on Space or Enter; another tap
    within ``repeat_ms`` milliseconds is ignored. Subclasses paint with ``paint_frame``.
    """

    activated = Signal()

    def __init__(self, look: Look, *, repeat_ms: int = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._repeat_s = repeat_ms / 1000
        self._last_tap = -1e9
        self._ring_wanted = False
        take_height_for_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)

    _ours = False  # whether a click or the program is changing the mark

    def nextCheckState(self) -> None:
        self._ours = True
        super().nextCheckState()
        self._ours = False

    def setChecked(self, checked: bool) -> None:
        self._ours = True
        super().setChecked(checked)
        self._ours = False

    def _on_toggled(self, checked: bool) -> None:
        # Qt lets assistive tools toggle a mark without a click: that is an answer too. A card that
        # loses its mark because another one was chosen is not.
        if not self._ours and (checked or not self.autoExclusive()):
            self._on_clicked()

    def _on_clicked(self) -> None:
        self._last_tap = self.look.taps.now()
        self.activated.emit()

    def is_resting(self) -> bool:
        """Whether a tap is ignored now: one was just accepted, or the page has just appeared."""
        return self.look.taps.held or self.look.taps.now() - self._last_tap < self._repeat_s

    def cancel_press(self) -> None:
        """Cancels a press that turned out to be a scroll: lifting the finger does nothing."""
        if self.isDown():
            self.setDown(False)
            self._canceled = True

    _canceled = False

    def hitButton(self, pos: QPoint) -> bool:
        if self._canceled or self.is_resting():
            return False
        return self.rect().contains(pos)

    def mousePressEvent(self, event: object) -> None:
        self._canceled = False
        super().mousePressEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(True)
        key = event.key()
        if key in _ENTER or key == Qt.Key.Key_Space:
            if event.isAutoRepeat() or self.is_resting():
                event.accept()
                return
            if key in _ENTER:
                self.click()
                return
        if key in _ARROWS:
            # Not Qt's own way: it would keep the arrows inside a group of radio buttons.
            mover = self.parentWidget()
            if not (isinstance(mover, ArrowMover) and mover.move_focus(self, Qt.Key(key))):
                self.focusNextPrevChild(key in _FORWARD)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING_REASONS:
            self._show_ring(event.reason() not in _QUIET_REASONS)
        super().focusInEvent(event)

    def _show_ring(self, wanted: bool) -> None:
        if wanted != self._ring_wanted:
            self._ring_wanted = wanted
            self.update()

    @property
    def ring_shown(self) -> bool:
        """Whether to paint the focus ring: it has the focus and a keyboard is in use."""
        return self._ring_wanted and self.hasFocus()

    def paint_frame(
        self,
        painter: QPainter,
        fill: str | None,
        border: str | None,
        border_px: float,
        *,
        focus: str | None = None,
        dashed: bool = False,
    ) -> None:
        """Paints the button's shape over its whole rectangle, and the focus ring if needed.

        The ring takes the outermost pixels and the shape shrinks, so that the ring has background
        on both sides, whatever the shape's color.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = float(self.look.radius)
        box = QRectF(self.rect())
        if self.ring_shown:
            ring = self.look.ring
            half = ring / 2
            painter.setPen(QPen(QColor(focus or self.look.theme.focus), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), corner, corner)
            inset = ring + self.look.ring_gap
            box = box.adjusted(inset, inset, -inset, -inset)
            corner = max(2.0, corner - inset)
        if border and border_px:
            half = border_px / 2
            pen = QPen(QColor(border), border_px)
            if dashed:
                pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            box = box.adjusted(half, half, -half, -half)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, corner, corner)

    def paint_words(
        self,
        painter: QPainter,
        block: TextBlock,
        start: int,
        y: float,
        width: int,
        first: str = "",
        second: str = "",
    ) -> None:
        """Paints texts that begin ``start`` pixels from the leading edge.

        In the colors of text and second language, or in the given ones.
        """
        theme, x = self.look.theme, from_start(self, start, width)
        colors = first or theme.text, second or theme.second
        block.draw(painter, x, y, width, *colors, right_to_left=right_to_left(self))
