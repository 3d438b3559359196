"""Hears several processes at once: by waiting on their pipes, or by a thread for each."""

from __future__ import annotations

import contextlib
import os
import selectors
import sys
import threading
from typing import IO, Protocol

from pdkiosk.system import portable


class Ears(Protocol):
    """Listens to pipes. ``read`` and ``leave`` never wait."""

    def listen(self, pipe: IO[bytes]) -> None:
        """Begins to hear this pipe."""
        ...

    def leave(self, pipe: IO[bytes]) -> None:
        """Hears it no more, and closes it: the process behind it is gone."""
        ...

    def wait(self, seconds: float) -> list[IO[bytes]]:
        """The pipes that have something to be read, or have ended; waits so long at most."""
        ...

    def read(self, pipe: IO[bytes]) -> bytes:
        """What has come since the last time."""
        ...


def make_ears() -> Ears:
    """The ears of this system."""
    return Threads() if portable() else Selecting()


class Selecting:
    """The kernel says which pipe has something."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def listen(self, pipe: IO[bytes]) -> None:
        if sys.platform != "win32":
            os.set_blocking(pipe.fileno(), False)
        self._selector.register(pipe, selectors.EVENT_READ)

    def leave(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(pipe)
        with contextlib.suppress(OSError):
            pipe.close()

    def wait(self, seconds: float) -> list[IO[bytes]]:
        return [key.fileobj for key, _ in self._selector.select(seconds)]  # type: ignore[misc]

    def read(self, pipe: IO[bytes]) -> bytes:
        try:
            return pipe.read() or b""
        except (OSError, ValueError):
            return b""


class Threads:
    """A thread for each pipe: Windows can wait for several sockets, but not for pipes.

    Each thread closes its pipe itself, when it has ended. To close one from here would wait
    for a read that blocks for as long as a grandchild keeps the pipe open.
    """

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._heard: dict[IO[bytes], bytes] = {}
        self._waiting: set[IO[bytes]] = set()  # with something that nobody was told of

    def listen(self, pipe: IO[bytes]) -> None:
        self._heard[pipe] = b""
        threading.Thread(target=self._hear, args=(pipe,), daemon=True).start()

    def leave(self, pipe: IO[bytes]) -> None:
        with self._news:
            self._heard.pop(pipe, None)
            self._waiting.discard(pipe)

    def wait(self, seconds: float) -> list[IO[bytes]]:
        with self._news:
            self._news.wait_for(lambda: self._waiting, seconds)
            told, self._waiting = self._waiting, set()
        return list(told)

    def read(self, pipe: IO[bytes]) -> bytes:
        with self._news:
            heard = self._heard.get(pipe, b"")
            if heard:
                self._heard[pipe] = b""
            return heard

    def _hear(self, pipe: IO[bytes]) -> None:
        with pipe:
            while True:
                try:
                    data = os.read(pipe.fileno(), 4096)
                except OSError:
                    data = b""
                with self._news:
                    if pipe in self._heard:
                        self._heard[pipe] += data
                        self._waiting.add(pipe)
                        self._news.notify()
                if not data:
                    return
