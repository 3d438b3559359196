"""Where the keyboard is, when it comes and goes, and how large its keys are."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pdkiosk.ui.keyboard import key as key_module
from pdkiosk.ui.keyboard.geometry import Measures, place
from pdkiosk.ui.keyboard.key import Fonts
from pdkiosk.ui.keyboard.layout import Action
from pdkiosk.ui.keyboard.pad import ground
from pdkiosk.ui.keyboard.wording import faces
from pdkiosk.ui.theme.look import THEMES, Scale, TextSize, Theme
from tests.contrast import contrast
from tests.keyboard.conftest import MakeWindow
from tests.keyboard.window import SCREENS, Window, layouts, speaker

LEAST_MM, GAP_MM = 12.7, 2.54


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("text", list(TextSize))
@pytest.mark.parametrize(("size", "diagonal"), [*SCREENS, ((1024, 768), 15.0)])
def test_every_key_is_large_enough_and_apart(
    make_window: MakeWindow, size: tuple[int, int], diagonal: float, text: TextSize, language: str
) -> None:
    window = make_window(size=size, diagonal=diagonal, text=text, first=language)
    mm = window.look.scale.px_per_mm
    for editor in (window.line.editor, window.area.editor, window.number.editor):
        window.open_at(editor)
        keyboard = window.keyboard
        assert keyboard.height() < 0.45 * window.height()
        pages: list[Action | None] = [None]
        if editor is not window.number.editor:
            pages += [Action(page) for page in list(layouts()[language].pages)[1:]]
        height = keyboard.height()
        for page in pages:
            if page is not None:
                window.tap(page)
            rects = [key.geometry() for key in keyboard.shown_keys()]
            for i, rect in enumerate(rects):
                assert keyboard.rect().adjusted(1, 1, -1, -1).contains(rect)
                assert min(rect.width(), rect.height()) >= LEAST_MM * mm
                for other in rects[:i]:
                    across = max(other.left() - rect.right(), rect.left() - other.right()) - 1
                    down = max(other.top() - rect.bottom(), rect.top() - other.bottom()) - 1
                    assert max(across, down) >= GAP_MM * mm - 0.5
            assert keyboard.height() == height  # it does not jump


class Drawn(QPainter):
    """Keeps where each text and picture was painted: what, from where, to where, pixels."""

    seen: ClassVar[list[tuple[str, float, float]]] = []

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        width = QFontMetricsF(self.font()).horizontalAdvance(text)
        self.seen.append((text, at.x(), at.x() + width))
        super().drawText(at, text)

    def drawPixmap(self, x: int, y: int, picture: QPixmap) -> None:  # type: ignore[override]
        self.seen.append(("icon", x, x + picture.width()))
        super().drawPixmap(x, y, picture)


# Two languages need the most room; one alone is looked at where letters are largest.
@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        *(("es", "en", text) for text in TextSize),
        ("en", "", TextSize.LARGEST),
        ("es", "", TextSize.LARGEST),
    ],
)
@pytest.mark.parametrize(("size", "diagonal"), [*SCREENS, ((1024, 768), 15.0)])
def test_every_key_that_does_something_shows_its_icon_and_its_words(
    make_window: MakeWindow,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    diagonal: float,
    text: TextSize,
    first: str,
    second: str,
) -> None:
    window = make_window(size=size, diagonal=diagonal, text=text, first=first, second=second)
    found = faces(layouts().values(), speaker(first, second))
    monkeypatch.setattr(key_module, "QPainter", Drawn)
    for editor in (window.area.editor, window.line.editor, window.number.editor):
        window.open_at(editor)
        for key in window.keyboard.shown_keys():
            if key.spec.action is None:
                continue
            face = found[key.spec.action]
            Drawn.seen.clear()
            key.grab()
            words = [what for what, _, _ in Drawn.seen]
            assert ("icon" in words) is bool(face.icon), key.spec.action
            assert not face.label.first or face.label.first in words, key.spec.action
            places = sorted((start, end) for what, start, end in Drawn.seen if what == "icon")
            places += [(start, end) for what, start, end in Drawn.seen if what != "icon"]
            assert all(start >= 0 and end <= key.width() for start, end in places)
            if face.icon:
                assert all(places[0][1] <= start for start, _ in places[1:]), key.spec.action


@pytest.mark.parametrize("diagonal", [5.0, 7.0, 10.1, 12.0])
@pytest.mark.parametrize("language", layouts())
def test_on_a_narrow_screen_the_keys_stay_large(language: str, diagonal: float) -> None:
    scale = Scale(1080, 1920, diagonal)
    layout = layouts()[language]
    for rows in layout.pages.values():
        measures = Measures.of(scale, 16, layout, len(rows))
        placed = place(rows, layout.columns, 1080, measures)
        wanted = [key for row in rows for key in row if not key.blank]
        assert [each.key for each in placed] == wanted
        for i, each in enumerate(placed):
            assert QRect(0, 0, 1080, 99999).contains(each.rect)
            assert min(each.rect.width(), each.rect.height()) >= LEAST_MM * scale.px_per_mm
            grown = each.rect.adjusted(-measures.gap + 1, 1 - measures.gap, measures.gap - 1, -1)
            assert not any(grown.intersects(other.rect) for other in placed[:i])


# ---- coming and going ----------------------------------------------------------------------


def test_it_is_not_there_before(window: Window) -> None:
    assert not window.keyboard.is_open and not window.keyboard.isVisible()
    assert not window.keyboard.shown_keys()


def test_it_pushes_the_page_up_and_the_field_stays_in_sight(make_window: MakeWindow) -> None:
    window = make_window(size=(1024, 768), text=TextSize.LARGEST)
    before = window.page.height()
    for editor in (window.area.editor, window.a_number.editor, window.line.editor):
        window.open_at(editor)
        window.settle()
        keyboard = window.keyboard
        assert window.page.height() == before - keyboard.height()
        assert keyboard.geometry().top() == window.page.geometry().bottom() + 1
        assert keyboard.geometry().bottom() + 1 == window.button.geometry().top()
        if isinstance(editor, QLineEdit):
            place = QRect(editor.mapTo(window, QPoint()), editor.size())
        else:
            cursor = editor.cursorRect()
            place = QRect(editor.viewport().mapTo(window, cursor.topLeft()), cursor.size())
        assert window.page.geometry().contains(place)
        window.tap(Action.DONE)
        assert window.page.height() == before


def test_it_comes_by_mouse_too_but_not_by_tab(window: Window) -> None:
    window.line.editor.setFocus(Qt.FocusReason.TabFocusReason)
    window.settle()
    assert not window.keyboard.is_open
    QTest.keyClicks(window.line.editor, "typed")
    window.settle()
    assert window.line.editor.text() == "typed" and not window.keyboard.is_open
    window.click(window.middle(window.line.editor))
    assert window.keyboard.is_open


def test_a_click_given_to_the_editor_itself_brings_it(window: Window) -> None:
    QTest.mouseClick(window.area.editor.viewport(), Qt.MouseButton.LeftButton)
    window.settle()
    assert window.keyboard.is_open


def test_plastic_keys_go_on_while_it_is_there(window: Window) -> None:
    window.open_at(window.line.editor)
    window.writes("Ana")
    QTest.keyClicks(window.line.editor, " Ruiz")
    QTest.keyClick(window.line.editor, Qt.Key.Key_Backspace)
    assert window.line.editor.text() == "Ana Rui" and window.keyboard.is_open
    QTest.keyClick(window.line.editor, Qt.Key.Key_Tab)  # to the next editor
    window.settle()
    assert window.area.editor.hasFocus() and window.keyboard.is_open
    window.tap("B")
    assert window.area.editor.toPlainText() == "B"


def test_it_goes_when_something_else_is_touched(qtbot: QtBot, window: Window) -> None:
    window.open_at(window.line.editor)
    window.touch(window.middle(window.button))
    qtbot.waitUntil(lambda: not window.keyboard.is_open)
    window.open_at(window.line.editor)
    window.number.more_button.setFocus(Qt.FocusReason.TabFocusReason)
    window.settle()
    assert not window.keyboard.is_open


def test_nothing_moves_under_a_finger(qtbot: QtBot, window: Window) -> None:
    """The page grows only when the finger is lifted, so that what it means is still there."""
    window.open_at(window.line.editor)
    got: list[bool] = []
    window.number.more_button.activated.connect(lambda: got.append(True))
    window.page.reveal(window.number.more_button)
    window.settle()
    window.clock.forward(1)
    handle, at = window.windowHandle(), window.middle(window.number.more_button)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    qtbot.wait(120)
    assert window.keyboard.is_open and window.middle(window.number.more_button) == at
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    assert got == [True]
    qtbot.waitUntil(lambda: not window.keyboard.is_open)


def test_a_second_tap_on_the_editor_types_nothing(window: Window) -> None:
    window.touch(window.middle(window.line.editor))
    assert window.keyboard.is_open
    window.clock.time -= 1  # what touch() waits
    window.clock.forward(0.2)
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=window.middle(window.key("A")))
    assert window.line.editor.text() == ""


def test_a_facility_can_do_without(make_window: MakeWindow) -> None:
    window = make_window(enabled=False)
    window.touch(window.middle(window.line.editor))
    assert window.line.editor.hasFocus() and not window.keyboard.is_open


def test_an_editor_that_is_only_read_does_not_bring_it(window: Window) -> None:
    window.line.editor.setReadOnly(True)
    window.touch(window.middle(window.line.editor))
    assert not window.keyboard.is_open


def test_a_page_built_anew_while_somebody_types(window: Window) -> None:
    """An answer changed what the page shows: the keyboard, its page and capitals stay."""
    window.open_at(window.line.editor)
    window.tap(Action.SYMBOLS)
    went: list[bool] = []
    window.keyboard.opened.connect(went.append)

    def anew(text: str) -> None:
        window.build()
        window.line.set_text(text)
        window.line.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        window.line.changed.connect(anew)

    window.line.changed.connect(anew)
    for sign in "42@":
        window.tap(sign)
    assert window.line.editor.text() == "42@"
    assert window.keyboard.is_open and not went
    assert window.keyboard.geometry().bottom() + 1 == window.button.geometry().top()


def test_another_page_puts_it_away(window: Window) -> None:
    window.open_at(window.line.editor)
    window.tap(Action.SYMBOLS)
    window.keyboard.put_away()
    window.build("en", "")
    window.settle()
    assert not window.keyboard.is_open
    window.open_at(window.line.editor)
    assert window.key("Q").accessibleName() == "Q"  # its letters, and a capital
    assert window.key(Action.DONE).accessibleName() == "Done"


def test_it_never_takes_the_focus(window: Window) -> None:
    window.open_at(window.line.editor)
    for key in window.keyboard.shown_keys():
        assert key.focusPolicy() is Qt.FocusPolicy.NoFocus
        if key.spec.action is not Action.DONE:
            window.touch(window.middle(key))
            assert window.line.editor.hasFocus()
            if key.spec.action and key.spec.action.page:
                break


# ---- the look and the names ----------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_and_edges_stand_out(make_window: MakeWindow, theme: Theme) -> None:
    window = make_window(theme=theme)
    window.open_at(window.line.editor)
    lies_on = ground(window.look).name()
    shift = window.key(Action.SHIFT)
    states = [(key, down) for key in window.keyboard.shown_keys() for down in (False, True)]
    for key, down in states:
        key.setDown(down)
        paint = key._paint()
        assert contrast(paint.words, paint.fill) >= 7
        assert contrast(paint.edge, lies_on) >= 3
        key.setDown(False)
    for locked in (False, True):
        shift.set_shift(True, locked, "x")
        assert contrast(shift._paint().words, shift._paint().fill) >= 7
    picture = window.keyboard.grab().toImage()
    assert picture.pixelColor(3, picture.height() - 3) == QColor(lies_on)


@pytest.mark.parametrize("text", list(TextSize))
def test_letters_are_as_large_as_the_page_and_larger(
    make_window: MakeWindow, text: TextSize
) -> None:
    window = make_window(text=text)
    fonts = Fonts(window.look)
    mm = window.look.scale.px_per_mm
    assert QFontMetricsF(fonts.sign).capHeight() / mm >= text.value * 0.99
    assert QFontMetricsF(fonts.first).capHeight() / mm >= min(text.value, 5.6) * 0.99
    assert QFontMetricsF(fonts.second).capHeight() >= 0.79 * QFontMetricsF(fonts.first).capHeight()


def test_a_screen_reader_finds_each_key(window: Window) -> None:
    window.open_at(window.line.editor)
    for key in window.keyboard.shown_keys():
        interface = QAccessible.queryAccessibleInterface(key)
        assert interface is not None
        assert interface.role() is QAccessible.Role.Button or key.isCheckable()
        assert interface.text(QAccessible.Text.Name) == key.accessibleName() != ""
    assert window.key(Action.DELETE).accessibleName() == "Borrar"
    assert window.key(Action.SHIFT).isChecked()  # a capital comes by itself
    assert window.keyboard.accessibleName() == "Teclado en la pantalla"
