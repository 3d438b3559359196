"""Text selected in a field cannot be read by another X program."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.leaks.display import ask, display, missing

ROOT = Path(__file__).parents[2]
SECRET = "Quetzalteca"

EDITORS = f"""
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pdkiosk.ui.application import make_application
from pdkiosk.ui.widgets.kiosk_editors import LineEditor, TextEditor
from pdkiosk.ui.theme.look import PAPER, Look, Scale, TapClock, TextSize, load_fonts
kind = sys.argv[1]
a = QApplication([]) if kind == "plain" else make_application()
load_fonts()
window = QWidget()
column = QVBoxLayout(window)
look = Look(PAPER, Scale(1280, 1024, 19.0, TextSize.NORMAL), taps=TapClock())
look.apply(a)
editor = (
    LineEditor(look, window) if kind == "line"
    else TextEditor(look, 3, window) if kind == "text" else QLineEdit(window)
)
(editor.setPlainText if kind == "text" else editor.setText)("{SECRET} " * 3)
editor.setObjectName("editor")
column.addWidget(editor)
window.setGeometry(0, 0, 600, 300)
window.show()
editor.setFocus()
a.processEvents()
def say():
    place = editor.mapToGlobal(editor.rect().topLeft())
    cursor = editor.textCursor().selectedText() if kind == "text" else editor.selectedText()
    print(place.x(), place.y(), editor.width(), editor.height(), repr(cursor), flush=True)
from PySide6.QtCore import QTimer
timer = QTimer(); timer.timeout.connect(say); timer.start(100)
a.exec()
"""

WATCHER = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
a = QGuiApplication([])
c = a.clipboard()
def look():
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if c.text(mode):
            print(repr(c.text(mode)), flush=True)
c.changed.connect(look)
timer = QTimer(); timer.timeout.connect(look); timer.start(10)
print("watching", flush=True)
a.exec()
"""

if lacking := missing():
    pytest.skip("needs " + ", ".join(lacking), allow_module_level=True)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


class Editors:
    def __init__(self, screen: str, kind: str) -> None:
        self.screen = screen
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", EDITORS, kind],
            cwd=ROOT,
            env={"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "PATH": "/usr/bin:/bin",
                 "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"},
            stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def line(self) -> tuple[int, int, int, int, str]:
        """Where the editor is, and what is selected in it now."""
        assert self.process.stdout is not None
        time.sleep(0.3)
        for _ in range(6):  # what was said before
            said = self.process.stdout.readline().split(maxsplit=4)
        assert len(said) == 5, "it ended"
        return int(said[0]), int(said[1]), int(said[2]), int(said[3]), said[4]

    def do(self, *command: object) -> None:
        ask(self.screen, "xdotool", *map(str, command))


@contextmanager
def watched(screen: str, seen: list[str]) -> Iterator[None]:
    """Another program, which asks for both selections a hundred times a second."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", WATCHER],
        env={"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "watching\n"
    try:
        yield
    finally:
        process.kill()
        seen.append(process.stdout.read())
        process.stdout.close()
        process.wait()


@pytest.mark.parametrize("kind", ["line", "text", "plain"])
def test_what_is_selected_is_given_to_nobody(screen: str, kind: str) -> None:
    """``plain`` is Qt's own field in an application of its own: the control, it gives it away."""
    editors = Editors(screen, kind)
    given: list[str] = []
    with watched(screen, given):
        selects(editors)
    assert ("uetzal" in given[0]) is (kind == "plain"), (kind, given)


def selects(editors: Editors) -> None:
    """Selects by touch and by keys, in every way."""
    try:
        x, y, width, _height, _ = editors.line()
        row = y + 25
        selected = set()
        for way in ("drag", "double", "triple", "keys", "all"):
            if way == "drag":
                editors.do("mousemove", x + 30, row, "mousedown", 1)
                editors.do("mousemove", x + width // 3, row, "mousemove", x + width // 2, row)
                editors.do("mouseup", 1)
            elif way == "double":
                editors.do("mousemove", x + 60, row, "click", "--repeat", 2, "--delay", 60, 1)
            elif way == "triple":
                editors.do("mousemove", x + 60, row, "click", "--repeat", 3, "--delay", 60, 1)
            elif way == "keys":
                editors.do("key", "Home", "shift+Right", "shift+Right", "shift+End")
            else:
                editors.do("key", "ctrl+a", "ctrl+Insert", "ctrl+c")
            selected.add(editors.line()[4])
            time.sleep(0.6)
    finally:
        editors.process.kill()
        editors.process.wait()
        assert editors.process.stdout is not None
        editors.process.stdout.close()
    assert any("uetzal" in text for text in selected), "nothing was selected: no test"
