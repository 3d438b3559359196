"""A person with one finger and no keyboard: the X server's pointer, from the language to the paper.

Each tap is made by ``xdotool``, a process of its own and another client of the X server: to a
point of the screen, down, up. That is what a touch screen's driver gives where it takes the place
of a mouse; X servers without a screen have no touch device (touches as such, in a real window:
tests/widgets/test_shaky_hands.py). Where things are is read from the window; that what lies at the
point is what was meant, is in view, and is large enough, is checked before each tap, and that the
X server sent it, after.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Printable, Progress
from pdkiosk.printing.state import State
from pdkiosk.ui.keyboard.key import Key
from pdkiosk.ui.keyboard.layout import Action
from pdkiosk.ui.widgets import PageScroll, TapButton
from tests.journeys.kiosk import Kiosk, make_kiosk
from tests.journeys.person import Person
from tests.widgets.fakes import visible_part

_LEAST_MM = 12.7
_PACE_S = 0.32  # between two taps: sooner, the program takes the second for a tremble
_KEY_PACE_S = 0.17  # between two keys: about as fast as a practiced hand
_SAME_KEY_PACE_S = 0.25  # of "rr": the key takes no second touch within 150 ms of the first
_DOWN_S = 0.05
_PAGES = (Action.LETTERS, Action.SYMBOLS, Action.ACCENTS)
_MOST_SHIFTS = 3  # for a small letter where a capital comes by itself; for a capital one is enough
_FAR = 60  # taps on an arrow, or on one key: more than any page or text takes


class TrayPrinter:
    """A printer that takes its time and lays its pages, as files, into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def look(self) -> State:
        return State.READY

    def start(self, parts: Sequence[Printable]) -> _Tray:
        return _Tray(self._folder, parts)

    def clear(self) -> bool:
        return True


class _Tray:
    def __init__(self, folder: Path, parts: Sequence[Printable]) -> None:
        self._folder, self._parts, self._out = folder, parts, 0

    def poll(self) -> Progress:
        count = len(self._parts)
        if self._out < count:
            part = self._parts[self._out]
            self._folder.mkdir(exist_ok=True)
            (self._folder / f"{part.id}.pdf").write_bytes(part.data)
            self._out += 1
            return Progress(self._out, count, part.pages, None, State.READY, self._out - 1)
        pages = self._parts[-1].pages
        return Progress(count, count, pages, None, State.READY, count, Outcome.PRINTED)

    def cancel(self) -> None:
        raise AssertionError("nobody stopped it")


class _Arrivals(QObject):
    """Counts what comes to the window from the X server, and sees whether it meets its target."""

    def __init__(self) -> None:
        super().__init__()
        self.lifted = 0
        self.met = 0
        self.keys = 0
        self.target: QWidget | None = None
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind is QEvent.Type.MouseButtonRelease and event.spontaneous():
                self.lifted += 1
            elif kind is QEvent.Type.KeyPress:
                self.keys += 1
        elif kind is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            # Now: what a tap leads away from is deleted. Once, though parents may hear of it too.
            target, self.target = self.target, None
            if target is not None and (target is watched or target.isAncestorOf(watched)):
                self.met += 1
        return False


