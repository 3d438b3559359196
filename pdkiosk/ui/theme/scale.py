"""Converts millimeters to pixels, because what systems report about screens is unreliable."""

from __future__ import annotations

import enum
import math
from functools import cached_property

from msgspec import Struct
from PySide6.QtGui import QScreen

_MM_PER_INCH = 25.4
_PLAUSIBLE_DIAGONAL = (12.0, 65.0)  # inches; a kiosk or an old computer, never a phone or a wall
_PLAUSIBLE_SHAPE_ERROR = 0.12  # a guessed physical size has a different aspect ratio


class TextSize(enum.Enum):
    """The text size: the value is the height of a capital of body text, in millimeters."""

    SMALL = 4.2
    NORMAL = 4.8
    LARGE = 6.4
    LARGEST = 8.5


class Scale(Struct, frozen=True, dict=True):
    """The screen in pixels, its diagonal in inches, and the text size that the person chose."""

    width_px: int
    height_px: int
    diagonal_in: float
    text_size: TextSize = TextSize.NORMAL

    @classmethod
    def for_screen(cls, screen: QScreen, diagonal_in: float | None = None) -> Scale:
        """The scale of a screen; the facility's own measurement (inches) overrides the system's."""
        size = screen.size()
        physical = screen.physicalSize()
        diagonal = diagonal_in or likely_diagonal(
            size.width(), size.height(), physical.width(), physical.height()
        )
        return cls(size.width(), size.height(), diagonal)

    @cached_property
    def px_per_mm(self) -> float:
        """Pixels per millimeter."""
        return math.hypot(self.width_px, self.height_px) / (self.diagonal_in * _MM_PER_INCH)

    def mm(self, millimeters: float) -> int:
        """The number of whole pixels for at least this many millimeters."""
        return math.ceil(millimeters * self.px_per_mm - 1e-6)

    @property
    def gap(self) -> int:
        """Pixels between two things that can be touched (at least 2.54 mm)."""
        return self.mm(3.4)

    @property
    def target(self) -> int:
        """The smallest side of anything that can be touched, in pixels (12.7 mm)."""
        return self.mm(12.7)

    @property
    def main_target(self) -> int:
        """The smallest height of main buttons and answer cards, in pixels (20 mm)."""
        return self.mm(20.0)

    @property
    def line(self) -> int:
        """The thickness of an ordinary border, in pixels."""
        return max(2, round(self.px_per_mm * 0.5))


def likely_diagonal(width_px: int, height_px: int, width_mm: float, height_mm: float) -> float:
    """The screen's diagonal in inches: as the system reports it, if plausible, else a guess.

    A report is plausible if it matches the aspect ratio and a usual kiosk screen size; otherwise
    1280 x 1024 is assumed to be 19 inches, anything else 22.
    """
    if width_mm > 0 and height_mm > 0 and width_px > 0 and height_px > 0:
        diagonal = math.hypot(width_mm, height_mm) / _MM_PER_INCH
        shape = (width_mm / height_mm) / (width_px / height_px)
        dpi = math.hypot(width_px, height_px) / diagonal
        smallest, largest = _PLAUSIBLE_DIAGONAL
        # A virtual or unknown screen claims exactly 96 or 100 dots an inch, whatever it is.
        invented = abs(dpi - 96) < 0.3 or abs(dpi - 100) < 0.3
        if (
            smallest <= diagonal <= largest
            and abs(shape - 1) < _PLAUSIBLE_SHAPE_ERROR
            and not invented
        ):
            return diagonal
    return 19.0 if {width_px, height_px} == {1280, 1024} else 22.0
