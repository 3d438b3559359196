"""A window like the program's, small: a page of editors, the keyboard, a bar; and a finger."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
from pdkiosk.ui.keyboard import Keyboard, KeyLayout, load_layouts
from pdkiosk.ui.keyboard.key import Key
from pdkiosk.ui.keyboard.layout import Action
from pdkiosk.ui.keyboard.words import Words
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import BigButton, Column, PageScroll, Pair
from pdkiosk.ui.widgets.number_stepper import NumberStepper
from pdkiosk.ui.widgets.text_fields import TextArea, TextField
from tests.widgets.fakes import Clock

SCREENS = (
    ((1280, 1024), 19.0),
    ((1024, 768), 19.0),
    ((1366, 768), 22.0),
    ((1920, 1080), 22.0),
    ((1080, 1920), 22.0),
)


@cache
def layouts() -> dict[str, KeyLayout]:
    """The keyboards that ship."""
    return load_layouts(resources.path("keyboards"))


def signs(words: Words | None) -> set[str]:
    """Every sign that a keyboard's words have."""
    lines = words._data.decode().strip("\n").splitlines() if words is not None else []
    return set("".join(word for line in lines for word in line.split(" ")[1:]))


@cache
def _catalogs() -> Catalogs:
    return Catalogs(resources.folder("translations"))


@cache
def finger() -> QPointingDevice:
    """The touch screen."""
    return QTest.createTouchDevice()


def speaker(first: str, second: str) -> Callable[[Message], Pair]:
    """Messages in two languages, the second "" for one alone."""

    def say(message: Message) -> Pair:
        text = _catalogs().text
        return Pair(text(message, first), text(message, second) if second else "")

    return say


class Window(QWidget):
    """What the shell does with the keyboard, and nothing else."""

    def __init__(self, look: Look, clock: Clock, *, enabled: bool = True) -> None:
        super().__init__()
        self.look, self.clock = look, clock
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.keyboard = Keyboard(layouts(), self, enabled=enabled)
        self.resize(look.scale.width_px, look.scale.height_px)
        self.parts: list[QWidget] = []
        self.build()

    def build(self, first: str = "es", second: str = "en") -> None:
        """Throws the page away and makes it again, as the shell does."""
        self.column.removeWidget(self.keyboard)
        for part in self.parts:
            self.column.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()
        look = self.look
        column = Column(look)
        self.line = TextField(look, Pair("Nombre", "Name"), max_length=60)
        self.line.editor.setObjectName("name")
        self.area = TextArea(look, Pair("Historia", "Story"), max_length=4000)
        self.area.editor.setObjectName("story")
        self.number = NumberStepper(
            look, Pair("Edad", "Age"), less=Pair("Menos"), more=Pair("Más"), maximum=120
        )
        self.number.editor.setObjectName("age")
        self.a_number = TextField(look, Pair("Número A", "A-number"), max_length=40)
        editor = self.a_number.editor
        editor.setInputMethodHints(editor.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)
        for field in (self.line, self.area, self.number, self.a_number):
            column.add(field)
        self.page = PageScroll(look, up=Pair("Arriba", "Up"), down=Pair("Abajo", "Down"))
        self.page.set_content(column)
        self.button = BigButton(look, Pair("Siguiente", "Next"), bar=True)
        self.parts = [self.page, self.button]
        self.column.addWidget(self.page, 1)
        self.column.addWidget(self.keyboard)
        self.column.addWidget(self.button)
        self.keyboard.apply_look(look, speaker(first, second), (first, second))

    # ---- a hand ----------------------------------------------------------------------

    def middle(self, widget: QWidget) -> QPoint:
        """The middle of a widget in the window's pixels."""
        return widget.mapTo(self, widget.rect().center())

    def click(self, point: QPoint) -> None:
        """The mouse, by way of the window."""
        self.clock.forward(1)
        handle = self.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def touch(self, point: QPoint) -> None:
        """A finger, by way of the window."""
        self.clock.forward(1)
        handle = self.windowHandle()
        QTest.touchEvent(handle, finger()).press(0, point, handle).commit()
        QTest.touchEvent(handle, finger()).release(0, point, handle).commit()
        self.settle()

    def settle(self) -> None:
        """Lets the window come to rest."""
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def open_at(self, editor: QLineEdit | QPlainTextEdit) -> None:
        """Touches an editor, and the keyboard comes."""
        self.page.reveal(editor)
        self.settle()
        self.touch(editor.mapTo(self, QPoint(40, 20)))
        assert self.keyboard.is_open and editor.hasFocus()
        self.clock.forward(1)

    def key(self, wanted: str | Action) -> Key:
        """The key that types or does this, of the page that is shown."""
        for key in self.keyboard.shown_keys():
            if wanted in ((key.spec.action,) if isinstance(wanted, Action) else (key.sign,)):
                return key
        raise AssertionError(f"there is no key {wanted!r}")

    def tap(self, wanted: str | Action) -> None:
        """Touches the middle of a key."""
        self.touch(self.middle(self.key(wanted)))

    def writes(self, text: str, tap: Callable[[str | Action], None] | None = None) -> None:
        """Types a text by taps alone, as somebody who looks at the keys."""
        tap = tap or self.tap
        for sign in text:
            if sign == " ":
                tap(Action.SPACE)
            elif sign == "\n":
                tap(Action.ENTER)
            else:
                self._finds(sign, tap)
                tap(sign)

    def _finds(self, sign: str, tap: Callable[[str | Action], None]) -> None:
        """Turns to the page, and touches the key for capitals until the sign is seen."""
        pages = self.keyboard_layout.pages
        for page, rows in pages.items():
            if any(sign in (key.text, key.shifted) for row in rows for key in row):
                shown = {key.spec for key in self.keyboard.shown_keys()}
                if not any(sign in (spec.text, spec.shifted) for spec in shown if spec.text):
                    tap(Action(page))
                break
        else:
            raise AssertionError(f"no page has {sign!r}")
        for _ in range(3):
            if any(key.sign == sign for key in self.keyboard.shown_keys()):
                return
            tap(Action.SHIFT)

    @property
    def keyboard_layout(self) -> KeyLayout:
        """The keyboard whose keys are shown."""
        return self.keyboard._layout
