"""Planted words are found nowhere after a person has left, nor after a power failure.

The short form runs with the other tests. The whole form kills at 200 moments:
``pytest tests/leaks -m whole -n 0 -s``.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leaks.canary import (
    ENCODINGS,
    EVERYWHERE,
    USUAL,
    canary,
    changed_files,
    files_with,
    found_in,
    in_memory,
    told_to_others,
)
from tests.leaks.display import ask, display, missing, windows
from tests.leaks.house import ROOT_IS_NEEDED, House, children, end, left_in, wait_until
from tests.printing.conftest import bus  # noqa: F401
from tests.printing.service import PrintService
from tests.printing.service import missing as missing_to_print

CLIPBOARD = """
from PySide6.QtGui import QClipboard, QGuiApplication
a = QGuiApplication([])
c = a.clipboard()
print(repr([c.text(m) for m in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)]))
"""

if ROOT_IS_NEEDED:
    pytest.skip("only root may search a whole machine", allow_module_level=True)
if lacking := missing():
    pytest.skip("needs " + ", ".join(lacking), allow_module_level=True)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


@pytest.fixture
def spool(bus: str) -> Iterator[PrintService]:  # noqa: F811
    """CUPS as the documentation asks for: its spool in memory, no files kept."""
    if lacking := missing_to_print():
        pytest.skip("needs " + ", ".join(lacking))
    service = PrintService(bus, where="/dev/shm")
    try:
        service.start()
        yield service
    finally:
        service.stop()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_planted_word_is_found_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    began = time.time() - 0.01
    token = "q0123456789abcdef"
    path = tmp_path / "some.cache"
    path.write_bytes(b"\x00\xff" * 999 + canary(token, 7).encode(encoding) + b"\x00" * 99)
    assert path in files_with(token, began, places=(tmp_path,))
    assert not found_in(path.read_bytes(), "qfedcba9876543210")


def test_a_planted_word_is_found_in_a_letter_and_in_a_name(tmp_path: Path) -> None:
    token = "q0123456789abcdef"
    answers = tmp_path / "answers.json"
    answers.write_text(
        '{"format": 1, "answers": {"in_proceedings": "yes", "way": "short", '
        f'"full_name": "{canary(token, 0)}"}}}}',
        "utf-8",
    )
    command = [sys.executable, "-m", "pdkiosk", "render", str(answers), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    letter = (tmp_path / "letter.pdf").read_bytes()
    assert token.encode() not in letter, "else the search in streams is not what finds it"
    assert found_in(b"some spool file" + letter, token)
    named = tmp_path / f"{token}.lock"
    named.touch()
    assert named in files_with(token, time.time() - 60, places=(tmp_path,))


def test_a_whole_journey_leaves_nothing(tmp_path: Path, screen: str, spool: PrintService) -> None:
    house = House(tmp_path, screen, spool.server)
    token = house.invite()
    with house.open() as supervisor:
        filled = int(house.wait("filled"))
        assert filled >= 15, "hardly anything was written"
        wait_until(lambda: len(children(supervisor.pid)) == 2)
        first, following = children(supervisor.pid)
        # First, that the search would find something: the person's own session has it all.
        assert in_memory(first, token) > filled
        assert spool.printed, "nothing came out of the printer"
        assert any(found_in(page.read_bytes(), token) for page in spool.printed)
        assert _reads(screen, token) == []
        house.leave()
        wait_until(lambda: first not in children(supervisor.pid))
        wait_until(lambda: len(windows(screen)) == 1)
        assert in_memory(following, token) == 0
        assert in_memory(supervisor.pid, token) == 0
        assert _reads(screen, token) == []
        paper = (spool.folder / "printed", spool.folder / "out")
        assert files_with(token, house.began, spared=paper) == []
    assert house.said == ""
    assert left_in(tmp_path) == [], "files of the program, of Qt or of a cache"


def _reads(screen: str, token: str) -> list[str]:
    """Where others could read the planted words without opening a file."""
    found = told_to_others(token)
    for window in [*windows(screen), "-root"]:
        which = ("-root",) if window == "-root" else ("-id", window)
        if found_in(ask(screen, "xprop", *which).encode(), token):
            found.append(f"properties of window {window}")
    clipboard = subprocess.run(
        [sys.executable, "-c", CLIPBOARD],
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert clipboard.stdout.startswith("[")
    if found_in(clipboard.stdout.encode(), token):
        found.append("clipboard")
    return found


def _kill_often(house: House, kills: int, seed: int, spool: PrintService) -> None:
    """Kills a session at so many chosen moments of its life."""
    chance = random.Random(seed)
    for number in range(kills):
        house.invite()
        session = house.start("session")
        try:
            assert session.stdin is not None
            session.stdin.write(b"show\n")
            session.stdin.flush()
            if number % 5 == 0:  # while the pages are on their way
                house.wait("letter")
                time.sleep(chance.uniform(0.0, 2.5))
            else:
                wait_until(lambda: not (house.visit / "token").exists())
                time.sleep(chance.uniform(0.0, 4.0))
        finally:
            end(session)
        assert not (house.visit / "failed").exists(), (house.visit / "failed").read_text()
        for said in ("letter", "filled"):
            (house.visit / said).unlink(missing_ok=True)
    wait_until(lambda: not spool.waiting)


def _nothing_after_kills(
    house: House, kills: int, spool: PrintService, places: tuple[Path, ...]
) -> None:
    began = time.monotonic()
    _kill_often(house, kills, 20261124, spool)
    killed = time.monotonic()
    paper = (spool.folder / "printed", spool.folder / "out")
    changed = list(changed_files(house.began, paper, places))
    found = []
    for path in changed:
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if house.stem in str(path) or found_in(data, house.stem):
            found.append(path)
    print(
        f"{kills} kills in {killed - began:.0f} s, {len(changed)} changed files searched in "
        f"{time.monotonic() - killed:.0f} s, {len(spool.printed)} pages printed, "
        f"{len(found)} planted words found"
    )
    assert found == []
    assert left_in(house.folder) == []


def test_a_kill_at_any_moment_leaves_nothing(
    tmp_path: Path, screen: str, spool: PrintService
) -> None:
    _nothing_after_kills(House(tmp_path, screen, spool.server), 5, spool, USUAL)


@pytest.mark.whole
def test_200_kills_leave_nothing(tmp_path: Path, screen: str, spool: PrintService) -> None:
    _nothing_after_kills(House(tmp_path, screen, spool.server), 200, spool, EVERYWHERE)
