"""Keeps the wizard on the screen: one process for each person, the next one ready in time.

Memory cannot be wiped from Python, so a person's session ends with its process. This
program holds no answers and loads no Qt. It talks with each session by a line of text:

    session -> supervisor   ready   everything is loaded, the window is built but not shown
                            shown   the window is on the screen
                            alive   the window answers (every few seconds)
                            leaving the person may leave soon: make the next one ready
                            ended   the person has left: bring the next one
                            failed CODE LANGUAGE
                                    it cannot go on and has erased all: bring the next one,
                                    which says so in that language
                            note CODE
                                    for the log, of which this program is the only writer
                            staff   the staff page is open: nobody has begun, but somebody is
                                    there
                            restart the settings changed: the one that waits is not to be used
                            close   staff closes the program
    supervisor -> session   show    or "show CODE LANGUAGE": first say that something failed
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Sequence
from typing import IO

from msgspec import Struct, field

from pdkiosk.supervisor.pipes import Ears, make_ears
from pdkiosk.supervisor.process import Child, fork, spawn
from pdkiosk.system import own_program, portable

WRONG_SETTINGS = 2  # a session's exit code: the command line is wrong
BROKEN = 71  # a session's exit code: what it needs is missing or damaged (EX_OSERR)
SWITCHED = 75  # this program's own: another version is installed, start it (EX_TEMPFAIL)
CLOSED = 79  # this program's own: staff closed it; a system that keeps it running is to let it be
HANG_SECONDS = 20.0
CRASHES = 5
CRASH_WINDOW_SECONDS = 60.0
_START_SECONDS = 60.0
_TICK_SECONDS = 0.5
_PAINT_SECONDS = 0.5  # a window says that it is shown before it has painted itself
_SHOW_SECONDS = 3.0
_REST_SECONDS = 5.0  # between tries once nothing works
_SWITCHED_SECONDS = 2.0  # between looks whether another version is to run
_HUNG = "e-hung"  # what the technician is told where the session could not say it
_DIED = "e-died"
_SORRY = re.compile(r"e-[0-9a-z]{4} ([a-z]{2,3}([-_][A-Za-z]{2,4})?)?")


class Session(Struct):
    """One process of the wizard."""

    process: Child
    started: float
    heard: float
    ready: bool = False
    shown: bool = False
    shown_at: float | None = None
    asked: bool = False
    begun: bool = False
    leaving: bool = False
    buffer: bytes = b""

    @classmethod
    def start(cls, process: Child, now: float) -> Session:
        """A session that waits to be shown."""
        return cls(process, now, now)

    def show(self, sorry: str = "") -> None:
        """Lets the window come up, with what to say first about the session before."""
        self.asked = True
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(f"show {sorry}".strip().encode("ascii") + b"\n")

    def lines(self, said: bytes) -> list[str]:
        """What the session has said since the last time, with these bytes."""
        self.buffer += said
        *whole, self.buffer = self.buffer.split(b"\n")
        return [line.decode("ascii", "replace").strip() for line in whole]

    def kill(self) -> None:
        """Ends the process at once; the kernel takes its memory back."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()


