"""Runs programs whose input comes through a pipe, on every system."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pdkiosk.printing.command import MOST_OUTPUT, NOT_FOUND, Result

# No console window flashing up; the value of CREATE_NO_WINDOW, which exists only on Windows.
_QUIETLY = 0x08000000 if sys.platform == "win32" else 0


class PipeProcess:
    """A process with a thread at each end.

    A PDF is larger than a pipe's buffer, and no method waits.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        data: bytes = b"",
        timeout: float = 10.0,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._deadline = time.monotonic() + timeout
        self._result: Result | None = None
        self._said: list[bytes] = []
        try:
            self._process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=Path(sys.executable).anchor,
                creationflags=_QUIETLY,
            )
        except OSError:
            self._result = Result(NOT_FOUND)
            return
        threading.Thread(target=self._write, args=(data,), daemon=True).start()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def poll(self) -> Result | None:
        """The result, or None while it runs; kills it once its time is up."""
        if self._result is None:
            code = self._process.poll()
            if code is not None and not self._reader.is_alive():
                self._result = Result(code, b"".join(self._said).decode("utf-8", "replace"))
            elif time.monotonic() >= self._deadline:
                self.kill()
        return self._result

    def kill(self) -> None:
        if self._result is None:
            with contextlib.suppress(OSError):
                self._process.kill()
            self._result = Result(None)

    def _write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        # It may have ended before it read everything.
        with contextlib.suppress(OSError):
            self._process.stdin.write(data)
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout:
            self._said.append(self._process.stdout.read(MOST_OUTPUT))
        self._process.wait()
