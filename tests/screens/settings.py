"""The settings in which the screens are audited: size of screen and text, theme, languages."""

from __future__ import annotations

from itertools import product

from pdkiosk.ui.theme.look import THEMES, TextSize
from tests.language.pseudo import PSEUDO_LANGUAGE, RIGHT_TO_LEFT
from tests.screens.stage import Setting

SCREENS = (
    ((1280, 1024), 19.0),
    ((1920, 1080), 22.0),
    ((1366, 768), 15.6),
    ((1024, 768), 15.0),
    ((1080, 1920), 22.0),
)
LANGUAGES = (
    ("en", ""),
    ("es", ""),
    ("es", "en"),
    (PSEUDO_LANGUAGE, "en"),
    (RIGHT_TO_LEFT, "en"),
)
SIZES = tuple(TextSize)

# Each size of text in each language on each screen. Themes change no place, so that each of these
# has one of the four, in turn: together they cover every pair of a theme with all else.
WHOLE = tuple(
    Setting(size, inches, *pair, text, THEMES[(s + p + t) % len(THEMES)])
    for (s, (size, inches)), (p, pair), (t, text) in product(
        enumerate(SCREENS), enumerate(LANGUAGES), enumerate(SIZES)
    )
)

# Every one of the 400.
PRODUCT = tuple(
    Setting(size, inches, *pair, text, theme)
    for (size, inches), pair, text, theme in product(SCREENS, LANGUAGES, SIZES, THEMES)
)

# What is most likely to break, in a few seconds.
SHORT = (
    Setting(),
    Setting((1024, 768), 15.0, PSEUDO_LANGUAGE, text=TextSize.LARGEST),
    Setting((1080, 1920), 22.0, text=TextSize.LARGEST),
    Setting(first=RIGHT_TO_LEFT),  # with words half again as long, too
)
