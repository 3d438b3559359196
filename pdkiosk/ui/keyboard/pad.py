"""The background of the keys: places them and handles the fingers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEventPoint, QMouseEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.ui.keyboard.geometry import Measures, Placed, height
from pdkiosk.ui.keyboard.key import Fonts, Key
from pdkiosk.ui.keyboard.layout import Action
from pdkiosk.ui.keyboard.touches import Touches
from pdkiosk.ui.keyboard.wording import Face
from pdkiosk.ui.theme.look import Look

_HOLD_MS, _REPEAT_MS = 500, 120  # repeat interval of Delete while it is held
_JUST_COME_MS = 250  # a second tap on the editor must not hit a key that has appeared there
_MOUSE = -1  # the id of the mouse, which counts as one finger


class Pad(QWidget):
    """Keys that fingers touch.

    ``tapped`` carries the key; ``repeated`` comes while Delete is held.
    """

    tapped = Signal(object)
    repeated = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self._keys: list[Key] = []  # the first ``_shown`` of them are in use
        self._shown = 0
        self._came_at = 0.0
        self._touches = Touches()
        self._held = QTimer(self)
        self._held.timeout.connect(self._repeat)
        self._has_repeated = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the keys have their own direction
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def shown_keys(self) -> list[Key]:
        """The visible keys, in the order of their rows."""
        return self._keys[: self._shown]

    def put_keys(
        self,
        placed: list[Placed],
        measures: Measures,
        fonts: Fonts,
        faces: dict[Action, Face],
    ) -> None:
        """Shows exactly these keys, and takes the height that they need."""
        assert self.look is not None
        while len(self._keys) < len(placed):
            key = Key(self)
            key.clicked.connect(lambda _=False, key=key: self.tapped.emit(key))
            self._keys.append(key)
        for key, where in zip(self._keys, placed, strict=False):
            action = where.key.action
            key.become(self.look, fonts, where.key, faces[action] if action else None)
            key.setGeometry(where.rect)
            key.show()
        for key in self._keys[len(placed) :]:
            key.hide()
        self._shown = len(placed)
        self._touches.forget_all()
        self._touches.set_keys(self.shown_keys(), self.look.scale)
        self.setFixedHeight(height(placed, measures))

    def come(self) -> None:
        """Shows the pad; ignores touches for the first moment."""
        assert self.look is not None
        self._came_at = self.look.taps.now()
        self.show()

    def forget_fingers(self) -> None:
        """Ignores all fingers that are down now."""
        self._touches.forget_all()
        self._held.stop()

    # ---- fingers ---------------------------------------------------------------------

    def _press(self, finger: int, at: QPointF) -> None:
        assert self.look is not None
        now = self.look.taps.now()
        if now - self._came_at < _JUST_COME_MS / 1000:
            return
        key = self._touches.press(finger, at, now)
        if key is not None and key.spec.action is Action.DELETE:
            self._has_repeated = False
            self._held.start(_HOLD_MS)

    def _move(self, finger: int, at: QPointF) -> None:
        self._touches.move(finger, at)
        if self._held.isActive() and not self._touches.any_down(Action.DELETE):
            self._held.stop()

    def _release(self, finger: int, at: QPointF) -> None:
        assert self.look is not None
        key = self._touches.release(finger, at, self.look.taps.now())
        if not self._touches.any_down(Action.DELETE):
            self._held.stop()
        if key is None or (key.spec.action is Action.DELETE and self._has_repeated):
            return  # Delete has already acted while it was held
        self.tapped.emit(key)

    def _repeat(self) -> None:
        if not self._touches.any_down(Action.DELETE):
            self._held.stop()
            return
        self._has_repeated = True
        self._held.start(_REPEAT_MS)
        self.repeated.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(_MOUSE, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._move(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self._release(_MOUSE, event.position())

    def event(self, event: QEvent) -> bool:
        # Handle each finger separately: one thumb may press a key before the other is lifted.
        if isinstance(event, QTouchEvent):
            if event.type() is QEvent.Type.TouchCancel:
                self.forget_fingers()
            else:
                self._touched(event.points())
            event.accept()
            return True
        return super().event(event)

    def _touched(self, points: Iterable[QEventPoint]) -> None:
        for point in points:
            state = point.state()
            if state is QEventPoint.State.Pressed:
                self._press(point.id(), point.position())
            elif state is QEventPoint.State.Updated:
                self._move(point.id(), point.position())
            elif state is QEventPoint.State.Released:
                self._release(point.id(), point.position())

    # ---- the widget ------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground(self.look))
        edge = QRect(0, 0, self.width(), self.look.scale.line)
        painter.fillRect(edge, QColor(self.look.theme.border))


def ground(look: Look) -> QColor:
    """The background color: between paper and line, so that the keys stand out from it."""
    theme = look.theme
    if theme.name.startswith("contrast"):
        return QColor(theme.paper)
    paper, line = QColor(theme.paper), QColor(theme.line)
    if paper.lightness() < 128:
        return QColor(theme.top)
    return QColor(
        (paper.red() + line.red()) // 2,
        (paper.green() + line.green()) // 2,
        (paper.blue() + line.blue()) // 2,
    )
