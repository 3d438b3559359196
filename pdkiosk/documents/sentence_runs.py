"""Renders a sentence of a document in a language, the same on paper, on screen and aloud."""

from __future__ import annotations

from pdkiosk.documents.model import Sentence
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Listing, Message, Run, RunKind

# Translators: at the end of a sentence, the exhibit that proves it. {letters} is one letter: "A".
_ONE = Message("(Exhibit {letters})", "paper.exhibits.one")
# Translators: at the end of a sentence, the exhibits that prove it. {letters}: "A, B and C".
_SEVERAL = Message("(Exhibits {letters})", "paper.exhibits.several")


def sentence_runs(catalogs: Catalogs, sentence: Sentence, language: str) -> list[Run]:
    """A sentence in one language, with the exhibits that prove it before its period.

    Typed text is never taken apart, not even before its own period.
    """
    runs = catalogs.runs(sentence.message, language)
    if not sentence.exhibits:
        return runs
    cited = [Run(" "), Run(catalogs.text(_mark(sentence.exhibits), language), RunKind.PROOF)]
    last = runs[-1] if runs else None
    if last and last.kind is RunKind.TEXT and last.text.endswith("."):
        before = [*runs[:-1], Run(last.text[:-1])]
        return [*(run for run in before if run.text), *cited, Run(".")]
    return [*runs, *cited]


def _mark(letters: tuple[str, ...]) -> Message:
    """The mark of one or more exhibits, in parentheses."""
    if len(letters) == 1:
        return _ONE(letters=letters[0])
    return _SEVERAL(letters=Listing(letters))
