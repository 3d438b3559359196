"""Runs something slow in a thread; the window polls for its result, so nobody waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """Runs ``work`` in a thread at once. The window polls ``done``, then takes the ``result``.

    Work that never ends occupies a thread until the session ends.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._begun = time.monotonic()
        self._work: Callable[[], T] | None = work
        self._result: T | None = None
        self._error: BaseException | None = None
        # A daemon thread: a server that hangs must not keep a finished session alive.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        assert self._work is not None
        try:
            self._result = self._work()
        except BaseException as error:  # raised by ``result``
            self._error = error
        self._work = None  # the function may hold the person's words

    @property
    def done(self) -> bool:
        """Whether there is a result or an error."""
        return not self._thread.is_alive()

    @property
    def lasted(self) -> float:
        """How many seconds it has been running."""
        return time.monotonic() - self._begun

    def wait(self, seconds: float) -> bool:
        """Waits for at most this many seconds; returns whether it is done."""
        self._thread.join(max(seconds, 0))
        return self.done

    def result(self) -> T:
        """The result; raises what the work raised."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # T may be None
