"""Saved works on a shelf: created, opened, saved again, damaged, deleted."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk, seal, shelf
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.saves import Work
from pdkiosk.vault.seal import MOST_DATA
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble
from tests import needs
from tests.vault.kit import (
    CHEAP,
    WORDS,
    cheap_shelf,
    content,
    is_empty,
    new_work,
    opened,
    saves,
    trouble_of,
)


def test_a_work_is_saved_found_opened_and_deleted(tmp_path: Path) -> None:
    place = cheap_shelf(tmp_path)
    assert is_empty(place)
    handle = place.create(WORDS, b"one")
    work = handle.work
    assert work.picture in PICTURES and 1 <= work.number <= 99
    assert work.saved is not None and work.deletion == work.saved + timedelta(60)
    assert place.deletion_day() == work.deletion
    assert not is_empty(place) and place.find(work.picture, work.number) == work
    assert place.numbers(work.picture) == [work.number]
    handle.save(b"two")
    found = place.open(Work(work.picture, work.number), WORDS.upper())
    assert (found.data, found.older, found.handle.work) == (b"two", False, work)
    assert trouble_of(place.delete, work, "other words") is Trouble.WRONG_OR_DAMAGED
    place.delete(work, WORDS)
    assert is_empty(place) and trouble_of(place.find, work.picture, work.number) is Trouble.GONE
    assert trouble_of(handle.save, b"three") is Trouble.GONE
    assert trouble_of(handle.delete) is Trouble.GONE


@settings(deadline=None, max_examples=25)
@given(st.lists(st.binary(max_size=20_000), min_size=1, max_size=4), st.text(max_size=30))
def test_any_bytes_come_back(datas: list[bytes], more: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = cheap_shelf(Path(folder) / "shelf")
        handle = place.create(WORDS + more, datas[0])
        for data in datas:
            handle.save(data)
            assert place.open(handle.work, WORDS + more).data == data
            for path in saves(place.folder, handle.work):
                size = path.stat().st_size
                assert size >= 4096 and size & (size - 1) == 0


def test_the_size_tells_only_a_class_and_no_two_files_look_alike(tmp_path: Path) -> None:
    place = cheap_shelf(tmp_path)
    handle = place.create(WORDS, b"")
    sizes, nonces = set(), set()
    for length in (0, 1, 100, 3000, 3976):
        handle.save(bytes(length))
        file = saves(tmp_path, handle.work)[-1].read_bytes()
        sizes.add(len(file))
        nonces.add(file[36:48])
    assert sizes == {4096} and len(nonces) == 5
    handle.save(bytes(3977))
    assert saves(tmp_path, handle.work)[-1].stat().st_size == 8192


def test_the_largest_and_one_byte_more(tmp_path: Path) -> None:
    place = cheap_shelf(tmp_path)
    handle = place.create(WORDS, b"small")
    handle.save(bytes(MOST_DATA))
    assert place.open(handle.work, WORDS).data == bytes(MOST_DATA)
    assert trouble_of(handle.save, bytes(MOST_DATA + 1)) is Trouble.TOO_BIG
    assert trouble_of(place.create, WORDS, bytes(MOST_DATA + 1)) is Trouble.TOO_BIG
    assert place.open(handle.work, WORDS).data == bytes(MOST_DATA)
    assert MOST_DATA > 4_000_000


def test_weak_words_make_no_work(tmp_path: Path) -> None:
    place = cheap_shelf(tmp_path)
    assert trouble_of(place.create, "perro gato", b"x") is Trouble.TOO_WEAK
    assert trouble_of(place.create, WORDS, b"x", [WORDS]) is Trouble.TOO_WEAK
    assert is_empty(place)


def test_two_kiosks_cannot_overwrite_each_other(tmp_path: Path) -> None:
    here = new_work(tmp_path)
    there = cheap_shelf(tmp_path).open(here.work, WORDS).handle
    there.save(content(5))
    assert trouble_of(here.save, content(6)) is Trouble.CHANGED_ELSEWHERE
    assert trouble_of(here.save, content(6)) is Trouble.CHANGED_ELSEWHERE
    assert opened(tmp_path, here.work) == 5
    mine = cheap_shelf(tmp_path).create_like(here, content(6))
    assert mine.work != here.work and opened(tmp_path, mine.work) == 6
    mine.save(content(7))
    there.save(content(8))
    assert (opened(tmp_path, mine.work), opened(tmp_path, here.work)) == (7, 8)


@pytest.mark.parametrize("more", [1, 3])
def test_a_save_between_looking_and_renaming_is_seen(
    tmp_path: Path, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other kiosk saves at the worst moment, even so often that our name is free again."""
    here = new_work(tmp_path)
    there = cheap_shelf(tmp_path).open(here.work, WORDS).handle
    real = disk.publish

    def publish(folder: Folder, part: str, name: str) -> None:
        monkeypatch.setattr(disk, "publish", real)
        for number in range(more):
            there.save(content(10 + number))
        real(folder, part, name)

    monkeypatch.setattr(disk, "publish", publish)
    assert trouble_of(here.save, content(6)) is Trouble.CHANGED_ELSEWHERE
    assert opened(tmp_path, here.work) == 9 + more
    there.save(content(20))
    assert opened(tmp_path, here.work) == 20


