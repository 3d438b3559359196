"""Staff are told which folders of people's pages should be gone."""

from __future__ import annotations

import os
from pathlib import Path

from pdkiosk.printing.folder import save
from pdkiosk.staff.saved_papers import saved_papers


def test_only_old_folders_are_named_the_oldest_first(tmp_path: Path) -> None:
    assert saved_papers(tmp_path / "none") == []
    names = [save(tmp_path, {"letter": b"%PDF"}) for _ in range(3)]
    assert saved_papers(tmp_path) == []
    os.utime(tmp_path / names[0], (2e9, 2e9))
    os.utime(tmp_path / names[2], (1e9, 1e9))
    (tmp_path / "something else").mkdir()
    os.utime(tmp_path / "something else", (1, 1))
    (found,) = saved_papers(tmp_path, now=lambda: 2e9 + 3600)
    assert found.code == "H06"
    assert found.says.args["names"] == f"{names[2]}, {names[1]}"


def test_many_are_counted(tmp_path: Path) -> None:
    for _ in range(14):
        save(tmp_path, {"letter": b"%PDF"})
    (found,) = saved_papers(tmp_path, now=lambda: 4e9)
    assert found.says.args["more"] == "2"


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (found,) = saved_papers(tmp_path / "file")
    assert found.code == "H07"
