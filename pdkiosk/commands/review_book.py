"""The printed book of ``pdkiosk review``: its first page, its statements, letters, pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pdkiosk import __version__, pdf
from pdkiosk.commands.stock import Stock
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.packet import NoLetterError, speaker_of
from pdkiosk.guide.model import said
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.pdf.review_book import Book, SampleLetter, render_review_book
from pdkiosk.pdf.review_cover import Cover
from pdkiosk.pdf.wording import Wording
from pdkiosk.review.booklet import Booklet, Picture, booklet
from pdkiosk.review.people import Person
from pdkiosk.review.statement import LAW, Statement

TakePictures = Callable[[Stock, list[Person], str, Callable[[int], None]], list[Picture]]
"""Takes pictures of people's screens in a language and reports how many there are so far."""


def review_book(
    stock: Stock,
    book: str,
    statements: Sequence[Statement],
    people: list[Person],
    pictures: list[Picture],
) -> bytes:
    """The book as PDF. Raises OSError when a font is missing."""
    made = booklet(book, statements, pictures)
    letters = list(_letters(stock, book, people))
    about = stock.guide.about
    foot = f"{_title(stock, book)}  ·  pdkiosk {__version__}, guide of {about.checked}"
    printed = Book(_cover(stock, made, len(letters)), made, foot, _glossary(stock, book), letters)
    return render_review_book(printed, pdf.Paper.LETTER).data


def _title(stock: Stock, book: str) -> str:
    if book == LAW:
        return "Book for a lawyer: the law"
    return f"Book for a translator: {stock.languages[book].english_name}"


def _cover(stock: Stock, made: Booklet, letters: int) -> Cover:
    law = made.book == LAW
    return Cover(
        title=_title(stock, made.book),
        what="This program stands in immigration detention centers. It helps people without a "
        "lawyer to ask ICE for prosecutorial discretion, and prints their letter. "
        + (
            "No lawyer has to approve all of it at once: each statement that you check helps."
            if law
            else "A wrong word can hurt somebody: read for the meaning first, then for the tone."
        ),
        steps=[
            "Read a numbered statement"
            + (
                ", what it rests on, and when it appears."
                if law
                else " in English, at the left, and its translation in bold beside it."
            ),
            "Tick “right”; or tick “change, or I ask” and write on the line what it has to say.",
            "Do as much as you have time for: what you leave open stays open, nothing more.",
            f"Sign below. Send back the table review-{made.book}.xlsx with the same verdicts by "
            "e-mail, or this book on paper. The table alone is enough, if you prefer to work in "
            "it: it has the same numbers.",
        ],
        parts=[*_parts(made), *([(f"Sample letters of {letters} invented people", "at the end")])],
        meaning=(
            "That a lawyer would say these words to a client in detention, on the source that "
            "stands there and under that condition, on the day of your signature. "
            if law
            else "That these words say what the English says, and that a frightened person who "
            "reads little understands them. "
        )
        + "If the words, the source or the condition change later, or its date passes, your "
        "review of that statement ends by itself, and you are not named for it any more.",
        sign=[
            "Name",
            "Lawyer in (state, bar number)" if law else "Translator (certified by)",
            "Organization",
            "Date and signature",
        ],
        agree="My organization may be named on the screen and on paper as having checked this.",
    )


def _parts(made: Booklet) -> list[tuple[str, str]]:
    """The parts of the book and the size of each."""
    parts: dict[str, list[Statement]] = {}
    for each in made.statements:
        parts.setdefault(_part(made.book, each), []).append(each)
    return [(name, _much(each)) for name, each in parts.items()]


def _part(book: str, each: Statement) -> str:
    if book != LAW:
        return each.heading
    if each.law:
        return "Facts of the law, and what is said of each"
    return each.heading


def _much(statements: list[Statement]) -> str:
    words = sum(len(each.english.split()) for each in statements)
    return f"{len(statements)}  ({words:,} words)"


def _glossary(stock: Stock, book: str) -> list[tuple[str, str]]:
    if book == LAW:
        return []
    say = stock.catalogs.text
    return [
        (say(said(term.term), SOURCE_LANGUAGE), say(said(term.term), book))
        for term in stock.guide.term
    ]


def _letters(stock: Stock, book: str, people: list[Person]) -> list[SampleLetter]:
    language = SOURCE_LANGUAGE if book == LAW else book
    found = []
    for person in people:
        try:
            speaker = speaker_of(stock.guide, person.interview)
        except NoLetterError:
            continue  # the interview stops for this person
        document = compose_letter(speaker, stock.facility)
        found.append(SampleLetter(person.name, document, Wording(stock.catalogs, language)))
    return found
