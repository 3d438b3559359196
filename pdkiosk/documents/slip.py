"""A small slip: picture and number of a saved work, its last day, and optionally the words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pdkiosk.documents.model import (
    Document,
    Heading,
    Kind,
    Lines,
    Notice,
    Paragraph,
    Sentence,
)
from pdkiosk.language.message import DateArg, Message, Own, PartialDate, alone

# Translators: title of the small paper with the picture and number of saved work.
_TITLE = Message("My saved work", "slip.title")
# Translators: on the slip: how to come back to the saved work.
_HOW = Message(
    "On the first screen touch “I saved work here”. Then touch this picture and this number, and "
    "type your words.",
    "slip.how",
)
# Translators: on the slip: the day on which the saved work is deleted.
_UNTIL = Message("On {date} it is deleted.", "slip.until")
# Translators: on the slip, above the words that open the saved work.
_WORDS = Message("The words:", "slip.words")
# Translators: on the slip, when the words are printed on it.
_WARNING = Message(
    "Whoever has this slip can open your work. Keep it with you. Learn the words, then tear it up.",
    "slip.warning",
)
# Translators: on the slip, when the words are not printed on it.
_WITHOUT = Message("Without your words nobody can open it.", "slip.without")


def slip(name: Message, deletion: date | None, words: Sequence[str] = ()) -> Document:
    """The slip. ``name`` is the picture and number; ``words`` are printed only if given."""
    sentences = [Sentence(_HOW)]
    if deletion is not None:
        until = DateArg(PartialDate(deletion.year, deletion.month, deletion.day))
        sentences.append(Sentence(_UNTIL(date=until)))
    if not words:
        sentences.append(Sentence(_WITHOUT))
    blocks: list[Heading | Paragraph | Lines | Notice] = [
        Heading(name, level=1),
        Paragraph(tuple(sentences)),
    ]
    if words:
        row = alone(Own(" · ".join(words)))
        blocks += [
            Paragraph((Sentence(_WORDS),)),
            Lines((Sentence(row),)),
            Notice((Sentence(_WARNING),), strong=True),
        ]
    return Document(Kind.SLIP, _TITLE, tuple(blocks), footer=alone(name))
