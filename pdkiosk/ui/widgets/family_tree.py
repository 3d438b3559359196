"""A small abstract family tree that shows which relatives are meant."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import Look

# The positions in a square of 100, with the person in the middle.
_SELF = (50, 50)
_PLACES = {
    "parent": ((34, 14), (66, 14)),
    "sibling": ((13, 50),),
    "spouse": ((87, 50),),
    "child": ((34, 86), (66, 86)),
}
_LINES = (
    ((34, 14), (66, 14)),
    ((50, 14), (50, 50)),
    ((50, 32), (13, 32), (13, 50)),
    ((50, 50), (87, 50)),
    ((50, 50), (50, 68)),
    ((34, 86), (34, 68), (66, 68), (66, 86)),
)
_RADIUS, _LINE, _BRANCH = 11.0, 4.0, 3.0
GROUPS = tuple(_PLACES)


def paint_family(
    painter: QPainter, look: Look, group: str, box: QRectF, *, mirrored: bool = False
) -> None:
    """Paints the tree into a square; those of ``group`` are filled, the person is amber."""
    colors = DRAWING_COLORS[look.theme.name]
    scale = box.width() / 100

    def at(place: tuple[float, float]) -> QPointF:
        x = 100 - place[0] if mirrored else place[0]
        return QPointF(box.x() + x * scale, box.y() + place[1] * scale)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.line), _BRANCH * scale))
    for line in _LINES:
        painter.drawPolyline(QPolygonF([at(place) for place in line]))
    painter.setPen(QPen(QColor(colors.ink), _LINE * scale))
    painter.setBrush(QColor(colors.amber))
    painter.drawEllipse(at(_SELF), _RADIUS * scale, _RADIUS * scale)
    for name, places in _PLACES.items():
        painter.setBrush(QColor(colors.petrol if name == group else colors.paper))
        for place in places:
            painter.drawEllipse(at(place), _RADIUS * scale, _RADIUS * scale)