class Supervisor(Struct):
    """``command`` starts a session, ``apology`` a plain page that asks for staff.

    ``note`` writes a short code into the log; no answer ever comes this way. ``alive`` is
    called regularly while the window answers (for the system's watchdog). ``clear`` takes
    back the print jobs that a session which died has left; it must not wait. ``switched`` says
    whether another version is installed: then this program ends, once nobody is at work, so
    that the system starts the other one.
    """

    command: Sequence[str]
    apology: Sequence[str]
    note: Callable[[str], None] = lambda code: None
    alive: Callable[[], None] = lambda: None
    clear: Callable[[], Child | None] = lambda: None
    switched: Callable[[], bool] = lambda: False
    launch: Callable[[Sequence[str]], Child] = spawn
    clock: Callable[[], float] = time.monotonic
    active: Session | None = None
    spare: Session | None = None
    apologising: bool = False
    exit_code: int = 0
    _crashes: list[float] = field(default_factory=list)
    _ears: Ears = field(default_factory=make_ears)
    _behind: dict[IO[bytes], Session] = field(default_factory=dict)  # by the pipe it speaks into
    _next_try: float = 0.0
    _next_spare: float = 0.0
    _next_switched: float = 0.0
    _broken: bool = False
    _sorry: str = ""
    _cleared: bool = False
    _clearing: list[Child] = field(default_factory=list)

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
                    self.drop(session)
        return self.exit_code

    def step(self) -> bool:
        """One round: listen, look, act. False when the program is to end."""
        now = self.clock()
        if self.active is None and now >= self._next_try:
            self._bring_next(now)
        elif self._settled():
            if not self._cleared:
                self._cleared = True
                self._clear()  # what a program that was killed has left
            if self.spare is None and self._leaving() and now >= self._next_spare:
                self.spare = self._start(self.command, now)
        for session in self._speaking(_TICK_SECONDS):
            if self._hear(session) == "close":
                return False
        now = self.clock()
        if self._nobody_there() and now >= self._next_switched:
            self._next_switched = now + _SWITCHED_SECONDS
            if self.switched():
                self.note("update-switched")
                self.exit_code = SWITCHED
                return False
        return self._look(now)

    def _nobody_there(self) -> bool:
        """The start screen, or the plain page, is on the screen: ending takes nothing away."""
        active = self.active
        return active is not None and active.shown and not active.begun

    def _speaking(self, seconds: float) -> list[Session]:
        return [self._behind[pipe] for pipe in self._ears.wait(seconds) if pipe in self._behind]

    def _clear(self) -> None:
        started = self.clear()
        if started is not None:
            self._clearing.append(started)

    def _settled(self) -> bool:
        """A session has painted its screen: starting another one disturbs nobody."""
        active = self.active
        if active is None or active.shown_at is None or self.apologising:
            return False
        return self.clock() - active.shown_at >= _PAINT_SECONDS

    def _leaving(self) -> bool:
        """Not before: while somebody is at work, a second window only takes memory."""
        return self.active is not None and self.active.leaving

    def _start(self, command: Sequence[str], now: float) -> Session:
        session = Session.start(self.launch(command), now)
        assert session.process.stdout is not None
        self._behind[session.process.stdout] = session
        self._ears.listen(session.process.stdout)
        return session

    def drop(self, session: Session) -> None:
        """Ends a session at once, and the line to it."""
        session.kill()
        assert session.process.stdout is not None
        self._behind.pop(session.process.stdout, None)
        self._ears.leave(session.process.stdout)

    def _bring_next(self, now: float) -> None:
        recent = [t for t in self._crashes if now - t < CRASH_WINDOW_SECONDS]
        self._crashes = recent
        self.apologising = self._broken or len(recent) >= CRASHES
        self._broken = False
        if self.apologising and self.spare is not None:
            self.drop(self.spare)
            self.spare = None
        if self.apologising:
            self.note("apology")
            self._sorry = ""
        if self.spare is None:
            self.spare = self._start(self.apology if self.apologising else self.command, now)
        self.active, self.spare = self.spare, None
        self.active.heard = now
        if self.active.ready:
            self._show(self.active)

    def _show(self, session: Session) -> None:
        session.show(self._sorry)
        self._sorry = ""

    def _hear(self, session: Session) -> str:
        assert session.process.stdout is not None
        said = session.lines(self._ears.read(session.process.stdout))
        if said:
            session.heard = self.clock()
        for word in said:
            if word == "ready":
                session.ready = True
                self._broken = False
                if session is self.active:
                    self._show(session)
            elif word == "shown":
                session.shown, session.shown_at = True, self.clock()
                self.alive()
            elif word.startswith("note "):
                session.begun = session.begun or word == "note begun"
                self.note(word.removeprefix("note "))
            elif word == "alive" and session is self.active:
                self.alive()
            elif word == "staff":
                session.begun = True  # for all that has to wait; the log counts no session
            elif word == "leaving":
                session.leaving = True
            elif word == "ended" and session is self.active:
                self._replace()
            elif word.startswith("failed ") and session is self.active:
                said_last = word.removeprefix("failed ")
                self._sorry = said_last if _SORRY.fullmatch(said_last) else _DIED
                self._crashed(self.clock())
                self._replace()
                self._clear()
            elif word == "restart" and session is self.active:
                self.note("restarted")
                if self.spare is not None:
                    self.drop(self.spare)
                    self.spare = None
                self._replace()
            elif word == "close" and session is self.active:
                self.note("closed")
                self.exit_code = CLOSED
                return "close"
        return ""

    def _replace(self) -> None:
        """The next person's window comes up over the old one, which is then gone."""
        old = self.active
        self.active = None
        self._bring_next(self.clock())
        if old is not None:
            self._wait_shown()
            self.drop(old)

    def _wait_shown(self) -> None:
        coming = self.active
        deadline = self.clock() + _SHOW_SECONDS
        while coming is not None and not coming.shown and self.clock() < deadline:
            for session in self._speaking(0.05):
                self._hear(session)
            if coming.process.poll() is not None:
                return

    def _look(self, now: float) -> bool:
        """Notices what has died and what hangs. False when the program is to end."""
        self._clearing = [child for child in self._clearing if child.poll() is None]
        if self.spare is not None and (died := self.spare.process.poll()) is not None:
            self.note(f"spare-died-{_told(died)}")
            self._broken = died == BROKEN
            self._crashed(now)
            self._hear(self.spare)  # what it said last
            self.drop(self.spare)
            self.spare = None
            self._next_spare = now + _REST_SECONDS
        active = self.active
        if active is None:
            return True
        code = active.process.poll()
        if code is not None:
            self._hear(active)
            if self.active is not active:
                return True
        if code == WRONG_SETTINGS:
            self.exit_code = code
            return False
        limit = HANG_SECONDS if active.shown else _START_SECONDS
        if code is None and now - active.heard <= limit:
            return True
        if self.apologising:
            # Its minute is over, or it could not come up: the wizard is tried again.
            self._next_try = now if code == 0 else now + _REST_SECONDS
        else:
            self.note("hung" if code is None else f"died-{_told(code)}")
            self._broken = code == BROKEN
            self._sorry = _HUNG if code is None else _DIED
            self._crashed(now)
        shown = active.shown
        self.drop(active)
        self.active = None
        if shown and not self.apologising:
            self._clear()
        return True

    def _crashed(self, now: float) -> None:
        self._crashes.append(now)


