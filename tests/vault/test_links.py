"""A malicious stick or share: links, pipes and folders where the vault looks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.saves import Work
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from tests import needs
from tests.vault.kit import CHEAP, WORDS, Clock, cheap_shelf, content, is_empty, new_work, opened


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that is none of ours, with things in it that look like ours."""
    folder = tmp_path / "elsewhere"
    for name in ("1", "17"):
        (folder / name).mkdir(parents=True)
        (folder / name / "00000001.work").write_bytes(b"somebody's")
        (folder / name / "0123456789abcdef.part").write_bytes(b"somebody's")
        os.utime(folder / name / "0123456789abcdef.part", (0, 0))
    (folder / "00000001.work").write_bytes(b"somebody's")
    (folder / "letter.part").write_bytes(b"somebody's")
    os.utime(folder / "letter.part", (0, 0))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def stick_shelf(folder: Path, clock: Clock | None = None) -> Shelf:
    """As for a stick: on one device."""
    clock = clock or Clock()
    device = os.stat(folder.parent).st_dev
    return Shelf(folder, 60, clock=clock, boot=clock.boot, make=True, device=device, cost=CHEAP)


def trouble_of(what: Callable[[], object]) -> Trouble:
    start = time.perf_counter()
    with pytest.raises(VaultError) as refusal:
        what()
    assert time.perf_counter() - start < 1
    return refusal.value.trouble


@needs.links
def test_saved_on_the_stick_is_on_the_stick(tmp_path: Path, elsewhere: Path) -> None:
    before = contents(elsewhere)
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "pdkiosk").symlink_to(elsewhere)
    place = stick_shelf(tmp_path / "stick" / "pdkiosk")
    assert trouble_of(lambda: place.create(WORDS, content(0))) is Trouble.NO_PLACE
    assert trouble_of(lambda: place.numbers("sun")) is Trouble.NO_PLACE
    assert place.sweep() == 0
    assert contents(elsewhere) == before


@needs.links
def test_pictures_that_are_links_hold_nothing_of_ours(tmp_path: Path, elsewhere: Path) -> None:
    before = contents(elsewhere)
    stick = tmp_path / "stick" / "pdkiosk"
    stick.mkdir(parents=True)
    for picture in PICTURES:
        (stick / picture).symlink_to(elsewhere)
    place = stick_shelf(stick)
    assert trouble_of(lambda: place.create(WORDS, content(0))) is Trouble.NO_PLACE
    assert trouble_of(lambda: place.open(Work("sun", 1), WORDS)) is Trouble.NO_PLACE
    assert is_empty(place)
    (stick / "moon").unlink()
    work = place.create(WORDS, content(3)).work
    assert work.picture == "moon" and opened(stick, work) == 3
    assert contents(elsewhere) == before


@pytest.mark.parametrize("shelf", [cheap_shelf, stick_shelf])
@needs.links
def test_a_foreign_folder_is_never_swept(
    tmp_path: Path, elsewhere: Path, shelf: Callable[[Path, Clock], Shelf]
) -> None:
    before = contents(elsewhere)
    stick = tmp_path / "stick" / "pdkiosk"
    (stick / "moon").mkdir(parents=True)
    (stick / "sun").symlink_to(elsewhere)
    for number in (1, 2, 3):
        (stick / "moon" / str(number)).symlink_to(elsewhere / "17")
    clock = Clock(time.time())
    place = shelf(stick, clock)
    for _ in range(90):
        place.sweep()
        clock.pass_days(1)
    assert place.sweep() == 0
    assert contents(elsewhere) == before
    assert trouble_of(lambda: place.delete(Work("moon", 1), WORDS)) is Trouble.NO_PLACE
    assert contents(elsewhere) == before


@needs.links
def test_a_folder_that_becomes_a_link_in_the_middle_of_a_save(
    tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(elsewhere)
    handle = new_work(tmp_path / "shelf")
    mine = tmp_path / "shelf" / handle.work.picture / str(handle.work.number)
    real = disk.write

    def swapped(folder: Folder, name: str, data: bytes) -> None:
        mine.rename(tmp_path / "moved")
        mine.symlink_to(elsewhere / "17")
        real(folder, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", swapped)
        handle.save(content(2))
    assert contents(elsewhere) == before
    assert sorted(os.listdir(tmp_path / "moved")) == ["00000002.work", "00000003.work"]
    assert trouble_of(lambda: handle.save(content(3))) is Trouble.NO_PLACE
    assert trouble_of(handle.delete) is Trouble.NO_PLACE
    assert contents(elsewhere) == before


@needs.links
def test_a_save_that_is_a_link_is_not_read_and_the_one_before_opens(
    tmp_path: Path, elsewhere: Path
) -> None:
    victim = new_work(tmp_path / "theirs")
    file = next((tmp_path / "theirs").rglob("*2.work"))
    handle = new_work(tmp_path / "shelf")
    mine = tmp_path / "shelf" / handle.work.picture / str(handle.work.number)
    (mine / "00000003.work").symlink_to(file)
    found = cheap_shelf(tmp_path / "shelf").open(handle.work, WORDS)
    assert found.older and found.data == content(1)
    assert trouble_of(lambda: handle.save(content(5))) is Trouble.NO_PLACE
    assert opened(tmp_path / "theirs", victim.work) == 1


@pytest.mark.parametrize("what", ["seen", "tries", "save", "part", "work", "picture", "shelf"])
@needs.named_pipes
def test_a_pipe_in_place_of_anything_is_not_waited_for(tmp_path: Path, what: str) -> None:
    shelf = tmp_path / "shelf"
    handle = new_work(shelf)
    work = handle.work
    mine = shelf / work.picture / str(work.number)
    path = {
        "seen": shelf / "seen",
        "tries": mine / "tries",
        "save": mine / "00000003.work",
        "part": mine / "0123456789abcdef.part",
        "work": shelf / "sun" / "7777",
        "picture": shelf / next(p for p in PICTURES if p != work.picture),
        "shelf": tmp_path / "other",
    }[what]
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    clock = Clock(time.time() + 3 * 86_400)
    place = cheap_shelf(path if what == "shelf" else shelf, clock)
    start = time.perf_counter()
    for _ in range(10):
        place.sweep()
        clock.pass_days(1)
    for call in (
        lambda: place.numbers(work.picture),
        place.deletion_day,
        lambda: place.find(work.picture, work.number),
        lambda: place.open(work, "wrong"),
        lambda: place.open(work, WORDS),
        lambda: place.open(Work("sun", 7777), WORDS),
        lambda: place.create(WORDS, content(0)),
        lambda: handle.save(content(2)),
        handle.delete,
    ):
        try:
            call()
        except VaultError as failure:
            assert failure.trouble is not Trouble.TOO_MANY_TRIES
    assert time.perf_counter() - start < 3


def test_something_in_the_folder_of_a_work_does_not_keep_its_saves(tmp_path: Path) -> None:
    handle = new_work(tmp_path)
    mine = tmp_path / handle.work.picture / str(handle.work.number)
    (mine / "00000000").mkdir()
    handle.delete()
    assert [*mine.glob("*.work")] == []