def test_a_newer_save_is_never_tidied_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = new_work(tmp_path)
    real = disk.settle

    def settle(folder: Folder) -> None:
        monkeypatch.setattr(disk, "settle", real)
        cheap_shelf(tmp_path).open(here.work, WORDS).handle.save(content(8))
        real(folder)

    monkeypatch.setattr(disk, "settle", settle)
    here.save(content(7))
    assert opened(tmp_path, here.work) == 8
    assert trouble_of(here.save, content(9)) is Trouble.CHANGED_ELSEWHERE


def test_a_deletion_between_looking_and_renaming_stays_a_deletion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = new_work(tmp_path)
    real = disk.publish

    def publish(folder: Folder, part: str, name: str) -> None:
        for save in folder.path.glob("*.work"):
            save.unlink()
        real(folder, part, name)

    monkeypatch.setattr(disk, "publish", publish)
    assert trouble_of(here.save, content(6)) is Trouble.GONE
    assert saves(tmp_path, here.work) == []


def test_a_new_work_with_the_name_of_a_deleted_one_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.choice", lambda pictures: pictures[0])
    monkeypatch.setattr("secrets.randbelow", lambda most: 0)
    old = cheap_shelf(tmp_path).create(WORDS, content(1))
    old.delete()
    new = cheap_shelf(tmp_path).create("sandalia cuarenta loros bostezan tarde", b"of another")
    assert new.work == old.work
    assert trouble_of(old.save, content(2)) is Trouble.CHANGED_ELSEWHERE
    assert trouble_of(cheap_shelf(tmp_path).open, old.work, WORDS) is Trouble.WRONG_OR_DAMAGED


@pytest.mark.parametrize("where", [0, 5, 12, 25, 40, 60, 2000, "short", "empty"])
def test_a_damaged_newest_save_gives_way_to_the_one_before(
    tmp_path: Path, where: int | str
) -> None:
    handle = new_work(tmp_path)
    newest = saves(tmp_path, handle.work)[-1]
    file = bytearray(newest.read_bytes())
    if isinstance(where, int):
        file[where] ^= 0xFF
    newest.write_bytes(file if isinstance(where, int) else file[:1000] if where == "short" else b"")
    found = cheap_shelf(tmp_path).open(handle.work, WORDS)
    assert found.older and found.data == content(0)
    # Saved again, the good one stays until the new one is there; the damaged one goes.
    found.handle.save(content(3))
    assert newest not in saves(tmp_path, handle.work)
    assert opened(tmp_path, handle.work) == 3
    saves(tmp_path, handle.work)[-1].write_bytes(b"")
    assert opened(tmp_path, handle.work) == 0


def test_what_cannot_be_read_back_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = new_work(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "read_again", lambda folder, name, most: bytes(4096))
        assert trouble_of(handle.save, content(2)) is Trouble.FAULT
    assert opened(tmp_path, handle.work) == 1
    assert [*tmp_path.rglob("*.part")] == []


