"""What the kiosk's user writes for the service: copied completely, trusted in nothing."""

from __future__ import annotations

import argparse
import errno
import os
import stat
from pathlib import Path

import pytest

from pdkiosk.commands import update as command
from pdkiosk.update import service_request
from pdkiosk.update.refusal import Reason, Refused
from pdkiosk.update.service_request import (
    Request,
    last_result,
    submit,
    submit_release,
    take_request,
    write_result,
)
from tests.update.releases import CONTENT, Signer, installation, release


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "state" / "incoming").mkdir(parents=True)
    return tmp_path / "state"


@pytest.fixture
def private(tmp_path: Path) -> Path:
    return tmp_path / "private"


def taken(state: Path, private: Path) -> tuple[Request, bytes] | None:
    """What the service takes, as bytes; afterwards nothing is left on either side."""
    with take_request(state, private) as got:
        if got is None:
            return None
        asked, path = got
        assert private in path.parents and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        return asked, path.read_bytes() if asked is Request.RELEASE else b""


def test_a_release_comes_over_whole_and_once(state: Path, private: Path, tmp_path: Path) -> None:
    (tmp_path / "a.release").write_bytes(b"x" * 3_000_000)
    submit_release(tmp_path / "a.release", state)
    assert taken(state, private) == (Request.RELEASE, b"x" * 3_000_000)
    assert taken(state, private) is None
    assert os.listdir(state / "incoming") == [] and os.listdir(private) == []


@pytest.mark.parametrize("asked", [Request.BACK, Request.CONTENT_BACK])
def test_a_way_back_is_asked_for(state: Path, private: Path, asked: Request) -> None:
    submit(asked, state)
    assert taken(state, private) == (asked, b"")
    assert taken(state, private) is None


def test_one_thing_at_a_time_and_none_is_forgotten(state: Path, private: Path) -> None:
    for asked in Request:
        (state / "incoming" / asked.value).write_bytes(b"")
    got = [taken(state, private) for _ in range(4)]
    assert [each and each[0] for each in got] == [*Request, None]


def secret(tmp_path: Path) -> Path:
    path = tmp_path / "shadow"
    path.write_bytes(b"root:secret")
    return path


@pytest.mark.parametrize("kind", ["link", "hard link", "folder", "pipe", "link to a folder"])
def test_what_is_no_file_of_its_own_is_not_opened_and_goes(
    state: Path, private: Path, tmp_path: Path, kind: str
) -> None:
    path = state / "incoming" / "release"
    kept = secret(tmp_path)
    match kind:
        case "link":
            path.symlink_to(kept)
        case "hard link":
            os.link(kept, path)
        case "folder":
            (path / "below").mkdir(parents=True)
            (path / "link").symlink_to(tmp_path)
        case "pipe":
            os.mkfifo(path)
        case "link to a folder":
            path.symlink_to(tmp_path)
    with pytest.raises(Refused) as caught:
        taken(state, private)
    assert caught.value.reason is Reason.UNREADABLE
    assert kept.read_bytes() == b"root:secret"
    assert os.listdir(state / "incoming") == [], "or the service would be started again and again"
    assert taken(state, private) is None


