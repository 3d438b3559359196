"""The peer of a screen: a plain page of Qt's own labels and buttons with the same words."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pdkiosk.ui.reading.script import widgets_with_words
from pdkiosk.ui.widgets import TapButton
from pdkiosk.ui.widgets.spoken import own_texts

_STYLE = """
* {{ font-size: {px}px; color: #16202B; }}
QWidget {{ background: #F6EFE4; }}
QPushButton {{ background: white; border: 2px solid #0B4F6C; border-radius: 12px; padding: 12px; }}
"""


class Piece(NamedTuple):
    """The words of one widget, and whether it can be touched."""

    words: str
    touched: bool


def pieces(root: QWidget) -> list[Piece]:
    """What stands on a screen, in both languages where both are shown."""
    found = []
    for widget in widgets_with_words(root):
        if isinstance(widget, QLineEdit | QPlainTextEdit) or not widget.isVisible():
            continue
        lines = [
            text
            for said in own_texts(widget)
            for text in dict.fromkeys((said.pair.first, said.pair.second))
            if text
        ]
        if lines:
            found.append(Piece("\n".join(lines), isinstance(widget, TapButton)))
    return found


class PlainPages:
    """A window that shows one page after the other."""

    def __init__(self, application: QApplication, width: int, height: int, body_px: int) -> None:
        self._application = application
        self._stack = QStackedWidget()
        self._stack.setStyleSheet(_STYLE.format(px=body_px))
        self._stack.resize(width, height)
        self._stack.show()
        application.processEvents()

    def milliseconds(self, words: list[Piece]) -> float:
        """Until a page with these words, made from nothing, is painted."""
        start = time.perf_counter()
        page = QWidget()
        column = QVBoxLayout(page)
        for piece in words:
            if piece.touched:
                column.addWidget(QPushButton(piece.words))
            else:
                label = QLabel(piece.words)
                label.setWordWrap(True)
                column.addWidget(label)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        before = self._stack.currentWidget()
        self._stack.addWidget(area)
        self._stack.setCurrentWidget(area)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._application.processEvents()
        spent = (time.perf_counter() - start) * 1000
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return spent
