"""Reads from several processes at once, with a selector or with one thread per pipe."""

from __future__ import annotations

import contextlib
import os
import selectors
import sys
import threading
from typing import IO, Protocol

from pdkiosk.system import portable


class Pipes(Protocol):
    """The pipes that processes write into. ``read`` and ``remove`` never wait."""

    def add(self, pipe: IO[bytes]) -> None:
        """Starts reading this pipe.

        Raises OSError or RuntimeError if the system lacks the resources.
        """

    def remove(self, pipe: IO[bytes]) -> None:
        """Stops reading this pipe and closes it: its process is gone."""

    def wait(self, seconds: float) -> list[IO[bytes]]:
        """The pipes that have data or have ended; waits at most this many seconds."""

    def read(self, pipe: IO[bytes]) -> bytes:
        """The data that has arrived since the last call; empty at the end."""


def make_pipes() -> Pipes:
    """The implementation for this system."""
    return ThreadPipes() if portable() else SelectorPipes()


class SelectorPipes:
    """Asks the kernel which pipe has data."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def add(self, pipe: IO[bytes]) -> None:
        if sys.platform != "win32":
            os.set_blocking(pipe.fileno(), False)
        self._selector.register(pipe, selectors.EVENT_READ)

    def remove(self, pipe: IO[bytes]) -> None:
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


class ThreadPipes:
    """Uses a thread for each pipe: Windows can wait for several sockets, but not for pipes.

    Each thread closes its own pipe at the end. Closing it from here would wait for a read that
    blocks as long as a grandchild keeps the pipe open.
    """

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._received: dict[IO[bytes], bytes] = {}
        self._with_news: set[IO[bytes]] = set()  # not yet returned by ``wait``

    def add(self, pipe: IO[bytes]) -> None:
        thread = threading.Thread(target=self._read_on, args=(pipe,), daemon=True)
        with self._news:
            self._received[pipe] = b""
        thread.start()

    def remove(self, pipe: IO[bytes]) -> None:
        with self._news:
            self._received.pop(pipe, None)
            self._with_news.discard(pipe)

    def wait(self, seconds: float) -> list[IO[bytes]]:
        with self._news:
            self._news.wait_for(lambda: self._with_news, seconds)
            found, self._with_news = self._with_news, set()
        return list(found)

    def read(self, pipe: IO[bytes]) -> bytes:
        with self._news:
            received = self._received.get(pipe, b"")
            if received:
                self._received[pipe] = b""
            return received

    def _read_on(self, pipe: IO[bytes]) -> None:
        with pipe:
            while True:
                try:
                    data = os.read(pipe.fileno(), 4096)
                except OSError:
                    data = b""
                with self._news:
                    if pipe in self._received:
                        self._received[pipe] += data
                        self._with_news.add(pipe)
                        self._news.notify()
                if not data:
                    return
