"""The look of everything on the screen: theme, scale, fonts and icons, passed to widgets."""

from __future__ import annotations

import enum
import math
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.theme.colors import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    LOW_GLARE,
    PAPER,
    THEMES,
    Theme,
    ToneColors,
)
from pdkiosk.ui.theme.drawings import DrawingCache
from pdkiosk.ui.theme.fonts import families, load_fonts
from pdkiosk.ui.theme.icons import IconCache
from pdkiosk.ui.theme.scale import Scale, TextSize, likely_diagonal
from pdkiosk.ui.theme.style_sheet import style_sheet

__all__ = [
    "CONTRAST_DARK",
    "CONTRAST_LIGHT",
    "LOW_GLARE",
    "PAPER",
    "THEMES",
    "Look",
    "Scale",
    "TapClock",
    "TextRole",
    "TextSize",
    "Theme",
    "ToneColors",
    "likely_diagonal",
    "load_fonts",
]

# A bar has four buttons side by side, and page and keyboard must fit between the two bars: so their
# words grow only as far as the screen allows, and those of the keys to the least size in a bar.
_BAR_CAP_MM = 5.6
_BAR_WIDTH_OF_CAP, _BAR_HEIGHT_OF_CAP = 51, 36


class _Proportion(NamedTuple):
    """The sizes of a role's two languages relative to body text; whether the first is bold."""

    first: float
    second: float
    bold: bool


class TextRole(enum.Enum):
    """What a piece of text is for; its sizes are relative to body text."""

    DISPLAY = _Proportion(1.95, 1.15, True)
    HEADING = _Proportion(1.6, 1.04, True)
    SUBHEADING = _Proportion(1.2, 0.94, True)
    CARD_LARGE = _Proportion(1.42, 0.92, True)
    CARD = _Proportion(1.05, 0.86, True)
    QUESTION = _Proportion(2.15, 1.15, True)  # for a page that asks one short thing
    ANSWER = _Proportion(2.6, 1.3, True)  # a short answer to it
    POINT = _Proportion(1.14, 0.88, False)
    BODY = _Proportion(1.0, 0.88, False)
    SMALL = _Proportion(1.0, 0.8001, False)
    BUTTON = _Proportion(1.0, 0.8002, True)
    BAR = _Proportion(1.0, 0.8003, True)
    HINT = _Proportion(1.0, 0.8005, False)
    KEY = _Proportion(1.0, 0.8004, True)


# Headings must not grow as fast as body text: at the largest size, three words would fill a
# portrait screen.
_DAMPING = {
    TextSize.SMALL: 1.0,
    TextSize.NORMAL: 1.0,
    TextSize.LARGE: 0.6,
    TextSize.LARGEST: 0.35,
}


