"""Anything but a regular file is neither followed nor waited for; open folders stay the same."""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk import safe_files
from pdkiosk.safe_files import Folder, open_file, read_file

SECRET = b"root:secret"


def secret(tmp_path: Path) -> Path:
    path = tmp_path / "shadow"
    path.write_bytes(SECRET)
    return path


def link(path: Path) -> None:
    path.symlink_to(secret(path.parent))


def unix_socket(path: Path) -> None:
    short = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{short}/{path.name}")
    os.close(short)


def link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.parent / "p")
    path.symlink_to("p")


KINDS: dict[str, Callable[[Path], object]] = {
    "link": link,
    "dangling link": lambda path: path.symlink_to("nothing"),
    "link to a pipe": link_to_a_pipe,
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "socket": unix_socket,
    "device": lambda path: os.mknod(path, 0o020600, os.makedev(1, 5)),  # /dev/zero
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.O_WRONLY | os.O_CREAT])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str, flags: int) -> None:
    path = tmp_path / "name"
    try:
        KINDS[kind](path)
    except PermissionError:
        pytest.skip("no right to make this here")
    start = time.perf_counter()
    with pytest.raises(OSError):
        open_file(path, flags)
    with pytest.raises(OSError):
        read_file(path, 100)
    with Folder(tmp_path) as folder, pytest.raises(OSError):
        folder.open("name", flags)
    assert time.perf_counter() - start < 0.5
    assert not (tmp_path / "nothing").exists()


def test_a_file_is_read_up_to_a_cap(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * 100)
    assert read_file(path, 100) == b"x" * 100
    with pytest.raises(OSError) as caught:
        read_file(path, 99)
    assert caught.value.errno == errno.EFBIG
    with path.open("r+b") as hole:
        hole.truncate(1 << 40)
    with pytest.raises(OSError):
        read_file(path, 1000)


def test_a_link_that_the_administrator_chose_and_a_file_with_two_names(tmp_path: Path) -> None:
    kept = secret(tmp_path)
    (tmp_path / "link").symlink_to(kept)
    assert read_file(tmp_path / "link", 100, follow=True) == SECRET
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to("pipe")
    with pytest.raises(OSError):
        read_file(tmp_path / "to-pipe", 100, follow=True)
    os.link(kept, tmp_path / "twin")
    with pytest.raises(OSError):
        open_file(kept, single=True)
    os.close(open_file(kept))


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        for what in (lambda: open_file(tmp_path / "pipe"), lambda: Folder(tmp_path / "pipe")):
            with pytest.raises(OSError):
                what()
        with Folder(tmp_path) as folder, pytest.raises(OSError):
            folder.folder("pipe")
        with pytest.raises(OSError):
            Folder(tmp_path, device=1)
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/etc", "../x", "a\0b"])
def test_a_name_leads_to_no_other_folder(tmp_path: Path, name: str) -> None:
    with Folder(tmp_path) as folder:
        for what in (folder.open, folder.folder, folder.state, folder.remove, folder.make_folder):
            with pytest.raises(OSError):
                what(name)


def test_a_folder_is_no_link_and_on_the_same_device(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(OSError):
        Folder(tmp_path / "link")
    Folder(tmp_path / "link", follow=True).close()
    with Folder(tmp_path) as folder:
        with pytest.raises(OSError):
            folder.folder("link")
        folder.folder("real").close()
        folder.device += 1
        with pytest.raises(OSError) as caught:
            folder.folder("real")
    assert caught.value.errno == errno.ENODEV


def test_a_folder_that_is_replaced_stays_the_one_that_was_opened(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "theirs").mkdir()
    with Folder(tmp_path / "mine") as folder:
        (tmp_path / "mine").rename(tmp_path / "moved")
        (tmp_path / "mine").symlink_to("theirs")
        os.close(folder.open("new", os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        folder.make_folder("inner")
        folder.replace("new", "newer")
        assert sorted(folder.names()) == ["inner", "newer"]
    assert sorted(os.listdir(tmp_path / "moved")) == ["inner", "newer"]
    assert os.listdir(tmp_path / "theirs") == []
    assert (tmp_path / "moved" / "newer").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("deep", [3, 3000])
def test_a_tree_goes_however_deep_and_what_its_links_lead_to_stays(
    tmp_path: Path, deep: int
) -> None:
    kept = secret(tmp_path)
    handle = os.open(tmp_path, os.O_RDONLY)
    for level in range(deep):
        os.mkdir("d", dir_fd=handle)
        inner = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
        os.symlink(tmp_path, "out", dir_fd=handle)
        os.close(os.open("f", os.O_WRONLY | os.O_CREAT, dir_fd=handle))
        if level == 1:
            os.mkdir("twin", dir_fd=handle)
    os.close(handle)
    with Folder(tmp_path) as folder:
        folder.remove_tree("d")
        assert folder.names() == ["shadow"]
        os.symlink(tmp_path, tmp_path / "link")
        folder.remove_tree("link")
    assert kept.read_bytes() == SECRET


def test_without_handles_of_folders_the_same_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way of Windows, tried here."""
    monkeypatch.setattr(safe_files, "_BY_HANDLE", False)
    monkeypatch.setattr(safe_files, "_NO_FOLLOW", 0)
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "f").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "file").symlink_to("real/f")
    with Folder(tmp_path) as folder:
        with folder.folder("real") as inner:
            assert inner.read("f", 10) == (b"x", 1)
        for name in ("link", "file"):
            with pytest.raises(OSError):
                folder.folder(name)
        with pytest.raises(OSError):
            folder.read("file", 10)
        folder.remove_tree("real")
        assert sorted(folder.names()) == ["file", "link"]
