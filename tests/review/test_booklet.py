"""The printed book contains each statement once, on a picture or not, and can be read back."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from pdkiosk import resources
from pdkiosk.commands.review_book import review_book
from pdkiosk.commands.stock import Stock, load_stock
from pdkiosk.documents.packet import NoLetterError, speaker_of
from pdkiosk.language.catalogs import TEMPLATE_NAME
from pdkiosk.language.extraction import read_catalog
from pdkiosk.review import books
from pdkiosk.review.booklet import Picture, booklet
from pdkiosk.review.people import Person, people
from pdkiosk.review.statement import LAW, Statement
from pdkiosk.screen_pictures import take_pictures

NUMBER = re.compile(r"(?:LAW|ES)-[BCDFGHJKLMNPQRSTVWXZ2-9]{7}")


@cache
def stock() -> Stock:
    return load_stock(None)


@cache
def invented() -> list[Person]:
    return people(stock().guide, tuple(stock().languages))


@cache
def pictures() -> list[Picture]:
    """The screens of a person whom the program stops: the fewest."""
    (person,) = (each for each in invented() if each.name == "no case")
    told: list[int] = []
    found = take_pictures(stock(), [person], "es", told.append)
    assert told == [picture.number for picture in found] == list(range(1, len(found) + 1))
    return found


def statements(book: str) -> list[Statement]:
    return books.statements(book, stock().guide)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_six_people_have_letters_and_the_others_are_stopped() -> None:
    letters, stopped = [], []
    for person in invented():
        try:
            speaker_of(stock().guide, person.interview)
            letters.append(person.name)
        except NoLetterError:
            stopped.append(person.name)
    assert len(letters) == 6
    assert stopped == ["does not know", "no case"]


def test_pictures_know_what_stands_on_them() -> None:
    stop = next(page for page in stock().guide.page if page.id == "stop_no_case")
    (on,) = (each for each in pictures() if ("", stop.title) in each.texts)
    assert on.title.startswith(stop.title)
    assert on.jpeg.startswith(b"\xff\xd8\xff")
    seen: set[tuple[str, str]] = set()
    for picture in pictures():
        assert not picture.texts <= seen
        seen |= picture.texts
    texts = {(m.context or "", m.id if isinstance(m.id, str) else m.id[0])
             for m in read_catalog(resources.folder("translations") / TEMPLATE_NAME)}  # fmt: skip
    known = {key for key in seen if key in texts}
    assert len(known) > 0.9 * len(seen)


@pytest.mark.parametrize("book", [LAW, "es"])
def test_every_statement_stands_in_the_book_once(book: str) -> None:
    made = booklet(book, statements(book), pictures())
    assert Counter(e.number for e in made.statements) == Counter(e.number for e in statements(book))
    on_pictures = {each.number for each in made.statements if each.number in made.shown}
    assert on_pictures
    if book == LAW:
        assert {made.shown[number] for number in on_pictures} == {p.number for p in made.pictures}
        return
    # Each picture stands before the first statement that is on it, and once.
    printed = [group.picture.number for group in made.groups if group.picture]
    assert sorted(printed) == sorted(set(made.shown.values()))
    for group in made.groups:
        if group.picture:
            assert all(made.shown[each.number] == group.picture.number for each in group.statements)


def test_the_book_of_the_law_can_be_read_back() -> None:
    pdf = review_book(stock(), LAW, statements(LAW), invented(), pictures())
    text = text_of(pdf)
    wanted = {each.number for each in statements(LAW)}
    assert wanted == set(NUMBER.findall(text))
    first = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    for words in ("What to do", "Tick “right”", "Signature", "bar number", "may be named"):
        assert words in first
    # The letters of the people are in it.
    assert "Ramón Gutiérrez Salas" in text
    assert "\ufffd" not in text and "\u25a1" not in text


def test_a_book_of_a_language_has_both_languages_and_the_glossary() -> None:
    few = statements("es")[:40]
    few.append(replace(few[0], number="ES-BBBBBBB", text="<b>No & no</b>"))
    text = text_of(review_book(stock(), "es", few, [], pictures()))
    assert {each.number for each in few} == set(NUMBER.findall(text))
    joined = " ".join(text.split())
    assert "<b>No & no</b>" in joined
    assert "Discreción procesal" in joined
    assert few[0].english in joined and few[0].text in joined
