"""Runs programs whose input and output are in anonymous memory; not on Windows."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

from pdkiosk.printing.command import MOST_OUTPUT, NOT_FOUND, Result

assert sys.platform != "win32"

# Seconds to wait for a killed process; it ends at once unless the kernel hangs.
_REAP = 0.02


class MemoryProcess:
    """A process with its input and output in anonymous memory.

    A pipe would block the writer or need a thread, because a PDF is larger than a pipe's buffer.
    The memory has no name, is in no folder, and is freed with the last process that holds it.
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
        self._process: subprocess.Popen[bytes] | None = None
        self._output = os.memfd_create("out")
        source = os.memfd_create("in")
        try:
            _write(source, data)
            self._process = subprocess.Popen(
                arguments,
                stdin=source,
                stdout=self._output,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd="/",
                process_group=0,  # its own group, to be killed together with what it starts
            )
        except OSError:
            self._finish(Result(NOT_FOUND))
        finally:
            os.close(source)

    def poll(self) -> Result | None:
        """The result, or None while it runs; kills it once its time is up."""
        if self._result is None and self._process is not None:
            code = self._process.poll()
            if code is not None:
                self._finish(Result(code, _read(self._output)))
            elif time.monotonic() >= self._deadline:
                self.kill()
        return self._result

    def kill(self) -> None:
        if self._result is not None or self._process is None:
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(_REAP)
        except ProcessLookupError:
            pass
        except subprocess.TimeoutExpired:
            # The machine is busy: do not wait here; the process will not remain a zombie.
            threading.Thread(target=self._process.wait, daemon=True).start()
        self._finish(Result(None))

    def _finish(self, result: Result) -> None:
        self._result = result
        os.close(self._output)


def _write(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]
    os.lseek(file, 0, os.SEEK_SET)


def _read(file: int) -> str:
    return os.pread(file, min(os.fstat(file).st_size, MOST_OUTPUT), 0).decode("utf-8", "replace")
