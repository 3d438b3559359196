"""A person at the kiosk: touches the real window with a finger, and types where there is a field.

Nothing here calls the program: what is not in view is scrolled into view with the page's own
buttons, and a tap lands on what stands at that point of the window, whatever it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.guide.model import Papers, Question
from pdkiosk.interview.answers import Value
from pdkiosk.interview.flow import Step
from pdkiosk.language import formats
from pdkiosk.printing.outcome import Outcome
from pdkiosk.ui import wording
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.screens.papers import STOP
from pdkiosk.ui.widgets import BigButton, PageScroll, TapButton
from pdkiosk.ui.widgets.date_pickers import DatePickers
from pdkiosk.ui.widgets.part_button import PartButton
from pdkiosk.ui.window.shell import Shell
from pdkiosk.ui.window.tools import is_aside
from tests.widgets.fakes import Clock, visible_part

Wait = Callable[[Callable[[], bool]], None]
"""Waits until a condition holds; fails when it does not for long."""

_FAR = 400  # more taps than any way through the guide takes
_PATIENCE = 4  # touches that are ignored before somebody gives up
# Pages that one may pass without a word: nothing is held back there, checked or composed.
_PASSED = frozenset({"info", "questions", "follow", "papers", "cards"})


class Person:
    """Works the window. ``taps`` and ``places`` count what they did and saw.

    ``walks``: touches Next on every page on the way to another. Others, who are in a hurry, come
    at once to the page before the one that they want, over pages alone that hold nobody back;
    what they do where they stop is the same.
    """

    def __init__(
        self,
        shell: Shell,
        clock: Clock,
        finger: QPointingDevice,
        wait: Wait,
        *,
        walks: bool = True,
    ) -> None:
        self.shell = shell
        self.walks = walks
        self.taps = 0
        self.keys = 0
        self.places: list[str] = [shell.place]
        self._clock = clock
        self._finger = finger
        self.wait = wait
        shell.shown.connect(self.places.append)

    # ---- looking ---------------------------------------------------------------------

    @property
    def place(self) -> str:
        """What is on the screen: a tool, a step, or "start"."""
        return self.shell.place

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return next(s for s in self.shell.course().steps if s.id == self.shell.step_id)

    @property
    def languages(self) -> tuple[str, str]:
        """The languages on the screen, the second "" when there is one alone."""
        return self.shell.context.preferences.first, self.shell.context.preferences.second

    @property
    def answers(self) -> Mapping[str, Value]:
        """All that was answered so far."""
        return self.shell.context.interview.answers.values

    def sees(self, name: str) -> bool:
        """Whether something of this name is on the screen, in view or to be scrolled to."""
        return any(True for _ in self._named(name))

    def find(self, name: str, nth: int = 0) -> QWidget:
        """The ``nth`` thing of this name on the screen."""
        found = list(self._named(name))
        assert len(found) > nth, f"no {name} at {self.place}"
        return found[nth]

    def _named(self, name: str) -> Iterator[QWidget]:
        found = [w for w in self.shell.findChildren(QWidget, name) if w.isVisible()]
        # A sheet over the page has a button that goes on, too; then that of the page rests.
        return iter(sorted(found, key=lambda widget: not widget.isEnabled()))

    def words(self) -> list[str]:
        """What a screen reader could say of this screen: every name and description, in order."""
        found = []
        for widget in self.shell.findChildren(QWidget):
            if widget.isVisible():
                found += [widget.accessibleName(), widget.accessibleDescription()]
        return [text for text in found if text]

    def reads(self, text: str) -> bool:
        """Whether these words are on the screen."""
        return any(text in words for words in self.words())

    def is_chosen(self, name: str) -> bool:
        """Whether a card is marked."""
        card = self.find(name)
        assert isinstance(card, QAbstractButton)
        return card.isChecked()

    # ---- touching --------------------------------------------------------------------

    def tap(self, thing: str | QWidget, nth: int = 0) -> None:
        """Touches the middle of a widget, after scrolling it into view."""
        QApplication.processEvents()  # the page that came last has been painted
        widget = self.find(thing, nth) if isinstance(thing, str) else thing
        self._bring_into_view(widget)
        self.touch(self._middle(widget), widget)

    def touch(self, point: QPoint, expected: QWidget) -> None:
        """Puts a finger down at a point of the window, which must be on ``expected``."""
        hit = self.shell.childAt(point)
        assert hit is not None and (hit is expected or expected.isAncestorOf(hit)), (
            f"at {self.place} the finger for {expected.objectName() or expected} "
            f"lands on {hit.objectName() or hit if hit else 'nothing'}"
        )
        self._clock.time += 2.0  # nobody taps twice within the moment that buttons rest
        window = self.shell.windowHandle()
        QTest.touchEvent(window, self._finger).press(0, point, window).commit()
        QTest.touchEvent(window, self._finger).release(0, point, window).commit()
        self.taps += 1
        self.settle()

    def settle(self) -> None:
        """Lets the window come to rest."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _middle(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.shell, widget.rect().center())

    def _bring_into_view(self, widget: QWidget) -> None:
        page = next((p for p in self.shell.findChildren(PageScroll) if p.isVisible()), None)
        if page is None:
            return
        content = page.content()
        if content is None or not content.isAncestorOf(widget):
            return
        bar = page.area.verticalScrollBar()
        ignored = 0
        for _ in range(_FAR):
            view = page.area.viewport()
            seen = QRect(view.mapTo(self.shell, QPoint(0, 0)), view.size())
            y = self._middle(widget).y()
            if seen.top() <= y <= seen.bottom():
                return
            before = bar.value()
            button = page.up_button if y < seen.top() else page.down_button
            self.touch(self._middle(button), button)
            # On a busy machine the moment in which a new page takes no touch can come late.
            ignored = ignored + 1 if bar.value() == before else 0
            assert ignored < _PATIENCE, f"{widget.objectName()} cannot be scrolled into view"
        raise AssertionError("the page has no end")

    # ---- going on and back -----------------------------------------------------------

    def next(self) -> None:
        """The primary button; something else must come. On the print page it prints first."""
        if self.place == "print":
            self.prints()
        before = len(self.places)
        for _ in range(_FAR):
            read_on = self.shell.frame.reads_on
            self.tap("next")  # leads down the page until its end was seen: the keys may do that
            if len(self.places) > before or not read_on:
                break
        self.wait(lambda: len(self.places) > before)

    def back(self) -> None:
        """The Back button; something else must come."""
        before = len(self.places)
        self.tap("back")
        self.wait(lambda: len(self.places) > before)

    def start(self, language: str) -> None:
        """Chooses the language on the start screen."""
        assert self.place == "start"
        self.tap(f"language.{language}")
        self.wait(lambda: self.place != "start")

    def go_on_to(self, place: str) -> None:
        """Next, and Next again, until a step is on the screen."""
        self._go(self.next, lambda: self.place == place, place, lambda step: step.id == place)

    def go_back_to(self, place: str) -> None:
        """Back, and Back again, until a step is on the screen."""
        self._go(self.back, lambda: self.place == place, place)

    def _go(
        self,
        move: Callable[[], None],
        there: Callable[[], bool],
        name: str,
        wanted: Callable[[Step], bool] | None = None,
    ) -> None:
        for _ in range(_FAR):
            if there():
                return
            move()
            if wanted is not None and not self.walks and not there():
                self.leaps(wanted)
        raise AssertionError(f"{name} never comes; now at {self.place}")

    def leaps(self, wanted: Callable[[Step], bool]) -> None:
        """To the page before the wanted one, or to the first that may hold somebody back."""
        steps = self.shell.course().steps
        here = next((n for n, step in enumerate(steps) if step.id == self.place), None)
        if here is None:
            return  # a tool lies over the page
        for n in range(here, len(steps) - 1):
            step = steps[n]
            held = any(q.gate and q.id not in self.answers for q in step.questions)
            if held or step.page.kind not in _PASSED or wanted(steps[n + 1]):
                if n > here:
                    self.shell.navigator.go_to(step.id)
                    self.settle()
                return

    def go_on_to_question(self, question_id: str) -> None:
        """Next until a question is asked; Back, where it lies behind."""
        steps = self.shell.course().steps
        here = next((n for n, step in enumerate(steps) if step.id == self.place), 0)
        if any(q.id == question_id for step in steps[:here] for q in step.questions):
            self.go_back_to_question(question_id)
            return
        self._go(
            self.next,
            lambda: self.asks(question_id) is not None,
            question_id,
            lambda step: any(question.id == question_id for question in step.questions),
        )

    def go_back_to_question(self, question_id: str) -> None:
        """Back until a question is asked."""
        self._go(self.back, lambda: self.asks(question_id) is not None, question_id)

    def asks(self, question_id: str) -> Question | None:
        """The question, when it is on the screen."""
        if self.place == "start" or self.place != self.shell.step_id:
            return None
        return next((q for q in self.step.questions if q.id == question_id), None)

    # ---- answering -------------------------------------------------------------------

    def touches(self, question_id: str, *options: str) -> None:
        """Goes on to a question and touches these of its cards."""
        self.go_on_to_question(question_id)
        if isinstance(self.asks(question_id), Papers):
            order = [paper.id for paper in self.shell.context.guide.paper]
            options = tuple(sorted(options, key=lambda o: order.index(o.partition(".")[0])))
        for option in options:
            while not self.sees(f"{question_id}.{option}") and self.asks(question_id):
                self.next()  # a long list of papers takes several screens
            self.tap(f"{question_id}.{option}")

    def writes(self, question_id: str, text: str) -> None:
        """Goes on to a question and types."""
        self.go_on_to_question(question_id)
        self.types(f"{question_id}.text", text)

    def dates(self, question_id: str, year: int, month: int = 0, day: int = 0) -> None:
        """Goes on to a question and picks a date, as much of it as is given."""
        self.go_on_to_question(question_id)
        self.picks_date(question_id, year, month, day)

    def counts(self, question_id: str, number: int) -> None:
        """Goes on to a question and touches a number."""
        self.go_on_to_question(question_id)
        self.steps_to(question_id, number)

    def steps_to(self, question_id: str, number: int) -> None:
        """Touches the key of the number, or its digits."""
        own = f"{question_id}.{number}"
        if self.sees(own):
            if not self.is_chosen(own):
                self.tap(own)
            return
        if self.sees(f"{question_id}.more") and not self.sees(f"{question_id}.number"):
            self.tap(f"{question_id}.more")
        editor = self.find(f"{question_id}.number")
        assert isinstance(editor, QLineEdit)
        if editor.text():
            self.tap(editor)  # what is typed next takes its place
        for digit in str(number):
            self.tap(f"{question_id}.digit.{digit}")
        editor = self.find(f"{question_id}.number")
        assert isinstance(editor, QLineEdit) and editor.text() == str(number)

    def picks_date(self, question_id: str, year: int, month: int = 0, day: int = 0) -> None:
        """Year, month and day from the grids of buttons; "I do not know" for what is 0."""
        field = self.find(f"{question_id}.date")
        assert isinstance(field, DatePickers)
        if not field.is_open():
            self.tap(field.findChildren(PartButton)[0])
        if not _offers(field, str(year)):
            self.tap(_option(field, self.shell.context.pair(wording.OTHER_YEARS).spoken().__eq__))
            self.tap(_option(field, lambda name: _in_decade(name, year)))
        self.tap(_option(field, str(year).__eq__))
        preferences = self.shell.context.preferences
        unknown = self.shell.context.pair(wording.UNKNOWN).spoken()
        parts = field.findChildren(PartButton)
        if len(parts) == 1:  # on the short way
            assert not month and not day, "only the year is asked"
            return
        for part, number in enumerate((month, day), 1):
            if not number and part == 2:
                return
            self.tap(parts[part])
            if not number:
                self.tap(_option(field, unknown.__eq__))
            elif part == 1:
                self.tap(_option(field, _starts(formats.format_month(number, preferences.first))))
            else:
                self.tap(_option(field, str(number).__eq__))

    def types(self, name: str, text: str) -> None:
        """Touches a field and types into whatever then has the focus."""
        self.tap(name)
        self.wait(lambda: self.find(name).hasFocus())
        for character in text:
            key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(_focused(), event)
            self.keys += 1
        self.settle()

    def enters(self, name: str, text: str) -> None:
        """Touches a field and gives it a text at once, as an on-screen keyboard can."""
        self.tap(name)
        self.wait(self.find(name).hasFocus)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(_focused(), event)
        self.settle()

    def empties(self, name: str) -> None:
        """Touches a field and deletes what stands there."""
        self.tap(name)
        editor = self.find(name)
        self.wait(editor.hasFocus)
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(_focused(), event)
        self.settle()

    def leads_on(self) -> bool:
        """Whether a card has a second page."""
        screen = self.shell.frame.screen
        return isinstance(screen, CardScreen) and screen.goes_on

    @contextmanager
    def adding(self, group: str, kind: str) -> Iterator[None]:
        """Adds somebody, or something on record; inside, the details are answered."""
        self.go_on_to_question(group)
        self.tap(f"{group}.add.{kind}")
        self.wait(lambda: self.place.startswith("card:"))
        yield
        while self.place.startswith("card:"):
            self.next()

    @contextmanager
    def opening(self, thing: str) -> Iterator[None]:
        """Opens a tool, a card or a word's meaning; afterwards goes back to what was there."""
        here = self.place
        self.tap(thing)
        self.wait(lambda: self.place != here)
        yield
        tools = self.shell.context.history.tools
        # Of two pages to look at, the main button leads past both.
        two = len(tools) > 1 and all(map(is_aside, tools[-2:]))
        (self.back if two else self.next)()
        assert self.place == here

    @contextmanager
    def changing(self, row: str, nth: int = 0) -> Iterator[None]:
        """Touches a row of the check page or a sentence of the letter; comes back to it."""
        here = self.place
        self.tap(row, nth)
        self.wait(lambda: self.place != here)
        yield
        self.next()
        assert self.place == here
        assert self.in_view(row), f"{row} is not in view after the change"

    def in_view(self, name: str) -> bool:
        """Whether the beginning of something is within the part of the page in view."""
        page = next(p for p in self.shell.findChildren(PageScroll) if p.isVisible())
        content = page.content()
        assert content is not None
        places = [w.mapTo(content, QPoint(1, 1)) for w in self._named(name)]
        return any(visible_part(page).contains(place) for place in places)

    # ---- looks and paper -------------------------------------------------------------

    def looks_at(self, first: str, second: str = "") -> None:
        """Changes the languages on the screen, wherever one is."""
        with self.opening("tool.help"), self.opening("tool.language"):
            self.tap(f"languages.{first}+{second}")

    def sizes(self, size: str) -> None:
        """Changes the text size, wherever one is."""
        with self.opening("tool.look"):
            self.tap(f"size.{size}")

    def prints(self) -> None:
        """Goes on to the print page and prints all that is ticked, if it is not printed yet."""
        self.go_on_to("print")
        if not self._all_is_saved():
            self.tap("next")
            self.wait(lambda: self._all_is_saved() and not self.stops_printing)

    @property
    def stops_printing(self) -> bool:
        """Whether pages are coming out: then the primary button stops them."""
        screen = self.shell.frame.screen
        return screen is not None and screen.primary is STOP

    def _all_is_saved(self) -> bool:
        printing = self.shell.context.papers.printing
        return printing is not None and printing.progress.outcome is Outcome.SAVED

    def erases(self) -> None:
        """Erase, and yes; on the last page one touch is enough."""
        if self.sees("erase.finish"):
            self.tap("erase.finish")
        else:
            self.tap("erase")
            self.tap("erase.yes")
        self.wait(lambda: self.place == "start")


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _option(field: QWidget, fits: Callable[[str], bool]) -> TapButton:
    """The first button of an open grid whose words fit."""
    buttons = [b for b in field.findChildren(BigButton) if b.isVisible()]
    found = [button for button in buttons if fits(button.accessibleName())]
    assert found, [button.accessibleName() for button in buttons]
    return found[0]


def _offers(field: QWidget, words: str) -> bool:
    """Whether an open grid has a button with these words."""
    buttons = [b for b in field.findChildren(BigButton) if b.isVisible()]
    return any(button.accessibleName() == words for button in buttons)


def _starts(beginning: str) -> Callable[[str], bool]:
    return lambda words: words.startswith(beginning)


def _in_decade(name: str, year: int) -> bool:
    first, dash, last = name.partition(" – ")
    return bool(dash) and int(first) <= year <= int(last)
