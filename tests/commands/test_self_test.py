"""The checks that do real work notice wrong results."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pdkiosk import hardening, resources
from pdkiosk.app import main
from pdkiosk.commands import check, self_test
from pdkiosk.commands.arguments import make_parser
from pdkiosk.commands.result import Level
from pdkiosk.commands.stock import load_stock
from pdkiosk.exit_codes import FAILED
from pdkiosk.language import check as translations
from pdkiosk.language import extraction
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.papers_desk import Desk
from pdkiosk.system import own_program

TODAY = date(2026, 11, 24)


@dataclass
class Paper:
    id: str
    pages: int
    data: bytes


def sample() -> Paper:
    made: list[Paper] = []

    def keep(self: Desk, language: str) -> list[object]:
        parts = original(self, language)
        made.extend(Paper(part.id, part.pages, part.data) for part in parts)
        return list(parts)

    original = Desk.parts
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "parts", keep)
        assert all(r.level is Level.OK for r in self_test.check_papers(load_stock(None), TODAY))
    return made[0]


def test_a_damaged_paper_is_noticed() -> None:
    whole = sample()
    middle = len(whole.data) // 2
    damaged = whole.data[:middle] + bytes(200) + whole.data[middle + 200 :]
    for data, pages in (
        (whole.data[:-100], whole.pages),
        (b"", whole.pages),
        (whole.data, whole.pages + 1),
        (damaged, whole.pages),
    ):
        assert self_test._trouble(Paper("letter", pages, data))  # type: ignore[arg-type]
    assert self_test._trouble(whole) == ""  # type: ignore[arg-type]


def test_papers_that_cannot_be_made_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Desk, language: str) -> None:
        raise OSError("no font")

    monkeypatch.setattr(Desk, "parts", broken)
    found = list(self_test.check_papers(load_stock(None), TODAY))
    assert [(r.level, r.detail) for r in found] == [(Level.FAIL, "OSError")] * 2


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("print('xcb 1280x1024 300')", "ok   first screen: 1280 x 1024 pixels, painted by xcb"),
        (
            "print('a library says this'); print('xcb 1280x1024 300'); print('note x')",
            "ok   first screen: 1280 x 1024 pixels, painted by xcb",
        ),
        ("print('xcb 1280x1024 1')", "FAIL first screen: painted empty"),
        ("import os; os.abort()", "FAIL first screen: not painted: no reason given"),
        ("import sys; sys.exit('no display')", "FAIL first screen: not painted: no display"),
    ],
)
def test_the_first_screen(program: str, says: str) -> None:
    assert str(self_test.check_picture([sys.executable, "-c", program])) == says


def test_nothing_is_wrong_when_the_window_goes() -> None:
    done = subprocess.run(
        [*own_program(), "--paint"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.splitlines()) == 1, "a step of erasing failed"


def test_a_program_that_is_not_there_paints_nothing() -> None:
    assert self_test.check_picture(["/nonexistent"]).level is Level.FAIL


def test_a_missing_keyboard_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("nonsense = 1\n")
    monkeypatch.setattr(resources, "path", lambda name: tmp_path)
    assert self_test.check_keyboards().level is Level.FAIL


def test_saved_work_opens_only_with_its_key() -> None:
    assert str(self_test.check_saving(["es", "en"])) == "ok   saving: locks and opens"


def test_a_bundle_compares_with_the_texts_of_its_build(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, guide = resources.folder("translations"), resources.path("guide")
    monkeypatch.setattr(extraction, "_PACKAGE", Path("/nonexistent"))
    monkeypatch.setattr(extraction, "_CODE", [])
    assert list(translations.problems(folder, guide, settled(load_languages()))) == []


def test_it_is_asked_for_by_an_option_too() -> None:
    assert make_parser().parse_args(["--self-test"]).self_test


# A check that never comes to an end, as when a part of the system does not answer.
HANGS = """
import sys, time
from pdkiosk import app
from pdkiosk.commands import check
app._SELF_TEST_SECONDS = 0.5
check.results = lambda *_: iter(lambda: time.sleep(60), 0)
sys.exit(app.main(["--self-test"]))
"""


def test_an_installation_does_not_wait_for_it_for_ever() -> None:
    ran = subprocess.run(
        [sys.executable, "-P", "-c", HANGS], capture_output=True, text=True, timeout=50, check=False
    )
    assert ran.returncode == FAILED
    assert "Timeout" in ran.stderr and "in check" in ran.stderr, "it says where it stood"


def test_it_closes_what_could_hold_an_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    did: list[str] = []

    def checked(*_: object) -> int:
        did.append("check")
        return FAILED

    monkeypatch.setattr(hardening, "harden", lambda: did.append("harden"))
    monkeypatch.setattr(check, "check", checked)
    assert main(["--self-test"]) == FAILED
    assert did == ["harden", "check"]
