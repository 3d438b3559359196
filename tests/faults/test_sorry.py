"""What a person sees after a failed session, and that nothing is left of that session."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pdkiosk.log import is_code
from pdkiosk.supervisor.supervisor import Supervisor
from pdkiosk.ui.application import make_application
from pdkiosk.ui.faults import out_of_order
from pdkiosk.ui.faults.after_failure import SorryPage
from pdkiosk.ui.widgets import TextPair
from tests.journeys.kiosk import Kiosk

ROOT = Path(__file__).parents[2]

# A session in which a person begins, writes, and then no screen can be built any more.
BROKEN = """
import os, sys
from PySide6.QtCore import QEventLoop, QTimer
from pdkiosk.ui.window.pages import Pages
from pdkiosk.ui.window.shell import Shell
def begin(self):
    self.begin("es")
    self.context.interview.answers.set("full_name", "Maria Lopez")
    def fails(self): raise KeyError("Maria Lopez")
    Pages._build_step = fails
    self.build()
def shown(self, event):
    if not os.path.exists(sys.argv[1]):
        open(sys.argv[1], "w").close()
        QTimer.singleShot(0, lambda: begin(self))
Shell.showEvent = shown
from pdkiosk.app import main
sys.exit(main(["--session", "--window"]))
"""


def page(kiosk: Kiosk, code: str, language: str) -> SorryPage:
    return SorryPage(kiosk.shell.context, code, language, kiosk.shell)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("es", "Algo falló en este programa. Something went wrong with this program"),
        ("en", "Something went wrong with this program. Algo falló en este programa"),
        ("", "Algo falló en este programa. Something went wrong with this program"),
        ("xx", "Algo falló en este programa. Something went wrong with this program"),
    ],
)
def test_it_speaks_both_languages_the_persons_first(
    kiosk: Kiosk,
    language: str,
    first: str,
) -> None:
    shown = page(kiosk, "E-4F2A", language)
    who = kiosk.person()
    words = [label.pair.both() for label in shown.findChildren(TextPair)]
    assert first in words
    assert who.reads("E-4F2A")
    assert any("Lo que usted escribió está borrado." in text for text in words)


def test_it_covers_all_and_one_touch_starts_again(kiosk: Kiosk) -> None:
    cover = page(kiosk, "E-4F2A", "es")
    who = kiosk.person()
    assert cover.geometry() == kiosk.shell.rect()
    kiosk.shell.resize(1024, 768)
    assert cover.geometry() == kiosk.shell.rect()
    kiosk.shell.build()  # as when the screen has another size: the page below is a new one
    who.settle()
    assert not who.find("language.es").isEnabled(), "the keyboard cannot reach below it"
    who.tap("again")
    assert not who.sees("sorry")
    who.start("es")


def test_it_goes_by_itself(
    kiosk: Kiosk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pdkiosk.ui.faults.after_failure._SHOWN_SECONDS", 0.05)
    page(kiosk, "E-4F2A", "es")
    who = kiosk.person()
    qtbot.waitUntil(lambda: not who.sees("sorry"))
    who.start("en")


def test_a_session_that_cannot_go_on_says_so_and_tells_nothing_else(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BROKEN, str(tmp_path / "once")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as real:
        assert real.stdin is not None and real.stdout is not None and real.stderr is not None
        heard: list[str] = []
        while not heard or not heard[-1].startswith(("ready", "failed")):
            heard.append(real.stdout.readline().decode())
            if heard[-1] == "ready\n":
                real.stdin.write(b"show\n")
                real.stdin.flush()
                heard.append("")
        assert "note begun\n" in heard and "note ended-error\n" in heard
        said, code, language = heard[-1].split()
        assert (said, language) == ("failed", "es")
        assert f"note error-{code}\n" in heard
        assert real.wait(10) == 70, "without a supervisor it ends itself"
        assert "Maria" not in "".join(heard) + real.stderr.read().decode()


def test_the_next_session_comes_up_and_the_broken_one_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    notes: list[str] = []
    command = [sys.executable, "-c", BROKEN, str(tmp_path / "once")]
    each = Supervisor(command, command, notes.append)
    try:
        end = time.monotonic() + 60
        pids: list[int] = []
        while len(pids) < 2:
            assert time.monotonic() < end
            each.step()
            active = each.active
            if active is not None and active.shown and active.process.pid not in pids:
                pids.append(active.process.pid)
        assert not Path(f"/proc/{pids[0]}").exists()
        assert notes[0] == "begun" and "recovered-1" not in notes
        assert notes[-1] == "ended-error"
        assert all(is_code(note) for note in notes)
    finally:
        each.close()


def test_the_plain_page_needs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    application = make_application()
    seen: list[str] = []

    def look() -> None:
        (bare,) = (w for w in QApplication.topLevelWidgets() if w.objectName() == "bare")
        seen.extend(label.text() for label in bare.findChildren(QLabel))

    def damaged(*args: object) -> None:
        raise OSError("a font is gone")

    class Link:
        def __init__(self, show, lost, parent) -> None:  # type: ignore[no-untyped-def]
            show("")

        def say(self, word: str) -> None:
            look()

    monkeypatch.setattr(out_of_order, "make_application", damaged)
    monkeypatch.setattr(out_of_order, "SessionLink", Link)
    monkeypatch.setattr(out_of_order, "_SHOWN_MS", 300)
    QTimer.singleShot(100, application.exit)
    out_of_order.run_out_of_order(window=True)
    own = [out_of_order._TITLE.text, out_of_order._BODY.text]
    assert seen == [*out_of_order.WITHOUT_CATALOG, *own]
    QTest.qWait(400)
    loop = QEventLoop()
    QTimer.singleShot(10, loop.quit)
    assert loop.exec() == 0, "the page that is gone ends what comes after it"


def test_its_words_are_those_of_the_catalog() -> None:
    from pdkiosk import resources
    from pdkiosk.language.catalogs import Catalogs

    catalogs = Catalogs(resources.folder("translations"))
    said = tuple(catalogs.text(words, "es") for words in (out_of_order._TITLE, out_of_order._BODY))
    assert said == out_of_order.WITHOUT_CATALOG
