"""The tools of the top bar that change the display: languages, text size, colors."""

from __future__ import annotations

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import ToolScreen
from pdkiosk.ui.theme.look import THEMES, TextRole, TextSize
from pdkiosk.ui.widgets import Pair

# Translators: heading of the screen where languages are changed.
_LANGUAGES = Message("Which languages do you want to see?", "tools.languages")
# Translators: under the names of two languages: where the second one stands.
_IN_PART = Message("Both in titles, answers and buttons", "tools.in_part")
# Translators: under the names of two languages: where the second one stands.
_EVERYWHERE = Message("Both everywhere", "tools.both_everywhere")
# Translators: nothing is lost by changing the language or the size.
_NOTHING_LOST = Message("Nothing that you answered is lost.", "tools.nothing_lost")
# Translators: heading of the screen where text size and colors are changed.
_LOOKS = Message("How large should the words be?", "tools.sizes")
# Translators: above the choice of colors.
_COLORS = Message("Colors", "tools.colors")

_SIZES = (
    # Translators, for each of these: a text size.
    (TextSize.SMALL, Message("Small", "tools.small")),
    (TextSize.NORMAL, Message("Normal", "tools.normal")),
    (TextSize.LARGE, Message("Large", "tools.large")),
    (TextSize.LARGEST, Message("Very large", "tools.largest")),
)
_THEMES = (
    # Translators: a set of colors.
    Message("Paper", "tools.theme_paper"),
    # Translators: a set of colors.
    Message("Black on white", "tools.theme_light"),
    # Translators: a set of colors.
    Message("White on black", "tools.theme_dark"),
    # Translators: a set of colors.
    Message("Soft, less glare", "tools.theme_soft"),
)


class LanguageScreen(ToolScreen):
    """Two languages at once, or one alone."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_LANGUAGES, "languages")
        self.add_text(_NOTHING_LOST)
        # First and second language, the recorded-only one, and whether both are shown everywhere.
        self._choices: list[tuple[str, str, str, bool]] = []
        for code, language in context.languages.items():
            shown, heard = language.text or code, code if language.text else ""
            if shown != SOURCE_LANGUAGE:
                self._choices.append((shown, SOURCE_LANGUAGE, heard, False))
                self._choices.append((shown, SOURCE_LANGUAGE, heard, True))
            if not heard:
                self._choices.append((shown, "", "", False))
        cards = []
        for first, second, heard, everywhere in self._choices:
            words = " + ".join(
                context.language(code).name for code in (heard or first, second) if code
            )
            note = None
            if second:
                note = self.explain(_EVERYWHERE if everywhere else _IN_PART)
            icon = "volume-2" if heard else "languages"
            name = f"languages.{heard or first}+{second}" + ("+all" if everywhere else "")
            cards.append(self.card(name, Pair(words), icon=icon, note=note))
        preferences = context.preferences
        current = (
            preferences.first,
            preferences.second,
            preferences.spoken,
            preferences.everywhere and bool(preferences.second),
        )
        chosen = self._choices.index(current) if current in self._choices else None
        self.add_choice(cards, chosen, self._choose, max_columns=1)
        for line in context.language_lines():
            self.add_text(line, TextRole.SMALL)

    def _choose(self, place: int) -> None:
        preferences = self.context.preferences
        preferences.first, preferences.second, preferences.spoken, everywhere = self._choices[place]
        preferences.everywhere = everywhere
        self.go.emit(Act.LOOK)


class LookScreen(ToolScreen):
    """Four text sizes and four sets of colors."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_LOOKS, "a-large-small")
        preferences = context.preferences
        sizes = [size for size, _ in _SIZES]
        cards = [
            self.card(
                f"size.{size.name.lower()}", words, icon="a-large-small", icon_mm=size.value * 2.2
            )
            for size, words in _SIZES
        ]
        self.add_choice(cards, sizes.index(preferences.text_size), self._size)
        self.add_title(_COLORS)
        cards = [
            self.card(f"theme.{theme.name}", words, icon="contrast")
            for theme, words in zip(THEMES, _THEMES, strict=True)
        ]
        self.add_choice(cards, THEMES.index(preferences.theme), self._theme)

    def _size(self, place: int) -> None:
        self.context.preferences.text_size = _SIZES[place][0]
        self.go.emit(Act.LOOK)

    def _theme(self, place: int) -> None:
        self.context.preferences.theme = THEMES[place]
        self.go.emit(Act.LOOK)