def test_a_later_save_derives_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handle = new_work(tmp_path)
    monkeypatch.setattr(seal, "derive", None)
    handle.save(content(2))
    cheap_shelf(tmp_path).create_like(handle, content(2))


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    away = Shelf(tmp_path / "server", 60, cost=CHEAP)
    assert away.sweep() == 0
    for what, args in (
        (away.create, (WORDS, b"x")),
        (away.open, (Work("sun", 1), WORDS)),
        (away.find, ("sun", 1)),
        (away.numbers, ("sun",)),
    ):
        assert trouble_of(what, *args) is Trouble.NO_PLACE
    assert not away.folder.exists()
    # The folder of a mount whose server is gone is there, and bare.
    away.folder.mkdir()
    assert trouble_of(away.open, Work("sun", 1), WORDS) is Trouble.NO_PLACE


def test_a_server_that_goes_away_in_the_middle(tmp_path: Path) -> None:
    handle = new_work(tmp_path / "server")
    (tmp_path / "server").rename(tmp_path / "away")
    assert trouble_of(handle.save, content(2)) is Trouble.NO_PLACE
    (tmp_path / "server").mkdir()
    assert trouble_of(handle.save, content(2)) is Trouble.NO_PLACE
    assert [*(tmp_path / "server").iterdir()] == []
    (tmp_path / "server").rmdir()
    (tmp_path / "away").rename(tmp_path / "server")
    handle.save(content(2))
    assert opened(tmp_path / "server", handle.work) == 2


@pytest.mark.parametrize(
    "work", [Work("..", 1), Work("", 1), Work("sun", 0), Work("sun", 10_000), Work("/etc", 1)]
)
def test_no_name_leads_out_of_the_shelf(tmp_path: Path, work: Work) -> None:
    assert trouble_of(cheap_shelf(tmp_path).open, work, WORDS) is Trouble.GONE


def test_numbers_grow_when_the_short_ones_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for picture in PICTURES:
        for number in range(1, 100):
            (tmp_path / picture / str(number)).mkdir(parents=True)
    assert cheap_shelf(tmp_path).create(WORDS, b"x").work.number > 99
    monkeypatch.setattr(shelf, "_RANGES", (99,))
    assert trouble_of(cheap_shelf(tmp_path).create, WORDS, b"x") is Trouble.FULL


def test_nothing_that_is_shown_of_a_value_tells_the_work(tmp_path: Path) -> None:
    handle = new_work(tmp_path)
    found = cheap_shelf(tmp_path).open(handle.work, WORDS)
    shown = f"{found!r} {handle!r} {handle.key!r} {handle.work!r}"
    assert "Ximena" not in shown and handle.key.secret.hex() not in shown
    assert repr(handle.key.secret) not in shown


@needs.rights
def test_files_are_for_nobody_else(tmp_path: Path) -> None:
    handle = new_work(tmp_path / "shelf")
    for path in (tmp_path / "shelf").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert saves(tmp_path / "shelf", handle.work)


def test_a_place_of_our_own_where_nothing_was_saved_yet(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "state" / "saved", 60, make=True).numbers("sun") == []


def test_the_empty_folder_of_a_server_that_is_not_mounted(tmp_path: Path) -> None:
    given = Shelf(tmp_path, 60, cost=CHEAP)
    assert given.sweep() == 0  # leaves its own file
    assert trouble_of(given.numbers, "sun") is Trouble.NO_PLACE
    handle = given.create(WORDS, b"x")
    handle.delete()
    assert given.numbers(handle.work.picture) == [], "it is there, and nothing is saved"


def test_a_stick_on_which_nothing_was_saved_yet_and_one_that_was_pulled_out(tmp_path: Path) -> None:
    device = tmp_path.stat().st_dev
    assert Shelf(tmp_path / "pdkiosk", 60, make=True, device=device).numbers("sun") == []
    for gone in (
        Shelf(tmp_path / "stick" / "pdkiosk", 60, make=True, device=device),
        Shelf(tmp_path / "pdkiosk", 60, make=True, device=device + 1),
    ):
        assert trouble_of(gone.numbers, "sun") is Trouble.NO_PLACE


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EIO, Trouble.FAULT),
        (errno.ESTALE, Trouble.NO_PLACE),
        (errno.EACCES, Trouble.NO_PLACE),
    ],
)
@pytest.mark.parametrize("what", ["__init__", "names", "folder"])
def test_a_place_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, number: int, trouble: Trouble
) -> None:
    work = new_work(tmp_path).work

    def fails(*_given: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Folder, what, fails)
    assert trouble_of(cheap_shelf(tmp_path).numbers, work.picture) is trouble
