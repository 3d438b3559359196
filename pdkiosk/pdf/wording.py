"""The few words that the renderer itself puts on a page, and messages as spans of text."""

from __future__ import annotations

from collections.abc import Iterable

from pdkiosk.documents.mark import exhibit_mark
from pdkiosk.documents.model import Sentence
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.message import Message, Own, Run, RunKind
from pdkiosk.pdf import characters
from pdkiosk.pdf.styles import MM
from pdkiosk.pdf.text import Gap, Span, Words

# Translators: at the foot of each page of a letter. {x} is this page, {y} the number of pages.
PAGE = Message("Page {x} of {y}", "paper.page")
# Translators: at the foot of every printed page. Must be short.
NOT_BY = Message("Not prepared by ICE or by this detention center.", "paper.not_by")
# Translators: quotation marks around what a person typed; use the marks of your language.
QUOTE = Message("“{text}”", "paper.quote")

_STOP = "."
_ENDS = (".", "!", "?", "…")


class Wording:
    """Says messages in one language, as spans of text for the page."""

    def __init__(self, catalogs: Catalogs, language: str, reader: str = "") -> None:
        """``language`` is a code such as "es"; ``reader`` that of the person, if another."""
        self._catalogs = catalogs
        self._language = language
        self._reader = reader or language

    def text(self, message: Message) -> str:
        """The message as one string."""
        return self._catalogs.text(message, self._language)

    def in_english(self) -> Wording:
        """The wording of the language in which ICE reads."""
        return Wording(self._catalogs, SOURCE_LANGUAGE)

    def for_reader(self) -> Wording:
        """The wording of the language that the person reads."""
        return Wording(self._catalogs, self._reader)

    def spans(self, message: Message, bold: bool = False) -> list[Span]:
        """The message in one weight, its blanks as gaps."""
        return _spans(_one_stop(self._catalogs.runs(message, self._language)), bold)

    def sentence(self, sentence: Sentence, bold: bool = False) -> list[Span]:
        """A sentence and, in bold before its full stop, the exhibits that prove it."""
        runs = _one_stop(self._catalogs.runs(sentence.message, self._language))
        spans = _spans(runs, bold)
        if not sentence.exhibits:
            return spans
        # The mark of one exhibit is short enough to stay on one line.
        mark = self.text(exhibit_mark(sentence.exhibits))
        if len(sentence.exhibits) == 1:
            mark = mark.replace(" ", characters.NO_BREAK_SPACE)
        cited: list[Span] = [Words(" "), Words(mark, bold=True)]
        # What was typed is not taken apart, not even before its own full stop.
        last = runs[-1] if runs else None
        if last and last.kind is RunKind.TEXT and last.text.endswith(_STOP):
            return [*spans[:-1], Words(last.text[:-1], bold), *cited, Words(_STOP, bold)]
        return [*spans, *cited]

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


def _spans(runs: Iterable[Run], bold: bool) -> list[Span]:
    return [
        Gap(run.width * MM) if run.kind is RunKind.BLANK else Words(run.text, bold) for run in runs
    ]


def _one_stop(runs: list[Run]) -> list[Run]:
    """No second full stop after words that were typed with one."""
    shown = []
    before: Run | None = None
    for run in runs:
        text = run.text
        typed = before is not None and before.kind is RunKind.OWN
        if typed and before and before.text.rstrip().endswith(_ENDS) and text.startswith(_STOP):
            text = text[1:]
        shown.append(Run(text, run.kind, run.width))
        before = run
    return [run for run in shown if run.text]
