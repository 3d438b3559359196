"""The four sets of colours to choose from, and the measure that holds them to account."""

from __future__ import annotations

from msgspec import Struct


class ToneColours(Struct, frozen=True):
    """The colours of one kind of callout: its words, its ground and the bar at its edge."""

    text: str
    back: str
    bar: str


class Theme(Struct, frozen=True):
    """One set of colours, each "#RRGGBB". Every text reaches 7:1 on its ground, every line 3:1."""

    name: str
    text: str
    second: str  # the second language and hints, quieter than ``text``
    paper: str  # the ground of a page
    surface: str  # the ground of cards, fields and the bottom bar
    line: str  # a decorative separator that carries no meaning
    border: str  # the edge of what can be touched
    primary: str  # the one main button, marks, chosen edges
    on_primary: str
    pressed: str  # the ground of a card or button while a finger is on it
    chosen: str  # the ground of a chosen card
    on_chosen: str
    top: str
    on_top: str
    on_top_second: str
    top_border: str
    top_pressed: str
    accent: str  # what reads aloud, and where on the path one is
    on_accent: str
    strip: str  # the ground of the path
    track: str  # the part of the path that is still to come, which carries no meaning alone
    focus: str  # the ring of the keyboard focus, beside paper, surface and chosen
    focus_on_top: str
    highlight: str  # behind the sentence that is read aloud
    on_highlight: str
    stop: ToneColours
    warning: ToneColours
    note: ToneColours
    done: ToneColours


PAPER = Theme(
    name="paper",
    text="#16202B",
    second="#43505E",
    paper="#FBF8F3",
    surface="#FFFFFF",
    line="#D9D1C7",
    border="#6B7785",
    primary="#0B4F6C",
    on_primary="#FFFFFF",
    pressed="#E4F0F4",
    chosen="#E6F1F5",
    on_chosen="#0B4F6C",
    top="#12324A",
    on_top="#FFFFFF",
    on_top_second="#DCE7EE",
    top_border="#8FA9BA",
    top_pressed="#234A66",
    accent="#F2B035",
    on_accent="#16202B",
    strip="#F6EFE4",
    track="#C9BBA5",
    focus="#B45309",
    focus_on_top="#FFD27A",
    highlight="#FFE8A3",
    on_highlight="#16202B",
    stop=ToneColours("#8A1C1C", "#FDECEA", "#8A1C1C"),
    warning=ToneColours("#7A3300", "#FFEEDD", "#B85C00"),
    note=ToneColours("#5C4300", "#FFF4D6", "#B07900"),
    done=ToneColours("#175C3D", "#E8F4EE", "#175C3D"),
)

CONTRAST_LIGHT = Theme(
    name="contrast-light",
    text="#000000",
    second="#1F1F1F",
    paper="#FFFFFF",
    surface="#FFFFFF",
    line="#000000",
    border="#000000",
    primary="#00305C",
    on_primary="#FFFFFF",
    pressed="#CFE4F5",
    chosen="#E3F1FC",
    on_chosen="#00305C",
    top="#000000",
    on_top="#FFFFFF",
    on_top_second="#FFFFFF",
    top_border="#FFFFFF",
    top_pressed="#3A3A3A",
    accent="#FFC53D",
    on_accent="#000000",
    strip="#FFFFFF",
    track="#8A8A8A",
    focus="#A63A00",
    focus_on_top="#FFE600",
    highlight="#FFE766",
    on_highlight="#000000",
    stop=ToneColours("#7A0000", "#FFFFFF", "#B00000"),
    warning=ToneColours("#5F2700", "#FFFFFF", "#B85C00"),
    note=ToneColours("#453200", "#FFFFFF", "#8F6300"),
    done=ToneColours("#004D26", "#FFFFFF", "#006B35"),
)

CONTRAST_DARK = Theme(
    name="contrast-dark",
    text="#FFFFFF",
    second="#F0F0F0",
    paper="#000000",
    surface="#000000",
    line="#FFFFFF",
    border="#FFFFFF",
    primary="#A6E8FF",
    on_primary="#000000",
    pressed="#1C1C1C",
    chosen="#06222C",
    on_chosen="#C4F0FF",
    top="#000000",
    on_top="#FFFFFF",
    on_top_second="#F0F0F0",
    top_border="#FFFFFF",
    top_pressed="#1C1C1C",
    accent="#FFE600",
    on_accent="#000000",
    strip="#000000",
    track="#7A7A7A",
    focus="#FFE600",
    focus_on_top="#FFE600",
    highlight="#FFE600",
    on_highlight="#000000",
    stop=ToneColours("#FFD4D4", "#240000", "#FF8080"),
    warning=ToneColours("#FFDDBB", "#201000", "#FFA94D"),
    note=ToneColours("#FFF0A8", "#1A1600", "#FFE600"),
    done=ToneColours("#C8FFDD", "#001B0C", "#66E39A"),
)

LOW_GLARE = Theme(
    name="low-glare",
    text="#DDD6C9",
    second="#CFC8BC",
    paper="#24282C",
    surface="#2C3136",
    line="#474E55",
    border="#98A0A6",
    primary="#B5CFDA",
    on_primary="#16202B",
    pressed="#2B3A43",
    chosen="#25363F",
    on_chosen="#C6DCE5",
    top="#1A1E22",
    on_top="#DDD6C9",
    on_top_second="#CFC8BC",
    top_border="#98A0A6",
    top_pressed="#2A3136",
    accent="#D9A94A",
    on_accent="#16202B",
    strip="#2C3136",
    track="#5E676F",
    focus="#F0C06A",
    focus_on_top="#F0C06A",
    highlight="#54461F",
    on_highlight="#F3EBDB",
    stop=ToneColours("#F2BDB6", "#3A2222", "#E08A80"),
    warning=ToneColours("#EFC9A0", "#382A1C", "#D9995A"),
    note=ToneColours("#E9D49A", "#35301E", "#D9B45A"),
    done=ToneColours("#B5DDC5", "#1D3327", "#7FC09B"),
)

THEMES: tuple[Theme, ...] = (PAPER, CONTRAST_LIGHT, CONTRAST_DARK, LOW_GLARE)


def theme_named(name: str) -> Theme:
    """The theme of that name. Raises KeyError when there is none."""
    for theme in THEMES:
        if theme.name == name:
            return theme
    raise KeyError(name)


def _luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)
