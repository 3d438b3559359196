"""Programs that hang, fail, print too much or do not exist: nobody waits for them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from pdkiosk.printing.command import MOST_OUTPUT, NOT_FOUND, Result, Running
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.start import start
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts
from tests.printing import fakes
from tests.printing.papers import Paper
from tests.printing.service import wait_until

pytestmark = pytest.mark.usefixtures("way")

_LARGE = bytes(range(256)) * 40_000  # 10 MB: no pipe holds that


def finish(command: Running) -> Result:
    wait_until(lambda: command.poll() is not None, 20)
    result = command.poll()
    assert result is not None
    return result


def test_what_goes_in_comes_out() -> None:
    command = start(["cat"], b"words " * 50_000)
    assert finish(command) == Result(0, "words " * 50_000)


def test_a_failure_is_a_code() -> None:
    assert finish(start(["sh", "-c", "exit 3"])).code == 3


def test_a_program_that_is_not_there() -> None:
    assert finish(start(["/no/such/program"])).code == NOT_FOUND


def test_nobody_waits_for_a_program_that_hangs() -> None:
    times = []
    command = None
    for _ in range(10):
        begun = time.perf_counter()
        command = start(["sleep", "100"], _LARGE[:1_000_000], timeout=0.1)
        command.poll()
        times.append(time.perf_counter() - begun)
        command.kill()
    assert sorted(times)[len(times) // 2] < 0.05
    assert command is not None and command.poll() == Result(None)


def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path, way: str) -> None:
    if way == "portable":
        pytest.skip("Windows has no groups of processes; what is started there starts nothing")
    pid = tmp_path / "pid"
    command = start(["sh", "-c", f"sleep 100 & echo $! > {pid}; wait"], timeout=0.5)
    assert finish(command) == Result(None)
    process = int(pid.read_text())
    wait_until(lambda: not _lives(process))


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_nothing_is_left_open() -> None:
    before = os.listdir("/proc/self/fd")
    for arguments in (["true"], ["/no/such/program"], ["sleep", "100"]):
        finish(start(arguments, b"data", timeout=0.2))
    # The threads of the portable way close their ends when they notice.
    wait_until(lambda: len(os.listdir("/proc/self/fd")) == len(before))


def test_of_what_never_ends_only_so_much_is_read() -> None:
    said = finish(start(["head", "-c", str(MOST_OUTPUT + 1000), "/dev/zero"], timeout=20))
    assert len(said.text) == MOST_OUTPUT


@pytest.mark.parametrize("hangs", ["print", "look"])
def test_the_window_lives_when_the_client_hangs(tmp_path: Path, hangs: str) -> None:
    (tmp_path / "look").write_text(fakes.look().text)
    client = tmp_path / "ipptool"
    client.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *{hangs}.test) sleep 100;; *look.test) cat "{tmp_path}/look";; esac\n'
    )
    client.chmod(0o755)
    timeouts = Timeouts(program=0.3, sending=0.3, cleaning=0.5)
    printer = CupsPrinter(path=f"{tmp_path}:/usr/bin:/bin", timeouts=timeouts)
    times = []
    job = printer.start([Paper("letter", 3, _LARGE[:300_000])])
    end = time.monotonic() + 10
    while time.monotonic() < end:
        begun = time.perf_counter()
        progress = job.poll()
        printer.look()
        times.append(time.perf_counter() - begun)
        if progress.outcome is not None:
            break
        time.sleep(0.02)
    assert sorted(times)[len(times) * 9 // 10] < 0.05
    expected = Outcome.TIMED_OUT if hangs == "print" else Outcome.NO_SERVICE
    assert job.poll().outcome is expected
    if hangs == "look":
        wait_until(lambda: printer.look() is State.NO_SERVICE)
        begun = time.monotonic()
        assert not printer.clear()
        assert time.monotonic() - begun < 3


def test_no_file_is_made_for_a_paper() -> None:
    """Asked of the interpreter itself, which reports every file that Python opens."""
    opened: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open":
            opened.append(str(arguments[0]))

    sys.addaudithook(hook)
    try:
        finish(start(["cat"], b"CANARY"))
    finally:
        watching = False
    # A number is a pipe that was open already.
    assert [name for name in opened if name != "/dev/null" and not name.isdecimal()] == []


def test_a_program_that_takes_its_time_to_die_leaves_no_zombie(
    monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr("pdkiosk.printing.memory_process._REAP", 0.0)
    command = start(["sleep", "100"])
    process = command._process  # type: ignore[attr-defined]
    command.kill()
    del command
    wait_until(lambda: process.returncode is not None)
