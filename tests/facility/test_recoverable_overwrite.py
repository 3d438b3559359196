"""If the file can be written but not its folder: overwritten in place, yet always complete."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk.facility import editing, recoverable_overwrite
from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.loading import load_facility, load_or_last_good
from pdkiosk.facility.settings import Facility
from tests import needs


@pytest.fixture
def etc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is not ours, with a file that is."""
    folder, state = tmp_path / "etc", tmp_path / "state"
    folder.mkdir()
    state.mkdir()
    (folder / "facility.toml").write_text('# by hand\nname = "Eloy"\naddress = ["a", "b"]\n')
    ours: Callable[[Path], bool] = editing._writable  # root may write anywhere
    monkeypatch.setattr(editing, "_writable", lambda path: path != folder and ours(path))
    return folder / "facility.toml"


@needs.rights
def test_it_is_saved_and_comes_back(etc: Path, tmp_path: Path) -> None:
    state, before = tmp_path / "state", etc.read_bytes()
    etc.chmod(0o660)
    inode = etc.stat().st_ino
    file = FacilityFile(etc, state)
    assert file.writable()
    file.save(Facility(name="Florence"))
    assert load_facility(etc) == Facility(name="Florence")
    assert (etc.stat().st_ino, etc.stat().st_mode & 0o777) == (inode, 0o660)
    assert os.listdir(etc.parent) == ["facility.toml"]
    assert os.listdir(state) == ["facility.toml.before"]
    assert (state / "facility.toml.before").stat().st_mode & 0o077 == 0, "the PIN's hash is in it"
    file.undo()
    assert etc.read_bytes() == before, "shorter or longer"
    file.undo()
    assert load_facility(etc).name == "Florence"


def test_without_a_place_for_the_copies_it_is_not_written(etc: Path, tmp_path: Path) -> None:
    assert not FacilityFile(etc, tmp_path / "gone").writable()
    assert not FacilityFile(etc).writable()


def test_a_write_that_fails_leaves_what_was_there(
    etc: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, writes = etc.read_bytes(), recoverable_overwrite._write

    def full(path: Path, data: bytes) -> None:
        writes(path, data[:20] if data != before else data)
        if data != before:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(recoverable_overwrite, "_write", full)
    with pytest.raises(OSError, match="No space"):
        FacilityFile(etc, tmp_path / "state").save(Facility(name="Florence"))
    assert etc.read_bytes() == before
    assert os.listdir(tmp_path / "state") == ["facility.toml.before"]


def test_what_the_power_cut_short_is_finished_by_the_next_start(
    etc: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = recoverable_overwrite._write

    class PowerCut(BaseException):
        pass

    def cut(path: Path, data: bytes) -> None:
        with path.open("r+b") as file:
            file.write(data[:100])
        raise PowerCut

    monkeypatch.setattr(recoverable_overwrite, "_write", cut)
    with pytest.raises(PowerCut):
        FacilityFile(etc, tmp_path / "state").save(Facility(name="Florence", page_limit=7))
    monkeypatch.setattr(recoverable_overwrite, "_write", writes)
    loaded = load_or_last_good(etc, tmp_path / "state")
    assert (loaded.facility, loaded.problem) == (Facility(name="Florence", page_limit=7), None)
    assert load_facility(etc) == loaded.facility
    assert "facility.toml.pending" not in os.listdir(tmp_path / "state")
