"""The papers of a person as text, for tests that read them."""

from __future__ import annotations

from typing import Any

from pdkiosk.documents.model import Document, Kind, Lines
from tests.documents import people
from tests.documents.people import say


def sentences(language: str = "en", **answers: Any) -> list[str]:
    return [say(s.message, language) for s in people.every_sentence(people.letter(**answers))]


def text(language: str = "en", **answers: Any) -> str:
    return " ".join(sentences(language, **answers))


def paper(kind: Kind, **answers: Any) -> str:
    document: Document = people.packet(**answers).document(kind)
    lines = [s.message for b in document.blocks if isinstance(b, Lines) for s in b.lines]
    return "\n".join(say(m, "en") for m in [*people.every_message(document), *lines])


def summary(**answers: Any) -> list[str]:
    shown = people.packet(**answers).summary
    return [say(message, "en") for message in people.summary_messages(shown)]
