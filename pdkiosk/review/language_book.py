"""The book of a language in reading order; the most critical texts come first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pdkiosk.guide.model import Callout, Guide, Page
from pdkiosk.language.all_texts import ListedText, all_texts
from pdkiosk.review.conditions import pieces
from pdkiosk.review.statement import Statement
from pdkiosk.review.translation import Translated, translated

GATES = "1. Gates and warnings"
LETTER = "2. The letter to ICE and the other papers"
_GUIDE = "3. Pages of the guide"
_REASONS = "4. Reasons and what counts against a person"
_TERMS = "5. Words and papers explained"
_SCREENS = "6. Buttons and messages of the screens"
_STAFF = "7. For staff: settings, checks, printing"

_PAPER_FILES = ("pdkiosk/documents/", "pdkiosk/pdf/", "pdkiosk/papers_desk.py",
                "resources/guide/packet.toml", "resources/guide/sentences.toml",
                "resources/guide/summary.toml")  # fmt: skip
_STAFF_FILES = ("pdkiosk/staff/", "pdkiosk/ui/staff/", "pdkiosk/facility/", "pdkiosk/update/",
                "pdkiosk/printing/", "pdkiosk/commands/")  # fmt: skip


def language_statements(guide: Guide, folder: Path, language: str) -> list[Statement]:
    """Every text of a language, from the catalogs in a folder, with its place.

    Raises OSError or ValueError if the template or the catalog cannot be read.
    """
    listed = {(t.message.context, t.message.text): t for t in all_texts(folder)}
    urgent = set(_urgent(guide))
    found = [
        _statement(language, text, listed.get((text.context, text.english)), urgent)
        for text in translated(folder, language)
    ]
    order = {key: place for place, key in enumerate(listed)}
    places = {
        text.number(language): order.get((text.context, text.english), len(order))
        for text in translated(folder, language)
    }
    return sorted(found, key=lambda each: (each.heading, places[each.number]))


def _statement(
    language: str, text: Translated, listed: ListedText | None, urgent: set[str]
) -> Statement:
    files = listed.files if listed else ()
    return Statement(
        number=text.number(language),
        seal=text.seal(language),
        heading=_heading(text, files, urgent),
        english=" | ".join(filter(None, (text.english, text.plural))),
        text=" | ".join(text.forms),
        where=_place(listed),
        key=(text.context, text.english),
    )


def _heading(text: Translated, files: tuple[str, ...], urgent: set[str]) -> str:
    if text.english in urgent and not text.context:
        return GATES
    if text.context.startswith("letter.") or (files and files[0].startswith(_PAPER_FILES)):
        return LETTER
    first = files[0] if files else ""
    if first.startswith("resources/guide/factors/"):
        return _REASONS
    if first.startswith(("resources/guide/terms", "resources/guide/papers")):
        return _TERMS
    if first.startswith("resources/guide/"):
        return _GUIDE
    return _STAFF if first.startswith(_STAFF_FILES) else _SCREENS


def _place(listed: ListedText | None) -> str:
    if listed is None:
        return ""
    return f"{listed.note} ({listed.files[0]})" if listed.files else listed.note


def _urgent(guide: Guide) -> Iterator[str]:
    """The texts of gates, of pages that stop, and of boxes that warn or stop."""
    for found in pieces(guide):
        stands_in = (*found.around, found.piece)
        if any(
            getattr(thing, "gate", False)
            or (isinstance(thing, Page) and thing.kind == "stop")
            or (isinstance(thing, Callout) and thing.tone in ("stop", "warning"))
            for thing in stands_in
        ):
            piece = found.piece
            for field in piece.__struct_fields__:
                value = getattr(piece, field)
                if isinstance(value, str) and field in _WORDS:
                    yield value


_WORDS = frozenset({"text", "title", "lead", "prompt", "hint", "short", "label", "note"})
"""The fields of guide pieces that contain words."""
