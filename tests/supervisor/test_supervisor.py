"""The supervisor with small programs in the place of sessions, and with real sessions."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from pdkiosk import supervisor
from pdkiosk.supervisor import CRASHES, Supervisor, session_command

ROOT = Path(__file__).parents[2]

# A session that says what it should and then does what its argument says.
CHILD = """
import os, sys, time
print("ready", flush=True)
sys.stdin.readline()
print("shown", flush=True)
what = sys.argv[1]
if what == "dies":
    os._exit(3)
if what == "leaves":
    time.sleep(0.1)
    print("ended", flush=True)
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


def child(what: str) -> list[str]:
    return [sys.executable, "-c", CHILD, what]


@pytest.fixture
def kept() -> Iterator[list[Supervisor]]:
    made: list[Supervisor] = []
    yield made
    for each in made:
        for session in (each.active, each.spare):
            if session is not None:
                session.kill()


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
    run(each, lambda: each.spare is not None and each.spare.ready)
    assert each.active is not None and each.active.shown
    assert each.spare is not None and not each.spare.shown


def test_a_person_who_leaves_takes_the_process_along(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    each = make(kept, "leaves", notes)
    run(each, lambda: each.active is not None and each.active.shown)
    assert each.active is not None
    first = each.active.process
    run(each, lambda: "session-ended" in notes)
    assert first.poll() is not None
    following = each.active
    assert following is not None
    assert following.process.pid != first.pid


def test_a_session_that_dies_is_replaced_at_once(kept: list[Supervisor]) -> None:
    each = make(kept, "stays", [])
    run(each, lambda: each.spare is not None and each.spare.ready)
    assert each.active is not None and each.spare is not None
    spare = each.spare.process.pid
    each.active.process.kill()
    began = time.monotonic()
    run(each, lambda: shown_pid(each) == spare)
    assert time.monotonic() - began < 3.0


def test_a_session_that_hangs_is_replaced(
    kept: list[Supervisor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "HANG_SECONDS", 0.5)
    notes: list[str] = []
    each = make(kept, "hangs", notes)
    run(each, lambda: "session-hung" in notes)


def test_when_it_keeps_dying_the_plain_page_comes(kept: list[Supervisor]) -> None:
    notes: list[str] = []
    each = make(kept, "dies", notes)
    run(each, lambda: each.apologising and each.active is not None and each.active.shown)
    assert len([note for note in notes if note.startswith("session-died")]) >= CRASHES


def test_a_restart_uses_no_session_that_was_ready_before(
    kept: list[Supervisor], tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    notes: list[str] = []
    each = Supervisor([*child("restarts"), str(flag)], child("stays"), notes.append)
    kept.append(each)
    run(each, lambda: each.spare is not None and each.spare.ready)
    assert each.active is not None and each.spare is not None
    old = [each.active.process, each.spare.process]
    flag.touch()
    each.active.process.kill()  # the one that stands ready finds the flag and asks
    run(each, lambda: "restarted-by-staff" in notes)
    assert each.active is not None
    assert each.active.process.pid not in [process.pid for process in old]
    assert all(process.poll() is not None for process in old)


def test_closing_ends_the_program(kept: list[Supervisor]) -> None:
    assert make(kept, "closes", []).run() == 0


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


def test_a_real_session_waits_shows_and_goes_with_its_supervisor() -> None:
    with session() as (real, said_to, heard):
        assert heard.readline() == b"ready\n"
        said_to.write(b"show\n")
        said_to.flush()
        assert heard.readline() == b"shown\n"
        limits = Path(f"/proc/{real.pid}/limits").read_text().splitlines()
        assert next(line for line in limits if "core file" in line).split()[4] == "0"
        said_to.close()
        assert real.wait(10) == 0


def test_the_plain_page_can_be_shown() -> None:
    with session("--apology") as (real, said_to, heard):
        assert heard.readline() == b"ready\n"
        said_to.close()
        assert real.wait(10) == 0
