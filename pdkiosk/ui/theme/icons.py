"""Renders the line icons in the requested color, each once."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pdkiosk import resources

_NAME = re.compile(r"[a-z0-9-]+")


class IconCache:
    """The icons of ``resources/icons`` as pixmaps of one color and size, cached."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: str, size_px: int, device_ratio: float = 1.0) -> QPixmap:
        """The icon ``name``, ``size_px`` logical pixels square, drawn in ``color`` ("#RRGGBB").

        Raises ValueError for an unknown name. Empty if its file is missing: every icon has words
        beside it, and a picture is no reason to lose anyone's answers.
        """
        key = (name, color, size_px, device_ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = _draw(name, color, size_px, device_ratio)
        return found


def _draw(name: str, color: str, size_px: int, device_ratio: float) -> QPixmap:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of an icon: {name!r}")
    try:
        svg = resources.read(f"icons/{name}.svg")
    except OSError:
        svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    svg = svg.replace(b"currentColor", color.encode("ascii"))
    renderer = QSvgRenderer(QByteArray(svg))
    side = round(size_px * device_ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap
