"""One process of the wizard as the supervisor sees it, and the line to it."""

from __future__ import annotations

import contextlib

from msgspec import Struct, field

from pdkiosk.lines import Lines
from pdkiosk.supervisor.process import Child


class Session(Struct):
    """``silent``: for how many seconds the supervisor has listened without hearing from it."""

    process: Child
    silent: float = 0.0
    ready: bool = False
    shown: bool = False
    shown_at: float | None = None
    begun: bool = False
    leaving: bool = False
    _lines: Lines = field(default_factory=Lines)

    def show(self, failure: str = "") -> None:
        """Lets the window come up; ``failure``: how the session before ended, to be said first."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(f"show {failure}".strip().encode("ascii") + b"\n")

    def lines(self, data: bytes) -> list[str]:
        """The lines that it has written to their end, with these bytes."""
        return [line.decode("ascii", "replace").strip() for line in self._lines.feed(data)]

    def kill(self) -> None:
        """Ends the process at once; the kernel takes its memory back."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
