"""The tools of the top bar that change how things look: languages, text size, colours."""

from __future__ import annotations

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import THEMES, TextRole, TextSize
from pdkiosk.ui.widgets import CardGrid, ChoiceCard, Pair, TextPair

# Translators: heading of the screen where languages are changed.
_LANGUAGES = Message("Which languages do you want to see?", "tools.languages")
# Translators: nothing is lost by changing the language or the size.
_NOTHING_LOST = Message("Nothing that you answered is lost.", "tools.nothing_lost")
# Translators: heading of the screen where text size and colours are changed.
_LOOKS = Message("How large should the words be?", "tools.sizes")
# Translators: above the choice of colours.
_COLOURS = Message("Colors", "tools.colors")
# Translators: the honest status of a translation.
_DRAFTED = Message(
    "This Spanish text has not yet been checked by a human translator.", "tools.drafted"
)

_SIZES = (
    # Translators: a text size.
    (TextSize.SMALL, Message("Small", "tools.small")),
    # Translators: a text size.
    (TextSize.NORMAL, Message("Normal", "tools.normal")),
    # Translators: a text size.
    (TextSize.LARGE, Message("Large", "tools.large")),
    # Translators: a text size.
    (TextSize.LARGEST, Message("Very large", "tools.largest")),
)
_THEMES = (
    # Translators: a set of colours.
    Message("Paper", "tools.theme_paper"),
    # Translators: a set of colours.
    Message("Black on white", "tools.theme_light"),
    # Translators: a set of colours.
    Message("White on black", "tools.theme_dark"),
    # Translators: a set of colours.
    Message("Soft, less glare", "tools.theme_soft"),
)


class LanguageScreen(Screen):
    """Two languages at once, or one alone."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_LANGUAGES, "languages")
        self.add(TextPair(context.look, context.pair(_NOTHING_LOST), parent=self))
        # First and second language, and the one that is only heard.
        self._choices: list[tuple[str, str, str]] = []
        grid = CardGrid(context.look, max_columns=1, parent=self)
        names = {code: language.name for code, language in context.languages.items()}
        for code, language in context.languages.items():
            shown, heard = language.text or code, code if language.text else ""
            if shown != SOURCE_LANGUAGE:
                self._choices.append((shown, SOURCE_LANGUAGE, heard))
            if not heard:
                self._choices.append((shown, "", ""))
        for first, second, heard in self._choices:
            words = " + ".join(names[code] for code in (heard or first, second) if code)
            icon = "volume-2" if heard else "languages"
            card = ChoiceCard(context.look, Pair(words), icon=icon)
            card.setObjectName(f"languages.{heard or first}+{second}")
            grid.add(card)
        preferences = context.preferences
        current = (preferences.first, preferences.second, preferences.spoken)
        if current in self._choices:
            grid.set_checked([self._choices.index(current)])
        grid.changed.connect(lambda: self._choose(grid.checked()))
        self.add(grid)
        if any(language.review == "drafted" for language in context.languages.values()):
            self.add(TextPair(context.look, context.pair(_DRAFTED), TextRole.SMALL, parent=self))

    def _choose(self, checked: list[int]) -> None:
        if checked:
            preferences = self.context.preferences
            chosen = self._choices[checked[0]]
            preferences.first, preferences.second, preferences.spoken = chosen
            self.go.emit("look")


class LookScreen(Screen):
    """Four text sizes and four sets of colours."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_LOOKS, "a-large-small")
        sizes = CardGrid(context.look, max_columns=2, parent=self)
        for size, words in _SIZES:
            card = ChoiceCard(
                context.look,
                context.pair(words),
                icon="a-large-small",
                icon_mm=size.value * 2.2,
            )
            card.setObjectName(f"size.{size.name.lower()}")
            sizes.add(card)
        sizes.set_checked([[s for s, _ in _SIZES].index(context.preferences.text_size)])
        sizes.changed.connect(lambda: self._size(sizes.checked()))
        self.add(sizes)
        self.add(
            TextPair(
                context.look,
                context.pair(_COLOURS),
                TextRole.SUBHEADING,
                emphasis=True,
                parent=self,
            )
        )
        themes = CardGrid(context.look, max_columns=2, parent=self)
        for theme, words in zip(THEMES, _THEMES, strict=True):
            card = ChoiceCard(context.look, context.pair(words), icon="contrast")
            card.setObjectName(f"theme.{theme.name}")
            themes.add(card)
        themes.set_checked([THEMES.index(context.preferences.theme)])
        themes.changed.connect(lambda: self._theme(themes.checked()))
        self.add(themes)

    def _size(self, checked: list[int]) -> None:
        if checked:
            self.context.preferences.text_size = _SIZES[checked[0]][0]
            self.go.emit("look")

    def _theme(self, checked: list[int]) -> None:
        if checked:
            self.context.preferences.theme = THEMES[checked[0]]
            self.go.emit("look")
