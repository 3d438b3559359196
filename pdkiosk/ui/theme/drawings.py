"""Renders the pictures of ``resources/drawings`` in the colors of a theme, each once."""

from __future__ import annotations

import re

import msgspec
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pdkiosk import resources
from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS

_NAME = re.compile(r"[a-z0-9-]+")
_COLOR = re.compile(rb"#[0-9A-F]{6}")
_BLANK = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>"


class DrawingCache:
    """The drawings as pixmaps that fit into a box, cached."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def size(self, name: str, theme: str, within: QSize) -> QSize:
        """The size of a drawing that fits into a box (logical pixels), keeping its proportions."""
        return (
            self._renderer(name, theme)
            .defaultSize()
            .scaled(within, Qt.AspectRatioMode.KeepAspectRatio)
        )

    def pixmap(self, name: str, theme: str, size: QSize, device_ratio: float = 1.0) -> QPixmap:
        """The drawing ``name`` in the colors of a theme, of a size in logical pixels.

        Raises ValueError for an unknown name. Empty if its file is missing: a picture is no reason
        to lose anyone's answers.
        """
        key = (name, theme, size.width(), size.height(), device_ratio)
        found = self._pixmaps.get(key)
        if found is None:
            pixmap = QPixmap(size * device_ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self._renderer(name, theme).render(painter, QRectF(pixmap.rect()))
            painter.end()
            pixmap.setDevicePixelRatio(device_ratio)
            found = self._pixmaps[key] = pixmap
        return found

    def _renderer(self, name: str, theme: str) -> QSvgRenderer:
        key = (name, theme)
        found = self._renderers.get(key)
        if found is None:
            found = self._renderers[key] = QSvgRenderer(QByteArray(in_colors(name, theme)))
        return found


def in_colors(name: str, theme: str) -> bytes:
    """The SVG text of a drawing in the colors of the theme of that name."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a drawing: {name!r}")
    try:
        svg = resources.read(f"drawings/{name}.svg")
    except OSError:
        return _BLANK
    drawn_in, wanted = (msgspec.structs.astuple(DRAWING_COLORS[of]) for of in ("paper", theme))
    colors = {old.encode(): new.encode() for old, new in zip(drawn_in, wanted, strict=True)}
    return _COLOR.sub(lambda match: colors[match[0]], svg)
