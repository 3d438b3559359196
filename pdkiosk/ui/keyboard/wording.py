"""The words on the keys, in the languages of the screen, and their names for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pdkiosk.language.message import Message
from pdkiosk.ui.keyboard.layout import Action, KeyLayout, LayoutError
from pdkiosk.ui.widgets.pair import NOTHING, Pair

# Translators: the name of the keyboard that is drawn on the screen, for a screen reader.
KEYBOARD = Message("Keyboard on the screen", "keyboard.name")
# Translators: key on the screen keyboard: takes away the letter before. Short.
DELETE = Message("Delete", "keyboard.delete")
# Translators: key on the screen keyboard: the next letter is a capital. Short, at most 8 letters.
SHIFT = Message("Shift", "keyboard.shift")
# Translators: the same key, read by a screen reader.
SHIFT_NAME = Message("Capital letters", "keyboard.shift_name")
# Translators: the same key when it was touched twice, read by a screen reader.
LOCKED_NAME = Message("Capital letters, all", "keyboard.locked_name")
# Translators: key on the screen keyboard: the empty space between two words. Short.
SPACE = Message("Space", "keyboard.space")
# Translators: key on the screen keyboard: goes on in a new line. Short, at most 10 letters.
ENTER = Message("New line", "keyboard.enter")
# Translators: key on the screen keyboard: typing is finished, the keyboard goes away. Short.
DONE = Message("Done", "keyboard.done")
# Translators: arrow key on the screen keyboard, read by a screen reader: one letter to the left.
LEFT = Message("Go left", "keyboard.left")
# Translators: arrow key on the screen keyboard, read by a screen reader: one letter to the right.
RIGHT = Message("Go right", "keyboard.right")
# Translators: key on the screen keyboard: shows numbers and signs. Three of them.
SYMBOLS = Message("123", "keyboard.symbols")
# Translators: the same key, read by a screen reader.
SYMBOLS_NAME = Message("Numbers and signs", "keyboard.symbols_name")
# Translators: key on the screen keyboard: shows the letters. The first three of the alphabet.
LETTERS = Message("ABC", "keyboard.letters")
# Translators: the same key, read by a screen reader.
LETTERS_NAME = Message("Letters", "keyboard.letters_name")
# Translators: key on the screen keyboard: shows letters with accents. Two examples.
ACCENTS = Message("á ñ", "keyboard.accents")
# Translators: the same key, read by a screen reader.
ACCENTS_NAME = Message("Letters with accents", "keyboard.accents_name")


# Translators: key on the screen keyboard: shows Latin letters. The first three of the alphabet.
LATIN = Message("ABC", "keyboard.latin")
# Translators: the same key, read by a screen reader.
LATIN_NAME = Message("Latin letters", "keyboard.latin_name")
# Translators: key on the screen keyboard, beside letters that are not Latin, where a name is to be
# typed: it shows Latin letters, so that the name can be written as courts and ICE write it. Short.
AS_ON_PAPERS = Message("ABC, as on court papers", "keyboard.latin_papers")
# Translators: key on the screen keyboard of a language without capitals: shows the letters that
# did not have room. Short, at most 8 letters.
MORE = Message("More", "keyboard.more")
# Translators: the same key, read by a screen reader.
MORE_NAME = Message("More letters", "keyboard.more_name")
# Translators: the same key when it was touched twice, read by a screen reader.
MORE_LOCKED_NAME = Message("More letters, until you touch it again", "keyboard.more_locked")
# Translators: key on the screen keyboard for Chinese, behind the words that the typed letters can
# be: shows other ones. Short, at most 8 letters.
FURTHER = Message("Others", "keyboard.further")
# Translators: the same key, read by a screen reader.
FURTHER_NAME = Message("Other words with this sound", "keyboard.further_name")


class KeyWords(NamedTuple):
    """What is on a key (None: only its icon), and its name if that says more."""

    label: Message | None
    name: Message | None = None
    icon: str = ""


WORDS: Mapping[Action, KeyWords] = {
    Action.DELETE: KeyWords(DELETE, icon="delete"),
    Action.SHIFT: KeyWords(SHIFT, SHIFT_NAME, "arrow-up"),
    Action.SPACE: KeyWords(SPACE),
    Action.ENTER: KeyWords(ENTER, icon="corner-down-left"),
    Action.DONE: KeyWords(DONE, icon="check"),
    Action.LEFT: KeyWords(None, LEFT, "arrow-left"),
    Action.RIGHT: KeyWords(None, RIGHT, "arrow-right"),
    Action.LETTERS: KeyWords(LETTERS, LETTERS_NAME),
    Action.SYMBOLS: KeyWords(SYMBOLS, SYMBOLS_NAME),
    Action.ACCENTS: KeyWords(ACCENTS, ACCENTS_NAME),
    Action.LATIN: KeyWords(LATIN, LATIN_NAME),
    Action.FURTHER: KeyWords(FURTHER, FURTHER_NAME),
}


class Face(NamedTuple):
    """A key's words as they are shown and as they are read aloud."""

    label: Pair
    spoken: str
    icon: str


def other_faces(say: Callable[[Message], Pair]) -> dict[Action, Face]:
    """Different words for Shift without capitals, and for Latin letters in a name field."""
    papers = say(AS_ON_PAPERS)
    icon = WORDS[Action.SHIFT].icon
    return {
        Action.SHIFT: Face(_once(say(MORE)), say(MORE_NAME).spoken(), icon),
        Action.LATIN: Face(_once(papers), papers.spoken(), ""),
    }


def _once(label: Pair) -> Pair:
    """Words that are the same in both languages appear on a key only once."""
    return Pair(label.first) if label.same else label


def faces(
    layouts: Iterable[KeyLayout],
    say: Callable[[Message], Pair],
    words: Mapping[Action, KeyWords] = WORDS,
) -> dict[Action, Face]:
    """The faces of every key on these keyboards.

    Raises LayoutError, with the keyboard and the key, if there are no words for one.
    """
    found: dict[Action, Face] = {}
    for layout in layouts:
        for page, key in layout.every_key():
            action = key.action
            if action is None or action in found:
                continue
            entry = words.get(action)
            label = say(entry.label) if entry and entry.label else NOTHING
            label = _once(label)
            spoken = say(entry.name).spoken() if entry and entry.name else label.spoken()
            icon = entry.icon if entry else ""
            if not spoken.strip() or not (label or icon):
                raise LayoutError(
                    f"{layout.name}.toml, page {page}: there are no words for {action.value!r}"
                )
            found[action] = Face(label, spoken, icon)
    return found
