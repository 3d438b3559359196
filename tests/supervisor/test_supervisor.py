"""The supervisor with small programs in place of sessions, and with real sessions."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from pdkiosk import exit_codes
from pdkiosk.app import main
from pdkiosk.log import Log
from pdkiosk.places import kept_folder, state_folder
from pdkiosk.supervisor import supervisor
from pdkiosk.supervisor.process import Child
from pdkiosk.supervisor.supervisor import CRASHES, Supervisor, session_command
from pdkiosk.update.version_watch import VersionWatch
from tests import needs

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("way")

# A session that says what it should and then does what its argument says.
CHILD = """
import os, sys, time
what = sys.argv[1]
if what == "broken":
    os._exit(71)
print("ready", flush=True)
said = sys.stdin.readline().split()[1:]
if said:
    print("note failure-" + "-".join(said), flush=True)
    what = what if what in ("dies", "restarts") else "stays"
print("shown", flush=True)
if what == "reads":
    while True:
        print("alive", flush=True)
        time.sleep(0.1)
print("leaving", flush=True)
if what == "dies":
    os._exit(3)
if what == "works":
    print("note begun", flush=True)
    while not os.path.exists(sys.argv[2]):
        print("alive", flush=True)
        time.sleep(0.1)
    print("note ended-finished\\nended", flush=True)
    time.sleep(60)
if what == "leaves":
    time.sleep(0.1)
    print("note ended-erased\\nended", flush=True)
    time.sleep(60)
if what == "fails":
    print("failed e-4f2a es", flush=True)
    time.sleep(60)
if what == "hangs":
    time.sleep(60)
if what == "restarts":
    time.sleep(0.1)
    if os.path.exists(sys.argv[2]):
        print("restart", flush=True)
        os.unlink(sys.argv[2])
if what == "closes":
    print("close", flush=True)
while True:
    print("alive", flush=True)
    time.sleep(0.1)
"""


class Clock:
    """Goes on by itself, and can be moved."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


def child(what: str) -> list[str]:
    return [sys.executable, "-c", CHILD, what]


@pytest.fixture
def kept() -> Iterator[list[Supervisor]]:
    made: list[Supervisor] = []
    yield made
    for each in made:
        each.close()


