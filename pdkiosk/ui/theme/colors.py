"""The four sets of colors to choose from."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class ToneColors(Struct, frozen=True):
    """The colors of one kind of callout: its words, its background and the bar at its edge."""

    text: str
    back: str
    bar: str


class Theme(Struct, frozen=True):
    """One set of colors, each "#RRGGBB".

    Every text has a contrast of at least 7:1, every line 3:1.
    """

    name: str
    text: str
    second: str  # the second language and hints, quieter than ``text``
    paper: str  # the background of a page
    surface: str  # the background of cards, fields and the bottom bar
    line: str  # a decorative separator without meaning
    border: str  # the edge of things that can be touched
    primary: str  # the primary button, marks, edges of chosen cards
    on_primary: str
    pressed: str  # the background of a card or button while a finger is on it
    chosen: str  # the background of a chosen card
    on_chosen: str
    top: str
    on_top: str
    on_top_second: str
    top_border: str
    top_pressed: str
    accent: str  # the reading tools, and the position on the path
    on_accent: str
    strip: str  # the background of the path
    track: str  # the part of the path still to come, never the only sign
    focus: str  # the focus ring, next to paper, surface and chosen
    focus_on_top: str
    highlight: str  # behind the sentence being read aloud
    on_highlight: str
    stop: ToneColors
    warning: ToneColors
    note: ToneColors
    done: ToneColors


# Each color in the themes "paper", "contrast-light", "contrast-dark" and "low-glare".
_COLORS = {
    "text": ("#16202B", "#000000", "#FFFFFF", "#DDD6C9"),
    "second": ("#43505E", "#1F1F1F", "#F0F0F0", "#CFC8BC"),
    "paper": ("#FBF8F3", "#FFFFFF", "#000000", "#24282C"),
    "surface": ("#FFFFFF", "#FFFFFF", "#000000", "#2C3136"),
    "line": ("#D9D1C7", "#000000", "#FFFFFF", "#474E55"),
    "border": ("#6B7785", "#000000", "#FFFFFF", "#98A0A6"),
    "primary": ("#0B4F6C", "#00305C", "#A6E8FF", "#B5CFDA"),
    "on_primary": ("#FFFFFF", "#FFFFFF", "#000000", "#16202B"),
    "pressed": ("#E4F0F4", "#CFE4F5", "#1C1C1C", "#2B3A43"),
    "chosen": ("#E6F1F5", "#E3F1FC", "#06222C", "#25363F"),
    "on_chosen": ("#0B4F6C", "#00305C", "#C4F0FF", "#C6DCE5"),
    "top": ("#12324A", "#000000", "#000000", "#1A1E22"),
    "on_top": ("#FFFFFF", "#FFFFFF", "#FFFFFF", "#DDD6C9"),
    "on_top_second": ("#DCE7EE", "#FFFFFF", "#F0F0F0", "#CFC8BC"),
    "top_border": ("#8FA9BA", "#FFFFFF", "#FFFFFF", "#98A0A6"),
    "top_pressed": ("#234A66", "#3A3A3A", "#1C1C1C", "#2A3136"),
    "accent": ("#F2B035", "#FFC53D", "#FFE600", "#D9A94A"),
    "on_accent": ("#16202B", "#000000", "#000000", "#16202B"),
    "strip": ("#F6EFE4", "#FFFFFF", "#000000", "#2C3136"),
    "track": ("#C9BBA5", "#8A8A8A", "#7A7A7A", "#5E676F"),
    "focus": ("#B45309", "#A63A00", "#FFE600", "#F0C06A"),
    "focus_on_top": ("#FFD27A", "#FFE600", "#FFE600", "#F0C06A"),
    "highlight": ("#FFE8A3", "#FFE766", "#FFE600", "#54461F"),
    "on_highlight": ("#16202B", "#000000", "#000000", "#F3EBDB"),
}
# Text, background and bar of each tone in the same themes.
_TONES = {
    "stop": (
        ("#8A1C1C", "#FDECEA", "#8A1C1C"),
        ("#7A0000", "#FFFFFF", "#B00000"),
        ("#FFD4D4", "#240000", "#FF8080"),
        ("#F2BDB6", "#3A2222", "#E08A80"),
    ),
    "warning": (
        ("#7A3300", "#FFEEDD", "#B85C00"),
        ("#5F2700", "#FFFFFF", "#B85C00"),
        ("#FFDDBB", "#201000", "#FFA94D"),
        ("#EFC9A0", "#382A1C", "#D9995A"),
    ),
    "note": (
        ("#5C4300", "#FFF4D6", "#B07900"),
        ("#453200", "#FFFFFF", "#8F6300"),
        ("#FFF0A8", "#1A1600", "#FFE600"),
        ("#E9D49A", "#35301E", "#D9B45A"),
    ),
    "done": (
        ("#175C3D", "#E8F4EE", "#175C3D"),
        ("#004D26", "#FFFFFF", "#006B35"),
        ("#C8FFDD", "#001B0C", "#66E39A"),
        ("#B5DDC5", "#1D3327", "#7FC09B"),
    ),
}


def _theme(name: str, place: int) -> Theme:
    colors: dict[str, Any] = {color: row[place] for color, row in _COLORS.items()}
    colors |= {tone: ToneColors(*row[place]) for tone, row in _TONES.items()}
    return Theme(name, **colors)


PAPER = _theme("paper", 0)
CONTRAST_LIGHT = _theme("contrast-light", 1)
CONTRAST_DARK = _theme("contrast-dark", 2)
LOW_GLARE = _theme("low-glare", 3)
THEMES = (PAPER, CONTRAST_LIGHT, CONTRAST_DARK, LOW_GLARE)
