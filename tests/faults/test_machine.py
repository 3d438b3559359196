"""Failures of the machine (disk, home folder, clock, screen) lose no answers."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from pdkiosk.facility.loading import LAST_GOOD, load_or_last_good
from pdkiosk.facility.settings import Facility
from pdkiosk.log import Log
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job, Printable, finished
from pdkiosk.printing.state import State
from pdkiosk.ui.theme.look import Scale
from tests.journeys import kiosk as kiosks
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import paper_files
from tests.journeys.person import Person

ROOT = Path(__file__).parents[2]


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own; tests without the right to mount one are left out."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a disk")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def somebody(kiosk: Kiosk) -> Person:
    who = kiosk.person()
    who.start("es")
    if who.place == "today":  # a clock far from the guide's day: it is asked once
        who.tap("today.yes")
    who.touches("in_proceedings", "yes")
    who.touches("way", "short")
    who.next()
    return who


def outcome_shown(who: Person) -> Outcome | None:
    printing = who.shell.context.papers.printing
    return printing.progress.outcome if printing else None


@pytest.mark.parametrize("options", ["size=16k", "ro"])
def test_pages_that_find_no_room_are_kept_and_can_be_saved_later(
    kiosk: Kiosk, options: str
) -> None:
    with disk(kiosk.folder, options):
        who = somebody(kiosk)
        answers = dict(who.answers)
        who.go_on_to("print")
        who.tap("next")
        who.wait(lambda: who.reads("No se pudieron guardar"))
        assert outcome_shown(who) is Outcome.NOT_SAVED
        assert who.reads("P71")
        assert dict(who.answers) == answers
        assert list(kiosk.folder.iterdir()) == [], "no half page is left"
        remount(kiosk.folder, "rw,size=20m")
        who.tap("next")
        who.wait(lambda: outcome_shown(who) is Outcome.SAVED)
        assert paper_files(kiosk.folder)["letter"].stat().st_size > 1000


def test_a_full_disk_costs_only_the_log(tmp_path: Path) -> None:
    with disk(tmp_path / "state", "size=12k") as state:
        (state / "filler").write_bytes(b"x" * 8192)
        log = Log(state)
        for _ in range(600):
            log.note("print-p00")
        lines = (state / "log").read_text().splitlines()
        assert lines and all(line.endswith(" print-p00") for line in lines), "no half lines"
        assert log.counters().get("print-p00", 0) in range(600)
        assert {path.name for path in state.iterdir()} <= {"filler", "log", "counters.json"}
        (state / "filler").unlink()
        log.note("print-p00")
        assert log.counters() == {"print-p00": 601}, "what was counted meanwhile is not lost"


def test_a_full_disk_leaves_the_last_good_settings_whole(tmp_path: Path) -> None:
    file = tmp_path / "facility.toml"
    file.write_text('name = "Eloy"\n')
    with disk(tmp_path / "state", "size=8k") as state:
        load_or_last_good(file, state)
        lines = ", ".join(f'"{"x" * 400}"' for _ in range(50))
        file.write_text(f'name = "Eloy"\nlegal_help = [{lines}]\n')
        assert load_or_last_good(file, state).source == "file"
        assert (state / LAST_GOOD).read_text() == 'name = "Eloy"\n'
        assert [path.name for path in state.iterdir()] == [LAST_GOOD]


def test_a_read_only_disk_costs_only_the_log(tmp_path: Path) -> None:
    file = tmp_path / "facility.toml"
    file.write_text('name = "Eloy"\n')
    with disk(tmp_path / "state", "ro") as state:
        log = Log(state)
        log.note("begun")
        assert (log.tail(5), log.counters()) == ([], {})
        assert load_or_last_good(file, state).facility.name == "Eloy"


def start(environment: dict[str, str], *arguments: str) -> list[str]:
    """What a real session says until it is shown."""
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-m", "pdkiosk", "--session", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", **environment},
    ) as real:
        assert real.stdin is not None and real.stdout is not None
        real.stdin.write(b"show\n")
        real.stdin.flush()
        for line in real.stdout:
            said.append(line.decode().strip())
            if said[-1] == "shown":
                break
        real.stdin.close()
        assert real.wait(20) == 0
    return said


@pytest.mark.parametrize("home", ["/dev/null/at/all", "/proc", ""])
def test_a_home_that_cannot_be_written_is_not_needed(home: str, tmp_path: Path) -> None:
    file = tmp_path / "facility.toml"
    file.write_text("name = 'Eloy'\n")
    said = start({"HOME": home, "TMPDIR": "/dev/null/tmp"}, "--facility", str(file))
    assert said[-2:] == ["ready", "shown"]


def test_a_wrong_facility_file_is_noted_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "facility.toml"
    file.write_text("name = \n")
    said = start({"STATE_DIRECTORY": str(tmp_path / "s")}, "--facility", str(file))
    assert said[-3:] == ["note facility-wrong-defaults", "ready", "shown"]


@pytest.mark.parametrize("today", [datetime.date(1970, 1, 1), datetime.date(2099, 12, 31)])
def test_a_clock_that_is_years_off_stops_nobody(
    kiosk_with: Callable[[Facility | None], Kiosk],
    monkeypatch: pytest.MonkeyPatch,
    today: datetime.date,
) -> None:
    monkeypatch.setattr(kiosks, "TODAY", today)
    kiosk = kiosk_with(None)
    assert kiosk.shell.context.interview.today == today
    who = somebody(kiosk)
    who.prints()
    assert "letter" in paper_files(kiosk.folder)


def test_a_clock_that_jumps_ends_no_session(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    who = somebody(kiosk)
    answers = dict(who.answers)
    real = time.time
    for years in (50, -50):
        monkeypatch.setattr(time, "time", lambda years=years: real() + years * 31_556_952)
        who.next()
        assert dict(who.answers) == answers
    who.prints()


@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (1920, 1080), (1366, 768)])
def test_another_screen_keeps_the_place_and_every_answer(
    kiosk: Kiosk, size: tuple[int, int]
) -> None:
    who = somebody(kiosk)
    answers, place = dict(who.answers), who.place
    kiosk.shell.resize(*size)
    kiosk.shell.fit(Scale(*size, 22.0))
    who.settle()
    assert (who.place, dict(who.answers)) == (place, answers)
    assert kiosk.shell.context.look.scale.width_px == size[0]
    assert kiosk.shell.width() == size[0]
    who.prints()


class Vanishing:
    """A printer that is there, and then is not; and the time after that it prints."""

    def __init__(self) -> None:
        self.tries = 0

    def look(self) -> State:
        return State.READY

    def start(self, parts: Sequence[Printable]) -> Job:
        self.tries += 1
        return finished(parts, State.READY, Outcome.SERVICE_LOST if self.tries == 1 else OUT)

    def clear(self) -> bool:
        return True


OUT = Outcome.PRINTED


def test_a_printer_that_vanishes_in_the_middle_is_told_and_the_letter_kept(kiosk: Kiosk) -> None:
    who = somebody(kiosk)
    printer = Vanishing()
    notes: list[str] = []
    desk = kiosk.shell.context.papers
    assert isinstance(desk, Desk)
    desk.note = notes.append
    desk._printer = printer
    answers = dict(who.answers)
    who.go_on_to("print")
    who.tap("next")
    who.wait(lambda: outcome_shown(who) is Outcome.SERVICE_LOST)
    assert who.reads("P63") and who.reads("Su carta sigue aquí")
    assert dict(who.answers) == answers
    who.tap("next")
    who.wait(lambda: outcome_shown(who) is Outcome.PRINTED)
    assert who.sees("outcome") and notes == ["print-p63", "print-p00"]
