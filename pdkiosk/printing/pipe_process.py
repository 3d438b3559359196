"""Programs that are handed their input through a pipe, on every system."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pdkiosk.printing.command import MOST_OUTPUT, NOT_FOUND, Result

# No black window for a moment; the number of CREATE_NO_WINDOW, which Windows alone has.
_QUIETLY = 0x08000000 if sys.platform == "win32" else 0


class PipeProcess:
    """A process with a thread at each end: a PDF is larger than a pipe, and nobody waits here."""

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
        """How it ended, or None as long as it runs; kills it when its time is over."""
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
        # It may have ended before it has read all.
        with contextlib.suppress(OSError):
            self._process.stdin.write(data)
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout:
            self._said.append(self._process.stdout.read(MOST_OUTPUT))
        self._process.wait()
