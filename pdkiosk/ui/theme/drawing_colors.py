"""The twelve colors of the drawings, in each of the four themes."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.ui.theme.colors import THEMES


class DrawingColors(Struct, frozen=True):
    """Each "#RRGGBB". The files in ``resources/drawings`` use those of the theme "paper".

    In the dark themes the drawn papers are dark and what is drawn on them is light.
    """

    ink: str  # every outline, and writing
    paper: str  # drawn papers, and writing on green
    tint: str
    petrol: str
    amber: str
    amber_tint: str
    green: str
    green_tint: str
    red: str
    red_tint: str
    sand: str
    line: str  # lines that represent writing


# Each color in the themes "paper", "contrast-light", "contrast-dark" and "low-glare".
_ROWS = {
    "ink": ("#12324A", "#000000", "#FFFFFF", "#DDD6C9"),
    "paper": ("#FFFFFF", "#FFFFFF", "#000000", "#1E2226"),
    "tint": ("#D5E8F0", "#CFE4F5", "#0B3644", "#28404D"),
    "petrol": ("#0B4F6C", "#00305C", "#A6E8FF", "#B5CFDA"),
    "amber": ("#F2B035", "#FFC53D", "#7A5200", "#73531B"),
    "amber_tint": ("#FFEBBE", "#FFEBBE", "#3D2E00", "#453A20"),
    "green": ("#175C3D", "#004D26", "#66E39A", "#7FC09B"),
    "green_tint": ("#CDE7D9", "#C4EBD3", "#003D1F", "#21402F"),
    "red": ("#8A1C1C", "#7A0000", "#FF8080", "#E08A80"),
    "red_tint": ("#F8D5D0", "#FFD4D4", "#4D0D0D", "#4A2B29"),
    "sand": ("#EADFCD", "#E6E0D6", "#3A3226", "#3F3A31"),
    "line": ("#B5AB9D", "#767676", "#B8B8B8", "#8A8F93"),
}

DRAWING_COLORS = {
    theme.name: DrawingColors(**{color: row[place] for color, row in _ROWS.items()})
    for place, theme in enumerate(THEMES)
}
"""By the name of the theme."""
