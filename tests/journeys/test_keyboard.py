"""The keyboard alone, on a real X server: everything is reached, the ring is seen, paper comes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.paper import read_papers
from tests.journeys.people import STORIES
from tests.journeys.test_privacy import ALONE, ROOT

XVFB = ("xvfb-run", "-a", "-s", "-screen 0 1280x1024x24 -dpi 96")


def _walk(name: str, tmp_path: Path) -> None:
    if shutil.which("xvfb-run") is None:
        pytest.skip("xvfb-run is not installed: packaging/apt-packages-check.txt")
    papers = tmp_path / "papers"
    script = ALONE.replace("tests.journeys.alone", "tests.journeys.keyboard")
    done = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1280x1024x24 -dpi 96",
            sys.executable,
            "-c",
            script,
            str(ROOT / "tests"),
            str(papers),
            name,
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    print(done.stdout)
    letter = read_papers(papers)["letter"]
    story = STORIES[name.partition("|")[0]]
    assert [fact for fact in story.english if fact not in letter] == []


@pytest.mark.parametrize("keys", ["tab", "arrows"])
def test_a_letter_by_keys_alone(keys: str, tmp_path: Path) -> None:
    _walk(f"nothing but the gates|es|{keys}", tmp_path)


@pytest.mark.whole
@pytest.mark.parametrize(
    "name", ["young mother|es|tab", "father with a DUI|en|arrows", "person with cancer|es|arrows"]
)
def test_whole_journeys_by_keys_alone(name: str, tmp_path: Path) -> None:
    _walk(name, tmp_path)
