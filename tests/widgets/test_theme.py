"""The numbers of the design: contrast of all colors, millimeters, heights of capitals."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF

from pdkiosk import resources
from pdkiosk.ui.theme.look import (
    CONTRAST_DARK,
    THEMES,
    Look,
    Scale,
    TextRole,
    TextSize,
    Theme,
    likely_diagonal,
)
from tests.contrast import contrast
from tests.widgets.fakes import MakeLook


def text_pairs(t: Theme) -> list[tuple[str, str]]:
    """Every text color with every ground that it stands on."""
    pairs = [(a, b) for a in (t.text, t.second) for b in (t.paper, t.surface, t.chosen, t.pressed)]
    pairs += [(t.primary, t.surface), (t.primary, t.paper), (t.on_primary, t.primary)]
    pairs += [(t.primary, t.pressed), (t.on_chosen, t.chosen)]
    pairs += [(a, b) for a in (t.on_top, t.on_top_second) for b in (t.top, t.top_pressed)]
    pairs += [(t.top, t.on_top), (t.on_highlight, t.highlight), (t.on_accent, t.accent)]
    pairs += [(t.text, t.strip), (t.second, t.strip)]
    pairs += [(t.stop.text, t.paper), (t.stop.text, t.surface)]
    for tone in (t.stop, t.warning, t.note, t.done):
        pairs += [(tone.text, tone.back), (t.text, tone.back), (t.second, tone.back)]
    return pairs


def line_pairs(t: Theme) -> list[tuple[str, str]]:
    """Every border, mark, ring and bar that means something with both its neighbors."""
    pairs = [(t.border, t.surface), (t.border, t.paper), (t.primary, t.chosen)]
    pairs += [(t.focus, b) for b in (t.paper, t.surface, t.chosen)]
    pairs += [(t.focus_on_top, t.top), (t.top_border, t.top)]
    # The path: what was seen beside what is to come, and its stations on their ground.
    pairs += [(t.primary, t.track), (t.primary, t.strip), (t.border, t.strip)]
    for tone in (t.stop, t.warning, t.note, t.done):
        pairs += [(tone.bar, tone.back), (tone.bar, t.paper), (t.focus, tone.back)]
    return pairs


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_every_text_has_seven_to_one(theme: Theme) -> None:
    weak = [(a, b, round(contrast(a, b), 2)) for a, b in text_pairs(theme) if contrast(a, b) < 7]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_every_line_that_means_something_has_three_to_one(theme: Theme) -> None:
    weak = [(a, b, round(contrast(a, b), 2)) for a, b in line_pairs(theme) if contrast(a, b) < 3]
    assert weak == []


def test_the_dark_theme_has_twelve_to_one_and_a_yellow_focus() -> None:
    weak = [p for p in text_pairs(CONTRAST_DARK) if contrast(*p) < 12]
    assert weak == []
    focus = QColor(CONTRAST_DARK.focus)
    assert 45 <= focus.hue() <= 65
    assert contrast(CONTRAST_DARK.focus, CONTRAST_DARK.paper) >= 12


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0B4F6C", "#FFFFFF") == pytest.approx(8.9, abs=0.1)


def test_there_are_four_themes_with_names_of_their_own() -> None:
    assert len({t.name for t in THEMES}) == 4


def test_a_millimeter_is_a_millimeter() -> None:
    scale = Scale(1280, 1024, 19)
    diagonal_mm = math.hypot(1280, 1024) / scale.px_per_mm
    assert diagonal_mm == pytest.approx(19 * 25.4)
    for mm in (2.54, 12.7, 20, 100):
        assert mm <= scale.mm(mm) / scale.px_per_mm < mm + 1 / scale.px_per_mm + 1e-6
    assert scale.gap / scale.px_per_mm >= 2.54


@pytest.mark.parametrize(
    ("pixels", "millimeters", "inches"),
    [
        ((1920, 1080), (476, 268), 21.5),  # a true 21.5 inch panel
        ((1280, 1024), (376, 301), 19.0),
        ((1280, 1024), (339, 271), 19.0),  # invented: 96 dots an inch
        ((1920, 1080), (508, 286), 22.0),  # the same
        ((1920, 1080), (160, 90), 22.0),  # a telephone
        ((1920, 1080), (1600, 900), 22.0),  # a projector
        ((1920, 1080), (400, 400), 22.0),  # not the shape of the screen
        ((1080, 1920), (0, 0), 22.0),
        ((1024, 1280), (0, 0), 19.0),
    ],
)
def test_the_system_is_believed_only_where_it_can_be_right(
    pixels: tuple[int, int], millimeters: tuple[int, int], inches: float
) -> None:
    assert likely_diagonal(*pixels, *millimeters) == pytest.approx(inches, abs=0.15)


SCREENS = [((1280, 1024), 19.0), ((1920, 1080), 22.0), ((1080, 1920), 22.0), ((1024, 768), 15.0)]


@pytest.mark.parametrize("size", list(TextSize), ids=lambda s: s.name)
@pytest.mark.parametrize(("pixels", "inches"), SCREENS)
def test_capitals_have_their_height(
    make_look: MakeLook, pixels: tuple[int, int], inches: float, size: TextSize
) -> None:
    look: Look = make_look(size=pixels, diagonal=inches, text=size)

    def cap_mm(role: TextRole, second: bool = False) -> float:
        font = look.font(role, second=second)
        assert QFontInfo(font).family() == "Atkinson Hyperlegible Next"
        return QFontMetricsF(font).capHeight() / look.scale.px_per_mm

    hinting = 0.02  # Qt gives the height of a capital in 64ths of a pixel
    # Those in the bars and on keys stop growing, but not below the default.
    for role in TextRole:
        if role in (TextRole.BAR, TextRole.HINT, TextRole.KEY):
            assert cap_mm(role) >= min(size.value, 5.6) - hinting
            continue
        assert cap_mm(role) >= size.value - hinting
        assert cap_mm(role, second=True) >= 0.8 * size.value - hinting
    assert cap_mm(TextRole.BODY) <= size.value + 1.5 / look.scale.px_per_mm


def test_bars_grow_as_far_as_the_screen_lets_them(make_look: MakeLook) -> None:
    """On the usual kiosk's screen they reach 7.33 mm, 0.7 degrees at 60 cm; upright 5.6 mm."""

    def cap_mm(pixels: tuple[int, int], inches: float, size: TextSize) -> float:
        look = make_look(size=pixels, diagonal=inches, text=size)
        return QFontMetricsF(look.font(TextRole.BAR)).capHeight() / look.scale.px_per_mm

    assert cap_mm((1280, 1024), 19.0, TextSize.LARGEST) >= 7.33
    assert cap_mm((1920, 1080), 22.0, TextSize.LARGEST) >= 7.33
    assert cap_mm((1280, 1024), 19.0, TextSize.LARGE) >= 6.38
    assert 5.58 <= cap_mm((1080, 1920), 22.0, TextSize.LARGEST) <= 5.9


def test_icons_are_drawn_in_the_color_asked_for_and_once(look: Look) -> None:
    pixmap = look.icons.pixmap("check", "#AA0000", 40)
    image = pixmap.toImage()
    colors = {
        image.pixelColor(x, y).name().upper()
        for x, y in itertools.product(range(40), range(40))
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {"#AA0000"}
    assert look.icons.pixmap("check", "#AA0000", 40).cacheKey() == pixmap.cacheKey()
    with pytest.raises(ValueError, match="icon"):
        look.icons.pixmap("../fonts/x", "#AA0000", 40)


def test_every_icon_can_be_tinted(look: Look) -> None:
    names = sorted(p.stem for p in resources.path("icons").glob("*.svg"))
    assert names
    for name in names:
        assert not look.icons.pixmap(name, "#000000", 24).isNull()
        assert b"currentColor" in resources.read(f"icons/{name}.svg")
