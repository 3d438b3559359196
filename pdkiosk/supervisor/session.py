"""One process of the wizard as the supervisor sees it, and the connection to it."""

from __future__ import annotations

import contextlib

from msgspec import Struct, field

from pdkiosk.lines import Lines
from pdkiosk.supervisor.process import Child


class Session(Struct):
    """``silent``: the seconds for which the supervisor has listened without hearing from it."""

    process: Child
    silent: float = 0.0
    ready: bool = False
    shown: bool = False
    shown_at: float | None = None
    begun: bool = False
    leaving: bool = False
    _lines: Lines = field(default_factory=Lines)

    def show(self, failure: str = "") -> None:
        """Tells the session to show its window; ``failure``.

        How the last session failed, to report first.
        """
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(f"show {failure}".strip().encode("ascii") + b"\n")

    def lines(self, data: bytes) -> list[str]:
        """The lines that the session has completed with these bytes."""
        return [line.decode("ascii", "replace").strip() for line in self._lines.feed(data)]

    def kill(self) -> None:
        """Kills the process at once; the kernel frees its memory."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
