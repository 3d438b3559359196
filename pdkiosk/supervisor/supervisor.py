"""Keeps the wizard on the screen: one process for each person, with the next one ready in time.

Memory cannot be wiped from Python, so a person's session ends with its process. This
program has no answers and does not load Qt. It exchanges lines of text with each session:

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

import re
import sys
from collections.abc import Callable, Collection, Sequence
from typing import IO

from msgspec import Struct, field

from pdkiosk.clock import boot_seconds
from pdkiosk.exit_codes import BROKEN, CLOSED, SWITCHED, WRONG_INPUT
from pdkiosk.supervisor.pipes import Pipes, make_pipes
from pdkiosk.supervisor.process import Child, fork, spawn
from pdkiosk.supervisor.session import Session
from pdkiosk.system import own_program, portable

HANG_SECONDS = 20.0
CRASHES = 5
CRASH_WINDOW_SECONDS = 60.0
_START_SECONDS = 60.0
_TICK_SECONDS = 0.5
_ROUND_SECONDS = 2.0  # the longest duration of a normal round
_PAINT_SECONDS = 0.5  # a window reports that it is shown before it has painted itself
_SHOW_SECONDS = 3.0
_REST_SECONDS = 5.0  # between attempts once nothing works
_SWITCHED_SECONDS = 2.0  # between checks whether another version should run
_HUNG = "e-hung"  # the code for the technician if the session could not report one
_DIED = "e-died"
_FAILURE = re.compile(r"e-[0-9a-z]{4} ([a-z]{2,3}([-_][A-Za-z]{2,4})?)?")


class Supervisor(Struct):
    """``command`` starts a session, ``out_of_order`` starts a plain page that asks for staff.

    ``note`` writes a short code into the log, never an answer. ``alive`` is called regularly while
    the window responds (for the system's watchdog). ``clear`` cancels print jobs left by a session
    that died; it must not wait. ``switched`` says whether another version is installed: then this
    program ends as soon as nobody is using it, so that the system starts the other one.
    ``end_orphans`` kills all child processes except the given ones: helpers of a session that is
    gone.
    """

    command: Sequence[str]
    out_of_order: Sequence[str]
    note: Callable[[str], None] = lambda code: None
    alive: Callable[[], None] = lambda: None
    clear: Callable[[], Child | None] = lambda: None
    switched: Callable[[], bool] = lambda: False
    launch: Callable[[Sequence[str]], Child] = spawn
    end_orphans: Callable[[Collection[int]], None] = lambda known: None
    clock: Callable[[], float] = boot_seconds
    active: Session | None = None  # the session on the screen
    upcoming: Session | None = None  # prepared for the next person
    is_out_of_order: bool = False
    exit_code: int = 0
    _crashes: list[float] = field(default_factory=list)
    _pipes: Pipes = field(default_factory=make_pipes)
    _by_pipe: dict[IO[bytes], Session] = field(default_factory=dict)  # the pipe it writes into
    _last_round: float | None = None
    _next_try: float = 0.0
    _next_upcoming: float = 0.0
    _next_switched: float = 0.0
    _next_clear: float | None = 0.0  # None: no print jobs are left to cancel
    _broken: bool = False
    _failure: str = ""  # how the session before failed: a code and a language
    _clearing: list[Child] = field(default_factory=list)

    def run(self) -> int:
        """Runs until the program is closed; returns the exit code."""
        try:
            while self.step():
                pass
        except KeyboardInterrupt:
            pass
        finally:
            self.close()
        return self.exit_code

    def close(self) -> None:
        """Ends both sessions."""
        for session in (self.active, self.upcoming):
            if session is not None:
                self.drop(session)
        self.active = self.upcoming = None

    def step(self) -> bool:
        """One round: act, listen, judge. Returns False if the program should end."""
        now = self.clock()
        self._count_silence(now)
        if self.active is None and now >= self._next_try:
            self._bring_next(now)
        elif self._settled():
            if self._next_clear is not None and now >= self._next_clear:
                self._clear(now)  # again after a failed attempt, or jobs of a killed program
            if self.upcoming is None and self._leaving() and now >= self._next_upcoming:
                self.upcoming = self._start(self.command)
                self._next_upcoming = now + _REST_SECONDS
        for session in self._with_news(_TICK_SECONDS):
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

    def _count_silence(self, now: float) -> None:
        """Counts how long a session has been silent, but only while this program was listening.

        A round that took longer means that this program or the machine was suspended, or the clock
        was changed. Lines sent meanwhile are read before any session is judged, and a session that
        was suspended too gets the full time to report that it is alive.
        """
        if self._last_round is not None:
            passed = min(max(0.0, now - self._last_round), _ROUND_SECONDS)
            for session in (self.active, self.upcoming):
                if session is not None:
                    session.silent += passed
        self._last_round = now

    def _nobody_there(self) -> bool:
        """Whether the start screen or the plain page is shown, so that ending loses nothing."""
        active = self.active
        return active is not None and active.shown and not active.begun

    def _with_news(self, seconds: float) -> list[Session]:
        return [self._by_pipe[pipe] for pipe in self._pipes.wait(seconds) if pipe in self._by_pipe]

    def _clear(self, now: float) -> None:
        """Starts canceling leftover print jobs; tries again later if that cannot be started."""
        try:
            started = self.clear()
        except OSError:
            self.note("start-failed")
            self._next_clear = now + _REST_SECONDS
            return
        self._next_clear = None
        if started is not None:
            self._clearing.append(started)

    def _settled(self) -> bool:
        """Whether a session has painted its screen: then starting another one disturbs nobody."""
        active = self.active
        if active is None or active.shown_at is None or self.is_out_of_order:
            return False
        return self.clock() - active.shown_at >= _PAINT_SECONDS

    def _leaving(self) -> bool:
        """Not earlier: while someone is working, a second window would only use memory."""
        return self.active is not None and self.active.leaving

    def _start(self, command: Sequence[str]) -> Session | None:
        """Starts a session; None if the system has no resources now.

        The caller tries again later.
        """
        try:
            session = Session(self.launch(command))
        except OSError:
            self.note("start-failed")
            return None
        pipe = session.process.stdout
        assert pipe is not None
        try:
            self._pipes.add(pipe)
        except (OSError, RuntimeError):  # no more files or threads possible
            self.note("start-failed")
            session.kill()
            self._pipes.remove(pipe)
            pipe.close()
            return None
        self._by_pipe[pipe] = session
        return session

    def drop(self, session: Session) -> None:
        """Kills a session at once, with everything it started, and closes the connection."""
        session.kill()
        assert session.process.stdout is not None
        self._by_pipe.pop(session.process.stdout, None)
        self._pipes.remove(session.process.stdout)
        others = [each.process for each in (self.active, self.upcoming) if each is not None]
        self.end_orphans([process.pid for process in (*others, *self._clearing)])

    def _bring_next(self, now: float) -> None:
        recent = [t for t in self._crashes if now - t < CRASH_WINDOW_SECONDS]
        self._crashes = recent
        self.is_out_of_order = self._broken or len(recent) >= CRASHES
        self._broken = False
        if self.is_out_of_order:
            self._drop_upcoming()
            self.note("out-of-order")
            self._failure = ""
        if self.upcoming is None:
            self.upcoming = self._start(self.out_of_order if self.is_out_of_order else self.command)
        if self.upcoming is None:
            self._next_try = now + _REST_SECONDS
            return
        self.active, self.upcoming = self.upcoming, None
        self.active.silent = 0.0
        if self.active.ready:
            self._show(self.active)

    def _drop_upcoming(self) -> None:
        upcoming, self.upcoming = self.upcoming, None
        if upcoming is not None:
            self.drop(upcoming)

    def _show(self, session: Session) -> None:
        session.show(self._failure)
        self._failure = ""

    def _hear(self, session: Session) -> str:
        assert session.process.stdout is not None
        lines = session.lines(self._pipes.read(session.process.stdout))
        if lines:
            session.silent = 0.0
        for line in lines:
            if line == "ready":
                session.ready = True
                self._broken = False
                if session is self.active:
                    self._show(session)
            elif line == "shown":
                session.shown, session.shown_at = True, self.clock()
                self.alive()
            elif line.startswith("note "):
                session.begun = session.begun or line == "note begun"
                self.note(line.removeprefix("note "))
            elif line == "alive" and session is self.active:
                self.alive()
            elif line == "staff":
                session.begun = True  # so that other things wait; the log does not count it
            elif line == "leaving":
                session.leaving = True
            elif line == "ended" and session is self.active:
                self._replace()
            elif line.startswith("failed ") and session is self.active:
                failure = line.removeprefix("failed ")
                self._failure = failure if _FAILURE.fullmatch(failure) else _DIED
                self._crashes.append(self.clock())
                self._replace()
                self._clear(self.clock())
            elif line == "restart" and session is self.active:
                self.note("restarted")
                self._drop_upcoming()
                self._replace()
            elif line == "close" and session is self.active:
                self.note("closed")
                self.exit_code = CLOSED
                return "close"
        return ""

    def _replace(self) -> None:
        """Shows the next person's window over the old one, which is then killed."""
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
            for session in self._with_news(0.05):
                self._hear(session)
            if coming.process.poll() is not None:
                return

    def _look(self, now: float) -> bool:
        """Notices sessions that have died or hang. Returns False if the program should end."""
        self._clearing = [child for child in self._clearing if child.poll() is None]
        upcoming = self.upcoming
        if upcoming is not None and (code := upcoming.process.poll()) is not None:
            self.note(f"upcoming-died-{_as_code(code)}")
            self._broken = code == BROKEN
            self._crashes.append(now)
            self._hear(upcoming)  # its last lines
            self._drop_upcoming()
            self._next_upcoming = now + _REST_SECONDS
        active = self.active
        if active is None:
            return True
        code = active.process.poll()
        if code is not None:
            self._hear(active)
            if self.active is not active:
                return True
        if code == WRONG_INPUT:
            self.exit_code = code
            return False
        limit = HANG_SECONDS if active.shown else _START_SECONDS
        if code is None and active.silent <= limit:
            return True
        if self.is_out_of_order:
            # Its minute is over, or it could not start: try the wizard again.
            self._next_try = now if code == 0 else now + _REST_SECONDS
        else:
            self.note("hung" if code is None else f"died-{_as_code(code)}")
            self._broken = code == BROKEN
            self._failure = _HUNG if code is None else _DIED
            self._crashes.append(now)
        self.active = None
        self.drop(active)
        if active.shown and not self.is_out_of_order:
            self._clear(now)
        return True


def _as_code(code: int) -> str:
    """How a process ended, as part of a log code: its exit code, or the signal that killed it."""
    return str(code) if code >= 0 else f"signal-{-code}"


def session_command(arguments: Sequence[str], *, out_of_order: bool = False) -> list[str]:
    """The command that starts a session with this program's arguments."""
    return [*own_program(), *session_arguments(arguments, out_of_order=out_of_order)]


def session_arguments(arguments: Sequence[str], *, out_of_order: bool = False) -> list[str]:
    """The arguments for a session of this program."""
    return ["--session", *(["--out-of-order"] if out_of_order else []), *arguments]


def supervise(
    arguments: Sequence[str],
    run: Callable[[Sequence[str]], int],
    note: Callable[[str], None],
    alive: Callable[[], None],
    clear: Callable[[], Child | None],
    switched: Callable[[], bool] = lambda: False,
) -> int:
    """Keeps the wizard on the screen with these arguments; returns the exit code.

    ``run`` runs the program with the arguments of a session, in a process created for it.
    """
    made = Supervisor(
        session_command(arguments),
        session_command(arguments, out_of_order=True),
        note,
        alive,
        clear,
        switched,
    )
    if not portable():
        made.command = session_arguments(arguments)
        made.out_of_order = session_arguments(arguments, out_of_order=True)
        made.launch = lambda given: fork(lambda: run(given))
    if sys.platform == "linux":
        from pdkiosk.supervisor.orphans import Orphans

        made.end_orphans = Orphans().end
    return made.run()