@pytest.mark.parametrize("deep", [5000])
def test_a_folder_thousands_deep_goes_and_the_next_request_is_served(
    state: Path, private: Path, tmp_path: Path, deep: int
) -> None:
    """What removes it must not call itself for each folder: the service would crash forever."""
    kept = secret(tmp_path)
    handle = os.open(state / "incoming", os.O_RDONLY)
    os.mkdir("release", dir_fd=handle)
    for _ in range(deep):
        inner = os.open("release", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
        os.mkdir("release", dir_fd=handle)
        os.symlink(tmp_path, "out", dir_fd=handle)
        os.close(os.open("file", os.O_WRONLY | os.O_CREAT, dir_fd=handle))
    os.close(handle)
    with pytest.raises(Refused) as caught:
        taken(state, private)
    assert caught.value.reason is Reason.UNREADABLE
    assert os.listdir(state / "incoming") == [] and kept.read_bytes() == b"root:secret"
    submit(Request.BACK, state)
    assert taken(state, private) == (Request.BACK, b"")


def test_the_folder_itself_may_be_a_link(state: Path, private: Path, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "release").write_bytes(b"not yours")
    (state / "incoming").rmdir()
    (state / "incoming").symlink_to(tmp_path / "etc")
    with pytest.raises(Refused):
        taken(state, private)
    assert (tmp_path / "etc" / "release").read_bytes() == b"not yours"
    assert not (state / "incoming").is_symlink()
    assert taken(state, private) is None


def test_too_much_is_not_copied(
    state: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_request, "MOST_BYTES", 1000)
    (state / "incoming" / "release").write_bytes(b"x" * 1001)
    with pytest.raises(Refused) as caught:
        taken(state, private)
    assert caught.value.reason is Reason.UNSAFE
    assert os.listdir(state / "incoming") == []


def test_a_file_that_grows_while_it_is_copied(
    state: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = state / "incoming" / "release"
    path.write_bytes(b"x" * 10)
    monkeypatch.setattr(service_request, "MOST_BYTES", 10_000_000)
    writer = path.open("ab")
    read = os.read

    def growing(file: int, count: int) -> bytes:
        writer.write(b"y" * (1 << 20))
        writer.flush()
        return read(file, count)

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(Refused) as caught:
        taken(state, private)
    writer.close()
    assert caught.value.reason is Reason.UNSAFE


def test_what_is_changed_after_it_was_copied_changes_nothing(state: Path, private: Path) -> None:
    path = state / "incoming" / "release"
    path.write_bytes(b"good")
    writer = path.open("r+b")
    with take_request(state, private) as got:
        assert got is not None
        writer.write(b"evil")
        writer.flush()
        assert got[1].read_bytes() == b"good"
    writer.close()


def test_a_run_that_was_cut_short_is_cleared_away(state: Path, private: Path) -> None:
    (private / "work").mkdir(parents=True)
    (private / "work" / "release").write_bytes(b"half")
    assert taken(state, private) is None
    assert os.listdir(private) == []


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, Reason.FULL),
        (errno.EROFS, Reason.NOT_WRITABLE),
        (errno.EIO, Reason.UNREADABLE),
    ],
)
def test_what_goes_wrong_while_handing_over_leaves_nothing(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: Reason
) -> None:
    (tmp_path / "a.release").write_bytes(b"x" * 100)

    def failing(file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(Refused) as caught:
        submit_release(tmp_path / "a.release", state)
    assert caught.value.reason is reason
    assert os.listdir(state / "incoming") == []


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_what_cannot_be_handed_over(state: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.release"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(Refused) as caught:
        submit_release(path, state)
    assert caught.value.reason is Reason.UNREADABLE


def test_killed_while_it_is_handed_over(state: Path, private: Path, tmp_path: Path) -> None:
    (state / "incoming" / ".new").write_bytes(b"half a release")
    assert taken(state, private) is None, "what is not renamed yet is not seen"
    (tmp_path / "a.release").write_bytes(b"whole")
    submit_release(tmp_path / "a.release", state)
    assert taken(state, private) == (Request.RELEASE, b"whole")


def test_an_answer(private: Path) -> None:
    assert last_result(private) is None
    write_result(private, "update-done")
    first = last_result(private)
    assert first is not None and first.code == "update-done"
    assert stat.S_IMODE((private / "last").stat().st_mode) == 0o644
    write_result(private, "update-older")
    second = last_result(private)
    assert second is not None and second.code == "update-older" and second.stamp != first.stamp
    for strange in (b"\xff" * 5000, b"", b"update-done", b"2026-11-29T03:00Z update-done and more"):
        (private / "last").write_bytes(strange)
        assert last_result(private) is None


# ---- the whole of the service ------------------------------------------------------------


class Service:
    """The command that the unit runs, on an installation of a test."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.signer = Signer()
        self.place = installation(tmp_path / "root", self.signer)
        self.answers = tmp_path / "answers"
        self.state = tmp_path / "state"
        self.state.mkdir(exist_ok=True)
        monkeypatch.setenv("STATE_DIRECTORY", str(self.answers))
        monkeypatch.setattr(command, "make_installation", lambda root, keys: self.place)

    def run(self) -> tuple[int, str]:
        options = argparse.Namespace(root=None, key=[], handed_over=self.state)
        code = command.update(options)
        last = last_result(self.answers)
        return code, last.code if last else ""


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Service:
    return Service(tmp_path, monkeypatch)


def test_the_service_installs_goes_back_and_refuses(service: Service, tmp_path: Path) -> None:
    assert service.run() == (0, ""), "nothing was asked: nothing is said"
    file = tmp_path / "a.release"
    for version in ("1.1.0", "1.2.0"):
        file.write_bytes(release(service.signer, version=version))
        submit_release(file, service.state)
        assert service.run() == (0, "update-done")
    assert os.readlink(service.place.root / "current") == "versions/1.2.0"
    submit_release(file, service.state)
    assert service.run() == (1, "update-older")
    submit(Request.BACK, service.state)
    assert service.run() == (0, "update-back")
    assert os.readlink(service.place.root / "current") == "versions/1.1.0"
    file.write_bytes(release(Signer(), version="2.0.0"))
    submit_release(file, service.state)
    assert service.run() == (1, "update-wrong-signature")
    submit(Request.CONTENT_BACK, service.state)
    assert service.run() == (1, "update-nothing-before")
    data = release(service.signer, CONTENT, kind="content", version="2026.12.1", platform="any")
    file.write_bytes(data)
    submit_release(file, service.state)
    assert service.run() == (0, "update-content-done")


def test_a_failure_that_nobody_expected_is_told_too(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.release").write_bytes(b"x")
    submit_release(tmp_path / "a.release", service.state)
    monkeypatch.setattr(command, "_done", lambda *given: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        service.run()
    last = last_result(service.answers)
    assert last is not None and last.code == "update-failed"
    assert os.listdir(service.state / "incoming") == []
