"""Asks what may take its time, in a thread, so that nobody waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Asking(Generic[T]):
    """One question. One that is never answered costs a thread, which ends with the session."""

    def __init__(self, question: Callable[[], T]) -> None:
        self._since = time.monotonic()
        self._question = question
        self._answers: list[T] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    @property
    def lasted(self) -> float:
        """For how many seconds it has been asked."""
        return time.monotonic() - self._since

    @property
    def over(self) -> bool:
        """Whether there is an answer, or an error; never waits."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> bool:
        """Waits so long at most; whether it is over."""
        self._thread.join(max(seconds, 0))
        return self.over

    def answer(self) -> T:
        """The answer; raises what the question raised."""
        if self._error is not None:
            raise self._error
        return self._answers[0]

    def _ask(self) -> None:
        try:
            self._answers.append(self._question())
        except Exception as error:
            self._error = error
