"""Keeps the wizard on the screen: one process for each person, the next one always ready.

Memory can not be wiped from Python, so a person's session ends with its process. This
program holds no answers and loads no Qt. It talks with each session by a line of text:

    session -> supervisor   ready   everything is loaded, the window is built but not shown
                            shown   the window is on the screen
                            alive   the window answers (every few seconds)
                            ended   the person has left: bring the next one
                            restart the settings changed: the one that waits is not to be used
                            close   staff closes the program
    supervisor -> session   show
"""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

WRONG_SETTINGS = 2  # a session's exit code: starting it again would not help
HANG_SECONDS = 20.0
CRASHES = 5
CRASH_WINDOW_SECONDS = 60.0
_START_SECONDS = 60.0
_TICK_SECONDS = 0.5
_SHOW_SECONDS = 3.0
_REST_SECONDS = 5.0  # between tries once nothing works


@dataclass
class Session:
    """One process of the wizard."""

    process: subprocess.Popen[bytes]
    started: float
    heard: float
    ready: bool = False
    shown: bool = False
    asked: bool = False
    buffer: bytes = b""

    @classmethod
    def start(cls, command: Sequence[str], now: float) -> Session:
        """Starts a session that waits to be shown."""
        process = subprocess.Popen(
            [*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        return cls(process, now, now)

    def show(self) -> None:
        """Lets the window come up."""
        self.asked = True
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(b"show\n")

    def lines(self) -> list[str]:
        """What the session has said since the last time."""
        assert self.process.stdout is not None
        try:
            read = self.process.stdout.read()
        except OSError:
            read = b""
        self.buffer += read or b""
        *whole, self.buffer = self.buffer.split(b"\n")
        return [line.decode("ascii", "replace").strip() for line in whole]

    def kill(self) -> None:
        """Ends the process at once; the kernel takes its memory back."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


@dataclass
class Supervisor:
    """``command`` starts a session, ``apology`` a plain page that asks for staff.

    ``note`` writes a short code into the log; no answer ever comes this way. ``alive`` is
    called regularly while the window answers (for the system's watchdog).
    """

    command: Sequence[str]
    apology: Sequence[str]
    note: Callable[[str], None] = lambda code: None
    alive: Callable[[], None] = lambda: None
    clock: Callable[[], float] = time.monotonic
    active: Session | None = None
    spare: Session | None = None
    apologising: bool = False
    exit_code: int = 0
    _crashes: list[float] = field(default_factory=list)
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _next_try: float = 0.0

    def run(self) -> int:
        """Goes on until the program is closed; returns the exit code."""
        try:
            while self.step():
                pass
        except KeyboardInterrupt:
            pass
        finally:
            for session in (self.active, self.spare):
                if session is not None:
                    self._drop(session)
        return self.exit_code

    def step(self) -> bool:
        """One round: listen, look, act. False when the program is to end."""
        now = self.clock()
        if self.active is None and now >= self._next_try:
            self._bring_next(now)
        elif self.spare is None and not self.apologising and self._settled():
            self.spare = self._start(self.command, now)
        for key, _ in self._selector.select(_TICK_SECONDS):
            if self._hear(key.data) == "close":
                return False
        return self._look(self.clock())

    def _settled(self) -> bool:
        """The active session is on the screen: starting another one disturbs nobody."""
        return self.active is not None and self.active.shown

    def _start(self, command: Sequence[str], now: float) -> Session:
        session = Session.start(command, now)
        self._selector.register(session.process.stdout, selectors.EVENT_READ, session)  # type: ignore[arg-type]
        return session

    def _drop(self, session: Session) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(session.process.stdout)  # type: ignore[arg-type]
        session.kill()

    def _bring_next(self, now: float) -> None:
        recent = [t for t in self._crashes if now - t < CRASH_WINDOW_SECONDS]
        self._crashes = recent
        self.apologising = len(recent) >= CRASHES
        if self.apologising and self.spare is not None:
            self._drop(self.spare)
            self.spare = None
        if self.spare is None:
            self.spare = self._start(self.apology if self.apologising else self.command, now)
        self.active, self.spare = self.spare, None
        self.active.heard = now
        if self.active.ready:
            self.active.show()

    def _hear(self, session: Session) -> str:
        said = session.lines()
        if said:
            session.heard = self.clock()
        for word in said:
            if word == "ready":
                session.ready = True
                if session is self.active:
                    session.show()
            elif word == "shown":
                session.shown = True
            elif word == "alive" and session is self.active:
                self.alive()
            elif word == "ended" and session is self.active:
                self.note("session-ended")
                self._replace()
            elif word == "restart" and session is self.active:
                self.note("restarted-by-staff")
                if self.spare is not None:
                    self._drop(self.spare)
                    self.spare = None
                self._replace()
            elif word == "close" and session is self.active:
                self.note("closed-by-staff")
                return "close"
        return ""

    def _replace(self) -> None:
        """The next person's window comes up over the old one, which is then gone."""
        old = self.active
        self.active = None
        self._bring_next(self.clock())
        if old is not None:
            self._wait_shown()
            self._drop(old)

    def _wait_shown(self) -> None:
        coming = self.active
        deadline = self.clock() + _SHOW_SECONDS
        while coming is not None and not coming.shown and self.clock() < deadline:
            for key, _ in self._selector.select(0.05):
                self._hear(key.data)
            if coming.process.poll() is not None:
                return

    def _look(self, now: float) -> bool:
        """Notices what has died and what hangs. False when the program is to end."""
        if self.spare is not None and self.spare.process.poll() is not None:
            self.note(f"spare-died-{self.spare.process.returncode}")
            self._crashed(now)
            self._drop(self.spare)
            self.spare = None
        active = self.active
        if active is None:
            return True
        code = active.process.poll()
        if code == WRONG_SETTINGS:
            self.exit_code = code
            return False
        limit = HANG_SECONDS if active.shown else _START_SECONDS
        if code is None and now - active.heard <= limit:
            return True
        self.note("session-hung" if code is None else f"session-died-{code}")
        self._crashed(now)
        self._drop(active)
        self.active = None
        if self.apologising:
            self._next_try = now + _REST_SECONDS
        return True

    def _crashed(self, now: float) -> None:
        self._crashes.append(now)


def session_command(arguments: Sequence[str], *, apology: bool = False) -> list[str]:
    """How a session is started with the arguments of this program."""
    extra = ["--session", *(["--apology"] if apology else [])]
    if getattr(sys, "frozen", False):
        return [sys.executable, *extra, *arguments]
    return [sys.executable, "-P", "-m", "pdkiosk", *extra, *arguments]


def supervise(arguments: Sequence[str]) -> int:
    """Keeps the wizard on the screen with these arguments; returns the exit code."""
    apology = session_command(arguments, apology=True)
    return Supervisor(session_command(arguments), apology).run()
