"""Covers over a page: in whatever order they come and go, only the top one can be reached."""

from __future__ import annotations

from itertools import permutations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.ui.widgets.cover import Level, arrange, cover, uncover


def _reachable(window: QWidget) -> list[str]:
    return [
        child.objectName()
        for child in window.children()
        if isinstance(child, QWidget) and child.isEnabled()
    ]


def _laid(window: QWidget, level: Level) -> QWidget:
    widget = QWidget(window)
    widget.setObjectName(level.name)
    cover(window, widget, level)
    return widget


@pytest.mark.parametrize("coming", list(permutations(Level)))
@pytest.mark.parametrize("going", list(permutations(range(3))))
def test_only_the_uppermost_can_be_reached(
    qtbot: QtBot, coming: tuple[Level, ...], going: tuple[int, ...]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    page.setObjectName("page")
    off = QWidget(window)
    off.setEnabled(False)
    laid = []
    for level in coming:
        laid.append((level, _laid(window, level)))
        assert _reachable(window) == [max(laid)[0].name]
    # Another page is built below: what covers stays over it.
    page.setParent(None)
    page = QWidget(window)
    page.setObjectName("page")
    arrange(window)
    assert _reachable(window) == [max(laid)[0].name]
    left = dict(laid)
    for place in going:
        level = coming[place]
        uncover(window, left.pop(level))
        assert _reachable(window) == ([max(left).name] if left else ["page"])
    assert not off.isEnabled(), "what was shut before stays shut"
