"""Random input through the real window, repeatable by its seed.

``python -m tests.lockdown.monkey --events 100000 --seed 1`` prints what happened. It fails at
the first exception, warning of Qt, second window, unexpected process, or answer left behind.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.interview.answers import Value
from pdkiosk.session.requests import Act
from pdkiosk.ui.theme.look import THEMES, TextSize
from pdkiosk.ui.widgets import TapButton
from pdkiosk.ui.window.key_filter import KeyFilter
from tests.interview.people import random_answers
from tests.journeys.kiosk import Kiosk, make_kiosk

WORD = "Zebulonx"
SIZES = ((1024, 768), (1366, 768), (1920, 1080), (1080, 1920), (1280, 1024))
# What Qt says of this machine (a screen in memory is smaller than the window), and its test
# library of keys that type nothing.
_MACHINE = (
    "could not find the target for gesture",
    "propagateSizeHints",
    "XDG_RUNTIME_DIR",
    "runtime directory",
    "keyToAscii",
)
_KEYS = list(Qt.Key)
_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


class EscapedError(AssertionError):
    """The monkey broke something or got out."""


@dataclass
class Figures:
    """What a run did."""

    events: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    sessions: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        total = sum(self.events.values())
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.events.most_common())
        return (
            f"{total} events in {self.seconds:.0f} s ({total / self.seconds:.0f} a second): "
            f"{kinds}; {self.sessions} sessions ended, {len(self.places)} places seen"
        )


class Monkey:
    """Hands random input to a window, and looks after each piece whether all is well."""

    def __init__(self, kiosk: Kiosk, seed: int) -> None:
        self.kiosk = kiosk
        self.shell = kiosk.shell
        self.chance = random.Random(seed)
        self.figures = Figures()
        self.faults: list[str] = []
        self._finger = QTest.createTouchDevice()
        self._old: list[Mapping[str, Value]] = []
        self._processes = _children()
        self._ways: list[tuple[float, str, Callable[[], None]]] = [
            (38, "touches", self._touch_something),
            (10, "touches at random", self._touch_anywhere),
            (4, "long presses", self._press_long),
            (8, "drags", self._drag),
            (3, "two fingers", self._two_fingers),
            (20, "keys", self._key),
            (6, "typed words", self._type),
            (3, "wheels", self._wheel),
            (1.5, "screen sizes", self._resize),
            (1.5, "looks", self._look),
            (1.0, "idle countdowns", self._idle),
            (0.5, "expiries", self._expire),
            (0.5, "ends", self._end),
            (1.0, "hidings", self._hide),
            (0.6, "closings", self._close),
            (1.4, "people with answers", self._answers),
        ]
        self.shell.ended.connect(self._on_ended)

    def run(self, events: int) -> Figures:
        """So many pieces of input; raises EscapedError at the first fault."""
        began = time.monotonic()
        weights = [weight for weight, _, _ in self._ways]
        for number in range(events):
            _, name, act = self.chance.choices(self._ways, weights)[0]
            self.kiosk.clock.time += 1.0
            if self.shell.place == "start" and self.chance.random() < 0.3:
                name, act = "beginnings", self._begin
            act()
            self.figures.events[name] += 1
            self._settle()
            self._look_around(number, name)
            if number % 5000 == 4999:
                self.figures.seconds = time.monotonic() - began
                print(self.figures, flush=True)
        self.figures.seconds = time.monotonic() - began
        return self.figures

    # ---- what it does ----------------------------------------------------------------

    def _settle(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _point(self) -> QPoint:
        size = self.shell.size()
        return QPoint(
            self.chance.randrange(size.width()),
            self.chance.randrange(size.height()),
        )

    @property
    def _window(self) -> QWindow:
        """Asked for each time: while a touch is handled, PySide may let go of what it gave."""
        return self.shell.windowHandle()

    def _touch(self, *path: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, path[0], self._window).commit()
        for point in path[1:]:
            QTest.touchEvent(self._window, self._finger).move(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, path[-1], self._window).commit()

    def _begin(self) -> None:
        buttons = [b for b in self._buttons() if b.objectName().startswith("language.")]
        if buttons:
            self._touch(_middle(self.chance.choice(buttons), self.shell))

    def _buttons(self) -> list[TapButton]:
        return [b for b in self.shell.findChildren(TapButton) if b.isVisible() and b.isEnabled()]

    def _touch_something(self) -> None:
        buttons = self._buttons()
        ahead = [b for b in buttons if b.objectName() == "next"]
        if ahead and self.chance.random() < 0.35:  # or it would not come far
            buttons = ahead
        if buttons:
            self._touch(_middle(self.chance.choice(buttons), self.shell))

    def _touch_anywhere(self) -> None:
        self._touch(self._point())

    def _press_long(self) -> None:
        point = self._point()
        QTest.touchEvent(self._window, self._finger).press(0, point, self._window).commit()
        for _ in range(3):  # as long as Qt may think it is; buttons have a clock of their own
            self.kiosk.clock.time += 2.0
            QTest.touchEvent(self._window, self._finger).stationary(0).commit()
            QApplication.processEvents()
        QTest.touchEvent(self._window, self._finger).release(0, point, self._window).commit()

    def _drag(self) -> None:
        self._touch(*(self._point() for _ in range(self.chance.randint(2, 8))))

    def _two_fingers(self) -> None:
        points = [self._point() for _ in range(4)]
        sequence = QTest.touchEvent(self._window, self._finger)
        sequence.press(0, points[0], self._window).press(1, points[1], self._window).commit()
        sequence = QTest.touchEvent(self._window, self._finger)
        sequence.move(0, points[2], self._window).move(1, points[3], self._window).commit()
        sequence = QTest.touchEvent(self._window, self._finger)
        sequence.release(0, points[2], self._window).release(1, points[3], self._window).commit()

    def _key(self) -> None:
        key, modifiers = self.chance.choice(_KEYS), self.chance.choice(_MODIFIERS)
        if self.chance.random() < 0.4:
            key = self.chance.choice(
                (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down)
            )
            modifiers = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.shell.windowHandle(), key, modifiers)

    def _type(self) -> None:
        editors = [
            e
            for kind in (QLineEdit, QPlainTextEdit)
            for e in self.shell.findChildren(kind)
            if e.isVisible()
        ]
        if editors:
            self.chance.choice(editors).setFocus(Qt.FocusReason.MouseFocusReason)
        for character in self.chance.choice((WORD, "7", "{0}", "<b>", "ñ¿")):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(QApplication.focusWidget() or self.shell, key)

    def _wheel(self) -> None:
        point = QPointF(self._point())
        turn = QPoint(0, self.chance.choice((-960, -120, 120, 960)))
        event = QWheelEvent(
            point, self.shell.mapToGlobal(point), QPoint(), turn, Qt.MouseButton.NoButton,
            self.chance.choice(_MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.shell.windowHandle(), event)

    def _resize(self) -> None:
        self.shell.resize(*self.chance.choice(SIZES))

    def _look(self) -> None:
        if self.shell.place in ("start", "hidden"):
            return
        preferences = self.shell.context.preferences
        preferences.text_size = self.chance.choice(list(TextSize))
        preferences.theme = self.chance.choice(THEMES)
        preferences.first, preferences.second = self.chance.choice(
            (("en", ""), ("es", ""), ("es", "en"), ("en", "es"))
        )
        self.shell.go(Act.LOOK)

    def _idle(self) -> None:
        if self.shell.place != "start":
            self.shell.idle.warn.emit()

    def _expire(self) -> None:
        if self.shell.place != "start":
            self.shell.idle.expired.emit()

    def _end(self) -> None:
        if self.shell.place != "start":
            self.shell.end_session()

    def _hide(self) -> None:
        if self.shell.place not in ("start", "hidden"):
            self.shell.hide_screen()

    def _close(self) -> None:
        self.shell.close()

    def _answers(self) -> None:
        """Somebody who has answered a lot, so that much can be taken back and left behind."""
        if self.shell.place != "start":
            answers = self.shell.context.interview.answers
            answers.replace_all({**answers.values, **random_answers(self.chance)})
            answers.set("full_name", WORD)
            self._old.append(answers.values)
            self.shell.build()

    # ---- what must hold --------------------------------------------------------------

    def _on_ended(self) -> None:
        self.figures.sessions += 1
        self._settle()
        shell = self.shell
        for answers in self._old:
            self._must(answers == {}, "the old answers are still there")
        self._old.clear()
        self._must(shell.context.interview.answers.values == {}, "answers in a new session")
        self._must(not shell.context.hidden and not shell.context.hide_pattern.chosen, "a pattern")
        for widget in shell.findChildren(QWidget):
            said = [widget.accessibleName(), widget.accessibleDescription()]
            said += [getattr(widget, name)() for name in ("text", "toPlainText")
                     if callable(getattr(widget, name, None))]  # fmt: skip
            self._must(not any(WORD in str(text) for text in said), f"a word is left in {widget}")
        clipboard = QGuiApplication.clipboard()
        self._must(WORD not in clipboard.text(), "the clipboard")
        if clipboard.supportsSelection():
            self._must(WORD not in clipboard.text(QClipboard.Mode.Selection), "the selection")

    def _must(self, holds: bool, what: str) -> None:
        if not holds:
            self.faults.append(what)

    def _look_around(self, number: int, name: str) -> None:
        shell = self.shell
        self.figures.places[shell.place] += 1
        self._must(shell.isVisible(), "the window is gone")
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not shell]
        self._must(not others, f"another window: {others}")
        visible = [w for w in QGuiApplication.topLevelWindows() if w.isVisible()]
        self._must(len(visible) == 1, f"{len(visible)} windows of the system")
        if number % 50 == 0:
            more = _children() - self._processes
            self._must(not more, f"processes: {more}")
        if shell.place == "start":
            self._must(not shell.context.interview.answers.values, "answers at the start")
        self._must(bool(self._buttons()), "nothing to touch")
        if self.faults:
            raise EscapedError(f"event {number} ({name}) at {shell.place}: {self.faults}")


def _middle(widget: QWidget, shell: QWidget) -> QPoint:
    return widget.mapTo(shell, widget.rect().center())


def _children() -> set[str]:
    pid = os.getpid()
    try:
        return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    except OSError:
        return set()


def let_loose(events: int, seed: int, folder: Path) -> Figures:
    """A kiosk and a monkey in this process. Raises EscapedError."""

    def wait(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 10
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(5)

    kiosk = make_kiosk(folder, wait)
    application = QApplication.instance()
    assert application is not None
    keys = KeyFilter(kiosk.shell)
    application.installEventFilter(keys)
    kiosk.shell.may_close = False
    monkey = Monkey(kiosk, seed)

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(words in text for words in _MACHINE):
            monkey.faults.append(f"Qt says: {text}")

    before_hook = sys.excepthook

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        monkey.faults.append(f"{kind.__name__}: {error}")
        before_hook(kind, error, trace)

    sys.excepthook = on_error
    before = qInstallMessageHandler(on_message)
    try:
        return monkey.run(events)
    finally:
        qInstallMessageHandler(before)
        sys.excepthook = before_hook
        application.removeEventFilter(keys)
        kiosk.shell.ended.disconnect(monkey._on_ended)
        kiosk.shell.may_close = True
        kiosk.shell.close()
        kiosk.shell.deleteLater()


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.lockdown.monkey", description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        figures = let_loose(options.events, options.seed, Path(folder))
    print(f"seed {options.seed}: {figures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
