"""A suspended supervisor, or one that cannot start a process, loses nobody's answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pdkiosk.supervisor import supervisor
from pdkiosk.supervisor.pipes import SelectorPipes
from pdkiosk.supervisor.process import Child, spawn
from pdkiosk.supervisor.supervisor import Supervisor
from tests import needs
from tests.supervisor.test_supervisor import CHILD, ROOT, Clock, child, run, shown_pid

pytestmark = pytest.mark.usefixtures("way")

# A supervisor in a process of its own, so that it can be stopped; it tells what happens.
ALONE = f"""
import sys
from pdkiosk.supervisor import supervisor
supervisor.HANG_SECONDS, supervisor._ROUND_SECONDS = 1.2, 0.7
child = [sys.executable, "-c", {CHILD!r}, "stays"]
each = supervisor.Supervisor(child, child, lambda code: print(code, flush=True))
told = False
while each.step():
    if not told and each.active is not None and each.active.shown:
        told = True
        print("shown", each.active.process.pid, flush=True)
"""


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def each(notes: list[str]) -> Iterator[Supervisor]:
    made = Supervisor(child("reads"), child("stays"), notes.append)
    yield made
    made.close()


@needs.signals
@pytest.mark.parametrize("everybody", [False, True])
def test_who_works_goes_on_when_the_supervisor_was_stopped(everybody: bool) -> None:
    with subprocess.Popen(
        [sys.executable, "-P", "-c", ALONE],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        start_new_session=True,
    ) as stopped:
        try:
            assert stopped.stdout is not None
            said, pid = stopped.stdout.readline().split()
            assert said == "shown"
            send = os.killpg if everybody else os.kill
            send(stopped.pid, signal.SIGSTOP)
            time.sleep(2.5)  # more than twice as long as a window may be silent
            send(stopped.pid, signal.SIGCONT)
            time.sleep(1.0)
            assert Path(f"/proc/{pid}").exists(), "its answers would be gone"
            os.kill(int(pid), signal.SIGSTOP)
            assert stopped.stdout.readline() == "hung\n", "and who hangs is still noticed"
        finally:
            os.killpg(stopped.pid, signal.SIGKILL)


def test_a_clock_that_is_moved_ends_nobody(each: Supervisor, notes: list[str]) -> None:
    each.clock = clock = Clock()
    run(each, lambda: shown_pid(each) != 0)
    working = shown_pid(each)
    for ahead in (40.0, 9 * 3600.0, -3600.0, 400 * 86_400.0):
        clock.ahead += ahead
        assert each.step() and each.step()
        assert shown_pid(each) == working
    assert notes == []


@needs.signals
def test_who_hangs_is_noticed_beside_a_clock_that_is_moved(
    each: Supervisor, notes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "HANG_SECONDS", 1.0)
    each.clock = clock = Clock()
    run(each, lambda: shown_pid(each) != 0)
    os.kill(shown_pid(each), signal.SIGSTOP)
    clock.ahead += 3600.0
    run(each, lambda: "hung" in notes)


def test_a_process_that_cannot_be_started_is_started_later(
    each: Supervisor, notes: list[str]
) -> None:
    each.clock = clock = Clock()
    room = False

    def launch(command: Sequence[str]) -> Child:
        if not room:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return spawn(command)

    each.launch = launch
    assert all(each.step() for _ in range(3))
    assert notes == ["start-failed"], "not more often than every few seconds"
    room = True
    clock.ahead += 6
    run(each, lambda: shown_pid(each) != 0)
    assert not each.is_out_of_order


@pytest.mark.parametrize("fails", ["launch", "listen"])
def test_the_next_process_that_cannot_be_started_leaves_who_works_alone(
    each: Supervisor, notes: list[str], monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    each.clock = clock = Clock()
    each.command = child("stays")  # it says "leaving": the next one is to be made ready
    run(each, lambda: shown_pid(each) != 0)
    working, started = shown_pid(each), list[Child]()

    def launch(command: Sequence[str]) -> Child:
        if fails == "launch":
            raise OSError(12, "Cannot allocate memory")
        started.append(spawn(command))
        return started[-1]

    def full(pipe: object) -> None:
        raise OSError(28, "No space left on device")

    each.launch = launch
    with monkeypatch.context() as broken:
        broken.setattr(each._pipes, "add", full)
        for _ in range(4):
            clock.ahead += 6
            assert each.step()
            assert shown_pid(each) == working and each.upcoming is None
    assert set(notes) == {"start-failed"} and len(notes) >= 2
    assert all(process.returncode is not None for process in started), "none is left running"
    each.launch = spawn
    clock.ahead += 6
    run(each, lambda: each.upcoming is not None and each.upcoming.ready)
    assert shown_pid(each) == working


def test_who_left_is_gone_though_the_next_cannot_be_started(
    each: Supervisor, notes: list[str]
) -> None:
    each.clock = clock = Clock()
    each.command = child("leaves")
    run(each, lambda: each.active is not None)
    assert each.active is not None
    left = each.active.process

    def full(command: Sequence[str]) -> Child:
        raise OSError(12, "Cannot allocate memory")

    each.launch = full
    run(each, lambda: left.poll() is not None)
    assert "ended-erased" in notes
    each.launch, each.command = spawn, child("stays")
    clock.ahead += 6
    run(each, lambda: shown_pid(each) not in (0, left.pid))


def test_what_is_left_to_print_is_taken_back_later(each: Supervisor, notes: list[str]) -> None:
    each.clock = clock = Clock()
    tries: list[bool] = []

    def clear() -> None:
        tries.append(len(tries) < 2)
        if tries[-1]:
            raise OSError(11, "Resource temporarily unavailable")

    each.clear = clear
    run(each, lambda: len(tries) == 1)
    assert all(each.step() for _ in range(3)) and len(tries) == 1
    for _ in range(3):
        clock.ahead += 6
        assert each.step()
    assert tries == [True, True, False]
    assert notes == ["start-failed", "start-failed"]


@needs.forks
def test_a_fork_that_fails_leaves_no_file_open(monkeypatch: pytest.MonkeyPatch) -> None:
    from pdkiosk.supervisor.forked import Forked

    def full() -> int:
        raise OSError(11, "Resource temporarily unavailable")

    before = set(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fork", full)
    with pytest.raises(OSError, match="unavailable"):
        Forked(lambda: 0)
    assert set(os.listdir("/proc/self/fd")) == before


def test_a_wait_that_is_interrupted_and_finds_nothing_judges_nobody(
    each: Supervisor, notes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # When a stopped process goes on, the kernel may end its wait without a look at the pipes.
    if not isinstance(each._pipes, SelectorPipes):
        pytest.skip("threads read by themselves")
    each.clock = clock = Clock()
    run(each, lambda: shown_pid(each) != 0)
    working = shown_pid(each)
    with monkeypatch.context() as deaf:
        deaf.setattr(each._pipes, "wait", lambda seconds: [])
        clock.ahead += 3600.0
        assert each.step()
    assert each.step()
    assert shown_pid(each) == working and notes == []
