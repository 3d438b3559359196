"""Right to left: bars, arrows, marks, fields and the rail are on the other side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.ui.widgets import ChoiceCard, PageScroll, PathStrip, TextPair
from pdkiosk.ui.widgets.big_button import WordedButton
from pdkiosk.ui.widgets.kiosk_editors import LineEditor, TextEditor
from tests.language.pseudo import RIGHT_TO_LEFT
from tests.screens.audit import Painted
from tests.screens.stage import Setting, Stage
from tests.widgets.fakes import picture_of


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(Setting(first=RIGHT_TO_LEFT), qapp)
    yield made
    made.close()


def _at(stage: Stage, step_id: str) -> None:
    stage.shell.navigator.go_to(step_id)
    stage.settle()


def _x(stage: Stage, name: str) -> int:
    widget = stage.shell.findChild(QWidget, name)
    assert isinstance(widget, QWidget)
    return widget.mapTo(stage.shell, widget.rect().center()).x()


def test_bars_run_the_other_way(stage: Stage) -> None:
    _at(stage, "requests")
    middle = stage.shell.width() / 2
    assert _x(stage, "back") > middle > _x(stage, "next")
    assert _x(stage, "tool.hide") > _x(stage, "erase") > middle
    assert _x(stage, "tool.listen") > _x(stage, "tool.look") > _x(stage, "tool.help")
    scroll = stage.shell.findChild(PageScroll)
    assert isinstance(scroll, PageScroll)
    assert scroll.scrolls()
    assert scroll.down_button.x() < scroll.width() / 8
    first = stage.shell.findChildren(ChoiceCard)[0]
    assert first.x() > 0  # the first card of two columns stands at the right


def test_arrows_point_the_other_way(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    _at(stage, "reasons_life")
    icons: list[str] = []
    look = stage.shell.context.look
    original = look.icons.pixmap

    def pixmap(icon: str, color: str, size_px: int, device_ratio: float = 1.0) -> QPixmap:
        icons.append(icon)
        return original(icon, color, size_px, device_ratio)

    monkeypatch.setattr(look.icons, "pixmap", pixmap)
    for name, icon in (("back", "arrow-right"), ("next", "arrow-left")):
        button = stage.shell.findChild(WordedButton, name)
        assert isinstance(button, WordedButton)
        icons.clear()
        button.grab()
        assert icons == [icon]


def test_the_path_grows_from_the_right(stage: Stage) -> None:
    _at(stage, "reasons_life")
    path = stage.shell.findChild(PathStrip)
    assert isinstance(path, PathStrip)
    picture = path.grab().toImage()
    x = round(path._middle(0))  # of the first station, from the edge where reading begins
    slot = round(path._slot())
    y = round(path._pad + path._large / 2)
    primary = stage.shell.context.look.theme.primary
    assert picture.pixelColor(path.width() - x - slot // 2, y).name() == primary.lower()
    assert picture.pixelColor(x + slot // 2, y).name() != primary.lower()


def test_words_stand_at_the_right(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = Painted()
    painted.listen(monkeypatch)
    stage.shell.context.preferences.everywhere = True
    _at(stage, "keep_going")
    picture_of(stage.shell)
    looked = 0
    for label in stage.shell.findChildren(TextPair):
        painted.drawn.clear()
        label.grab()
        for drawn in painted.drawn:
            if label._block._joined():  # the two languages may stand on one line
                continue
            ends = [rect.right() for rect, _ in drawn.lines()]
            if len(ends) > 1 and label.objectName() != "hint":
                looked += 1
                assert max(ends) - min(ends) < 12, label.pair.first
    assert looked > 5


@pytest.mark.parametrize("text", ["", "012345678", "שלום", "María"])
def test_what_is_typed_begins_at_the_right(stage: Stage, text: str) -> None:
    for question, kind in (("full_name", LineEditor), ("story", TextEditor)):
        steps = stage.shell.course().steps
        _at(stage, next(s.id for s in steps if any(q.id == question for q in s.questions)))
        editor = stage.shell.findChild(kind)
        assert isinstance(editor, LineEditor | TextEditor)
        assert editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if isinstance(editor, LineEditor):
            editor.setText(text)
            editor.setCursorPosition(0)
            editor.grab()  # Qt finds the place when it paints
            x = editor.cursorRect().center().x()
        else:
            editor.setPlainText(text)
            editor.moveCursor(editor.textCursor().MoveOperation.Start)
            x = editor.viewport().mapTo(editor, QPoint(editor.cursorRect().center())).x()
        assert x > editor.width() / 2