def _told(code: int) -> str:
    """How a process ended, as a piece of a code: its exit code, or the signal that ended it."""
    return str(code) if code >= 0 else f"signal-{-code}"


def session_command(arguments: Sequence[str], *, apology: bool = False) -> list[str]:
    """How a session is started with the arguments of this program."""
    return [*own_program(), *session_arguments(arguments, apology=apology)]


def session_arguments(arguments: Sequence[str], *, apology: bool = False) -> list[str]:
    """The arguments of a session of this program."""
    return ["--session", *(["--apology"] if apology else []), *arguments]


def supervise(
    arguments: Sequence[str],
    run: Callable[[Sequence[str]], int],
    note: Callable[[str], None],
    alive: Callable[[], None],
    clear: Callable[[], Child | None],
    switched: Callable[[], bool] = lambda: False,
) -> int:
    """Keeps the wizard on the screen with these arguments; returns the exit code.

    ``run`` runs the program with the arguments of a session, in a process made for it.
    """
    make: Callable[..., list[str]] = session_command
    launch: Callable[[Sequence[str]], Child] = spawn
    if not portable():
        make, launch = session_arguments, lambda arguments: fork(lambda: run(arguments))
    apology = make(arguments, apology=True)
    return Supervisor(make(arguments), apology, note, alive, clear, switched, launch).run()
