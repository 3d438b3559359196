"""A journey leaves nothing on the machine but the pages that were asked for."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from tests.journeys.paper import read_papers

SECRET = "Zebulon"
ROOT = Path(__file__).parents[2]
# Some package on the machine may call itself "tests" too; these are meant.
ALONE = """
import sys, types
tests = sys.modules["tests"] = types.ModuleType("tests")
tests.__path__ = [sys.argv[1]]
from pathlib import Path
from tests.journeys.alone import main
main(Path(sys.argv[2]), sys.argv[3])
"""
# What Qt says of a machine without a real screen.
MACHINE = ("propagateSizeHints", "XDG_RUNTIME_DIR", "runtime directory")


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_nothing_is_left_on_the_machine(tmp_path: Path) -> None:
    names = ("home", "tmp", "here", "config", "cache", "data", "state", "run")
    folders = {name: tmp_path / name for name in names}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folders["home"]),
        "TMPDIR": str(folders["tmp"]),
        **{f"XDG_{n.upper()}_HOME": str(folders[n]) for n in ("config", "cache", "data", "state")},
        "XDG_RUNTIME_DIR": str(folders["run"]),
    }
    papers = tmp_path / "papers"
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(ROOT / "tests"), str(papers), SECRET],
        cwd=folders["here"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if not any(words in line for words in MACHINE)
    ]
    assert (done.returncode, said) == (0, [])
    left = {name: _files(folder) for name, folder in folders.items()}
    assert left == {name: set() for name in folders}
    (printing,) = papers.iterdir()
    assert _files(printing) >= {"letter.pdf", "reading-copy.pdf", "summary.pdf"}
    assert all(name.endswith(".pdf") for name in _files(printing))
    assert stat.S_IMODE(printing.stat().st_mode) == 0o700
    assert {stat.S_IMODE(paper.stat().st_mode) for paper in printing.iterdir()} == {0o600}
    assert SECRET in read_papers(papers)["letter"]
    for paper in printing.iterdir():
        assert SECRET not in str(PdfReader(paper).metadata)