class FingerPerson(Person):
    """Does all with a finger: what others type, on the keyboard on the screen.

    ``typed``: taps on its keys; ``shortest``: seconds between two taps; ``smallest``: millimeters,
    the lesser side of what was tapped, as far as it was in view.
    """

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk.shell, kiosk.clock, None, kiosk.wait)  # type: ignore[arg-type]
        self.arrivals = _Arrivals()
        self.typed = 0
        self.shortest = self.smallest = float("inf")
        self._last = 0.0
        self._before: QWidget | None = None

    # ---- one tap -----------------------------------------------------------------------

    def tap(self, thing: str | QWidget, nth: int = 0) -> None:
        """Touches the middle of what is in view of a widget, after scrolling to it."""
        self.settle()
        widget = self.find(thing, nth) if isinstance(thing, str) else thing
        self._bring_into_view(widget)
        self.touch(self._middle(widget), widget)

    def touch(self, point: QPoint, expected: QWidget) -> None:
        """Puts the finger down at a point of the window, and lifts it."""
        name = f"{expected.objectName() or type(expected).__name__} at {self.place}"
        key = isinstance(expected, Key)
        same = expected is self._before
        self._before = expected
        self._rest(expected, (_SAME_KEY_PACE_S if same else _KEY_PACE_S) if key else _PACE_S)
        in_view = self._in_view(expected)
        least = min(in_view.width(), in_view.height()) / self._px_per_mm
        assert least > _LEAST_MM - 0.1, f"{name}: {least:.1f} mm are in view"
        self.smallest = min(self.smallest, least)
        spot = self.shell.mapToGlobal(point)
        assert self.shell.screen().geometry().contains(spot), f"{name} is beside the screen"
        self._lies_on_top(QApplication.widgetAt(spot), expected, name)
        now = time.monotonic()
        self.shortest = min(self.shortest, now - self._last)
        self._last = now
        arrivals = self.arrivals
        arrivals.target = expected
        arrivals.lifted = arrivals.met = 0
        # fmt: off
        hand = subprocess.Popen([
            "xdotool", "mousemove", str(spot.x()), str(spot.y()),
            "mousedown", "1", "sleep", str(_DOWN_S), "mouseup", "1",
        ])
        # fmt: on
        self.wait(lambda: hand.poll() is not None and arrivals.lifted > 0)
        assert (hand.returncode, arrivals.lifted, arrivals.met) == (0, 1, 1), name
        self.taps += 1
        self.typed += key
        self.settle()

    def _rest(self, widget: QWidget, pace: float) -> None:
        """Waits as a person does who sees the page first, and never touches twice at once."""
        self.wait(lambda: time.monotonic() - self._last >= pace)
        self.wait(lambda: not self.shell.context.look.taps.held)
        if isinstance(widget, TapButton):
            self.wait(lambda: not widget.is_resting())

    def _lies_on_top(self, hit: QWidget | None, expected: QWidget, name: str) -> None:
        found = hit is not None and (hit is expected or expected.isAncestorOf(hit))
        assert found, f"the finger for {name} lands on {hit.objectName() or hit if hit else None}"

    @property
    def _px_per_mm(self) -> float:
        return self.shell.context.look.scale.px_per_mm

    def _in_view(self, widget: QWidget) -> QRect:
        """The part of a widget, in its own pixels, that its page shows."""
        return widget.visibleRegion().boundingRect()

    def _middle(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.shell, self._in_view(widget).center())

    def settle(self) -> None:
        """Lets the window come to rest and be painted."""
        super().settle()
        QTest.qWait(10)
        super().settle()

    def _bring_into_view(self, widget: QWidget) -> None:
        page = next((p for p in self.shell.findChildren(PageScroll) if p.isVisible()), None)
        content = page.content() if page is not None else None
        if page is None or content is None or not content.isAncestorOf(widget):
            return
        bar = page.area.verticalScrollBar()
        enough = min(widget.height(), round(_LEAST_MM * self._px_per_mm))
        for _ in range(_FAR):
            if self._in_view(widget).height() >= enough:
                return
            before = bar.value()
            down = widget.mapTo(content, widget.rect().center()).y() > (
                visible_part(page).center().y()
            )
            self.tap(page.down_button if down else page.up_button)
            assert bar.value() != before, f"{widget.objectName()} cannot be scrolled into view"
        raise AssertionError("the page has no end")

    # ---- the keyboard on the screen ------------------------------------------------------

    def types(self, name: str, text: str) -> None:
        """Touches a field, then a key for each sign, then Done; or the digits of its own keys."""
        question_id = name.rpartition(".")[0]
        if self.sees(f"{question_id}.remove"):
            for digit in filter(str.isdecimal, text):
                self.tap(f"{question_id}.digit.{digit}")
            return
        self._opens_keyboard(name)
        for sign in text:
            before = self._text(name)
            self._types_sign(sign)
            assert self._text(name) != before, f"{name}: {sign!r} is not taken after {before!r}"
        self._key(Action.DONE)
        assert not self.sees("keyboard")

    def empties(self, name: str) -> None:
        """Touches a field, goes to its end, and deletes sign by sign."""
        question_id = name.rpartition(".")[0]
        if self.sees(f"{question_id}.remove"):
            while self._text(name):
                self.tap(f"{question_id}.remove")
            return
        self._opens_keyboard(name)
        editor = self.find(name)
        assert isinstance(editor, QLineEdit)
        while editor.cursorPosition() < len(editor.text()):
            self._key(Action.RIGHT)
        while text := self._text(name):
            self._key(Action.DELETE)
            assert self._text(name) == text[:-1]
        self._key(Action.DONE)

    def _text(self, name: str) -> str:
        # Found again each time: an answer can rebuild its page.
        editor = self.find(name)
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def _opens_keyboard(self, name: str) -> None:
        self.tap(name)
        self.wait(lambda: self.sees("keyboard"))
        come = time.monotonic()
        self.wait(lambda: time.monotonic() - come >= _PACE_S)

    def _types_sign(self, sign: str) -> None:
        if sign in " \n":
            self._key(Action.SPACE if sign == " " else Action.ENTER)
            return
        for page in (None, *_PAGES):
            if page is not None:
                if self._action(page) is None:
                    continue
                self._key(page)
            for _ in range(_MOST_SHIFTS):
                if self._sign(sign) is None and self._sign(sign.swapcase()) is not None:
                    self._key(Action.SHIFT)
            key = self._sign(sign)
            if key is not None:
                self.tap(key)
                return
        raise AssertionError(f"the keyboard has no {sign!r}")

    def _key(self, action: Action) -> None:
        key = self._action(action)
        assert key is not None, action
        self.tap(key)

    def _keys(self) -> list[Key]:
        return [key for key in self.shell.findChildren(Key) if key.isVisible()]

    def _action(self, action: Action) -> Key | None:
        return next((key for key in self._keys() if key.spec.action is action), None)

    def _sign(self, sign: str) -> Key | None:
        return next((key for key in self._keys() if key.sign == sign), None)

    # ---- paper -------------------------------------------------------------------------

    def prints(self) -> None:
        """Goes on to the print page, touches the button that prints, and that all is there."""
        self.go_on_to("print")
        self.tap("next")
        self.wait(lambda: self._outcome() is Outcome.PRINTED)
        self.wait(lambda: self.sees("print.again"))
        self.tap("next")
        self.wait(lambda: self.place != "print")

    def _outcome(self) -> Outcome | None:
        printing = self.shell.context.papers.printing
        return printing.progress.outcome if printing else None


