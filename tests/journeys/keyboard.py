"""A person who cannot touch the screen: the keyboard alone, from the language to the paper."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.ui.widgets import HeadingLabel, PageScroll, TapButton
from tests.contrast import contrast
from tests.journeys.kiosk import Kiosk, make_kiosk
from tests.journeys.person import Person
from tests.widgets.fakes import visible_part

_K = Qt.Key
_FARTHEST = 160  # stops between two things on one page: more means that the focus is caught
_EDITORS = (QLineEdit, QPlainTextEdit)


class KeyboardPerson(Person):
    """Does with Tab, arrows, Enter and Space what others do with a finger.

    ``arrows``: with the arrow keys instead of Tab. ``rings``: how many focus rings were seen.
    """

    arrows = False
    rings = 0
    _odd = False

    def tap(self, thing: str | QWidget, nth: int = 0) -> None:
        """Goes to a widget with the keyboard and presses Enter or Space in it."""
        widget = self.find(thing, nth) if isinstance(thing, str) else thing
        self._go_to_widget(widget)
        self._look_for_ring(widget)
        self.taps += 1
        if isinstance(widget, _EDITORS):
            return
        self._clock.time += 2.0  # a page that has just come rests for a moment
        self._odd = not self._odd
        self._press(_K.Key_Space if self._odd else _K.Key_Return)
        self.settle()

    def steps_to(self, question_id: str, number: int) -> None:
        """Types a number for which there are digits to touch: the keyboard has its own."""
        own = f"{question_id}.{number}"
        if self.sees(own) or not self.sees(f"{question_id}.number"):
            super().steps_to(question_id, number)
            return
        editor = self.find(f"{question_id}.number")
        assert isinstance(editor, QLineEdit)
        self.tap(editor)
        for digit in str(number):
            self._press(_K(_K.Key_0.value + int(digit)))
        assert editor.text() == str(number)

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.shell.windowHandle(), key)

    def _go_to_widget(self, widget: QWidget) -> None:
        way: list[str] = []
        for _ in range(_FARTHEST):
            focused = QApplication.focusWidget()
            way.append((focused.objectName() or type(focused).__name__) if focused else "nothing")
            if focused is widget:
                return
            self._press(self._step(focused, widget))
        raise AssertionError(
            f"at {self.place} the keyboard does not come to {widget.objectName() or widget}: "
            f"{way[:12]} … {way[-12:]}"
        )

    def _step(self, focused: QWidget | None, widget: QWidget) -> Qt.Key:
        # Of cards that exclude each other Tab comes to the chosen one, as everywhere.
        alike = focused is not None and focused.parentWidget() is widget.parentWidget()
        chosen = alike and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if focused is None or not (self.arrows or chosen):
            return _K.Key_Tab
        if chosen and (widget.y(), widget.x()) < (focused.y(), focused.x()):
            return _K.Key_Left
        return _K.Key_Right if isinstance(focused, TapButton) else _K.Key_Down

    def _look_for_ring(self, widget: QWidget) -> None:
        """The focus is in view, and a ring of 4 pixels stands out from both its neighbors."""
        place = f"{widget.objectName() or type(widget).__name__} at {self.place}"
        page = next((p for p in self.shell.findChildren(PageScroll) if p.isVisible()), None)
        if page is not None and page.area.isAncestorOf(widget):
            content = page.content()
            assert content is not None
            middle = widget.mapTo(content, QPoint(widget.width() // 2, 0)).y()
            assert visible_part(page).contains(1, middle), f"{place} is not in view"
        if isinstance(widget, TapButton):
            assert widget.ring_shown, f"{place} has no focus ring"
        out, deep = 6, 9
        corner = widget.mapTo(self.shell, QPoint(0, widget.height() // 2))
        picture = self.shell.grab().toImage()
        line = [
            QColor(picture.pixel(corner.x() + x, corner.y())).name()
            for x in range(-out, deep)
            if 0 <= corner.x() + x < picture.width()
        ]
        ring = QColor(line[out + 1]).name()
        assert line[out : out + 3].count(ring) == 3, f"{place}: {line}"
        for neighbor in (line[out - 3], line[out + 5]):
            assert contrast(ring, neighbor) >= 3.0, f"{place}: {ring} beside {neighbor}"
        self.rings += 1

    def heading_is_said(self) -> bool:
        """Whether the focus is on the heading, where a new page puts it."""
        return isinstance(QApplication.focusWidget(), HeadingLabel)


def wait(condition: Callable[[], bool]) -> None:
    """Waits until a condition holds."""
    end = time.monotonic() + 10
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)


def keyboard_person(kiosk: Kiosk, *, arrows: bool) -> KeyboardPerson:
    """Somebody at the keyboard of a kiosk."""
    person = KeyboardPerson(kiosk.shell, kiosk.clock, None, kiosk.wait)  # type: ignore[arg-type]
    person.arrows = arrows
    return person


def main(folder: Path, name: str) -> None:
    """One journey by keys; ``name``: of a story, its language and "tab" or "arrows"."""
    from tests.journeys.people import STORIES

    story, language, keys = name.split("|")
    kiosk = make_kiosk(folder, wait)
    wait(kiosk.shell.isActiveWindow)
    person = keyboard_person(kiosk, arrows=keys == "arrows")
    person.start(language)
    assert person.heading_is_said()
    STORIES[story].walk(person)
    person.prints()
    print(f"{person.taps} presses, {person.rings} rings, {len(person.places)} screens")
    person.erases()
    sys.stdout.flush()
