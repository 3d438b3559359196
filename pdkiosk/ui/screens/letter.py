"""The letter to read before it is printed: each sentence leads back to its question."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from pdkiosk.documents.model import (
    Document,
    Heading,
    OwnWords,
    Paragraph,
    Reference,
    Sentence,
)
from pdkiosk.guide.model import said
from pdkiosk.interview.flow import Step
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message, RunKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Callout, Pair, Surface, TextPair, Tone
from pdkiosk.ui.widgets.sentence_row import SentenceRow

# Translators: above the letter on the screen: what the two columns are.
_SIDES = Message("Left: your language. Right: what ICE will read.", "letter_screen.sides")
# Translators: above the letter on the screen: what the marks mean.
_MARKS = Message(
    "Underlined: words that you typed. A line ____ is empty: you fill it in by hand.",
    "letter_screen.marks",
)
# Translators: before the person's own words on the screen.
_OWN = Message("Your own words:", "letter_screen.own")
# Translators: a reminder before the letter is printed.
_TRUE = Message("Is every sentence true?", "letter_screen.true")
# Translators: a reminder before the letter is printed.
_TRUE_BODY = Message(
    "You will sign it under penalty of perjury. Change what is not true, or leave it out.",
    "letter_screen.true_body",
)


class LetterScreen(Screen):
    """The letter in the person's language and in English, sentence by sentence."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        page = step.page
        if page.next_label:
            self.primary = said(page.next_label)
        self.add_heading(said(page.title), page.icon)
        if page.lead:
            self.add(TextPair(context.look, context.words(page.lead), parent=self))
        first = context.preferences.first
        self._languages = [first] if first == SOURCE_LANGUAGE else [first, SOURCE_LANGUAGE]
        if len(self._languages) > 1:
            self.add(TextPair(context.look, context.pair(_SIDES), parent=self))
        self.add(TextPair(context.look, context.pair(_MARKS), parent=self))
        self.add(
            Callout(
                context.look,
                Tone.NOTE,
                context.pair(_TRUE),
                [context.pair(_TRUE_BODY)],
                parent=self,
            )
        )
        self._sheet = Surface(context.look, parent=self)
        self._rows = QVBoxLayout(self._sheet)
        pad = context.look.scale.mm(5.0)
        self._rows.setContentsMargins(pad, pad, pad, pad)
        self._rows.setSpacing(context.look.scale.mm(2.6))
        self._fill(context.papers.letter())
        self.add(self._sheet)

    def _fill(self, letter: Document) -> None:
        for block in letter.blocks:
            match block:
                case Heading():
                    self._row(Sentence(block.message), heading=True)
                case Reference():
                    self._row(block.title, heading=True)
                    for line in block.lines:
                        self._row(line)
                case Paragraph():
                    number = f"{block.number}." if block.number else ""
                    for index, sentence in enumerate(block.sentences):
                        self._row(sentence, number="" if index else number)
                case OwnWords():
                    label = f"{block.number}." if block.number else ""
                    self._row(Sentence(_OWN, block.origin), number=label)
                    self._own_words(block)
                case _:
                    pass

    def _own_words(self, block: OwnWords) -> None:
        row = SentenceRow(self.context.look, Pair(block.text), own=True, parent=self._sheet)
        self._place(row, block.origin)

    def _row(self, sentence: Sentence, *, number: str = "", heading: bool = False) -> None:
        texts, spans = [], []
        for language in self._languages:
            text, own = self._say(sentence.message, language)
            texts.append(text + self._exhibits(sentence, language))
            spans.append(own)
        changeable = bool(sentence.origin)
        row = SentenceRow(
            self.context.look,
            Pair(*texts),
            number=number,
            spans=(spans[0], spans[1] if len(spans) > 1 else []),
            changeable=changeable,
            heading=heading,
            parent=self._sheet,
        )
        self._place(row, sentence.origin)

    def _place(self, row: SentenceRow, origin: str) -> None:
        if origin:
            row.setObjectName(f"sentence:{origin}")
            row.activated.connect(lambda: self.go.emit(f"change_question:{origin}"))
        self._rows.addWidget(row)

    def _say(self, message: Message, language: str) -> tuple[str, list[tuple[int, int]]]:
        text, spans = "", []
        for run in self.context.catalogs.runs(message, language):
            if run.kind is RunKind.OWN:
                spans.append((len(text), len(run.text)))
            text += run.text
        return text, spans

    def _exhibits(self, sentence: Sentence, language: str) -> str:
        if not sentence.exhibits:
            return ""
        return " (" + ", ".join(sentence.exhibits) + ")"
