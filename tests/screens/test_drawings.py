"""The drawings: each has words, is drawn in twelve colors, and can be seen in every theme."""

from __future__ import annotations

import re

import msgspec
import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from pdkiosk import resources
from pdkiosk.guide.drawings import DRAWINGS, SAYS_MORE
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS, DrawingColors
from pdkiosk.ui.theme.drawings import DrawingCache, in_colors
from pdkiosk.ui.theme.look import THEMES, Theme
from tests.contrast import contrast

NAMES = sorted(path.stem for path in resources.path("drawings").glob("*.svg"))
PLAIN = {"svg", "g", "path", "rect", "circle", "text"}
"""All that the files may consist of: no filter, mask, gradient, clip or style sheet."""


def test_each_drawing_has_a_name_in_each_language() -> None:
    assert sorted(DRAWINGS) == NAMES
    assert set(DRAWINGS) >= SAYS_MORE
    catalogs = Catalogs(resources.folder("translations"))
    for drawing in DRAWINGS.values():
        said = [catalogs.text(drawing, language) for language in ("en", "es")]
        assert said[0] != said[1] and all(said)


def test_no_two_drawings_are_called_the_same() -> None:
    assert len({drawing.text for drawing in DRAWINGS.values()}) == len(DRAWINGS)


@pytest.mark.parametrize("name", NAMES)
def test_drawings_are_plain_and_of_the_twelve_colors(name: str) -> None:
    svg = resources.read(f"drawings/{name}.svg").decode()
    assert set(re.findall(r"<([a-zA-Z]+)", svg)) <= PLAIN
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}", svg)) <= {*_twelve("paper")}
    assert set(re.findall(r'font-family="([^"]*)"', svg)) <= {"Atkinson Hyperlegible Next"}
    assert not re.search(r'(fill|stroke)="(?!none|#)', svg)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_drawing_is_cut_off(qapp: object, name: str) -> None:
    """Drawn with room around it, nothing stands in that room."""
    renderer = QSvgRenderer(QByteArray(resources.read(f"drawings/{name}.svg")))
    room, box = 10, renderer.viewBoxF()
    renderer.setViewBox(box.adjusted(-room, -room, room, room))
    size = renderer.viewBoxF().size().toSize()
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    inside = QRect(QPoint(room, room), box.size().toSize())
    outside = [
        (x, y)
        for x in range(size.width())
        for y in range(size.height())
        if not inside.contains(x, y) and image.pixelColor(x, y).alpha() > 64
    ]
    assert not outside


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_drawn_in_the_colors_of_the_theme(qapp: object, name: str, theme: str) -> None:
    svg = in_colors(name, theme)
    assert QSvgRenderer(QByteArray(svg)).isValid()
    assert set(re.findall(r"#[0-9A-F]{6}", svg.decode())) <= {*_twelve(theme)}
    cache = DrawingCache()
    size = cache.size(name, theme, QSize(200, 160))
    assert size.width() == 200 or size.height() == 160
    image = cache.pixmap(name, theme, size).toImage()
    seen = {image.pixel(x, y) for x in range(0, size.width(), 2) for y in range(size.height())}
    drawn = {match.decode() for match in re.findall(rb"#[0-9A-F]{6}", svg)}
    assert seen & {QColor(color).rgba() for color in drawn}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_drawn_can_be_seen(theme: Theme) -> None:
    c = DRAWING_COLORS[theme.name]
    written = [(c.ink, c.paper), (c.ink, c.amber_tint), (c.petrol, c.paper), (c.paper, c.green)]
    for words, ground in written:
        assert contrast(words, ground) >= 7, (words, ground)
    for ground in (c.tint, c.amber_tint, c.green_tint, c.red_tint, c.sand):
        assert contrast(c.ink, ground) >= 4.5, ground
    # What is told by its color is told by its shape, too; but it has to be seen.
    for shape in (c.ink, c.petrol, c.green, c.red):
        assert contrast(shape, c.paper) >= 4.5, shape
    assert contrast(c.ink, c.amber) >= 4.5
    grounds = (theme.paper, theme.surface, theme.chosen, theme.pressed, theme.done.back)
    for ground in (*grounds, theme.stop.back):
        assert contrast(c.ink, ground) >= 7, ground
        assert contrast(c.red, ground) >= 3, ground


def test_the_twelve_are_twelve() -> None:
    assert set(DRAWING_COLORS) == {theme.name for theme in THEMES}
    for theme in THEMES:
        assert len(set(_twelve(theme.name))) == len(DrawingColors.__struct_fields__) == 12


def _twelve(theme: str) -> tuple[str, ...]:
    found: tuple[str, ...] = msgspec.structs.astuple(DRAWING_COLORS[theme])
    return found