def run(each: Supervisor, until: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not happen"
        each.step()


def make(kept: list[Supervisor], what: str, notes: list[str]) -> Supervisor:
    each = Supervisor(child(what), child("stays"), notes.append)
    kept.append(each)
    return each


def shown_pid(each: Supervisor) -> int:
    """The process whose window is on the screen; 0 while there is none."""
    return each.active.process.pid if each.active is not None and each.active.shown else 0


def test_the_next_session_waits_while_one_is_shown(kept: list[Supervisor]) -> None:
    each = make(kept, "stays", [])
    run(each, lambda: each.upcoming is not None and each.upcoming.ready)
    assert each.active is not None and each.active.shown
    assert each.upcoming is not None and not each.upcoming.shown


def test_no_other_session_waits_while_somebody_is_at_work(kept: list[Supervisor]) -> None:
    each = make(kept, "reads", [])
    run(each, lambda: shown_pid(each) != 0)
    each.clock = Clock()
    for _ in range(5):
        each.clock.ahead += 600.0
        each.step()
        assert each.upcoming is None
    working = shown_pid(each)
    assert each.active is not None
    each.active.process.kill()
    run(each, lambda: shown_pid(each) not in (0, working))


def test_print_jobs_of_a_killed_program_are_taken_back_once(kept: list[Supervisor]) -> None:
    each = make(kept, "stays", [])
    cleared: list[bool] = []
    each.clear = lambda: cleared.append(each.active is not None and each.active.shown)
    run(each, lambda: each.upcoming is not None and each.upcoming.ready)
    for _ in range(3):
        each.step()
    assert cleared == [True], "and never before the first screen stands"


def test_a_person_who_leaves_takes_the_process_along(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    each = make(kept, "leaves", notes)
    run(each, lambda: each.active is not None and each.active.shown)
    assert each.active is not None
    first = each.active.process
    run(each, lambda: first.poll() is not None)
    assert "ended-erased" in notes
    following = each.active
    assert following is not None
    assert following.process.pid != first.pid


def test_a_session_that_dies_is_replaced_at_once(kept: list[Supervisor]) -> None:
    each = make(kept, "stays", [])
    run(each, lambda: each.upcoming is not None and each.upcoming.ready)
    assert each.active is not None and each.upcoming is not None
    waiting = each.upcoming.process.pid
    each.active.process.kill()
    began = time.monotonic()
    run(each, lambda: shown_pid(each) == waiting)
    assert time.monotonic() - began < 3.0


def test_a_session_that_hangs_is_replaced(
    kept: list[Supervisor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "HANG_SECONDS", 0.5)
    notes: list[str] = []
    each = make(kept, "hangs", notes)
    run(each, lambda: "hung" in notes)


def test_when_it_keeps_dying_the_plain_page_comes(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    each = make(kept, "dies", notes)
    run(each, lambda: each.is_out_of_order and each.active is not None and each.active.shown)
    assert len([note for note in notes if note.startswith("died")]) >= CRASHES


def test_the_session_after_one_that_failed_says_so(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    cleared: list[bool] = []
    each = make(kept, "fails", notes)
    each.clear = lambda: cleared.append(True)
    run(each, lambda: "failure-e-4f2a-es" in notes)
    run(each, lambda: shown_pid(each) != 0)
    assert cleared, "the pages of a person whose session failed must not come out for the next"


def kill(process: Child) -> None:
    process.kill()


def stop(process: Child) -> None:
    os.kill(process.pid, signal.SIGSTOP)


@pytest.mark.parametrize(
    ("ends", "says"),
    [(kill, "failure-e-died"), pytest.param(stop, "failure-e-hung", marks=needs.signals)],
)
def test_the_session_after_one_that_died_or_hung_says_so(
    kept: list[Supervisor],
    monkeypatch: pytest.MonkeyPatch,
    ends: Callable[[Child], None],
    says: str,
) -> None:
    monkeypatch.setattr(supervisor, "HANG_SECONDS", 0.7)
    notes: list[str] = []
    each = make(kept, "stays", notes)
    run(each, lambda: shown_pid(each) != 0 and each.upcoming is not None and each.upcoming.ready)
    assert each.active is not None
    ends(each.active.process)
    run(each, lambda: says in notes and shown_pid(each) != 0)
    assert not each.is_out_of_order


def test_nothing_free_is_handed_on_to_the_next_session(kept: list[Supervisor]) -> None:
    told = CHILD.replace("e-4f2a es", "e-4f2a es Maria was here")
    notes: list[str] = []
    each = Supervisor([sys.executable, "-c", told, "fails"], child("stays"), notes.append)
    kept.append(each)
    run(each, lambda: "failure-e-died" in notes)


def test_where_the_program_is_damaged_the_plain_page_comes_at_once(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    each = make(kept, "broken", notes)
    run(each, lambda: shown_pid(each) != 0)
    assert each.is_out_of_order
    assert notes == ["died-71", "out-of-order"]


def test_a_restart_uses_no_session_that_was_ready_before(
    kept: list[Supervisor], tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    notes: list[str] = []
    each = Supervisor([*child("restarts"), str(flag)], child("stays"), notes.append)
    kept.append(each)
    run(each, lambda: each.upcoming is not None and each.upcoming.ready)
    assert each.active is not None and each.upcoming is not None
    old = [each.active.process, each.upcoming.process]
    flag.touch()
    each.active.process.kill()  # the one that stands ready finds the flag and asks
    run(each, lambda: "restarted" in notes)
    assert each.active is not None
    assert each.active.process.pid not in [process.pid for process in old]
    assert all(process.poll() is not None for process in old)


@pytest.mark.parametrize("says", ["note begun", "staff"])
def test_another_version_waits_until_nobody_is_at_work(
    kept: list[Supervisor], tmp_path: Path, says: str
) -> None:
    notes: list[str] = []
    looks: list[bool] = []
    installed, left = tmp_path / "installed", tmp_path / "left"

    def switched() -> bool:
        looks.append(each.active is not None and each.active.begun)
        return installed.exists()

    works = [sys.executable, "-c", CHILD.replace("note begun", says), "works", str(left)]
    each = Supervisor(works, child("stays"), notes.append, switched=switched)
    kept.append(each)
    run(each, lambda: each.active is not None and each.active.begun)
    assert ("begun" in notes) is (says == "note begun"), "staff are counted as nobody"
    installed.touch()
    each.clock = clock = Clock()
    for _ in range(5):
        clock.ahead += 600.0
        assert each.step(), "somebody is at work"
    each.command = child("stays")
    if each.upcoming is not None:  # the one that waits would work, too
        each.drop(each.upcoming)
        each.upcoming = None
    left.touch()
    end = time.monotonic() + 15
    while each.step():
        clock.ahead += 1.0
        assert time.monotonic() < end, "it did not happen"
    assert each.exit_code == exit_codes.SWITCHED == 75
    assert notes[-2:] == ["ended-finished", "update-switched"]
    assert not any(looks), "it is not even looked for while somebody is at work"


@needs.links
def test_a_switch_is_noticed_by_where_the_links_lead(tmp_path: Path) -> None:
    def link(name: str, target: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    link("current", "versions/1.0")
    program = VersionWatch(tmp_path)
    assert not program()
    (tmp_path / "current").unlink()
    assert not program(), "a package that is being replaced"
    link("current", "versions/1.1")
    assert program()
    content = VersionWatch(tmp_path)
    assert not content()
    link("content/current", "versions/2026.12.1")
    assert content()
    assert not VersionWatch(Path("/nonexistent"))()


def test_closing_ends_the_program_with_a_code_of_its_own(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    assert make(kept, "closes", notes).run() == exit_codes.CLOSED
    assert notes[-1] == "closed"


def test_systemd_starts_it_anew_unless_staff_closed_it() -> None:
    unit = (ROOT / "packaging" / "kiosk" / "pdkiosk.service").read_text().splitlines()
    assert "Restart=always" in unit
    assert f"RestartPreventExitStatus={exit_codes.CLOSED}" in unit
    assert f"SuccessExitStatus={exit_codes.SWITCHED} {exit_codes.CLOSED}" in unit
    assert exit_codes.CLOSED not in (0, exit_codes.SWITCHED, exit_codes.BROKEN)


def test_a_window_that_was_closed_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "supervise", lambda *given: exit_codes.CLOSED)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    assert main(["--window"]) == 0
    assert main([]) == exit_codes.CLOSED


def test_wrong_settings_end_the_program_with_their_code(kept: list[Supervisor]) -> None:
    each = Supervisor([sys.executable, "-c", "raise SystemExit(2)"], child("stays"))
    kept.append(each)
    assert each.run() == 2


@contextmanager
def session(*arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    """A real session with the two ends of its line."""
    with subprocess.Popen(
        session_command(arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as real:
        assert real.stdin is not None and real.stdout is not None
        yield real, real.stdin, real.stdout


def said_after_notes(heard: IO[bytes]) -> bytes:
    """The first line that is no note of what this machine lacks (memory that can be locked)."""
    return next(line for line in heard if not line.startswith(b"note "))


def test_a_real_session_waits_shows_and_goes_with_its_supervisor() -> None:
    with session() as (real, said_to, heard):
        assert said_after_notes(heard) == b"ready\n"
        said_to.write(b"show\n")
        said_to.flush()
        assert heard.readline() == b"shown\n"
        if sys.platform == "linux":
            limits = Path(f"/proc/{real.pid}/limits").read_text().splitlines()
            assert next(line for line in limits if "core file" in line).split()[4] == "0"
        said_to.close()
        assert real.wait(10) == 0


def test_the_plain_page_can_be_shown() -> None:
    with session("--out-of-order") as (real, said_to, heard):
        assert said_after_notes(heard) == b"ready\n"
        said_to.close()
        assert real.wait(10) == 0


@pytest.fixture
def real(kept: list[Supervisor], monkeypatch: pytest.MonkeyPatch) -> tuple[Supervisor, list[str]]:
    """The supervisor with real sessions."""
    monkeypatch.chdir(ROOT)
    notes: list[str] = []
    command = session_command(["--window"])
    each = Supervisor(command, session_command(["--window"], out_of_order=True), notes.append)
    kept.append(each)
    run(each, lambda: shown_pid(each) != 0, 60)
    return each, notes


def replaced_after(each: Supervisor, ends: Callable[[Child], None], seconds: float) -> float:
    """How long it takes until the next session is on the screen."""
    ended = shown_pid(each)
    began = time.monotonic()
    assert each.active is not None
    ends(each.active.process)
    run(each, lambda: shown_pid(each) not in (0, ended), seconds)
    took = time.monotonic() - began
    print(f"back after {took:.2f} s")
    return took


def test_a_real_session_that_is_killed_is_replaced(
    real: tuple[Supervisor, list[str]],
) -> None:
    each, notes = real
    # Here the next one is another program that starts; a kiosk's is a fork.
    assert replaced_after(each, kill, 15) < (10.0 if sys.platform == "win32" else 3.0)
    assert ("died-1" if sys.platform == "win32" else "died-signal-9") in notes


@needs.signals
@pytest.mark.whole
def test_a_real_session_that_hangs_is_replaced_within_thirty_seconds(
    real: tuple[Supervisor, list[str]],
) -> None:
    each, notes = real
    assert replaced_after(each, stop, 45) < 30.0
    assert "hung" in notes


@needs.linux
def test_in_a_window_nothing_is_left_behind(way: str, tmp_path: Path) -> None:
    home, facility = tmp_path / "home", tmp_path / "facility.toml"
    home.mkdir()
    facility.write_text("name = 'Eloy'\n")
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(tmp_path / "notify"))
    listening.settimeout(60)
    arguments = ["--window", "--facility", str(facility)]
    with (
        listening,
        subprocess.Popen(
            [*session_command([])[:-1], *arguments],
            cwd=ROOT,
            env={**environment, "NOTIFY_SOCKET": str(tmp_path / "notify")},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        ) as program,
    ):
        try:
            listening.recv(100)  # the window is on the screen
            program.send_signal(signal.SIGINT)
            assert program.wait(20) == 0
        finally:
            program.kill()
    assert list(home.rglob("*")) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facility.toml", "home", "notify"]


@needs.linux
def test_only_a_window_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    assert kept_folder(window=True) == kept_folder(window=False) == tmp_path
    monkeypatch.delenv("STATE_DIRECTORY")
    assert kept_folder(window=True) is None
    assert kept_folder(window=False) == state_folder()
    monkeypatch.setattr(sys, "platform", "win32")
    assert kept_folder(window=True) is None


@needs.linux
def test_the_whole_program_keeps_its_log_and_answers_the_watchdog(tmp_path: Path) -> None:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(tmp_path / "notify"))
    listening.settimeout(30)
    with (
        listening,
        subprocess.Popen(
            [*session_command([])[:-1], "--window"],
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "STATE_DIRECTORY": str(tmp_path / "state"),
                "NOTIFY_SOCKET": str(tmp_path / "notify"),
            },
            # What is started in the background by a shell ignores it, and so would all below.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        ) as program,
    ):
        try:
            first = listening.recv(100)
            following = listening.recv(100)
            program.send_signal(signal.SIGINT)
            assert program.wait(20) == 0
        finally:
            program.kill()
    assert {first, following} == {b"READY=1\nWATCHDOG=1"}
    assert [line.split()[1] for line in Log(tmp_path / "state").tail(9)] == ["started", "stopped"]
