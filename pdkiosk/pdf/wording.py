"""The few words that the renderer itself adds to a page, and messages as spans of text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pdkiosk.documents.model import Sentence
from pdkiosk.documents.sentence_runs import sentence_runs
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.formats import right_to_left
from pdkiosk.language.identifiers import NO_BREAK_SPACE, unbroken
from pdkiosk.language.message import Message, Own, Run, RunKind
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.styles import MM
from pdkiosk.pdf.text import Direction, Gap, Span, Words, shorten, wrap

# Translators: at the foot of each page of a letter. {x} is this page, {y} the number of pages.
PAGE = Message("Page {x} of {y}", "paper.page")
# Translators: at the foot of every printed page. Must be short.
NOT_BY = Message("Not prepared by ICE or by this detention center.", "paper.not_by")
# Translators: quotation marks around what a person typed; use the marks of your language.
QUOTE = Message("“{text}”", "paper.quote")


class Wording:
    """Renders messages in one language, as spans of text for the page."""

    def __init__(self, catalogs: Catalogs, language: str, reader: str = "") -> None:
        """``language`` is a code such as "es".

        ``reader`` is the person's language, if different.
        """
        self._catalogs = catalogs
        self._language = language
        self._reader = reader or language
        turned = right_to_left(language)
        self.direction = Direction.RIGHT_TO_LEFT if turned else Direction.LEFT_TO_RIGHT

    def text(self, message: Message) -> str:
        """The message as one string."""
        return self._catalogs.text(message, self._language)

    @property
    def right_to_left(self) -> bool:
        """Whether its pages run from right to left."""
        return self.direction is Direction.RIGHT_TO_LEFT

    def in_english(self) -> Wording:
        """The wording in the language that ICE reads."""
        return Wording(self._catalogs, SOURCE_LANGUAGE)

    def for_reader(self) -> Wording:
        """The wording in the language that the person reads."""
        return Wording(self._catalogs, self._reader)

    def spans(self, message: Message, bold: bool = False) -> list[Span]:
        """The message in one weight, with its blanks as gaps."""
        return [_span(run, bold) for run in self._catalogs.runs(message, self._language)]

    def shortened(
        self, message: Message, size: float, width: float, most: int, bold: bool = False
    ) -> list[Line]:
        """The message in at most ``most`` lines of a font size and width, both in points.

        If it is too long, the person's typed words are shortened, because a shortened name is still
        theirs, but a shortened number is a different number.
        """
        runs = self._catalogs.runs(message, self._language)
        typed = [index for index, run in enumerate(runs) if run.kind is RunKind.OWN]

        def lines(kept: int) -> list[Line]:
            shown = list(runs)
            for index in typed:
                shown[index] = Run(_cut(runs[index].text, kept), RunKind.OWN)
            spans = [_span(run, bold) for run in shown]
            return wrap(spans, size, width, most + 1, self.direction)

        low, high = 0, max((len(runs[index].text) for index in typed), default=0)
        if len(lines(high)) <= most:
            return lines(high)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if len(lines(middle)) <= most else (low, middle)
        return shorten(lines(low), most, size, width)

    def sentence(self, sentence: Sentence, bold: bool = False) -> list[Span]:
        """A sentence and, in bold before its full stop, the exhibits that prove it."""
        runs = sentence_runs(self._catalogs, sentence, self._language)
        # The mark of a single exhibit is short enough to stay on one line.
        space = NO_BREAK_SPACE if len(sentence.exhibits) == 1 else " "
        return [
            Words(run.text.replace(" ", space), bold=True)
            if run.kind is RunKind.PROOF
            else _span(run, bold)
            for run in runs
        ]

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


def _cut(text: str, count: int) -> str:
    """The beginning of a text, up to the end of a word if possible, and an ellipsis."""
    if len(text) <= count:
        return text
    while count and unicodedata.category(text[count]).startswith("M"):
        count -= 1  # keep a letter's combining marks
    kept = text[: count + 1].rpartition(" ")[0] or text[:count]
    return kept.rstrip() + " …" if kept else "…"


def _span(run: Run, bold: bool) -> Span:
    if run.kind is RunKind.BLANK:
        return Gap(run.width * MM)
    return Words(unbroken(run.text), bold, run.kind is RunKind.OWN)
