"""Simulated people, one after the other: does the memory grow, does it become slower?

``python -m tests.endurance.run --sessions 5000`` runs the real supervisor with a process for
each person; ``--within 500`` runs people within one process, to find leaks that the end of the
process would hide. Both print figures; more than 5 % of growth is a failure.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pdkiosk.supervisor.process import Child, fork, spawn
from pdkiosk.supervisor.session import Session
from pdkiosk.supervisor.supervisor import Supervisor
from pdkiosk.system import portable

ROOT = Path(__file__).parents[2]
MOST_GROWTH = 0.05
_FAULTS = ("died", "hung", "error", "broken", "out-of-order", "upcoming", "start")  # codes
# Some package on the machine may call itself "tests" too; these are meant.
VISITOR = f"""
import sys, types
tests = sys.modules["tests"] = types.ModuleType("tests")
tests.__path__ = [{str(ROOT / "tests")!r}]
sys.path.insert(0, {str(ROOT)!r})
from tests.endurance.guest import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass
class Growth:
    """A measure at the beginning, after the warming up, and at the end."""

    first: float
    last: float

    @property
    def part(self) -> float:
        """By how much it grew: 0.05 is 5 %."""
        return self.last / self.first - 1.0


@dataclass
class Figures:
    """What a run measured."""

    sessions: int
    seconds: float
    memory_mib: Growth
    turn_ms: Growth  # from one person's end to the next one's screen, or a person's whole time

    def __str__(self) -> str:
        memory, turn = self.memory_mib, self.turn_ms
        return (
            f"{self.sessions} sessions in {self.seconds:.0f} s; "
            f"memory {memory.first:.2f} -> {memory.last:.2f} MiB ({memory.part:+.2%}); "
            f"median turn {turn.first:.0f} -> {turn.last:.0f} ms"
        )


def own_mib(pid: int | str = "self") -> float:
    """The memory that a process has written itself.

    Not what it maps from files: that counts as private or shared after what the neighbors do.
    """
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Anonymous:")) / 1024


def with_processes(sessions: int, warm: int) -> Figures:
    """The supervisor, in this process, through so many people who each leave by themselves.

    ``warm``: so many of them before the first measure.
    """
    guest = [sys.executable, "-P", "-c", VISITOR]
    launch: Callable[[Sequence[str]], Child] = spawn
    if not portable():
        guest, launch = [], _forked  # as the program does it here
    # As small as can be: in lists, what is measured here would be a third of the growth.
    turns, memory = array("d"), array("d")
    left = 0.0

    def note(code: str) -> None:
        nonlocal left
        if code.startswith(
            ("died", "hung", "error", "broken", "out-of-order", "upcoming", "start-failed")
        ):
            raise AssertionError(code)
        if code.startswith("ended"):
            left = time.monotonic()

    supervisor = Supervisor(guest, [*guest, "--out-of-order"], note, launch=launch)
    shown: Session | None = None
    began = time.monotonic()
    try:
        while len(turns) < sessions:
            if not supervisor.step():
                raise AssertionError("the supervisor ended")
            now = supervisor.active
            if now is not None and now.shown and now is not shown:
                shown = now
                if left:
                    turns.append((time.monotonic() - left) * 1000)
                    if len(turns) >= warm:
                        gc.collect()
                        memory.append(own_mib())
    finally:
        supervisor.close()
    return Figures(sessions, time.monotonic() - began, _growth(memory), _growth(turns[warm:]))


def _forked(arguments: Sequence[str]) -> Child:
    def visit() -> int:
        from tests.endurance.guest import run

        return run([*arguments])

    return fork(visit)


def _growth(values: Sequence[float]) -> Growth:
    """Medians of the first and the last tenth."""
    tenth = max(1, len(values) // 10)
    return Growth(statistics.median(values[:tenth]), statistics.median(values[-tenth:]))


def within_one_process(sessions: int, warm: int, folder: Path, *, walks: bool = True) -> Figures:
    """People one after the other in this process: nothing but a session's own things may go.

    ``walks``: they touch Next on every page, else they hurry over those that only tell something.
    """
    from PySide6.QtTest import QTest

    from tests.endurance.guest import short_visit
    from tests.journeys.kiosk import make_kiosk

    def wait(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(2)

    kiosk = make_kiosk(folder, wait)
    kiosk.shell.warm()
    person = kiosk.person(walks=walks)
    turns: list[float] = []
    memory: list[float] = []
    began = time.monotonic()
    for number in range(sessions):
        start = time.monotonic()
        short_visit(person)
        person.erases()
        person.places.clear()
        turns.append((time.monotonic() - start) * 1000)
        if number >= warm:
            gc.collect()
            _give_back()
            memory.append(own_mib())
    kiosk.shell.close()
    kiosk.shell.deleteLater()
    return Figures(sessions, time.monotonic() - began, _growth(memory), _growth(turns[warm:]))


def _give_back() -> None:
    """Gives free memory back to the system, so that what is measured is what is held."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.run", description=__doc__)
    parser.add_argument("--sessions", type=int, default=0, help="with a process for each")
    parser.add_argument("--within", type=int, default=0, help="within one process")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    good = True
    if options.sessions:
        figures = with_processes(options.sessions, min(20, options.sessions // 3))
        print("a process for each:", figures, flush=True)
        good &= figures.memory_mib.part < MOST_GROWTH
    if options.within:
        with tempfile.TemporaryDirectory() as folder:
            figures = within_one_process(options.within, options.within // 5, Path(folder))
        print("within one process:", figures)
        good &= figures.memory_mib.part < MOST_GROWTH
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
