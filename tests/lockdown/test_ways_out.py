"""No widget of any screen has a way out: no menu, no dragging, no gesture, no link; no dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
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
    qapp.setStyleSheet("")


def test_the_program_knows_no_dialog_menu_link_or_drag() -> None:
    used = names()
    assert "Shell" in used["ui/window/run.py"] and len(used) > 100, "else nothing was looked at"
    found = {path: words & NEVER for path, words in used.items()}
    assert {path: words for path, words in found.items() if words} == {}


def _faults(widget: QWidget) -> Iterator[str]:
    policy = widget.contextMenuPolicy()
    edits = isinstance(widget, QLineEdit | QPlainTextEdit)
    if edits and policy is not Qt.ContextMenuPolicy.NoContextMenu:
        yield "has a context menu"
    if policy in (
        Qt.ContextMenuPolicy.ActionsContextMenu,
        Qt.ContextMenuPolicy.CustomContextMenu,
    ):
        yield "has a menu of its own"
    if widget.acceptDrops():
        yield "takes what is dropped on it"
    if isinstance(widget, QLineEdit) and widget.dragEnabled():
        yield "lets its words be dragged out"
    if isinstance(widget, QLabel):
        if widget.openExternalLinks():
            yield "opens links"
        if widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            yield "has words that can be selected"
    if widget.toolTip() or widget.statusTip() or widget.whatsThis():
        yield "has a tip that opens a window"
    if widget.actions():
        yield "has actions with shortcuts"


def test_no_widget_of_any_screen_leads_out(stage: Stage) -> None:
    faults: dict[str, str] = {}
    seen = 0
    for place in stage.places():
        for widget in [stage.shell, *stage.shell.findChildren(QWidget)]:
            seen += 1
            for fault in _faults(widget):
                faults.setdefault(f"{type(widget).__name__} {fault}", place)
        assert QApplication.activePopupWidget() is None
        assert QApplication.activeModalWidget() is None
    assert seen > 5000
    assert faults == {}


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
