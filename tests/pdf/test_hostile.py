from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdkiosk.characters import BOX
from pdkiosk.documents.model import CheckRow, Heading, Notice, Paragraph, SenderAndDate, WriteIn
from pdkiosk.language.message import Message, Own
from pdkiosk.pdf import Paper, render, render_summary
from tests.pdf import layout, samples
from tests.pdf.samples import CATALOGS, document, full_text, own_words, said


def printed(text: str, large: bool = False) -> str:
    """What own words read like on paper."""
    pdf = render(document(own_words(text), large=large), "en", CATALOGS, Paper.LETTER)
    body = full_text(pdf).split("“", 1)[1]
    return body.rsplit("”", 1)[0]


@pytest.mark.parametrize("text", samples.HOSTILE)
@pytest.mark.parametrize("large", [False, True])
def test_markup_is_only_text(text: str, large: bool) -> None:
    assert printed(text, large) == text


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_markup_is_only_text_in_every_block(text: str) -> None:
    sentence = said("{t}", t=Own(text))
    blocks = (
        SenderAndDate((sentence,), Message("Date")),
        Heading(sentence.message),
        Paragraph((sentence,)),
        Notice((sentence,)),
        WriteIn(Message("Label"), 0, sentence),
        CheckRow(sentence),
    )
    for large in (False, True):
        pdf = render(document(*blocks, large=large), "en", CATALOGS, Paper.LETTER)
        assert full_text(pdf).count(text) == len(blocks)
    summary = samples.summary([samples.row(text)])
    assert text in full_text(render_summary(summary, ("es", "en"), CATALOGS, Paper.LETTER))


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b"),
        *("\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff"),
        *("\ud800", "\udfff", "\ue000", "\uffff", "\U0010ffff", "\ufe0f"),
        *("😀", "\u25a1", "\U00013000", "\u0f40"),
    ],
)
def test_what_cannot_be_printed_is_a_box(character: str) -> None:
    assert printed(f"a{character}b{character}{character}c") == f"a{BOX}b{BOX}{BOX}c"


def test_a_right_to_left_override_does_not_turn_the_text() -> None:
    assert printed("\u202egnp.exe") == f"{BOX}gnp.exe"


@pytest.mark.parametrize(
    "text", ["Łódź", "Nguyễn Thị Ánh", "Ελλάδα", "Кириллица", "K’iche’", "ñandú"]
)
def test_letters_of_many_languages_are_printed(text: str) -> None:
    assert printed(text) == text


def test_a_typed_accent_is_composed() -> None:
    assert printed("cafe\u0301") == "café"


def test_an_accent_without_a_composed_letter_stays_on_its_letter() -> None:
    assert printed("x ɛ\u0300 y") == "x ɛ\u0300 y"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_line_breaks_stay(line_break: str) -> None:
    pdf = render(document(own_words(f"one{line_break}two")), "en", CATALOGS, Paper.LETTER)
    one, two = (p for p in samples.positions(pdf) if re.search("one|two", p[4]))
    assert one[2] > two[2]


def test_tabs_become_spaces() -> None:
    assert printed("a\tb") == "a b"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("words", ["W", "Mi hija pregunta cada noche. "])
def test_a_hundred_thousand_characters_stay_on_their_pages(words: str, large: bool) -> None:
    text = words * (100_000 // len(words))
    pdf = render(document(own_words(text), large=large), "en", CATALOGS, Paper.LETTER)
    pages = layout.pieces(pdf)
    margin = 54 if large else 72
    assert all(not list(layout.outside(page, margin, 612 - margin)) for page in pages)
    found = "".join(piece.text for page in pages for piece in page)
    last = words.rsplit(maxsplit=1)[-1]
    assert found.count(last) == text.count(last)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_is_printed_without_error(text: str) -> None:
    for large in (False, True):
        pdf = render(document(own_words(text), large=large), "en", CATALOGS, Paper.LETTER)
        assert pdf.pages == len(samples.reader(pdf).pages)
    summary = samples.summary([samples.row(text)], who=Message("{t}")(t=Own(text)))
    assert render_summary(summary, ("es", "en"), CATALOGS, Paper.LETTER).pages == 1
