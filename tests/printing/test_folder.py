"""A folder for papers: each person gets a separate, complete folder; nothing is replaced."""

from __future__ import annotations

import os
import re
import stat
import threading
from pathlib import Path

import pytest

from pdkiosk.printing.folder import add, save, saved

PAGES = {"letter": b"%PDF ana", "summary": b"%PDF ana too"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_each_printing_has_a_folder_of_its_own_for_its_owner_alone(tmp_path: Path) -> None:
    os.umask(0)
    try:
        first = save(tmp_path / "papers", PAGES)
        second = save(tmp_path / "papers", {"letter": b"%PDF bea"})
    finally:
        os.umask(0o022)
    assert first != second
    assert all(re.fullmatch(r"papers-[A-Z]{4,6}-[1-9][0-9]{2}", name) for name in (first, second))
    assert tree(tmp_path / "papers") == {
        f"{first}/letter.pdf": b"%PDF ana",
        f"{first}/summary.pdf": b"%PDF ana too",
        f"{second}/letter.pdf": b"%PDF bea",
    }
    for path in (tmp_path / "papers").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert stat.S_IMODE((tmp_path / "papers").stat().st_mode) == 0o700
    assert [name for name, _ in saved(tmp_path / "papers")] == [first, second]


def test_nothing_is_replaced_whatever_has_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names run out: neither a file, nor a link, nor an empty folder of somebody is taken."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = tmp_path / "papers"
    place.mkdir()
    numbers = iter([1, 2, 3, 4])
    monkeypatch.setattr("secrets.choice", lambda words: "ZETA")
    monkeypatch.setattr("secrets.randbelow", lambda most: next(numbers))
    (place / "papers-ZETA-101").mkdir()
    (place / "papers-ZETA-102").write_bytes(b"precious")
    (place / "papers-ZETA-103").symlink_to(elsewhere)
    assert save(place, PAGES) == "papers-ZETA-104"
    assert list((place / "papers-ZETA-101").iterdir()) == []
    assert (place / "papers-ZETA-102").read_bytes() == b"precious"
    assert list(elsewhere.iterdir()) == []
    monkeypatch.setattr("secrets.randbelow", lambda most: 1)
    with pytest.raises(FileExistsError):
        save(place, PAGES)
    assert not [name for name in os.listdir(place) if name.endswith(".part")]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_what_cannot_be_written_whole_is_left_to_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    calls = []

    def full(*_: object, **__: object) -> None:
        calls.append(failing)
        if len(calls) == (2 if failing == "fsync" else 1):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(OSError, match="No space"):
        save(tmp_path, PAGES)
    assert list(tmp_path.iterdir()) == []
    calls.clear()
    with pytest.raises(OSError, match="No space"):
        add(tmp_path, PAGES)
    assert list(tmp_path.iterdir()) == []


def test_many_at_once_get_a_folder_each(tmp_path: Path) -> None:
    names: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: names.append(save(tmp_path, {"letter": b"%d" % n})))
        for n in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names)) == 12
    assert len(set(tree(tmp_path).values())) == 12


def test_what_a_crash_left_half_written_is_named_and_goes_later(tmp_path: Path) -> None:
    half = tmp_path / ".papers-0123456789abcdef.part"
    half.mkdir()
    (half / "letter.pdf").write_bytes(b"%PDF half")
    other = tmp_path / ".something.part"
    other.mkdir()
    name = save(tmp_path, PAGES)
    assert half.exists(), "another program may be writing it"
    os.utime(half, (1, 1))
    assert [each for each, _ in saved(tmp_path)] == [half.name, name]
    save(tmp_path, PAGES)
    assert not half.exists()
    assert other.exists()


def test_add_is_all_or_none_and_never_replaces(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert add(out, {"a.pdf": b"1", "b.pdf": b"2"}) == [out / "a.pdf", out / "b.pdf"]
    assert stat.S_IMODE((out / "a.pdf").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError, match=r"b\.pdf is there already"):
        add(out, {"c.pdf": b"3", "b.pdf": b"4"})
    with pytest.raises(FileExistsError, match=r"a\.pdf is there already"):
        add(out, {"c.pdf": b"3"}, reserved=["a.pdf"])
    (out / "d.pdf").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        add(out, {"d.pdf": b"5"})
    (out / "e.pdf").mkdir()
    with pytest.raises(FileExistsError):
        add(out, {"c.pdf": b"3", "e.pdf": b"6"})
    assert tree(out) == {"a.pdf": b"1", "b.pdf": b"2"}
    assert not (tmp_path / "elsewhere").exists()


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not a name"):
        add(tmp_path / "out", {"../letter.pdf": b"1"})
    assert not (tmp_path / "letter.pdf").exists()
