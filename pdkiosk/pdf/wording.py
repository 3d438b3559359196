"""The few words that the renderer itself puts on a page, and messages as spans of text."""

from __future__ import annotations

from collections.abc import Iterable

from pdkiosk.documents.model import Sentence
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Listing, Message, Own, RunKind
from pdkiosk.pdf import characters
from pdkiosk.pdf.styles import MM
from pdkiosk.pdf.text import Gap, Span, Words

# Translators: at the foot of each page of a letter. {x} is this page, {y} the number of pages.
PAGE = Message("Page {x} of {y}", "paper.page")
# Translators: after a sentence, the exhibit that proves it. {letters} is one letter: "A".
EXHIBIT = Message("(Exhibit {letters})", "paper.exhibits.one")
# Translators: after a sentence, the exhibits that prove it. {letters} is a list: "A, B and C".
EXHIBITS = Message("(Exhibits {letters})", "paper.exhibits.several")
# Translators: quotation marks around what a person typed; use the marks of your language.
QUOTE = Message("“{text}”", "paper.quote")


class Voice:
    """Says messages in one language, as spans of text for the page."""

    def __init__(self, catalogs: Catalogs, language: str) -> None:
        """``language`` is a code such as "es"."""
        self._catalogs = catalogs
        self._language = language

    def text(self, message: Message) -> str:
        """The message as one string."""
        return self._catalogs.text(message, self._language)

    def spans(self, message: Message, bold: bool = False) -> list[Span]:
        """The message in one weight, its blanks as gaps."""
        return [
            Gap(run.width * MM) if run.kind is RunKind.BLANK else Words(run.text, bold)
            for run in self._catalogs.runs(message, self._language)
        ]

    def sentence(self, sentence: Sentence, bold: bool = False) -> list[Span]:
        """A sentence and, in bold, the exhibits that prove it."""
        spans = self.spans(sentence.message, bold)
        if sentence.exhibits:
            # The mark of one exhibit is short enough to stay on one line.
            mark = self.text(_exhibits(sentence.exhibits))
            if len(sentence.exhibits) == 1:
                mark = mark.replace(" ", characters.NO_BREAK_SPACE)
            spans += [Words(" "), Words(mark, bold=True)]
        return spans

    def sentences(self, sentences: Iterable[Sentence], bold: bool = False) -> list[Span]:
        """Sentences in a row, with a space between them."""
        spans: list[Span] = []
        for sentence in sentences:
            if spans:
                spans.append(Words(" "))
            spans += self.sentence(sentence, bold)
        return spans

    def quoted(self, text: str) -> list[Span]:
        """What a person typed, between quotation marks."""
        return self.spans(QUOTE(text=Own(text)))


def _exhibits(letters: tuple[str, ...]) -> Message:
    if len(letters) == 1:
        return EXHIBIT(letters=letters[0])
    return EXHIBITS(letters=Listing(letters))