def wait(condition: Callable[[], bool]) -> None:
    """Waits until a condition holds."""
    end = time.monotonic() + 20
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)


def main(folder: Path, name: str) -> None:
    """One journey; ``name``: a story, its language, the screen (1280x1024/19), the text size."""
    from tests.journeys.people import STORIES

    story, language, screen, text = name.split("|")
    pixels, _, inches = screen.partition("/")
    width, height = (int(number) for number in pixels.split("x"))
    kiosk = make_kiosk(
        folder,
        wait,
        size=(width, height),
        inches=float(inches),
        printer=TrayPrinter(folder),
        full_screen=True,
    )
    wait(kiosk.shell.isActiveWindow)
    assert kiosk.shell.geometry() == QRect(0, 0, width, height)
    person = FingerPerson(kiosk)
    begun = time.monotonic()
    person.start(language)
    if text != "normal":
        person.sizes(text)
    STORIES[story].walk(person)
    person.prints()
    person.erases()
    assert not kiosk.answers
    assert (person.keys, person.arrivals.keys) == (0, 0)
    print(
        f"{person.taps} taps, {person.typed} of them on the keyboard; {len(person.places)} "
        f"screens; {time.monotonic() - begun:.0f} s; shortest between two taps "
        f"{person.shortest * 1000:.0f} ms; smallest target {person.smallest:.1f} mm"
    )
    sys.stdout.flush()
