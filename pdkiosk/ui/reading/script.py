"""The script of a screen for reading aloud: its words in reading order, by sentence.

Taken from the widgets themselves, so that what is heard is what is seen. Only the person's first
language is read; the second says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Listing, Message, Own
from pdkiosk.speech.recordings import WHOLE
from pdkiosk.speech.sentences import split
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import (
    ANSWERS,
    LANGUAGE,
    PRIVATE,
    SILENT,
    Mark,
    Spoken,
    follows,
    own_texts,
    speaks,
)
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_lines import Span

# Translators: read aloud after an answer that is chosen.
_CHOSEN = Message("Chosen.", "speech.chosen")
# Translators: read aloud after an answer that is not chosen.
_NOT_CHOSEN = Message("Not chosen.", "speech.not_chosen")
# Translators: read aloud where a field to type in is empty.
_EMPTY = Message("Nothing is written here yet.", "speech.empty")
# Translators: read aloud after each question, whether it is answered or not, when the person has
# no headphones. It must never tell whether there is an answer yet.
_ON_THE_SCREEN = Message(
    "What you answer here, and what follows from it, is shown on the screen only.",
    "speech.on_the_screen",
)
# Translators: read aloud once on a page, in place of the person's secrets and of what the screen
# shows only because of their answers, when the person has no headphones: other people could tell
# the answers from it.
_NOT_IN_FULL = Message(
    "Without headphones, this page is not read in full. It is on the screen.", "speech.not_in_full"
)
# Translators: read aloud in place of a line to write on by hand, inside a sentence.
_LINE = Message("(an empty line)", "speech.line")

_MARKS = {Mark.CHOSEN: _CHOSEN, Mark.NOT_CHOSEN: _NOT_CHOSEN}
_DIGITS = re.compile(r"(?<![0-9,.])[0-9](?:[- ]?[0-9]){6,}(?![0-9])")
_BLANK = re.compile(r"_{3,}")
_WORD = re.compile(r"\w")
_UNSPOKEN = re.compile(r"[•·“”«»\"]")


class Sentence(Struct, frozen=True):
    """A sentence to be heard. ``block``: the text block that shows it; None if it is not shown.

    ``span`` is its place in the first text of the block, or in the second if ``in_second``.
    ``recorded`` is the message that may have a recording in the language ``recordings``: of its
    sentence with this ``number``, or of the whole message. ``sound`` is played instead of words.
    ``pair`` is what the block showed when the sentence was taken from it.
    """

    text: str
    language: str
    widget: QWidget | None = None
    block: TextBlock | None = None
    span: Span = (0, 0)
    in_second: bool = False
    recorded: Message | None = None
    number: int = WHOLE
    recordings: str = ""
    private: bool = False
    sound: Path | None = None
    pair: Pair | None = None


class ReadingMode(Struct, frozen=True):
    """How words are read: ``say`` renders a message in ``language``.

    ``is_recorded``: whether there is a recording of a message or of one of its sentences.
    ``aloud``: answers are read too, because the person is wearing headphones. ``recordings`` is the
    language of the recordings. ``in_part``: some texts of the language are in English, and read as
    such.
    """

    language: str
    say: Callable[[Message], str]
    is_recorded: Callable[[Message, int], bool] = lambda message, number: False
    aloud: bool = False
    recordings: str = ""
    in_part: bool = False


def script(root: QWidget, mode: ReadingMode) -> list[Sentence]:
    """Everything to read of a screen, or of a part of it, in reading order.

    Without headphones it is the same regardless of whether and how anything was answered.
    """
    found: list[Sentence] = []
    # Position of the last unread item of each kind; each notice is spoken once per page.
    answer: int | None = None
    following: int | None = None
    for widget in widgets_with_words(root):
        if not mode.aloud and follows(widget):
            following = len(found)
            continue
        answers = bool(widget.property(ANSWERS))
        if isinstance(widget, (QLineEdit, QPlainTextEdit)):
            answers = True
            if mode.aloud:
                found.extend(_editor(widget, mode))
        else:
            for spoken in own_texts(widget):
                if not mode.aloud and _is_private(widget, spoken):
                    following = len(found)
                    continue
                found.extend(_sentences(widget, spoken, mode))
                answers = answers or spoken.mark is not None
                if mode.aloud and spoken.mark is not None:
                    found.extend(_heard_only(_MARKS[spoken.mark], mode))
        if answers:
            answer = len(found)
    if mode.aloud:
        return found
    if answer is not None:
        # For follow-up content as well: mentioning it would reveal that there is an answer.
        found[answer:answer] = _heard_only(_ON_THE_SCREEN, mode)
    elif following is not None:
        found[following:following] = _heard_only(_NOT_IN_FULL, mode)
    return found


def in_words(text: str, say: Callable[[Message], str]) -> str:
    """A text as it is pronounced: long numbers digit by digit, blanks by name."""
    text = _DIGITS.sub(lambda match: " " + " ".join(re.findall("[0-9]", match[0])), text)
    text = _BLANK.sub(say(_LINE), text)
    return " ".join(_UNSPOKEN.sub(" ", text.replace(" · ", ", ")).split())


def widgets_with_words(root: QWidget) -> Iterator[QWidget]:
    """The visible widgets with words, in the order of their layouts."""
    if isinstance(root, (QLineEdit, QPlainTextEdit)) or speaks(root):
        yield root
        return
    for child in _children(root):
        if not child.isHidden() and not child.property(SILENT):
            yield from widgets_with_words(child)


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    own = [child for child in widget.children() if isinstance(child, QWidget)]
    return laid + [child for child in own if child not in laid]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _sentences(widget: QWidget, spoken: Spoken, mode: ReadingMode) -> Iterator[Sentence]:
    pair, source = spoken.pair, spoken.pair.source
    text, in_second = pair.first or pair.second, not pair.first
    if source is not None and "{" not in source.text and not widget.property(LANGUAGE):
        # On the start screen, the language being read may differ from the first one.
        wanted = mode.say(source)
        if wanted != text and wanted == pair.second:
            in_second = True
        text = wanted
    untranslated = mode.in_part and source is not None and text == source.text
    read_in = SOURCE_LANGUAGE if untranslated else mode.language
    language = widget.property(LANGUAGE) or read_in
    shown = text in (pair.first, pair.second)
    private = _is_private(widget, spoken)
    for span, number in _parts(source, text, mode):
        if not _WORD.search(text, span[0], span[0] + span[1]):
            continue  # a mark such as "•" has nothing to hear
        yield Sentence(
            text[span[0] : span[0] + span[1]],
            language,
            widget,
            spoken.block,
            span if shown else (0, len(pair.first)),
            in_second,
            None if number is None else source,
            number or WHOLE,
            mode.recordings,
            private,
            pair=spoken.block.pair,
        )


def _parts(source: Message | None, text: str, mode: ReadingMode) -> list[tuple[Span, int | None]]:
    """The parts of a text to say, each with its recording; None for the synthetic voice.

    By sentence, unless a sentence has no recording but the whole text has one.
    """
    spans = split(text)
    if source is None:
        return [(span, None) for span in spans]
    numbers = [n if mode.is_recorded(source, n) else None for n in range(1, len(spans) + 1)]
    if None in numbers and mode.is_recorded(source, WHOLE):
        return [((0, len(text)), WHOLE)]
    return list(zip(spans, numbers, strict=True))


def _editor(editor: QLineEdit | QPlainTextEdit, mode: ReadingMode) -> Iterator[Sentence]:
    text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
    if not text.strip():
        yield from _heard_only(_EMPTY, mode, editor)
    for start, length in split(text):
        words = text[start : start + length]
        yield Sentence(words, mode.language, editor, span=(start, length), private=True)


def _heard_only(
    message: Message, mode: ReadingMode, widget: QWidget | None = None
) -> list[Sentence]:
    text = mode.say(message)
    return [
        Sentence(
            text[start : start + length],
            mode.language,
            widget,
            recorded=None if number is None else message,
            number=number or WHOLE,
            recordings=mode.recordings,
        )
        for (start, length), number in _parts(message, text, mode)
    ]


def _is_private(widget: QWidget, spoken: Spoken) -> bool:
    source = spoken.pair.source
    if spoken.private or (source is not None and _has_own_words(source)):
        return True
    ancestor: QWidget | None = widget
    while ancestor is not None:
        if ancestor.property(PRIVATE):
            return True
        ancestor = ancestor.parentWidget()
    return False


def _has_own_words(value: object) -> bool:
    if isinstance(value, Message):
        return any(_has_own_words(arg) for arg in value.args.values())
    if isinstance(value, Listing):
        return any(_has_own_words(item) for item in value.items)
    return isinstance(value, Own)
