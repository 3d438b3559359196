"""A kiosk for the leak tests: the real program in its own processes, on a machine to search."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.leaks.visitor import command

FOLDERS = ("home", "tmp", "here", "config", "cache", "data", "state", "run")
# What is not a person's, and is searched like everything else.
_OWN = {
    "pdkiosk", "log", "log.old", "counters.json", "facility-last-good.toml",
    "job-tags-0",
}  # fmt: skip


def left_in(folder: Path) -> list[str]:
    """What the program left in the folders that it could write to, but for its own state."""
    found = [path for name in FOLDERS for path in (folder / name).rglob("*")]
    state = folder / "state"
    return [str(path) for path in found if not (state in path.parents and path.name in _OWN)]


@dataclass
class House:
    """Folders that the program takes for its own, a display, and perhaps a print service.

    All words that its visitors plant have ``stem`` in them, so that one search finds any.
    """

    folder: Path
    display: str
    cups: str = ""
    began: float = field(default_factory=lambda: time.time() - 0.01)
    stem: str = field(default_factory=lambda: "q" + secrets.token_hex(6))
    _visitors: int = 0

    def __post_init__(self) -> None:
        for name in (*FOLDERS, "visit"):
            (self.folder / name).mkdir(mode=0o700)
        (self.folder / "facility.toml").write_text(
            'printer = "kiosk"\n' if self.cups else "", "utf-8"
        )

    @property
    def visit(self) -> Path:
        """The line to whoever stands before the window."""
        return self.folder / "visit"

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds as its environment."""
        folder = self.folder
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            **{
                f"XDG_{name.upper()}_HOME": str(folder / name)
                for name in ("config", "cache", "data", "state")
            },
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "VISIT": str(self.visit),
            "VISIT_CUPS": self.cups,
        }

    def start(self, what: str, *before: str) -> subprocess.Popen[bytes]:
        """Starts the program; ``before`` is a program that starts it, such as strace."""
        with (self.folder / "said").open("ab") as said:
            return self._start(what, said, *before)

    def _start(self, what: str, said: IO[bytes], *before: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*before, *command(what, "--facility", str(self.folder / "facility.toml"))],
            cwd=self.folder / "here",
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            start_new_session=True,
        )

    @contextmanager
    def open(self, *before: str) -> Iterator[subprocess.Popen[bytes]]:
        """The supervisor with its sessions, ended at the end."""
        process = self.start("supervise", *before)
        try:
            yield process
        finally:
            end(process)

    def invite(self) -> str:
        """Lets somebody come whose planted words are made of this token."""
        self._visitors += 1
        token = f"{self.stem}{self._visitors:04x}"
        arriving = self.visit / "coming"
        arriving.write_text(token)
        arriving.rename(self.visit / "token")
        return token

    def wait(self, name: str, seconds: float = 120.0) -> str:
        """Waits for what the visitor says; gives it."""
        failed, said = self.visit / "failed", self.visit / name
        wait_until(lambda: said.exists() or failed.exists(), seconds)
        assert not failed.exists(), failed.read_text()
        text = said.read_text()
        said.unlink()
        return text

    def leave(self) -> None:
        """Lets the visitor erase everything."""
        (self.visit / "leave").touch()

    @property
    def said(self) -> str:
        """What the program said on standard error, but for what it says of this machine."""
        about_machine = ("memory-not-locked", "XDG_RUNTIME_DIR", "runtime directory")
        return "\n".join(
            line
            for line in (self.folder / "said").read_text().splitlines()
            if not any(words in line for words in about_machine)
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kills a process and its children."""
    # Stopped first: a process that is started meanwhile would be missed, and outlive its screen.
    for pid in [process.pid, *descendants(process.pid)]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
    for pid in [process.pid, *descendants(process.pid)]:
        kill(pid)
    process.wait(10)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, 9)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def descendants(pid: int) -> list[int]:
    """Those, and those whom they have started."""
    found = children(pid)
    return found + [each for child in found for each in descendants(child)]


def wait_until(true: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} s")
        time.sleep(0.02)


ROOT_IS_NEEDED = sys.platform.startswith("linux") and os.geteuid() != 0
