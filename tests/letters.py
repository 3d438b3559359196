"""Writes the letters of twenty invented people into ``docs/letters`` as text.

python -m tests.letters

Each English letter stands beside the one that an earlier version made of the same answers
(``docs/letters/README.md``); the Spanish ones stand alone.
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator
from pathlib import Path

from pdkiosk.documents.model import (
    Addressee,
    Block,
    Document,
    ExhibitTable,
    Heading,
    OwnWords,
    PageBreak,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
    Signature,
    SignatureLine,
    WriteIn,
)
from pdkiosk.documents.sentence_runs import sentence_runs
from pdkiosk.language.identifiers import NO_BREAK_SPACE
from pdkiosk.language.message import RunKind
from pdkiosk.pdf import Paper, render
from tests.documents import people
from tests.documents.blanks import sentences
from tests.documents.people import CATALOGS, say
from tests.documents.twenty import TWENTY

FOLDER = Path(__file__).parent.parent / "docs" / "letters"
BEFORE = FOLDER / "before"
SPANISH = FOLDER / "es"
_WIDTH = 96
_COLUMN = 60


def letter(name: str) -> Document:
    """The letter of one of the twenty."""
    return people.packet(**TWENTY[name]).letter


def page_count(document: Document) -> int:
    """The pages of the letter and its proof of service, in English on US letter paper."""
    return render(document, "en", CATALOGS, Paper.LETTER).pages


def text(name: str, language: str = "en", width: int = _WIDTH) -> str:
    """The letter as plain text, the number of its pages first."""
    document = letter(name)
    lines = [f"[{name}: pages, with the proof of service: {page_count(document)}]", ""]
    for block in document.blocks:
        for line in _block(block, language):
            lines += textwrap.wrap(line, width, subsequent_indent="  ") or [""]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def side_by_side(name: str) -> str:
    """The letter before and after, in two columns, each part beside its like."""
    before = _parts((BEFORE / f"{name}.txt").read_text("utf-8"))
    after = _parts(text(name, width=_COLUMN))
    rows = [("BEFORE", "AFTER"), ("", "")]
    titles = [*after, *(title for title in before if title not in after)]
    for title in sorted(titles, key=lambda title: _place(title, before, after)):
        rows += itertools.zip_longest(before.get(title, []), after.get(title, []), fillvalue="")
    return "\n".join(f"{left:<{_COLUMN}} | {right}".rstrip() for left, right in rows) + "\n"


def _parts(letter_text: str) -> dict[str, list[str]]:
    """The lines of a letter below each of its headings, the heading with them."""
    parts: dict[str, list[str]] = {"": []}
    title = ""
    for line in letter_text.splitlines():
        if line.startswith("#"):
            title = line.lstrip("# ").partition(",")[0]
            parts.setdefault(title, [])
        parts[title] += textwrap.wrap(line, _COLUMN, subsequent_indent="  ") or [""]
    return parts


def _place(title: str, before: dict[str, list[str]], after: dict[str, list[str]]) -> float:
    """Where a part stands after; what is there no more stands behind what it followed."""
    order = list(after)
    if title in after:
        return order.index(title)
    earlier = list(before)[: list(before).index(title)]
    return max((order.index(t) for t in earlier if t in after), default=0) + 0.5


def sentence(said: Sentence, language: str = "en") -> str:
    """A sentence with the exhibits that prove it; a line to write on is "____"."""
    runs = sentence_runs(CATALOGS, said, language)
    words = "".join("____" if run.kind is RunKind.BLANK else run.text for run in runs)
    return words.replace(NO_BREAK_SPACE, " ")


def _block(block: Block, language: str) -> Iterator[str]:
    match block:
        case SenderAndDate():
            yield from (sentence(line, language) for line in block.lines)
            yield f"{say(block.date_label, language)} ____"
        case Addressee():
            for checked, lines in block.boxes:
                yield f"[{'x' if checked else ' '}] " + " / ".join(
                    sentence(line, language) for line in lines
                )
        case Reference():
            yield f"{say(block.label, language)} {sentence(block.title, language)}"
            yield from (f"    {sentence(line, language)}" for line in block.lines)
        case Heading():
            yield f"{'#' * block.level} {say(block.message, language)}"
        case Paragraph():
            words = " ".join(sentence(said, language) for said in block.sentences)
            yield f"{block.number}. {words}" if block.number else words
        case OwnWords():
            yield from _own_words(block, language)
        case WriteIn():
            yield f"{say(block.label, language)} " + " ".join(["____"] * block.lines)
        case Signature():
            yield " | ".join(f"____ {say(label, language)}" for label in block.labels)
            yield sentence(block.name, language)
        case SignatureLine():
            yield f"____ {say(block.signature_label, language)} | ____ " + say(
                block.date_label, language
            )
        case ExhibitTable():
            yield f"## {say(block.title, language)}"
            for row in block.rows:
                follows = f" ({say(block.to_follow_label, language)})" if row.to_follow else ""
                yield f"{row.letter}. {sentence(row.description, language)}{follows}"
        case PageBreak():
            yield "-" * 8
        case _:
            for said in sentences(block):
                yield f"[ ] {sentence(said, language)}"


def _own_words(block: OwnWords, language: str) -> Iterator[str]:
    first = f"{block.number}. " if block.number else ""
    yield f"{first}{say(block.label, language)} “{block.text}”"
    if block.translation_label is not None:
        yield f"{say(block.translation_label, language)} ____"


def main() -> None:
    """Writes all of them."""
    SPANISH.mkdir(parents=True, exist_ok=True)
    for name in TWENTY:
        (FOLDER / f"{name}.txt").write_text(side_by_side(name), "utf-8")
        (SPANISH / f"{name}.txt").write_text(text(name, "es"), "utf-8")


if __name__ == "__main__":
    main()
