"""The pattern of four squares that unhides the screen; the person chooses it at first use."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from pdkiosk.clock import boot_seconds

LENGTH = 4
FREE_TRIES = 3
_RESTS = (5.0, 10.0, 20.0, 40.0, 60.0)  # seconds to wait, after each wrong try from the third on


class Answer(enum.Enum):
    """The result of four touches."""

    CHOSEN = enum.auto()
    BACK = enum.auto()
    WRONG = enum.auto()


class HidePattern:
    """The pattern of one session; it is forgotten with the session."""

    def __init__(self, clock: Callable[[], float] = boot_seconds) -> None:
        self.clock = clock
        self._pattern: tuple[int, ...] = ()
        self._wrong = 0
        self._rests_until = 0.0

    @property
    def chosen(self) -> bool:
        return bool(self._pattern)

    @property
    def rest(self) -> float:
        """Seconds during which no try counts."""
        return max(0.0, self._rests_until - self.clock())

    def touch(self, squares: Sequence[int]) -> Answer:
        """Four squares in the order of their touches."""
        if not self._pattern:
            self._pattern = tuple(squares)
            return Answer.CHOSEN
        if self.rest or tuple(squares) != self._pattern:
            self._wrong += 1
            late = self._wrong - FREE_TRIES
            if late >= 0:
                self._rests_until = self.clock() + _RESTS[min(late, len(_RESTS) - 1)]
            return Answer.WRONG
        self._wrong = 0
        return Answer.BACK
