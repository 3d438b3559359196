from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogger, qInstallMessageHandler

from pdkiosk.app import main
from pdkiosk.tour import _counted, without_size_hints

ROOT = Path(__file__).parents[2]


def test_the_tour_shows_every_screen_of_the_sample_person_and_their_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tour", "--out", str(tmp_path), "--size", "1024x768"]) == 0
    names = {path.name.split("-", 1)[-1] for path in tmp_path.glob("*.png")}
    assert {
        "start.png",
        "proceedings.png",
        "letter.png",
        "print.png",
        "end.png",
        "stop_no_case.png",
        "stop_find_out.png",
        "card-people.png",
        "countdown.png",
    } <= names
    assert {"letter.pdf", "reading-copy.pdf", "summary.pdf"} <= {
        path.name for path in tmp_path.glob("*.pdf")
    }
    assert str(tmp_path) in capsys.readouterr().out
    assert main(["tour", "--out", str(tmp_path)]) == 1
    assert "00-start.png is there already" in capsys.readouterr().err


def test_without_a_display_it_says_that_it_works_and_no_more(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)  # as a machine without a screen starts it
    command = [sys.executable, "-P", "-m", "pdkiosk", "tour", "--out", str(tmp_path)]
    done = subprocess.run(
        [*command, "--size", "800x600"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    count = len(list(tmp_path.glob("*.png")))
    assert count > 20 and done.stdout.startswith(f"{count} pictures")
    assert done.stderr == "Taking a picture of each screen ...\n"


def test_on_a_terminal_one_line_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert _counted(iter([Path("1.png"), Path("2.png")])) == 2
    assert terminal.getvalue() == "\rPictures: 1\rPictures: 2\n"


def test_what_else_qt_says_is_passed_on() -> None:
    heard: list[str] = []
    before = qInstallMessageHandler(lambda kind, place, text: heard.append(text))
    try:
        with without_size_hints():
            QMessageLogger().warning("This plugin does not support propagateSizeHints()")
            QMessageLogger().warning("a font is missing")
        QMessageLogger().warning("afterwards")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["a font is missing", "afterwards"]
