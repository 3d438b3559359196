"""Something slow, done in a thread and asked for now and then, so that nobody waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """Runs ``work`` in a thread at once. The window asks ``done``, then takes the ``result``.

    Work that never ends costs a thread, which ends with the session.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._begun = time.monotonic()
        self._work: Callable[[], T] | None = work
        self._result: T | None = None
        self._error: BaseException | None = None
        # A daemon: a server that hangs must not keep a session alive that nobody sees.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        assert self._work is not None
        try:
            self._result = self._work()
        except BaseException as error:  # given to whoever asks for the result
            self._error = error
        self._work = None  # it may hold the words

    @property
    def done(self) -> bool:
        """Whether there is a result or an error."""
        return not self._thread.is_alive()

    @property
    def lasted(self) -> float:
        """For how many seconds it has been at work."""
        return time.monotonic() - self._begun

    def wait(self, seconds: float) -> bool:
        """Waits, but no longer than so many seconds; whether it is done."""
        self._thread.join(max(seconds, 0))
        return self.done

    def result(self) -> T:
        """What came out; raises what the work raised."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # T may be None
