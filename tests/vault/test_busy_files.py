"""On Windows, a file that another program is reading blocks changes: the vault waits for it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pdkiosk import safe_files
from pdkiosk.vault.trouble import Trouble, VaultError
from tests import needs
from tests.vault.kit import WORDS, cheap_shelf, content, new_work, opened

CALLS = ["open", "replace", "unlink", "mkdir", "rmdir"]


def denied(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


class Busy:
    """Stands before a function of ``os``: the first so many calls are denied."""

    def __init__(self, real: Callable[..., Any], times: int) -> None:
        self.real, self.left, self.denied = real, times, 0

    def __call__(self, *arguments: Any, **more: Any) -> Any:
        if self.left:
            self.left -= 1
            self.denied += 1
            denied()
        return self.real(*arguments, **more)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(safe_files, "_SHARED", True)
    monkeypatch.setattr(safe_files, "_BY_HANDLE", False)
    monkeypatch.setattr(safe_files, "_BUSY_SECONDS", 0.1)
    return monkeypatch


@pytest.mark.parametrize("name", CALLS)
def test_a_save_goes_on_when_the_other_program_is_done(
    tmp_path: Path, windows: pytest.MonkeyPatch, name: str
) -> None:
    handle = new_work(tmp_path)
    busy = Busy(getattr(os, name), 3)
    windows.setattr(os, name, busy)
    handle.save(content(2))
    opened(tmp_path, handle.work)
    cheap_shelf(tmp_path).sweep()
    handle.save(content(3))
    cheap_shelf(tmp_path).open(handle.work, WORDS).handle.delete()
    new_work(tmp_path)
    assert busy.denied == 3


def test_the_save_of_another_program_is_told_as_such(
    tmp_path: Path, windows: pytest.MonkeyPatch
) -> None:
    """While the other one removes the save that this one knows, it cannot be opened."""
    here = new_work(tmp_path)
    cheap_shelf(tmp_path).open(here.work, WORDS).handle.save(content(5))
    windows.setattr(os, "open", Busy(os.open, 4))
    with pytest.raises(VaultError) as told:
        here.save(content(6))
    assert told.value.trouble is Trouble.CHANGED_ELSEWHERE


@pytest.mark.parametrize("shared", [True, False])
def test_what_stays_denied_is_read_only(
    tmp_path: Path, windows: pytest.MonkeyPatch, shared: bool
) -> None:
    here = new_work(tmp_path)
    busy = Busy(os.open, 1_000_000)
    windows.setattr(safe_files, "_SHARED", shared)
    windows.setattr(os, "open", busy)
    with pytest.raises(VaultError) as told:
        here.save(content(2))
    assert told.value.trouble is Trouble.READ_ONLY
    assert (busy.denied > 2) is shared, "elsewhere nothing is waited for"


@needs.links
def test_a_file_that_is_about_to_be_made_is_no_link(
    tmp_path: Path, windows: pytest.MonkeyPatch
) -> None:
    """Where links are looked for by name, as on Windows."""
    windows.setattr(safe_files, "_NO_FOLLOW", 0)
    path = tmp_path / "log"
    os.close(safe_files.open_file(path, os.O_WRONLY | os.O_CREAT))
    assert path.is_file()
    (tmp_path / "link").symlink_to(path)
    with pytest.raises(OSError, match="symbolic"):
        safe_files.open_file(tmp_path / "link")
