"""Finds the key that a finger means, even if it shakes or rolls, or if there are two."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from pdkiosk.ui.keyboard.key import Key
from pdkiosk.ui.keyboard.layout import Action
from pdkiosk.ui.theme.look import Scale

DRIFT_MM = 8.0  # how far a finger may roll beyond its key and still mean it
BOUNCE_MS = 150  # a finger that touches the same key again this soon has only trembled


class _Down(Struct):
    key: Key
    inside: bool = True


class Touches:
    """Follows fingers over the keys; a key is down while a finger means it."""

    def __init__(self) -> None:
        self._areas: list[tuple[Key, QRectF]] = []
        self._drift = 0.0
        self._reach = 0.0
        self._down: dict[int, _Down] = {}
        self._last: tuple[Key, float] | None = None

    def set_keys(self, keys: Sequence[Key], scale: Scale) -> None:
        """Sets the keys and their places."""
        self._areas = [(key, QRectF(key.geometry())) for key in keys]
        self._drift = DRIFT_MM * scale.px_per_mm
        self._reach = 3.4 * scale.px_per_mm

    def forget_all(self) -> None:
        """Ignores all fingers that are down."""
        for down in self._down.values():
            down.key.setDown(False)
        self._down.clear()
        self._last = None

    def key_at(self, at: QPointF) -> Key | None:
        """The key at a point, or the nearest one if the point is in a gap or at the edge."""
        best: tuple[float, Key] | None = None
        for key, area in self._areas:
            away = _distance(area, at)
            if away == 0:
                return key
            if away <= self._reach and (best is None or away < best[0]):
                best = away, key
        return best[1] if best else None

    def press(self, finger: int, at: QPointF, now: float) -> Key | None:
        """A finger comes down; returns the key that it means."""
        self._lift(finger)
        key = self.key_at(at)
        if key is None or any(down.key is key for down in self._down.values()):
            return None
        if self._last is not None:
            last, when = self._last
            if last is key and now - when < BOUNCE_MS / 1000:
                return None
        self._down[finger] = _Down(key)
        key.setDown(True)
        return key

    def move(self, finger: int, at: QPointF) -> None:
        """A finger moves: if it goes far away, it no longer means its key, until it comes back."""
        down = self._down.get(finger)
        if down is None:
            return
        inside = _distance(QRectF(down.key.geometry()), at) <= self._drift
        if inside != down.inside:
            down.inside = inside
            down.key.setDown(inside)

    def release(self, finger: int, at: QPointF, now: float) -> Key | None:
        """A finger is lifted; returns the key that it means."""
        self.move(finger, at)
        down = self._lift(finger)
        if down is None or not down.inside:
            return None
        self._last = (down.key, now)
        return down.key

    def any_down(self, action: Action) -> bool:
        """Whether a finger is on a key with this action."""
        return any(d.inside and d.key.spec.action is action for d in self._down.values())

    def _lift(self, finger: int) -> _Down | None:
        down = self._down.pop(finger, None)
        if down is not None:
            down.key.setDown(False)
        return down


def _distance(area: QRectF, at: QPointF) -> float:
    """The distance from a point to a rectangle, in pixels; 0 inside."""
    across = max(area.left() - at.x(), 0.0, at.x() - area.right())
    down = max(area.top() - at.y(), 0.0, at.y() - area.bottom())
    return float((across * across + down * down) ** 0.5)
