"""No widget of any screen has a way out: no menu, no dragging, no gesture, no link; no dialog.

What no widget may have, ways.py says; tests/screens/test_screens.py looks at each screen for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QWidget,
)

from pdkiosk.ui.window.key_filter import KeyFilter
from tests.lockdown.shelves import names
from tests.screens.stage import Setting, Stage

# Classes of Qt that open a window of their own, or another program, or take a gesture.
NEVER = {
    "QFileDialog", "QDesktopServices", "QPrintDialog", "QPageSetupDialog", "QPrintPreviewDialog",
    "QMessageBox", "QInputDialog", "QColorDialog", "QFontDialog", "QDialog", "QMenu", "QMenuBar",
    "QToolTip", "QWhatsThis", "QSystemTrayIcon", "QShortcut", "QAction", "QDrag", "QMdiArea",
    "QTextBrowser", "QWebEngineView", "QDockWidget", "QComboBox", "QErrorMessage", "QWizard",
    "QPinchGesture", "QSwipeGesture", "QPanGesture", "QTapAndHoldGesture", "QSettings",
    "QTemporaryFile", "QSaveFile", "setOpenExternalLinks", "setOpenLinks", "setToolTip",
    "setShortcut", "openUrl", "startDetached", "webbrowser",
}  # fmt: skip


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(Setting(), qapp)
    yield made
    made.close()


def test_the_program_knows_no_dialog_menu_link_or_drag() -> None:
    used = names()
    assert "Shell" in used["ui/window/run.py"] and len(used) > 100, "else nothing was looked at"
    found = {path: words & NEVER for path, words in used.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_menus_and_drops_reach_no_widget(stage: Stage, qapp: QApplication) -> None:
    shell = stage.shell
    keys = KeyFilter(shell)
    qapp.installEventFilter(keys)
    data = QMimeData()
    data.setText("from outside")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    try:
        for step in stage.shell.course().steps[:40]:
            shell.navigator.go_to(step.id)
            stage.settle()
            for widget in shell.findChildren(QWidget):
                point = widget.rect().center()
                menu = QContextMenuEvent(
                    QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point)
                )
                QApplication.sendEvent(widget, menu)
                enter = QDragEnterEvent(QPoint(1, 1), copy, data, left, none)
                enter.ignore()
                QApplication.sendEvent(widget, enter)
                drop = QDropEvent(QPointF(1, 1), copy, data, left, none, QEvent.Type.Drop)
                QApplication.sendEvent(widget, drop)
                assert not enter.isAccepted()
                if isinstance(widget, QLineEdit):
                    assert "from outside" not in widget.text()
            assert QApplication.activePopupWidget() is None
            assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [shell]
    finally:
        qapp.removeEventFilter(keys)


def test_gestures_are_taken_by_the_page_alone(stage: Stage) -> None:
    # Only the area that scrolls takes a finger that moves; it can but scroll.
    areas = stage.shell.findChildren(QAbstractScrollArea)
    for widget in stage.shell.findChildren(QWidget):
        if widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
            inside = any(area is widget or area.isAncestorOf(widget) for area in areas)
            keyboard = "keyboard" in type(widget).__module__
            assert inside or keyboard, widget
