"""The look of all that is on the screen: a theme, a scale, fonts and icons, handed to widgets."""

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

# Four buttons stand beside each other in a bar, and page and keyboard between the two bars: their
# words grow as far as the screen lets them, and those of the keys to the least that a bar has.
_BAR_CAP_MM = 5.6
_BAR_WIDTH_OF_CAP, _BAR_HEIGHT_OF_CAP = 51, 36


class _Proportion(NamedTuple):
    """The sizes of a role's two languages as parts of the body's; whether the first is bold."""

    first: float
    second: float
    bold: bool


class TextRole(enum.Enum):
    """What a piece of text is for; its sizes are parts of the body's."""

    DISPLAY = _Proportion(1.95, 1.15, True)
    HEADING = _Proportion(1.6, 1.04, True)
    SUBHEADING = _Proportion(1.2, 0.94, True)
    CARD_LARGE = _Proportion(1.42, 0.92, True)
    CARD = _Proportion(1.05, 0.86, True)
    QUESTION = _Proportion(2.15, 1.15, True)  # of a page that asks one short thing
    ANSWER = _Proportion(2.6, 1.3, True)  # a word or two that answer it
    POINT = _Proportion(1.14, 0.88, False)
    BODY = _Proportion(1.0, 0.88, False)
    SMALL = _Proportion(1.0, 0.8001, False)
    BUTTON = _Proportion(1.0, 0.8002, True)
    BAR = _Proportion(1.0, 0.8003, True)
    HINT = _Proportion(1.0, 0.8005, False)
    KEY = _Proportion(1.0, 0.8004, True)


# Headings must not grow as fast as the body: at the largest size three of their words would
# fill a portrait screen.
_DAMPING = {
    TextSize.SMALL: 1.0,
    TextSize.NORMAL: 1.0,
    TextSize.LARGE: 0.6,
    TextSize.LARGEST: 0.35,
}


class TapClock:
    """Holds all buttons for a moment, so that a second tap does not fall on a page just shown."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self._held_until = 0.0

    def hold(self, ms: int = 300) -> None:
        """From now on all presses are ignored for ``ms`` milliseconds."""
        self._held_until = self.now() + ms / 1000

    @property
    def held(self) -> bool:
        """Whether presses are ignored at this moment."""
        return self.now() < self._held_until


class Look:
    """One theme at one scale: what a widget needs to measure and paint itself.

    It does not change; a page is built again with another one when the person chooses so.
    ``button_widths``: pixels that buttons of every page were measured to take, by their words.
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
        """The pixel size of body text, such that its capitals have the chosen height."""
        return self._px_for_cap(self.scale.text_size.value)

    @property
    def bar_cap_mm(self) -> float:
        """The height of a capital at which the words of the bars stop growing, millimeters."""
        scale = self.scale
        width_mm, height_mm = (px / scale.px_per_mm for px in (scale.width_px, scale.height_px))
        room = min(width_mm / _BAR_WIDTH_OF_CAP, height_mm / _BAR_HEIGHT_OF_CAP)
        return max(_BAR_CAP_MM, room)

    def _px_for_cap(self, cap_mm: float) -> int:
        return math.ceil(cap_mm * self.scale.px_per_mm / self._cap_ratio)

    def font(self, role: TextRole, *, second: bool = False, emphasis: bool = False) -> QFont:
        """The font of a role in the first or the second language; ``emphasis`` makes it bold."""
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
        # Letters as wide as they are drawn: with full hinting, Windows' own choice, they are whole
        # pixels wide, and pages that fit elsewhere would scroll there.
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
        """Paints an icon, ``part`` of ``side`` pixels wide, in the middle of a round ground.

        ``colors`` ("#RRGGBB"): of the ground and the icon. ``place``: its top left corner.
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
        """Paints a drawing in the colors of the theme, as large as the box, in its middle."""
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
    """The height of a capital of the main font as a part of its pixel size."""
    font = QFont()
    font.setFamilies(list(families()))
    font.setPixelSize(1000)
    return QFontMetricsF(font).capHeight() / 1000
