"""Links and pipes in the place of the program's own files: never written through, never waited for.

Each name is one that the program reads or writes with a fixed name.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk.commands.render import _read
from pdkiosk.facility import recoverable_overwrite
from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.loading import LAST_GOOD, FacilityError, load_facility, load_or_last_good
from pdkiosk.facility.settings import Facility
from pdkiosk.log import Log
from pdkiosk.staff.attempts import Attempts
from pdkiosk.update.service_request import Request, last_result, submit, write_result

VICTIM = b"somebody's file"


def log(folder: Path) -> None:
    found = Log(folder)
    found.note("started")
    found.tail(10)
    found.counters()


def attempts(folder: Path) -> None:
    found = Attempts(folder)
    found.begin()
    found.succeeded()


def settings(folder: Path) -> None:
    good = folder.parent / "facility.toml"
    good.write_text("")
    load_or_last_good(good, folder)
    load_or_last_good(folder.parent / "missing.toml", folder)


def editing(folder: Path) -> None:
    path = folder / "facility.toml"
    file = FacilityFile(path)
    try:
        file.save(Facility(countdown_seconds=50))
        file.can_undo()
        file.undo()
    except OSError:
        pass


def overwriting(folder: Path) -> None:
    path = folder / "over.toml"
    try:
        path.write_text("") if not path.exists() and not path.is_symlink() else None
        recoverable_overwrite.finish(path, folder)
        recoverable_overwrite.overwrite(path, b"new", folder)
    except OSError:
        pass


def updates(folder: Path) -> None:
    write_result(folder, "update-done")
    last_result(folder)
    submit(Request.BACK, folder)


USES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "log": (log, ("log", "log.old", "counters.json", ".counters.json.new")),
    "attempts": (attempts, ("pin-tries.json", "pin-tries.new")),
    "settings": (settings, (LAST_GOOD, f".{LAST_GOOD}.new", "facility.toml.pending")),
    "editing": (editing, ("facility.toml.new", "facility.toml.before")),
    "overwriting": (overwriting, ("over.toml", "over.toml.pending")),
    "updates": (updates, ("last", "incoming/back", ".last.new")),
}


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
@pytest.mark.parametrize(("use", "name"), [(u, n) for u, (_, names) in USES.items() for n in names])
def test_what_lies_in_the_place_of_a_file(tmp_path: Path, use: str, name: str, kind: str) -> None:
    folder = tmp_path / "state"
    victim, nothing = tmp_path / "victim", tmp_path / "nothing"
    victim.write_bytes(VICTIM)
    path = folder / name
    path.parent.mkdir(parents=True)
    match kind:
        case "link":
            path.symlink_to(victim)
        case "dangling link":
            path.symlink_to(nothing)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
    start = time.perf_counter()
    try:
        USES[use][0](folder)
    except (OSError, FacilityError):
        assert use == "updates"
    except Exception as error:
        assert type(error).__name__ == "Refused", error
    assert time.perf_counter() - start < 3
    assert victim.read_bytes() == VICTIM and not nothing.exists()


def test_a_facility_file_and_an_answers_file_that_are_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    start = time.perf_counter()
    for name in ("pipe", "link"):
        with pytest.raises(FacilityError):
            load_facility(tmp_path / name)
        with pytest.raises(OSError):
            _read(tmp_path / name)
    assert time.perf_counter() - start < 1
    (tmp_path / "real.toml").write_text("countdown_seconds = 50\n")
    (tmp_path / "to-real").symlink_to("real.toml")
    assert load_facility(tmp_path / "to-real").countdown_seconds == 50