class TapClock:
    """Ignores presses of all buttons for a moment, so that no second tap hits a page just shown."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self._held_until = 0.0

    def hold(self, ms: int = 300) -> None:
        """From now on all presses are ignored for ``ms`` milliseconds."""
        self._held_until = self.now() + ms / 1000

    @property
    def held(self) -> bool:
        """Whether presses are ignored now."""
        return self.now() < self._held_until


class Look:
    """One theme at one scale: what a widget needs to measure and paint itself.

    It is immutable; when the person changes the look, the page is rebuilt with another one.
    ``button_widths``: cached widths of buttons in pixels, by their words.
    """

    def __init__(
        self,
        theme: Theme,
        scale: Scale,
        *,
        taps: TapClock | None = None,
        icons: IconCache | None = None,
        drawings: DrawingCache | None = None,
    ) -> None:
        self.theme = theme
        self.scale = scale
        self.taps = taps or TapClock()
        self.icons = icons or IconCache()
        self.drawings = drawings or DrawingCache()
        self._cap_ratio = _cap_ratio()
        self._fonts: dict[tuple[TextRole, bool, bool], QFont] = {}
        self.button_widths: dict[tuple[str, str, str], int] = {}
        self.ring = 4
        self.ring_gap = 2
        self.radius = scale.mm(3.4)

    @property
    def body_px(self) -> int:
        """The pixel size of body text that gives its capitals the chosen height."""
        return self._px_for_cap(self.scale.text_size.value)

    @property
    def bar_cap_mm(self) -> float:
        """The height of a capital (millimeters) at which the words of the bars stop growing."""
        scale = self.scale
        width_mm, height_mm = (px / scale.px_per_mm for px in (scale.width_px, scale.height_px))
        room = min(width_mm / _BAR_WIDTH_OF_CAP, height_mm / _BAR_HEIGHT_OF_CAP)
        return max(_BAR_CAP_MM, room)

    def _px_for_cap(self, cap_mm: float) -> int:
        return math.ceil(cap_mm * self.scale.px_per_mm / self._cap_ratio)

    def font(self, role: TextRole, *, second: bool = False, emphasis: bool = False) -> QFont:
        """The font for a role in the first or second language; ``emphasis`` makes it bold."""
        key = (role, second, emphasis)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(role, second, emphasis)
        return found

    def _make_font(self, role: TextRole, second: bool, emphasis: bool) -> QFont:
        proportion = role.value
        part = proportion.second if second else proportion.first
        if part > 1:
            part = 1 + (part - 1) * _DAMPING[self.scale.text_size]
        cap_mm = self.scale.text_size.value
        if role in (TextRole.BAR, TextRole.HINT, TextRole.KEY):
            cap_mm = min(cap_mm, _BAR_CAP_MM if role is TextRole.KEY else self.bar_cap_mm)
        base = self._px_for_cap(cap_mm)
        font = QFont()
        font.setFamilies(list(families()))
        font.setPixelSize(math.ceil(base * part - 0.05))
        font.setBold(emphasis or (proportion.bold and not second))
        # Use unrounded letter widths: with full hinting, the default on Windows, letters are whole
        # pixels wide, and pages that fit elsewhere would need scrolling.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def paint_icon(
        self, painter: QPainter, icon: str, color: str, x: int, y: int, size_px: int
    ) -> None:
        """Paints an icon in a color ("#RRGGBB") with its top left corner at x, y."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(x, y, self.icons.pixmap(icon, color, size_px, ratio))

    def paint_in_round(
        self,
        painter: QPainter,
        icon: str,
        colors: tuple[str, str],
        place: tuple[int, int],
        side: int,
        part: float = 0.54,
    ) -> None:
        """Paints an icon, ``part`` of ``side`` pixels wide, in the middle of a filled circle.

        ``colors`` ("#RRGGBB"): of the circle and the icon. ``place``: its top left corner.
        """
        ground, ink = colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(*place, side, side)
        size = round(side * part)
        inset = (side - size) // 2
        self.paint_icon(painter, icon, ink, place[0] + inset, place[1] + inset, size)

    def paint_panel(self, painter: QPainter, place: QRect, fill: str, edge: str) -> None:
        """Paints a box with round corners in two colors ("#RRGGBB"); no edge for ""."""
        line = self.scale.line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), line) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        box = QRectF(place).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(box, self.radius, self.radius)

    def paint_drawing(self, painter: QPainter, name: str, box: QRect) -> None:
        """Paints a drawing in the theme's colors, centered and as large as fits into the box."""
        size = self.drawings.size(name, self.theme.name, box.size())
        ratio = painter.device().devicePixelRatio()
        x = box.x() + (box.width() - size.width()) // 2
        y = box.y() + (box.height() - size.height()) // 2
        painter.drawPixmap(x, y, self.drawings.pixmap(name, self.theme.name, size, ratio))

    def style_sheet(self) -> str:
        """The style sheet of an editor in this look."""
        return style_sheet(self.theme, self.scale, self.ring, max(6, self.radius - 4))

    def palette(self) -> QPalette:
        """The palette for what Qt draws itself."""
        theme = self.theme
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: theme.paper,
            QPalette.ColorRole.WindowText: theme.text,
            QPalette.ColorRole.Base: theme.surface,
            QPalette.ColorRole.AlternateBase: theme.paper,
            QPalette.ColorRole.Text: theme.text,
            QPalette.ColorRole.PlaceholderText: theme.second,
            QPalette.ColorRole.Button: theme.surface,
            QPalette.ColorRole.ButtonText: theme.text,
            QPalette.ColorRole.Highlight: theme.primary,
            QPalette.ColorRole.HighlightedText: theme.on_primary,
        }
        for role, color in roles.items():
            palette.setColor(role, QColor(color))
        return palette

    def apply(self, app: QApplication) -> None:
        """Gives the application this look's font and palette."""
        app.setFont(self.font(TextRole.BODY))
        app.setPalette(self.palette())


def _cap_ratio() -> float:
    """The height of a capital of the main font relative to its pixel size."""
    font = QFont()
    font.setFamilies(list(families()))
    font.setPixelSize(1000)
    return QFontMetricsF(font).capHeight() / 1000
